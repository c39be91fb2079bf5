import { countries, euCountries } from './countries';
import type { Ledger, SalesOrder } from './ledger';
import { sum } from './money';
import { percentageOn, revenueGroups } from './seed';
import type { Switches } from './switches';

/** Halves go away from zero; both are integers, the divisor is positive. */
const divide = (dividend: number, divisor: number): number =>
	Math.sign(dividend) * Math.floor((2 * Math.abs(dividend) + divisor) / (2 * divisor));

/** Cents of a line: unit price × quantity less its discount, whatever total the request names. */
export const lineCents = (unitCents: number, hundredths: number, discount: number): number =>
	divide(unitCents * hundredths * (10_000 - discount), 100 * 10_000);

/** No Dutch VAT outside the EU, nor for a customer elsewhere in the EU with a VAT number. */
function isWithoutVat(order: SalesOrder, { relations }: Ledger): boolean {
	const customer = relations.find((one) => one.id === order.relationId);
	const landId = order.deliveryAddress?.land?.id ?? customer?.vestigingsAdres?.land?.id;
	const country = countries.find((one) => one.id === landId)?.landcode ?? 'NL';
	if (!euCountries.has(country)) return true;
	return country !== 'NL' && Boolean(customer?.btwNummer);
}

/**
 * What SnelStart itself makes of a sales order: the VAT of each line follows from the revenue group
 * of its article and the delivery address (SS-225). Integer cents. Whether the VAT is rounded
 * once per rate or per line is not known: a switch.
 */
export function orderTotals(
	order: SalesOrder,
	ledger: Ledger,
	{ orderVatRounding }: Switches,
): { netCents: number; grossCents: number } {
	const untaxed = isWithoutVat(order, ledger);
	const rated = order.lines.map(({ articleId, cents }) => {
		const groupId = ledger.articles.find((one) => one.id === articleId)?.groupId;
		const kind = revenueGroups.find((one) => one.id === groupId)?.verkoopNederlandBtwSoort;
		return { cents, rate: untaxed || !kind ? 0 : (percentageOn(kind, order.date) ?? 0) };
	});
	const perRate = [...new Set(rated.map(({ rate }) => rate))].map((rate) => ({
		rate,
		cents: sum(rated.filter((line) => line.rate === rate).map((line) => line.cents)),
	}));
	const bases = orderVatRounding === 'perRate' ? perRate : rated;
	const vat = sum(
		bases.map(({ cents, rate }) =>
			order.pricesIncludeVat
				? divide(cents * rate * 100, 10_000 + rate * 100)
				: divide(cents * rate * 100, 10_000),
		),
	);
	const stated = sum(order.lines.map(({ cents }) => cents));
	return order.pricesIncludeVat
		? { netCents: stated - vat, grossCents: stated }
		: { netCents: stated, grossCents: stated + vat };
}
