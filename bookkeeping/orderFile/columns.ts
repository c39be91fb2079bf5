import { sameWords } from './words';

/** The fields of an order that a column can hold, with the headings they are found by (Dutch, English, German). */
const HEADINGS = {
	number: [
		...['order number', 'order no', 'order nr', 'order id', 'order', 'ordernummer', 'order nummer'],
		...['bestelnummer', 'bestelling', 'bestellingnummer', 'bestel id', 'orderid', 'bestellnummer'],
		...['auftragsnummer', 'bestellung', 'name', 'number', 'nummer', 'increment id'],
	],
	invoiceNumber: ['invoice number', 'invoice', 'factuurnummer', 'factuur', 'rechnungsnummer'],
	date: [
		...['order date', 'date', 'created at', 'created', 'date created', 'besteldatum', 'datum'],
		...[
			'orderdatum',
			'bestelling datum',
			'aangemaakt op',
			'aangemaakt',
			'bestelldatum',
			'placed on',
		],
	],
	status: [
		...['status', 'order status', 'bestelstatus', 'orderstatus', 'financial status'],
		...['payment status', 'betaalstatus', 'bestellstatus', 'zahlungsstatus'],
	],
	currency: ['currency', 'order currency', 'valuta', 'munteenheid', 'wahrung'],
	total: [
		...['total', 'order total', 'grand total', 'total incl vat', 'total incl btw', 'totaal'],
		...['totaal incl btw', 'totaal inclusief btw', 'totaalbedrag', 'totaalbedrag incl btw'],
		...['totaalprijs', 'orderbedrag', 'bestelbedrag', 'gesamtbetrag', 'gesamtsumme', 'summe'],
		...['total amount', 'total price', 'total including tax', 'total including vat'],
		...['order total amount', 'gesamtpreis', 'rechnungsbetrag', 'bruttobetrag'],
	],
	totalNet: [
		...['total excl vat', 'total excl btw', 'totaal excl btw', 'totaal exclusief btw'],
		...['totaalbedrag excl btw', 'total excluding tax', 'total excluding vat', 'nettobetrag'],
	],
	totalVat: [
		...['vat', 'tax', 'taxes', 'total vat', 'total tax', 'vat amount', 'tax amount', 'btw'],
		...['btw bedrag', 'totaal btw', 'btw totaal', 'mwst', 'ust', 'mehrwertsteuer', 'steuerbetrag'],
		...['order total tax amount', 'tax total', 'mwst betrag', 'umsatzsteuer'],
	],
	paidByGiftCard: ['gift card', 'gift card amount', 'cadeaubon', 'cadeaukaart', 'gutschein'],
	paymentMethod: [
		...['payment method', 'payment', 'paid with', 'betaalmethode', 'betaalwijze', 'betaling'],
		...['betaald met', 'zahlungsart', 'zahlungsmethode', 'payment method title'],
	],
	transactionId: [
		...['transaction id', 'payment id', 'payment reference', 'transactie id', 'transactienummer'],
		...['betaalkenmerk', 'betalingskenmerk', 'transaktions id'],
	],
	shippingNet: ['shipping excl vat', 'shipping excl btw', 'verzendkosten excl btw'],
	shippingGross: ['shipping incl vat', 'verzendkosten incl btw'],
	/** With or without VAT, as the prices. */
	shipping: [
		...['shipping', 'shipping cost', 'shipping costs', 'shipping amount', 'verzendkosten'],
		...['verzending', 'versandkosten', 'versand', 'order shipping amount', 'shipping total'],
	],
	shippingVat: [
		'shipping tax',
		'shipping tax total',
		'shipping vat',
		'verzendkosten btw',
		'btw verzendkosten',
	],
	shippingPercentage: [
		'shipping vat rate',
		'shipping vat percentage',
		'btw percentage verzendkosten',
	],
	/** With or without VAT, as the prices; of an order whose lines are before discount. */
	discount: [
		...['discount', 'discount amount', 'korting', 'kortingsbedrag', 'rabatt'],
		...['cart discount amount', 'discount total'],
	],
	email: ['email', 'e mail', 'email address', 'e mailadres', 'emailadres', 'e mail adresse'],
	phone: ['phone', 'telephone', 'telefoon', 'telefoonnummer', 'billing phone', 'telefon'],
	vatNumber: ['vat number', 'vat id', 'btw nummer', 'btwnummer', 'ust id', 'ust idnr'],
	chamberOfCommerceNumber: ['kvk', 'kvk nummer', 'kvknummer', 'chamber of commerce number'],
	billingName: ['billing name', 'customer name', 'customer', 'naam', 'klant', 'klantnaam', 'kunde'],
	billingFirstName: ['billing first name', 'first name', 'voornaam', 'vorname'],
	billingLastName: ['billing last name', 'last name', 'achternaam', 'nachname'],
	billingCompany: ['billing company', 'company', 'bedrijf', 'bedrijfsnaam', 'firma'],
	billingStreet: [
		...['billing street', 'billing address', 'billing address 1', 'address', 'street', 'adres'],
		...['straat', 'factuuradres', 'strasse', 'adresse'],
	],
	billingHouseNumber: ['house number', 'huisnummer', 'hausnummer'],
	billingPostcode: [
		...['billing zip', 'billing postcode', 'postcode', 'zip', 'zipcode', 'postal code', 'plz'],
	],
	billingCity: ['billing city', 'city', 'plaats', 'woonplaats', 'stad', 'ort', 'stadt'],
	billingCountry: [
		...['billing country', 'country', 'country code', 'land', 'landcode', 'factuurland'],
		...['country code billing', 'rechnungsland'],
	],
	shippingName: ['shipping name', 'verzendnaam', 'aflevernaam', 'liefername'],
	shippingCompany: ['shipping company', 'aflever bedrijf', 'verzend bedrijf'],
	shippingStreet: [
		...[
			'shipping street',
			'shipping address',
			'shipping address 1',
			'afleveradres',
			'verzendadres',
		],
	],
	shippingPostcode: ['shipping zip', 'shipping postcode', 'aflever postcode', 'verzend postcode'],
	shippingCity: ['shipping city', 'aflever plaats', 'verzend plaats', 'afleverplaats'],
	shippingCountry: [
		...['shipping country', 'delivery country', 'afleverland', 'verzendland', 'lieferland'],
	],
	lineTitle: [
		...['product', 'product name', 'productnaam', 'artikel', 'artikelnaam', 'item', 'item name'],
		...['lineitem name', 'line item name', 'omschrijving', 'description', 'produkt', 'titel'],
	],
	lineSku: ['sku', 'lineitem sku', 'artikelnummer', 'artikelcode', 'productcode', 'article number'],
	lineQuantity: [
		...[
			'quantity',
			'qty',
			'lineitem quantity',
			'aantal',
			'menge',
			'anzahl',
			'item quantity',
			'stuckzahl',
		],
	],
	linePercentage: [
		...['vat rate', 'vat percentage', 'tax rate', 'btw percentage', 'btw tarief', 'btw %', 'vat %'],
		...['mwst satz', 'mwst %', 'ust satz', 'ust %', 'steuersatz'],
	],
	/** With or without VAT: what makes the total of the order. */
	linePrice: [
		...['price', 'unit price', 'lineitem price', 'item price', 'prijs', 'stukprijs', 'preis'],
		...['stuckpreis', 'einzelpreis', 'item cost'],
	],
	linePriceGross: ['price incl vat', 'unit price incl vat', 'prijs incl btw', 'stukprijs incl btw'],
	linePriceNet: ['price excl vat', 'unit price excl vat', 'prijs excl btw', 'stukprijs excl btw'],
	lineGross: [
		...['line total', 'line total incl vat', 'regeltotaal', 'regeltotaal incl btw', 'item total'],
		...['regelbedrag', 'regelbedrag incl btw'],
	],
	lineNet: ['line total excl vat', 'regeltotaal excl btw', 'regelbedrag excl btw'],
	lineVat: ['line vat', 'line tax', 'regel btw', 'btw regel'],
} satisfies Record<string, readonly string[]>;

export type OrderFileField = keyof typeof HEADINGS;
export const orderFileFields = Object.keys(HEADINGS) as OrderFileField[];

/** An amount at one VAT rate in a column of its own, such as `BTW 21%` or `Totaal excl. btw 9 %`. */
export interface RateColumn {
	percentage: number;
	holds: 'net' | 'vat' | 'gross';
	place: number;
}

/** Where the columns of a file stand, counted from 0. */
export interface Columns {
	fields: Partial<Record<OrderFileField, number>>;
	rates: RateColumn[];
	/** The places of columns that nothing is taken from. */
	unused: number[];
	/** Headings that the settings name and the file does not have. */
	missing: string[];
}

/** A column that the settings name for a field, instead of the usual headings. */
export interface NamedColumn {
	field: string;
	column: string;
}

/**
 * Finds what each column of a file holds: what the settings name, else what its heading says. A heading
 * that two columns have belongs to the first of them.
 */
export function columnsOf(headings: readonly string[], named: readonly NamedColumn[]): Columns {
	const words = headings.map(sameWords);
	const fields: Columns['fields'] = {};
	const missing: string[] = [];
	const taken = new Set<number>();
	const take = (field: OrderFileField, place: number) => {
		fields[field] = place;
		taken.add(place);
	};
	for (const { field, column } of named) {
		const place = words.indexOf(sameWords(column));
		if (place < 0 || !isField(field)) missing.push(column);
		else take(field, place);
	}
	const rates: RateColumn[] = [];
	for (const [place, heading] of headings.entries()) {
		if (taken.has(place)) continue;
		const rate = rateOf(heading);
		if (
			!rate ||
			rates.some((one) => one.percentage === rate.percentage && one.holds === rate.holds)
		) {
			continue;
		}
		rates.push({ ...rate, place });
		taken.add(place);
	}
	for (const field of orderFileFields) {
		if (fields[field] !== undefined) continue;
		const place = HEADINGS[field]
			.map((heading: string) => words.indexOf(sameWords(heading)))
			.find((at) => at >= 0 && !taken.has(at));
		if (place !== undefined) take(field, place);
	}
	const unused = headings.map((_, place) => place).filter((place) => !taken.has(place));
	return { fields, rates, unused, missing };
}

function isField(name: string): name is OrderFileField {
	return Object.hasOwn(HEADINGS, name);
}

const NET = /\b(net|netto|excl\w*|exkl\w*|omzet|turnover|grondslag)\b/;
const GROSS = /\b(gross|bruto|brutto|incl\w*|inkl\w*)\b/;
const VAT = /\b(vat|tax|btw|mwst|ust)\b/;

function rateOf(heading: string): Omit<RateColumn, 'place'> | undefined {
	const [, whole, decimals = ''] = /(\d{1,2})(?:[.,](\d{1,2}))? ?%/.exec(heading) ?? [];
	if (whole === undefined) return undefined;
	const percentage = Number(`${whole}.${decimals || '0'}`);
	const words = sameWords(heading);
	if (NET.test(words)) return { percentage, holds: 'net' };
	if (GROSS.test(words)) return { percentage, holds: 'gross' };
	return VAT.test(words) ? { percentage, holds: 'vat' } : undefined;
}
