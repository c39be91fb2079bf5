import { wantedCredentials } from '../../cli/credentials';
import type { ClientFile } from '../../cli/clientFile';
import { linkTemplate } from '../../cli/linkTemplates';
import { nodeCredentials } from '../../cli/nodeCredentials';
import { namedPayoutCredentials, payoutCredentialKey } from '../../cli/payouts';
import { wantedWorkflows } from '../../cli/templates';
import type { WorkflowJson } from '../../cli/workflowJson';
import { templates } from '../workflows/templates';

const all = templates as unknown as WorkflowJson[];
const client = (payouts?: ClientFile['payouts']): ClientFile => ({
	settings: { client: 'bloom', shops: [{ shop: 'web', kind: 'wooCommerce' }], vatMapping: [] },
	shops: { web: { ordersFrom: '2026-01-01', url: 'https://shop.example' } },
	...(payouts && { payouts }),
});
const whole = client({
	mollie: {
		...{ payoutsFrom: '2026-02-01', paymentsFrom: '2026-03-01', profileId: 'pfl_QkEhN94Ba' },
	},
	stripe: { payoutsFrom: '2026-01-01' },
	payPal: { payoutsFrom: '2026-01-01', address: 'https://api-m.sandbox.paypal.com' },
	klarna: { payoutsFrom: '2026-01-01' },
	upload: {},
});
const keys = (file: ClientFile) =>
	wantedWorkflows(all, file)
		.map(({ key }) => key)
		.filter((key) => /payout/i.test(key));

it('gives a client the workflows of its own providers, after the one that they call', () => {
	expect(keys(client())).toEqual([]);
	expect(keys(client({ klarna: { payoutsFrom: '2026-01-01' } }))).toEqual([
		'Match and book payout',
		'Payout matching Klarna',
	]);
	expect(keys(whole)).toHaveLength(6);
});

it('fills in the first day and the address, and where the form is', () => {
	const values = (key: string) => {
		const { workflow } = wantedWorkflows(all, whole).find((one) => one.key === key)!;
		const node = workflow.nodes.find(({ name }) => name === 'Your values')!;
		const { assignments } = node.parameters.assignments as {
			assignments: Array<{ name: string; value: unknown }>;
		};
		return Object.fromEntries(assignments.map(({ name, value }) => [name, value]));
	};
	expect(values('Payout matching Mollie')).toEqual({
		...{ client: 'bloom', payoutsFrom: '2026-02-01' },
		...{ paymentsFrom: '2026-03-01', profileId: 'pfl_QkEhN94Ba' },
		apiAddress: 'https://api.mollie.com',
	});
	// Nobody asked for it at Stripe, and PayPal has no such list.
	expect(values('Payout matching Stripe')).toMatchObject({ paymentsFrom: '' });
	expect(values('Payout matching PayPal')).not.toHaveProperty('paymentsFrom');
	expect(values('Payout matching PayPal').apiAddress).toBe('https://api-m.sandbox.paypal.com');
	const form = wantedWorkflows(all, whole).find(({ key }) => key === 'Payout upload CSV')!;
	expect(JSON.stringify(form.workflow)).toContain('"path":"bloom-payout-upload"');
});

it('makes a credential per provider, and none that the file names', () => {
	const made = wantedCredentials(whole).filter(({ key }) => !/^(snelStart|shop)/.test(key));
	expect(made.map(({ key, type, secrets }) => [key, type, Object.values(secrets)])).toEqual([
		['mollie', 'httpBearerAuth', ['MOLLIE_TOKEN']],
		['stripe', 'stripeApi', ['STRIPE_SECRET_KEY']],
		['payPal', 'oAuth2Api', ['PAYPAL_CLIENT_ID', 'PAYPAL_CLIENT_SECRET']],
		['klarna', 'httpBasicAuth', ['KLARNA_USER', 'KLARNA_PASSWORD']],
		['payout upload', 'httpBasicAuth', ['PAYOUT_UPLOAD_PASSWORD']],
	]);
	// Nothing else stands before that form on the internet.
	expect(made[4]!.shortest).toBe(12);
	expect(made[2]!.data).toMatchObject({
		accessTokenUrl: 'https://api-m.sandbox.paypal.com/v1/oauth2/token',
	});
	const named = client({
		stripe: { payoutsFrom: '2026-01-01', credential: 'Office Stripe' },
		upload: { credential: 'Office form' },
	});
	expect(wantedCredentials(named).map(({ key }) => key)).toEqual(['snelStart', 'shop web']);
	expect(namedPayoutCredentials(named)).toEqual([
		{ key: 'stripe', type: 'stripeApi', name: 'Office Stripe' },
		{ key: 'payout upload', type: 'httpBasicAuth', name: 'Office form' },
	]);
});

it('signs every node in that asks a provider or opens the form', () => {
	for (const { key, workflow } of wantedWorkflows(all, whole)) {
		const credentialKey = payoutCredentialKey(key);
		if (credentialKey === undefined) continue;
		const { type } = wantedCredentials(whole).find((one) => one.key === credentialKey)!;
		const credential = { id: '1', name: credentialKey };
		const linked = linkTemplate(workflow, {
			credentials: { [type]: credential },
			workflows: { 'Match and book payout': { id: '2', name: 'Match and book payout' } },
			nodeTypes: nodeCredentials,
		});
		const asking = linked.nodes.filter(({ type: node }) =>
			/\.(httpRequest|formTrigger)$/.test(node),
		);
		expect(asking.length).toBeGreaterThan(0);
		for (const { name, credentials } of asking) {
			expect([key, name, credentials]).toEqual([key, name, { [type]: credential }]);
		}
	}
});
