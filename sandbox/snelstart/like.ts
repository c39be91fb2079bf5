import { isRecord, parseJson } from '../http';
import { defaultSwitches, readSwitches, type Switches } from './switches';

/**
 * The switches in the report of a probe (`npm run sandbox -- --like report.json`): how a real SnelStart behaved.
 *
 * @throws Error when the text is no such report, or names a switch that is not known
 */
export function switchesLike(report: string): Partial<Switches> {
	const content = parseJson(report);
	const named = isRecord(content) && content.probe === 1 ? content.sandbox : undefined;
	if (!isRecord(named)) throw new Error('--like takes the report of a probe.');
	const switches = readSwitches(named);
	if (switches) return switches;
	const known = Object.keys(defaultSwitches());
	const unknown = Object.keys(named).filter((name) => !known.includes(name));
	throw new Error(
		`The report names switches that this sandbox does not have: ${unknown.join(', ')}.`,
	);
}
