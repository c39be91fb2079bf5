import { transformOrder } from '../../../bookkeeping/orders/transform';
import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { countries } from '../../../sandbox/snelstart/countries';
import { order } from '../../bookkeeping/refunds/support';
import { settingsWith } from '../../bookkeeping/support';
import { accountId, book, draft as entryDraft } from './support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => {
	sandbox.snelStart.reset();
	sandbox.snelStart.switches.foreignVat = true;
});
afterAll(() => sandbox.stop());

const accounts = (number: number) => ({
	...{ productsAccountId: accountId(number), shippingAccountId: accountId(number) },
	...{ feesAccountId: accountId(number), discountAccountId: accountId(number) },
});
const settings = settingsWith({
	vatMapping: [
		{ country: 'NL', percentage: 21, vatKind: 'high', ...accounts(8000) },
		{ country: 'BE', percentage: 21, vatKind: 'oss', ...accounts(8180) },
		{ country: 'BE', percentage: 6, vatKind: 'oss', ...accounts(8181) },
	],
	giftCardAccountId: accountId(1550),
	roundingAccountId: accountId(4900),
	ossChargeWithoutVat: 'gross',
	administration: {
		...{ name: 'A', accounts: [] },
		vatRates: [{ vatKind: 'high', percentage: 21, validFrom: '2012-10-01', validTo: '2400-12-31' }],
		foreignVatAccountId: accountId(1680),
	},
});
const buyer = (country: string) => ({
	...{ first_name: 'Ada', last_name: 'Test', email: 'ada@mail.example' },
	...{ address_1: 'Kerkstraat 1', postcode: '1000', city: 'Plaats', country },
});
const sold = (changes: object, lines = [{ net: 10_000, rate: 21 }]) =>
	order(lines, { billing: buyer('BE'), ...changes });

async function booked(raw: object) {
	const { draft, code, message } = transformOrder(raw, 'woocommerce', settings);
	if (!draft) throw new Error(`${code}: ${message}`);
	const [result] = await book(sandbox, [draft]);
	const { salesEntries, relations } = sandbox.snelStart.books.summary();
	const card = relations.find(({ id }) => id === result!.relationId);
	return {
		state: result!.message ?? result!.state,
		total: Number(salesEntries.at(-1)?.factuurbedrag),
		country: countries.find(({ id }) => id === card?.vestigingsAdres?.land?.id)?.landcode,
	};
}

// RRL in Belgium is 6 %: 10.00 goods of 0.60 VAT.
test.each<[string, object, number, string | undefined]>([
	['with a cent of rounding', sold({ total: '121.01' }), 121.01, 'BE'],
	[
		'at two rates',
		sold({}, [
			{ net: 10_000, rate: 21 },
			{ net: 1_000, rate: 6 },
		]),
		131.6,
		'BE',
	],
	[
		'with shipping without VAT',
		sold({
			total: '126.95',
			shipping_lines: [{ method_title: 'Post', total: '5.95', total_tax: '0.00', taxes: [] }],
		}),
		126.95,
		'BE',
	],
	['to a friend abroad', sold({ billing: buyer('NL'), shipping: buyer('BE') }), 121, 'BE'],
	['from abroad to a friend here', sold({ shipping: buyer('NL') }), 121, 'NL'],
	[
		'from abroad, picked up here',
		sold({ shipping_lines: [{ method_id: 'local_pickup', total: '0.00', taxes: [] }] }),
		121,
		undefined,
	],
])('SnelStart takes an order %s', async (_, raw, total, country) => {
	expect(await booked(raw)).toEqual({ state: 'booked', total, country });
});

/** 100.00 at 21 % of Belgium, and a gift card of 25.00. */
function withCard() {
	const raw = sold({ total: '146.00' }, [
		{ net: 10_000, rate: 21 },
		{ net: 2_500, rate: 0 },
	]);
	const [goods, line] = raw.line_items as object[];
	const meta_data = [{ key: '_ywgc_gift_card_code', value: 'x' }];
	const card = { ...line, taxes: [], meta_data };
	const [rate] = raw.tax_lines as object[];
	const whole = { ...raw, line_items: [goods, card], tax_lines: [rate] };
	const { draft, code, message } = transformOrder(whole, 'woocommerce', settings);
	if (!draft) throw new Error(`${code}: ${message}`);
	return draft;
}
const entries = () =>
	sandbox.snelStart.books
		.summary()
		.salesEntries.map(({ factuurnummer, factuurbedrag }) => [factuurnummer, factuurbedrag]);
const both = [
	['1000', 121],
	['1000-G', 25],
];

test('SnelStart takes a gift card sold with goods by OSS in an entry of its own, once', async () => {
	const draft = withCard();
	const [result] = await book(sandbox, [draft]);
	expect(result).toMatchObject({ state: 'booked', alreadyThere: false, invoiceNumber: '1000' });
	expect(entries()).toEqual(both);
	const [again] = await book(sandbox, [draft]);
	expect(again).toMatchObject({ state: 'booked', alreadyThere: true });
	expect(again!.salesEntryId).toBe(result!.salesEntryId);
	expect(entries()).toEqual(both);
});

test.each(['500', '504-after-commit', 'reset-after-commit'] as const)(
	'neither entry is lost or doubled when SnelStart breaks off (%s)',
	async (kind) => {
		const draft = withCard();
		sandbox.snelStart.faults.add({ kind, shape: 'POST verkoopboekingen', skip: 1 });
		const states: Array<string | undefined> = [];
		for (let run = 0; run < 3 && states.at(-1) !== 'booked'; run += 1) {
			states.push((await book(sandbox, [draft]))[0]?.state);
		}
		expect(states.at(-1)).toBe('booked');
		expect(entries()).toEqual(both);
	},
);

test('the others of the batch are told when the card cannot be looked up', async () => {
	const other = entryDraft('2000', { invoiceAmount: 12.1 });
	const fault = { kind: '429', shape: 'GET verkoopfacturen', skip: 1, retryAfter: 3_000 } as const;
	sandbox.snelStart.faults.add(fault);
	const results = await book(sandbox, [withCard(), other]);
	expect(results.map(({ state }) => state)).toEqual(['unknown', 'booked']);
	sandbox.snelStart.faults.clear();
	expect((await book(sandbox, [withCard()]))[0]).toMatchObject({ state: 'booked' });
	expect(entries()).toEqual(expect.arrayContaining(both));
	expect(entries()).toHaveLength(3);
});

test('what is booked in part may be in the books, so that no change in the shop closes its row', async () => {
	const shape = 'POST verkoopboekingen';
	sandbox.snelStart.faults.add({ kind: '429', shape, skip: 1, retryAfter: 3_000 });
	const [result] = await book(sandbox, [withCard()]);
	expect(result).toMatchObject({ state: 'unknown', invoiceNumber: '1000' });
	expect(result?.code).toBeDefined();
	expect(entries()).toEqual(both.slice(0, 1));
	sandbox.snelStart.faults.clear();
	expect((await book(sandbox, [withCard()]))[0]).toMatchObject({ state: 'booked' });
	expect(entries()).toEqual(both);
});

test('the order is not booked while the entry of the card is not', async () => {
	const [other] = await book(sandbox, [entryDraft('1000-G', { invoiceAmount: 12.1 })]);
	expect(other?.state).toBe('booked');
	const [result] = await book(sandbox, [withCard()]);
	expect(result).toMatchObject({ state: 'needsAttention', invoiceNumber: '1000' });
	expect(result?.message).toBeDefined();
	expect(result).not.toHaveProperty('salesEntryId');
});

test('SnelStart takes a gift card for somebody abroad', async () => {
	const raw = sold({ total: '25.00' }, [{ net: 2_500, rate: 0 }]);
	const [line] = raw.line_items as Array<Record<string, unknown>>;
	const card = { ...line, taxes: [], meta_data: [{ key: '_ywgc_gift_card_number', value: 'x' }] };
	const isCard = settingsWith({
		...settings,
		productAccounts: [{ sku: 'GIFT', accountId: accountId(1550), regime: 'all' }],
	});
	const gift = { ...raw, tax_lines: [], line_items: [{ ...card, sku: 'GIFT' }] };
	const { draft, code } = transformOrder(gift, 'woocommerce', isCard);
	expect(code).toBe('');
	const [result] = await book(sandbox, [draft]);
	expect(result).toMatchObject({ state: 'booked' });
});
