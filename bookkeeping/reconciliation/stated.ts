import type { EntryDraft } from '../documents/draft';
import { fromEuro } from '../money/money';
import { vatPrefix } from '../trade/vatNumber';
import { entriesOf, type Booking } from './bookings';
import type { BookedInvoice } from './books';
import type { ChargedPart } from './expected';
import type { KnownBooking } from './records';

/** A sale or credit note of the shop, with what the books hold of it. */
export interface StatedSale {
	draft: EntryDraft;
	/** Of a credit note: when and to whom was sold what it takes back, as far as that is known. */
	sale?: { date: string; draft?: EntryDraft };
	booking: Booking;
	/** All its entries agree with the shop together: each is the shop's in its own period, too. */
	isSteps: boolean;
}

/** One side of a document in the statements of a period. */
export interface StatedDocument {
	side: 'shop' | 'books';
	invoiceNumber: string;
	regime: string;
	/** Of a distance sale: where its VAT is owed. */
	country: string;
	/** For the ICP statement: the customer, and the country of his VAT number. */
	business: { country: string; vatNumber: string };
	/** The quarter whose OSS return it corrects; `?` when nobody knows it, empty for its own. */
	correctionOf: string;
	/** Amounts as the shop charged them. */
	charged: readonly ChargedPart[];
	/** What the books hold. */
	booked?: BookedInvoice;
}

/**
 * The documents that the statements of a period are made of. Each entry counts by its own day, those
 * that undid or replaced an earlier one too, as it was booked: by its own booking record, or by that
 * of the credit note which took all of it back, as far as these say what was charged.
 *
 * @param recordOf the booking record of an entry, by its number.
 */
export function statedDocuments(
	{ draft, sale, booking, isSteps }: StatedSale,
	inPeriod: (date: string) => boolean,
	recordOf: (number: string) => KnownBooking | undefined,
): StatedDocument[] {
	const soldOn = draft.document === 'creditNote' || sale ? sale?.date : draft.invoiceDate;
	const asDrafted = {
		...{ invoiceNumber: draft.invoiceNumber, regime: draft.regime, country: ossCountryOf(draft) },
		business: businessOf(draft, sale?.draft),
		charged: chargedOf(draft),
	};
	const takenBack = recordsOfUndone(booking, recordOf);
	const ofEntries = entriesOf(booking).flatMap((booked): StatedDocument[] => {
		const date = booked.dates.find(inPeriod);
		if (date === undefined) return [];
		const { invoiceNumber } = booked;
		const known = booking.credits.includes(booked)
			? recordOf(invoiceNumber)
			: takenBack.get(booked);
		return [
			{
				...asDrafted,
				...(known && known.charged.length > 0 && bookedAs(known)),
				...{ side: 'books', invoiceNumber, booked, correctionOf: correctionOf(soldOn, date) },
			},
		];
	});
	if (isSteps) return ofEntries.flatMap((one) => [{ ...one, side: 'shop' }, one]);
	if (!inPeriod(draft.invoiceDate)) return ofEntries;
	const correction = correctionOf(soldOn, draft.invoiceDate);
	return [{ ...asDrafted, side: 'shop', correctionOf: correction }, ...ofEntries];
}

/**
 * An entry of a day total that was undone, or the credit note that did, as the books hold it. The
 * shop has its orders, wherever they are booked by now.
 *
 * @param soldOn the day of the total, yyyy-MM-dd.
 */
export function statedTotal(
	record: KnownBooking,
	booked: BookedInvoice,
	soldOn: string,
): StatedDocument {
	const [date = soldOn] = booked.dates;
	return {
		...{ side: 'books', invoiceNumber: booked.invoiceNumber, booked },
		...bookedAs(record),
		business: { country: '', vatNumber: '' },
		correctionOf: correctionOf(soldOn, date),
	};
}

const bookedAs = ({ regime, deliveryCountry, charged }: KnownBooking) => ({
	...{ regime, charged },
	country: deliveryCountry,
});

/** Of entries that a credit note took back whole: what is recorded of that, with the sign turned. */
function recordsOfUndone(
	{ base, later, credits }: Booking,
	recordOf: (number: string) => KnownBooking | undefined,
): ReadonlyMap<BookedInvoice, KnownBooking> {
	const left = [...credits];
	const found = new Map<BookedInvoice, KnownBooking>();
	for (const entry of [...(base ? [base] : []), ...later]) {
		const at = left.findIndex((credit) => takesBack(credit, entry));
		const [credit] = at < 0 ? [] : left.splice(at, 1);
		const known = credit && recordOf(credit.invoiceNumber);
		if (known) found.set(entry, { ...known, charged: known.charged.map(turned) });
	}
	return found;
}

const takesBack = (credit: BookedInvoice, entry: BookedInvoice): boolean =>
	credit.perAccount.size === entry.perAccount.size &&
	[...entry.perAccount].every(([account, amount]) => credit.perAccount.get(account) === -amount);

const turned = (part: ChargedPart): ChargedPart => ({
	...part,
	turnover: -part.turnover,
	vat: -part.vat,
});

function chargedOf({ lines }: EntryDraft): ChargedPart[] {
	return lines.map(({ role, ledgerAccountId, amount, ...line }) => {
		const cents = fromEuro(amount);
		return {
			ledgerAccountId,
			percentage: line.percentage ?? 0,
			...(role === 'vat' ? { turnover: 0, vat: cents } : { turnover: cents, vat: 0 }),
		};
	});
}

/** A credit note on a card alone is for whom the sale was. The form wants the country of the number. */
function businessOf(draft: EntryDraft, sold?: EntryDraft): StatedDocument['business'] {
	const known = [draft.customer, sold?.customer].find(
		(one) => one !== undefined && one.kind !== 'fixedDebtor',
	);
	if (known === undefined) return { country: '', vatNumber: '' };
	const { vatNumber, address } = known;
	const ofNumber = /^[A-Z]{2}/i.exec(vatNumber)?.[0].toUpperCase();
	return { country: vatPrefix(ofNumber ?? address.country), vatNumber };
}

function ossCountryOf({ deliveryCountry, customer }: EntryDraft): string {
	if (deliveryCountry) return deliveryCountry;
	return customer.kind === 'fixedDebtor' ? '' : customer.address.country;
}

/**
 * What is booked in a later quarter than that of the sale corrects the return of that: the present one
 * states it by country and quarter, beside its own sales (Directive 2006/112, art. 369g(4)).
 */
function correctionOf(soldOn: string | undefined, date: string): string {
	if (soldOn === undefined) return '?';
	const quarter = quarterOf(soldOn);
	return quarter < quarterOf(date) ? quarter : '';
}

/** The quarter of a day (yyyy-MM-dd), such as `2026-Q3`. */
const quarterOf = (day: string): string =>
	`${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
