import { setTimeout as wait } from 'node:timers/promises';
import type { Locator } from 'playwright-core';
import type { N8nServer } from '../../../scripts/n8nServer';

/**
 * How long a page may take over what it was asked for. The limit is there for what never comes: n8n's
 * editor draws the settings for a minute while a machine does much else.
 */
export const PATIENCE_MS = 180_000;

/**
 * Waits until something is so: whatever n8n does after it has answered. The limit is there for what
 * never comes; a machine that is four times as slow has to stay within it.
 *
 * @param look asked again and again, after each answer
 * @returns the first value that is so
 * @throws Error with the last value when it is not so within the seconds
 */
export async function until<Value>(
	look: () => Promise<Value> | Value,
	isSo: (value: Value) => boolean,
	seconds = 120,
): Promise<Value> {
	for (const end = Date.now() + seconds * 1_000; ; ) {
		const value = await look();
		if (isSo(value)) return value;
		if (Date.now() > end) {
			throw new Error(`Not so within ${seconds} s; last seen: ${JSON.stringify(value)}`);
		}
		await wait(200);
	}
}

/**
 * Presses until what it opens is shown: a press that comes before n8n has drawn everything is lost.
 *
 * @param press with the time that one press may take
 */
export async function untilShown(
	shown: Locator,
	press: (limit: { timeout: number }) => Promise<void>,
): Promise<void> {
	const limit = { timeout: 10_000 };
	const yes = (): boolean => true;
	const no = (): boolean => false;
	await until(
		async () => {
			if (await shown.isVisible()) return true;
			const pressed = await press(limit).then(yes, no);
			return pressed && (await shown.waitFor(limit).then(yes, no));
		},
		(isShown) => isShown,
		PATIENCE_MS / 1_000,
	);
}

/** Waits until n8n answers at the address of a form or webhook: a moment after it is switched on. */
export async function untilOpen(url: string): Promise<void> {
	await until(
		async () => (await fetch(url)).status,
		(status) => status !== 404,
	);
}

/** Waits until no execution of an n8n is under way any more. */
export async function untilIdle({ api }: N8nServer): Promise<void> {
	await until(
		async () => (await api<{ data: unknown[] }>('GET', '/executions?status=running')).data,
		({ length }) => length === 0,
		300,
	);
}
