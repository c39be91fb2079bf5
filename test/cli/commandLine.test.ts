import { readCommandLine } from '../../cli/commandLine';

const environment = { N8N_URL: 'https://n8n.example/', N8N_API_KEY: 'key' };

it('takes the address and the key from the environment, webhooks beside it', () => {
	expect(readCommandLine(['import', 'a.json', '--dry-run'], environment)).toMatchObject({
		command: 'import',
		subject: 'a.json',
		n8n: 'https://n8n.example',
		apiKey: 'key',
		webhooks: 'https://n8n.example/webhook',
		dryRun: true,
		overwrite: false,
	});
});

it.each([
	[[], /import, export, remove/],
	[['do'], /import, export, remove/],
	[['import'], /one file/],
	[['remove', 'a', 'b'], /one client/],
	[['export', 'a', '--n8n', 'n8n.example'], /--n8n/],
	[['export', 'a', '--what'], /--what/],
])('%j is refused', (args, message) => {
	expect(() => readCommandLine(args, environment)).toThrow(message);
});

it('leaves a key that is not given to be asked for, so that it needs to stand on no command line', () => {
	const { apiKey } = readCommandLine(['export', 'a'], { N8N_URL: 'https://n8n.example' });
	expect(apiKey).toBe('');
});
