import { sayFact, type Language, type Spoken } from '../codes/facts';
import { roundToCents, sum, type Cents } from '../money/money';
import type { Settings } from '../settings/settings';
import { shopOf } from '../settings/shopOf';
import { readIdentity, shops } from '../shops';
import type { RawObject } from '../trade/fields';
import type { ShopAddress, ShopLine, ShopOrder } from '../trade/order';

const words = {
	title: { en: 'Order', nl: 'Bestelling' },
	invoice: { en: 'Invoice number', nl: 'Factuurnummer' },
	date: { en: 'Date', nl: 'Datum' },
	payment: { en: 'Payment method', nl: 'Betaalmethode' },
	vatNumber: { en: 'VAT number', nl: 'Btw-nummer' },
	billing: { en: 'Billing address', nl: 'Factuuradres' },
	shipping: { en: 'Delivery address', nl: 'Afleveradres' },
	lines: { en: 'Lines, without VAT', nl: 'Regels, zonder btw' },
	vat: { en: 'VAT', nl: 'Btw' },
	total: { en: 'Total with VAT', nl: 'Totaal met btw' },
	withVat: { en: 'with VAT', nl: 'met btw' },
	madeBy: {
		en: 'Made from the order as the shop gave it. This is not an invoice.',
		nl: 'Gemaakt van de bestelling zoals de winkel haar gaf. Dit is geen factuur.',
	},
} as const satisfies Record<string, Spoken>;

/**
 * An order on one sheet of plain text, in the language of the lines and in the currency of the
 * customer: what was sold to whom, and what the shop charged. For who keeps the books and has no
 * invoice of the shop at the entry (art. 52 AWR).
 *
 * @param raw the order as the shop gives it
 * @param invoiceNumber the number of the entry
 * @throws Finding when the order cannot be read in full
 */
export function orderSheet(
	raw: RawObject,
	invoiceNumber: string,
	shopName: string,
	settings: Settings,
): string {
	const shop = shopOf(shopName, settings);
	const identity = readIdentity(shop.kind, raw);
	const order = shops[shop.kind].order(identity, identity.raw, shop, settings.orderFields);
	return sheetOf(order, invoiceNumber, settings.lineLanguage);
}

function sheetOf(order: ShopOrder, invoiceNumber: string, language: Language): string {
	const say = (name: keyof typeof words): string => words[name][language];
	const amount = (cents: Cents): string =>
		`${order.currency} ${sayFact('amount', cents, language) ?? ''}`;
	const isElsewhere = addressLines(order.shipping).join() !== addressLines(order.billing).join();
	const sections = [
		[
			`${say('title')} ${order.number}`,
			`${say('invoice')}: ${invoiceNumber}`,
			`${say('date')}: ${order.date}`,
			...fact(say('payment'), order.paymentMethod.title || order.paymentMethod.code),
			...fact(say('vatNumber'), order.vatNumber),
		],
		under(say('billing'), addressLines(order.billing)),
		isElsewhere ? under(say('shipping'), addressLines(order.shipping)) : [],
		under(say('lines'), [
			...order.lines.map((line) => lineOf(line, amount, language)),
			...order.spread.map(
				({ role, gross }) =>
					`${sayFact('part', role, language) ?? role}: ${amount(gross)} (${say('withVat')})`,
			),
		]),
		under(
			say('vat'),
			vatOf(order).map(([rate, cents]) => `${percent(rate, language)}: ${amount(cents)}`),
		),
		[`${say('total')}: ${amount(order.total)}`],
		[say('madeBy')],
	];
	const filled = sections.filter((lines) => lines.length > 0);
	return `${filled.map((lines) => lines.join('\r\n')).join('\r\n\r\n')}\r\n`;
}

const fact = (name: string, value: string): string[] => (value === '' ? [] : [`${name}: ${value}`]);

const under = (heading: string, lines: readonly string[]): string[] =>
	lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`)];

const percent = (rate: number, language: Language): string =>
	sayFact('percentage', rate, language) ?? '';

function addressLines(address: ShopAddress): string[] {
	const { firstName, lastName, company, street, postcode, city, country } = address;
	const joined = (...parts: string[]): string => parts.filter(Boolean).join(' ');
	return [company, joined(firstName, lastName), street, joined(postcode, city), country].filter(
		Boolean,
	);
}

function lineOf(
	{ quantity, title, sku, net, vat }: ShopLine,
	amount: (cents: Cents) => string,
	language: Language,
): string {
	const rates = vat.map(({ percentage }) => percent(percentage, language)).join(', ');
	const article = sku === '' ? title : `${title} (${sku})`;
	return `${quantity} x ${article}: ${amount(roundToCents(net))}${rates && ` (${rates})`}`;
}

/** The VAT per rate as the order states it, or else as its lines do. */
function vatOf({ vatPerRate, lines }: ShopOrder): Array<[rate: number, cents: Cents]> {
	const stated = vatPerRate.length > 0 ? vatPerRate : lines.flatMap(({ vat }) => vat);
	const rates = [...new Set(stated.map(({ percentage }) => percentage))].sort((a, b) => b - a);
	return rates.map((rate) => {
		const micros = stated.filter(({ percentage }) => percentage === rate);
		return [rate, roundToCents(sum(micros.map(({ amount }) => amount)))];
	});
}
