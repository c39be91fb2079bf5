import { SHORTEST_PASSWORD } from '../bookkeeping';
import { KIND_WITHOUT_API, type ClientFile } from './clientFile';
import type { WantedCredential } from './wantedCredential';

/** The form on which orders of a shop are uploaded as a file. */
export const ORDER_FILE_TEMPLATE = 'Orders from a file';
const KEY = 'order file';
const TYPE = 'httpBasicAuth';

/** The shops that get the form: those whose orders no node reads; none unless the file asks for it. */
export const orderFileShops = ({ settings, orderFiles }: ClientFile): string[] =>
	orderFiles === undefined
		? []
		: settings.shops.filter(({ kind }) => kind === KIND_WITHOUT_API).map(({ shop }) => shop);

/** Where the form of a shop is: the last part of its address. */
export const orderFilePath = (client: string, shop: string): string => `${client}-${shop}-orders`;

/** The key of the credential that the form of a shop signs in with; undefined for other workflows. */
export const orderFileCredentialKey = (workflow: string): string | undefined =>
	workflow.startsWith(`${ORDER_FILE_TEMPLATE} (`) ? KEY : undefined;

/** The credential that the file names. */
export function namedOrderFileCredentials({
	orderFiles,
}: ClientFile): Array<{ key: string; type: string; name: string }> {
	const name = orderFiles?.credential;
	return name ? [{ key: KEY, type: TYPE, name }] : [];
}

/** The credential that the command makes when the file names none. */
export function wantedOrderFileCredentials({
	settings,
	orderFiles,
}: ClientFile): WantedCredential[] {
	if (!orderFiles || orderFiles.credential) return [];
	return [
		{
			key: KEY,
			type: TYPE,
			name: `${settings.client}: orders from a file`,
			data: { user: orderFiles.user ?? settings.client },
			secrets: { password: 'ORDER_FILE_PASSWORD' },
			shortest: SHORTEST_PASSWORD,
		},
	];
}
