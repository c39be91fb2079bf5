import type { ClientFile } from '../../cli/clientFile';
import { nextSteps } from '../../cli/nextSteps';

const file = {
	settings: { client: 'bloom' },
	dashboard: { path: 'books' },
} as unknown as ClientFile;
const webhooks = 'https://n8n.example/webhook';

test('an import ends with the check, the preview and the address of the dashboard', () => {
	expect(nextSteps(file, { webhooks, inactive: false }, 'en')).toBe(
		[
			'What to do next:',
			'  1. Run "bloom: Set-up check …" in n8n: every light should be green.',
			'  2. Run "bloom: Preview orders …" and compare some orders with the shop.',
			'  3. Open the dashboard: https://n8n.example/webhook/books (sign in as bloom).',
		].join('\n'),
	);
});

test('in Dutch, without a dashboard, and with what is still off', () => {
	const steps = nextSteps({ ...file, dashboard: undefined }, { webhooks, inactive: true }, 'nl');
	expect(steps).toMatch(/^Wat u nu doet:\n/);
	expect(steps).toContain('3. Publiceer de workflows');
	expect(steps).not.toContain('dashboard');
});
