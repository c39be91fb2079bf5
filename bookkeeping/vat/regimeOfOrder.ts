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
 * @throws Finding VAT_NUMBER_ELSEWHERE when that number would make a difference; else whatever
 * `decideRegime` finds.
 */
export function regimeOfOrder(
	order: ShopOrder,
	{ vat }: RatedOrder,
	shop: ShopSettings,
	settings: Settings,
): { decision: RegimeDecision; notes: string[] } {
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
		decision: without.decision,
		notes: [
			...(without.decision.notes ?? []),
			`The field "${field}" holds what looks like a VAT number; it makes no difference here and is not used.`,
		],
	};
}

/** A decision, or what stood in its way. */
type Attempt = { decision: RegimeDecision } | { error: unknown };

function attempt(decide: () => RegimeDecision): Attempt {
	try {
		return { decision: decide() };
	} catch (error) {
		return { error };
	}
}

function nameOf(made: Attempt): string {
	if ('decision' in made) return made.decision.regime;
	return made.error instanceof Finding ? made.error.code : '';
}
