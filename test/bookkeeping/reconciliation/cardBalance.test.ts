import { cardBalance, cardBalanceLine } from '../../../bookkeeping/reconciliation/cardBalance';

/** The month sold for 50.00, of which 20.00 was spent and 5.00 given back: 35.00 more is owed. */
const month = { sold: 5_000, spent: 2_000, givenBack: 500, shop: 3_500 };

test('the first month believes the books, and ends with what moved', () => {
	expect(cardBalance({ ...month, books: 3_500 }, { books: 10_000 })).toEqual({
		opening: 10_000,
		sold: 5_000,
		spent: 2_000,
		givenBack: 500,
		shop: 13_500,
		books: 13_500,
	});
});

test('what was wrong in the month before is wrong until it is mended', () => {
	// Before: 100.00 had to be there, 90.00 was. The month itself is right.
	const before = { books: 9_000, expected: 10_000 };
	expect(cardBalance({ ...month, books: 3_500 }, before)).toMatchObject({
		shop: 13_500,
		books: 12_500,
	});
	// Mended in this month: 10.00 more in the books.
	expect(cardBalance({ ...month, books: 4_500 }, before)).toMatchObject({
		shop: 13_500,
		books: 13_500,
	});
});

test('the row says both sides and their difference', () => {
	const balance = cardBalance({ ...month, books: 3_500 }, { books: 9_000, expected: 10_000 });
	expect(cardBalanceLine(balance, '1850 Cadeaubonnen')).toMatchObject({
		kind: 'giftCardBalance',
		invoiceNumber: '1850 Cadeaubonnen',
		shopTotal: 135,
		booksTotal: 125,
		difference: -10,
		code: 'GIFT_CARD_BALANCE',
	});
});
