import { offer, offeredTo } from '../../../bookkeeping';

const inTotal = { dayTotal: { series: 'WDAG' } };
const waits = { approveFirst: true, invoiceNumber: 'W28', invoiceDate: '2026-11-28' };
const figures = { fingerprint: 'EUR 12.10', total: 12.1 };

describe('where a claimed draft goes', () => {
	it.each([
		['payment', {}, {}, 'register'],
		['payout', {}, {}, 'register'],
		['payment', inTotal, {}, 'register'],
		['order', {}, {}, 'book'],
		['refund', {}, { version: 2 }, 'book'],
		['order', inTotal, {}, 'book'],
		['order', inTotal, { mayBeSent: false, snelStartNumber: '', version: null }, 'book'],
		['order', inTotal, { mayBeSent: true }, 'book'],
		['order', inTotal, { snelStartNumber: 'W28' }, 'book'],
		['order', inTotal, { version: 2 }, 'book'],
		['order', waits, {}, 'notSent'],
		['order', waits, { approved: 'EUR 12.00' }, 'notSent'],
		['order', waits, { approved: 'EUR 12.10' }, 'book'],
		// A run that died may have claimed what nobody ever approved, and sent nothing of it.
		['order', waits, { mayBeSent: true }, 'notSent'],
		['order', waits, { mayBeSent: true, approved: 'EUR 12.00' }, 'book'],
		['order', waits, { mayBeSent: true, approved: 'EUR 12.10' }, 'book'],
		['order', waits, { version: 2 }, 'book'],
	])('%s with %j on a row with %j: %s', (kind, draft, claimed, where) => {
		expect(offer(kind, draft, claimed, figures).to).toBe(where);
		expect(offeredTo).toContain(where);
	});

	it('goes into its total only once it is approved', () => {
		const draft = { ...waits, ...inTotal };
		expect(offer('order', draft, {}, figures)).toMatchObject({
			answer: { code: 'AWAITS_APPROVAL' },
		});
		expect(offer('order', draft, { approved: 'EUR 12.10' }, figures)).toEqual({
			to: 'book',
			draft,
		});
	});

	it.each([[{ mayBeSent: true }], [{ snelStartNumber: 'W28' }], [{ version: 2 }]])(
		'into no total when SnelStart may have it already: %j',
		(claimed) => {
			const draft = { invoiceNumber: 'W28', ...inTotal };
			const byItself = { to: 'book', draft: { invoiceNumber: 'W28' } };
			expect(offer('order', draft, claimed, figures)).toEqual(byItself);
			expect(offer('order', draft, {}, figures)).toEqual({ to: 'book', draft });
		},
	);

	it('says the number and date, and keeps an outline of what waits alone', () => {
		const { answer } = offer('order', waits, {}, figures) as { answer: { facts?: string } };
		expect(JSON.stringify(answer)).toContain('W28');
		expect(JSON.stringify(answer)).toContain('2026-11-28');
		const byOther = offer(
			'order',
			{ number: 'V7', date: '2026-11-27', approveFirst: true },
			{},
			{},
		);
		expect(JSON.stringify(byOther)).toContain('V7');
		expect(JSON.stringify(byOther)).toContain('2026-11-27');
	});

	it('counts for what was shown: the same amounts on another account wait again', () => {
		const line = { role: 'product', amount: 10, percentage: 21, ledgerAccountId: 'a77e2c90-51d4' };
		const draft = { ...waits, document: 'salesEntry', lines: [line], notes: ['Asked at 10:00.'] };
		const { answer } = offer('order', draft, {}, figures) as { answer: { outline: string } };
		const approved = { approved: 'EUR 12.10', outline: answer.outline };
		const later = { ...draft, notes: ['Asked at 11:00.'] };
		expect(offer('order', later, approved, figures).to).toBe('book');
		const elsewhere = { ...draft, lines: [{ ...line, ledgerAccountId: 'b0000000-51d4' }] };
		expect(offer('order', elsewhere, approved, figures).to).toBe('notSent');
		expect(offer('order', elsewhere, { approved: 'EUR 12.10' }, figures).to).toBe('book');
	});

	it('is approved as it stands, or as it was shown when a fingerprint said less', () => {
		const now = { ...figures, fingerprint: 'EUR 12.10 | to NL | VAT number #3fa2' };
		const to = (approved: string) => offer('order', waits, { approved }, now).to;
		expect(to('EUR 12.10 | to NL')).toBe('book');
		expect(to('EUR 12.10 | to BE')).toBe('notSent');
		expect(to('EUR 12.10 | to NL | no VAT number')).toBe('notSent');
	});

	it('says what waits for approval, and what to look at first', () => {
		expect(offer('order', waits, {}, figures)).toMatchObject({
			answer: {
				state: 'needsAttention',
				message: 'Entry W28 of 2026-11-28, € 12.10, can be booked and waits for approval.',
				facts: { case: 'withoutNotes' },
			},
		});
		const withNotes = { ...waits, notes: ['Rounded by € 0.01.', 'VIES was not asked.'] };
		expect(offer('order', withNotes, {}, figures)).toMatchObject({
			answer: {
				message: expect.stringMatching(/Notes to read first: 2;/),
				facts: { case: 'withNotes' },
			},
		});
	});
});
