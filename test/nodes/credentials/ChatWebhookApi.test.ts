import { ChatWebhookApi } from '../../../credentials/ChatWebhookApi.credentials';

const { authenticate, properties } = new ChatWebhookApi();
const url = 'https://chat.example/hooks/T0/secret';
const elsewhere = 'https://chat.invalid/';

it('keeps its address as a secret', () => {
	expect(properties.map(({ name, typeOptions }) => [name, typeOptions])).toEqual([
		['url', { password: true }],
	]);
});

it('sends the request there, by either name that n8n has for an address', async () => {
	const body = { text: 'Hello' };
	expect(await authenticate({ url: ` ${url}\n` }, { url: elsewhere, body })).toEqual({ url, body });
	const older = { uri: elsewhere, body } as never;
	expect(await authenticate({ url }, older)).toEqual({ url, uri: url, body });
});

it.each([{}, { url: '' }, { url: 'chat.example/hook' }])('refuses %j', async (credential) => {
	await expect(authenticate(credential as never, { url: elsewhere })).rejects.toThrow(
		/Webhook URL/,
	);
});
