import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

const TEST_LINE = 'n8n: messages on webshop orders in SnelStart come here.';

/**
 * The incoming webhook of a chat. Its address is all that it takes to write in that chat, so it is
 * kept as a secret: the HTTP Request node of the digest and of the alerts names another one, which
 * leads nowhere.
 */
export class ChatWebhookApi implements ICredentialType {
	name = 'chatWebhookApi';

	displayName = 'Chat Webhook API';

	icon: Icon = {
		light: 'file:../icons/chatWebhook.svg',
		dark: 'file:../icons/chatWebhook.dark.svg',
	};

	documentationUrl =
		'https://github.com/webshop-snelstart/n8n-nodes-webshop-snelstart/blob/main/docs/oversight.md#chat-or-mail';

	properties: INodeProperties[] = [
		{
			displayName: 'Webhook URL',
			name: 'url',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. https://chat.example.com/hooks/…',
			description:
				'The address of an incoming webhook, as Slack, Mattermost and Google Chat give one; for Discord with /slack behind it. Who has it can write in that chat. The test sends a line there.',
		},
	];

	test: ICredentialTestRequest = {
		request: { url: '={{ $credentials.url }}', method: 'POST', body: { text: TEST_LINE } },
	};

	/** Sends the request to the address of the credential, whatever address the node names. */
	authenticate = async (
		{ url }: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const address = String(url ?? '').trim();
		if (!/^https?:\/\//.test(address)) {
			throw new Error(
				"'Webhook URL' of the credential 'Chat Webhook API' does not begin with https://",
			);
		}
		// The HTTP Request node still calls it by its older name.
		return { ...options, url: address, ...('uri' in options && { uri: address }) };
	};
}
