import type { Bench } from './fixtures';

/** What the sandbox is told to behave as SnelStart did: switch → value. */
export type SandboxSwitches = Readonly<Record<string, unknown>>;

/** One way in which SnelStart may answer. */
export interface Finding {
	/** As this project takes for granted. */
	holds?: true;
	/** What was seen, as the end of "SnelStart …". */
	says: string;
	/** How the sandbox does the same. */
	sandbox?: SandboxSwitches;
	/** What to set or to mind because of it; absent when nothing has to be done. */
	follows?: string;
}

/** What the steps saw: which finding, and what was measured beside it. */
export interface Seen<Name extends string> {
	finding: Name;
	/** Switches whose value was measured; they go before those of the finding. */
	sandbox?: SandboxSwitches;
	/** Figures for the report: "100 calls a minute". */
	measured?: string;
}

/** One thing that this project takes for granted of SnelStart, and how it is tried. */
export interface Assumption<Name extends string = string> {
	/** A short name; it stands in reports. */
	id: string;
	/** The theme under which the manual lists it. */
	theme: Theme;
	question: string;
	/** Which facts say so (docs/facts), and which rules rest on it. */
	facts: readonly string[];
	findings: Readonly<Record<Name, Finding>>;
	/** Switches of the sandbox that are measured, so that no finding names their value. */
	measures?: readonly string[];
	/** Tried after everything is taken back, since it leaves no calls for others. */
	last?: true;
	/** @throws NotTried when the administration, the key or SnelStart does not allow it */
	steps: (bench: Bench) => Promise<Seen<Name>>;
}

export const themes = {
	access: 'Keys, rights and limits',
	lists: 'Lists and filters',
	bodies: 'Requests and answers',
	cards: 'Customers',
	entries: 'Sales entries',
	payments: 'Payments and memorials',
	orders: 'Articles and sales orders',
} as const;
export type Theme = keyof typeof themes;

/** Declares an assumption; the names of its findings are checked against its steps. */
export const assumption = <Name extends string>(declared: Assumption<Name>): Assumption<string> =>
	declared as unknown as Assumption<string>;
