import type { EntryDraft } from '../../../bookkeeping/documents/draft';
import {
	creditsOnOtherCards,
	doubledCustomers,
	earlierSales,
} from '../../../bookkeeping/reconciliation/customerCards';
import { readRecords } from '../../../bookkeeping/reconciliation/records';

type Row = Record<string, unknown>;
type Sale = Parameters<typeof creditsOnOtherCards>[0][number];
type Entry = [invoiceNumber: string, card: string];

const entry = ([invoiceNumber, relationId]: Entry, total = 12_100) => ({
	...{ invoiceNumber, relationId, total, dates: [], description: '' },
	perAccount: new Map(),
});

interface Made {
	date?: string;
	vatNumber?: string;
	later?: Entry[];
	credits?: Entry[];
	/** Of a credit note: the order that it is on. */
	of?: number;
}

const sale = (id: number, base: Entry, { date = '2026-10-15', ...more }: Made = {}): Sale => {
	const { vatNumber = '', later = [], credits = [], of } = more;
	return {
		document: { orderKey: `c/s/${id}`, orderNumber: String(of ?? id), date } as never,
		booking: {
			base: entry(base),
			later: later.map((one) => entry(one)),
			credits: credits.map((one) => entry(one, -12_100)),
		},
		draft: {
			...{ document: 'salesEntry', customer: { kind: 'business', vatNumber } },
			...(of && { document: 'creditNote', originalOrderKey: `c/s/${of}` }),
		} as EntryDraft,
	};
};

describe('a credit note', () => {
	const found = (all: Sale[], some = all, rows: Row[] = [], recorded: Row[] = []) =>
		creditsOnOtherCards(some, {
			...{ all, earlier: earlierSales(rows), records: readRecords(recorded) },
			booked: new Map([['CW1', entry(['CW1', 'B'])]]),
			inPeriod: (date) => date.startsWith('2026-10'),
		}).map(({ kind, orderNumber, invoiceNumber, found: said }) => [
			...[kind, orderNumber, invoiceNumber, said],
		]);

	it('on the card of its sale is right, however the id is written', () => {
		expect(found([sale(1, ['W1', 'A']), sale(2, ['CW2', 'a'], { of: 1 })])).toEqual([]);
	});

	it('on the card of another customer is named', () => {
		const said = 'CW2 takes back W1, and stands on the card of another customer.';
		expect(found([sale(1, ['W1', 'A']), sale(2, ['CW2', 'B'], { of: 1 })])).toEqual([
			['creditOnOtherCard', '1', 'CW2', said],
		]);
	});

	it('that cancelled an order is one too', () => {
		const credited = sale(1, ['W1', 'A'], { credits: [['CW1', 'B']] });
		expect(found([credited]).map(([, , invoice]) => invoice)).toEqual(['CW1']);
	});

	it('may stand on the card of the entry that replaced the first', () => {
		const more = { later: [['W1-2', 'B']] as Entry[], credits: [['CW1', 'A']] as Entry[] };
		expect(found([sale(1, ['W1', 'A'], more), sale(2, ['CW2', 'B'], { of: 1 })])).toEqual([]);
	});

	const row = (changes: Row = {}): Row => ({
		...{ orderKey: 'c/s/1', kind: 'order', state: 'booked', orderNumber: '1', relationId: 'A' },
		...{ snelStartNumber: 'W1', ...changes },
	});

	it('of a sale that is older than what was read is judged by the row of the sale', () => {
		const said = 'CW2 takes back W1, and stands on the card of another customer.';
		const refunds = [sale(2, ['CW2', 'B'], { of: 1 })];
		expect(found(refunds, refunds, [row()])).toEqual([['creditOnOtherCard', '1', 'CW2', said]]);
		expect(found(refunds, refunds, [row({ relationId: 'b' })])).toEqual([]);
	});

	it('of such a sale that was cancelled is judged by its own booking record', () => {
		const record = { documentKey: 'c/s/1/credit/1', parentKey: 'c/s/1', kind: 'refund' };
		const credit = { ...record, document: 'creditNote', number: 'CW1', documentDate: '2026-10-20' };
		expect(found([], [], [row()], [credit]).map(([, order, invoice]) => [order, invoice])).toEqual([
			['1', 'CW1'],
		]);
		expect(found([], [], [row({ relationId: 'B' })], [credit])).toEqual([]);
		expect(found([], [], [row()], [{ ...credit, documentDate: '2026-11-02' }])).toEqual([]);
		// What was read of the sale tells more.
		const read = sale(1, ['W1', 'B'], { credits: [['CW1', 'B']] });
		expect(found([read], [read], [row()], [credit])).toEqual([]);
	});

	it.each<[string, Row]>([
		['was booked again: which entry is on which card is not known', { version: 2 }],
		['stands in a total', { state: 'inTotal' }],
		['has no card in its row', { relationId: '' }],
	])('says nothing of an earlier sale that %s', (_, changes) => {
		const refunds = [sale(2, ['CW2', 'B'], { of: 1 })];
		expect(found(refunds, refunds, [row(changes)])).toEqual([]);
	});

	it('says nothing where a card or the sale is not known', () => {
		expect(found([sale(1, ['W1', '']), sale(2, ['CW2', 'B'], { of: 1 })])).toEqual([]);
		expect(found([sale(1, ['W1', 'A']), sale(2, ['CW2', ''], { of: 1 })])).toEqual([]);
		expect(found([sale(2, ['CW2', 'B'], { of: 1 })])).toEqual([]);
	});
});

describe('two sales to one customer', () => {
	const records = readRecords(
		[1, 2, 3].map((id) => ({
			...{ documentKey: `c/s/${id}`, kind: 'order', buyerKey: id === 3 ? 'buyer 2' : '' },
			contactKey: id === 3 ? '' : 'contact 1',
		})),
	);
	const found = (all: Sale[], some = all) =>
		doubledCustomers(some, all, records).map(({ kind, invoiceNumber, booksTotal, found: said }) => [
			...[kind, invoiceNumber, booksTotal, said],
		]);

	it('stand on one card', () => {
		expect(found([sale(1, ['W1', 'A']), sale(2, ['W2', 'a'])])).toEqual([]);
	});

	it('on two cards are named by the later one, with its amount', () => {
		const sales = [sale(2, ['W2', 'B'], { date: '2026-10-16' }), sale(1, ['W1', 'A'])];
		const said = 'W2 stands on another card than W1, of the same customer.';
		expect(found(sales)).toEqual([['customerDoubled', 'W2', 121, said]]);
	});

	it('of which the later is of another month: it is named there', () => {
		const [first, later] = [sale(1, ['W1', 'A']), sale(2, ['W2', 'B'], { date: '2026-11-02' })];
		expect(found([first, later], [first])).toEqual([]);
		expect(found([first, later], [later])).toHaveLength(1);
	});

	it('go by the newest entry of each, and no credit note counts', () => {
		const corrected = sale(1, ['W1', 'A'], { later: [['W1-2', 'B']], credits: [['CW1', 'A']] });
		expect(found([corrected, sale(2, ['W2', 'B'], { date: '2026-10-16' })])).toEqual([]);
		expect(found([sale(1, ['W1', 'A']), sale(2, ['CW2', 'B'], { of: 1 })])).toEqual([]);
	});

	it('with two VAT numbers are of two businesses', () => {
		const one = sale(1, ['W1', 'A'], { vatNumber: 'BE0123456749' });
		expect(found([one, sale(2, ['W2', 'B'], { vatNumber: 'BE0999999922' })])).toEqual([]);
	});

	it('are not told apart where nobody knows the customer or the card', () => {
		expect(found([sale(3, ['W3', 'A']), sale(1, ['W1', 'B'])])).toEqual([]);
		expect(found([sale(1, ['W1', '']), sale(2, ['W2', 'B'])])).toEqual([]);
		expect(found([sale(1, ['W1', 'A']), sale(9, ['W9', 'B'])])).toEqual([]);
	});
});
