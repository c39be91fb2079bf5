import type { Kind } from '../build/flow';
import { httpRequest } from './basics';

/**
 * Sends to the chat whose address stands in the credential. That address is a secret, so it stands
 * nowhere in a workflow; the one that does leads nowhere.
 *
 * @param jsonBody an expression that gives the message as JSON
 */
export const sendToChat = (jsonBody: string): Kind =>
	httpRequest({
		method: 'POST',
		url: 'https://see-the-credential.invalid',
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'chatWebhookApi',
		sendBody: true,
		specifyBody: 'json',
		jsonBody,
		options: { timeout: 30000 },
	});
