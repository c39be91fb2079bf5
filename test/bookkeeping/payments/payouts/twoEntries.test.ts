import { readBesideParts } from '../../../../bookkeeping/payments/payouts/knownParts';
import { readKnownRefunds } from '../../../../bookkeeping/payments/payouts/knownRefunds';
import { readPayoutOrder } from '../../../../bookkeeping/payments/payouts/payoutOrders';
import { transformPayout } from '../../../../bookkeeping/payments/payouts/transformPayout';
import { fc, runs } from '../../../support/property';
import { ledgerOf, mollie, paymentSettings, payout, payoutOptions, salesOf } from '../support';

const KEY = 'test-client/woocommerce/28';
/** An order of 146.00 as the order table has it: 121.00 of goods in W28, a card of 25.00 in W28-G. */
const sold = {
	...{ kind: 'order', orderKey: KEY, orderId: '28', orderNumber: '28', state: 'booked' },
	...{ snelStartNumber: 'W28', salesEntryId: 'entry W28', total: 146, paymentIds: 'tr_1' },
	fingerprint: 'EUR 146.00 | 21% 100.00+21.00 | untaxed 25.00+0.00 | to BE',
};
/** Its booking record, and that of a credit note of so much of the second entry. */
const record = (documentKey: string, beside: number, entryId: string) => ({
	...{ documentKey, kind: 'order', number: 'W28', id: 7 },
	notes: JSON.stringify({ beside: { entryId, lines: [['9', 'product', 0, 'card', beside]] } }),
});
const ofSale = record(KEY, 2500, 'entry W28-G');
const credited = (id: string, total: number, changes: object = {}) => ({
	...{ kind: 'refund', orderKey: `${KEY}/refund/${id}`, parentKey: KEY, state: 'booked' },
	...{ orderDate: '2026-11-18', total: -total, snelStartNumber: `C${id}`, ...changes },
	salesEntryId: `entry C${id}`,
});
const ofCardAlone = (id: string, cents: number) => ({
	...{ documentKey: `${KEY}/refund/${id}`, notes: '{"ofBeside":true}' },
	lines: JSON.stringify([['9', 'product', 0, 'card', -cents]]),
});
const setOff = (id: string, state = 'booked') => ({
	...{ kind: 'payment', orderKey: `${KEY}/set-off-${id}`, parentKey: KEY, state, total: 0 },
});

type Line = [type: 'payment' | 'refund' | 'chargeback', cents: number];
/** What a payout of these lines settles, by number and in euro. */
function settled(items: object[], lines: Line[], settings = paymentSettings()) {
	const euro = (cents: number) => (cents / 100).toFixed(2);
	const entries = lines.map(([type, cents], place) => ({
		...{ id: `line ${place}`, type, paymentIds: ['tr_1'], date: '2026-11-18' },
		...{ gross: euro(cents), net: euro(cents) },
	}));
	const net = euro(lines.reduce((all, [, cents]) => all + cents, 0));
	const parts = readBesideParts(items);
	const refunds = readKnownRefunds(items, parts);
	const orders = items.flatMap(
		(item) => readPayoutOrder(item, '', settings, refunds, new Map(), parts) ?? [],
	);
	const done = transformPayout(payout({ net, entries }), orders, settings, {
		...payoutOptions,
		settle: 'openItems',
	});
	if (!done.draft) throw new Error(`${done.code}: ${done.message}`);
	expect(orders).toHaveLength(1);
	return done.draft;
}
const reopening = paymentSettings({ payoutProviders: [{ ...mollie, chargebacks: 'reopen' }] });

test('a payment settles both entries, each for its own part and by its own id', () => {
	const draft = settled([sold, ofSale], [['payment', 14_600]]);
	expect(salesOf(draft)).toEqual([
		['W28', 121],
		['W28-G', 25],
	]);
	expect(draft.salesLines.map(({ salesEntryId }) => salesEntryId)).toEqual([
		'entry W28',
		'entry W28-G',
	]);
	expect(ledgerOf(draft)).toEqual([]);
});

test.each<[string, Line[], Array<[string, number]>]>([
	['a first part is of the goods', [['payment', 10_000]], [['W28', 100]]],
	[
		'a second part is of what is left of the goods, and then of the card',
		[
			['payment', 10_000],
			['payment', 4600],
		],
		[
			['W28', 100],
			['W28', 21],
			['W28-G', 25],
		],
	],
])('%s', (_what, lines, items) => {
	expect(salesOf(settled([sold, ofSale], lines))).toEqual(items);
});

test('a chargeback opens both again, and one that is won settles both', () => {
	const of = (...lines: Line[]) => salesOf(settled([sold, ofSale], lines, reopening));
	expect(of(['chargeback', -14_600])).toEqual([
		['W28', -121],
		['W28-G', -25],
	]);
	expect(of(['chargeback', -3000])).toEqual([
		['W28', -5],
		['W28-G', -25],
	]);
	expect(of(['chargeback', -14_600], ['chargeback', 14_600])).toEqual([
		['W28', -121],
		['W28-G', -25],
		['W28', 121],
		['W28-G', 25],
	]);
});

test('a refund settles the credit note of each entry that it takes back', () => {
	const both = [credited('7', 14_600 / 100), record(`${KEY}/refund/7`, -2500, 'entry C7-G')];
	const draft = settled([sold, ofSale, ...both], [['refund', -14_600]]);
	expect(salesOf(draft)).toEqual([
		['C7', -121],
		['C7-G', -25],
	]);
	expect(draft.salesLines.map(({ salesEntryId }) => salesEntryId)).toEqual([
		'entry C7',
		'entry C7-G',
	]);
	// A credit note of one entry alone has the number itself.
	const ofCard = [credited('8', 25), ofCardAlone('8', 2500)];
	expect(salesOf(settled([sold, ofSale, ...ofCard], [['refund', -2500]]))).toEqual([['C8', -25]]);
});

test('what was set off before the payment is open no more', () => {
	const goods = [credited('7', 121), setOff('7')];
	expect(salesOf(settled([sold, ofSale, ...goods], [['payment', 2500]]))).toEqual([['W28-G', 25]]);
	const some = [credited('7', 60.5), setOff('7', 'ready')];
	expect(salesOf(settled([sold, ofSale, ...some], [['payment', 8550]]))).toEqual([
		['W28', 60.5],
		['W28-G', 25],
	]);
	const card = [credited('7', 10), ofCardAlone('7', 1000), setOff('7')];
	expect(salesOf(settled([sold, ofSale, ...card], [['payment', 13_600]]))).toEqual([
		['W28', 121],
		['W28-G', 15],
	]);
	const both = [credited('7', 30), record(`${KEY}/refund/7`, -500, 'e'), setOff('7')];
	expect(salesOf(settled([sold, ofSale, ...both], [['payment', 11_600]]))).toEqual([
		['W28', 96],
		['W28-G', 20],
	]);
	// Not set off: the credit note is open too, and the goods go first.
	const open = [credited('7', 121), setOff('7', 'nothingToBook')];
	expect(salesOf(settled([sold, ofSale, ...open], [['payment', 2500]]))).toEqual([['W28', 25]]);
});

test('an order in one entry is settled as ever, and records are no orders', () => {
	const one = { ...ofSale, notes: '' };
	expect(salesOf(settled([sold, one], [['payment', 14_600]]))).toEqual([['W28', 146]]);
	expect(readBesideParts([sold, one, 'text', { ...ofSale, notes: 'no JSON' }]).size).toBe(0);
});

interface Story {
	/** Cents. */
	goods: number;
	card: number;
	/** What is given up before anybody paid, in hundredths of each entry. */
	givenUp: Array<[number, number]>;
	/** Parts of what is paid, in hundredths of what is left. */
	paid: number[];
	/** What goes back afterwards, in hundredths of what is left of each. */
	back: Array<[number, number]>;
}
const part = fc.integer({ min: 0, max: 100 });
const stories: fc.Arbitrary<Story> = fc.record({
	goods: fc.integer({ min: 1, max: 100_000 }),
	card: fc.integer({ min: 1, max: 100_000 }),
	givenUp: fc.array(fc.tuple(fc.integer({ min: 0, max: 33 }), fc.integer({ min: 0, max: 33 })), {
		maxLength: 2,
	}),
	paid: fc.array(part, { maxLength: 3 }),
	back: fc.array(fc.tuple(part, part), { maxLength: 3 }),
});
const share = (cents: number, hundredths: number) => Math.floor((cents * hundredths) / 100);

test('property: what is paid in full leaves no open item of either entry, to the cent, and nothing is settled beyond what is open', () => {
	fc.assert(
		fc.property(stories, ({ goods, card, givenUp, paid, back }) => {
			/** Open items by number, as SnelStart would have them. */
			const open: Record<string, number> = { W28: goods, 'W28-G': card };
			const items: object[] = [
				{ ...sold, total: (goods + card) / 100 },
				record(KEY, card, 'entry W28-G'),
			];
			const credit = (id: string, own: number, beside: number) => {
				items.push(credited(id, (own + beside) / 100));
				if (own > 0) open[`C${id}`] = -own;
				if (beside > 0) open[own > 0 ? `C${id}-G` : `C${id}`] = -beside;
				if (own > 0 && beside > 0) items.push(record(`${KEY}/refund/${id}`, -beside, `C${id}-G`));
				// Of the second entry alone: the record says so.
				if (own === 0) items.push(ofCardAlone(id, beside));
			};
			const left = { own: goods, beside: card };
			givenUp.forEach(([own, beside], index) => {
				const [ofGoods, ofCard] = [share(goods, own), share(card, beside)];
				if (ofGoods + ofCard === 0) return;
				const id = `1${index}`;
				credit(id, ofGoods, ofCard);
				items.push(setOff(id));
				left.own -= ofGoods;
				left.beside -= ofCard;
				// The memorial of the set-off.
				open.W28! -= ofGoods;
				open['W28-G']! -= ofCard;
				for (const number of [`C${id}`, `C${id}-G`]) delete open[number];
			});
			const lines: Line[] = [];
			let due = left.own + left.beside;
			for (const cents of [...paid.map((one) => share(due, one)), Infinity]) {
				const now = Math.min(cents, due);
				if (now > 0) lines.push(['payment', now]);
				due -= now;
			}
			const seen = new Set<number>();
			back.forEach(([own, beside], index) => {
				const [ofGoods, ofCard] = [share(left.own, own), share(left.beside, beside)];
				const whole = ofGoods + ofCard;
				// Two of one amount on one day are told apart by nothing.
				if (whole === 0 || seen.has(whole) || items.some((one) => amountOf(one) === whole)) return;
				seen.add(whole);
				credit(`2${index}`, ofGoods, ofCard);
				lines.push(['refund', -whole]);
				left.own -= ofGoods;
				left.beside -= ofCard;
			});
			if (lines.length === 0) return;
			const draft = settled(items, lines);
			for (const { invoiceNumber, amount } of draft.salesLines) {
				const before = open[invoiceNumber]!;
				const after = before - Math.round(amount * 100);
				expect(Math.sign(after) === 0 || Math.sign(after) === Math.sign(before)).toBe(true);
				open[invoiceNumber] = after;
			}
			expect(Object.values(open).filter(Boolean)).toEqual([]);
		}),
		{ numRuns: runs(300) },
	);
});

const amountOf = (item: object) =>
	'kind' in item && item.kind === 'refund' && 'total' in item
		? -Math.round(Number(item.total) * 100)
		: 0;
