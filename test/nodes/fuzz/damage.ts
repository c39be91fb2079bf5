/** Answers of a service as no manual shows them: changed fields, cut texts, web pages, wrong statuses. */
import { fc } from '../../support/property';

export interface WireAnswer {
	status: number;
	headers: Record<string, unknown>;
	/** Parsed JSON, or the bare text when it was not JSON: as n8n hands it to a node. */
	body: unknown;
}

type Json = Record<string, unknown> | unknown[];
type Change = (value: unknown) => unknown;

const nested = (depth: number): unknown => (depth === 0 ? 'deep' : { next: [nested(depth - 1)] });

/** What becomes of one value. */
const CHANGES: Record<string, Change> = {
	null: () => null,
	true: () => true,
	zero: () => 0,
	minus: (value) => (typeof value === 'number' ? -value : `-${String(value)}`),
	huge: () => 1e300,
	fraction: () => 0.1 + 0.2,
	tooLarge: () => 2 ** 53 + 2,
	emptyText: () => '',
	otherText: () => 'x',
	markup: () => '<b>"&\u0000é</b>',
	longText: () => 'long '.repeat(20_000),
	comma: () => '12,50',
	exponent: () => '1e3',
	infinite: () => 'Infinity',
	notANumber: () => 'NaN',
	asText: (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)),
	asNumber: (value) => Number(value) || 7,
	emptyList: () => [],
	emptyRecord: () => ({}),
	listOfNull: () => [null],
	inList: (value) => [value],
	inRecord: (value) => ({ value }),
	deep: () => nested(60),
	twice: (value) =>
		Array.isArray(value) ? [...(value as unknown[]), ...(value as unknown[])] : value,
	backwards: (value) => (Array.isArray(value) ? [...(value as unknown[])].reverse() : value),
	shorter: (value) => (Array.isArray(value) ? value.slice(1) : value),
};

interface Edit {
	/** Which of all values. */
	place: number;
	/** What becomes of it; `gone` takes it away. */
	to: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
	place: fc.nat(),
	to: fc.constantFrom('gone', ...Object.keys(CHANGES)),
});

const WIRE: Record<string, (text: string) => string> = {
	whole: (text) => text,
	cut: (text) => text.slice(0, Math.floor(text.length * 0.7)),
	page: () => '<!DOCTYPE html><html><head><title>502</title></head><body>Bad gateway</body></html>',
	empty: () => '',
	null: () => 'null',
	text: () => '"done"',
	number: () => '7',
	emptyList: () => '[]',
	emptyRecord: () => '{}',
	twice: (text) => text + text,
	notice: (text) => `<br />\n<b>Notice</b>: Undefined index\n${text}`,
	error: () =>
		'{"code":"internal_server_error","message":"<p>Critical error</p>","data":{"status":500}}',
	rules: () => '[{"errorCode":"XYZ-9999","message":"Iets anders","details":null}]',
};

export interface Damage {
	edits: Edit[];
	wire: string;
	status: number | undefined;
	header: { name: string; value: unknown } | undefined;
}

/** How one answer is damaged; the first values are the mildest, to which a counterexample shrinks. */
export const damage: fc.Arbitrary<Damage> = fc.record({
	edits: fc.array(edit, { maxLength: 3 }),
	wire: fc.oneof(
		{ weight: 12, arbitrary: fc.constant('whole') },
		{ weight: 3, arbitrary: fc.constantFrom(...Object.keys(WIRE)) },
	),
	status: fc.oneof(
		{ weight: 12, arbitrary: fc.constant(undefined) },
		{
			weight: 2,
			arbitrary: fc.constantFrom(
				...[200, 201, 202, 204, 206, 301, 302, 304, 400, 401, 403, 404, 408, 409, 418, 422, 429],
				...[500, 501, 502, 503, 504, 520, 599],
			),
		},
	),
	header: fc.oneof(
		{ weight: 8, arbitrary: fc.constant(undefined) },
		{
			weight: 2,
			arbitrary: fc.record({
				name: fc.constantFrom('x-wp-total', 'link', 'retry-after', 'location', 'content-type'),
				value: fc.constantFrom<unknown>('', '-1', '0', '1', '1e9', 'NaN', 'text/html', '<x>', []),
			}),
		},
	),
});

/** The answer, damaged. What it held before is left alone. */
export function damaged(answer: WireAnswer, { edits, wire, status, header }: Damage): WireAnswer {
	let body = structuredClone(answer.body);
	for (const one of edits) body = edited(body, one);
	const text = WIRE[wire]!(typeof body === 'string' ? body : JSON.stringify(body ?? ''));
	return {
		status: status ?? answer.status,
		headers: header ? { ...answer.headers, [header.name]: header.value } : answer.headers,
		body: parsed(text),
	};
}

function edited(body: unknown, { place, to }: Edit): unknown {
	const spots: Array<{ holder: Json; key: string | number }> = [];
	const root = { body };
	const walk = (holder: Json): void => {
		for (const key of Object.keys(holder)) {
			spots.push({ holder, key });
			const value: unknown = (holder as Record<string, unknown>)[key];
			if (typeof value === 'object' && value !== null) walk(value as Json);
		}
	};
	walk(root);
	const { holder, key } = spots[place % spots.length]!;
	if (to === 'gone') {
		if (Array.isArray(holder)) holder.splice(Number(key), 1);
		else if ((holder as unknown) !== root) delete holder[key];
	} else {
		const values = holder as Record<string, unknown>;
		values[key] = CHANGES[to]!(values[key]);
	}
	return root.body;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
