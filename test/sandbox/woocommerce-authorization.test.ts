import { startSandbox, type Sandbox } from '../../sandbox';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const usual = {
	app_name: 'webshop-snelstart',
	scope: 'read',
	user_id: 'reference',
	return_url: 'https://n8n.example/thanks',
	callback_url: 'https://n8n.example/webhook/keys',
};
const ask = async (path: string, changes: Record<string, string> = {}) => {
	const query = new URLSearchParams({ ...usual, ...changes });
	return await fetch(`${sandbox.wooCommerce.url}/wc-auth/v1/${path}?${query.toString()}`, {
		redirect: 'manual',
	});
};

it.each([
	[{ app_name: '' }, 'Missing parameter app_name'],
	[{ user_id: '' }, 'Missing parameter user_id'],
	[{ scope: 'everything' }, 'Invalid scope'],
	[{ callback_url: 'no address' }, 'The callback_url is not a valid URL'],
	[{ callback_url: 'http://n8n.example/webhook' }, 'The callback_url needs to be over SSL'],
])('refuses %j', async (changes, words) => {
	const answer = await ask('authorize', changes as unknown as Record<string, string>);
	expect(answer.status).toBe(401);
	expect(await answer.text()).toContain(words);
});

it('asks the owner first, and takes the keys back when the app does not take them', async () => {
	const page = await ask('authorize');
	expect(await page.text()).toContain('access_granted?app_name=webshop-snelstart&amp;scope=read');
	const refused = await ask('access_granted', {
		callback_url: `${sandbox.jouwWeb.baseUrl}/nothing`,
	});
	expect(refused.status).toBe(401);
});
