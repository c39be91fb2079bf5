import { backToCard } from '../../../bookkeeping/refunds/backToCard';

const giftCard = { amount: 25, ledgerAccountId: 'gift cards' };

test('what goes back to a card stands below zero on the account that the sale was paid from', () => {
	expect(backToCard(1_000, { giftCard })).toEqual({
		giftCard: { amount: -10, ledgerAccountId: 'gift cards' },
	});
});

test('of an order in another currency it is in euro, at the rate of the sale', () => {
	const foreign = {
		...{ currency: 'USD', amount: 60.5, rate: '1.1003' },
		quoted: 'perEuro' as const,
	};
	// 25.00 / 1.1003 = 22.721…
	expect(backToCard(2_500, { giftCard, foreign }).giftCard?.amount).toBe(-22.72);
});

test('nothing where nothing went back, or no card paid', () => {
	expect(backToCard(0, { giftCard })).toEqual({});
	expect(backToCard(1_000, {})).toEqual({});
});
