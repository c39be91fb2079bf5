import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

import { inputError, reason } from '../shared/codedError';
import { openRoute } from '../shared/keysOnTheWay';
import type { RequestContext } from '../shared/read';
import { layoutOf } from '../shared/jouwWeb/apiLayout';
import type { ApiLayout } from '../shared/jouwWeb/apiLayout';
import { fieldNamesOf } from './fieldNames';
import type { FieldNames } from './fieldNames';

/** Which credential to use, where its API is, and how it is laid out. */
export interface Connection {
	credentialType: string;
	/** Without a slash at the end. */
	baseUrl: string;
	layout: ApiLayout;
	fieldNames: FieldNames;
}

/**
 * The connection a credential describes.
 *
 * @throws NodeOperationError when its address or its field names cannot be read
 */
export async function connectionOf(
	this: RequestContext,
	authentication: string,
): Promise<Connection> {
	const credentialType = authentication === 'oAuth2' ? 'jouwWebOAuth2Api' : 'jouwWebTokenApi';
	const credential = await this.getCredentials<{ baseUrl?: string; allowHttp?: boolean }>(
		credentialType,
	);
	const baseUrl = (credential.baseUrl ?? '').trim().replace(/\/+$/, '');
	if (!/^https?:\/\//i.test(baseUrl) || !URL.canParse(baseUrl)) {
		throw inputError(this.getNode(), reason('JOUWWEB_BASE_URL'));
	}
	const trouble = openRoute(baseUrl, 'Base URL', credential.allowHttp);
	if (trouble !== undefined) throw inputError(this.getNode(), trouble);
	const layout = layoutOf(credential);
	const fieldNames = fieldNamesOf(layout.fieldNames);
	if (fieldNames !== undefined) return { credentialType, baseUrl, layout, fieldNames };
	throw inputError(this.getNode(), reason('JOUWWEB_FIELD_NAMES'));
}

/** The connection that one item names. */
export async function connectionIn(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<Connection> {
	return await connectionOf.call(
		this,
		this.getNodeParameter('authentication', itemIndex) as string,
	);
}

/** The connection as it stands in the editor. */
export async function connectionInEditor(this: ILoadOptionsFunctions): Promise<Connection> {
	const authentication = this.getCurrentNodeParameter('authentication') as string;
	return await connectionOf.call(this, authentication);
}
