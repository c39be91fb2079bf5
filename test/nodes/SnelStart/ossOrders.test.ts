import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { asVersion, bookingRecordOf, readFound, resultRow } from '../../../bookkeeping';
import type { BookedDocument, EntryDraft, FoundToBook } from '../../../bookkeeping';
import { transformOrder } from '../../../bookkeeping/orders/transform';
import { setOffOfUndo } from '../../../bookkeeping/payments/undoSetOff';
import { cancelOrder } from '../../../bookkeeping/refunds/reverseOrder';
import { transformRefund } from '../../../bookkeeping/refunds/transformRefund';
import { undoBooking } from '../../../bookkeeping/refunds/undo';
import type { BookResult } from '../../../nodes/SnelStart/booking/bookResult';
import { WebshopTransformer } from '../../../nodes/WebshopTransformer/WebshopTransformer.node';
import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { countries } from '../../../sandbox/snelstart/countries';
import { order } from '../../bookkeeping/refunds/support';
import { settingsWith } from '../../bookkeeping/support';
import { runNode } from '../../support/engine';
import { guidFor } from '../../../sandbox/snelstart/identity';
import { accountId, book, draft as entryDraft, jsonOf, run } from './support';

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
function cardOrder(changes: object = {}) {
	const raw = sold({ total: '146.00' }, [
		{ net: 10_000, rate: 21 },
		{ net: 2_500, rate: 0 },
	]);
	const [goods, line] = raw.line_items as object[];
	const meta_data = [{ key: '_ywgc_gift_card_code', value: 'x' }];
	const card = { ...line, taxes: [], meta_data };
	const [rate] = raw.tax_lines as object[];
	return { ...raw, line_items: [goods, card], tax_lines: [rate], ...changes };
}
function withCard() {
	const { draft, code, message } = transformOrder(cardOrder(), 'woocommerce', settings);
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

/** What is in the books of the order, as its booking record and SnelStart tell it. */
async function inBooks(draft: EntryDraft, result: BookResult): Promise<BookedDocument> {
	const item = {
		...{ outcome: 'book', client: 'c', shop: 'woocommerce', orderKey: draft.orderKey, draft },
		...('originalOrderKey' in draft && { originalOrderKey: draft.originalOrderKey }),
	};
	const kind = draft.document === 'creditNote' ? 'refund' : 'order';
	const found = readFound(kind, item, 1) as FoundToBook;
	const answer = result as unknown as Record<string, unknown>;
	const row = resultRow(found, {}, answer, { claimId: '1', now: DateTime.now() });
	const record = bookingRecordOf(found, {}, row, answer) as unknown as IDataObject;
	const parameters = { resource: 'salesEntry', operation: 'readBooked', withOpenAmount: true };
	const { outputs } = await run(sandbox, parameters, { items: [record] });
	return jsonOf(outputs[0])[0] as unknown as BookedDocument;
}
const openOf = () =>
	sandbox.snelStart.books
		.summary()
		.salesInvoices.map(({ factuurnummer, openstaandSaldo }) => [factuurnummer, openstaandSaldo]);

test('an entry of the card that SnelStart refuses is said on the order, which is in the books', async () => {
	const [other] = await book(sandbox, [entryDraft('1000-G', { invoiceAmount: 12.1 })]);
	expect(other?.state).toBe('booked');
	const draft = withCard() as EntryDraft;
	const [result] = await book(sandbox, [draft]);
	expect(result).toMatchObject({
		...{ state: 'booked', invoiceNumber: '1000', code: 'BESIDE_NOT_BOOKED' },
		facts: { number: '1000', beside: '1000-G', amount: 2500 },
	});
	expect(result!.message).toContain('1000-G');
	expect(result).not.toHaveProperty('beside');
	// Cancelled in the shop, what stands in the books is credited, and nothing else.
	const order = cardOrder({ status: 'cancelled' });
	const known = { order, date: '2026-04-01', booked: [await inBooks(draft, result!)] };
	const [cancelled] = cancelOrder(known, 'woocommerce', settings);
	expect(cancelled?.total).toBe(-121);
	const [credit] = await book(sandbox, [cancelled!.draft]);
	expect(credit).toMatchObject({ state: 'booked', invoiceNumber: 'C1000' });
	expect(credit).not.toHaveProperty('code');
	expect(entries()).toEqual([
		['1000-G', 12.1],
		['1000', 121],
		['C1000', -121],
	]);
});

describe('what is taken back of an order in two entries', () => {
	const setOff = settingsWith({ ...settings, setOffJournalId: guidFor('dagboeken', 5) });
	const bothBack = [...both, ['C1000', -121], ['C1000-G', -25]];

	test.each<[string, Parameters<typeof sandbox.snelStart.faults.add>[0] | undefined]>([
		['every answer comes', undefined],
		['the first answer is lost', { kind: '504-after-commit', shape: 'POST verkoopboekingen' }],
		['the second is', { kind: 'reset-after-commit', shape: 'POST verkoopboekingen', skip: 1 }],
		['the second is refused for a while', { kind: '500', shape: 'POST verkoopboekingen', skip: 1 }],
	])('stands in the books once on each when %s, and nothing stays open', async (_, fault) => {
		const draft = withCard() as EntryDraft;
		const [result] = await book(sandbox, [draft]);
		const documents = [await inBooks(draft, result!)];
		expect(documents[0]).toMatchObject({ openAmount: 121, beside: { openAmount: 25 } });
		const row = {
			...{ orderKey: draft.orderKey, client: 'c', shop: 'woocommerce', orderId: '1000' },
			...{ orderNumber: '1000', orderDate: draft.invoiceDate, snelStartNumber: '1000' },
			...{ salesEntryId: result!.salesEntryId, fingerprint: 'f', settingsVersion: 1, total: 146 },
		};
		const rules = {
			...{ settingsVersion: 2, closedPeriods: false, sameSettings: false, checkedPeriods: [] },
		};
		const undone = undoBooking({ row, booked: documents }, rules, setOff);
		expect(undone).toMatchObject({ outcome: 'book', total: -146 });
		if (fault) sandbox.snelStart.faults.add(fault);
		const states: Array<string | undefined> = [];
		for (let turn = 0; turn < 3 && states.at(-1) !== 'booked'; turn += 1) {
			states.push((await book(sandbox, [undone.draft]))[0]?.state);
		}
		expect(states.at(-1)).toBe('booked');
		sandbox.snelStart.faults.clear();
		expect(entries()).toEqual(bothBack);
		// On the cards of the sale, each on its own.
		const { salesEntries } = sandbox.snelStart.books.summary();
		const cards = salesEntries.map(({ klant }) => (klant as { id: string }).id);
		expect(cards.slice(2)).toEqual(cards.slice(0, 2));
		const { draft: memorial } = setOffOfUndo(undone, setOff)!;
		const register = { resource: 'payment', operation: 'register', draftField: 'draft' };
		for (const alreadyThere of [false, true]) {
			const { outputs } = await run(sandbox, register, { items: [{ draft: memorial }] as never });
			expect(jsonOf(outputs[0])).toMatchObject([{ state: 'booked', alreadyThere }]);
		}
		expect(openOf()).toEqual(bothBack.map(([number]) => [number, 0]));
		// Booked again under the next number, both of them.
		const [again] = await book(sandbox, [asVersion(draft, 2)]);
		expect(again).toMatchObject({ state: 'booked', invoiceNumber: '1000-2' });
		expect(entries().slice(4)).toEqual([
			['1000-2', 121],
			['1000-2-G', 25],
		]);
	});
});

test.each<[string, Array<[id: string, type: string, net: string]>]>([
	['at once', [['stl_1', 'payment', '146.00']]],
	[
		'in instalments over two payouts',
		[
			['stl_1', 'payment', '100.00'],
			['stl_3', 'payment', '46.00'],
		],
	],
])(
	'payouts on open items settle both entries %s, and the refund both credit notes, each once',
	async (_, payments) => {
		const paid = settingsWith({
			...settings,
			payoutProviders: [
				{
					...{ provider: 'mollie', journalId: guidFor('dagboeken', 2), entryKind: 'bank' },
					...{ clearingAccountId: accountId(1104), feesOn: 'clearing' },
				},
			],
		});
		const draft = withCard() as EntryDraft;
		const [result] = await book(sandbox, [draft]);
		const documents = [await inBooks(draft, result!)];
		const all = {
			id: 7,
			amount: '146.00',
			date_created_gmt: '2026-04-01T10:00:00',
			line_items: [],
		};
		const refund = transformRefund(
			{ order: cardOrder({ refunds: [all] }), refund: all, booked: documents },
			'woocommerce',
			paid,
		);
		const [credit] = await book(sandbox, [refund.draft]);
		expect(credit).toMatchObject({ state: 'booked', invoiceNumber: 'C7' });
		const ofCredit = await inBooks(refund.draft as EntryDraft, credit!);
		const row = { client: 'c', shop: 'woocommerce', state: 'booked', orderId: '1000' };
		const rows = [
			{
				...{ ...row, kind: 'order', orderKey: draft.orderKey, orderNumber: '1000', total: 146 },
				...{ salesEntryId: result!.salesEntryId, snelStartNumber: '1000', paymentIds: 'tr_1' },
			},
			{
				...{ ...row, kind: 'refund', orderKey: refund.orderKey, parentKey: draft.orderKey },
				...{ salesEntryId: credit!.salesEntryId, snelStartNumber: 'C7', total: -146 },
				orderDate: '2026-04-01',
			},
			...[...documents, ofCredit].map(({ record }) => record),
		];
		const line = { paymentIds: ['tr_1'], date: '2026-04-01' };
		const payout = (id: string, type: string, net: string) => ({
			...{ provider: 'mollie', id, reference: id, date: '2026-04-02', currency: 'EUR', net },
			entries: [{ ...line, id: `${id} line`, type, gross: net, net }],
		});
		const { outputs: matched } = await runNode({
			node: new WebshopTransformer(),
			parameters: {
				...{ resource: 'payout', operation: 'matchPayout', payoutForm: 'general', shop: '' },
				...{ payoutField: '', lines: 'perOrder', settle: 'openItems', unmatched: 'book' },
				windowDays: 3,
			},
			items: [...payments, ['stl_2', 'refund', '-146.00']].map(([id, type, net]) =>
				payout(id!, type!, net!),
			) as never,
			otherInputs: [[{ settings: paid }] as never, rows as never],
		});
		const register = { resource: 'payment', operation: 'register', draftField: 'draft' };
		expect(jsonOf(matched[0])).toHaveLength(payments.length + 1);
		for (const alreadyThere of [false, true]) {
			for (const item of jsonOf(matched[0])) {
				const { outputs } = await run(sandbox, register, { items: [item] });
				expect(jsonOf(outputs[0])).toMatchObject([{ state: 'booked', alreadyThere }]);
			}
		}
		expect(openOf()).toEqual([...both, ['C7', -121], ['C7-G', -25]].map(([number]) => [number, 0]));
	},
);

test('SnelStart takes articles and shipping without VAT beside goods by OSS in an entry of their own', async () => {
	const named = settingsWith({
		...{ ...settings, ossChargeWithoutVat: 'attention' },
		ossAccountWithoutVatId: accountId(8040),
	});
	const raw = cardOrder({
		total: '151.95',
		shipping_lines: [{ method_title: 'Post', total: '5.95', total_tax: '0.00', taxes: [] }],
	});
	const [goods, line] = raw.line_items as object[];
	const mixed = { ...raw, line_items: [goods, { ...line, meta_data: [] }] };
	const { draft, code } = transformOrder(mixed, 'woocommerce', named);
	expect(code).toBe('');
	const [result] = await book(sandbox, [draft]);
	expect(result?.message).toBeUndefined();
	expect(result).toMatchObject({ state: 'booked' });
	expect(entries()).toEqual([
		['1000', 121],
		['1000-G', 30.95],
	]);
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
