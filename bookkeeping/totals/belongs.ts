import type { CreditNoteDraft, EntryDraft, SalesEntryDraft } from '../documents/draft';
import { comesInPayouts, namesMethod, rowOfMethod } from '../settings/paymentMethodRow';
import { refundPrefixOf } from '../settings/refundPrefix';
import type { Settings, ShopSettings } from '../settings/settings';
import { shops } from '../shops';
import { entryDateOf } from '../shops/entryDate';
import type { RawObject } from '../trade/fields';
import type { ShopOrder } from '../trade/order';
import type { Member } from './member';
import { closesAt, seriesOf, waitingSeries, type DayTotalSettings } from './series';

/** To which totals an order belongs, and what of it only they need. */
export type DayTotal = NonNullable<SalesEntryDraft['dayTotal']>;

/**
 * Which totals an order belongs to; `undefined` when it is booked by itself (D-DAY-TOTALS). Always by
 * itself: who has a VAT number or a debtor of the settings, whatever is not paid yet, another
 * currency, ICP and reverse charge, since their customer has to be seen in the books.
 */
export function dayTotalOf(
	draft: SalesEntryDraft,
	order: ShopOrder,
	raw: RawObject,
	shop: ShopSettings,
	settings: Settings,
): DayTotal | undefined {
	const row = settings.dayTotals.find((one) => one.shop === shop.shop);
	if (!row || !mayBeTogether(draft, order, raw, shop, settings)) return undefined;
	const { paymentMethod } = order;
	if (namesMethod(row.methodsByThemselves, paymentMethod)) return undefined;
	const day = dayOf(draft, raw, { ...shop, cutOffHour: row.cutOffHour });
	const account = rowOfMethod(settings.paymentMethods, paymentMethod)?.clearingAccountId;
	const waits = row.period === 'payout' && comesInPayouts(account, settings);
	const withoutPayout = waits ? row.withoutPayout : undefined;
	return totalOn(day, draft, paymentMethod.code, row, shop, settings, withoutPayout);
}

/**
 * Which negative totals a credit note belongs to; `undefined` when it is booked by itself. Only what
 * takes back an order that is booked in a total, on the collective customer of that; never where a
 * gift card paid, since what goes back to one is settled on a credit note of its own.
 *
 * @param sale the part of its total that the order is.
 * @param booked the sale as it was booked.
 * @param day on which the shop counts what goes back, yyyy-MM-dd.
 */
export function refundTotalOf(
	draft: CreditNoteDraft,
	{ sale, booked, day }: { sale: Member | undefined; booked: EntryDraft; day: string },
	shop: ShopSettings,
	settings: Settings,
): DayTotal | undefined {
	const row = settings.dayTotals.find((one) => one.shop === shop.shop);
	if (row?.refunds !== 'inTotals' || !sale || sale.entryId === '') return undefined;
	if (draft.giftCard || booked.giftCard || draft.foreign || draft.beside) return undefined;
	const ofRefunds = { ...row, numberPrefix: refundPrefixOf(row) };
	const total = totalOn(day, draft, sale.method, ofRefunds, shop, settings);
	return total?.relationId === sale.relationId ? total : undefined;
}

/**
 * The totals of a day, as far as there are any of the regime and country of a draft.
 *
 * @param withoutPayout of what waits for its payout: what becomes of it when none names it.
 */
function totalOn(
	day: string,
	{ regime, deliveryCountry: country = '' }: EntryDraft,
	method: string,
	row: DayTotalSettings,
	shop: ShopSettings,
	settings: Settings,
	withoutPayout?: DayTotalSettings['withoutPayout'],
): DayTotal | undefined {
	if (day < (row.from ?? '') || day > (row.until ?? '9999')) return undefined;
	const ofDay = seriesOf(row, day, regime, country);
	const abroad = settings.dayTotalCountries.find((one) => one.country === country);
	const relationId = regime === 'oss' ? abroad?.relationId : row.relationId;
	if (ofDay === undefined || relationId === undefined) return undefined;
	const series = withoutPayout ? waitingSeries(row, ofDay) : ofDay;
	const closes = closesAt(series, shop.zone, row)?.toUTC().toISO();
	if (!closes) return undefined;
	const total = { series, relationId, method, closesAt: closes };
	return withoutPayout ? { ...total, withoutPayout } : total;
}

/** On which day the shop counts it: that of its entry, or the day before in the hours of the night. */
function dayOf({ invoiceDate }: SalesEntryDraft, raw: RawObject, rules: ClosingRules): string {
	if (rules.cutOffHour === 0) return invoiceDate;
	const dated = entryDateOf(raw, shops[rules.kind].orderedOn(raw, rules), rules);
	return 'date' in dated ? dated.date : invoiceDate;
}

type ClosingRules = ShopSettings & { cutOffHour: number };

function mayBeTogether(
	{ customer, foreign, beside }: SalesEntryDraft,
	{ paymentMethod, vatNumber }: ShopOrder,
	raw: RawObject,
	shop: ShopSettings,
	settings: Settings,
): boolean {
	// A shared card does not keep an order out of its total: both are for customers without a card.
	const isFixed =
		customer.kind === 'fixedDebtor' &&
		rowOfMethod(settings.fixedDebtors, paymentMethod) !== undefined;
	if (isFixed || vatNumber !== '' || foreign || beside) return false;
	if (rowOfMethod(settings.paymentMethods, paymentMethod)?.alwaysPaid) return true;
	return shops[shop.kind].payment(raw, shop, []).state === 'paid';
}
