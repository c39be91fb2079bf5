import { cardLiability } from '../../../bookkeeping/reconciliation/cardLiability';
import { reconcile } from '../../../bookkeeping/reconciliation/reconcile';
import { transformRefund } from '../../../bookkeeping/refunds/transformRefund';
import { cardOrder, meta } from '../giftCards/support';
import { draftOf, settingsWith } from '../support';

type Json = Record<string, unknown>;

const CARDS = 'gift cards';
const settings = settingsWith({ giftCardAccountId: CARDS, ordersWithRefunds: 'book' });

const sold = draftOf(
	cardOrder('40.00', {
		...{ total_tax: '0.00', tax_lines: [], id: 829, number: '829' },
		line_items: [
			{
				...{ id: 5, name: 'Card', quantity: 1, meta_data: [meta('pw_gift_card_amount', '40')] },
				...{ subtotal: '40.00', total: '40.00', total_tax: '0.00', taxes: [] },
			},
		],
	}),
	settings,
);
const refund = {
	...{ id: 66, amount: '0.00', refunded_payment: false, date_created_gmt: '2026-09-20T09:00:00' },
	line_items: [
		{
			...{ id: 660, name: 'Product', quantity: -1, total: '-10.00', total_tax: '-2.10' },
			...{ taxes: [{ id: 1, total: '-2.10' }] },
			meta_data: [{ key: '_refunded_item_id', value: '1' }],
		},
	],
};
const order: Json = cardOrder('35.50', {
	gift_cards: [{ id: 1, code: 'A', amount: '25.00' }],
	refunds: [refund],
});
const spent = draftOf(order, settings);
const back = transformRefund(
	{ order, refund, earlierRefunds: [refund] },
	'woocommerce',
	settings,
).draft!;

const moved = (amount: number, changes: object = {}) => ({
	...{ invoiceNumber: '', accountId: CARDS, date: '2026-09-14', amount, description: '' },
	...changes,
});
const books = [
	moved(4_000, { invoiceNumber: '829' }),
	moved(-2_500),
	moved(1_210),
	moved(9_999, { accountId: 'another' }),
];

test('sold − spent + given back is what the account moved', () => {
	expect(cardLiability([sold, spent, back], books)).toEqual({
		...{ sold: 4_000, spent: 2_500, givenBack: 1_210 },
		...{ shop: 2_710, books: 2_710 },
	});
});

test('without a card that paid, the account is not known', () => {
	expect(cardLiability([sold], books)).toBeUndefined();
});

test('an account that several shops share is nothing of a shop without cards', () => {
	expect(cardLiability([], books, CARDS)).toMatchObject({ shop: 0, books: 2_710 });
	expect(cardLiability([], books, CARDS, true)).toBeUndefined();
	expect(cardLiability([sold], books, CARDS, true)).toMatchObject({ sold: 4_000, books: 2_710 });
	expect(cardLiability([back], books, CARDS, true)).toMatchObject({ givenBack: 1_210 });
});

const documents = [sold, spent, back].map((draft) => ({
	...{ orderNumber: draft.orderNumber, total: draft.invoiceAmount, draft, code: '', message: '' },
}));
const compared = (mutations: typeof books, more: Parameters<typeof reconcile>[4] = {}) =>
	reconcile(
		documents,
		mutations,
		{ from: '2026-09-01', until: '2026-09-30' },
		() => ({ box: 'none', holds: 'other' }),
		more,
	);
const found = (...all: Parameters<typeof compared>) =>
	compared(...all).differences.filter(({ kind }) => kind === 'giftCards');

test('the reconciliation shows a part that is not booked', () => {
	expect(found(books)).toEqual([]);
	expect(found(books.filter(({ amount }) => amount !== -2_500))).toMatchObject([
		{
			...{ shopTotal: 27.1, booksTotal: 52.1, difference: 25 },
			found:
				'Gift cards: sold € 40.00, spent € 25.00, given back € 12.10; that is € 27.10, and the account moved € 52.10.',
		},
	]);
});

test('what was booked in another period is of that period', () => {
	expect(found([...books, moved(-100, { date: '2026-10-01' })])).toEqual([]);
});

describe('by its balance', () => {
	const before = (cardsBefore: { books: number; expected?: number }) => ({
		money: { besides: [], giftCardAccountId: CARDS, cardsBefore, nameOf: (id: string) => id },
	});

	test('opening + sold − spent + given back is what the account holds', () => {
		const { cards } = compared(books, before({ books: 10_000 }));
		expect(cards).toEqual({
			...{ opening: 10_000, sold: 4_000, spent: 2_500, givenBack: 1_210 },
			// 100.00 + 40.00 − 25.00 + 12.10.
			...{ shop: 12_710, books: 12_710 },
		});
		expect(found(books, before({ books: 10_000 }))).toEqual([]);
	});

	test('what an earlier month left open differs until it is mended', () => {
		expect(found(books, before({ books: 10_000, expected: 9_000 }))).toMatchObject([
			{
				...{ shopTotal: 117.1, booksTotal: 127.1, difference: 10 },
				found:
					'Gift cards: € 90.00 at first, sold € 40.00, spent € 25.00, given back € 12.10; that is € 117.10, and the account holds € 127.10.',
			},
		]);
		expect(found(books, before({ books: 9_000, expected: 9_000 }))).toEqual([]);
	});

	test('nobody read it: it is not told', () => {
		expect(compared(books).cards).toBeUndefined();
	});
});
