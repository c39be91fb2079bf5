import type { ClientFile } from '../../cli/clientFile';
import { wantedCredentials } from '../../cli/credentials';
import { namedOrderFileCredentials, orderFileCredentialKey } from '../../cli/orderFiles';
import { wantedWorkflows } from '../../cli/templates';
import type { WorkflowJson } from '../../cli/workflowJson';
import { templates } from '../workflows/templates';

const all = templates as unknown as WorkflowJson[];
const client = (orderFiles?: ClientFile['orderFiles']): ClientFile => ({
	settings: {
		client: 'bloom',
		shops: [
			{ shop: 'web', kind: 'wooCommerce' },
			{ shop: 'market', kind: 'other' },
		],
		vatMapping: [],
	},
	shops: { web: { ordersFrom: '2026-01-01', url: 'https://shop.example' } },
	...(orderFiles && { orderFiles }),
});
const forms = (file: ClientFile) =>
	wantedWorkflows(all, file).filter(({ key }) => key.startsWith('Orders from a file'));
const credentials = (file: ClientFile) =>
	wantedCredentials(file).filter(({ key }) => key === 'order file');

it('gives the form to each shop of the kind other, when the file asks for it', () => {
	expect(forms(client())).toEqual([]);
	const [form, ...more] = forms(client({}));
	expect([form!.key, more]).toEqual(['Orders from a file (market)', []]);
	const text = JSON.stringify(form!.workflow);
	expect(text).toContain('"path":"bloom-market-orders"');
	expect(text).toContain('"value":"market"');
	expect(text).toContain('"value":"bloom"');
});

it('makes the credential of the form, unless the file names one', () => {
	expect(credentials(client())).toEqual([]);
	expect(credentials(client({ user: 'office' }))).toEqual([
		expect.objectContaining({
			type: 'httpBasicAuth',
			data: { user: 'office' },
			secrets: { password: 'ORDER_FILE_PASSWORD' },
			shortest: 12,
		}),
	]);
	const named = client({ credential: 'Office form' });
	expect(credentials(named)).toEqual([]);
	expect(namedOrderFileCredentials(named)).toEqual([
		{ key: 'order file', type: 'httpBasicAuth', name: 'Office form' },
	]);
	expect(orderFileCredentialKey('Orders from a file (market)')).toBe('order file');
	expect(orderFileCredentialKey('Payout upload CSV')).toBeUndefined();
});
