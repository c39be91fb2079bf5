import type { Language, Spoken } from '../bookkeeping';

/** What the command does with something, as the terminal says it. */
const actions = {
	create: { en: 'create', nl: 'maken' },
	update: { en: 'update', nl: 'bijwerken' },
	unchanged: { en: 'unchanged', nl: 'gelijk' },
	kept: { en: 'kept', nl: 'gelaten' },
	'switch on': { en: 'switch on', nl: 'aanzetten' },
	run: { en: 'run', nl: 'uitvoeren' },
	remove: { en: 'remove', nl: 'weghalen' },
	mute: { en: 'mute', nl: 'stil' },
	found: { en: 'found', nl: 'gevonden' },
	unknown: { en: 'unknown', nl: 'onbekend' },
} as const satisfies Record<string, Spoken>;
export type Action = keyof typeof actions;

/** What it is done with. */
const things = {
	workflow: { en: 'workflow', nl: 'workflow' },
	credential: { en: 'credential', nl: 'credential' },
	invitation: { en: 'invitation', nl: 'uitnodiging' },
	table: { en: 'table', nl: 'tabel' },
	tables: { en: 'tables', nl: 'tabellen' },
	rows: { en: 'rows', nl: 'rijen' },
	'rows of the client in': { en: 'rows of the client in', nl: 'rijen van de klant in' },
	store: { en: 'store', nl: 'opslag' },
	setting: { en: 'setting', nl: 'instelling' },
	settings: { en: 'settings', nl: 'instellingen' },
	shop: { en: 'shop', nl: 'winkel' },
	n8n: { en: 'n8n', nl: 'n8n' },
} as const satisfies Record<string, Spoken>;
export type Thing = keyof typeof things;

export const reportTexts = { actions, things };

export interface Change {
	action: Action;
	what: Thing;
	name: string;
	/** Why, where that is not plain. */
	note?: Spoken;
}

/** Everything the command did, or would do, in order. */
export interface Report {
	changes: Change[];
	add(action: Action, what: Thing, name: string, note?: Spoken): void;
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

const widest = (language: Language): number =>
	Math.max(...Object.values(actions).map((action) => action[language].length));

/** What a change is about, and why. */
export const detailOf = ({ name, note }: Change, language: Language): string =>
	`${name}${note ? `: ${note[language]}` : ''}`;

/** A change as a line for the terminal. */
export function lineOf(change: Change, language: Language): string {
	const done = actions[change.action][language].padEnd(widest(language));
	return `${done}  ${things[change.what][language]} ${detailOf(change, language)}`;
}
