import { isRecord, readBesideParts } from '../../../../bookkeeping/payments/payouts/knownParts';

const notes = (content: object) => JSON.stringify(content);

test('what of an order is in its second entry, and of a credit note for it, stands in their records', () => {
	const lines = [['', 'product', 0, '1550aaaa', 2_500]];
	const order = { documentKey: 'c/s/1', notes: notes({ beside: { entryId: 'beside', lines } }) };
	const credit = {
		documentKey: 'c/s/1/refund/2',
		notes: notes({ ofBeside: true }),
		lines: JSON.stringify([['', 'product', 0, '1550aaaa', -1_000]]),
	};
	const one = { documentKey: 'c/s/3', notes: '' };
	const row = { orderKey: 'c/s/1', kind: 'order', notes: order.notes };
	expect([...readBesideParts([order, credit, one, row, undefined])]).toEqual([
		['c/s/1', { salesEntryId: 'beside', amount: 2_500 }],
		['c/s/1/refund/2', { salesEntryId: '', amount: 1_000 }],
	]);
	expect([order, row, 'text'].map(isRecord)).toEqual([true, false, false]);
});
