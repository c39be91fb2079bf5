import { draftText, type DraftText } from '../codes/draftTexts';
import { Finding } from '../trade/findings';
import type { ShopOrder } from '../trade/order';
import type { Settings, ShopSettings } from '../settings/settings';
import type { RatedOrder } from './ratedLines';
import { decideRegime, type RegimeDecision } from './regime';

/**
 * The regime of an order, also of one with a field that nobody knows and that holds what looks like
 * a VAT number: a business must not become a consumer because its shop has another plugin
 * (D-VAT-NUMBER).
 *
 * @returns the decision, and what the bookkeeper should know.
 * @throws Finding VAT_NUMBER_ELSEWHERE when that number would make a difference, CUSTOMER_NOT_READ
 * when the shop's record of what may be a business was not read; else whatever `decideRegime` finds.
 */
export function regimeOfOrder(
	order: ShopOrder,
	rated: RatedOrder,
	shop: ShopSettings,
	settings: Settings,
): { decision: RegimeDecision; notes: DraftText[] } {
	const found = attempt(() => byNumbers(order, rated, shop, settings));
	if ('error' in found) throw orNotRead(found.error, order);
	const { decision, notes } = found.made;
	return { decision, notes: [...notes, ...ofRecord(order, decision, settings)] };
}

/**
 * What the shop's record of the customer has to do with it. Without the record, a business that was
 * charged VAT of its country would pass for a consumer; the record of a deleted account is no fact to
 * wait for.
 */
function ofRecord(
	order: ShopOrder,
	{ regime, country }: RegimeDecision,
	{ lineLanguage: language }: Settings,
): DraftText[] {
	const { vatNumber, vatNumberOfRecord, customerNotRead: answer, billing, shipping } = order;
	if (order.customerGone) return [draftText(language, 'customerGone')];
	if (answer !== undefined) {
		const company = billing.company || shipping.company;
		if (regime === 'oss' && company !== '') {
			throw new Finding('CUSTOMER_NOT_READ', { case: 'oss', country, answer });
		}
		return [draftText(language, 'customerNotRead', { answer })];
	}
	if (!vatNumberOfRecord || vatNumber === '') return [];
	return [draftText(language, 'numberOfRecord')];
}

/** A number that is missing may stand in the record that was not read. */
function orNotRead(error: unknown, { customerNotRead: answer }: ShopOrder): unknown {
	const isMissing = error instanceof Finding && error.code === 'ICP_VAT_NUMBER_MISSING';
	if (!isMissing || answer === undefined) return error;
	const country = String(error.reason.facts.country);
	return new Finding('CUSTOMER_NOT_READ', { case: 'noVat', country, answer });
}

function byNumbers(
	order: ShopOrder,
	{ vat }: RatedOrder,
	shop: ShopSettings,
	settings: Settings,
): { decision: RegimeDecision; notes: DraftText[] } {
	const elsewhere = order.vatNumber === '' ? order.vatNumberElsewhere : undefined;
	if (!elsewhere) {
		const decision = decideRegime(order, vat, shop, settings);
		return { decision, notes: decision.notes ?? [] };
	}
	const { field, vatNumber } = elsewhere;
	const without = attempt(() => decideRegime(order, vat, shop, settings));
	const withIt = attempt(() => decideRegime({ ...order, vatNumber }, vat, shop, settings));
	if (nameOf(without) !== nameOf(withIt)) throw new Finding('VAT_NUMBER_ELSEWHERE', { field });
	if ('error' in without) throw without.error;
	return {
		decision: without.made,
		notes: [
			...(without.made.notes ?? []),
			draftText(settings.lineLanguage, 'numberElsewhere', { field }),
		],
	};
}

/** What was decided, or what stood in its way. */
type Attempt<Made> = { made: Made } | { error: unknown };

function attempt<Made>(decide: () => Made): Attempt<Made> {
	try {
		return { made: decide() };
	} catch (error) {
		return { error };
	}
}

function nameOf(one: Attempt<RegimeDecision>): string {
	if ('made' in one) return one.made.regime;
	return one.error instanceof Finding ? one.error.code : '';
}
