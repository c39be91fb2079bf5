import type { IDataObject } from 'n8n-workflow';

import { fromJson } from '../../bookkeeping';
import { day, text } from './cells';

interface KeptLine {
	role: string;
	percentage: number;
	/** The beginning of its id. */
	account: string;
	net?: number;
}

/** What is kept of a booking, as its page shows it. Amounts in cents. */
export interface DocumentRecord {
	number: string;
	documentDate: string;
	deliveryCountry: string;
	settingsVersion: number;
	/** What the shop charged per VAT rate; the rate is `none` where the shop put none. */
	charged: Array<{ rate: string; net: number; vat: number }>;
	/** Of what was booked by older versions neither account nor amount is known. */
	lines: KeptLine[];
	/** Of what waits for approval: the lines of the entry beside it. */
	beside?: KeptLine[];
	/** It waits for approval, and is not booked: notes to read first, as sentences. */
	toCome?: { says: string[] };
	/** `salesEntry`, `creditNote`, `salesOrder`, `payment` or `payout`. */
	document: string;
	/** The customer's card in SnelStart. */
	relationId: string;
	/** Whether a paper was attached to the entry. */
	hasPaper: boolean;
	notes: IDataObject;
	/** Day and time in the reader's zone, yyyy-MM-dd HH:mm; empty when it is not known. */
	readAt: string;
	claimedAt: string;
	bookedAt: string;
}

/** Where the amount stands behind the account: of an order in a total behind two things more. */
const [NET, NET_IN_TOTAL] = [0, 2];

const whole = (value: unknown): number => (typeof value === 'number' ? Math.round(value) : 0);

const pairs = (value: unknown): Array<[string, unknown]> =>
	typeof value === 'object' && value !== null ? Object.entries(value) : [];

/** What the shop charged per VAT rate, as a booking record keeps it. */
export function chargedIn({ charged }: IDataObject): DocumentRecord['charged'] {
	return chargedOf(fromJson(charged));
}

function chargedOf(charged: unknown): DocumentRecord['charged'] {
	return pairs(charged).map(([rate, amounts]) => {
		const [net, vat] = Array.isArray(amounts) ? (amounts as unknown[]) : [];
		return { rate, net: whole(net), vat: whole(vat) };
	});
}

function linesIn(kept: unknown, netAt: number): KeptLine[] {
	return (Array.isArray(kept) ? (kept as unknown[][]) : []).map(
		([, role, percentage, account, ...more]) => {
			const net = more[netAt];
			return {
				role: text(role),
				percentage: Number(percentage ?? 0),
				account: text(account),
				...(typeof net === 'number' && { net }),
			};
		},
	);
}

/**
 * What an order that waits for approval would be booked as.
 *
 * @param outline as the order table keeps it.
 * @returns `undefined` where none is kept, as in rows of before.
 */
export function readOutline(outline: string): DocumentRecord | undefined {
	const kept = Object.fromEntries(pairs(fromJson(outline))) as IDataObject;
	if (text(kept.seal) === '') return undefined;
	const says = Array.isArray(kept.says) ? kept.says : [];
	return {
		number: text(kept.number),
		document: text(kept.document),
		relationId: text(kept.relation),
		hasPaper: false,
		documentDate: text(kept.date),
		deliveryCountry: text(kept.country),
		settingsVersion: 0,
		charged: chargedOf(kept.charged),
		lines: linesIn(kept.lines, NET),
		...(kept.beside !== undefined && { beside: linesIn(kept.beside, NET) }),
		notes: Object.fromEntries(pairs(kept.notes)) as IDataObject,
		toCome: { says: says.map(String) },
		readAt: '',
		claimedAt: '',
		bookedAt: '',
	};
}

/**
 * Reads the booking record of the order that was asked for.
 *
 * @param row of the table BookingRecords; an empty one when there is none.
 * @returns `undefined` for what is not booked, and for a record of somebody else.
 */
export function readRecord(
	row: IDataObject | undefined,
	{ client, order }: { client: string; order?: string },
	momentOf: (moment: string) => string,
): DocumentRecord | undefined {
	if (row === undefined || order === undefined) return undefined;
	if (row.client !== client || row.documentKey !== order) return undefined;
	const lines = fromJson(row.lines);
	const notes = Object.fromEntries(pairs(fromJson(row.notes))) as IDataObject;
	const isInTotal = notes.total !== undefined;
	return {
		number: text(row.number),
		document: text(row.document),
		relationId: text(row.relationId),
		hasPaper: text(row.documentId) !== '',
		documentDate: day(row.documentDate),
		deliveryCountry: text(row.deliveryCountry),
		settingsVersion: whole(row.settingsVersion),
		charged: chargedIn(row),
		lines: linesIn(lines, isInTotal ? NET_IN_TOTAL : NET),
		notes,
		readAt: momentOf(text(row.readAt)),
		claimedAt: momentOf(text(row.claimedAt)),
		bookedAt: momentOf(text(row.bookedAt)),
	};
}

/** Per VAT rate, what one booked order or refund was charged. Amounts in cents. */
export interface ChargedDocument {
	key: string;
	regime: string;
	country: string;
	charged: DocumentRecord['charged'];
}

/** By its key, the day (yyyy-MM-dd) on each document of a client. */
export const documentDays = (
	records: readonly IDataObject[],
	client: string,
): ReadonlyMap<string, string> =>
	new Map(
		records
			.filter((row) => row.client === client)
			.map((row) => [text(row.documentKey), day(row.documentDate)]),
	);

/** @param records rows of the table BookingRecords; those of a day total are of its orders. */
export function chargedDocuments(
	records: readonly IDataObject[],
	client: string,
): ChargedDocument[] {
	return records
		.filter((row) => row.client === client && (row.kind === 'order' || row.kind === 'refund'))
		.map((row) => ({
			key: text(row.documentKey),
			regime: text(row.regime),
			country: text(row.deliveryCountry),
			charged: chargedIn(row),
		}));
}
