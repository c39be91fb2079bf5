import type { Flow, Node } from '../build/flow';
import { onlyFields } from './fields';
import { getRows, is, keepIfNoRow } from './table';

/** The row by which a client is paused. */
export const pauseOf = (client: string) => [is('client', client), is('subject', 'paused')];

const ROOM = 400;

/**
 * Ends every run of a paused client before it reads or books anything, and says so; call it when all
 * else is wired. No cursor moves meanwhile, so the first run after the pause reads what was missed.
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

/** Below what goes on, so that it comes after it. */
const BELOW = 160;
