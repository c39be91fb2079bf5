import type { CodeEntry } from '../../bookkeeping/codes/code';
import type { Facts, Kind } from '../../bookkeeping/codes/facts';
import { codes } from '../../bookkeeping/codes/register';
import { snelStartRefusals } from '../../bookkeeping/codes/snelStart';

/** Every code, ours and SnelStart's. */
export const entries: Array<[string, CodeEntry]> = [
	...Object.entries(codes),
	...Object.entries(snelStartRefusals),
];
/** Every sentence that a code has. */
export const sentencesOf = (entry: CodeEntry) =>
	'found' in entry
		? [{ name: '', facts: entry.facts ?? {}, tip: entry.tip, ...entry.found }]
		: Object.entries(entry.cases).map(([name, one]) => ({
				name,
				facts: {},
				tip: entry.tip,
				...one,
			}));
/** A value of each kind. */
export const samples: Record<Kind, unknown> = {
	text: 'a text',
	words: 'what somebody wrote',
	cents: 101507,
	amount: 123456,
	count: 3,
	percentage: 5.5,
	percentages: [21, 5.5],
	amounts: [101507, 5],
	date: '2026-11-28',
	dates: ['2026-11-28'],
	moment: '2026-11-30T09:12:33.123Z',
	country: 'DE',
	names: ['a', 'b'],
	columns: ['number', 'vat 21 %'],
	alternatives: ['a', 'b'],
	status: 'completed',
	statuses: ['processing', 'completed'],
	figures: 'EUR 12.10 | 21% 10.00+2.10 | to NL',
	part: 'product',
	place: 'line 3',
	record: 'tax rate',
	payoutEntry: 'refund',
	feeReason: 'the order does not state it',
	products: ['product 7', 'variation 8 of product 7'],
	reason: { code: 'FREE_ORDER', facts: { case: 'order' } },
};

/** Every sentence of every code, as facts that it is told with. */
export const codeSamples = entries.flatMap(([code, entry]) =>
	sentencesOf(entry).map(({ name, facts }) => {
		const values = Object.entries(facts).map(([fact, kind]) => [fact, samples[kind as Kind]]);
		const all = { ...Object.fromEntries(values), ...(name && { case: name }) } as Facts;
		return { code, facts: all };
	}),
);
