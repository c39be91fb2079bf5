import { partNew } from '../../../bookkeeping/orderTable/newRows';

const row = (orderKey: string, orderNumber = orderKey) => ({ orderKey, orderNumber });

it('claims what has no row yet from the start, and leaves what has one as it is', () => {
	const rows = [row('a'), row('b'), row('c')];
	expect(partNew(rows, [{ orderKey: 'b' }, {}], 'run 1')).toEqual({
		added: [
			{ ...row('a'), state: 'booking', claimId: 'run 1' },
			{ ...row('c'), state: 'booking', claimId: 'run 1' },
		],
		there: [row('b')],
	});
});

it('adds an order that comes twice once', () => {
	const { added, there } = partNew([row('a', '1'), row('a', '2')], [], 'run 1');
	expect(added.map(({ orderNumber }) => orderNumber)).toEqual(['1']);
	expect(there).toEqual([row('a', '2')]);
});
