import type { Flow, Node } from '../build/flow';
import { refuse } from './refusal';
import { is, keepIfNoRow } from './table';

/**
 * Ends a run for a client that no settings were ever saved of, before anything else that follows: it
 * would find nothing, and a name that was not filled in or mistyped would pass for a client of which
 * there is nothing to tell. Call it when all else that follows is wired, and before a pause is asked
 * about: who is paused is not asked for settings.
 * @param values where the client's name stands
 */
export function refuseUnknownClient(flow: Flow, values: Node): void {
	flow.putFirst(values, ([x, y]) => {
		const unknown = flow.add(
			'Unknown client?',
			[x, y],
			keepIfNoRow('ClientSettings', [is('client', values.first('client'))]),
			'once',
		);
		const refused = flow.add(
			'Client is unknown',
			[x + 180, y],
			refuse('CLIENT_NOT_SAVED', { client: `{{ $('${values.node}').first().json.client }}` }),
		);
		flow.wire(unknown, refused);
		return unknown;
	});
}
