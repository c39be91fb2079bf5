import { BlockList, isIP } from 'node:net';
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

interface Allowed {
	list: BlockList;
	/** Whether nothing is written there, so that every address may call. */
	isOpen: boolean;
	unreadable: string[];
}

const entriesOf = (text: string): string[] => text.split(/[\s,;]+/).filter((entry) => entry !== '');

function readAllowed(text: string): Allowed {
	const list = new BlockList();
	const entries = entriesOf(text);
	const unreadable = entries.filter((entry) => !addTo(list, entry));
	return { list, isOpen: entries.length === 0, unreadable };
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** @returns whether it is an address or a network */
function addTo(list: BlockList, entry: string): boolean {
	const [address = '', bits, ...more] = entry.split('/');
	if (isIP(address) === 0 || more.length > 0) return false;
	if (bits === undefined) {
		list.addAddress(address, familyOf(address));
		return true;
	}
	const longest = isIP(address) === 6 ? 128 : 32;
	if (!/^\d{1,3}$/.test(bits) || Number(bits) > longest) return false;
	list.addSubnet(address, Number(bits), familyOf(address));
	return true;
}

/**
 * Whether an address may call. Only the caller's own address counts, never one that a header claims
 * or that of a proxy between; what cannot be read in the list lets nobody in.
 *
 * @param text the field: addresses and networks of IPv4 and IPv6
 * @param address of the caller, as n8n knows it
 */
export function isAllowedAddress(text: string, address: string | undefined): boolean {
	const { list, isOpen } = readAllowed(text);
	if (isOpen) return true;
	return address !== undefined && isIP(address) !== 0 && list.check(address, familyOf(address));
}

/** @throws NodeOperationError `INPUT_ADDRESSES`, when the field holds something else than addresses */
export function checkAllowedAddresses(this: { getNode(): INode }, text: string): void {
	const [entry] = readAllowed(text).unreadable;
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
