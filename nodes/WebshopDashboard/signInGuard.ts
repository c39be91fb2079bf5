/** So many wrong sign-ins within the time below lock an address out for as long. */
export const MOST_WRONG = 10;
export const LOCKED_MS = 15 * 60_000;
/** The answer to a wrong sign-in waits: a second, then twice as long each time. */
const LONGEST_DELAY_MS = 8_000;
/** Far more than honest readers make; the oldest is forgotten first. */
const REMEMBERED = 10_000;

interface Attempts {
	wrong: number;
	/** Until when the wrong ones count. */
	until: number;
}

/** What a wrong sign-in leads to. */
export interface Wrong {
	/** How many there were of this address, this one included. */
	count: number;
	/** How long the answer waits, in milliseconds. */
	delayMs: number;
	/** Whether this one locked the address out. */
	isLocked: boolean;
}

/** By dashboard and address; every process of n8n counts its own. */
const attempts = new Map<string, Attempts>();

/** Forgets all, as a new process would. */
export function forgetSignIns(): void {
	attempts.clear();
}

/** For how many more seconds nobody signs in from an address; 0 when somebody may. */
export function lockedFor(dashboard: string, address: string | undefined, now: number): number {
	const known = current(keyOf(dashboard, address), now);
	return known && known.wrong >= MOST_WRONG ? Math.ceil((known.until - now) / 1000) : 0;
}

/** Counts a wrong sign-in. */
export function countWrong(dashboard: string, address: string | undefined, now: number): Wrong {
	const key = keyOf(dashboard, address);
	const count = (current(key, now)?.wrong ?? 0) + 1;
	attempts.delete(key);
	attempts.set(key, { wrong: count, until: now + LOCKED_MS });
	const [oldest] = attempts.keys();
	if (attempts.size > REMEMBERED && oldest !== undefined) attempts.delete(oldest);
	const delayMs = Math.min(LONGEST_DELAY_MS, 1000 * 2 ** (count - 1));
	return { count, delayMs, isLocked: count >= MOST_WRONG };
}

/** Who signed in well starts anew. */
export function countRight(dashboard: string, address: string | undefined): void {
	attempts.delete(keyOf(dashboard, address));
}

function current(key: string, now: number): Attempts | undefined {
	const known = attempts.get(key);
	return known && known.until > now ? known : undefined;
}

/** One household of IPv6 has 2^64 addresses, which count as one. */
function keyOf(dashboard: string, address = ''): string {
	const isV6 = address.includes(':') && !address.startsWith('::ffff:');
	const part = isV6 ? expanded(address).slice(0, 4).join(':') : address;
	return `${dashboard} ${part}`;
}

/** The eight groups of an IPv6 address. */
function expanded(address: string): string[] {
	const [before = '', after] = address.split('::');
	const groups = (text: string): string[] => text.split(':').filter((group) => group !== '');
	if (after === undefined) return groups(before);
	const [left, right] = [groups(before), groups(after)];
	return [
		...left,
		...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'),
		...right,
	];
}
