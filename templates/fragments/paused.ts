import { standsStill } from '../../bookkeeping';
import type { Flow, Node } from '../build/flow';
import { codeName, toldInItem } from '../build/note';
import { exists, isTrue, keepIf } from './conditions';
import { onlyFields } from './fields';
import { getRows, is, keepIfNoRow } from './table';

/** The row by which a client is paused or stopped. */
export const pauseOf = (client: string) => [
	is('client', client),
	is('subject', standsStill.paused),
];
/** The row that tells who let it go on last. */
export const wentOnOf = (client: string) => [
	is('client', client),
	is('subject', standsStill.wentOn),
];

const ROOM = 400;
/** Below what goes on, so that it comes after it; above it, so that it comes before. */
const BELOW = 160;

/**
 * Ends every run of a paused or stopped client before it reads or books anything, and says so; call it
 * when all else is wired. No cursor moves meanwhile, so the first run afterwards reads what was missed,
 * and a run that is busy ends what it has claimed.
 * @param after the node that the gate comes behind
 * @param client where the client's name stands
 */
export function restWhilePaused(flow: Flow, after: Node, client = '={{ $json.client }}'): void {
	flow.putBetween(after, ROOM, (left, y) => {
		const goesOn = flow.add('Not paused?', [left, y], keepIfNoRow('ShopTroubles', pauseOf(client)));
		const paused = flow.add(
			'Paused?',
			[left, y + BELOW],
			getRows('ShopTroubles', { where: pauseOf(client), limit: 1 }),
			'once',
		);
		const says = flow.add(
			'Say that it is paused',
			[left + 180, y + BELOW],
			onlyFields({ code: '={{ $json.code }}', message: '={{ $json.message }}' }),
		);
		flow.wire(after, paused, says);
		flow.runsFirst(goesOn, paused);
		return goesOn;
	});
}

/**
 * The same for what only a stop ends: it reads, or somebody sends it by hand. What comes in goes on with
 * its file.
 * @returns the node that says it, with code, text and facts, for an answer
 */
export function restWhileStopped(flow: Flow, after: Node, client = '={{ $json.client }}'): Node {
	const said: Node[] = [];
	flow.putBetween(after, ROOM, (left, y) => {
		const stop = flow.add(
			'Find a stop',
			[left - 20, y - BELOW],
			getRows('ShopTroubles', {
				where: [...pauseOf(client), is('code', codeName('CLIENT_STOPPED'))],
				limit: 1,
			}),
			...(['once', 'evenWhenEmpty'] as const),
		);
		const isStopped = flow.add(
			'Stopped?',
			[left + 140, y - BELOW],
			keepIf(exists('={{ $json.code }}')),
		);
		const says = flow.add(
			'Say that it is stopped',
			[left + 300, y - BELOW],
			onlyFields(toldInItem),
		);
		// A data table hands no file on.
		const goesOn = flow.add(
			'Not stopped?',
			[left, y],
			keepIf(isTrue("={{ !$('Find a stop').first().json.code }}")),
		);
		said.push(says);
		flow.wire(after, stop, isStopped, says);
		flow.runsFirst(stop, goesOn);
		return goesOn;
	});
	return said[0]!;
}
