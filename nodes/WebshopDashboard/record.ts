import type { IDataObject } from 'n8n-workflow';

import { fromJson } from '../shared/json';
import { day, text } from './cells';

/** What is kept of a booking, as its page shows it. Amounts in cents. */
export interface DocumentRecord {
	number: string;
	documentDate: string;
	deliveryCountry: string;
	settingsVersion: number;
	/** What the shop charged per VAT rate; the rate is `none` where the shop put none. */
	charged: Array<{ rate: string; net: number; vat: number }>;
	lines: Array<{ shopLine: string; role: string; percentage: number }>;
	notes: IDataObject;
	/** Day and time in the reader's zone, yyyy-MM-dd HH:mm; empty when it is not known. */
	readAt: string;
	claimedAt: string;
	bookedAt: string;
}

const whole = (value: unknown): number => (typeof value === 'number' ? Math.round(value) : 0);

const pairs = (value: unknown): Array<[string, unknown]> =>
	typeof value === 'object' && value !== null ? Object.entries(value) : [];

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
	return {
		number: text(row.number),
		documentDate: day(row.documentDate),
		deliveryCountry: text(row.deliveryCountry),
		settingsVersion: whole(row.settingsVersion),
		charged: pairs(fromJson(row.charged)).map(([rate, amounts]) => {
			const [net, vat] = Array.isArray(amounts) ? (amounts as unknown[]) : [];
			return { rate, net: whole(net), vat: whole(vat) };
		}),
		lines: (Array.isArray(lines) ? (lines as unknown[][]) : []).map(
			([shopLine, role, percentage]) => ({
				shopLine: text(shopLine),
				role: text(role),
				percentage: Number(percentage ?? 0),
			}),
		),
		notes: Object.fromEntries(pairs(fromJson(row.notes))) as IDataObject,
		readAt: momentOf(text(row.readAt)),
		claimedAt: momentOf(text(row.claimedAt)),
		bookedAt: momentOf(text(row.bookedAt)),
	};
}
