import type { SandboxSwitches, Theme } from './assumption';
import type { Left } from './takeBack';
import type { TrailCall } from './trail';

export type Outcome = 'differs' | 'holds' | 'not tried';

export interface Result {
	id: string;
	theme: Theme;
	question: string;
	facts: readonly string[];
	outcome: Outcome;
	/** What was seen; absent when it was not tried. */
	found?: string;
	says?: string;
	measured?: string;
	/** Why it was not tried. */
	why?: string;
	/** What to set or to mind. */
	follows?: string;
	calls: TrailCall[];
}

/** What the probe saw. It holds no keys, no ids and no personal data. */
export interface Report {
	/** The form of this report. */
	probe: 1;
	/** yyyy-MM-dd. */
	on: string;
	/** Begins the numbers and names of everything that was booked. */
	marker: string;
	/** Requests that were sent. */
	requests: number;
	results: Result[];
	/** What could not be taken back. */
	leftBehind: Left[];
	/** How the sandbox behaves as this SnelStart does: `npm run sandbox -- --like report.json`. */
	sandbox: SandboxSwitches;
}

/** How many results have each outcome. */
export const countOf = ({ results }: Report, outcome: Outcome): number =>
	results.filter((one) => one.outcome === outcome).length;

/** The report for people: what differs first. */
export function textOfReport(report: Report): string {
	const section = (title: string, outcome: Outcome): string[] => {
		const results = report.results.filter((one) => one.outcome === outcome);
		return results.length === 0
			? []
			: ['', `${title} (${results.length})`, ...results.flatMap(linesOf)];
	};
	const left = report.leftBehind.map(({ what, why }) => `  ${what}: ${why}`);
	return [
		`Probe of ${report.on}, ${report.requests} requests; everything booked is named ${report.marker}-…`,
		...section('DIFFERS from what this project takes for granted', 'differs'),
		...section('Not tried', 'not tried'),
		...section('Holds', 'holds'),
		'',
		...(left.length === 0
			? ['Everything that was booked has been taken back.']
			: ['COULD NOT BE TAKEN BACK: remove it by hand in SnelStart', ...left]),
	].join('\n');
}

function linesOf({ id, question, outcome, says, measured, why, follows }: Result): string[] {
	const seen = outcome === 'not tried' ? (why ?? '') : `SnelStart ${says ?? ''}.`;
	return [
		`  ${id}: ${question}`,
		`    ${seen}${measured ? ` (${measured})` : ''}`,
		...(follows ? [`    → ${follows}`] : []),
	];
}
