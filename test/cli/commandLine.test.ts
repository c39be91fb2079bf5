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
	[[], /import, export, move, remove/],
	[['do'], /import, export, move, remove/],
	[['import'], /one file/],
	[['remove', 'a', 'b'], /one client/],
	[['export', 'a', '--n8n', 'no address'], /--n8n/],
	[['export', 'a', '--what'], /--what/],
	[['office', 'mijn kantoor', '--dry-run'], /letters, digits and dashes only: "mijn kantoor"/],
	// They make things in SnelStart, so an option that promises nothing is done is not passed over.
	[['init', 'a.json', '--dry-run'], /init takes no --dry-run/],
	[['probe', 'a.json', '--dry-run'], /probe takes no --dry-run/],
])('%j is refused', (args, message) => {
	expect(() => readCommandLine(args, environment)).toThrow(message);
});

it('leaves a key that is not given to be asked for, so that it needs to stand on no command line', () => {
	const { apiKey } = readCommandLine(['export', 'a'], { N8N_URL: 'https://n8n.example' });
	expect(apiKey).toBe('');
});

it.each([
	['127.0.0.1:5678', 'http://127.0.0.1:5678'],
	['localhost:5678/', 'http://localhost:5678'],
	['n8n.example.com', 'https://n8n.example.com'],
	['http://10.0.0.7:5678', 'http://10.0.0.7:5678'],
])('an address as people say it, %s, is %s', (said, meant) => {
	const line = readCommandLine(['export', 'a', '--n8n', said], {});
	expect([line.n8n, line.webhooks]).toEqual([meant, `${meant}/webhook`]);
});
