import { assumption } from '../assumption';
import { at, codesOf, isTaken, rowsOf, textAt } from '../call';
import { dutchTime, type Bench } from '../fixtures';
import { NotTried } from '../notTried';
import { entryBody, bookEntry, tryEntry } from '../salesEntry';

const day = 86_400_000;
const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** What becomes of a time with a zone. */
export const dateZones = assumption({
	id: 'date-zone',
	theme: 'bodies',
	question: 'What becomes of a date with a zone, such as 23:30 UTC, which is the next day here?',
	facts: ['SS-204'],
	findings: {
		refused: { holds: true, says: 'refused it', sandbox: { dateZones: 'refuse' } },
		dropped: {
			says: 'took the day that stands there and dropped the zone',
			sandbox: { dateZones: 'drop' },
			follows: 'Nothing to set: dates are sent without a zone.',
		},
		converted: {
			says: 'took it to Dutch time, a day later',
			sandbox: { dateZones: 'convert' },
			follows: 'Nothing to set: dates are sent without a zone.',
		},
	},
	async steps(bench) {
		await bookEntry(bench);
		const before = dayOf(new Date(bench.now().getTime() - 2 * day));
		const answer = await tryEntry(bench, { date: `${before}T23:30:00Z` });
		if (!isTaken(answer)) return { finding: 'refused' };
		const booked = textAt(answer.body, 'factuurdatum').slice(0, 10);
		return { finding: booked === before ? 'dropped' : 'converted' };
	},
});

/** Which clock `modifiedOn` goes by. */
export const clock = assumption({
	id: 'clock',
	theme: 'bodies',
	question: 'By which clock is modifiedOn written?',
	facts: ['SS-204', 'SS-502'],
	findings: {
		dutch: { holds: true, says: 'wrote Dutch local time', sandbox: { clock: 'amsterdam' } },
		utc: {
			says: 'wrote UTC',
			sandbox: { clock: 'utc' },
			follows:
				'Nothing to set: triggers take their watermark from the data. Compare modifiedOn with nothing else.',
		},
		other: { says: 'wrote neither Dutch time nor UTC', follows: 'Report it: triggers rest on it.' },
	},
	async steps(bench) {
		const { answer } = await bookEntry(bench);
		const written = Date.parse(`${textAt(answer.body, 'modifiedOn').slice(0, 19)}Z`);
		if (Number.isNaN(written)) throw new NotTried('The answer has no modifiedOn.');
		const now = bench.now();
		const isNear = (text: string): boolean =>
			Math.abs(Date.parse(`${text}Z`) - written) < 10 * 60_000;
		if (isNear(dutchTime(now))) return { finding: 'dutch' };
		return { finding: isNear(now.toISOString().slice(0, 19)) ? 'utc' : 'other' };
	},
});

/**
 * The codes of an entry on a day whose amount is a euro off, so that it is never booked: what else
 * is wrong with it stands beside that.
 */
async function refusalOn(bench: Bench, date: string): Promise<string[]> {
	const body = await entryBody(bench, { number: bench.mark(), date, off: 100 });
	const answer = await bench.post('/verkoopboekingen', body, body.factuurnummer);
	if (isTaken(answer)) throw new NotTried('An entry that does not add up was taken.');
	return codesOf(answer);
}

const notFiled = 'NietVerzonden';

/** Whether an entry in a filed VAT return is refused. */
export const filedReturns = assumption({
	id: 'filed-return',
	theme: 'entries',
	question: 'Is a new sales entry refused that is dated in a VAT return that was filed?',
	facts: ['SS-432'],
	findings: {
		refused: { holds: true, says: 'named it (BOE-0046)', sandbox: { filedReturns: 'refuse' } },
		notNamed: {
			says: 'did not name it beside another fault, so it is probably taken',
			sandbox: { filedReturns: 'accept' },
			follows:
				'Keep the setting Closed Periods as it is: the node itself keeps entries out of filed returns.',
		},
	},
	async steps(bench) {
		const { body } = await bench.ask({ method: 'GET', path: '/btwaangiftes' });
		const oldest = `${Number(bench.fixtures.today().slice(0, 4)) - 4}-01-01`;
		const filed = rowsOf(body).find(
			(row) =>
				!['', notFiled, 'Fout'].includes(textAt(row, 'btwAangifteStatus')) &&
				textAt(row, 'aangiftePeriodeBeginDatum') >= oldest,
		);
		if (filed === undefined) throw new NotTried('No VAT return was filed in this administration.');
		const codes = await refusalOn(bench, String(at(filed, 'aangiftePeriodeBeginDatum')));
		return { finding: codes.includes('BOE-0046') ? 'refused' : 'notNamed' };
	},
});

const closed = ['BOE-0042', 'BOE-0051'];
const midnight = (text: string): string => `${text}T00:00:00`;

/** Until which day the books are closed. */
export const blockedPeriod = assumption({
	id: 'closed-period',
	theme: 'entries',
	question: 'Are days of this book year and the one before it closed?',
	facts: ['SS-432'],
	measures: ['blockedUntil'],
	findings: {
		open: { holds: true, says: 'closed none', sandbox: { blockedUntil: null } },
		closed: {
			says: 'closed the first of them',
			follows: 'Set Books Closed Until to the day that was found.',
		},
	},
	async steps(bench) {
		const today = bench.fixtures.today();
		const isClosed = async (date: string): Promise<boolean> =>
			(await refusalOn(bench, midnight(date))).some((code) => closed.includes(code));
		let from = `${Number(today.slice(0, 4)) - 1}-01-01`;
		if (!(await isClosed(from))) return { finding: 'open' };
		let until = today;
		if (await isClosed(until)) throw new NotTried('Even today is closed.');
		for (;;) {
			const days = Math.round((Date.parse(until) - Date.parse(from)) / day);
			if (days <= 1) break;
			const middle = dayOf(new Date(Date.parse(from) + Math.floor(days / 2) * day));
			if (await isClosed(middle)) from = middle;
			else until = middle;
		}
		return { finding: 'closed', sandbox: { blockedUntil: from }, measured: `closed until ${from}` };
	},
});
