import { sayFact, type Language, type Spoken } from '../codes/facts';

/** What lines are called that the shop gives no name, in the language of the settings. */
const lineTexts = {
	/** J112. */
	shipping: { en: 'Shipping VAT percentage {rate}', nl: 'Verzendkosten ({rate} % btw)' },
	/** J123. */
	discount: {
		en: 'Discount (with VAT percentage {rate} %)',
		nl: 'Korting ({rate} % btw)',
	},
	fee: { en: 'Fee (with VAT percentage {rate} %)', nl: 'Toeslag ({rate} % btw)' },
	withoutSku: {
		en: 'Product without SKU (with VAT percentage {rate} %)',
		nl: 'Artikel zonder SKU ({rate} % btw)',
	},
	foreignVat: { en: 'VAT {rate} % {name}', nl: 'Btw {rate} % {name}' },
	ofDayTotal: { en: 'Sales {name} VAT {rate} %', nl: 'Verkopen {name} btw {rate} %' },
	ofRefundTotal: { en: 'Refunds {name} VAT {rate} %', nl: 'Terugbetalingen {name} btw {rate} %' },
	refundTotal: { en: 'Refunds of the day {name}', nl: 'Terugbetalingen van de dag {name}' },
	dayTotal: { en: 'Day total {name}', nl: 'Dagomzet {name}' },
	rounding: { en: 'Rounding difference', nl: 'Afrondingsverschil' },
	refundOfAmount: {
		en: 'Refund of an amount, {name} at {rate} %',
		nl: 'Terugbetaling van een bedrag, {name} {rate} % btw',
	},
} as const satisfies Record<string, Spoken>;

/**
 * The description of a line that the shop gives no name.
 *
 * @param rate its VAT rate.
 * @param name the country, or the part of an order.
 */
export function lineText(
	line: keyof typeof lineTexts,
	language: Language,
	rate = 0,
	name = '',
): string {
	const said = language === 'nl' ? String(rate).replace('.', ',') : String(rate);
	const named = sayFact('part', name, language) ?? name;
	return lineTexts[line][language]
		.replace('{rate}', said)
		.replace('{name}', named)
		.replace('  ', ' ');
}
