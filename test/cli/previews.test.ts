import type { PreviewRow } from '../../bookkeeping';
import { openApi } from '../../cli/n8nApi';
import { previewsOf } from '../../cli/previews';
import { startN8nStandIn, type N8nStandIn } from './support/n8nStandIn';

let n8n: N8nStandIn;
beforeEach(async () => void (n8n = await startN8nStandIn()));
afterEach(async () => await n8n.stop());

const row = {
	...{ orderNumber: '28', refund: '', outcome: 'book', regime: 'domestic', code: '', message: '' },
	...{ tip: '', shopTotal: 62.3, totalDifference: 0 },
} satisfies Partial<PreviewRow>;

async function previews(rows: Array<Partial<PreviewRow>>, language: 'en' | 'nl' = 'en') {
	const api = openApi(n8n.url, 'key');
	const name = 'bloom: Preview orders WooCommerce';
	const nodes = [
		{ name: 'When clicked', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
	];
	const made = { name, nodes, connections: {}, settings: {} };
	const { id } = await api.request<{ id: string }>('POST', '/workflows', made);
	n8n.onRun = () => rows as never;
	const workflows = { 'Preview orders WooCommerce': id, 'Daily digest': 'other' };
	const lines = await previewsOf(api, workflows, `${n8n.url}/webhook`, language);
	const left = await api.request<{ data: Array<{ name: string }> }>('GET', '/workflows');
	expect(left.data.map((one) => one.name)).toEqual([name]);
	return lines;
}

test('what would become of each order is told, red ones with what to do', async () => {
	const stuck: Partial<PreviewRow> = {
		...{ ...row, orderNumber: '33', outcome: 'attention', regime: '', shopTotal: 288.8 },
		...{ code: 'X_1', message: 'No number.', tip: 'Ask for it.', totalDifference: null },
	};
	const waits: Partial<PreviewRow> = {
		...row,
		orderNumber: '34',
		outcome: 'wait',
		code: 'X_2',
		message: 'On hold.',
	};
	const refund: Partial<PreviewRow> = {
		...row,
		refund: '7',
		shopTotal: -2.5,
		totalDifference: -0.01,
	};
	expect(await previews([row, stuck, waits, refund])).toEqual([
		'bloom: Preview orders WooCommerce: 2 would be booked, 1 NEEDS ATTENTION, 1 waits',
		'  28  € 62.30  would be booked  within the country',
		'  33  € 288.80  NEEDS ATTENTION  X_1: No number. → Ask for it.',
		'  34  € 62.30  waits  within the country  X_2: On hold.',
		'  28 / 7  € -2.50  would be booked  within the country differs from the shop by € -0.01',
	]);
});

test('a shop without orders is said to have none, in Dutch to a Dutch reader', async () => {
	expect(await previews([], 'nl')).toEqual([
		'bloom: Preview orders WooCommerce: de winkel heeft geen bestelling van de afgelopen drie maanden',
	]);
});

test('amounts and regimes are Dutch to a Dutch reader', async () => {
	const large = { ...row, shopTotal: 1015.07, totalDifference: -0.5 };
	expect((await previews([large], 'nl'))[1]).toBe(
		'  28  € 1.015,07  zou geboekt worden  binnenland verschilt van de winkel met € -0,50',
	);
});

test('a preview that fails is told, and stops nothing', async () => {
	n8n.ends = 'error';
	expect(await previews([row])).toEqual([
		'bloom: Preview orders WooCommerce: the preview did not come to an end; run it in n8n (error)',
	]);
});

test('a shop of which every order needs somebody is no shop without orders', async () => {
	const stuck = { ...row, outcome: 'attention', code: 'X_1', message: 'No number.' } as const;
	expect(await previews([stuck], 'nl')).toEqual([
		'bloom: Preview orders WooCommerce: 1 VRAAGT AANDACHT',
		expect.stringContaining('X_1: No number.'),
	]);
});

test('a preview that n8n does not begin is told too, with why, and stops nothing', async () => {
	let made = 0;
	const refused = { status: 500, json: { message: 'No room left.' } };
	n8n.before = (method, path) =>
		// The first is the preview itself, the next its copy with a webhook.
		method === 'POST' && path.endsWith('/workflows') && (made += 1) > 1 ? refused : undefined;
	const [line, ...more] = await previews([row]);
	expect(line).toMatch(/did not come to an end; run it in n8n \(N8N_REFUSED: /);
	expect(more).toEqual([]);
});
