import { mostDifferent } from '../../../bookkeeping/orders/mostDifferent';

const featuresOf = ({ has }: { has: string[] }) => has;
const order = (name: string, ...has: string[]) => ({ name, has });
const names = (orders: Array<{ name: string }>) => orders.map(({ name }) => name);

const many = [
	order('newest', 'domestic', '21'),
	order('same', 'domestic', '21'),
	order('two rates', 'domestic', '21', '9'),
	order('same again', 'domestic', '21'),
	order('abroad', 'icp', '0'),
	order('refunded', 'domestic', '21', 'refund'),
];

describe('the orders that show most', () => {
	it.each([
		[1, ['two rates']],
		[2, ['two rates', 'abroad']],
		[3, ['two rates', 'abroad', 'refunded']],
		// Nothing new is left: the newest.
		[4, ['newest', 'two rates', 'abroad', 'refunded']],
		[5, ['newest', 'same', 'two rates', 'abroad', 'refunded']],
	])('%i of six', (atMost, expected) => {
		expect(names(mostDifferent(many, atMost, featuresOf))).toEqual(expected);
	});

	it.each([0, 6, 7])('%i: all of them, in their places', (atMost) => {
		expect(names(mostDifferent(many, atMost, featuresOf))).toEqual(names(many));
	});
});
