import type { ICredentialTestFunction } from 'n8n-workflow';

import { askForTest, resultOf } from '../shared/credentialTest';
import { withJouwWebToken } from '../shared/jouwWeb/authenticate';
import { jouwWebFailure } from './failures';

/** Reads the Test Path of a token credential. */
export const testToken: ICredentialTestFunction = async function ({ data = {} }) {
	return await resultOf(async () => {
		const base = String(data.baseUrl ?? '')
			.trim()
			.replace(/\/+$/, '');
		const path = String(data.testPath ?? '').trim();
		const request = withJouwWebToken(data, { url: `${base}${path}` });
		const answer = await askForTest.call(this, request);
		const isData =
			!('unreachable' in answer) &&
			answer.status === 200 &&
			typeof answer.body === 'object' &&
			answer.body !== null;
		// A web page with status 200 is no API, whatever its address.
		if (isData) return undefined;
		return jouwWebFailure(answer, path);
	});
};
