import type { Flow, Port, Position } from '../build/flow';
import { isTrue, whether } from './conditions';
import { refuse } from './refusal';

interface FirstDay {
	/** The value that says it. */
	value: 'ordersFrom' | 'payoutsFrom' | 'refundsFrom';
	/** What is known of it already and goes before it, within an expression. */
	orElse?: string;
	gate: Position;
	refusal: Position;
}

/**
 * Ends the run when nobody chose from which day on something is read. A day by default would decide
 * in silence what is never booked, or book a whole year.
 * @param before what comes before the reading
 * @returns where it goes on
 */
export function askFirstDay(
	flow: Flow,
	before: Port,
	{ value, orElse, gate: at, refusal }: FirstDay,
): Port {
	const known = orElse === undefined ? '' : `${orElse} || `;
	const gate = flow.add(
		'First day chosen?',
		at,
		whether(
			isTrue(
				`={{ DateTime.fromISO(${known}$('Your values').first().json.${value} || '').isValid }}`,
			),
		),
	);
	const missing = flow.add('First day is missing', refusal, refuse('FIRST_DAY_MISSING', { value }));
	flow.wire(before, gate);
	flow.wire(gate.no, missing);
	return gate.yes;
}
