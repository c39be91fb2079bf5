import { offeredTo, versionOffered, whereOffered } from '../../../bookkeeping';

const inTotal = { dayTotal: { series: 'WDAG' } };

describe('where a claimed draft goes', () => {
	it.each([
		['payment', {}, {}, 'register'],
		['payout', {}, {}, 'register'],
		['payment', inTotal, {}, 'register'],
		['order', {}, {}, 'book'],
		['refund', {}, { version: 2 }, 'book'],
		['order', inTotal, {}, 'total'],
		['order', inTotal, { mayBeSent: false, snelStartNumber: '', version: null }, 'total'],
		// What SnelStart may have already is looked up and booked by itself.
		['order', inTotal, { mayBeSent: true }, 'book'],
		['order', inTotal, { snelStartNumber: 'W28' }, 'book'],
		['order', inTotal, { version: 2 }, 'book'],
	])('%s with %j on a row with %j: %s', (kind, draft, claimed, where) => {
		expect(whereOffered(kind, draft, claimed)).toBe(where);
		expect(offeredTo).toContain(where);
	});

	it('counts the entries of an order from one', () => {
		expect([versionOffered({}), versionOffered({ version: 3 })]).toEqual([1, 3]);
	});
});
