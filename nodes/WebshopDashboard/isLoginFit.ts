import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { weakness } from './login';
import { texts } from './texts';

/** What n8n shows when the credential is saved: whether the dashboard can be opened with it. */
export async function isLoginFit(
	this: ICredentialTestFunctions,
	{ data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const weak = weakness({ user: String(data?.user ?? ''), password: String(data?.password ?? '') });
	return weak === undefined
		? { status: 'OK', message: 'The dashboard can be opened with this login' }
		: { status: 'Error', message: texts.en.refused[weak] };
}
