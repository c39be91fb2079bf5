import type { Language } from '../codes/facts';
import { reason, told } from '../codes/register';
import { roundToCents, type Cents } from '../money/money';
import { previewRowOf, type PreviewRow, type ShopFigures } from '../orders/preview';
import type { TransformedOrder } from '../orders/transform';
import type { ShopRefund } from '../trade/refund';
import { addAtRate } from '../trade/vatRates';
import type { TransformedRefund } from './transformRefund';

/**
 * A refund as the preview that shows its order would have it: no credit note without a booked sale, so
 * it waits where the order would not be booked.
 */
export function besideItsSale(
	refund: TransformedRefund,
	sale: Pick<TransformedOrder, 'outcome'> | undefined,
): TransformedRefund {
	if (refund.outcome !== 'book' || sale?.outcome === 'book') return refund;
	const why = reason('SALE_NOT_BOOKED_YET', { order: refund.orderNumber });
	return { ...refund, outcome: 'wait', ...told(why) };
}

/**
 * Puts a credit note as it would be booked beside what the shop says of the refund, all of it below
 * zero. Of a refund in another currency the shop's figures stay empty: they are not in euro.
 *
 * @param stated the refund as the shop states it; `undefined` when it could not be read.
 */
export function previewRefund(
	refund: TransformedRefund,
	stated: ShopRefund | undefined,
	language: Language,
): PreviewRow {
	const { draft, refundId } = refund;
	const row = previewRowOf(
		{ ...refund, refund: refundId },
		language,
		draft,
		stated && figuresOf(stated),
	);
	if (!draft?.foreign) return row;
	return { ...row, shopTotal: null, totalDifference: null, shopVat: '', vatDifference: null };
}

function figuresOf({ date, amount, lines, vatPerRate }: ShopRefund): ShopFigures {
	const stated = vatPerRate.length > 0 ? vatPerRate : lines.flatMap(({ vat }) => vat);
	const total = -amount;
	if (stated.length === 0) return { date, total };
	const exact = new Map<number, number>();
	for (const { percentage, amount: vat } of stated) addAtRate(exact, percentage, -vat);
	const vat = new Map(
		[...exact].map(([rate, micros]): [number, Cents] => [rate, roundToCents(micros)]),
	);
	return { date, total, vat };
}
