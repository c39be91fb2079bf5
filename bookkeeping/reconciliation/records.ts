import { sum, type Cents } from '../money/money';
import { cellMoment, cellText } from '../orderTable/cell';
import { readMember } from '../totals/member';
import { isObject, type RawObject } from '../trade/fields';
import { groupBy } from '../trade/groupBy';
import { fromJson } from '../trade/json';
import { regimes, type Regime } from '../trade/vatKinds';
import { boxesOfSale } from './boxOfSale';
import { addTo, type BoxAmounts, type ChargedPart, type ExpectedInvoice } from './expected';
import type { VatBox } from './vatBox';

/** What is known of a document that we booked once, from its booking record. */
export interface KnownBooking {
	documentKey: string;
	/** Of a credit note: the key of its order. */
	parentKey: string;
	kind: string;
	document: string;
	/** The one that it has by itself, where it is in a day total: movements are put under that. */
	number: string;
	relationId: string;
	/** Keyed hashes of who bought: the same for one customer; empty when it was not kept. */
	buyerKey: string;
	contactKey: string;
	/** yyyy-MM-dd */
	date: string;
	regime: string;
	/** Where the goods went, two letters. */
	deliveryCountry: string;
	/** Of an order: the day a credit note on it was booked last, yyyy-MM-dd; else empty. */
	creditedOn: string;
	/** With VAT; `undefined` for a record that does not say what was charged. */
	total: Cents | undefined;
	/** Per VAT rate. */
	charged: readonly ChargedPart[];
	perBox: ReadonlyMap<VatBox, BoxAmounts>;
}

/** Booking records by their documents. */
export interface KnownBookings {
	all: readonly KnownBooking[];
	of(documentKey: string): KnownBooking | undefined;
	/** Credit notes on an order. */
	creditsOn(orderKey: string): readonly KnownBooking[];
}

/** Reads rows of the table `BookingRecords`. */
export function readRecords(rows: readonly RawObject[]): KnownBookings {
	const all = rows.filter((row) => cellText(row, 'documentKey') !== '').map(readRecord);
	const byKey = new Map(all.map((record) => [record.documentKey, record]));
	const byParent = groupBy(
		all.filter(({ document }) => document === 'creditNote'),
		({ parentKey }) => parentKey,
	);
	return {
		all,
		of: (documentKey) => byKey.get(documentKey),
		creditsOn: (orderKey) => byParent.get(orderKey) ?? [],
	};
}

function readRecord(row: RawObject): KnownBooking {
	const regime = cellText(row, 'regime');
	const date = cellText(row, 'documentDate').slice(0, 10);
	const charged = parsed(cellText(row, 'charged'));
	const rounding = parsed(cellText(row, 'notes'))?.rounding;
	const cents = typeof rounding === 'number' ? rounding : 0;
	const rates = charged && Object.entries(charged).map(readRate);
	return {
		documentKey: cellText(row, 'documentKey'),
		parentKey: cellText(row, 'parentKey'),
		kind: cellText(row, 'kind'),
		document: cellText(row, 'document'),
		number: readMember(row)?.invoiceNumber ?? cellText(row, 'number'),
		relationId: cellText(row, 'relationId'),
		buyerKey: cellText(row, 'buyerKey'),
		contactKey: cellText(row, 'contactKey'),
		date,
		regime,
		deliveryCountry: cellText(row, 'deliveryCountry'),
		creditedOn: cellMoment(row, 'creditedAt')?.slice(0, 10) ?? '',
		total: rates && sum(rates.map(({ net, vat }) => net + vat)) + cents,
		charged: (rates ?? []).map(({ percentage = 0, net, vat }) => ({
			...{ percentage, turnover: net, vat },
		})),
		perBox: perBoxOf(rates ?? [], regime, date, cents),
	};
}

interface ChargedRate {
	/** `undefined` for what bears no rate. */
	percentage: number | undefined;
	net: Cents;
	vat: Cents;
}

function readRate([rate, amounts]: [string, unknown]): ChargedRate {
	const [net = 0, vat = 0] = Array.isArray(amounts) ? amounts.map(Number) : [];
	return { percentage: rate === 'none' ? undefined : Number(rate), net, vat };
}

function perBoxOf(
	rates: readonly ChargedRate[],
	regime: string,
	date: string,
	rounding: Cents,
): Map<VatBox, BoxAmounts> {
	const boxes = new Map<VatBox, BoxAmounts>();
	const known = regimes.find((one): one is Regime => one === regime);
	for (const { percentage = 0, net, vat } of rates) {
		const box = known ? boxesOfSale({ regime: known, date, percentage })[0] : 'none';
		addTo(boxes, { box, holds: 'turnover' }, net);
		if (vat !== 0) addTo(boxes, { box, holds: 'vat' }, vat);
	}
	if (rounding !== 0) addTo(boxes, { box: 'none', holds: 'other' }, rounding);
	return boxes;
}

function parsed(text: string): RawObject | undefined {
	const value = fromJson(text);
	return isObject(value) ? value : undefined;
}

/**
 * What the books must hold of an order that the shop does not tell any more, as it charged it when
 * it was booked.
 *
 * @param booked what the books hold, for a record that does not say what was charged.
 */
export function expectedOfRecord(record: KnownBooking, booked: Cents): ExpectedInvoice {
	const { documentKey, number, date, total, perBox } = record;
	return {
		orderKey: documentKey,
		invoiceNumber: number,
		orderNumber: documentKey.slice(documentKey.lastIndexOf('/') + 1),
		date,
		total: total ?? booked,
		perBox,
	};
}
