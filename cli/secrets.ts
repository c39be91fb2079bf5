import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { SecretSource } from './credentials';

/** Asks in the terminal, without showing what is typed. */
async function ask(question: string): Promise<string> {
	process.stderr.write(question);
	const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
	const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
	const answer = await terminal.question('');
	terminal.close();
	process.stderr.write('\n');
	return answer.trim();
}

/** Secrets from the environment, else from the person at the terminal, who is asked once for each. */
export function secretsOf(
	environment: Record<string, string | undefined>,
	isTerminal: boolean,
): SecretSource {
	const answers = new Map<string, string>();
	return async (variable, what) => {
		const given = environment[variable]?.trim() || answers.get(variable);
		if (given) return given;
		const answer = isTerminal ? await ask(`${what} (${variable}): `) : '';
		answers.set(variable, answer);
		return answer || undefined;
	};
}
