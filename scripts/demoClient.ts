import type { Sandbox } from '../sandbox/index';
import { guidFor } from '../sandbox/snelstart/identity';
import type { ViesSandbox } from '../sandbox/vies/server';
import { parametersFromSettings } from '../bookkeeping';
import type { SettingsInput } from '../bookkeeping';
import type { ClientFile } from '../cli/clientFile';

const account = (number: number) => guidFor('grootboek', String(number));

/** The ledger accounts of one row in the sandbox's administration. */
const accounts = (products: number, shipping: number, discount: number, fees: number) => ({
	productsAccountId: account(products),
	shippingAccountId: account(shipping),
	discountAccountId: account(discount),
	feesAccountId: account(fees),
});

/** Payouts that arrive in the bank journal. */
const provider = (name: string, clearing: number) => ({
	provider: name,
	entryKind: 'bank' as const,
	journalId: guidFor('dagboeken', 2),
	clearingAccountId: account(clearing),
	transferAccountId: account(1105),
	reserveAccountId: account(1109),
});

/**
 * The settings of the demo's client. VAT numbers are checked with the sandbox's VIES: the demo never
 * leaves this machine.
 */
function demoClientSettings({ url }: Pick<ViesSandbox, 'url'>): SettingsInput {
	return {
		client: 'my-client',
		shops: [
			{
				shop: 'woocommerce',
				kind: 'wooCommerce',
				country: 'NL',
				zone: 'Europe/Amsterdam',
				statusesToBook: ['processing', 'completed', 'refunded'],
				statusesToSkip: ['cancelled', 'failed', 'trash'],
				invoiceNumberPrefix: 'W',
			},
			{
				shop: 'jouwweb',
				kind: 'jouwWeb',
				country: 'NL',
				zone: 'Europe/Amsterdam',
				statusesToBook: ['processed'],
				statusesToSkip: [],
				invoiceNumberPrefix: '',
			},
		],
		vatMapping: [
			{ country: 'NL', percentage: 21, vatKind: 'high', ...accounts(8000, 8300, 8400, 8500) },
			{ country: 'NL', percentage: 9, vatKind: 'low', ...accounts(8010, 8310, 8410, 8510) },
			{ country: 'NL', percentage: 0, vatKind: 'none', ...accounts(8040, 8320, 8420, 8520) },
		],
		icp: accounts(8150, 8150, 8150, 8150),
		international: accounts(8170, 8170, 8170, 8170),
		productAccounts: [{ sku: 'BON-*', accountId: account(1550) }],
		vatNumberCheck: { ownVatNumber: 'NL123456789B01', viesUrl: url },
		// Refunds have a workflow of their own: the sale is booked in full and the refund credited.
		ordersWithRefunds: 'book',
		paymentMethods: ['mollie_wc_gateway_ideal', 'ideal'].map((paymentMethod) => ({
			paymentMethod,
			entryKind: 'memorial' as const,
			journalId: guidFor('dagboeken', 5),
			clearingAccountId: account(1104),
		})),
		payoutProviders: [
			// The bank statement of Mollie's payouts is imported, so they go through transfers.
			{ ...provider('mollie', 1104), entryKind: 'memorial', journalId: guidFor('dagboeken', 5) },
			provider('stripe', 1106),
			// PayPal keeps a balance: its own bank journal.
			{ ...provider('payPal', 1107), journalId: guidFor('dagboeken', 7) },
			provider('klarna', 1108),
			provider('multisafepay', 1104),
		],
		paymentCostsAccountId: account(4310),
		roundingAccountId: account(4900),
		giftCardAccountId: account(1550),
		giftCardJournalId: guidFor('dagboeken', 5),
		negativeFeeWithoutVat: 'discount',
	};
}

/** The same settings as the parameters of the Webshop Settings node. */
export const demoClientParameters = (vies: Pick<ViesSandbox, 'url'>): Record<string, unknown> =>
	parametersFromSettings(demoClientSettings(vies));

/** The demo's client as a file for the import command. */
export function demoClientFile(sandbox: Sandbox): ClientFile {
	const { vies, snelStart, wooCommerce, jouwWeb } = sandbox;
	const payoutsFrom = '2020-01-01';
	// Each day is a call of its own there.
	const monthAgo = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
	return {
		settings: demoClientSettings(vies),
		snelStart: {
			baseUrl: snelStart.baseUrl,
			tokenUrl: snelStart.tokenUrl,
			// The sandbox allows what SnelStart allows Maatwerk and Productie.
			requestsPerMinute: 500,
			requestsInFlight: 50,
		},
		shops: {
			woocommerce: { ordersFrom: '2026-01-01', url: wooCommerce.url },
			jouwweb: {
				ordersFrom: '2026-01-01',
				baseUrl: jouwWeb.baseUrl,
				website: String(jouwWeb.websiteId),
			},
		},
		payouts: {
			mollie: { payoutsFrom, address: sandbox.mollie.url },
			stripe: { payoutsFrom, address: sandbox.stripe.url },
			payPal: { payoutsFrom: monthAgo, address: sandbox.payPal.url },
			klarna: { payoutsFrom, address: sandbox.klarna.url },
			upload: {},
		},
	};
}

/** The secrets of the stand-ins, by the names that the import command asks for. */
export const demoSecrets = ({
	snelStart,
	wooCommerce,
	jouwWeb,
	mollie,
	stripe,
	payPal,
	klarna,
}: Sandbox): Record<string, string> => ({
	SNELSTART_CLIENT_KEY: snelStart.clientKey,
	SNELSTART_SUBSCRIPTION_KEY: snelStart.subscriptionKey,
	WOOCOMMERCE_CONSUMER_KEY: wooCommerce.consumerKey,
	WOOCOMMERCE_CONSUMER_SECRET: wooCommerce.consumerSecret,
	JOUWWEB_TOKEN: jouwWeb.token,
	MOLLIE_TOKEN: mollie.token,
	STRIPE_SECRET_KEY: stripe.secretKey,
	PAYPAL_CLIENT_ID: payPal.clientId,
	PAYPAL_CLIENT_SECRET: payPal.clientSecret,
	KLARNA_USER: klarna.username,
	KLARNA_PASSWORD: klarna.password,
});
