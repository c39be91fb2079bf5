import type {
	ICredentialTestFunction,
	ICredentialTestFunctions,
	IHttpRequestOptions,
} from 'n8n-workflow';

import { reason, textOf } from '../../../bookkeeping';
import { askForTest, resultOf } from '../credentialTest';
import type { Answer } from '../read';
import { redirected, tokenIn, tokenRequest, withSnelStartKeys } from './authenticate';
import { readRefusal } from './refusal';

const COMPANY = '/companyInfo';

/** Names the administration; unlike the echo service that proves both keys (SS-130). */
export const testKeys: ICredentialTestFunction = async function ({ data = {} }) {
	return await resultOf(async () => {
		const token = await answerTo.call(this, tokenRequest(data));
		if (token === undefined) return textOf(reason('NO_CONNECTION'));
		const accessToken = tokenIn({ ...token, statusCode: token.status }, data);
		const url = `${String(data.baseUrl).trim().replace(/\/+$/, '')}${COMPANY}`;
		const company = await answerTo.call(this, withSnelStartKeys({ ...data, accessToken }, { url }));
		if (company === undefined) return textOf(reason('NO_CONNECTION'));
		const { status, headers, body } = company;
		if (status >= 300 && status < 400) {
			return textOf(redirected(headers, url, 'Base URL', COMPANY));
		}
		if (status === 404) return textOf(reason('BASE_URL_UNKNOWN'));
		if (status !== 200) return readRefusal(status, body);
		const isData = typeof body === 'object' && body !== null;
		return isData ? undefined : textOf(reason('UNEXPECTED_ANSWER'));
	});
};

async function answerTo(
	this: ICredentialTestFunctions,
	request: IHttpRequestOptions,
): Promise<Answer | undefined> {
	const answer = await askForTest.call(this, request);
	return 'unreachable' in answer ? undefined : answer;
}
