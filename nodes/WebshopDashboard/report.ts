import type { IDataObject } from 'n8n-workflow';

import type { SavedSettings } from './configuration';
import { packageVersion } from './packageVersion';

/** Columns of the order table that tell what happened. */
const COLUMNS = [
	...['kind', 'shop', 'orderNumber', 'orderStatus', 'orderDate', 'state', 'regime'],
	...[
		'total',
		'vat',
		'fingerprint',
		'seenFingerprint',
		'code',
		'message',
		'tip',
		'snelStartNumber',
	],
	...['settingsVersion', 'bookedAt', 'createdAt', 'updatedAt'],
];
/** Settings that name people, companies or their cards. */
const PRIVATE_SETTINGS = [
	'administration',
	'fixedDebtors',
	'sharedCards',
	'client',
	'vatNumberCheck',
];

const E_MAIL = /[^\s@<>"']+@[^\s@<>"']+\.[a-z]{2,}/gi;

/**
 * What somebody who helps needs to know of an order (J201, J206), without personal data (W071): no
 * customer's card, no administration, no debtor. The table holds none; should an e-mail address have
 * got into a message of SnelStart, it is taken out.
 */
export function problemReport(
	rows: readonly IDataObject[],
	saved: SavedSettings | undefined,
): IDataObject {
	const settings = Object.entries(saved?.settings ?? {}).filter(
		([name]) => !PRIVATE_SETTINGS.includes(name),
	);
	return {
		...packageVersion,
		rows: rows.map((row) => ({
			key: keyWithoutClient(row),
			...Object.fromEntries(
				COLUMNS.filter((column) => row[column] !== undefined).map((column) => [
					column,
					withoutAddress(row[column]),
				]),
			),
		})),
		settingsVersion: saved?.version ?? null,
		settings: Object.fromEntries(settings) as IDataObject,
	};
}

/** A key begins with the name of the client, which says whose books these are. */
const keyWithoutClient = ({ orderKey }: IDataObject): string =>
	String(orderKey ?? '').replace(/^[^/]*\//, '');

function withoutAddress(value: unknown): IDataObject[string] {
	return typeof value === 'string'
		? value.replace(E_MAIL, '(e-mail address)')
		: (value as IDataObject[string]);
}
