import { withUsualStatuses } from '../../../bookkeeping/settings/usualStatuses';

const shop = (kind: 'wooCommerce' | 'jouwWeb', book: string[], skip: string[] = []) =>
	withUsualStatuses({ kind, statusesToBook: book, statusesToSkip: skip });

test('D-STATUSES: a WooCommerce shop without statuses gets the usual ones, and keeps those to skip', () => {
	const { statusesToBook, statusesToSkip } = shop('wooCommerce', [], ['fraud']);
	expect(statusesToBook).toEqual(['processing', 'completed', 'refunded']);
	expect(statusesToSkip).toEqual(['cancelled', 'failed', 'trash', 'fraud']);
});

test('statuses that are named stay as they are', () => {
	expect(shop('wooCommerce', ['shipped'])).toMatchObject({
		...{ statusesToBook: ['shipped'], statusesToSkip: [] },
	});
});

test('JouwWeb names its own: nothing is guessed (JW-103)', () => {
	expect(shop('jouwWeb', [])).toMatchObject({ statusesToBook: [], statusesToSkip: [] });
});
