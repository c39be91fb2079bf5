import { readSettings } from '../../../bookkeeping/settings/readSettings';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import { completeSettings, settingsWith } from '../support';
import { ideal, mollie } from '../payments/support';

function complaints(changes: Partial<SettingsInput>): string[] {
	const result = readSettings({ ...completeSettings, ...changes });
	return result.ok ? [] : result.complaints;
}

const [shop, jouwWeb] = completeSettings.shops;
const [high, low, none] = completeSettings.vatMapping;
const accounts = { productsAccountId: 'products' };
const costs = { paymentCostsAccountId: 'costs' };
const order = (changes: Partial<SettingsInput> = {}) => ({
	document: 'salesOrder' as const,
	...changes,
});
const groups = (...kinds: Array<'none' | 'low' | 'high' | 'other'>) => ({
	revenueGroups: kinds.map((vatKind) => ({ vatKind, revenueGroupId: `group ${vatKind}` })),
});
const currencies = (exchangeRates: SettingsInput['exchangeRates']) => ({ exchangeRates });
const usd = { currency: 'USD', rate: '1.0850' };

describe('what contradicts itself is refused in a sentence that names both settings', () => {
	test.each<[string, Partial<SettingsInput>, string[]]>([
		[
			'two shops of one name',
			{
				shops: [
					shop!,
					{ ...jouwWeb!, shop: 'woocommerce' },
					{ ...jouwWeb!, shop: 'woocommerce', kind: 'other' },
				],
			},
			[`'Shops' names the shop "woocommerce" twice; every shop needs a name of its own.`],
		],
		[
			'one percentage twice; another country is fine',
			{ vatMapping: [high!, low!, { ...high!, country: 'BE' }, high!] },
			["'VAT Mapping' has two rows for NL 21 %; keep one."],
		],
		[
			'two fixed debtors',
			{
				fixedDebtors: [
					{ paymentMethod: 'cod', relationId: '1' },
					{ paymentMethod: 'bacs', relationId: '1' },
					{ paymentMethod: 'cod', relationId: '2' },
				],
			},
			[`'Fixed Debtors' names the payment method "cod" twice; keep one.`],
		],
		[
			'invoices of another connector that cannot be read, stand there twice, or have no first day',
			{
				shops: [
					{ ...shop!, oldInvoices: ['1=A1', '2 = A2', 'A3', '1=a2'] },
					{ ...jouwWeb!, bookFrom: '2026-01-01', oldInvoices: ['1=A1'] },
				],
			},
			[
				`'Invoices of Another Connector' of the shop "woocommerce": write "A3" as 4102=2026-0901.`,
				`'Invoices of Another Connector' of the shop "woocommerce" names 1 more than once; keep one of them.`,
				`'Invoices of Another Connector' of the shop "woocommerce" names a2 more than once; keep one of them.`,
				`'Invoices of Another Connector' of the shop "woocommerce" needs 'Book From': the first day that is not the other connector's; fill it in.`,
				`'Invoices of Another Connector' of the shop "jouwweb" names A1, as that of the shop "woocommerce" does; an invoice is of one order, so keep one of them.`,
			],
		],
		[
			'an own VAT number without the form of one',
			{ vatNumberCheck: { ownVatNumber: 'NL12' } },
			[
				"'Own VAT Number' of 'VAT Number Check' does not have the form of an EU VAT number, such as NL123456789B01.",
			],
		],
		['an own VAT number', { vatNumberCheck: { ownVatNumber: 'NL 1234.56.789.B01' } }, []],
		['no own VAT number', { vatNumberCheck: { ownVatNumber: '' } }, []],
		[
			'OSS at home',
			{ vatMapping: [{ ...high!, vatKind: 'oss' }] },
			[
				"'VAT Mapping' of NL 21 %: 'VAT Rate' OSS is for other countries than that of the shop in 'Shops'.",
			],
		],
		[
			'OSS abroad',
			{ vatMapping: [high!, { ...high!, country: 'DE', percentage: 19, vatKind: 'oss' }] },
			[],
		],
		[
			'0 % with a VAT rate',
			{ vatMapping: [{ ...none!, vatKind: 'high' }] },
			[
				"'VAT Mapping' of NL 0 %: 'Percentage' and 'VAT Rate' contradict each other; 0 % goes with None (geen), any other percentage with High, Low or Other.",
			],
		],
		[
			'a percentage without a VAT rate',
			{ vatMapping: [{ ...low!, vatKind: 'none' }] },
			[
				"'VAT Mapping' of NL 9 %: 'Percentage' and 'VAT Rate' contradict each other; 0 % goes with None (geen), any other percentage with High, Low or Other.",
			],
		],
		[
			'credit notes with the numbers of orders (HC-16)',
			{
				shops: [
					{ ...shop!, invoiceNumberPrefix: '12' },
					{ ...jouwWeb!, invoiceNumberPrefix: 'C', creditNoteNumberPrefix: 'CJ' },
				],
			},
			[
				`'Credit Note Number Prefix' of shop "woocommerce" gives credit notes numbers like those of the orders of shop "jouwweb" ('Invoice Number Prefix'); put other letters in one of them.`,
			],
		],
		[
			'the same the other way round: digits may come from either prefix',
			{
				shops: [
					{ ...shop!, creditNoteNumberPrefix: 'C' },
					{ ...jouwWeb!, invoiceNumberPrefix: 'C7', creditNoteNumberPrefix: 'J' },
				],
			},
			[
				`'Credit Note Number Prefix' of shop "woocommerce" gives credit notes numbers like those of the orders of shop "jouwweb" ('Invoice Number Prefix'); put other letters in one of them.`,
			],
		],
		[
			'letters between the prefixes tell the numbers apart',
			{
				shops: [
					{ ...shop!, creditNoteNumberPrefix: 'C' },
					{ ...jouwWeb!, invoiceNumberPrefix: 'C7X', creditNoteNumberPrefix: 'J' },
				],
			},
			[],
		],
		[
			'two shops that number their orders alike (HC-16)',
			{
				shops: [
					{ ...shop!, invoiceNumberPrefix: 'W' },
					{ ...jouwWeb!, invoiceNumberPrefix: 'W' },
					{ ...shop!, shop: 'second', invoiceNumberPrefix: 'W1' },
					{ ...shop!, shop: 'third', invoiceNumberPrefix: 'X' },
				],
			},
			[
				`'Invoice Number Prefix' of shop "second" and of shop "woocommerce" can give the same invoice numbers, since both shops number their orders alike; put other letters in one of them.`,
			],
		],
		[
			'an SKU twice',
			{
				productAccounts: [
					{ sku: 'GIFT', accountId: '1' },
					{ sku: 'GIFT*', accountId: '1' },
					{ sku: 'GIFT', accountId: '2' },
				],
			},
			[`'Product Accounts' names the SKU "GIFT" twice; keep one.`],
		],
		[
			'a category twice, in other capitals',
			{
				productAccounts: [
					{ category: 'Books', accountId: '1' },
					{ category: 'Toys', accountId: '1' },
					{ category: 'books', accountId: '2' },
				],
			},
			[`'Product Accounts' names the category "books" twice; keep one.`],
		],
		[
			'a row for no product at all',
			{ productAccounts: [{ accountId: '1' }] },
			["'Product Accounts' has a row with neither 'SKU' nor 'Category'; fill one of them."],
		],
		[
			'a row for an SKU and a category',
			{ productAccounts: [{ sku: 'GIFT', category: 'Books', accountId: '1' }] },
			[`'Product Accounts' has a row with both 'SKU' "GIFT" and 'Category'; fill one of them.`],
		],
		[
			'the margin scheme without accounts',
			{ shops: [shop!, { ...jouwWeb!, marginScheme: true }] },
			[
				`Shop "jouwweb" has 'Margin Scheme' on, but the accounts of 'Margin Scheme' are empty; fill them or switch it off.`,
			],
		],
		['the margin scheme', { shops: [{ ...shop!, marginScheme: true }], margin: accounts }, []],
		[
			'no status to book',
			{ shops: [{ ...jouwWeb!, statusesToBook: [] }] },
			[`'Statuses to Book' of shop "jouwweb" is empty, so nothing would ever be booked.`],
		],
		[
			'a status on both lists',
			{ shops: [{ ...jouwWeb!, statusesToBook: ['a', 'b'], statusesToSkip: ['b', 'c'] }] },
			[
				`Shop "jouwweb": status "b" stands both in 'Statuses to Book' and in 'Statuses to Skip'; keep one.`,
			],
		],
	])('%s', (_, changes, sentences) => {
		expect(complaints(changes)).toEqual(sentences);
	});

	test('the statuses of WooCommerce are taken where none are named, with those to skip besides', () => {
		const shops = [{ ...shop!, statusesToBook: [], statusesToSkip: ['pending'] }];
		expect(settingsWith({ shops }).shops[0]).toMatchObject({
			statusesToBook: ['processing', 'completed', 'refunded'],
			statusesToSkip: ['cancelled', 'failed', 'trash', 'pending'],
		});
		expect(settingsWith().shops[0]!.statusesToSkip).toEqual(['cancelled', 'failed']);
	});

	test('an empty choice is none', () => {
		const blank = { costCentreId: ' ', salesJournalId: '', descriptionPattern: '' };
		expect(settingsWith(blank)).toMatchObject({
			costCentreId: undefined,
			salesJournalId: undefined,
			descriptionPattern: undefined,
		});
		const [row] = settingsWith({
			shops: [{ ...shop!, bookFrom: '', invoiceNumberField: '' }],
		}).shops;
		expect(row).toMatchObject({ bookFrom: undefined, invoiceNumberField: undefined });
	});

	test('a field of the wrong kind is named by its place', () => {
		expect(complaints({ paymentTermDays: -1 })).toEqual(['paymentTermDays: must be 0 at least']);
		expect(complaints({ shops: [{ ...shop!, shop: 'No Name' }] })).toEqual([
			'shops.0.shop: Use small letters, digits and dashes',
		]);
		expect(complaints({ paymentMethods: [{ ...ideal, journalId: undefined as never }] })).toEqual([
			'paymentMethods.0.journalId: is missing',
		]);
		expect(readSettings('text')).toMatchObject({
			ok: false,
			complaints: ['settings: must be an object'],
		});
	});
});

describe('payment methods and payouts (J072, J073, W049)', () => {
	test.each<[string, Partial<SettingsInput>, string[]]>([
		[
			'a method twice, in other capitals',
			{ paymentMethods: [ideal, { ...ideal, paymentMethod: ideal.paymentMethod.toUpperCase() }] },
			['\'Payment Methods\' names the payment method "MOLLIE_WC_GATEWAY_IDEAL" twice; keep one.'],
		],
		[
			'a method that has a fixed debtor',
			{
				paymentMethods: [{ ...ideal, paymentMethod: 'COD' }],
				fixedDebtors: [{ paymentMethod: 'cod', relationId: '1' }],
			},
			[
				`The payment method "COD" stands both in 'Fixed Debtors' and in 'Payment Methods'; with a clearing account there is no fixed debtor, keep one.`,
			],
		],
		[
			'a memorial without clearing account',
			{ paymentMethods: [{ ...ideal, clearingAccountId: '' }] },
			[
				`'Payment Methods' "mollie_wc_gateway_ideal": 'Entry Kind' is memorial, so 'Clearing Account' has to be chosen.`,
			],
		],
		[
			'a cash entry with one',
			{ paymentMethods: [{ ...ideal, entryKind: 'cash' }] },
			[
				`'Payment Methods' "mollie_wc_gateway_ideal": 'Entry Kind' is cash, which is booked on the journal's own account; leave 'Clearing Account' empty or choose memorial.`,
			],
		],
		[
			'a bank entry without one',
			{ paymentMethods: [{ ...ideal, entryKind: 'bank', clearingAccountId: '' }] },
			[],
		],
		[
			'fees without an account for costs',
			{ paymentMethods: [{ ...ideal, bookFees: true }] },
			[
				`'Payment Methods' "mollie_wc_gateway_ideal": 'Book Fees' is on, so 'Payment Costs Account' has to be chosen.`,
			],
		],
		[
			'fees that the payout books again',
			{
				...costs,
				paymentMethods: [{ ...ideal, bookFees: true }],
				payoutProviders: [
					{ ...mollie, clearingAccountId: 'other' },
					{ ...mollie, provider: 'stripe' },
				],
			},
			[
				`'Payment Methods' "mollie_wc_gateway_ideal": 'Book Fees' is on while 'Payout Providers' "stripe" has 'Fees On' costs, so every fee would be booked twice; switch one off.`,
			],
		],
		[
			'fees that the payout leaves on the clearing account',
			{
				...costs,
				paymentMethods: [{ ...ideal, bookFees: true }],
				payoutProviders: [{ ...mollie, feesOn: 'clearing' }],
			},
			[],
		],
		[
			'fees of the payout alone',
			{ ...costs, paymentMethods: [ideal], payoutProviders: [mollie] },
			[],
		],
		[
			'a provider twice',
			{
				...costs,
				payoutProviders: [
					mollie,
					{ ...mollie, provider: 'stripe' },
					{ ...mollie, provider: 'Mollie' },
				],
			},
			[`'Payout Providers' names the provider "Mollie" twice; keep one.`],
		],
		[
			'a memorial payout without transfer account',
			{ ...costs, payoutProviders: [{ ...mollie, entryKind: 'memorial', transferAccountId: '' }] },
			[
				`'Payout Providers' "mollie": 'Entry Kind' is memorial, so 'Transfer Account' has to be chosen.`,
			],
		],
		[
			'a bank payout without one',
			{ ...costs, payoutProviders: [{ ...mollie, transferAccountId: '' }] },
			[],
		],
		[
			'payout fees without an account',
			{ payoutProviders: [mollie] },
			[
				`'Payout Providers' "mollie": 'Fees On' is costs, so 'Payment Costs Account' has to be chosen.`,
			],
		],
		[
			'payout fees on the clearing account',
			{ payoutProviders: [{ ...mollie, feesOn: 'clearing' }] },
			[],
		],
		[
			'one account on both sides',
			{ ...costs, payoutProviders: [{ ...mollie, transferAccountId: mollie.clearingAccountId }] },
			[
				`'Payout Providers' "mollie": 'Transfer Account' and 'Clearing Account' are the same ledger account; choose two.`,
			],
		],
	])('%s', (_, changes, sentences) => {
		expect(complaints(changes)).toEqual(sentences);
	});
});

describe('sales orders (J153, J180)', () => {
	test.each<[string, Partial<SettingsInput>, string[]]>([
		['sales entries need none of it', { paymentTermDays: 101 }, []],
		[
			'a row per VAT rate of the mapping',
			order({ salesOrders: groups('none', 'low', 'high') }),
			[],
		],
		[
			'a rate without row',
			order({ salesOrders: groups('none', 'high') }),
			[
				"'Document' is Sales Order, so 'Revenue Groups' needs a row for the VAT rate low of 'VAT Mapping'.",
			],
		],
		[
			'a rate twice',
			order({ salesOrders: groups('none', 'low', 'high', 'low') }),
			["'Revenue Groups' has two rows for low; keep one."],
		],
		...(['icp', 'international', 'margin'] as const).map(
			(row): [string, Partial<SettingsInput>, string[]] => [
				`deliveries without VAT (${row})`,
				order({
					icp: undefined,
					international: undefined,
					vatMapping: [high!],
					salesOrders: groups('high'),
					[row]: accounts,
				}),
				[
					"'Document' is Sales Order, so 'Revenue Groups' needs a row for the VAT rate none of 'VAT Mapping'.",
				],
			],
		),
		[
			'none without deliveries without VAT',
			order({
				icp: undefined,
				international: undefined,
				vatMapping: [high!],
				salesOrders: groups('high'),
			}),
			[],
		],
		[
			'a term of 100 days',
			order({ paymentTermDays: 100, salesOrders: groups('none', 'low', 'high') }),
			[],
		],
		[
			'a term of 101 days',
			order({ paymentTermDays: 101, salesOrders: groups('none', 'low', 'high') }),
			[
				"'Payment Term (Days)' is 101, but with 'Document' Sales Order SnelStart takes 100 at most.",
			],
		],
	])('%s', (_, changes, sentences) => {
		expect(complaints(changes)).toEqual(sentences);
	});
});

describe('orders in another currency (HC-13)', () => {
	test.each<[string, Partial<SettingsInput>, string[]]>([
		['fixed rates', currencies({ use: 'fixed', rates: [usd] }), []],
		['a rate on the order', currencies({ use: 'orderField', orderField: 'rate' }), []],
		[
			'fixed rates without rows',
			currencies({ use: 'fixed' }),
			[
				"'Other Currencies': 'Exchange Rate' is Fixed Rates, but 'Fixed Rates' is empty; add a row per currency.",
			],
		],
		[
			'rows that nobody reads',
			currencies({ rates: [usd] }),
			[
				"'Other Currencies': 'Exchange Rate' is Refuse, but 'Fixed Rates' has rows; choose Fixed Rates or remove them.",
			],
		],
		[
			'a rate on the order without its field',
			currencies({ use: 'orderField', orderField: ' ' }),
			[
				"'Other Currencies': 'Exchange Rate' is Rate on the Order, but 'Rate Field' is empty; fill it.",
			],
		],
		[
			'a field that nobody reads',
			currencies({ use: 'fixed', rates: [usd], orderField: 'rate' }),
			[
				`'Other Currencies': 'Exchange Rate' is Fixed Rates, but 'Rate Field' is "rate"; choose Rate on the Order or empty it.`,
			],
		],
		[
			'a currency twice',
			currencies({ use: 'fixed', rates: [usd, { ...usd, currency: 'GBP' }, usd] }),
			["'Other Currencies': 'Fixed Rates' has two rows for USD; keep one."],
		],
		[
			'a day twice, other days besides',
			currencies({
				use: 'fixed',
				rates: [
					usd,
					{ ...usd, from: '2026-01-01' },
					{ ...usd, from: '2026-02-01' },
					{ ...usd, from: '2026-01-01' },
				],
			}),
			["'Other Currencies': 'Fixed Rates' has two rows for USD from 2026-01-01; keep one."],
		],
		[
			'a rate of the euro',
			currencies({ use: 'fixed', rates: [{ currency: 'eur', rate: '1' }] }),
			["'Other Currencies': 'Fixed Rates' has a row for EUR, which needs no rate; remove it."],
		],
		[
			'a comma',
			currencies({ use: 'fixed', rates: [{ ...usd, rate: '1,0850' }] }),
			[
				`'Other Currencies': 'Rate' of USD is "1,0850"; write a number above 0 with a point and at most 15 decimals, such as 1.0850.`,
			],
		],
	])('%s', (_, changes, sentences) => {
		expect(complaints(changes)).toEqual(sentences);
	});
});
