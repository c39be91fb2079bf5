/** What the columns of an uploaded file hold, by the name that the settings have for it. */
const fields: Readonly<Record<string, { en: string; nl: string }>> = {
	number: { en: 'order number', nl: 'bestelnummer' },
	invoiceNumber: { en: 'invoice number', nl: 'factuurnummer' },
	date: { en: 'date', nl: 'datum' },
	status: { en: 'status', nl: 'status' },
	currency: { en: 'currency', nl: 'valuta' },
	total: { en: 'total', nl: 'totaal' },
	totalNet: { en: 'total without VAT', nl: 'totaal zonder btw' },
	totalVat: { en: 'VAT of the order', nl: 'btw van de bestelling' },
	paidByGiftCard: { en: 'paid by gift card', nl: 'betaald met cadeaubon' },
	paymentMethod: { en: 'payment method', nl: 'betaalmethode' },
	transactionId: { en: 'number of the payment', nl: 'kenmerk van de betaling' },
	shippingNet: { en: 'shipping without VAT', nl: 'verzendkosten zonder btw' },
	shippingGross: { en: 'shipping with VAT', nl: 'verzendkosten met btw' },
	shipping: { en: 'shipping', nl: 'verzendkosten' },
	shippingVat: { en: 'VAT on shipping', nl: 'btw op verzendkosten' },
	shippingPercentage: { en: 'VAT rate of shipping', nl: 'btw-tarief van verzendkosten' },
	discount: { en: 'discount', nl: 'korting' },
	email: { en: 'email address', nl: 'e-mailadres' },
	phone: { en: 'phone', nl: 'telefoon' },
	vatNumber: { en: 'VAT number', nl: 'btw-nummer' },
	chamberOfCommerceNumber: { en: 'chamber of commerce number', nl: 'KvK-nummer' },
	billingName: { en: 'name', nl: 'naam' },
	billingFirstName: { en: 'first name', nl: 'voornaam' },
	billingLastName: { en: 'last name', nl: 'achternaam' },
	billingCompany: { en: 'company', nl: 'bedrijf' },
	billingStreet: { en: 'street', nl: 'straat' },
	billingHouseNumber: { en: 'house number', nl: 'huisnummer' },
	billingPostcode: { en: 'postcode', nl: 'postcode' },
	billingCity: { en: 'city', nl: 'plaats' },
	billingCountry: { en: 'country', nl: 'land' },
	shippingName: { en: 'name for delivery', nl: 'naam voor bezorging' },
	shippingCompany: { en: 'company for delivery', nl: 'bedrijf voor bezorging' },
	shippingStreet: { en: 'street for delivery', nl: 'straat voor bezorging' },
	shippingPostcode: { en: 'postcode for delivery', nl: 'postcode voor bezorging' },
	shippingCity: { en: 'city for delivery', nl: 'plaats voor bezorging' },
	shippingCountry: { en: 'country for delivery', nl: 'land van bezorging' },
	lineTitle: { en: 'article', nl: 'artikel' },
	lineSku: { en: 'SKU', nl: 'artikelnummer (SKU)' },
	lineQuantity: { en: 'quantity', nl: 'aantal' },
	linePercentage: { en: 'VAT rate of the line', nl: 'btw-tarief van de regel' },
	linePrice: { en: 'price', nl: 'prijs' },
	linePriceGross: { en: 'price with VAT', nl: 'prijs met btw' },
	linePriceNet: { en: 'price without VAT', nl: 'prijs zonder btw' },
	lineGross: { en: 'line with VAT', nl: 'regel met btw' },
	lineNet: { en: 'line without VAT', nl: 'regel zonder btw' },
	lineVat: { en: 'VAT of the line', nl: 'btw van de regel' },
	/** Of a column with a VAT rate in its heading, and of a payout. */
	net: { en: 'net', nl: 'netto' },
	vat: { en: 'VAT', nl: 'btw' },
	gross: { en: 'gross', nl: 'bruto' },
	fee: { en: 'fee', nl: 'kosten' },
	credit: { en: 'credit', nl: 'bij' },
	debit: { en: 'debit', nl: 'af' },
	netCredit: { en: 'net credit', nl: 'netto bij' },
	netDebit: { en: 'net debit', nl: 'netto af' },
};

/**
 * What a column holds, in words.
 *
 * @param field its name in the settings, with the rate behind it of a column with a rate: `vat 21 %`.
 */
export function columnInWords(field: string, language: 'en' | 'nl'): string {
	const [, name = field, rate = ''] = /^(\w+)( .+)?$/.exec(field) ?? [];
	return `${fields[name]?.[language] ?? name}${rate}`;
}
