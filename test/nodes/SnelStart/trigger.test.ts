import type { INodeParameters } from 'n8n-workflow';

import { SnelStartTrigger } from '../../../nodes/SnelStart/SnelStartTrigger.node';
import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { guidFor } from '../../../sandbox/snelstart/identity';
import { openSnelStart, type Client } from '../../sandbox/client';
import { publish, type Poller } from '../../support/poller';
import { book, credentialsOf, draft, consumer } from './support';

let clock = new Date();
let sandbox: Sandbox;
/** Signs in anew for every call: time passes here, and tokens hold an hour. */
const client = {
	send: async (...call: Parameters<Client['send']>) => {
		const got = await (await openSnelStart(sandbox.snelStart)).send(...call);
		expect(got.status).toBeLessThan(300);
		return got;
	},
};
beforeAll(async () => {
	sandbox = await startSandbox({ now: () => clock });
});
beforeEach(() => {
	clock = new Date();
	sandbox.snelStart.reset();
	sandbox.snelStart.switches.limits = null;
});
afterAll(() => sandbox.stop());

const pass = (minutes: number): void => {
	clock = new Date(clock.getTime() + minutes * 60_000);
};
const trigger = (parameters: INodeParameters, state = {}): Poller =>
	publish(
		new SnelStartTrigger(),
		{ pollTimes: { item: [{ mode: 'everyMinute' }] }, ...parameters },
		credentialsOf(sandbox),
		state,
	);
const namesOf = async (poller: Poller, field: string): Promise<unknown[]> =>
	((await poller.poll()) ?? []).map(({ json }) => json[field]);

async function addRelation(naam: string): Promise<string> {
	const { json } = await client.send('POST', '/relaties', { naam, relatiesoort: ['Klant'] });
	return json.id;
}
const changeRelation = (id: string, naam: string) =>
	client.send('PUT', `/relaties/${id}`, { id, naam, relatiesoort: ['Klant'] });

describe('created or changed', () => {
	const event = { event: 'relationChanged' };

	it('hands over what is new since it was published, each change once', async () => {
		await addRelation('Before');
		const poller = trigger(event);
		expect(await poller.poll()).toBeNull();
		pass(1);
		const id = await addRelation('One');
		await addRelation('Two');
		expect((await namesOf(poller, 'name')).sort()).toEqual(['One', 'Two']);
		expect(await poller.poll()).toBeNull();
		pass(1);
		await changeRelation(id, 'One again');
		expect(await namesOf(poller, 'name')).toEqual(['One again']);
		pass(60);
		expect(await poller.poll()).toBeNull();
		await addRelation('Three');
		expect(await namesOf(poller, 'name')).toEqual(['Three']);
	});

	it('misses nothing and repeats nothing over a restart', async () => {
		const before = trigger(event);
		await before.poll();
		pass(1);
		await addRelation('One');
		expect(await namesOf(before, 'name')).toEqual(['One']);
		pass(5);
		// Finds nothing, so n8n saves nothing: the restart goes on from the poll before.
		expect(await before.poll()).toBeNull();
		await addRelation('While it was down');
		pass(120);
		const after = trigger(event, before.saved());
		expect(await namesOf(after, 'name')).toEqual(['While it was down']);
		expect(await after.poll()).toBeNull();
	});

	it('a poll that fails changes nothing: the next one hands over', async () => {
		const poller = trigger(event);
		await poller.poll();
		pass(1);
		await addRelation('One');
		sandbox.snelStart.switches.scopes = ['settings:read'];
		sandbox.snelStart.revokeTokens();
		await expect(poller.poll()).rejects.toThrow();
		sandbox.snelStart.switches.scopes = ['relaties:read'];
		sandbox.snelStart.revokeTokens();
		expect(await namesOf(poller, 'name')).toEqual(['One']);
	});

	it('polls that overlap hand an event over once', async () => {
		const poller = trigger(event);
		await poller.poll();
		pass(1);
		await addRelation('One');
		sandbox.snelStart.switches.latencyMs = 50;
		const both = await Promise.all([poller.poll(), poller.poll()]);
		expect(both.map((items) => items?.length ?? 0)).toEqual([1, 0]);
	});

	it('a test run shows an example and leaves the state alone', async () => {
		const poller = trigger(event);
		await poller.poll();
		pass(1);
		await addRelation('One');
		const shown = await poller.poll('manual');
		expect(shown).toHaveLength(1);
		expect(shown![0]!.json).toHaveProperty('name');
		expect(await namesOf(poller, 'name')).toEqual(['One']);
	});

	it('another event starts anew', async () => {
		const poller = trigger(event);
		await poller.poll();
		pass(1);
		await addRelation('One');
		await namesOf(poller, 'name');
		const other = trigger({ event: 'invoicePaid' }, poller.saved());
		expect(await other.poll()).toBeNull();
	});

	it.each([
		['salesInvoiceChanged', 'invoiceNumber', 'W1'],
		['articleChanged', 'code', 'A-1'],
		['salesOrderChanged', 'reference', 'R-1'],
	])('%s', async (name, field, value) => {
		const poller = trigger({ event: name });
		await poller.poll();
		pass(1);
		await book(sandbox, [draft('W1')]);
		const article = await client.send('POST', '/artikelen', {
			artikelcode: 'A-1',
			omschrijving: 'Candle',
			artikelOmzetgroep: { id: guidFor('artikelomzetgroepen', 1) },
		});
		await client.send('POST', '/verkooporders', {
			relatie: { id: guidFor('relatie', 1000) },
			datum: '2026-11-20',
			orderreferentie: 'R-1',
			regels: [{ artikel: { id: article.json.id }, aantal: 1, stuksprijs: 1, totaal: 1 }],
		});
		expect(await namesOf(poller, field)).toEqual([value]);
		expect(await poller.poll()).toBeNull();
	});
});

describe('invoice paid', () => {
	const event = { event: 'invoicePaid' };
	const pay = (number: string, cents: number) => sandbox.snelStart.books.pay(number, cents);

	it('when nothing is open any more, though its moment of change stays', async () => {
		await book(sandbox, [draft('W1'), draft('W2')]);
		pass(120);
		const poller = trigger(event);
		expect(await poller.poll()).toBeNull();
		pay('W1', 1000);
		expect(await poller.poll()).toBeNull();
		pay('W1', 210);
		expect(await poller.poll()).toMatchObject([{ json: { invoiceNumber: 'W1', openAmount: 0 } }]);
		expect(await poller.poll()).toBeNull();
	});

	it('when it came and was paid between two polls', async () => {
		const poller = trigger(event);
		await poller.poll();
		pass(1);
		await book(sandbox, [draft('W1'), draft('W2', { customer: consumer() })]);
		pay('W1', 1210);
		expect(await namesOf(poller, 'invoiceNumber')).toEqual(['W1']);
		expect(await poller.poll()).toBeNull();
	});

	it('again when it was opened and paid again, and not when it was deleted', async () => {
		const [, second] = await book(sandbox, [draft('W1'), draft('W2')]);
		pass(120);
		const poller = trigger(event);
		await poller.poll();
		pay('W1', 1210);
		expect(await namesOf(poller, 'invoiceNumber')).toEqual(['W1']);
		pay('W1', -500);
		await client.send('DELETE', `/verkoopboekingen/${second!.salesEntryId!}`);
		expect(await poller.poll()).toBeNull();
		pay('W1', 500);
		expect(await namesOf(poller, 'invoiceNumber')).toEqual(['W1']);
	});

	it('in part, when asked for', async () => {
		await book(sandbox, [draft('W1')]);
		const poller = trigger({ ...event, partial: true });
		await poller.poll();
		pay('W1', 1000);
		expect(await namesOf(poller, 'openAmount')).toEqual([2.1]);
		expect(await poller.poll()).toBeNull();
	});

	it('over a restart, whatever happened in between', async () => {
		await book(sandbox, [draft('W1'), draft('W2')]);
		pass(120);
		const before = trigger(event);
		await before.poll();
		pay('W1', 1210);
		await before.poll();
		await book(sandbox, [draft('W3')]);
		expect(await before.poll()).toBeNull();
		pay('W2', 1210);
		pay('W3', 1210);
		const after = trigger(event, before.saved());
		expect((await namesOf(after, 'invoiceNumber')).sort()).toEqual(['W2', 'W3']);
		expect(await after.poll()).toBeNull();
	});
});

describe('stock changed', () => {
	const addArticle = (artikelcode: string, voorraadControle: boolean) =>
		client.send('POST', '/artikelen', {
			artikelcode,
			omschrijving: 'Candle',
			artikelOmzetgroep: { id: guidFor('artikelomzetgroepen', 1) },
			voorraadControle,
		});

	it('hands over articles whose stock differs, and no others', async () => {
		const { count } = sandbox.snelStart.books;
		await addArticle('A-1', true);
		await addArticle('A-2', true);
		await addArticle('NO-STOCK', false);
		count('A-2', 3);
		const poller = trigger({ event: 'stockChanged' });
		expect(await poller.poll()).toBeNull();
		count('A-1', 5);
		count('NO-STOCK', 5);
		await addArticle('A-3', true);
		expect(await poller.poll()).toMatchObject([{ json: { code: 'A-1', stock: 5, freeStock: 5 } }]);
		count('A-3', 1);
		expect(await namesOf(poller, 'code')).toEqual(['A-3']);
		expect(await poller.poll()).toBeNull();
	});
});

it('a state that was lost starts anew instead of handing everything over', async () => {
	await book(sandbox, [draft('W1')]);
	sandbox.snelStart.books.pay('W1', 1210);
	for (const event of ['invoicePaid', 'relationChanged', 'salesInvoiceChanged', 'stockChanged']) {
		expect(await trigger({ event }).poll()).toBeNull();
	}
});

it('an unknown event says so', async () => {
	await expect(trigger({ event: 'nonsense' }).poll()).rejects.toThrow("'nonsense' is not known");
});
