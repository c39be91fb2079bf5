export type Action =
	| 'create'
	| 'update'
	| 'unchanged'
	| 'kept'
	| 'switch on'
	| 'run'
	| 'remove'
	| 'mute'
	| 'found'
	| 'unknown';

export interface Change {
	action: Action;
	what: string;
	name: string;
	/** Why, where that is not plain. */
	note?: string;
}

/** Everything the command did, or would do, in order. */
export interface Report {
	changes: Change[];
	add(action: Action, what: string, name: string, note?: string): void;
}

/** @param say told of each change as it comes */
export function startReport(say: (change: Change) => void = () => {}): Report {
	const changes: Change[] = [];
	return {
		changes,
		add: (action, what, name, note) => {
			const change = { action, what, name, ...(note !== undefined && { note }) };
			changes.push(change);
			say(change);
		},
	};
}

const NO_CHANGE: Action[] = ['unchanged', 'kept', 'mute', 'found', 'unknown'];

/** What really changes; the rest was already so, was left as somebody made it, or is only told. */
export const realChanges = ({ changes }: Report): Change[] =>
	changes.filter(({ action }) => !NO_CHANGE.includes(action));
