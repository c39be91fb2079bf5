import { proposeSettings, type ProposalInput } from '../../../bookkeeping/orders/proposeSettings';
import { seenOrders } from '../../../bookkeeping/orders/seenOrders';
import { transformOrder } from '../../../bookkeeping/orders/transform';
import {
	checkAgainstAdministration,
	type AdministrationFacts,
} from '../../../bookkeeping/settings/administrationCheck';
import { resolvePicks } from '../../../bookkeeping/settings/namedPicks';
import { readSettings } from '../../../bookkeeping/settings/readSettings';
import { wooCommerceOrder } from '../support';
import { bareFacts, facts, factsWithOss } from './proposalSupport';

const TODAY = '2026-07-01';
const rules = { country: 'NL', zone: 'Europe/Amsterdam', paidStatuses: ['paid'] };
const USUAL = [
	...['rest_simple_nl', 'rest_mixed_coupon_ship_fee', 'rest_reduced_only_shipping'],
	...['rest_rounding_3x', 'rest_export_us', 'rest_icp_de_vat_exempt', 'after_partial_refund'],
];

function propose(names: readonly string[], changes: Partial<ProposalInput> = {}) {
	const orders = names.map((name) => wooCommerceOrder(name));
	const input: ProposalInput = {
		client: 'bloom',
		shop: { shop: 'woocommerce', kind: 'wooCommerce' },
		seen: seenOrders('wooCommerce', orders, rules),
		facts: facts(),
		ownVatNumber: 'NL123456789B01',
		today: TODAY,
		mayMake: true,
		language: 'en',
		...changes,
	};
	return { ...proposeSettings(input), orders, facts: input.facts };
}

/** The proposal as it is saved: accounts made, names looked up, checked against the administration. */
function saved({ settings, toMake, facts: known }: ReturnType<typeof propose>) {
	const made: AdministrationFacts['accounts'] = toMake.map((account) => ({
		...{ id: `new ${account.number}`, number: account.number, name: account.name },
		...{ inactive: false, costCentreRequired: false, function: account.function },
		vatRateCode: account.vatRateCode ?? '',
		vatKinds:
			account.function === 'VerkopenOmzetHoog'
				? ['high']
				: account.function === 'VerkopenOmzetLaag'
					? ['low']
					: ['none'],
	}));
	const complete = { ...known, accounts: [...known.accounts, ...made] };
	const resolved = resolvePicks(settings, {
		ledgerAccounts: complete.accounts,
		journals: complete.journals,
		costCentres: complete.costCentres,
	});
	expect(resolved.complaints).toEqual([]);
	const read = readSettings(resolved.settings);
	if (!read.ok) throw new Error(read.complaints.join('\n'));
	expect(checkAgainstAdministration(read.settings, complete, TODAY)).toEqual([]);
	return read.settings;
}

test.each([
	['an administration that has everything', facts],
	['one where OSS is on', factsWithOss],
	['one with nothing in particular', bareFacts],
])('with %s it can be saved, and usual orders get no code', (_, administration) => {
	const proposal = propose(USUAL, { facts: administration() });
	const settings = { ...saved(proposal), vatNumberCheck: { use: 'formOnly' as const } };
	const codes = proposal.orders.map((order) => {
		const read = readSettings(settings);
		if (!read.ok) throw new Error(read.complaints.join('\n'));
		const { outcome, code } = transformOrder(order, 'woocommerce', read.settings);
		return outcome === 'attention' ? code : '';
	});
	expect(codes.filter((code) => code !== '')).toEqual([]);
});

test('what is there is used: nothing is made, every line has its reason', () => {
	const { settings, toMake, reasons } = propose(USUAL);
	expect(toMake).toEqual([]);
	expect(settings.vatMapping).toMatchObject([
		{
			...{ country: 'NL', percentage: 21, vatKind: 'high' },
			productsAccountId: '8000 Omzet hoog',
			shippingAccountId: '8300 Verzendkosten hoog',
			discountAccountId: '8400 Korting hoog',
			feesAccountId: '8500 Toeslagen hoog',
		},
		{ percentage: 9, vatKind: 'low', productsAccountId: '8010 Omzet laag' },
		{ percentage: 0, vatKind: 'none', productsAccountId: '8040 Omzet nultarief' },
	]);
	expect(settings).toMatchObject({
		icp: { productsAccountId: '8150 Export binnen EU' },
		international: { productsAccountId: '8170 Export buiten EU' },
		roundingAccountId: '4900 Betalingsverschillen',
		costCentreId: 'Webwinkel',
		ordersWithRefunds: 'book',
		shops: [{ approveFirst: true, invoiceNumberPrefix: 'W' }],
	});
	expect(reasons.find(({ setting }) => setting === 'icp')?.why).toContain(': 1 order.');
});

test('what is missing is named with the right function, or done without when it may not be made', () => {
	const { toMake } = propose(USUAL, { facts: bareFacts() });
	expect(toMake.map((one) => `${one.number} ${one.name} ${one.function}`)).toEqual([
		'8300 Verzendkosten hoog VerkopenOmzetHoog',
		'8400 Korting hoog VerkopenOmzetHoog',
		'8500 Toeslagen hoog VerkopenOmzetHoog',
		'8310 Verzendkosten laag VerkopenOmzetLaag',
		'8410 Korting laag VerkopenOmzetLaag',
		'8510 Toeslagen laag VerkopenOmzetLaag',
		'8040 Omzet onbelast VerkopenOmzetOnbelastVerlegd',
		'8340 Verzendkosten onbelast VerkopenOmzetOnbelastVerlegd',
		'8440 Korting onbelast VerkopenOmzetOnbelastVerlegd',
		'8540 Toeslagen onbelast VerkopenOmzetOnbelastVerlegd',
		'8150 Export binnen EU VerkopenExportBinnenEU',
		'8170 Export buiten EU VerkopenExportBuitenEU',
		'4900 Afrondingsverschillen Diversen',
		'1104 Mollie tussenrekening TussenrekeningBetalingen',
	]);
	const without = propose(USUAL, { facts: bareFacts(), mayMake: false });
	expect(without.toMake).toEqual([]);
	expect(without.settings.vatMapping).toMatchObject([
		{ percentage: 21, productsAccountId: '8000 Omzet hoog', shippingAccountId: '8000 Omzet hoog' },
		{ percentage: 9 },
	]);
	expect(without.questions.join('\n')).toMatch(/rounding.*\n?.*/);
	saved(without);
});

test('foreign consumers: by OSS where it is on; asked where it is off', () => {
	const on = propose(['rest_oss_de_consumer'], { facts: factsWithOss() });
	expect(on.settings.vatMapping).toContainEqual(
		expect.objectContaining({
			...{ country: 'DE', percentage: 19, vatKind: 'oss' },
			productsAccountId: '8180 Afstandsverkopen EU hoog',
		}),
	);
	saved(on);
	const off = propose(['rest_oss_de_consumer']);
	expect(off.settings.vatMapping?.map(({ country }) => country)).toEqual(['NL', 'NL', 'NL']);
	expect(off.questions.join()).toContain('OSS is switched off in SnelStart');
});

test('payment methods of providers get their clearing account; a bank transfer stays open', () => {
	const seen = {
		...propose([]).orders,
		...seenOrders('wooCommerce', [], rules),
		paymentMethods: [
			{ name: 'mollie_wc_gateway_ideal', title: 'iDEAL', orders: 9 },
			{ name: 'mollie_wc_gateway_bancontact', title: 'Bancontact', orders: 2 },
			{ name: 'multisafepay_ideal', title: 'iDEAL', orders: 1 },
			{ name: 'bacs', title: 'Overboeking', orders: 1 },
			{ name: 'pw_gift_card', title: 'Cadeaubon', orders: 1 },
		],
	};
	const proposal = propose([], { seen, language: 'nl' });
	expect(proposal.settings.paymentMethods).toMatchObject([
		{ paymentMethod: 'mollie_wc_gateway_ideal', clearingAccountId: '1104 Mollie tussenrekening' },
		{ paymentMethod: 'mollie_wc_gateway_bancontact', journalId: 'Memoriaal' },
		{ paymentMethod: 'multisafepay_ideal', clearingAccountId: '1110 MultiSafepay tussenrekening' },
	]);
	expect(proposal.toMake).toMatchObject([
		{ function: 'TussenrekeningBetalingen', statement: 'Balans' },
	]);
	expect(proposal.reasons.find(({ setting }) => setting === 'paymentMethods bacs')?.why).toMatch(
		/blijven open/,
	);
	expect(proposal.settings.paymentMethods).toHaveLength(3);
	expect(proposal.questions.join()).toContain('uitbetalingen van Mollie');
	saved(proposal);
});

test('a status that nobody knows is asked; gift cards get a liability account', () => {
	const seen = {
		...seenOrders('wooCommerce', [], rules),
		statuses: [
			{ name: 'verzonden', orders: 4 },
			{ name: 'on-hold', orders: 1 },
		],
		giftCards: 2,
	};
	const proposal = propose([], { seen });
	expect(proposal.questions.join()).toContain('verzonden 4×');
	expect(proposal.questions.join()).not.toContain('on-hold');
	expect(proposal.settings).toMatchObject({
		giftCardAccountId: '1550 Verkochte cadeaubonnen',
		giftCardJournalId: 'Memoriaal',
	});
});
