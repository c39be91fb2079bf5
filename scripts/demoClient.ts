import type { Sandbox } from '../sandbox/index';
import { guidFor } from '../sandbox/snelstart/identity';
import type { ViesSandbox } from '../sandbox/vies/server';
import type { WorkflowJson } from './n8nClient';

const account = (number: number) => guidFor('grootboek', String(number));

/** The ledger accounts of one row in the sandbox's administration. */
const accounts = (products: number, shipping: number, discount: number, fees: number) => ({
	productsAccountId: account(products),
	shippingAccountId: account(shipping),
	discountAccountId: account(discount),
	feesAccountId: account(fees),
});

/**
 * The settings of the demo's client, as the parameters of its Webshop Settings node. VAT numbers are
 * checked with the sandbox's VIES: the demo never leaves this machine.
 */
export function demoClientParameters({ url }: Pick<ViesSandbox, 'url'>): Record<string, unknown> {
	return {
		client: 'my-client',
		shops: {
			rows: [
				{
					shop: 'woocommerce',
					kind: 'wooCommerce',
					country: 'NL',
					zone: 'Europe/Amsterdam',
					statusesToBook: 'processing, completed, refunded',
					statusesToSkip: 'cancelled, failed, trash',
					invoiceNumberPrefix: 'W',
				},
				{
					shop: 'jouwweb',
					kind: 'jouwWeb',
					country: 'NL',
					zone: 'Europe/Amsterdam',
					statusesToBook: 'processed',
					statusesToSkip: '',
					invoiceNumberPrefix: '',
				},
			],
		},
		vatMapping: {
			rows: [
				{ country: 'NL', percentage: 21, vatKind: 'high', ...accounts(8000, 8300, 8400, 8500) },
				{ country: 'NL', percentage: 9, vatKind: 'low', ...accounts(8010, 8310, 8410, 8510) },
				{ country: 'NL', percentage: 0, vatKind: 'none', ...accounts(8040, 8320, 8420, 8520) },
			],
		},
		icp: { accounts: accounts(8150, 8150, 8150, 8150) },
		international: { accounts: accounts(8170, 8170, 8170, 8170) },
		productAccounts: { rows: [{ sku: 'BON-*', accountId: account(1550), costCentreId: '' }] },
		vatNumberCheck: { ownVatNumber: 'NL123456789B01', viesUrl: url },
		options: { roundingAccountId: account(4900), giftCardAccountId: account(1550) },
	};
}

/**
 * Fills the demo's client into a template, the way an integrator would in the editor: the settings
 * in "Client settings", the website in the JouwWeb sync.
 */
export function withDemoClient(template: WorkflowJson, { jouwWeb, vies }: Sandbox): WorkflowJson {
	const values: Record<string, Record<string, unknown>> = {
		'Webshop settings': demoClientParameters(vies),
	};
	const nodes = template.nodes.map((node) => {
		const parameters = { ...node.parameters, ...values[node.name] };
		if (node.type.endsWith('.jouwWeb')) {
			parameters.website = { __rl: true, mode: 'id', value: jouwWeb.websiteId };
		}
		return { ...node, parameters };
	});
	return { ...template, nodes };
}
