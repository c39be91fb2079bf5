import { readFile, rm, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';

import { reason, Trouble } from './trouble';

/** Asks a person; the usual answer is taken when nothing is typed. */
export type Prompt = (question: string, usual: string) => Promise<string>;

/** One question of `init`. */
export interface Question {
	/** Its name in a file of answers. */
	key: string;
	question: string;
	/** What is taken when nobody answers; left out: there has to be an answer. */
	usual?: string;
	/** Says what is wrong with an answer. */
	check?: (answer: string) => string | undefined;
	/** Asked anew after a stop, because what it agrees to may be something else by then. */
	isForNow?: boolean;
}

/** Answers that were given, from a file, before a stop, or by a person; never secrets. */
export interface Answers {
	ask(question: Question): Promise<string>;
	/** Whether anything was answered before a stop. */
	isResumed: boolean;
	/** Forgets what was kept: all is done. */
	forget(): Promise<void>;
}

/** In the terminal, on its own stream, so that what is written can be piped. */
export const promptInTerminal: Prompt = async (question, usual) => {
	const terminal = createInterface({ input: process.stdin, output: process.stderr });
	const answer = await terminal.question(`${question}${usual ? ` [${usual}]` : ''} `);
	terminal.close();
	return answer.trim() || usual;
};

/**
 * Opens the answers of an `init`: those of a file go first, then those given before a stop, then the
 * person at the terminal. Each is kept at once, so that another run goes on where this one stopped.
 *
 * @param kept the file in which they are kept
 * @param given a file of answers, as `{ "client": "bloom", "url": "https://…" }`
 * @throws Trouble when the given file cannot be read
 */
export async function openAnswers(
	kept: string,
	given: string | undefined,
	prompt: Prompt | undefined,
): Promise<Answers> {
	const fromFile = given === undefined ? {} : await read(given);
	const before = await read(kept).catch(() => ({}));
	const known: Record<string, string> = { ...before, ...fromFile };
	const answered = { ...before };

	async function keep(key: string, answer: string): Promise<void> {
		known[key] = answer;
		answered[key] = answer;
		await writeFile(kept, `${JSON.stringify(answered, null, 2)}\n`);
	}

	async function ask({ key, question, usual, check, isForNow = false }: Question): Promise<string> {
		const given = known[key];
		const wrong = given === undefined ? undefined : check?.(given);
		if (given !== undefined && wrong === undefined) {
			if (!isForNow) await keep(key, given);
			return given;
		}
		if (!prompt) {
			if (wrong === undefined && usual !== undefined) return usual;
			const facts = { key, question, words: wrong ?? '-' };
			throw new Trouble(reason('ANSWER_MISSING', facts));
		}
		for (;;) {
			const answer = await prompt(question, usual ?? '');
			const isMissing = answer === '' && usual === undefined;
			const complaint = check?.(answer) ?? (isMissing ? '?' : undefined);
			if (complaint === undefined) {
				if (!isForNow) await keep(key, answer);
				return answer;
			}
			process.stderr.write(`${complaint}\n`);
		}
	}

	return {
		ask,
		isResumed: Object.keys(before).length > 0,
		forget: async () => await rm(kept, { force: true }),
	};
}

async function read(file: string): Promise<Record<string, string>> {
	try {
		const content = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
		return Object.fromEntries(Object.entries(content).map(([key, value]) => [key, String(value)]));
	} catch (error) {
		throw new Trouble(reason('FILE_UNREADABLE', { file, error: (error as Error).message }));
	}
}
