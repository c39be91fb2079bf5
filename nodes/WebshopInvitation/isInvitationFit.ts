import type { ICredentialTestFunction } from 'n8n-workflow';

import { askForTest, resultOf } from '../shared/credentialTest';
import { openRoute } from '../shared/keysOnTheWay';

/** Reads a list of n8n's own API: proves its address and key. The subscription key needs a client key to be tried. */
export const isInvitationFit: ICredentialTestFunction = async function ({ data = {} }) {
	return await resultOf(async () => {
		const url = String(data.n8nUrl ?? '')
			.trim()
			.replace(/\/+$/, '');
		const tip = "Check 'N8n URL' and 'N8n API Key'";
		if (openRoute(url, 'N8n URL', data.allowHttp)) {
			return { message: 'The key of n8n would go over http', tip: "Enter https at 'N8n URL'" };
		}
		const answer = await askForTest.call(this, {
			url: `${url}/api/v1/data-tables?limit=1`,
			headers: { 'X-N8N-API-KEY': String(data.n8nApiKey ?? '') },
		});
		if ('unreachable' in answer)
			return { message: `n8n does not answer (${answer.unreachable})`, tip };
		return answer.status === 200
			? undefined
			: { message: `n8n answers HTTP ${answer.status}`, tip };
	});
};
