import type { INodeProperties } from 'n8n-workflow';

import { reason } from '../../bookkeeping';
import type { Reason } from '../../bookkeeping';
import { credentialError } from './codedError';

/** The switch of a credential whose keys go along with every request. */
export const allowHttpField: INodeProperties = {
	displayName: 'Allow HTTP',
	name: 'allowHttp',
	type: 'boolean',
	default: false,
	description:
		'Whether the keys may go over http, where everyone on the way can read them. Only for a test system in your own network; to this very machine they always may.',
};

/**
 * Why keys may not be sent to an address. They go over https, and over http to this very machine
 * only, unless http is allowed; an address without a scheme leads nowhere.
 *
 * @param field the field of the credential that holds the address
 * @returns undefined when they may
 */
export function openRoute(address: string, field: string, allowHttp: unknown): Reason | undefined {
	const { protocol, hostname } = URL.canParse(address) ? new URL(address) : NOWHERE;
	if (!['http:', 'https:'].includes(protocol)) return reason('ADDRESS_WITHOUT_SCHEME', { field });
	if (protocol !== 'http:' || isThisMachine(hostname) || allowHttp === true) return undefined;
	return reason('KEYS_OVER_HTTP', { host: hostname, field });
}

const NOWHERE = { protocol: '', hostname: '' };

/** @throws UserError with a code when keys may not be sent to an address */
export function refuseOpenRoute(address: string, field: string, allowHttp: unknown): void {
	const trouble = openRoute(address, field, allowHttp);
	if (trouble !== undefined) throw credentialError(trouble);
}

/** Whether a host is the machine that asks, so that nothing goes over a network. */
export function isThisMachine(hostname: string): boolean {
	return (
		hostname === 'localhost' ||
		hostname === '[::1]' ||
		/^127(\.\d{1,3}){3}$/.test(hostname) ||
		hostname.endsWith('.localhost')
	);
}

/**
 * Where a redirect leads, as it would be entered: without what was asked for below the address, and
 * without the query, which may hold keys.
 *
 * @param location the header of the answer
 * @param asked the address that was asked
 * @param path the end of it that is no part of what is entered
 */
export function redirectTarget(
	location: string | undefined,
	asked: string,
	path: string,
): string | undefined {
	if (location === undefined || !URL.canParse(location, asked)) return undefined;
	const { origin, pathname } = new URL(location, asked);
	const end = path.replace(/\?.*$/, '').replace(/\/+$/, '');
	const folder = pathname.replace(/\/+$/, '');
	return origin + (end !== '' && folder.endsWith(end) ? folder.slice(0, -end.length) : '');
}
