import { fromJson, reason, told, toldOther, withRemark } from '../../../bookkeeping';
import type { Reason, ToldCode } from '../../../bookkeeping';
import { withoutQuotedValues } from './quotedValues';

/**
 * Why SnelStart, its gateway or the network did not do what was asked: SnelStart's code (`BOE-0021`),
 * else one of ours (`RATE_LIMITED`). No personal data.
 */
export interface Refusal extends ToldCode {
	/** Every code that SnelStart gave; a refusal may hold several. */
	codes: string[];
	/** HTTP status; absent when no answer came. */
	status?: number;
	/** Names of the fields SnelStart points at, without their values. */
	fields: string[];
}

/** A refusal of our own, for what has no body: the network, the token, the gateway. */
export function refusalOf(why: Reason, status?: number): Refusal {
	return { ...told(why), codes: [why.code], fields: [], ...(status && { status }) };
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
		return refusalOf(reason(isKey ? 'SUBSCRIPTION_KEY_REFUSED' : 'TOKEN_REFUSED'), status);
	}
	if (status === 403) {
		if (isHtml(body)) return refusalOf(reason('REQUEST_BLOCKED'), status);
		const isQuota = /quota/i.test(message);
		return refusalOf(reason(isQuota ? 'QUOTA_USED_UP' : 'SCOPE_MISSING'), status);
	}
	if (status === 404) return refusalOf(reason('NOT_FOUND'), status);
	if (status === 429) return refusalOf(reason('RATE_LIMITED'), status);
	if (status >= 500) return refusalOf(reason('SNELSTART_UNAVAILABLE'), status);
	if (modelState.length > 0) {
		const why = reason('REQUEST_INVALID', { fields: modelState });
		return { ...refusalOf(why, status), fields: modelState };
	}
	if (status === 400 && message !== '') {
		const words = withoutQuotedValues(message);
		return refusalOf(reason('FILTER_NOT_UNDERSTOOD', { words }), status);
	}
	return refusalOf(reason('NOT_ACCEPTED'), status);
}

function fromBusinessRules(status: number, rules: Array<{ code: string; text: string }>): Refusal {
	const all = rules.map(({ code, text }) => explain(code, text));
	const [first, ...others] = all.filter(
		({ code }, index) => all.findIndex((one) => one.code === code) === index,
	);
	const also = others.map(({ code, facts }) => ({ code, facts }));
	return {
		...(also.length > 0 ? withRemark(first!, { also }) : first!),
		codes: [first!, ...others].map(({ code }) => code),
		status,
		fields: [],
	};
}

/**
 * Explains one of SnelStart's codes. A code that the register does not have keeps SnelStart's own
 * (Dutch) text, cleared of whatever it quotes.
 */
export function explain(code: string, ownText = ''): ToldCode {
	const words = withoutQuotedValues(ownText);
	return toldOther(
		code,
		reason(
			'UNKNOWN_SNELSTART_CODE',
			words === '' ? { case: 'noWords', snelStartCode: code } : { case: 'words', words },
		),
	);
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
