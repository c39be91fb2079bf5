import { faultKinds } from '../../sandbox/faults';
import { fc, runs } from '../support/property';
import { startTrial } from './support';

/** Nobody hangs up here, so a call that is never answered would never end; a lost one is a reset. */
const kinds = faultKinds.filter((kind) => !kind.startsWith('timeout') && kind !== 'slow');
/** More calls than one run of the probe makes. */
const CALLS = 400;

let trial: Awaited<ReturnType<typeof startTrial>>;
beforeAll(async () => {
	trial = await startTrial();
});
afterAll(() => trial.snelStart.stop());

/** What stands in the books, by its name or number: they were empty when the probe began. */
function standing(): string[] {
	const { salesEntries, salesOrders, articles, relations, bankEntries, memorialEntries } =
		trial.snelStart.books.summary();
	return [
		...[...salesEntries, ...salesOrders, ...articles, ...bankEntries, ...memorialEntries],
		...relations.filter(({ naam }) => naam.startsWith('PROBE-')),
	].map((one) => JSON.stringify(one));
}

/** The sandbox does what SnelStart is thought to do: a probe that finds otherwise was misled. */
test('one call that fails makes nothing differ, and what stays is told', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...kinds),
			fc.integer({ min: 0, max: CALLS }),
			async (kind, skip) => {
				trial.snelStart.faults.clear();
				const report = await trial.probe(
					{},
					{
						say: ({ id }) =>
							void (id === 'rights' && trial.snelStart.faults.add({ kind, skip, delayMs: 0 })),
					},
				);
				const wrong = report.results.filter(({ outcome }) => outcome === 'differs');
				expect(wrong).toEqual([]);
				if (report.leftBehind.length === 0) expect(standing()).toEqual([]);
			},
		),
		{ numRuns: runs(10), examples: [['html-200', 8]] },
	);
});
