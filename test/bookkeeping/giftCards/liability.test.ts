import { sum } from '../../../bookkeeping/money/money';
import { cancelOrder } from '../../../bookkeeping/refunds/reverseOrder';
import { transformRefund } from '../../../bookkeeping/refunds/transformRefund';
import { fc, runs } from '../../support/property';
import { payments, ideal, paymentSettings } from '../payments/support';
import { draftOf } from '../support';
import { cardForms, cardOrder, goodsLine, meta, refundOfLine, vatOn } from './support';

type Json = Record<string, unknown>;

const CARDS = 'gift cards';
const settings = paymentSettings({
	paymentMethods: [{ ...ideal, paymentMethod: 'ideal' }],
	...{ giftCardAccountId: CARDS, giftCardJournalId: 'memorial journal' },
	ordersWithRefunds: 'book',
	setOffJournalId: 'memorial journal',
});

const text = (cents: number) => (cents / 100).toFixed(2);
const cents = (euro: number) => Math.round(euro * 100);
/** What the drafts of an order do to the card account and to the customer's open items. */
interface Effect {
	/** Owed to whoever has a card. */
	liability: number;
	/** What stays open on the documents of the order. */
	open: number;
	sold: number;
	redeemed: number;
	givenBack: number;
	fromBank: number;
}

function effectOf(raw: Json): Effect {
	const sale = draftOf(raw, settings);
	const refunds = raw.refunds as Json[];
	const credits = refunds.map((refund) => {
		const credit = transformRefund(
			{ order: raw, refund, earlierRefunds: refunds, saleState: 'booked' },
			'woocommerce',
			settings,
		);
		if (!credit.draft) throw new Error(`${credit.code}: ${credit.message}`);
		return credit.draft;
	});
	return effect(sale, credits, raw);
}

function effect(
	sale: ReturnType<typeof draftOf>,
	credits: ReadonlyArray<{ invoiceAmount: number }>,
	raw: Json,
): Effect {
	const paid = payments(raw, settings).flatMap(({ outcome, draft, code, message }) => {
		// The money of an order that was never paid.
		if (outcome !== 'book' && raw.date_paid === null) return [];
		if (!draft) throw new Error(`${code}: ${message}`);
		return [draft];
	});
	const onCards = paid.map(({ ledgerLines }) =>
		sum(
			ledgerLines
				.filter(({ ledgerAccountId }) => ledgerAccountId === CARDS)
				.map(({ debit, credit }) => cents(credit) - cents(debit)),
		),
	);
	const sold = sum(
		sale.lines
			.filter(({ ledgerAccountId }) => ledgerAccountId === CARDS)
			.map(({ amount }) => cents(amount)),
	);
	const settled = sum(
		paid.flatMap(({ salesLines }) => salesLines.map(({ amount }) => cents(amount))),
	);
	return {
		liability: sold + sum(onCards),
		open: sum([sale, ...credits].map(({ invoiceAmount }) => cents(invoiceAmount))) - settled,
		sold,
		redeemed: sum(onCards.map((amount) => Math.max(0, -amount))),
		givenBack: sum(onCards.map((amount) => Math.max(0, amount))),
		fromBank: settled + sum(onCards),
	};
}

const nets = fc.array(fc.integer({ min: 100, max: 20_000 }), { minLength: 1, maxLength: 3 });

test('sale, card and money: nothing stays open, and the account is what is left on the cards', () => {
	const orders = fc.array(
		fc.record({
			nets,
			/** How much of the order a card pays, of what is left on the cards, in percent. */
			share: fc.integer({ min: 0, max: 100 }),
			form: fc.integer({ min: 0, max: cardForms.length - 1 }),
			sells: fc.option(fc.integer({ min: 100, max: 30_000 })),
			fate: fc.constantFrom('kept', 'refundedLines', 'refundedStatus', 'cancelled'),
		}),
		{ minLength: 1, maxLength: 5 },
	);
	fc.assert(
		fc.property(orders, (all) => {
			let left = 0;
			let balance = 0;
			all.forEach(({ nets: goods, share, form, sells, fate }, index) => {
				const id = 1000 + index * 100;
				const due = sum(goods.map((net) => net + vatOn(net)));
				const card = Math.floor((Math.min(left, due) * share) / 100);
				const money = due - card + (sells ?? 0);
				const isOff = fate !== 'kept' && sells === null;
				// By lines, WooCommerce gives back the money as far as it goes.
				let toGive = money;
				const byLines =
					isOff && fate === 'refundedLines'
						? goods.map((net, at) => {
								const back = Math.min(toGive, net + vatOn(net));
								toGive -= back;
								return refundOfLine(id + 50 + at, back, net, at + 1);
							})
						: [];
				const byStatus =
					isOff && fate === 'refundedStatus' && money > 0
						? [{ ...refundOfLine(id + 50, money, 0, 1), line_items: [] }]
						: [];
				const cancelled = isOff && fate === 'cancelled';
				const unpaid = cancelled && money > 0 ? { date_paid: null, date_paid_gmt: null } : {};
				const soldLine: Json[] =
					sells === null
						? []
						: [
								{
									...goodsLine(99, sells),
									...{ subtotal_tax: '0.00', total_tax: '0.00', taxes: [], name: 'Card' },
									meta_data: [meta('pw_gift_card_amount', text(sells))],
								},
							];
				const vat = sum(goods.map(vatOn));
				const raw = cardOrder(text(money), {
					...{ id, number: String(id), total_tax: text(vat) },
					...(card > 0 && cardForms[form]!(card)),
					line_items: [...goods.map((net, at) => goodsLine(at + 1, net)), ...soldLine],
					tax_lines: [{ id: 901, rate_id: 1, rate_percent: 21, tax_total: text(vat) }],
					refunds: [...byLines, ...byStatus],
					status: byStatus.length > 0 ? 'refunded' : 'processing',
				});
				const sold = sells ?? 0;
				const isBack = byLines.length > 0 || byStatus.length > 0 || cancelled;
				const off = { ...raw, ...unpaid, status: 'cancelled' };
				const did = cancelled
					? effect(
							draftOf(raw, settings),
							cancelOrder({ order: off, date: '2026-10-03' }, 'woocommerce', settings).map(
								({ draft }) => draft!,
							),
							off,
						)
					: effectOf(raw);
				expect(did).toEqual({
					...{ open: 0, sold, redeemed: card, givenBack: isBack ? card : 0 },
					liability: sold - card + (isBack ? card : 0),
					fromBank: isBack ? 0 : money,
				});
				left += did.liability;
				balance += did.sold - did.redeemed + did.givenBack;
				expect(balance).toBe(left);
				// Never more is taken from the cards than was sold.
				expect(left).toBeGreaterThanOrEqual(0);
			});
		}),
		{ numRuns: runs(1_000) },
	);
});
