import type { EntryDraft } from '../../../bookkeeping/documents/draft';
import { readBookedOrder } from '../../../bookkeeping/refunds/booked';
import { cancelOrder } from '../../../bookkeeping/refunds/reverseOrder';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import { fc, runs } from '../../support/property';
import { completeSettings, draftOf, settingsWith } from '../support';
import { booked, perPlace, RELATION } from './bookedDocument';
import { creditNoteOf, order, refund, refundOf, type Json, type Line } from './support';

const moved = (row: SettingsInput['vatMapping'][number]) => ({
	...row,
	productsAccountId: 'moved products',
	shippingAccountId: 'moved shipping',
	discountAccountId: 'moved discount',
	feesAccountId: 'moved fees',
});

/** Settings, order and customer as they may be by the time of the credit note. */
const settingsOfTheDay: Array<Partial<SettingsInput>> = [
	{},
	{ vatMapping: completeSettings.vatMapping.map(moved) },
	{ vatMapping: completeSettings.vatMapping.filter(({ percentage }) => percentage === 0) },
	{ fixedDebtors: [{ paymentMethod: 'ideal', relationId: 'somebody else' }] },
	{ productAccounts: [{ sku: 'x', accountId: 'other' }] } as Partial<SettingsInput>,
	{ roundingAccountId: undefined, icp: undefined, international: undefined },
];
const anySettings = fc.constantFrom(...settingsOfTheDay.map((changes) => settingsWith(changes)));
const anyOrder = fc.record(
	{
		billing: fc.constantFrom(
			{},
			{ first_name: 'Bea', company: 'Bea B.V.', country: 'BE', email: 'bea@mail.example' },
			{ country: 'US' },
		),
		shipping: fc.constantFrom({}, { country: 'DE' }, { country: 'XX' }),
		status: fc.constantFrom('cancelled', 'refunded', 'on-hold', 'completed'),
		payment_method: fc.constantFrom('ideal', 'bacs', ''),
		number: fc.constantFrom('1000', '2000'),
	},
	{ requiredKeys: [] },
);

const rate = fc.constantFrom(21, 9, 0);
const cents = fc.integer({ min: 1, max: 50_000 });
const lines: fc.Arbitrary<Line[]> = fc
	.tuple(
		fc.array(fc.record({ net: cents, rate, discount: fc.oneof(fc.constant(0), cents) }), {
			minLength: 1,
			maxLength: 4,
		}),
		fc.array(fc.record({ role: fc.constant('shipping' as const), net: cents, rate }), {
			maxLength: 1,
		}),
	)
	.map(([products, shipping]) => [...products, ...shipping]);

test('a cancellation takes back what was booked to the cent per account and VAT kind, whatever changed since', () => {
	let changed = 0;
	fc.assert(
		fc.property(lines, anySettings, anyOrder, (sold, settings, changes) => {
			const sale = draftOf(order(sold));
			const input = {
				order: order(sold, changes),
				date: '2026-04-02',
				booked: [booked(sale)],
				earlierRefunds: [],
			};
			const [result] = cancelOrder(input, 'woocommerce', settings);
			const credit = result?.draft;
			expect(result).toMatchObject({ outcome: 'book', orderKey: `${sale.orderKey}/credit/1` });
			const left = Object.values(perPlace([sale, credit!])).filter((amount) => amount !== 0);
			expect(left).toEqual([]);
			expect(credit?.customer).toEqual({ kind: 'fixedDebtor', relationId: RELATION });
			expect(credit?.description).toContain(sale.invoiceNumber);
			expect(credit).toMatchObject({ regime: sale.regime, deliveryCountry: 'NL' });
			if (Object.keys(changes).length > 0) changed++;
		}),
		{ numRuns: runs(1000) },
	);
	expect(changed).toBeGreaterThan(0);
});

test('refunds of any kind take back at most what was booked, on its accounts, whatever changed since', () => {
	const parts = fc.array(fc.tuple(fc.integer({ min: 1, max: 100 }), fc.boolean()), {
		minLength: 1,
		maxLength: 4,
	});
	let credited = 0;
	fc.assert(
		fc.property(lines, anySettings, anyOrder, parts, (sold, settings, changes, steps) => {
			const sale = draftOf(order(sold));
			const documents = [booked(sale)];
			const credits: EntryDraft[] = [];
			const raw = order(sold, changes);
			const earlier: Json[] = [];
			for (const [index, [part, byLine]] of steps.entries()) {
				const ofLines = sold.flatMap((line, of) => {
					const net = Math.floor((line.net * part) / 100 / steps.length);
					return net > 0 ? [{ ...line, discount: 0, net, of }] : [];
				});
				const left = Math.round(
					[sale, ...credits].reduce((all, { invoiceAmount }) => all + invoiceAmount, 0) * 100,
				);
				const amount = Math.max(1, Math.floor((left * part) / 100));
				const one = byLine ? refund(index + 1, ofLines) : refund(index + 1, [], amount);
				const input = {
					order: raw,
					refund: one,
					earlierRefunds: earlier,
					booked: documents,
					saleState: 'booked' as const,
				};
				const { draft, code } = refundOf(input, settings);
				earlier.push(one);
				if (!draft) {
					expect([
						'REFUND_EMPTY',
						'REFUND_EXCEEDS_ORDER',
						'REFUND_ONLY_VAT',
						'EARLIER_REFUND_UNCLEAR',
						'ROUNDING_ACCOUNT_MISSING',
					]).toContain(code);
					continue;
				}
				credited++;
				credits.push(draft);
				documents.push(booked(draft, 'refund'));
			}
			const before = perPlace([sale]);
			const after = perPlace([sale, ...credits]);
			const moves = Object.keys(after).filter((place) => !(place in before));
			expect(moves.filter((place) => !place.startsWith('rounding'))).toEqual([]);
			for (const kind of ['high', 'low'].filter((one) => one in before)) {
				expect(after[kind]).toBeGreaterThanOrEqual(0);
			}
			const total = [sale, ...credits].reduce((all, draft) => all + draft.invoiceAmount, 0);
			expect(Math.round(total * 100)).toBeGreaterThanOrEqual(0);
		}),
		{ numRuns: runs(1000) },
	);
	expect(credited).toBeGreaterThan(0);
});

const sold: Line[] = [
	{ net: 10_000, rate: 21 },
	{ net: 5_000, rate: 9 },
];

test('what the bookkeeper made of the entry in SnelStart is credited, not what was drafted', () => {
	const sale = draftOf(order(sold));
	const document = booked(sale);
	const entry = document.entry as { lines: Json[] };
	entry.lines[0]!.ledgerAccountId = 'by hand';
	const [split] = entry.lines.splice(1, 1);
	entry.lines.push({ ...split, amount: 20 }, { ...split, amount: 30 });
	const { lines, vat } = creditNoteOf({
		order: order(sold),
		refund: refund(1, [], 17_550),
		booked: [document],
	});
	// 100.00 at 21 % and 20.00 + 30.00 at 9 %: the entry, and not the order.
	expect(
		lines.map(({ ledgerAccountId, amount, percentage }) => [ledgerAccountId, amount, percentage]),
	).toEqual([
		['by hand', -100, 21],
		['9 products', -20, 9],
		['9 products', -30, 9],
	]);
	expect(vat.map(({ percentage, amount }) => [percentage, amount])).toEqual([
		[21, -21],
		[9, -4.5],
	]);
});

test('a line that the shop calls something else by now is credited where it was booked', () => {
	const sale = draftOf(
		order([
			{ net: 10_000, rate: 21 },
			{ net: 4_000, rate: 21 },
		]),
	);
	const document = booked(sale);
	(document.entry as { lines: Json[] }).lines[1]!.ledgerAccountId = 'second';
	const one = refund(1, [{ net: 1_000, rate: 21, of: 1 }]);
	(one.line_items as Json[])[0]!.name = 'Renamed';
	const { lines } = creditNoteOf({
		order: order([
			{ net: 10_000, rate: 21 },
			{ net: 4_000, rate: 21 },
		]),
		refund: one,
		booked: [document],
	});
	expect(lines).toMatchObject([{ ledgerAccountId: 'second', amount: -10 }]);
});

test('says that no record is kept, and credits as the order and the settings are today', () => {
	const input = { order: order(sold), refund: refund(1, [], 17_550) };
	const { notes, customer } = creditNoteOf({ ...input, booked: [] });
	expect(notes.join()).toMatch(/No record of the booking is kept/);
	expect(customer.kind).toBe('consumer');
	expect(creditNoteOf(input).notes).toEqual([]);
});

test.each([
	['404', 'attention', 'BOOKED_ENTRY_GONE'],
	['CONNECTION_LOST', 'wait', 'BOOKED_ENTRY_NOT_READ'],
])('an entry that SnelStart did not give (%s) is no reason to guess', (notRead, outcome, code) => {
	const { record } = booked(draftOf(order(sold)));
	const input = { order: order(sold), refund: refund(1, [], 100), booked: [{ record, notRead }] };
	expect(refundOf(input)).toMatchObject({ outcome, code });
	const [cancelled] = cancelOrder({ ...input, date: '2026-04-02' }, 'woocommerce', settingsWith());
	expect(cancelled).toMatchObject({ outcome, code });
});

test('an entry with a word that no draft has needs attention', () => {
	const document = booked(draftOf(order(sold)));
	(document.entry as { lines: Json[] }).lines[0]!.vatKind = 'Verlegd';
	const input = { order: order(sold), refund: refund(1, [], 100), booked: [document] };
	expect(refundOf(input)).toMatchObject({
		outcome: 'attention',
		code: 'BOOKED_ENTRY_UNCLEAR',
		facts: { field: 'lines.0.vatKind' },
	});
});

test('a sales order is credited in SnelStart, by hand', () => {
	const { record, entry } = booked(draftOf(order(sold)));
	const input = {
		order: order(sold),
		refund: refund(1, [], 100),
		booked: [{ record: { ...record, document: 'salesOrder' }, entry }],
	};
	expect(refundOf(input)).toMatchObject({ outcome: 'attention', code: 'CREDIT_OF_SALES_ORDER' });
});

test('documents of other orders are passed over', () => {
	const document = booked(draftOf(order(sold)));
	expect(readBookedOrder([document], 'test-client/woocommerce/1', '1')).toBeUndefined();
	const { sale, credits } = readBookedOrder([document], 'test-client/woocommerce/1000', '1000')!;
	expect(sale.invoiceAmount).toBe(175.5);
	expect(credits).toEqual([]);
});

test('a sale in another currency keeps its rate, and a gift card its account', () => {
	const sale = draftOf(order(sold));
	const foreign = {
		currency: 'USD',
		amount: 92.61,
		rate: '1.0850',
		quoted: 'perEuro',
	} as const;
	const giftCard = { amount: 10, ledgerAccountId: 'cards' };
	const document = booked({ ...sale, foreign, giftCard });
	expect(readBookedOrder([document], sale.orderKey, '1000')?.sale).toMatchObject({
		foreign,
		giftCard,
	});
});
