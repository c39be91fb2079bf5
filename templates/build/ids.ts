import { createHash } from 'node:crypto';

/** Version 5 of a UUID: from a namespace and a name (RFC 9562, 5.5). */
function uuid5(namespace: Buffer, name: string): Buffer {
	const uuid = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
	uuid[6] = (uuid[6]! & 0x0f) | 0x50;
	uuid[8] = (uuid[8]! & 0x3f) | 0x80;
	return uuid;
}

/** The namespace that RFC 9562 gives to addresses. */
const ADDRESSES = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');
const TEMPLATES = uuid5(
	ADDRESSES,
	'https://github.com/webshop-snelstart/n8n-nodes-webshop-snelstart/templates',
);

/**
 * An id made of names alone, so that the same source always gives the same file.
 * @param names from the outside in: template, node, field
 */
export function idOf(...names: string[]): string {
	const hex = uuid5(TEMPLATES, names.join('/')).toString('hex');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
