import { createHash, createHmac } from 'node:crypto';

import { REFERENCE, type KeyCall } from '../../bookkeeping';

/** What a service handed over; it never leaves this node. */
export interface HandedOver extends KeyCall {
	/** As the row of the invitation has it. */
	referenceHash: string;
	/** The fields of the credential that get it. */
	keys: Readonly<Record<string, string>>;
}

const LONGEST_KEY = 5_000;
const ACTIONS: ReadonlyArray<KeyCall['action']> = ['create', 'regenerate', 'delete'];

/** By which an invitation is found: the reference itself is kept nowhere. */
export const hashOf = (reference: string): string =>
	createHash('sha256').update(reference).digest('hex');

/**
 * What the body of a call says, if it looks like one of SnelStart (the names in any case) or
 * WooCommerce; undefined for anything else.
 */
export function readCall(body: unknown): HandedOver | undefined {
	if (typeof body !== 'object' || body === null) return undefined;
	const fields = new Map(
		Object.entries(body).map(([name, value]) => [
			name.toLowerCase(),
			typeof value === 'string' ? value.trim() : '',
		]),
	);
	const field = (name: string): string => fields.get(name) ?? '';
	return fields.has('referencekey') ? ofSnelStart(field) : ofWooCommerce(field);
}

type Field = (name: string) => string;

function ofSnelStart(field: Field): HandedOver | undefined {
	const action = ACTIONS.find((one) => one === field('actiontype').toLowerCase());
	const clientKey = field('koppelsleutel');
	if (action === undefined) return undefined;
	return handedOver(field('referencekey'), 'snelStart', action, { clientKey });
}

function ofWooCommerce(field: Field): HandedOver | undefined {
	const [consumerKey, consumerSecret] = [field('consumer_key'), field('consumer_secret')];
	if (!consumerKey.startsWith('ck_') || !consumerSecret.startsWith('cs_')) return undefined;
	return handedOver(field('user_id'), 'wooCommerce', 'create', { consumerKey, consumerSecret });
}

function handedOver(
	reference: string,
	kind: HandedOver['kind'],
	action: HandedOver['action'],
	keys: Record<string, string>,
): HandedOver | undefined {
	const whole = Object.values(keys).join('\n').trim();
	if (!REFERENCE.test(reference) || whole.length > LONGEST_KEY) return undefined;
	const mark = whole === '' ? '' : createHmac('sha256', reference).update(whole).digest('hex');
	return { kind, action, keys, mark, referenceHash: hashOf(reference) };
}
