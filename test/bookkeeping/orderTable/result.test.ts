import { DateTime } from 'luxon';

import { readFound, resultRow, type FoundToBook } from '../../../bookkeeping';

const now = DateTime.fromISO('2026-01-05T10:30:00', { zone: 'Europe/Amsterdam' });
const run = { claimId: '7', now };

function found(item: object, kind = 'order'): FoundToBook {
	const base = { outcome: 'book', orderKey: 'c/s/1', client: 'c', shop: 's', draft: {} };
	return readFound(kind, { ...base, ...item }, 3) as FoundToBook;
}

const order = found({ total: 121, vat: 21, regime: 'domestic', fingerprint: 'EUR 121.00' });

test('what is booked is recorded with the amounts that were booked and the claim that did it', () => {
	const answer = {
		state: 'booked',
		invoiceNumber: 'WC-1',
		salesEntryId: 'e-1',
		relationId: 'r-1',
		alreadyThere: true,
	};
	expect(resultRow(order, { attempts: 1 }, answer, run)).toEqual({
		state: 'booked',
		claimId: '7',
		code: '',
		message: '',
		tip: '',
		facts: '',
		snelStartNumber: 'WC-1',
		originalInvoiceNumber: '',
		salesEntryId: 'e-1',
		relationId: 'r-1',
		total: 121,
		vat: 21,
		regime: 'domestic',
		paymentMethod: '',
		fingerprint: 'EUR 121.00',
		mayBeSent: false,
		attempts: 2,
		tryUntil: '',
		outline: '',
		settingsVersion: 3,
		alreadyThere: true,
		bookedAt: '2026-01-05T10:30:00.000+01:00',
	});
});

test('what was shown for an approval stays in the row until it is booked', () => {
	const claimed = { outline: 'shown' };
	expect(resultRow(order, claimed, { state: 'ready' }, run).outline).toBe('shown');
	expect(resultRow(order, claimed, { error: 'no answer' }, run).outline).toBe('shown');
	const again = { state: 'needsAttention', outline: 'shown anew' };
	expect(resultRow(order, claimed, again, run).outline).toBe('shown anew');
	expect(resultRow(order, claimed, { state: 'booked' }, run).outline).toBe('');
});

test('what may have been sent before stays so as long as SnelStart could not be asked', () => {
	const answer = { state: 'ready', code: 'SNELSTART_NOT_REACHED' };
	expect(resultRow(order, { mayBeSent: true }, answer, run)).toMatchObject({
		state: 'unknown',
		mayBeSent: true,
		code: 'SNELSTART_NOT_REACHED',
	});
	expect(resultRow(order, { mayBeSent: true }, { state: 'openItemNotFound' }, run)).toMatchObject({
		state: 'ready',
		mayBeSent: false,
	});
});

describe('what was only looked up, since the shop took it back', () => {
	const otherwise = { outcome: 'nothingToBook', code: 'STATUS_SKIPPED', facts: { status: 'x' } };
	const asked = found({ otherwise });
	const before = { mayBeSent: true, code: 'SNELSTART_UNAVAILABLE', message: 'no answer' };
	const result = (tryUntil: string, answer: object) =>
		resultRow(asked, { ...before, tryUntil }, { state: 'notThere', ...answer }, run);

	test('may turn up for an hour after the first look', () => {
		const first = result('', {});
		expect(first).toMatchObject({
			...{ state: 'unknown', mayBeSent: true, code: before.code, message: before.message },
			tryUntil: '2026-01-05T10:30:00.000Z',
		});
		expect(result('2026-01-05T09:31:00.000Z', {})).toMatchObject({
			...{ state: 'unknown', tryUntil: '2026-01-05T09:31:00.000Z' },
		});
	});

	test('then is what the shop says, or in the books as far as it is there', () => {
		const over = '2026-01-05T09:29:00.000Z';
		expect(result(over, {})).toMatchObject({
			...{ state: 'nothingToBook', code: 'STATUS_SKIPPED', mayBeSent: false, tryUntil: '' },
		});
		const first = { salesEntryId: 'e-1', invoiceNumber: 'W28', relationId: 'r' };
		expect(result(over, first)).toMatchObject({
			...{ state: 'booked', salesEntryId: 'e-1', snelStartNumber: 'W28', mayBeSent: false },
			...{ code: '', claimId: '7' },
		});
	});

	test('is never called booked where it is not there and nobody said what else it is', () => {
		const claimed = { ...before, tryUntil: '2026-01-05T09:29:00.000Z' };
		expect(resultRow(found({}), claimed, { state: 'notThere' }, run)).toMatchObject({
			...{ state: 'unknown', code: before.code, mayBeSent: true },
		});
	});
});

test('an order whose second entry was refused is booked or open, and never loses its first', () => {
	const claimed = {
		...{ code: 'BESIDE_NOT_BOOKED', message: 'refused', facts: '{}', mayBeSent: true },
		...{ salesEntryId: 'e-1', snelStartNumber: 'W28', relationId: 'r' },
	};
	const kept = { code: 'BESIDE_NOT_BOOKED', salesEntryId: 'e-1', snelStartNumber: 'W28' };
	const refused = { state: 'needsAttention', code: 'INVOICE_NUMBER_IN_USE' };
	expect(resultRow(order, claimed, refused, run)).toMatchObject({ ...kept, state: 'booked' });
	for (const answer of [{ state: 'ready' }, { state: 'unknown' }, { error: 'no answer' }]) {
		expect(resultRow(order, claimed, answer, run)).toMatchObject({ ...kept, state: 'unknown' });
	}
	const booked = { state: 'booked', invoiceNumber: 'W28', salesEntryId: 'e-1' };
	expect(resultRow(order, claimed, booked, run)).toMatchObject({ state: 'booked', code: '' });
});

test('what waits for approval was not looked up, so it may be sent as before', () => {
	const answer = { state: 'needsAttention', code: 'AWAITS_APPROVAL', mayBeSent: true };
	expect(resultRow(order, { mayBeSent: true }, answer, run)).toMatchObject({
		state: 'needsAttention',
		mayBeSent: true,
	});
});

test.each(['needsAttention', 'unknown', 'ready'] as const)(
	'what is %s holds no claim, no number and no moment',
	(state) => {
		const answer = { state, invoiceNumber: 'WC-1', code: 'BOE-0042', message: 'm', tip: 't' };
		expect(resultRow(order, {}, answer, run)).toMatchObject({
			state,
			claimId: '',
			code: 'BOE-0042',
			message: 'm',
			tip: 't',
			snelStartNumber: '',
			mayBeSent: state === 'unknown',
			attempts: 1,
			bookedAt: null,
		});
	},
);

test.each([
	[{ salesOrderId: 'o-1' }, 'o-1'],
	[{ entryId: 'm-1' }, 'm-1'],
	[{}, ''],
])('the id is that of the document: %j', (answer, salesEntryId) => {
	expect(resultRow(order, {}, { state: 'booked', ...answer }, run)).toMatchObject({ salesEntryId });
});

test('a credit note and a payment name the invoice they belong to', () => {
	const booked = { state: 'booked', number: 'P-1' };
	const credit = found({ draft: { originalInvoiceNumber: 'WC-1' } }, 'refund');
	expect(resultRow(credit, {}, booked, run).originalInvoiceNumber).toBe('WC-1');
	const draft = { openItem: { invoiceNumber: 'WC-1' } };
	const payment = found({ paymentKey: 'c/s/1/paid', amount: 12, draft }, 'payment');
	expect(resultRow(payment, {}, booked, run)).toMatchObject({
		originalInvoiceNumber: 'WC-1',
		snelStartNumber: 'P-1',
		total: 12,
		vat: null,
	});
});

describe('a payment whose open item is not there (J164, J166)', () => {
	const answer = { state: 'openItemNotFound', code: 'OPEN_ITEM_NOT_FOUND', tip: 'Book the sale' };
	const at = (moment: string) => ({ ...run, now: DateTime.fromISO(moment, { zone: now.zone }) });

	test('says for which invoice, in either language', () => {
		const { message, facts } = resultRow(order, {}, { ...answer, facts: { invoice: 'WC-1' } }, run);
		expect(message).toMatch(/invoice WC-1$/);
		expect(facts).toBe('{"case":"triedAgain","invoice":"WC-1"}');
	});

	test('of a refund says to look at its credit note, which may need attention', () => {
		const draft = { document: 'payment', amount: -12, openItem: { invoiceNumber: 'CWC-1' } };
		const refund = found({ paymentKey: 'c/s/1/refund-2', amount: -12, draft }, 'payment');
		const row = resultRow(refund, {}, { ...answer, facts: { invoice: 'CWC-1' } }, run);
		expect(row).toMatchObject({
			state: 'ready',
			message: 'SnelStart has no credit note CWC-1 yet, which this refund pays back',
			tip: expect.stringContaining('Look at the row of the refund'),
		});
		expect(row.tip).not.toContain('Nothing to do');
	});

	test('is tried until the start of the third day after the first try', () => {
		expect(resultRow(order, {}, answer, run)).toMatchObject({
			state: 'ready',
			code: 'OPEN_ITEM_NOT_FOUND',
			tip: 'Nothing to do yet: it is looked for on the next days too.',
			tryUntil: '2026-01-07T23:00:00.000Z',
		});
	});

	test.each([
		['2026-01-07T23:59:59', 'ready'],
		['2026-01-08T00:00:00', 'ready'],
		['2026-01-08T00:00:01', 'needsAttention'],
	])('at %s it is %s', (moment, state) => {
		const claimed = { tryUntil: '2026-01-07T23:00:00.000Z' };
		const row = resultRow(order, claimed, answer, at(moment));
		expect(row).toMatchObject({ state, tryUntil: '2026-01-07T23:00:00.000Z' });
		expect(row.tip).toMatch(state === 'ready' ? /next days/ : /several days/);
	});

	test('once it was something else, the days are counted anew', () => {
		const claimed = { tryUntil: '2026-01-07T23:00:00.000Z' };
		expect(resultRow(order, claimed, { state: 'unknown' }, run).tryUntil).toBe('');
	});
});

describe('a batch that gave no results', () => {
	test('stays ready when SnelStart says why: nothing was sent', () => {
		const details = { code: 'TOKEN_REFUSED', tip: 'Check the key' };
		const answer = { error: 'SnelStart does not accept the key', details };
		const claimed = { attempts: 4, tryUntil: 'u', salesEntryId: 'old', snelStartNumber: 'n' };
		expect(resultRow(order, claimed, answer, run)).toMatchObject({
			state: 'ready',
			claimId: '',
			code: 'TOKEN_REFUSED',
			message: 'SnelStart does not accept the key',
			tip: 'Check the key',
			attempts: 5,
			tryUntil: 'u',
			salesEntryId: 'old',
			snelStartNumber: 'n',
			total: 121,
			settingsVersion: 3,
		});
	});

	test('is unknown when nobody knows how far it came', () => {
		const answer = { error: { message: 'Cannot read properties of undefined' } };
		expect(resultRow(order, {}, answer, run)).toMatchObject({
			state: 'unknown',
			mayBeSent: true,
			code: 'SNELSTART_NOT_REACHED',
			message: 'Cannot read properties of undefined',
			tip: 'It is tried again by the next run.',
		});
	});

	test('takes nothing away from what may have been sent before', () => {
		const answer = { error: 'x', code: 'TOKEN_REFUSED' };
		expect(resultRow(order, { mayBeSent: true }, answer, run)).toMatchObject({
			state: 'unknown',
			mayBeSent: true,
			code: 'TOKEN_REFUSED',
		});
	});

	test('a state that does not exist is not a result', () => {
		expect(resultRow(order, {}, { state: 'Booked' }, run).state).toBe('unknown');
	});
});

describe('an order that waits for its payout', () => {
	const dayTotal = {
		...{ series: 'WDAG-W-2026-01-05', relationId: 'c', method: 'ideal' },
		...{ closesAt: '2026-01-20T23:00:00.000Z', withoutPayout: 'attention' },
	};
	const at = (moment: string) => ({ claimId: '7', now: DateTime.fromISO(moment) });
	const gathered = (moment: string, claimed: object = {}, more: object = {}) =>
		resultRow(
			{ ...order, draft: { ...order.draft, dayTotal: { ...dayTotal, ...more } } },
			claimed as never,
			{ state: 'gathered' },
			at(moment),
		);

	it('is gathered until its time is over', () => {
		expect(gathered('2026-01-20T22:59:59Z')).toMatchObject({
			...{ state: 'gathered', claimId: '7', originalInvoiceNumber: dayTotal.series },
			...{ tryUntil: dayTotal.closesAt, code: '' },
		});
	});

	it('is due at once when a payout has named it before', () => {
		expect(gathered('2026-02-20T12:00:00Z', { payout: 'a payout' })).toMatchObject({
			...{ state: 'gathered', tryUntil: '2026-02-20T12:00:00.000Z', code: '' },
		});
	});

	it('is told when its time is over, unless it is booked with its day then', () => {
		expect(gathered(dayTotal.closesAt)).toMatchObject({
			...{ state: 'needsAttention', claimId: '', code: 'TOTAL_WITHOUT_PAYOUT' },
			...{ originalInvoiceNumber: dayTotal.series, bookedAt: null },
		});
		expect(gathered(dayTotal.closesAt, {}, { withoutPayout: 'day' })).toMatchObject({
			...{ state: 'gathered', claimId: '7', tryUntil: dayTotal.closesAt },
		});
	});
});
