import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { book, consumer, draft } from './support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.snelStart.reset());
afterAll(() => sandbox.stop());

const entries = () => sandbox.snelStart.books.summary().salesEntries;
const cards = () =>
	sandbox.snelStart.books.summary().relations.filter(({ relatiecode }) => relatiecode > 1000);

test('W062: a business that orders with the address of a consumer gets a card of its own, once', async () => {
	const person = consumer();
	const business = consumer({ kind: 'business', name: 'Quist BV', vatNumber: 'NL810755610B01' });
	for (const round of ['A', 'B', 'C']) {
		const results = await book(sandbox, [
			draft(`${round}1`, { customer: person }),
			draft(`${round}2`, { customer: business }),
			// The office of the same business, by its number.
			draft(`${round}3`, { customer: { ...business, email: 'office@quist.example' } }),
		]);
		expect(results.map(({ state }) => state)).toEqual(['booked', 'booked', 'booked']);
		const [first, second, third] = results.map(({ relationId }) => relationId);
		expect(third).toBe(second);
		expect(first).not.toBe(second);
	}
	expect(
		cards()
			.map(({ naam }) => naam)
			.sort(),
	).toEqual(['Quist BV', 'Zwaantje Quist']);
});

test('W065: a peak beyond the limits of the API is booked run by run: none lost, none twice', async () => {
	const peak = Array.from({ length: 60 }, (_, index) =>
		draft(`P${index}`, { customer: consumer({ email: `c${index % 7}@mail.example` }) }),
	);
	// Each run is cut off after so many entries, for longer than a run waits (SS-122).
	const runs = [25, 15, 99].map((entriesPerRun) => async () => {
		sandbox.snelStart.faults.clear();
		sandbox.snelStart.faults.add({
			...{ kind: '429', shape: 'POST verkoopboekingen', retryAfter: 3_000 },
			...{ skip: entriesPerRun, times: 999 },
		});
		return await book(sandbox, peak);
	});
	const states: string[][] = [];
	for (const run of runs) states.push((await run()).map(({ state }) => state));
	expect(new Set(states.flat())).toEqual(new Set(['booked', 'ready']));
	expect(states[0]!.filter((state) => state === 'booked')).toHaveLength(25);
	expect(states[1]!.filter((state) => state === 'booked')).toHaveLength(40);
	expect(states[2]!.every((state) => state === 'booked')).toBe(true);
	const numbers = entries().map(({ factuurnummer }) => factuurnummer);
	expect(numbers).toHaveLength(60);
	expect(new Set(numbers)).toEqual(new Set(peak.map(({ invoiceNumber }) => invoiceNumber)));
	expect(cards()).toHaveLength(7);
});
