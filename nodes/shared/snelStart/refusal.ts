import { fromJson } from '../json';
import { connectionCodes, explain, withoutQuotedValues } from './errors';
import type { ConnectionCode } from './errors';

/** Why SnelStart, its gateway or the network did not do what was asked. No personal data. */
export interface Refusal {
	/** SnelStart's code (`BOE-0021`), else one of ours (`RATE_LIMITED`). */
	code: string;
	/** Every code that SnelStart gave; a refusal may hold several. */
	codes: string[];
	message: string;
	tip: string;
	/** HTTP status; absent when no answer came. */
	status?: number;
	/** Names of the fields SnelStart points at, without their values. */
	fields: string[];
}

/** A refusal of our own, for what has no body: the network, the token, the gateway. */
export function connectionRefusal(code: ConnectionCode, status?: number): Refusal {
	const { message, tip } = connectionCodes[code];
	return { code, codes: [code], message, tip, fields: [], ...(status && { status }) };
}

/**
 * Reads what SnelStart answered instead of doing the work: a list of business rules, a model state,
 * an OData message (SS-401), or a gateway's own body (SS-121).
 */
export function readRefusal(status: number, body: unknown): Refusal {
	const content = fromJson(body);
	const rules = businessRules(content);
	if (rules.length > 0) return fromBusinessRules(status, rules);
	const { message, modelState } = frameworkBody(content);
	if (status === 401) {
		const isKey = /subscription key/i.test(message);
		return connectionRefusal(isKey ? 'SUBSCRIPTION_KEY_REFUSED' : 'TOKEN_REFUSED', status);
	}
	if (status === 403) {
		if (isHtml(body)) return connectionRefusal('REQUEST_BLOCKED', status);
		return connectionRefusal(/quota/i.test(message) ? 'QUOTA_USED_UP' : 'SCOPE_MISSING', status);
	}
	if (status === 404) return connectionRefusal('NOT_FOUND', status);
	if (status === 429) return connectionRefusal('RATE_LIMITED', status);
	if (status >= 500) return connectionRefusal('SNELSTART_UNAVAILABLE', status);
	if (modelState.length > 0) {
		const refusal = connectionRefusal('REQUEST_INVALID', status);
		return {
			...refusal,
			fields: modelState,
			message: `${refusal.message}: ${modelState.join(', ')}`,
		};
	}
	if (status === 400 && message !== '') {
		const refusal = connectionRefusal('FILTER_NOT_UNDERSTOOD', status);
		return { ...refusal, message: `SnelStart says: ${withoutQuotedValues(message)}` };
	}
	return connectionRefusal('NOT_ACCEPTED', status);
}

function fromBusinessRules(status: number, rules: Array<{ code: string; text: string }>): Refusal {
	const explained = rules.map(({ code, text }) => ({ code, ...explain(code, text) }));
	const codes = [...new Set(explained.map(({ code }) => code))];
	return {
		code: codes[0]!,
		codes,
		message: [...new Set(explained.map(({ message }) => message))].join('; '),
		tip: [...new Set(explained.map(({ tip }) => tip))].join('; '),
		status,
		fields: [],
	};
}

/** Shape (a): `[{ errorCode, message, details }]`; names are read in any case. */
function businessRules(content: unknown): Array<{ code: string; text: string }> {
	if (!Array.isArray(content)) return [];
	return content.flatMap((entry: unknown) => {
		const code = textOf(entry, 'errorCode');
		return code === '' ? [] : [{ code, text: textOf(entry, 'message') }];
	});
}

/** Shapes (b) and (c), and the gateway's `{ statusCode, message }`. */
function frameworkBody(content: unknown): { message: string; modelState: string[] } {
	const state = valueOf(content, 'modelState');
	const fields = typeof state === 'object' && state !== null ? Object.keys(state) : [];
	return { message: textOf(content, 'message'), modelState: fields };
}

function isHtml(body: unknown): boolean {
	return typeof body === 'string' && /^\s*</.test(body);
}

function valueOf(record: unknown, name: string): unknown {
	if (typeof record !== 'object' || record === null) return undefined;
	const entry = Object.entries(record).find(([key]) => key.toLowerCase() === name.toLowerCase());
	return entry?.[1];
}

function textOf(record: unknown, name: string): string {
	const value = valueOf(record, name);
	return typeof value === 'string' ? value : '';
}
