import type { INode, INodeProperties, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { inputError, reason } from './codedError';

export const allowedAddressesField: INodeProperties = {
	displayName: 'Allowed Addresses',
	name: 'allowedAddresses',
	type: 'string',
	default: '',
	placeholder: 'e.g. 203.0.113.7, 2001:db8::/32',
	description:
		'The IP addresses or networks that may call, separated by commas; empty lets every address in. Behind a reverse proxy n8n must be told of it, else every call comes from the proxy.',
};

/** The 16-bit groups of a part of an IPv6 address; undefined when it is none. */
function groupsOf(part: string): number[] | undefined {
	const groups = part === '' ? [] : part.split(':');
	if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
	return groups.map((group) => Number.parseInt(group, 16));
}

/** The two groups of an IPv4 address. */
function groupsOfV4(address: string): number[] | undefined {
	const bytes = address.split('.');
	const isByte = (text: string) => /^(0|[1-9]\d{0,2})$/.test(text) && Number(text) < 256;
	if (bytes.length !== 4 || !bytes.every(isByte)) return undefined;
	const [a = 0, b = 0, c = 0, d = 0] = bytes.map(Number);
	return [a * 256 + b, c * 256 + d];
}

function groupsOfV6(address: string): number[] | undefined {
	// The last two groups may be written as an IPv4 address.
	const dotted = /[^:]*\.[^:]*$/.exec(address)?.[0];
	const v4 = dotted === undefined ? [] : groupsOfV4(dotted);
	if (v4 === undefined) return undefined;
	const ending = v4.map((group) => group.toString(16)).join(':');
	const text = dotted === undefined ? address : address.slice(0, -dotted.length) + ending;
	const parts = text.split('::').map(groupsOf);
	const [head, tail, ...more] = parts;
	if (!head || more.length > 0 || parts.includes(undefined)) return undefined;
	if (tail === undefined) return head.length === 8 ? head : undefined;
	const left = 8 - head.length - tail.length;
	return left < 1 ? undefined : [...head, ...Array<number>(left).fill(0), ...tail];
}

/** The 128 bits of an address, of IPv4 as IPv6 holds it (`::ffff:203.0.113.7`). */
function bitsOf(address: string): string | undefined {
	const v4 = groupsOfV4(address);
	const groups = v4 ? [0, 0, 0, 0, 0, 0xffff, ...v4] : groupsOfV6(address);
	return groups?.map((group) => group.toString(2).padStart(16, '0')).join('');
}

/** The bits that an entry of the list asks for; undefined when it is no address and no network. */
function prefixOf(entry: string): string | undefined {
	const [address = '', length, ...more] = entry.split('/');
	const bits = bitsOf(address);
	if (bits === undefined || more.length > 0) return undefined;
	if (length === undefined) return bits;
	const longest = address.includes(':') ? 128 : 32;
	if (!/^\d{1,3}$/.test(length) || Number(length) > longest) return undefined;
	return bits.slice(0, 128 - longest + Number(length));
}

const entriesOf = (text: string): string[] => text.split(/[\s,;]+/).filter((entry) => entry !== '');

/**
 * Whether an address may call. Only the caller's own address counts, never one that a header claims
 * or that of a proxy between; what cannot be read in the list lets nobody in.
 *
 * @param text the field: addresses and networks of IPv4 and IPv6
 * @param address of the caller, as n8n knows it
 */
export function isAllowedAddress(text: string, address: string | undefined): boolean {
	const entries = entriesOf(text);
	if (entries.length === 0) return true;
	const bits = bitsOf(address ?? '');
	if (bits === undefined) return false;
	return entries.map(prefixOf).some((prefix) => prefix !== undefined && bits.startsWith(prefix));
}

/** @throws NodeOperationError `INPUT_ADDRESSES`, when the field holds something else than addresses */
export function checkAllowedAddresses(this: { getNode(): INode }, text: string): void {
	const entry = entriesOf(text).find((one) => prefixOf(one) === undefined);
	if (entry === undefined) return;
	throw inputError(this.getNode(), reason('INPUT_ADDRESSES', { entry }));
}

/**
 * Answers a call from an address that may not call with 403, and says so in n8n's log.
 * @returns the answer; nothing when the address may call
 */
export function refuseAddress(this: IWebhookFunctions): IWebhookResponseData | undefined {
	const { ip } = this.getRequestObject();
	const text = String(this.getNodeParameter('allowedAddresses', ''));
	if (isAllowedAddress(text, ip)) return undefined;
	this.logger.warn(
		`${this.getNode().name}: refused a call from ${ip ?? 'an unknown address'}, which is not among the allowed addresses`,
	);
	const response = this.getResponseObject();
	response.status(403).setHeader('Content-Type', 'text/plain; charset=utf-8');
	response.end('This address may not call.');
	return { noWebhookResponse: true };
}
