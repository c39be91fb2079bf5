import { besideEntry } from '../../../bookkeeping';
import type { CreditNoteDraft, EntryDraft } from '../../../bookkeeping/documents/draft';
import { transformPayments } from '../../../bookkeeping/payments/transformPayments';
import { setOffOfCredit, setOffOfUndo } from '../../../bookkeeping/payments/undoSetOff';
import { readBookedOrder, type BookedDocument } from '../../../bookkeeping/refunds/booked';
import { creditPartsOf, partsOf } from '../../../bookkeeping/refunds/creditParts';
import { cancelOrder } from '../../../bookkeeping/refunds/reverseOrder';
import { undoBooking } from '../../../bookkeeping/refunds/undo';
import { fc, runs } from '../../support/property';
import { billing, cardBack, settings, sold } from '../documents/soldWithCard';
import { draftOf } from '../support';
import { booked, RELATION, RELATION_BESIDE } from './bookedDocument';
import { order, refund, refundOf, type Json, type Line } from './support';

/** What the entries of a draft are: number, card, cents, and the lines. */
const entriesOf = (draft: EntryDraft | undefined) =>
	draft === undefined
		? []
		: [draft, besideEntry(draft)].flatMap((one) =>
				one
					? [
							[
								one.invoiceNumber,
								one.customer.kind === 'fixedDebtor' ? one.customer.relationId : one.customer.kind,
								one.invoiceAmount,
								one.lines.map(({ ledgerAccountId, amount }) => [ledgerAccountId, amount]),
							],
						]
					: [],
			);
const sale = draftOf(sold(), settings());
const inBooks = [booked(sale)];
const given = (lines: Line[], amount?: number, changes: Json = {}) =>
	refund(7, lines, amount, changes);
const goods: Line = { net: 5000, rate: 21, of: 0 };
const credited = (one: Json, documents: BookedDocument[] = inBooks, changes: Json = {}) =>
	refundOf(
		{ order: sold({ refunds: [one], ...changes }), refund: one, booked: documents },
		settings(),
	);
const both = [
	[
		'C7',
		RELATION,
		-60.5,
		[
			['oss', -50],
			['foreign', -10.5],
		],
	],
	['C7-G', RELATION_BESIDE, -25, [['gift cards', -25]]],
];

test('all of it goes back on both entries, however the refund says so', () => {
	for (const all of [
		given([], 8550),
		given([goods], 8550),
		given([goods], 8550, { line_items: [...(given([goods]).line_items as Json[]), cardBack()] }),
	]) {
		const { draft, total, vat, code } = credited(all);
		expect([code, total, vat]).toEqual(['', -85.5, -10.5]);
		expect(entriesOf(draft)).toEqual(both);
		expect(draft).toMatchObject({ originalInvoiceNumber: '1000', description: 'Credit 1000' });
		expect(besideEntry(draft!)).toMatchObject({
			...{ document: 'creditNote', originalInvoiceNumber: '1000-G', description: 'Credit 1000-G' },
			orderKey: `${draft!.orderKey}/beside`,
		});
	}
});

test('a part goes back on the entry that has its lines', () => {
	expect(entriesOf(credited(given([goods])).draft)).toEqual([both[0]]);
	const ofCard = credited(given([], 1000, { line_items: [cardBack('10.00')] }));
	expect(ofCard.total).toBe(-10);
	expect(entriesOf(ofCard.draft)).toEqual([['C7', RELATION_BESIDE, -10, [['gift cards', -10]]]]);
	expect(ofCard.draft).toMatchObject({
		...{ ofBeside: true, originalInvoiceNumber: '1000-G', description: 'Credit 1000-G' },
		...{ regime: 'domestic', vat: [] },
	});
});

test('an amount without lines needs somebody, unless one entry is taken back already', () => {
	const why = {
		...{ outcome: 'attention', code: 'CREDIT_OF_TWO_ENTRIES' },
		facts: { invoice: '1000', beside: '1000-G', cards: 2500 },
	};
	expect(credited(given([], 2500))).toMatchObject(why);
	const first = refund(6, [goods]);
	const { draft } = credited(first);
	const after = [...inBooks, booked(draft!, 'refund')];
	const later = given([], 1000);
	const asked = { order: sold({ refunds: [first, later] }), refund: later, booked: after };
	expect(entriesOf(refundOf(asked, settings()).draft)).toEqual([
		['C7', RELATION_BESIDE, -10, [['gift cards', -10]]],
	]);
});

test('a fee without VAT that a refund holds back is never booked on the gift cards', () => {
	const fee = { id: 995, name: 'Restocking', total: '5.00', total_tax: '0.00', taxes: [] };
	const kept = credited(given([goods], 5550, { fee_lines: [fee] }));
	expect(kept).toMatchObject({ outcome: 'attention', code: 'REFUND_EXCEEDS_ORDER' });
});

test('a cancellation takes back what is left of both', () => {
	const cancelled = (documents: BookedDocument[], refunds: Json[] = []) =>
		cancelOrder(
			{
				...{ order: sold({ status: 'cancelled', refunds }), date: '2026-04-01' },
				...{ booked: documents, earlierRefunds: refunds },
			},
			'woocommerce',
			settings(),
		);
	const [all] = cancelled(inBooks);
	expect(all).toMatchObject({ outcome: 'book', total: -85.5 });
	expect(entriesOf(all!.draft).map(([number, , amount]) => [number, amount])).toEqual([
		['C1000', -60.5],
		['C1000-G', -25],
	]);
	const first = refund(6, [goods]);
	const after = [...inBooks, booked(credited(first).draft!, 'refund')];
	const [rest] = cancelled(after, [first]);
	expect(entriesOf(rest!.draft)).toEqual([['C1000', RELATION_BESIDE, -25, [['gift cards', -25]]]]);
	const [nothing] = cancelled([...after, booked(rest!.draft!, 'refund')], [first]);
	expect(nothing).toMatchObject({ outcome: 'nothingToBook', code: 'CREDITED_IN_FULL' });
});

test('without a record of it the order says the same', () => {
	const one = given([], 8550);
	const asked = { order: sold({ refunds: [one] }), refund: one, saleState: 'booked' as const };
	expect(
		entriesOf(refundOf(asked, settings()).draft).map(([number, , sum]) => [number, sum]),
	).toEqual([
		['C7', -60.5],
		['C7-G', -25],
	]);
});

test('of an order whose second entry SnelStart refused, what stands in the books is credited', () => {
	const { beside: _second, ...first } = inBooks[0]!;
	void _second;
	const { beside: _notBooked, ...ofSale } = sale;
	void _notBooked;
	const documents = [{ ...first, record: booked(ofSale).record }];
	const order = sold({ status: 'cancelled' });
	const [one] = cancelOrder(
		{ order, date: '2026-04-01', booked: documents },
		'woocommerce',
		settings(),
	);
	expect(entriesOf(one!.draft)).toEqual([['C1000', RELATION, -60.5, both[0]![3]]]);
});

test('an entry beside that is gone, changed or not read is said by its number', () => {
	const codeOf = (beside: BookedDocument['beside']) => {
		const { code, facts } = credited(given([], 8550), [{ ...inBooks[0]!, beside }] as never);
		return [code, (facts as Json).number];
	};
	expect(codeOf({ notRead: '404' })).toEqual(['BOOKED_ENTRY_GONE', '1000-G']);
	expect(codeOf({ notRead: '503' })).toEqual(['BOOKED_ENTRY_NOT_READ', '1000-G']);
	expect(codeOf(undefined)).toEqual(['BOOKED_ENTRY_UNCLEAR', '1000-G']);
	const entry = inBooks[0]!.beside!.entry as Json;
	const vat = [{ vatKind: 'high', amount: 1 }];
	expect(codeOf({ entry: { ...entry, vat } })).toEqual(['BOOKED_ENTRY_UNCLEAR', '1000-G']);
	const [line] = entry.lines as Json[];
	const moved = { ...entry, lines: [{ ...line, ledgerAccountId: 'moved by hand' }] };
	const { draft } = credited(given([], 8550), [{ ...inBooks[0]!, beside: { entry: moved } }]);
	expect(entriesOf(draft)[1]![3]).toEqual([['moved by hand', -25]]);
});

describe('undo', () => {
	const row = {
		...{ orderKey: sale.orderKey, client: 'test-client', shop: 'woocommerce', orderId: '1000' },
		...{ orderNumber: '1000', orderDate: '2026-03-01', snelStartNumber: '1000' },
		...{ salesEntryId: 'e', fingerprint: 'f', settingsVersion: 1, total: 85.5 },
	};
	const rules = {
		...{ settingsVersion: 2, closedPeriods: false, sameSettings: false, checkedPeriods: [] },
	};
	const undo = (open: number | undefined, openBeside: number | undefined) => {
		const [one] = inBooks;
		const beside = {
			...one!.beside,
			...(openBeside !== undefined && { openAmount: openBeside }),
		};
		const documents = [{ ...one!, ...(open !== undefined && { openAmount: open }), beside }];
		return undoBooking({ row, booked: documents }, rules, settings());
	};
	const withJournal = settings({ setOffJournalId: 'memorial' });

	test('takes both back, and one memorial settles all four', () => {
		const undone = undo(60.5, 25);
		expect(undone).toMatchObject({ outcome: 'book', total: -85.5, nextVersion: 2 });
		expect(entriesOf(undone.draft).map(([number, , amount]) => [number, amount])).toEqual([
			['C1000', -60.5],
			['C1000-G', -25],
		]);
		const settled = [
			['1000', 60.5],
			['C1000', -60.5],
			['1000-G', 25],
			['C1000-G', -25],
		];
		const now = setOffOfUndo(undone, withJournal)!;
		const lines = ({ draft }: typeof now) =>
			draft.salesLines.map((line) => [line.invoiceNumber, line.amount]);
		expect(lines(now)).toEqual(settled);
		// Once more, of what the order table says.
		const creditRow = {
			...{ client: 'test-client', shop: 'woocommerce', orderId: '1000', orderNumber: '1000' },
			...{ parentKey: sale.orderKey, originalInvoiceNumber: '1000', snelStartNumber: 'C1000' },
			...{ total: undone.total, fingerprint: undone.fingerprint, orderDate: '2026-03-01' },
		};
		const again = setOffOfCredit(creditRow, withJournal)!;
		expect(lines(again)).toEqual(settled);
		expect(again.draft.number).toBe(now.draft.number);
	});

	test('leaves it as it is when either is paid, or not known to be open', () => {
		const codeOf = (open?: number, beside?: number) => {
			const { code, facts } = undo(open, beside);
			return [code, (facts as Json).number, (facts as Json).case];
		};
		expect(codeOf(60.5, 24)).toEqual(['UNDO_PAID', '1000-G', 'paid']);
		expect(codeOf(60.5)).toEqual(['UNDO_PAID', '1000-G', 'notKnown']);
		expect(codeOf(50, 25)).toEqual(['UNDO_PAID', '1000', 'paid']);
	});
});

describe('set-off', () => {
	const unpaid = (changes: Json) => {
		const raw = sold({ status: 'on-hold', date_modified: '2026-04-02T10:00:00', ...changes });
		return transformPayments(raw, 'woocommerce', settings({ setOffJournalId: 'memorial' }))
			.filter(({ draft }) => draft?.amount === 0)
			.map(({ draft }) => draft!.salesLines.map((one) => [one.invoiceNumber, one.amount]));
	};

	test('of a cancelled order settles both entries', () => {
		expect(unpaid({ status: 'cancelled' })).toEqual([
			[
				['1000', 60.5],
				['C1000', -60.5],
				['1000-G', 25],
				['C1000-G', -25],
			],
		]);
	});

	test('of what was given up settles the entry that it was of', () => {
		const byHand = { refunded_payment: false };
		expect(unpaid({ refunds: [given([goods], undefined, byHand)] })).toEqual([
			[
				['1000', 60.5],
				['C7', -60.5],
			],
		]);
		const ofCard = given([], 2500, { line_items: [cardBack()], ...byHand });
		expect(unpaid({ refunds: [ofCard] })).toEqual([
			[
				['1000-G', 25],
				['C7', -25],
			],
		]);
	});
});

test('what is paid after a part was given up settles what is left of each', () => {
	const paid = (refund: Json) =>
		transformPayments(
			sold({
				...{ refunds: [{ ...refund, refunded_payment: false }], payment_method: 'ideal' },
				...{ payment_method_title: 'iDEAL', date_paid_gmt: '2026-05-01T10:00:00' },
			}),
			'woocommerce',
			settings(),
		).flatMap(({ draft }) => draft?.salesLines.map((one) => [one.invoiceNumber, one.amount]) ?? []);
	expect(paid(given([goods]))).toEqual([['1000-G', 25]]);
	expect(paid(given([], 1000, { line_items: [cardBack('10.00')] }))).toEqual([
		['1000', 60.5],
		['1000-G', 15],
	]);
});

interface Sold {
	goods: number[];
	cards: number[];
	/** Per refund and line, in hundredths of the line; 0 leaves it out. */
	refunds: number[][];
	ending: 'cancel' | 'none';
	byRecord: boolean;
}
/** Three parts of a third leave a hundredth, which holds whatever their VAT was rounded up by. */
const goodsOf = fc.integer({ min: 1_000, max: 30_000 });
const cardOf = fc.integer({ min: 1, max: 30_000 });
const cases: fc.Arbitrary<Sold> = fc.record({
	goods: fc.array(goodsOf, { minLength: 1, maxLength: 3 }),
	cards: fc.array(cardOf, { minLength: 1, maxLength: 3 }),
	refunds: fc.array(fc.array(fc.integer({ min: 0, max: 33 }), { minLength: 6, maxLength: 6 }), {
		maxLength: 3,
	}),
	ending: fc.constantFrom('cancel', 'none'),
	byRecord: fc.boolean(),
});
const euro = (value: number) => (value / 100).toFixed(2);
const rawCard = (amount: number, index: number, sign: 1 | -1, of: number) => ({
	...{ id: of + (sign === 1 ? 0 : 50), name: `Card ${index}`, quantity: sign, taxes: [] },
	...{ subtotal: euro(sign * amount), subtotal_tax: '0.00' },
	...{ total: euro(sign * amount), total_tax: '0.00' },
	meta_data:
		sign === 1
			? [{ id: 1, key: '_ywgc_gift_card_code', value: ['TEST'] }]
			: [{ key: '_refunded_item_id', value: String(of) }],
});

test('property: the credits mirror both entries to the cent, the cards are never below zero, and nothing stays open on both sides', () => {
	let [whole, credits] = [0, 0];
	const how = settings();
	const otherAccount = settings({ giftCardAccountId: 'other' });
	const withJournal = settings({ setOffJournalId: 'memorial' });
	fc.assert(
		fc.property(cases, ({ goods: nets, cards, refunds, ending, byRecord }) => {
			const base = order(
				nets.map((net) => ({ net, rate: 21 })),
				{ billing },
			);
			const total = Math.round(Number(base.total) * 100) + cards.reduce((a, b) => a + b, 0);
			const raw = {
				...base,
				total: euro(total),
				line_items: [
					...(base.line_items as Json[]),
					...cards.map((amount, index) => rawCard(amount, index, 1, 900 + index)),
				],
			};
			const draft = draftOf(raw, how);
			const documents = [booked(draft)];
			// What is asked for later is not what was booked by.
			const today = byRecord ? otherAccount : how;
			const rawRefunds = refunds.flatMap((shares, at) => {
				const ofGoods = nets.flatMap((net, of) => {
					const part = Math.floor((net * shares[of]!) / 100);
					return part > 0 ? [{ net: part, rate: 21, of }] : [];
				});
				const ofCards = cards.flatMap((amount, index) => {
					const part = Math.floor((amount * shares[3 + index]!) / 100);
					return part > 0 ? [{ part, raw: rawCard(part, index, -1, 900 + index) }] : [];
				});
				if (ofGoods.length + ofCards.length === 0) return [];
				const one = refund(2000 + at, ofGoods, undefined, { refunded_payment: false });
				const more = ofCards.reduce((all, { part }) => all + part, 0);
				return [
					{
						...one,
						amount: euro(Math.round(Number(one.amount) * 100) + more),
						line_items: [...(one.line_items as Json[]), ...ofCards.map((each) => each.raw)],
					},
				];
			});
			const asked = { ...raw, refunds: rawRefunds };
			const drafts: CreditNoteDraft[] = [];
			for (const one of rawRefunds) {
				const result = refundOf(
					{
						...{ order: asked, refund: one, earlierRefunds: rawRefunds },
						...(byRecord ? { booked: documents } : { saleState: 'booked' as const }),
					},
					today,
				);
				expect(result.code).toBe('');
				expect(result.total).toBe(-Number(one.amount));
				drafts.push(result.draft!);
				documents.push(booked(result.draft!, 'refund'));
				const parts = creditPartsOf(result.draft!.invoiceNumber, asked, how.shops[0]!, how);
				expect(parts).toEqual(partsOf(result.draft!));
			}
			if (ending === 'cancel') {
				const [last] = cancelOrder(
					{
						...{ order: asked, date: '2026-05-01', earlierRefunds: rawRefunds },
						...(byRecord ? { booked: documents } : {}),
					},
					'woocommerce',
					today,
				);
				if (last?.draft) drafts.push(last.draft as CreditNoteDraft);
				whole += 1;
			}
			credits += drafts.length;
			const entries = [draft, ...drafts].flatMap((one) => {
				const second = besideEntry(one);
				return second ? [one, second] : [one];
			});
			const numbers = entries.map(({ invoiceNumber }) => invoiceNumber);
			expect(new Set(numbers).size).toBe(numbers.length);
			const left: Record<string, number> = {};
			const spare = cards.reduce((a, b) => a + b, 0);
			for (const { lines, invoiceAmount, vat } of entries) {
				expect(vat).toEqual([]);
				const sum = lines.reduce((all, { amount }) => all + Math.round(amount * 100), 0);
				expect(sum).toBe(Math.round(invoiceAmount * 100));
				// No entry by OSS holds a line without its VAT, and none beside it any other.
				const places = new Set(lines.map(({ ledgerAccountId }) => ledgerAccountId));
				expect(places.has('gift cards') && places.size > 1).toBe(false);
				for (const { ledgerAccountId, amount } of lines) {
					left[ledgerAccountId] = (left[ledgerAccountId] ?? 0) + Math.round(amount * 100);
				}
				expect(left['gift cards'] ?? 0).toBeGreaterThanOrEqual(0);
				expect(left['gift cards'] ?? 0).toBeLessThanOrEqual(spare);
			}
			const refunded = rawRefunds.reduce(
				(all, { amount }) => all + Math.round(Number(amount) * 100),
				0,
			);
			const open = Object.values(left).reduce((a, b) => a + b, 0);
			expect(open).toBe(ending === 'cancel' ? 0 : total - refunded);
			if (ending === 'cancel') expect(Object.values(left).filter(Boolean)).toEqual([]);
			// Nobody paid: what was given up is settled with its invoice, and nothing stays open twice.
			const status = ending === 'cancel' ? 'cancelled' : 'on-hold';
			const settled = transformPayments({ ...asked, status }, 'woocommerce', withJournal);
			const items: Record<string, number> = {};
			for (const { invoiceNumber, invoiceAmount } of entries) {
				items[invoiceNumber] = Math.round(invoiceAmount * 100);
			}
			for (const { draft: memorial } of settled.filter((one) => one.draft?.amount === 0)) {
				for (const { invoiceNumber, amount } of memorial!.salesLines) {
					items[invoiceNumber] = (items[invoiceNumber] ?? 0) - Math.round(amount * 100);
				}
			}
			for (const [number, cents] of Object.entries(items)) {
				if (number.startsWith('C') || ending === 'cancel')
					expect([number, cents]).toEqual([number, 0]);
				expect(cents).toBeGreaterThanOrEqual(0);
			}
			if (byRecord) {
				const now = readBookedOrder(documents, draft.orderKey, '1000');
				expect(now?.credits).toHaveLength(rawRefunds.length);
			}
		}),
		{ numRuns: runs(100) },
	);
	expect(whole).toBeGreaterThan(0);
	expect(credits).toBeGreaterThan(0);
});
