import { toCome, type State } from '../../bookkeeping';
import { because } from '../build/because';
import type { Node } from '../build/flow';
import { asNumber, type Fields } from './fields';
import { listOf } from './rowConditions';

/** How many results of a called workflow are one of these; 0 when it was not called. */
export const countResults = (of: Node, results: readonly State[]): Fields[string] => {
	const node = `$('${of.node}')`;
	const counted = `={{ ${node}.isExecuted ? ${node}.all().filter((item) => ${listOf(results)}.includes(item.json.result)).length : 0 }}`;
	const isLong = results.length > 2;
	return asNumber(
		isLong ? because('it names every state of which more is to come', counted) : counted,
	);
};

/** The results of Process orders or Book and record, counted. */
export const resultCounts = (of: Node) => ({
	booked: countResults(of, ['booked']),
	waiting: countResults(of, toCome),
	nothingToBook: countResults(of, ['nothingToBook']),
	needsAttention: countResults(of, ['needsAttention']),
});
