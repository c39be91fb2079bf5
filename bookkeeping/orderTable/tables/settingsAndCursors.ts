import { number, owner, text, type DataTable } from './column';

export const clientSettings = {
	meaning: 'The settings of each client, one row per version; the highest version counts',
	madeBy: 'Set up tables',
	personalData: 'never',
	columns: {
		client: owner.client,
		version: number('The version that the rows of the order table name'),
		settings: text('The checked settings', 'JSON'),
		replaced: text('`yes` once a newer version was saved; empty for the newest one'),
	},
} as const satisfies DataTable;

export const syncCursors = {
	meaning: 'How far each shop was read',
	madeBy: 'Set up tables',
	personalData: 'never',
	columns: {
		...owner,
		shop: text(
			'The name of the shop, as in the client settings; for its refunds with ` refunds` after it. Of the payments of a provider `mollie payments`',
		),
		readUntil: text(
			'The shop was read up to here. To have it read again, set an earlier moment: what is booked is not booked again',
			'ISO moment',
		),
	},
} as const satisfies DataTable;
