import { readFound, type Found, type Refused } from '../../../bookkeeping';

const item = {
	outcome: 'wait',
	orderKey: 'c/s/1',
	client: 'c',
	shop: 's',
	orderId: '1',
	orderNumber: '1001',
	orderStatus: 'pending',
	total: 12.1,
	vat: 2.1,
	regime: 'domestic',
	fingerprint: 'EUR 12.10',
	paymentIds: 'tr_1 tr_2',
	paymentMethod: 'Directe bankoverschrijving (vooraf)',
	code: 'STATUS_NOT_YET',
	message: 'm',
	tip: 't',
};
const read = (kind: string, raw: unknown) => readFound(kind, raw, 3) as Found;
const reasonOf = (kind: string, raw: unknown) => {
	const found = read(kind, raw);
	return found.outcome === 'book' ? undefined : found.reason;
};

test('what is seen of an order stands in its row, whatever becomes of it', () => {
	expect(read('order', item).seen).toEqual({
		orderKey: 'c/s/1',
		kind: 'order',
		parentKey: '',
		client: 'c',
		shop: 's',
		orderId: '1',
		orderNumber: '1001',
		orderStatus: 'pending',
		seenFingerprint: 'EUR 12.10',
		paymentIds: 'tr_1 tr_2',
	});
});

test.each([
	['wait', 'STATUS_NOT_YET', 'waiting'],
	['nothingToBook', 'FREE_ORDER', 'nothingToBook'],
	['attention', 'COUNTRY_MISSING', 'needsAttention'],
	// J044: the next run asks VIES again; nothing has to change in the shop.
	['wait', 'VAT_NUMBER_NOT_CHECKED', 'ready'],
	['attention', 'VAT_NUMBER_NOT_CHECKED', 'needsAttention'],
])('outcome %s with %s becomes %s', (outcome, code, state) => {
	expect(reasonOf('order', { ...item, outcome, code })).toEqual({
		state,
		claimId: '',
		code,
		message: 'm',
		tip: 't',
		facts: '',
		total: 12.1,
		vat: 2.1,
		regime: 'domestic',
		paymentMethod: 'Directe bankoverschrijving (vo',
		fingerprint: 'EUR 12.10',
		settingsVersion: 3,
	});
});

test.each([
	['order', { ...item, orderDate: '2026-01-04' }],
	['refund', { ...item, orderDate: '2026-01-04' }],
	['payment', { ...item, paymentKey: 'c/s/1/paid', paidOn: '2026-01-04' }],
	['payout', { ...item, payoutKey: 'c/payout/mollie/stl_1', date: '2026-01-04' }],
])('the day of a %s that is not to be booked stands in its row', (kind, raw) => {
	expect(reasonOf(kind, raw)).toMatchObject({ orderDate: '2026-01-04' });
});

test.each(['', '4-1-2026', undefined])(
	'a day of %p is not known: what the row says of it stays',
	(orderDate) => {
		expect(reasonOf('order', { ...item, orderDate })).not.toHaveProperty('orderDate');
	},
);

test('the facts of a code stand beside it, as JSON', () => {
	const facts = { place: 'line 3', vat: 210, gross: 1210, rates: [21] };
	const why = { code: 'RATE_AMBIGUOUS', facts: { ...facts, other: 'not one of its facts' } };
	const kept = reasonOf('order', { ...item, outcome: 'attention', ...why })?.facts ?? '';
	expect(JSON.parse(kept)).toEqual(facts);
});

test('what is to be booked brings its draft, its day and the invoice it belongs to', () => {
	const draft = { invoiceDate: '2026-01-05', originalInvoiceNumber: 'WC-1' };
	expect(read('refund', { ...item, outcome: 'book', draft })).toMatchObject({
		outcome: 'book',
		draft,
		orderDate: '2026-01-05',
		originalInvoiceNumber: 'WC-1',
	});
	const payment = { date: '2026-01-06', openItem: { invoiceNumber: 'WC-1' } };
	const paid = { ...item, paymentKey: 'c/s/1/paid', outcome: 'book', draft: payment };
	expect(read('payment', paid)).toMatchObject({
		orderDate: '2026-01-06',
		originalInvoiceNumber: 'WC-1',
	});
});

test.each([
	['refund', { ...item, orderKey: 'c/s/1/refund/2', originalOrderKey: 'c/s/1' }, 'c/s/1/refund/2'],
	['payment', { ...item, paymentKey: 'c/s/1/paid' }, 'c/s/1/paid'],
])('a %s has a key of its own, and that of its order as its parent', (kind, raw, orderKey) => {
	expect(read(kind, raw).seen).toMatchObject({ kind, orderKey, parentKey: 'c/s/1' });
});

test('a payout is named by what its provider calls it', () => {
	const payout = {
		outcome: 'attention',
		client: 'c',
		payoutKey: 'c/payout/mollie/stl_1',
		provider: 'mollie',
		payoutId: 'stl_1',
		reference: '1234567.2601.01',
		net: 39.75,
	};
	expect(read('payout', payout).seen).toMatchObject({
		orderKey: 'c/payout/mollie/stl_1',
		parentKey: '',
		shop: 'mollie',
		orderId: 'stl_1',
		orderNumber: '1234567.2601.01',
	});
	expect(read('payout', payout).figures.total).toBe(39.75);
	expect(read('payout', { ...payout, reference: '' }).seen.orderNumber).toBe('stl_1');
});

describe('a line of a payout that has no order', () => {
	const entry = {
		client: 'c',
		payoutKey: 'c/payout/mollie/stl_1',
		provider: 'mollie',
		payoutId: 'stl_1',
		entryId: 'ref_9',
		type: 'chargeback',
		paymentIds: ['tr_4', 'tr_5'],
		gross: -12.5,
		date: '2026-01-04',
		reason: { code: 'ENTRY_WITHOUT_ORDER', facts: { case: 'severalAlike' } },
	};

	test('needs attention, with what it is and where it stands', () => {
		expect(read('payoutEntry', entry).seen).toMatchObject({
			orderKey: 'c/payout/mollie/stl_1/chargeback/ref_9',
			parentKey: 'c/payout/mollie/stl_1',
			client: 'c',
			shop: 'mollie',
			orderId: 'ref_9',
			orderNumber: 'tr_4',
		});
		expect(reasonOf('payoutEntry', entry)).toMatchObject({
			state: 'needsAttention',
			code: 'PAYOUT_ENTRY_UNMATCHED',
			message:
				'Chargeback of € -12.50 of 2026-01-04 in payout stl_1: Several orders or payments have this amount and date.',
			total: -12.5,
			orderDate: '2026-01-04',
		});
	});

	test('without an id is told by its day and amount', () => {
		const nameless = { ...entry, entryId: '', paymentIds: [] };
		expect(read('payoutEntry', nameless).seen).toMatchObject({
			orderKey: 'c/payout/mollie/stl_1/chargeback/2026-01-04 -12.5',
			orderNumber: '',
		});
	});
});

test.each([
	['order', { ...item, orderKey: '' }, 'ROW_KEY_MISSING', 'key'],
	['order', { ...item, client: undefined }, 'ROW_KEY_MISSING', 'client'],
	['order', { ...item, shop: '' }, 'ROW_KEY_MISSING', 'shop'],
	// The key of its order would be another row's.
	['payment', item, 'ROW_KEY_MISSING', 'key'],
	['payoutEntry', { client: 'c', provider: 'mollie' }, 'ROW_KEY_MISSING', 'key'],
	['invoice', item, 'ROW_UNREADABLE', 'invoice'],
	['order', { ...item, outcome: 'booked' }, 'ROW_UNREADABLE', 'become'],
	['order', { ...item, outcome: 'book' }, 'ROW_UNREADABLE', 'draft'],
	['order', 'text', 'ROW_UNREADABLE', 'item'],
])('%s %j is refused: %s', (kind, raw, refused, word) => {
	const answer = readFound(kind, raw, 3) as Refused;
	expect(answer).toEqual({ refused, message: expect.stringContaining(word) });
});
