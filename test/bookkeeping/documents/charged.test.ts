import { chargedInEuro, chargedPerRate } from '../../../bookkeeping/documents/charged';
import type { RatedLine, RatedOrder } from '../../../bookkeeping/vat/ratedLines';

const line = (percentage: number | null, net: number, discount = 0): RatedLine => ({
	role: 'product',
	title: '',
	sku: '',
	quantity: '1',
	percentage,
	net,
	discount,
});
const rated: RatedOrder = {
	lines: [line(9, 4722), line(21, 2000), line(null, 300), line(21, 1000, 167)],
	vat: [
		{ percentage: 21, amount: 595 },
		{ percentage: 9, amount: 425 },
	],
};

test('what was charged per rate, after discount, the highest rate first', () => {
	expect(chargedPerRate(rated)).toEqual([
		{ percentage: 21, net: 2833, vat: 595 },
		{ percentage: 9, net: 4722, vat: 425 },
		{ percentage: null, net: 300, vat: 0 },
	]);
});

test('in euro, as a draft states it', () => {
	expect(chargedInEuro(rated)?.[0]).toEqual({ percentage: 21, net: 28.33, vat: 5.95 });
});
