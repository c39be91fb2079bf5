import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { guidFor } from '../../../sandbox/snelstart/identity';
import { openSnelStart } from '../../sandbox/client';
import { checkSettings, settingsIn } from '../WebshopSettings/support';
import { credentialsOf, jsonOf, run } from './support';

let sandbox: Sandbox;
let settings: IDataObject;
beforeAll(async () => {
	sandbox = await startSandbox();
	settings = { ...settingsIn(await checkSettings(sandbox)), lineLanguage: 'en' };
});
beforeEach(() => {
	sandbox.snelStart.reset();
	sandbox.snelStart.revokeTokens();
});
afterAll(() => sandbox.stop());

type Line = { check: string; ok: boolean; found: string; tip: string };
const parameters = { resource: 'connection', operation: 'check' };

async function check(items: IDataObject[], more: IDataObject = {}): Promise<Line[]> {
	const { outputs, error } = await run(
		sandbox,
		{ ...parameters, settings: '={{ $json.settings }}', ...(more as object) },
		{ items },
	);
	if (error) throw new Error(error.message);
	expect(new Set(outputs[0]!.map(({ pairedItem }) => JSON.stringify(pairedItem))).size).toBe(
		items.length,
	);
	return jsonOf(outputs[0]) as unknown as Line[];
}
const named = (lines: Line[], name: string) => lines.filter((line) => line.check === name);
const redOf = (lines: Line[]) => lines.filter(({ ok }) => !ok).map(({ check: name }) => name);

it('J007, J057: all is green for the client of the demo, twice, and nothing is written', async () => {
	const lines = await check([{ settings }, { settings: JSON.stringify(settings) }]);
	expect(redOf(lines)).toEqual([]);
	expect(lines.slice(0, lines.length / 2).map(({ check: name }) => name)).toEqual([
		'Client key and subscription key',
		'Rights of the client key (scopes)',
		'Sales orders (package)',
		'Article codes (artikelcodes)',
		'OSS',
		'Journals',
		'Ledger accounts',
		'Customers with more than one card',
		'Settings',
		'Statements of payment providers',
	]);
	expect(lines[0]!.found).toBe('Administration "Voorbeeld Webwinkel"');
	const written = Object.keys(sandbox.snelStart.journal.calls()).filter(
		(shape) => !shape.startsWith('GET'),
	);
	expect(written).toEqual([]);
});

it("an OSS row is held against SnelStart's rates of that country (BOE-0069)", async () => {
	sandbox.snelStart.switches.foreignVat = true;
	const row = (country: string, percentage: number, account: number) => ({
		...{ country, percentage, vatKind: 'oss', productsAccountId: guidFor('grootboek', account) },
	});
	const [rows] = [settings.vatMapping as object[]];
	const oss = [row('DE', 19, 8180), row('FI', 25.5, 8180), row('BE', 6, 8181), row('DE', 7, 8180)];
	const lines = await check([{ settings: { ...settings, vatMapping: [...rows, ...oss] } }]);
	expect(named(lines, 'Settings').map(({ ok, found }) => [ok, found])).toEqual([
		[
			false,
			"'VAT Mapping' DE 7 %, Products Account: ledger account 8180 has the OSS rate code SR, which is 19 % in DE in SnelStart; choose an account with the code RRL.",
		],
	]);
});

it('without settings only the connection is checked', async () => {
	expect(named(await check([{}]), 'Instellingen')).toEqual([]);
});

it.each<[string, IDataObject, RegExp]>([
	['client key', { clientKey: 'wrong' }, /Client Key/],
	['subscription key', { subscriptionKey: 'wrong' }, /subscription key/i],
])('a wrong %s is one red line, and the rest is left out', async (_which, wrong, message) => {
	const credentials = credentialsOf(sandbox);
	Object.assign(credentials.snelStartB2bApi, wrong);
	const { outputs } = await run(sandbox, parameters, { items: [{}, {}], credentials });
	const lines = jsonOf(outputs[0]) as unknown as Line[];
	expect(lines).toHaveLength(2);
	expect(lines[0]).toMatchObject({ ok: false, check: 'Koppelsleutel en subscription key' });
	expect(lines[0]!.found).toMatch(message);
	expect(lines[0]!.tip).not.toBe('');
});

it('says everything in Dutch to a Dutch client', async () => {
	const english = await check([{ settings }], { keyMadeOn: '2020-01-31' });
	const dutch = await check([{ settings: { ...settings, lineLanguage: 'nl' } }], {
		keyMadeOn: '2020-01-31',
	});
	expect(dutch.map(({ ok }) => ok)).toEqual(english.map(({ ok }) => ok));
	// Names of journals as SnelStart has them are the same in both.
	const said = (lines: Line[]) =>
		lines.flatMap(({ check: name, found, tip }) => [name, found, tip].filter(Boolean));
	const same = said(english).filter((text) => said(dutch).includes(text));
	expect(same).toEqual(['OSS', expect.stringContaining('(Verkoop)')]);
});

it('names the rights that the settings need and the key lacks', async () => {
	const { switches } = sandbox.snelStart;
	switches.scopes = switches.scopes.filter((one) => !/^(relaties:write|memoriaal)/.test(one));
	const memorial = {
		...settings,
		paymentMethods: [
			{ paymentMethod: 'ideal', entryKind: 'memorial', journalId: 'x', clearingAccountId: 'y' },
		],
	};
	const [scopes] = named(
		await check([{ settings: memorial }]),
		'Rights of the client key (scopes)',
	);
	expect(scopes).toMatchObject({
		ok: false,
		found: 'Missing: relaties:write, memoriaal:read, memoriaal:write',
	});
});

it('J022: refused sales orders are red only for who makes sales orders', async () => {
	const { switches } = sandbox.snelStart;
	switches.scopes = switches.scopes.filter((scope) => !scope.startsWith('orders'));
	const name = 'Sales orders (package)';
	expect(named(await check([{ settings }]), name)[0]!.ok).toBe(true);
	const vatKinds = { high: 1, low: 2, none: 4 };
	const revenueGroups = Object.entries(vatKinds).map(([vatKind, number]) => ({
		vatKind,
		revenueGroupId: guidFor('artikelomzetgroepen', number),
	}));
	const salesOrders = { ...settings, document: 'salesOrder', salesOrders: { revenueGroups } };
	const [line] = named(await check([{ settings: salesOrders }]), name);
	expect(line!.ok).toBe(false);
	expect(line!.tip).toContain('inBalans');
});

it('W062: names customers with more than one card, by their codes alone', async () => {
	const name = 'Klanten met meer dan één kaart';
	const client = await openSnelStart(sandbox.snelStart);
	const codes: unknown[] = [];
	const add = async (card: object) => {
		const body = { relatiesoort: ['Klant'], naam: 'Zwaantje Quist', ...card };
		const { status, json } = await client.send('POST', '/relaties', body);
		expect(status).toBe(201);
		codes.push(json.relatiecode);
		return json;
	};
	await add({ email: 'zwaantje@mail.example' });
	await add({ email: 'kees@mail.example' });
	await add({ email: 'zwaantje@mail.example', btwNummer: 'NL123456782B90' });
	expect(named(await check([{}]), name)).toMatchObject([{ ok: true }]);
	const second = await add({ email: 'ZWAANTJE@mail.example; z@mail.example' });
	await add({ email: 'zwaantje@mail.example', btwNummer: '123456782B90' });
	const [line] = named(await check([{}]), name);
	expect(line).toMatchObject({
		ok: false,
		found: `Relaties ${codes[0]} + ${codes[3]}; ${codes[2]} + ${codes[4]}`,
	});
	expect(JSON.stringify(line)).not.toMatch(/zwaantje|quist/i);
	await client.send('PUT', `/relaties/${second.id}`, { ...second, nonactief: true });
	expect(named(await check([{}]), name)[0]!.found).toBe(`Relaties ${codes[2]} + ${codes[4]}`);
});

it('J057: article codes of ten digits are red, unless only sales entries are made', async () => {
	Object.assign(sandbox.snelStart.switches, { itemCodeKind: 'Numeriek', itemCodeMaxLength: 10 });
	const unknown = named(await check([{}]), 'Artikelcodes');
	expect(unknown).toMatchObject([{ ok: false, found: '10 cijfers' }]);
	expect(named(await check([{ settings }]), 'Article codes (artikelcodes)')[0]!.ok).toBe(true);
});

it('every complaint about the settings is a line of its own', async () => {
	const wrong = structuredClone(settings) as IDataObject;
	const rows = wrong.vatMapping as IDataObject[];
	rows[0]!.productsAccountId = 'nowhere';
	wrong.roundingAccountId = 'nowhere';
	const lines = named(await check([{ settings: wrong }]), 'Settings');
	expect(lines.map(({ ok }) => ok)).toEqual([false, false]);
	expect(lines[0]!.found).toContain('not in the administration');
	const [unreadable] = named(await check([{ settings: { client: 1 } }]), 'Instellingen');
	expect(unreadable!.ok).toBe(false);
});

it('says what is wrong with the settings themselves in the language of the client', async () => {
	const found = async (changes: object) => {
		const dutch = { ...settings, lineLanguage: 'nl', ...changes };
		return named(await check([{ settings: dutch }]), 'Instellingen').map((line) => line.found);
	};
	expect(await found({ paymentTermDays: -1, shops: [] })).toEqual([
		'shops: Voeg minstens één winkel toe',
		'paymentTermDays: moet minstens 0 zijn',
	]);
	const journal = { giftCardAccountId: undefined, giftCardJournalId: 'a journal' };
	expect(await found(journal)).toEqual([
		"'Gift Card Journal' (Dagboek cadeaubonnen) is gekozen, dus 'Gift Card Account' (Rekening cadeaubonnen) moet ook gekozen worden.",
	]);
});

it.each([
	[10, '80 dagen', true],
	[80, '10 dagen', false],
	[200, '0 dagen', false],
])('a development key of %i days ago has %s left', async (ago, found, ok) => {
	// A calendar day in the Netherlands: a moment would fall on another day around summer time.
	const made = DateTime.now().setZone('Europe/Amsterdam').minus({ days: ago }).toISODate()!;
	const lines = await check([{}], { keyMadeOn: made });
	expect(named(lines, 'Dagen dat de ontwikkelsleutel nog geldt')).toMatchObject([{ found, ok }]);
});

it('statements of a provider that are imported as well are red: its payouts would stand there twice', async () => {
	const name = 'Statements of payment providers';
	const bank = guidFor('dagboeken', 2);
	const without = (rows: unknown) =>
		(rows as IDataObject[]).filter(({ journalId }) => journalId !== bank);
	// A client who books nothing in the journal of the bank, so that something else did.
	const payouts = {
		...settings,
		paymentMethods: without(settings.paymentMethods),
		payoutProviders: without(settings.payoutProviders),
	};
	const day = (ago: number) => DateTime.now().minus({ days: ago }).toFormat('yyyy-MM-dd');
	const line = (ago: number, journal: number) =>
		run(sandbox, {
			...{ resource: 'bankEntry', operation: 'create', date: day(ago), received: 0, spent: 5 },
			journalId: { __rl: true, mode: 'id', value: guidFor('dagboeken', journal) },
			additionalFields: {
				ledgerLines: {
					line: [
						{
							...{ description: 'iDEAL', debit: 0, credit: 0 },
							ledgerAccountId: { __rl: true, mode: 'id', value: guidFor('grootboek', 1104) },
							debit: 5,
						},
					],
				},
			},
		});
	// The journal of PayPal is the client's own; 61 days is long ago.
	for (const [ago, journal] of [
		[1, 7],
		[61, 2],
	] as const) {
		expect((await line(ago, journal)).error).toBeUndefined();
	}
	expect(named(await check([{ settings: payouts }]), name)).toMatchObject([{ ok: true }]);
	for (const ago of [1, 20]) expect((await line(ago, 2)).error).toBeUndefined();
	expect(named(await check([{ settings: payouts }]), name)).toMatchObject([
		{ ok: false, found: 'mollie: 2 lines in 60 days in the bank journal Bank' },
	]);
});
