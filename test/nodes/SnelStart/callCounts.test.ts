import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { book, consumer, draft } from './support';

/** SnelStart allows 5,000 calls per hour and administration (SS-122). */
const ORDERS = 500;

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => {
	sandbox.snelStart.reset();
	sandbox.snelStart.switches.limits = null;
});
afterAll(() => sandbox.stop());

const customerOf = (index: number) =>
	consumer({ name: `Customer ${index}`, email: `customer.${index}@webshop-customers.example` });
const drafts = (prefix: string, customer: (index: number) => ReturnType<typeof customerOf>) =>
	Array.from({ length: ORDERS }, (_, index) =>
		draft(`${prefix}-2026-${String(index).padStart(6, '0')}`, { customer: customer(index) }),
	);

/** Books all, and gives the number of calls by kind and together; tokens are not counted. */
async function callsFor(batch: ReturnType<typeof drafts>) {
	sandbox.snelStart.journal.clear();
	const results = await book(sandbox, batch);
	expect(results.filter(({ state }) => state !== 'booked')).toEqual([]);
	const calls = sandbox.snelStart.journal.calls();
	return { calls, total: Object.values(calls).reduce((sum, count) => sum + count, 0) };
}

it('500 orders of new customers take at most 1,026 calls, of known ones at most 525', async () => {
	const first = await callsFor(drafts('A', customerOf));
	expect(first.calls).toMatchObject({ 'POST relaties': 500, 'POST verkoopboekingen': 500 });
	// One look-up of 24 customers each, and of a hundred numbers that follow each other.
	expect(first.total).toBeLessThanOrEqual(1_026);
	const second = await callsFor(drafts('B', customerOf));
	expect(second.calls['POST relaties']).toBeUndefined();
	expect(second.total).toBeLessThanOrEqual(525);
	// Offered again, the batch takes look-ups only.
	const again = await callsFor(drafts('B', customerOf));
	expect(Object.keys(again.calls).filter((shape) => !shape.startsWith('GET'))).toEqual([]);
	expect(again.total).toBeLessThanOrEqual(25);
});

it('a SnelStart that refuses startswith is asked for each number, and books nothing twice', async () => {
	sandbox.snelStart.switches.startsWith = 'refuse';
	await callsFor(drafts('A', customerOf).slice(0, 60));
	const again = await callsFor(drafts('A', customerOf).slice(0, 100));
	expect(again.calls['POST verkoopboekingen']).toBe(40);
	expect(sandbox.snelStart.books.summary().salesEntries).toHaveLength(100);
});

describe('orders of day totals', () => {
	const closesAt = '2026-05-14T01:00:00.000Z';
	const series = 'DAG-2026-05-13';
	const inTotal = { dayTotal: { series, relationId: 'r', method: 'ideal', closesAt } };
	const ofTotal = (number: string) => draft(number, inTotal);

	it('500 of them are looked up in at most 5 calls, and nothing is sent', async () => {
		const batch = Array.from({ length: ORDERS }, (_, index) => ofTotal(`W${7_000 + index}`));
		sandbox.snelStart.journal.clear();
		const results = await book(sandbox, batch);
		const calls = sandbox.snelStart.journal.calls();
		expect(new Set(results.map(({ state }) => state))).toEqual(new Set(['gathered']));
		expect(Object.keys(calls)).toEqual(['GET verkoopfacturen']);
		expect(calls['GET verkoopfacturen']).toBeLessThanOrEqual(5);
	});

	it('what SnelStart has by itself is taken over or refused, whatever its number is among', async () => {
		const byItself = ['W7001', 'W7499', 'Z9'];
		await book(
			sandbox,
			byItself.map((number) => draft(number)),
		);
		const numbers = ['Z9', 'Q-1', ...Array.from({ length: ORDERS }, (_, i) => `W${7_000 + i}`)];
		const other = { ...ofTotal('W7499'), invoiceDate: '2026-05-14' };
		const batch = numbers.map((number) => (number === 'W7499' ? other : ofTotal(number)));
		const results = await book(sandbox, batch);
		const not = results.filter(({ state }) => state !== 'gathered');
		expect(not).toMatchObject([
			{ invoiceNumber: 'Z9', state: 'booked', alreadyThere: true },
			{ invoiceNumber: 'W7001', state: 'booked', alreadyThere: true },
			{ invoiceNumber: 'W7499', state: 'needsAttention', code: 'INVOICE_NUMBER_IN_USE' },
		]);
	});
});

it('500 orders of one new e-mail address, in any spelling, make one customer', async () => {
	const spellings = ['one@mail.example', 'One@mail.example', ' ONE@MAIL.EXAMPLE'];
	const { calls, total } = await callsFor(
		drafts('C', (index) => consumer({ email: spellings[index % spellings.length]! })),
	);
	expect(calls).toMatchObject({ 'POST relaties': 1, 'POST verkoopboekingen': 500 });
	expect(total).toBeLessThanOrEqual(550);
});
