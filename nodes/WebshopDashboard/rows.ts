import type { IDataObject } from 'n8n-workflow';

import {
	bookedInTotal,
	cellVersion,
	creditedVersion,
	isChecked,
	isToComeInTotal,
	toCheck,
	type Code,
	type Language,
} from '../../bookkeeping';
import { payoutLineIn } from '../shared/payoutLine';
import { day, numberSearch, text } from './cells';

/** A row of the order table as the dashboard shows it. */
export interface Row {
	key: string;
	/** Of a refund, payment or part of a payout: the row it belongs to. */
	parentKey: string;
	/** As in the order table; `undo` for a credit note that took back an earlier entry of its order. */
	kind: string;
	/** Of an undo: the number of the entry that it took back. */
	undone: string;
	shop: string;
	number: string;
	/** The shop's own id of the order. */
	orderId: string;
	/** The day (yyyy-MM-dd) of the order, refund or payment in the shop; empty when it is not known. */
	orderDate: string;
	status: string;
	state: string;
	regime: string;
	paymentMethod: string;
	/** Euro with VAT, and the VAT in it; empty while unknown. */
	total?: number;
	vat?: number;
	code: string;
	message: string;
	tip: string;
	facts: string;
	/** What an approval counts for. */
	fingerprint: string;
	/** JSON text of what it would be booked as, while it waits for approval; empty in rows of before. */
	outline: string;
	/** What can be marked as seen, as it is told now; empty when nothing is to be looked at. */
	toCheck: string;
	/** Somebody has seen it, and since then it says nothing else. */
	isChecked: boolean;
	checkedBy: string;
	/** The calendar day (yyyy-MM-dd). */
	checkedOn: string;
	snelStartNumber: string;
	/** Of what is booked in a day total: the number of that, or of its series as long as it is open. */
	dayTotal: string;
	snelStartId: string;
	/** The calendar day (yyyy-MM-dd) it was booked or, before that, written last. */
	day: string;
}

/**
 * Rows of the order table as the dashboard shows them. Data tables know no unique key, so two runs may
 * have made a row each for one document: it counts once, as it is booked.
 */
export function readRows(rows: readonly IDataObject[], dayOf: (moment: string) => string): Row[] {
	const once = new Map<string, { row: IDataObject; read: Row }>();
	for (const [index, row] of rows.entries()) {
		const read = readRow(row, dayOf);
		const name = read.key || `without key ${index}`;
		const other = once.get(name);
		if (other?.read.state !== 'booked') once.set(name, { row, read });
	}
	return [...once.values()].map(({ row, read }) => undoOf(row, read, once.get(read.parentKey)));
}

/**
 * The row of an order is about its newest entry. A credit note of an earlier one is not a refund of it:
 * it took that entry back, which no row tells any more.
 */
function undoOf(
	{ originalInvoiceNumber }: IDataObject,
	read: Row,
	order: { row: IDataObject; read: Row } | undefined,
): Row {
	const version = creditedVersion(read.key, read.parentKey);
	if (!order || version === undefined || version >= cellVersion(order.row)) return read;
	const { paymentMethod } = order.read;
	return { ...read, kind: 'undo', undone: text(originalInvoiceNumber), paymentMethod };
}

const amount = (value: unknown): number | undefined =>
	typeof value === 'number' ? value : undefined;

/**
 * Reads a row of the order table. n8n hands days over as moments in UTC; the day shown is the one in
 * the shop owner's zone.
 */
function readRow(row: IDataObject, dayOf: (moment: string) => string): Row {
	return {
		key: text(row.orderKey),
		parentKey: text(row.parentKey),
		orderId: text(row.orderId),
		orderDate: day(row.orderDate),
		kind: text(row.kind) || 'order',
		undone: '',
		shop: text(row.shop),
		number: text(row.orderNumber) || text(row.orderId),
		status: text(row.orderStatus),
		state: text(row.state),
		regime: text(row.regime),
		paymentMethod: text(row.paymentMethod),
		total: amount(row.total),
		vat: amount(row.vat),
		code: text(row.code),
		message: text(row.message),
		tip: text(row.tip),
		facts: text(row.facts),
		fingerprint: text(row.fingerprint),
		outline: text(row.outline),
		toCheck: toCheck(row),
		isChecked: isChecked(row),
		checkedBy: text(row.checkedBy),
		checkedOn: dayOf(text(row.checkedAt)),
		snelStartNumber: text(row.snelStartNumber),
		dayTotal: dayTotalOf(row),
		snelStartId: text(row.salesEntryId),
		day: dayOf(text(row.bookedAt) || text(row.updatedAt) || text(row.createdAt)),
	};
}

/** Its number for a reader; a line of a payout may have none but its place in the file. */
export const numberIn = ({ kind, number }: Row, language: Language): string =>
	kind === 'payoutEntry' ? payoutLineIn(number, language) : number;

/** The row of a refund that is booked by itself names the invoice of its order in that column. */
function dayTotalOf(row: IDataObject): string {
	const isOrder = (text(row.kind) || 'order') === 'order';
	const isIn = isToComeInTotal(row) || bookedInTotal(row) !== '';
	return isOrder || isIn ? text(row.originalInvoiceNumber) : '';
}

/** The tabs, in the words of the manual (J200–J203). */
export const tabs = [
	'report',
	'errors',
	'open',
	'payments',
	'reconciliation',
	'configuration',
] as const;
export type Tab = (typeof tabs)[number];

const isPayment = ({ kind }: Row): boolean => ['payment', 'payout', 'payoutEntry'].includes(kind);
const AWAITS_APPROVAL: Code = 'AWAITS_APPROVAL';
/** An order that could be booked and waits for somebody to say so. */
export const mayApprove = ({ state, code }: Row): boolean =>
	state === 'needsAttention' && code === AWAITS_APPROVAL;
/** Booked, but the shop says something else by now: somebody has to look. */
const isError = (row: Row): boolean =>
	(row.state === 'needsAttention' && !mayApprove(row)) ||
	row.state === 'unknown' ||
	(row.toCheck !== '' && !row.isChecked);

/** On which tab a row stands; a booked row with a code stands on two. */
const belongs: Partial<Record<Tab, (row: Row) => boolean>> = {
	report: (row) => !isPayment(row) && (row.state === 'booked' || row.state === 'nothingToBook'),
	errors: isError,
	open: (row) => !isPayment(row) && !isError(row) && isOpen(row),
	payments: isPayment,
};

function isOpen({ state }: Row): boolean {
	return state !== 'booked' && state !== 'nothingToBook';
}

/** Whether a row belongs to a period: by the day of the order, or by the day it was worked on. */
export const isWithin = (
	{ day: worked, orderDate }: Row,
	{ from, until }: { from: string; until: string },
): boolean => [worked, orderDate].some((one) => one >= from && one <= until);

/** What rows can be narrowed to; left out: all of them. */
export interface Narrowing {
	shop?: string;
	regime?: string;
	paymentMethod?: string;
	code?: string;
}
export const narrowings = ['shop', 'regime', 'paymentMethod', 'code'] as const;

export const isAmong =
	(narrowing: Narrowing) =>
	(row: Row): boolean =>
		narrowings.every((name) => narrowing[name] === undefined || row[name] === narrowing[name]);

/** The rows of a tab that match the search, newest first. A search looks at numbers only. */
export function rowsOf(tab: Tab, rows: readonly Row[], search: string): Row[] {
	const onTab = belongs[tab];
	if (onTab === undefined) return [];
	const found = numberSearch(
		search,
		rows.map(({ number, snelStartNumber }) => [number, snelStartNumber]),
	);
	const newest = (row: Row) => row.orderDate || row.day;
	// What waits for somebody stands before what waits for the shop.
	const first = (row: Row) => Number(tab === 'open' && mayApprove(row));
	return rows
		.filter((row) => onTab(row) && found(row.number, row.snelStartNumber))
		.sort(
			(a, b) =>
				first(b) - first(a) ||
				newest(b).localeCompare(newest(a)) ||
				b.number.localeCompare(a.number),
		);
}

/**
 * States from which an order may be offered again by hand. A row that is being booked is left alone,
 * and so is a booked one (J034, J035).
 */
export const mayProcess = (row: Row): boolean =>
	PROCESSED_AGAIN.includes(row.state) && !mayApprove(row);
export const PROCESSED_AGAIN = ['needsAttention', 'waiting', 'unknown'];
