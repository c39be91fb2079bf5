import type { IDataObject } from 'n8n-workflow';

import { fromJson } from '../../bookkeeping';
import { day, text } from './cells';

/** What is kept of a booking, as its page shows it. Amounts in cents. */
export interface DocumentRecord {
	number: string;
	documentDate: string;
	deliveryCountry: string;
	settingsVersion: number;
	/** What the shop charged per VAT rate; the rate is `none` where the shop put none. */
	charged: Array<{ rate: string; net: number; vat: number }>;
	/** Of what was booked by older versions neither account nor amount is known. */
	lines: Array<{ role: string; percentage: number; account: string; net?: number }>;
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
	return pairs(fromJson(charged)).map(([rate, amounts]) => {
		const [net, vat] = Array.isArray(amounts) ? (amounts as unknown[]) : [];
		return { rate, net: whole(net), vat: whole(vat) };
	});
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
		lines: (Array.isArray(lines) ? (lines as unknown[][]) : []).map(
			([, role, percentage, account, ...more]) => {
				const net = more[isInTotal ? NET_IN_TOTAL : NET];
				return {
					role: text(role),
					percentage: Number(percentage ?? 0),
					account: text(account),
					...(typeof net === 'number' && { net }),
				};
			},
		),
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
