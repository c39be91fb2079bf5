import { DateTime } from 'luxon';

import { bookingRecordOf, readFound, resultRow } from '../../../bookkeeping';
import type { FoundToBook } from '../../../bookkeeping';

const now = DateTime.fromISO('2026-01-05T10:30:00', { zone: 'Europe/Amsterdam' });
const claimed = {
	createdAt: new Date('2026-01-05T09:00:00Z'),
	updatedAt: '2026-01-05T09:29:59.000Z',
};
const customer = { kind: 'consumer', name: 'Ada Test', email: 'ada@example.test' };

function recordOf(draft: object, kind = 'order', more: object = {}, state = 'booked', of = {}) {
	const item = { outcome: 'book', client: 'c', shop: 's', orderKey: 'c/s/1', draft, ...more };
	const ofCustomer = { buyerKey: 'hash of the account', contactKey: 'hash of the address' };
	const found = { ...(readFound(kind, item, 7) as FoundToBook), ofCustomer };
	const answer = { ...of, state, invoiceNumber: 'WC-1', salesEntryId: 'e-1', relationId: 'r-1' };
	const row = resultRow(found, claimed, answer, { claimId: '9', now });
	return bookingRecordOf(found, claimed, row, answer);
}

test('everything that SnelStart does not know of a sale, and nobody’s name', () => {
	const high = { ledgerAccountId: '1f8c0b1e-3b6b-4f0a-9a51-0c2d6d1b7f10' };
	const low = { ledgerAccountId: 'a77e2c90-51d4-4c1c-8a3e-2f1f6b0d9e44' };
	const draft = {
		document: 'salesEntry',
		invoiceDate: '2026-01-04',
		customer,
		deliveryCountry: 'BE',
		lines: [
			{ role: 'product', amount: 28.33, percentage: 21, shopLine: '11', ...high },
			{ role: 'product', amount: 47.22, percentage: 9, shopLine: '12', ...low },
			{ role: 'discount', amount: -5, percentage: 21, ...high },
			{ role: 'rounding', amount: -0.01, percentage: 0 },
		],
		vat: [{ vatKind: 'high', percentage: 21, amount: 5.95 }],
		charged: [
			{ percentage: 21, net: 23.33, vat: 4.9 },
			{ percentage: 9, net: 47.22, vat: 4.25 },
			{ percentage: null, net: 3, vat: 0 },
		],
		consultationNumber: 'WAPIAAAAZ',
		vatNumberCheck: { verdict: 'valid', at: '2026-01-04T09:12:00.000Z' },
		movedCents: { onVat: -0.01, onLine: 0.02 },
		foreign: { currency: 'USD', amount: 92.61, rate: '1.0850', quoted: 'foreignPerEuro' },
	};
	const record = recordOf(draft, 'order', { regime: 'icp' });
	expect(record).toEqual({
		documentKey: 'c/s/1',
		kind: 'order',
		parentKey: '',
		client: 'c',
		shop: 's',
		document: 'salesEntry',
		number: 'WC-1',
		entryId: 'e-1',
		relationId: 'r-1',
		buyerKey: 'hash of the account',
		contactKey: 'hash of the address',
		documentDate: '2026-01-04',
		regime: 'icp',
		deliveryCountry: 'BE',
		settingsVersion: 7,
		lines:
			'[["11","product",21,"1f8c0b1e",2833],["12","product",9,"a77e2c90",4722],["","discount",21,"1f8c0b1e",-500],["","rounding",0,"",-1]]',
		charged: '{"9":[4722,425],"21":[2333,490],"none":[300,0]}',
		notes:
			'{"consultation":"WAPIAAAAZ","vatCheck":["valid","2026-01-04T09:12:00.000Z"],"rounding":-1,"onVat":-1,"onLine":2,"exchange":["USD",9261,"1.0850","foreignPerEuro"]}',
		readAt: '2026-01-05T09:00:00.000Z',
		claimedAt: '2026-01-05T09:29:59.000Z',
		bookedAt: '2026-01-05T10:30:00.000+01:00',
	});
	expect(JSON.stringify(record)).not.toMatch(/Ada|example\.test/);
});

test('of a credit note, what it takes back per rate, and that it was worked out', () => {
	const draft = {
		document: 'creditNote',
		invoiceDate: '2026-01-05',
		estimated: true,
		lines: [
			{ role: 'product', amount: -10, percentage: 21 },
			{ role: 'shipping', amount: -5, percentage: 21 },
			// OSS: foreign VAT is a line of its own.
			{ role: 'product', amount: -20, percentage: 19 },
			{ role: 'vat', amount: -3.8, percentage: 19 },
			{ role: 'rounding', amount: 0.01, percentage: 0 },
		],
		vat: [
			{ vatKind: 'high', percentage: 21, amount: -3.15 },
			{ vatKind: 'reverseCharge', percentage: 0, amount: 0 },
		],
	};
	const more = { orderKey: 'c/s/1/refund/2', originalOrderKey: 'c/s/1' };
	expect(recordOf(draft, 'refund', more)).toMatchObject({
		documentKey: 'c/s/1/refund/2',
		parentKey: 'c/s/1',
		document: 'creditNote',
		lines:
			'[["","product",21,"",-1000],["","shipping",21,"",-500],["","product",19,"",-2000],["","vat",19,"",-380],["","rounding",0,"",1]]',
		charged: '{"19":[-2000,-380],"21":[-1500,-315]}',
		notes: '{"estimated":true,"rounding":1}',
	});
});

test('of a payment and a payout no lines: none of the shop became theirs', () => {
	const draft = { document: 'payment', date: '2026-01-05', lines: [{ role: 'x', amount: 1 }] };
	expect(recordOf(draft, 'payment', { paymentKey: 'c/s/1/paid' })).toMatchObject({
		documentKey: 'c/s/1/paid',
		parentKey: 'c/s/1',
		documentDate: '2026-01-05',
		lines: '',
		charged: '',
		notes: '',
	});
});

test('of a payout, where its fees went and which VAT it deducts', () => {
	const feesBooked = { on: 'costsWithVat', fees: 11.7, vat: 2.03 };
	const draft = { document: 'payout', date: '2026-01-05', feesBooked };
	expect(recordOf(draft, 'payout', { payoutKey: 'c/payout/mollie/stl_1' })?.notes).toBe(
		'{"fees":["costsWithVat",1170,203]}',
	);
});

test.each(['needsAttention', 'unknown', 'ready'])('what is %s has no record', (state) => {
	expect(recordOf({ document: 'salesEntry' }, 'order', {}, state)).toBeUndefined();
});

test('what SnelStart did not accept on the card of the customer can be found again', () => {
	const warnings = ['SnelStart did not accept the VAT number: the customer was booked without it'];
	const draft = { document: 'salesEntry', invoiceDate: '2026-01-04', customer };
	expect(recordOf(draft, 'order', {}, 'booked', { warnings })?.notes).toBe(
		JSON.stringify({ warnings }),
	);
	expect(recordOf(draft, 'order', {}, 'booked', { warnings: [] })?.notes).toBe('');
});

test('the day it was dated on, with its own day where that lay in a closed period', () => {
	const draft = { document: 'salesEntry', invoiceDate: '2026-02-14', customer, lines: [], vat: [] };
	const record = recordOf(draft, 'order', {}, 'booked', { datedOn: '2026-04-01' });
	expect(record).toMatchObject({
		documentDate: '2026-04-01',
		notes: '{"movedFrom":"2026-02-14"}',
	});
});

test('which entry of the order it is, where earlier ones were undone; of a correction its own', () => {
	const draft = { document: 'salesEntry', customer, lines: [], vat: [] };
	const as = (version: unknown, own: object = {}) => {
		const item = { outcome: 'book', client: 'c', shop: 's', orderKey: 'c/s/1' };
		const found = readFound('order', { ...item, draft: { ...draft, ...own } }, 7) as FoundToBook;
		const row = resultRow(found, claimed, { state: 'booked' }, { claimId: '9', now });
		return bookingRecordOf(found, { ...claimed, version }, row)?.notes;
	};
	expect([as(2), as(1), as(null), as(undefined)]).toEqual(['{"version":2}', '', '', '']);
	expect(as(2, { version: 3 })).toBe('{"version":3}');
	expect(as(undefined, { undoes: true })).toBe('{"undoes":true}');
});
