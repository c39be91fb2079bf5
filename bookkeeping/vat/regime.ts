import { draftText, type DraftText } from '../codes/draftTexts';
import type { Language } from '../codes/facts';
import { isCountryCode } from '../trade/countryNames';
import { countryCode, deliveryArea } from '../trade/countries';
import type { Regime } from '../trade/vatKinds';
import { Finding } from '../trade/findings';
import type { Cents } from '../money/money';
import type { ShopAddress, ShopLine, ShopOrder } from '../trade/order';
import type { Settings, ShopSettings } from '../settings/settings';
import { hasVatNumberFormat, vatPrefix } from '../trade/vatNumber';
import { coversDay, hasPeriod, mappingRow } from './mappingRow';
import { isExemptProduct } from './exemptProduct';
import { fitsSku } from './fitsSku';
import { checkWhoseVat } from './whoseVat';
import { isRateInForce, ratesInForce } from '../trade/vatRates';

export interface RegimeDecision {
	regime: Regime;
	/** The country whose row of the VAT mapping applies. */
	country: string;
	/** The day whose rows apply, yyyy-MM-dd. */
	date: string;
	/** Where the goods went, as the area that counts for VAT says. */
	deliveryCountry: string;
	/** How the lines without VAT are treated where others of the order bear VAT at home. */
	untaxed?: 'margin';
	/** Why, a sentence for the bookkeeper. */
	reason: DraftText | '';
	/** What the bookkeeper should know about whose VAT it is. */
	notes?: DraftText[];
}

/**
 * Decides how an order is treated for VAT, from what the customer was charged and where the goods
 * went (J091-J093, VAT-201 to VAT-206). What the shop charged is never changed.
 *
 * - Nothing but gift cards and store credit without VAT: money received for later, no supply (the
 *   VAT falls due when it is spent, Directive 2006/112 art. 30b(2)), wherever the customer lives.
 * - Under the small-business scheme (KOR) nothing bears VAT, wherever it goes.
 * - VAT of a country where the client has a registration of its own, by the row of the VAT mapping.
 * - Outside the EU VAT area: export; other VAT charged there is refused (J045).
 * - Nothing but products that the settings call exempt: exempt.
 * - No VAT and the shop sells under the margin scheme: margin, never ICP (J092); in a mixed order
 *   the goods without VAT are margin goods, the others follow their rate.
 * - VAT charged in another EU country at a rate whose row of the VAT mapping says OSS: SnelStart's
 *   own OSS way; any other VAT inside the EU, and everything at home: domestic, by the row of the
 *   delivery country.
 * - At home, no VAT, a business with a VAT number of that country, and the settings know reverse
 *   charge (verlegd).
 * - No VAT, another EU country: ICP, which needs a VAT number (J044); without one nothing is guessed.
 */
export function decideRegime(
	order: ShopOrder,
	charged: ReadonlyArray<{ percentage: number; amount: Cents }>,
	shop: ShopSettings,
	settings: Settings,
): RegimeDecision {
	const home = countryCode(shop.country);
	const delivery = deliveryAddress(order, home, shop);
	if (delivery.country === '') {
		throw new Finding('COUNTRY_MISSING');
	}
	if (!isCountryCode(delivery.country)) {
		throw new Finding('COUNTRY_UNKNOWN', { case: 'order', country: delivery.country });
	}
	const { country, area, because } = deliveryArea(
		delivery.country,
		delivery.postcode,
		delivery.city,
	);
	const { lineLanguage: language } = settings;
	const why = because && ` (${because})`;
	const rates = charged.filter(({ amount }) => amount !== 0).map(({ percentage }) => percentage);
	const decided = (): Decided => {
		if (rates.length === 0 && sellsCardsOnly(order, settings)) return cardsOnly(home, language);
		if (settings.smallBusiness && coversDay(settings.smallBusiness, order.date)) {
			return smallBusiness(rates, country, language);
		}
		if (isOwnRegistration(rates, country, order.date, settings)) {
			checkWhoseVat(order, charged, { delivery: country, owed: country }, language);
			return ownRegistration(country, language);
		}
		if (area === 'outsideEu')
			return exportOutsideEu(rates, country, delivery.postcode, why, language);
		if (area === 'northernIreland') return northernIreland(order, rates, home, why, language);
		if (rates.length > 0) {
			const decision = taxed(order, charged, country, home, settings);
			if (!shop.marginScheme || decision.regime !== 'domestic') return decision;
			return { ...decision, untaxed: 'margin' };
		}
		if (isExempt(order, settings)) return exempt(country, language);
		return withoutVat(order, country, home, why, shop, settings);
	};
	return Object.assign(decided(), { date: order.date, deliveryCountry: country });
}

type Decided = Omit<RegimeDecision, 'date' | 'deliveryCountry'>;

/** Whether nothing is sold but what customers spend later; where that stands is a debt. */
function sellsCardsOnly({ lines }: ShopOrder, settings: Settings): boolean {
	const isMoney = (line: ShopLine) => sellsCard(line, settings);
	const worth = lines.filter(({ role, net }) => role === 'product' || net !== 0);
	return worth.length > 0 && worth.every(isMoney);
}

/** Whether a line sells a gift card or store credit, as the shop or the account of its SKU says. */
export function sellsCard(
	{ giftCard, sku }: Pick<ShopLine, 'giftCard' | 'sku'>,
	{ giftCardAccountId, productAccounts }: Settings,
): boolean {
	return (
		giftCard === true ||
		(giftCardAccountId !== undefined &&
			productAccounts.some(
				(row) => row.accountId === giftCardAccountId && row.sku !== '' && fitsSku(sku, row.sku),
			))
	);
}

/** How an order of nothing but gift cards and store credit is treated. */
export function cardsOnly(home: string, language: Language): Decided {
	return {
		regime: 'domestic',
		country: home,
		reason: draftText(language, 'cardsOnly'),
	};
}

function withoutVat(
	order: ShopOrder,
	country: string,
	home: string,
	why: string,
	shop: ShopSettings,
	settings: Settings,
): Decided {
	if (shop.marginScheme) {
		return {
			regime: 'margin',
			country,
			reason: draftText(settings.lineLanguage, 'margin', { country }),
		};
	}
	if (country !== home) return icp(order, country, home, why, settings.lineLanguage);
	return withoutVatAtHome(order, home, settings);
}

/** The small-business scheme (kleineondernemersregeling, art. 25 Wet OB): no VAT on anything. */
function smallBusiness(rates: readonly number[], country: string, language: Language): Decided {
	if (rates.length > 0) {
		throw new Finding('SMALL_BUSINESS_WITH_VAT', { rates });
	}
	return {
		regime: 'smallBusiness',
		country,
		reason: draftText(language, 'smallBusiness'),
	};
}

function isOwnRegistration(
	rates: readonly number[],
	country: string,
	date: string,
	settings: Settings,
): boolean {
	return (
		rates.length > 0 &&
		rates.every((rate) => mappingRow(country, rate, date, settings)?.vatKind === 'ownRegistration')
	);
}

function ownRegistration(country: string, language: Language): Decided {
	return {
		regime: 'ownRegistration',
		country,
		reason: draftText(language, 'ownRegistration', { country }),
	};
}

/** Whether the order holds nothing but products that the settings call exempt. */
function isExempt({ lines }: ShopOrder, settings: Settings): boolean {
	const products = lines.filter(({ role }) => role === 'product');
	return products.length > 0 && products.every((line) => isExemptProduct(line, settings));
}

function exempt(country: string, language: Language): Decided {
	return {
		regime: 'exempt',
		country,
		reason: draftText(language, 'exempt'),
	};
}

function exportOutsideEu(
	rates: readonly number[],
	country: string,
	postcode: string,
	why: string,
	language: Language,
): Decided {
	if (rates.length > 0) {
		throw new Finding(
			'EXPORT_WITH_VAT',
			why === ''
				? { case: 'country', rates, country }
				: { case: 'postcode', rates, country, postcode },
		);
	}
	return {
		regime: 'export',
		country,
		reason: draftText(language, 'export', { country, area: why }),
	};
}

/** Goods to Northern Ireland are deliveries inside the EU when the number starts with XI. */
function northernIreland(
	order: ShopOrder,
	rates: readonly number[],
	home: string,
	why: string,
	language: Language,
): Decided {
	if (rates.length > 0 || !order.vatNumber.startsWith('XI')) {
		throw new Finding('TERRITORY_UNCLEAR');
	}
	return icp(order, 'XI', home, why, language);
}

function taxed(
	order: ShopOrder,
	charged: ReadonlyArray<{ percentage: number; amount: Cents }>,
	country: string,
	home: string,
	settings: Settings,
): Decided {
	const { date } = order;
	const rates = charged.filter(({ amount }) => amount !== 0).map(({ percentage }) => percentage);
	const rows = rates.map((rate) => mappingRow(country, rate, date, settings));
	const unknown = rates.find((rate, index) => {
		const row = rows[index];
		return !(row && hasPeriod(row)) && !isRateInForce(rate, [country, home], date);
	});
	if (unknown !== undefined) {
		const facts = { rate: unknown, country, date, inCountry: ratesInForce(country, date) };
		throw new Finding(
			'UNKNOWN_VAT_RATE',
			country === home
				? { case: 'home', ...facts }
				: { case: 'abroad', ...facts, home, atHome: ratesInForce(home, date) },
		);
	}
	const isOss = rows.some((row) => row?.vatKind === 'oss');
	const { lineLanguage: language } = settings;
	const owner = { delivery: country, owed: isOss ? country : home };
	const notes = checkWhoseVat(order, charged, owner, language);
	if (isOss) return oss(order, country, language);
	return {
		regime: 'domestic',
		country,
		...(notes.length > 0 && { notes }),
		reason: draftText(language, country === home ? 'domesticHome' : 'domesticRow', { country }),
	};
}

/**
 * OSS is for consumers: SnelStart knows them by a card without a VAT number (SS-420).
 */
function oss(order: ShopOrder, country: string, language: Language): Decided {
	if (order.vatNumber !== '') {
		throw new Finding('OSS_FOR_BUSINESS', { country });
	}
	return {
		regime: 'oss',
		country,
		reason: draftText(language, 'oss', { country }),
	};
}

/**
 * VAT is reverse-charged at home to whoever is registered there: the number of another country, or
 * what is none, says nothing of that (art. 24ba Uitvoeringsbesluit OB asks for the customer's number).
 */
function withoutVatAtHome(order: ShopOrder, country: string, settings: Settings): Decided {
	const { vatNumber } = order;
	const isRegistered = hasVatNumberFormat(vatNumber) && vatNumber.startsWith(vatPrefix(country));
	if (settings.reverseCharge && isRegistered) {
		return {
			regime: 'reverseCharge',
			country,
			reason: draftText(settings.lineLanguage, 'reverseCharge', { country }),
		};
	}
	const why = draftText(settings.lineLanguage, 'domesticUntaxed', { country });
	return { regime: 'domestic', country, reason: why };
}

/**
 * Shipping country if filled, else billing country (J091); picked up, or sold without any address
 * where the settings say that this means home: the shop's country.
 */
function deliveryAddress(
	{ pickUp, shipping, billing }: ShopOrder,
	home: string,
	{ noAddressMeansHome }: ShopSettings,
): Pick<ShopAddress, 'country' | 'postcode' | 'city'> {
	const address = shipping.country === '' ? billing : shipping;
	const isUnknown = address.country === '' && noAddressMeansHome;
	return pickUp || isUnknown ? { country: home, postcode: '', city: '' } : address;
}

/**
 * ICP needs a VAT number of another member state than the one where the transport begins
 * (Directive 2006/112, art. 138(1)(b)).
 */
function icp(
	order: ShopOrder,
	country: string,
	home: string,
	why: string,
	language: Language,
): Decided {
	if (order.vatNumber === '') {
		throw new Finding('ICP_VAT_NUMBER_MISSING', { country });
	}
	if (!hasVatNumberFormat(order.vatNumber)) {
		throw new Finding('ICP_VAT_NUMBER_INVALID', { case: 'form', country });
	}
	if (order.vatNumber.startsWith(home === 'GR' ? 'EL' : home)) {
		throw new Finding('ICP_VAT_NUMBER_OF_DISPATCH', { country, home });
	}
	return {
		regime: 'icp',
		country,
		reason: draftText(language, 'icp', { country, area: why }),
	};
}
