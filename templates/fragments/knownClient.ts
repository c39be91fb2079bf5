import type { Flow, Node, Position } from '../build/flow';
import { note } from '../build/note';
import { stop } from './basics';
import { is, keepIfNoRow } from './table';

/**
 * Ends a run for a client that no settings were ever saved of: it would find nothing, and a name that
 * was not filled in or mistyped would pass for a client of which there is nothing to tell.
 * @param values where the client's name stands
 * @returns the node that has to come before all others that follow the values
 */
export function refuseUnknownClient(flow: Flow, values: Node, [x, y]: Position): Node {
	const { code, message, tip } = note('CLIENT_NOT_SAVED', {
		client: "{{ $('Your values').first().json.client }}",
	});
	const unknown = flow.add(
		'Unknown client?',
		[x, y],
		keepIfNoRow('ClientSettings', [is('client', values.first('client'))]),
		'once',
	);
	const refused = flow.add(
		'Client is unknown',
		[x + 180, y],
		stop(`=${code}: ${message.replace(/^=/, '')} ${tip.replace(/^=/, '')}`),
	);
	flow.wire(values, unknown, refused);
	return unknown;
}
