import type { ClientFile } from '../../cli/clientFile';
import { nextSteps } from '../../cli/nextSteps';
import { wantedWorkflows } from '../../cli/templates';
import { templates } from '../workflows/templates';

const file = {
	settings: { client: 'bloom' },
	dashboard: { path: 'books' },
} as unknown as ClientFile;
const webhooks = 'https://n8n.example/webhook';

test('an import ends with the check, the preview and the address of the dashboard', () => {
	expect(nextSteps(file, { webhooks, inactive: false }, 'en', [])).toBe(
		[
			'What to do next:',
			'  1. Run "bloom: Set-up check …" in n8n: every light should be green.',
			'  2. Run "bloom: Preview orders …" and compare some orders with the shop.',
			'  3. Open the dashboard: https://n8n.example/webhook/books (sign in as bloom).',
		].join('\n'),
	);
});

test('in Dutch, without a dashboard, and with what is still off', () => {
	const steps = nextSteps(
		{ ...file, dashboard: undefined },
		{ webhooks, inactive: true },
		'nl',
		[],
	);
	expect(steps).toMatch(/^Wat u nu doet:\n/);
	expect(steps).toContain('3. Publiceer de workflows');
	expect(steps).not.toContain('dashboard');
});

describe('the forms of a client', () => {
	const whole = {
		language: 'nl',
		settings: {
			client: 'bloom',
			shops: [
				{ shop: 'woocommerce', kind: 'wooCommerce' },
				{ shop: 'kassa', kind: 'other' },
			],
			vatMapping: [],
		},
		shops: { woocommerce: { url: 'https://shop.example', ordersFrom: '2026-01-01' } },
		payouts: { upload: { user: 'anna' } },
		orderFiles: { credential: 'Kassa login' },
	} as unknown as ClientFile;
	const wanted = wantedWorkflows(templates as never, whole);
	const steps = nextSteps(whole, { webhooks, inactive: false }, 'nl', wanted);

	test.each([
		['Een uitbetaling boeken', 'bloom-payout-upload', 'aanmelden als anna'],
		['Bestellingen uit een bestand', 'bloom-kassa-orders', 'zoals in de credential "Kassa login"'],
		['WooCommerce', 'migrate-orders-bloom-woocommerce', 'aanmelden bij n8n'],
		['Boekingen terugdraaien', 'undo-bookings-bloom', 'aanmelden bij n8n'],
	])('%s stands there with its address and how to sign in', (title, path, how) => {
		const line = steps.split('\n').find((one) => one.includes(path))!;
		expect(line).toContain(`https://n8n.example/form/${path} (`);
		expect(line).toContain(title);
		expect(line).toContain(how);
	});
});
