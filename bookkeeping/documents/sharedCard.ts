import type { ShopOrder } from '../trade/order';
import { namesMethod } from '../settings/paymentMethodRow';
import type { Settings } from '../settings/settings';
import type { RegimeDecision } from '../vat/regime';

type SharedCard = Settings['sharedCards'][number];

/**
 * The card that a customer shares with others. Of several rows the one that says most counts: a payment
 * method before a country, a country before a kind of customer. Never for ICP, which needs the
 * customer's own number; for OSS, where SnelStart reads the country from the card, only a row with the
 * country.
 *
 * @returns the id of the relation (relatie); `undefined` for a customer with a card of its own.
 */
export function sharedCardOf(
	order: Pick<ShopOrder, 'paymentMethod'>,
	kind: 'business' | 'consumer',
	{ regime, country }: Pick<RegimeDecision, 'regime' | 'country'>,
	{ sharedCards }: Settings,
): string | undefined {
	if (regime === 'icp') return undefined;
	const fits = (row: SharedCard): boolean =>
		(row.customers === 'all' || row.customers === KINDS[kind]) &&
		(row.country === undefined ? regime !== 'oss' : row.country === country) &&
		(row.paymentMethod === undefined || namesMethod([row.paymentMethod], order.paymentMethod));
	const [best] = sharedCards.filter(fits).sort((a, b) => saysOf(b) - saysOf(a));
	return best?.relationId;
}

/** What the settings call them. */
const KINDS = { business: 'businesses', consumer: 'consumers' } as const;

const saysOf = ({ paymentMethod, country, customers }: SharedCard): number =>
	(paymentMethod === undefined ? 0 : 4) +
	(country === undefined ? 0 : 2) +
	(customers === 'all' ? 0 : 1);
