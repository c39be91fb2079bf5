import { codesOf, isTaken, textAt, type ProbeAnswer, type ProbeCall, type Send } from './call';
import { NotTried } from './notTried';
import { addTo, type TrailCall } from './trail';

/** Something that the probe made and has not taken back yet. */
export interface Made {
	/** `/verkoopboekingen/{id}`. */
	path: string;
	/** As a person finds it: its number or name. */
	name: string;
	/** What was sent, for a credit note where it cannot be deleted. */
	body: unknown;
	/** Whether it is certain that it is there: a write may have been done without an answer. */
	isCertain: boolean;
}

export interface ToolOptions {
	send: Send;
	now: () => Date;
	wait: (milliseconds: number) => Promise<void>;
	/** Begins every number and name of this run. */
	marker: string;
}

/** Calls, waiting and marks: what the fixtures are read and made with. */
export interface Tools {
	now: () => Date;
	wait: (milliseconds: number) => Promise<void>;
	marker: string;
	/** The next number or name of this run, such as `PROBE-T5X2K1-7`. */
	mark: () => string;
	/**
	 * Sends a call. After 429 it waits and sends it again; a write that may have been done is looked
	 * for at the end.
	 *
	 * @throws NotTried when the key lacks the right, or SnelStart or the network fails
	 */
	ask: (call: ProbeCall) => Promise<ProbeAnswer>;
	/** Sends a call once and gives back whatever comes. @throws NotTried when no answer came */
	askOnce: (call: ProbeCall) => Promise<ProbeAnswer>;
	/** Makes a record, which is taken back afterwards; the answer may be a refusal. */
	post: (path: string, body: unknown, name: string) => Promise<ProbeAnswer>;
	/** Remembers a record that was not meant to be made, if the answer says that it was. */
	note: (path: string, body: unknown, name: string, answer: ProbeAnswer) => void;
	/** Makes a record that has to be there for what follows. @throws NotTried when it is refused */
	make: (path: string, body: unknown, name: string) => Promise<ProbeAnswer>;
	/** Until this is said, everything made from now on stays: fixtures serve the whole run. */
	keep: (work: () => Promise<void>) => Promise<void>;
	/** When the calls of the last minute that were not refused went out. */
	lastMinute: () => number;
	/** Durations of the answers, in milliseconds. */
	durations: number[];
}

export interface ToolState {
	trail: TrailCall[];
	/** Of the assumption that is being tried, oldest first. */
	made: Made[];
	/** Of the whole run. */
	kept: Made[];
	calls: number;
}

const minute = 60_000;
const mostTries = 6;

/** A page of whatever stands before SnelStart, or JSON that broke off and stayed a text. */
const NOT_ITS_OWN = /^\s*(?:<!doctype html|<html|[[{])/i;

/** A call that nobody answered. */
class NoAnswer extends Error {}

const codes = (answer: ProbeAnswer): string => codesOf(answer).join(', ');

/** The tools of a run, and what they keep. */
export function openTools(options: ToolOptions): {
	tools: Tools;
	state: ToolState;
} {
	const { send, now, wait, marker } = options;
	const state: ToolState = { trail: [], made: [], kept: [], calls: 0 };
	const durations: number[] = [];
	const passed: number[] = [];
	let marks = 0;
	let target: 'kept' | 'made' = 'made';

	async function askOnce(wanted: ProbeCall): Promise<ProbeAnswer> {
		state.calls += 1;
		const from = now().getTime();
		const answer = await send(wanted).catch((error: unknown) => new NoAnswer(String(error)));
		if (answer instanceof NoAnswer) {
			addTo(state.trail, wanted, 'none');
			throw new NotTried('No answer came.', true);
		}
		durations.push(now().getTime() - from);
		if (answer.status !== 429) passed.push(now().getTime());
		addTo(state.trail, wanted, answer);
		return answer;
	}

	async function ask(wanted: ProbeCall): Promise<ProbeAnswer> {
		for (let tries = 1; ; tries += 1) {
			const answer = await askOnce(wanted);
			if (answer.status === 429 && tries < mostTries) {
				await wait(waitAfter(answer));
				continue;
			}
			if (answer.status === 401 || answer.status === 403) {
				throw new NotTried(`The key may not do this (HTTP ${answer.status}).`);
			}
			if (answer.status === 429 || answer.status >= 500) {
				throw new NotTried(`SnelStart answered HTTP ${answer.status}.`, true);
			}
			if (isTaken(answer) && typeof answer.body === 'string' && NOT_ITS_OWN.test(answer.body)) {
				throw new NotTried('What answered was not SnelStart, or broke off.', true);
			}
			return answer;
		}
	}

	async function post(path: string, body: unknown, name: string): Promise<ProbeAnswer> {
		const made: Made = { path, name, body, isCertain: false };
		const list = state[target];
		list.push(made);
		const answer = await ask({ method: 'POST', path, body }).catch((error: unknown) => {
			// Who may not, has not: it was refused before anything was done.
			if (error instanceof NotTried && !error.isTrouble) list.splice(list.indexOf(made), 1);
			throw error;
		});
		list.splice(list.indexOf(made), 1);
		note(made, answer);
		return answer;
	}

	/** Remembers what was taken; without an id in the answer nobody knows where it is. */
	function note(made: Made, answer: ProbeAnswer): void {
		if (!isTaken(answer)) return;
		const id = textAt(answer.body, 'id');
		state[target].push(id === '' ? made : { ...made, path: `${made.path}/${id}`, isCertain: true });
	}

	return {
		state,
		tools: {
			now,
			wait,
			marker,
			durations,
			mark: () => `${marker}-${(marks += 1)}`,
			ask,
			askOnce,
			post,
			note: (path, body, name, answer) => note({ path, name, body, isCertain: false }, answer),
			make: async (path, body, name) => {
				const answer = await post(path, body, name);
				if (isTaken(answer)) return answer;
				throw new NotTried(`What has to be there first was refused: ${path}, ${codes(answer)}.`);
			},
			keep: async (work) => {
				const before = target;
				target = 'kept';
				try {
					await work();
				} finally {
					target = before;
				}
			},
			lastMinute: () => {
				const from = now().getTime() - minute;
				return passed.filter((time) => time > from).length;
			},
		},
	};
}

/** Milliseconds to wait after a 429; a minute where it does not say. */
export function waitAfter({ headers }: ProbeAnswer): number {
	const seconds = Number(headers['retry-after'] ?? NaN);
	return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : minute;
}
