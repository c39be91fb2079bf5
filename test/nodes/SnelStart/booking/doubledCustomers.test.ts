import { setTimeout as wait } from 'node:timers/promises';

import type { IDataObject, INodeType } from 'n8n-workflow';

import { forgetWrites } from '../../../../nodes/SnelStart/booking/writeOnce';
import { startSandbox } from '../../../../sandbox';
import type { Sandbox } from '../../../../sandbox';
import { openSnelStart } from '../../../sandbox/client';
import type { Client, Got } from '../../../sandbox/client';
import { runNode } from '../../../support/engine';
import { book, bookParameters, consumer, credentialsOf, draft, PERSON } from '../support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => {
	sandbox.snelStart.reset();
	sandbox.snelStart.switches.latencyMs = 0;
	forgetWrites();
});
afterAll(() => sandbox.stop());

const added = () =>
	sandbox.snelStart.books.summary().relations.filter(({ relatiecode }) => relatiecode > 1000);
const entries = () => sandbox.snelStart.books.summary().salesEntries;
const calls = () => sandbox.snelStart.journal.calls();
const card = { relatiesoort: ['Klant'], naam: PERSON.name, email: PERSON.email };

/** Sends something from outside once a run has made so many calls of one kind; `held` waits for it. */
async function meanwhile(
	{ after, times = 1, held }: { after: string; times?: number; held: string },
	send: (client: Client) => Promise<Got>,
): Promise<void> {
	const client = await openSnelStart(sandbox.snelStart);
	sandbox.snelStart.faults.add({ kind: 'slow', shape: held, delayMs: 300 });
	while ((calls()[after] ?? 0) < times) await wait(2);
	expect((await send(client)).status).toBe(201);
}
const addCard = (client: Client) => client.send('POST', '/relaties', card);
const afterLookUp = { after: 'GET relaties', held: 'GET landen' };

describe('one new customer', () => {
	it('who orders twice in one second gets one card, from two runs of this process', async () => {
		sandbox.snelStart.switches.latencyMs = 30;
		const runs = await Promise.all([book(sandbox, [draft('W1')]), book(sandbox, [draft('W2')])]);
		expect(runs.flat().map(({ state }) => state)).toEqual(['booked', 'booked']);
		expect(runs.flat().filter(({ relationCreated }) => relationCreated)).toHaveLength(1);
		expect(added()).toHaveLength(1);
		expect(calls()['POST relaties']).toBe(1);
	});

	it('whose card another n8n adds at the same moment is booked on the older card, the only one left', async () => {
		const [[result]] = await Promise.all([
			book(sandbox, [draft('W1')]),
			meanwhile(afterLookUp, addCard),
		]);
		expect(calls()['POST relaties']).toBe(2);
		expect(added()).toHaveLength(1);
		expect(result).toMatchObject({ state: 'booked', relationId: added()[0]!.id });
		expect(result).not.toHaveProperty('relationCreated');
		expect(result).not.toHaveProperty('warnings');
	});

	it('whose second card cannot be removed: the older one is used, and the other is told', async () => {
		const [[result]] = await Promise.all([
			book(sandbox, [draft('W1')]),
			meanwhile(afterLookUp, async (client) => {
				sandbox.snelStart.faults.add({ kind: '500', shape: 'DELETE relaties' });
				return await addCard(client);
			}),
		]);
		const [older, newer] = added().sort((a, b) => a.relatiecode - b.relatiecode);
		expect(result).toMatchObject({ state: 'booked', relationId: older!.id });
		expect(result!.warnings).toEqual([expect.stringContaining(`relation ${newer!.relatiecode}`)]);
		expect(JSON.stringify(result)).not.toContain(PERSON.name);
	});

	it('is booked and told when SnelStart does not say whether others added a card meanwhile', async () => {
		// The first look for customers passes; the look at the gap fails, however often it is read.
		sandbox.snelStart.faults.add({ kind: '500', shape: 'GET relaties', skip: 1, times: 20 });
		const [result] = await book(sandbox, [draft('W1')]);
		const [card] = added();
		expect(result).toMatchObject({ state: 'booked', relationId: card!.id });
		expect(result!.warnings).toEqual([expect.stringContaining(`relation ${card!.relatiecode}`)]);
		expect(JSON.stringify(result)).not.toContain(PERSON.name);
		sandbox.snelStart.faults.clear();
	});

	it('is seen too when his order comes late in a run', async () => {
		const others = [1, 2, 3].map((index) =>
			draft(`O${index}`, { customer: consumer({ email: `other.${index}@mail.example` }) }),
		);
		const [results] = await Promise.all([
			book(sandbox, [...others, draft('W1')]),
			meanwhile({ after: 'GET relaties', times: 2, held: 'POST verkoopboekingen' }, addCard),
		]);
		expect(results.map(({ state }) => state)).toEqual(Array(4).fill('booked'));
		expect(added()).toHaveLength(4);
	});

	it('costs one look more per run, not per card, while nobody else adds cards', async () => {
		const batch = Array.from({ length: 20 }, (_, index) =>
			draft(`W${index}`, { customer: consumer({ email: `c${index}@mail.example` }) }),
		);
		await book(sandbox, batch);
		expect(calls()).toMatchObject({ 'GET relaties': 2, 'POST relaties': 20 });
	});

	it('who orders under two addresses with one VAT number, in the same moment, gets one card', async () => {
		sandbox.snelStart.switches.latencyMs = 20;
		const business = (email: string, vatNumber: string) =>
			consumer({ kind: 'business', name: 'Bakkerij De Punt', email, vatNumber });
		const batch = Array.from({ length: 24 }, (_, index) =>
			draft(`W${index}`, {
				customer:
					index % 4 === 0
						? business(`inkoop.${index}@mail.example`, 'NL001234567B01')
						: consumer({ email: `c${index}@mail.example` }),
			}),
		);
		const results = await book(sandbox, batch);
		expect(new Set(results.map(({ state }) => state))).toEqual(new Set(['booked']));
		expect(added()).toHaveLength(19);
		const ofBusiness = results.filter((_, index) => index % 4 === 0);
		expect(new Set(ofBusiness.map(({ relationId }) => relationId)).size).toBe(1);
	});

	it('is seen in the middle of a wave of many, whose own cards stay', async () => {
		sandbox.snelStart.switches.latencyMs = 10;
		const batch = Array.from({ length: 40 }, (_, index) =>
			draft(`W${index}`, { customer: consumer({ email: `c${index}@mail.example` }) }),
		);
		const [results] = await Promise.all([
			book(sandbox, batch),
			meanwhile({ after: 'POST relaties', times: 3, held: 'POST verkoopboekingen' }, (client) =>
				client.send('POST', '/relaties', { ...card, email: 'c39@mail.example' }),
			),
		]);
		expect(new Set(results.map(({ state }) => state))).toEqual(new Set(['booked']));
		const cards = added();
		expect(new Set(cards.map(({ email }) => email)).size).toBe(40);
		expect(cards).toHaveLength(40);
	});

	it('whose card is added after its gateway gave up gets no second one', async () => {
		sandbox.snelStart.faults.add({
			kind: '504-late-commit',
			shape: 'POST relaties',
			// Later than both attempts are over, on a busy machine too.
			delayMs: 5_000,
		});
		const [first] = await book(sandbox, [draft('W1')]);
		const [second] = await book(sandbox, [draft('W2')]);
		expect([first!.state, second!.state]).toEqual(['unknown', 'unknown']);
		while (added().length === 0) await wait(20);
		const results = await book(sandbox, [draft('W1'), draft('W2')]);
		expect(results.map(({ state }) => state)).toEqual(['booked', 'booked']);
		expect([added().length, entries().length, calls()['POST relaties']]).toEqual([1, 2, 1]);
	});
});

describe('four processes at once', () => {
	/** The node as another process has it: with a memory of its own. */
	function otherProcess(): INodeType {
		let node: INodeType | undefined;
		jest.isolateModules(() => {
			const { SnelStart } = jest.requireActual<{ SnelStart: new () => INodeType }>(
				'../../../../nodes/SnelStart/SnelStart.node',
			);
			node = new SnelStart();
		});
		return node!;
	}
	const bookIn = async (node: INodeType, drafts: unknown[]): Promise<IDataObject[]> => {
		const { outputs, error } = await runNode({
			node,
			parameters: bookParameters,
			items: drafts.map((one) => ({ draft: one }) as IDataObject),
			credentials: credentialsOf(sandbox),
		});
		expect(error).toBeUndefined();
		return outputs[0]!.map(({ json }) => json);
	};
	const customers = Array.from({ length: 30 }, (_, index) =>
		consumer({ name: `Customer ${index}`, email: `c${index}@mail.example` }),
	);

	it('with orders of the same 30 new customers leave one card of each, the one all are booked on', async () => {
		sandbox.snelStart.switches.limits = null;
		sandbox.snelStart.switches.latencyMs = 5;
		const runs = await Promise.all(
			[1, 2, 3, 4].map(async (run) => {
				const drafts = customers.map((customer, index) => draft(`${run}-${index}`, { customer }));
				// Each begins with another customer, and so meets the others at another place.
				return await bookIn(otherProcess(), [...drafts.slice(run), ...drafts.slice(0, run)]);
			}),
		);
		expect(runs.flat().filter(({ state }) => state !== 'booked')).toEqual([]);
		expect(entries()).toHaveLength(120);
		// They did meet: some were added twice for a moment.
		expect(calls()['POST relaties']).toBeGreaterThan(30);
		expect(
			added()
				.map(({ email }) => email)
				.sort(),
		).toEqual(customers.map(({ email }) => email).sort());
		const cardIds = added().map(({ id }) => id);
		expect(runs.flat().filter(({ relationId }) => !cardIds.includes(String(relationId)))).toEqual(
			[],
		);
	});

	it('with the same 30 orders book each once, on one card', async () => {
		sandbox.snelStart.switches.limits = null;
		sandbox.snelStart.switches.latencyMs = 5;
		const drafts = customers.map((customer, index) => draft(`W${index}`, { customer }));
		const runs = await Promise.all(
			[1, 2, 3, 4].map(async () => await bookIn(otherProcess(), drafts)),
		);
		expect(runs.flat().filter(({ state }) => state !== 'booked')).toEqual([]);
		expect([entries().length, added().length]).toEqual([30, 30]);
	});
});

describe('an entry that is there already', () => {
	it('is taken over also when it stands on another card of the customer', async () => {
		const client = await openSnelStart(sandbox.snelStart);
		await book(sandbox, [draft('W1')]);
		// From now on another card would be found, or made, for him.
		const [first] = added();
		await client.send('PUT', `/relaties/${first!.id}`, { ...first!, nonactief: true });
		const [again] = await book(sandbox, [draft('W1')]);
		expect(again).toMatchObject({ state: 'booked', alreadyThere: true, relationId: first!.id });
	});

	it('booked by another run at the same moment is taken over, on whatever card of the customer', async () => {
		const client = await openSnelStart(sandbox.snelStart);
		await client.send('POST', '/relaties', card);
		const { json: second } = await client.send('POST', '/relaties', card);
		sandbox.snelStart.journal.clear();
		const { lines } = draft('W1');
		const theirs = {
			factuurnummer: 'W1',
			klant: { id: second.id },
			factuurdatum: '2026-05-13T00:00:00',
			factuurbedrag: 12.1,
			boekingsregels: [
				{
					omschrijving: 'Candle',
					grootboek: { id: lines[0]!.ledgerAccountId },
					bedrag: 10,
					btwSoort: 'Hoog',
				},
			],
			btw: [{ btwSoort: 'VerkopenHoog', btwBedrag: 2.1 }],
		};
		const [[result]] = await Promise.all([
			book(sandbox, [draft('W1')]),
			meanwhile({ after: 'GET verkoopfacturen', held: 'GET relaties' }, () =>
				client.send('POST', '/verkoopboekingen', theirs),
			),
		]);
		expect(entries()).toHaveLength(1);
		expect(result).toMatchObject({
			state: 'booked',
			alreadyThere: true,
			relationId: second.id,
			salesEntryId: entries()[0]!.id,
		});
	});

	it('of another day is another order', async () => {
		await book(sandbox, [draft('W1')]);
		const [result] = await book(sandbox, [draft('W1', { invoiceDate: '2025-05-13' })]);
		expect(result).toMatchObject({ state: 'needsAttention', code: 'INVOICE_NUMBER_IN_USE' });
		expect(result!.message).toMatch(/dated 2026-05-13 instead of 2025-05-13$/);
	});
});
