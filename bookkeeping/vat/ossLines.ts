import { draftText, type DraftText } from '../codes/draftTexts';
import { joinedIn } from '../codes/facts';
import { Finding } from '../trade/findings';
import { addAtRate } from '../trade/vatRates';
import { allocate } from '../money/allocate';
import { vatInside, type Cents } from '../money/money';
import type { Settings } from '../settings/settings';
import type { RatedLine, RatedOrder } from './ratedLines';
import type { RegimeDecision } from './regime';

/** An order as it is booked, and what the bookkeeper should know about that. */
export interface OssLines {
	rated: RatedOrder;
	notes: DraftText[];
}

/**
 * The lines of a distance sale as SnelStart takes them: with VAT of the country of delivery, and no
 * others (SS-420). VAT on shipping and fees follows the goods; where the shop charged none on them, the
 * settings can say that it is inside, over the rates of the goods.
 *
 * @throws Finding OSS_LINE_WITHOUT_VAT, and UNTAXED_NEGATIVE_FEE for a fee below zero that may be a
 * payment.
 */
export function ossLines(
	rated: RatedOrder,
	{ regime, country }: RegimeDecision,
	settings: Settings,
): OssLines {
	if (regime !== 'oss' || rated.lines.every(({ percentage }) => percentage)) {
		return { rated, notes: [] };
	}
	const goods = goodsPerRate(rated);
	const notes: DraftText[] = [];
	const { lineLanguage: language } = settings;
	const lines: RatedLine[] = [];
	const vat = new Map(rated.vat.map(({ percentage, amount }) => [percentage, amount]));
	for (const line of rated.lines) {
		const amount = line.net - line.discount;
		if (line.percentage) {
			lines.push(line);
		} else if (amount !== 0) {
			check(line, amount, country, [...goods.keys()], settings);
			const parts = withVatInside(line, amount, goods);
			for (const part of parts) addAtRate(vat, part.percentage, part.vat);
			lines.push(...parts.map(({ line: one }) => one));
			const inside = parts.map(({ vat: cents, percentage }) =>
				draftText(language, 'vatAtRate', { vat: cents, rate: percentage }),
			);
			const facts = { part: line.role, amount, inside: joinedIn(language, inside) };
			notes.push(draftText(language, 'vatInside', facts));
		}
	}
	const byRate = [...vat].map(([percentage, cents]) => ({ percentage, amount: cents }));
	return { rated: { lines, vat: byRate }, notes };
}

/** What the goods of each rate came to, the highest rate first. */
function goodsPerRate({ lines }: RatedOrder): Map<number, Cents> {
	const perRate = new Map<number, Cents>();
	for (const { percentage, net, discount } of lines) {
		if (percentage) addAtRate(perRate, percentage, net - discount);
	}
	return new Map([...perRate].sort(([a], [b]) => b - a));
}

function check(
	{ role, title, giftCard }: RatedLine,
	amount: Cents,
	country: string,
	rates: readonly number[],
	{ negativeFeeWithoutVat, ossChargeWithoutVat, ossAccountWithoutVatId }: Settings,
): void {
	const facts = { amount, country };
	if (giftCard) throw new Finding('OSS_LINE_WITHOUT_VAT', { case: 'giftCard', ...facts });
	if (role !== 'shipping' && role !== 'fee') {
		const isArticle = role === 'product' && amount > 0 && !ossAccountWithoutVatId;
		throw new Finding('OSS_LINE_WITHOUT_VAT', {
			case: isArticle ? 'article' : 'product',
			...facts,
		});
	}
	if (amount < 0 && negativeFeeWithoutVat === 'attention') {
		throw new Finding('UNTAXED_NEGATIVE_FEE', { fee: title, amount: -amount, rates });
	}
	if (ossChargeWithoutVat === 'attention') {
		throw new Finding('OSS_LINE_WITHOUT_VAT', { case: 'charge', part: role, ...facts });
	}
}

function withVatInside(line: RatedLine, amount: Cents, goods: ReadonlyMap<number, Cents>) {
	const rates = [...goods.keys()];
	const weights = [...goods.values()].map((cents) => Math.max(0, cents));
	return allocate(amount, weights)
		.map((gross, index) => {
			const percentage = rates[index] ?? 0;
			const vat = vatInside(gross, percentage);
			const net = gross - vat;
			return { percentage, vat, line: { ...line, percentage, net, discount: 0, gross } };
		})
		.filter(({ line: { net } }) => net !== 0);
}
