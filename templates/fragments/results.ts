import type { Node } from '../build/flow';
import { asNumber, type Fields } from './fields';

/** How many results of a called workflow are one of these; 0 when it was not called. */
export const countResults = (of: Node, results: string[]): Fields[string] => {
	const node = `$('${of.node}')`;
	const among = results.map((result) => `'${result}'`).join(', ');
	return asNumber(
		`={{ ${node}.isExecuted ? ${node}.all().filter((item) => [${among}].includes(item.json.result)).length : 0 }}`,
	);
};

/** The results of Process orders or Book and record, counted. */
export const resultCounts = (of: Node) => ({
	booked: countResults(of, ['booked']),
	waiting: countResults(of, ['waiting', 'ready', 'unknown']),
	nothingToBook: countResults(of, ['nothingToBook']),
	needsAttention: countResults(of, ['needsAttention']),
});
