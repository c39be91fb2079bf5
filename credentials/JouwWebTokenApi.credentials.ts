import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { apiLayoutProperties } from '../nodes/shared/jouwWeb/apiLayout';
import { withJouwWebToken } from '../nodes/shared/jouwWeb/authenticate';
import { allowHttpField } from '../nodes/shared/keysOnTheWay';

/** Tested by the node JouwWeb. */
export class JouwWebTokenApi implements ICredentialType {
	name = 'jouwWebTokenApi';

	displayName = 'JouwWeb Token API';

	icon: Icon = { light: 'file:../icons/jouwweb.svg', dark: 'file:../icons/jouwweb.dark.svg' };

	documentationUrl =
		'https://github.com/webshop-snelstart/n8n-nodes-webshop-snelstart/blob/main/docs/credentials.md#jouwweb';

	properties: INodeProperties[] = [
		{
			displayName:
				"JouwWeb's API is not publicly documented: every address and name below comes from JouwWeb itself, together with the token",
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://api.example.com/v1',
			description: 'The address every request starts with, without a slash at the end',
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'From JouwWeb itself, which gives access on request',
			description: 'The token or key JouwWeb gave you',
		},
		{
			displayName: 'Header Name',
			name: 'headerName',
			type: 'string',
			default: 'Authorization',
			required: true,
			description: 'The header that carries the token',
		},
		{
			displayName: 'Prefix',
			name: 'prefix',
			type: 'string',
			default: 'Bearer',
			description: 'The word before the token in that header. Leave empty for none.',
		},
		{
			displayName: 'Test Path',
			name: 'testPath',
			type: 'string',
			default: '/websites',
			description: 'The path that is read to test this credential',
		},
		allowHttpField,
		...apiLayoutProperties,
	];

	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => withJouwWebToken(credentials, options);
}
