import type { IDataObject } from 'n8n-workflow';

import { readSettings } from '../../../bookkeeping/settings/readSettings';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { accounts } from '../../../sandbox/snelstart/accounts';
import { guidFor } from '../../../sandbox/snelstart/identity';
import { costCentres, journals, salesOrderTemplates } from '../../../sandbox/snelstart/seed';
import { demoSettings } from '../../support/demoSettings';
import { accountId } from '../SnelStart/support';
import { checkSettings, settingsIn } from './support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.stop());

it('turns a complete client into one item that the transformer accepts as it is', async () => {
	const run = await checkSettings(sandbox);
	expect(run.error).toBeUndefined();
	expect(run.outputs[0]).toHaveLength(1);
	expect(run.outputs[0]![0]).toMatchObject({
		json: { client: 'my-client' },
		pairedItem: { item: 0 },
	});
	const settings = settingsIn(run);
	// Saved as JSON text in the table and read back by the transformer.
	const read = readSettings(JSON.parse(JSON.stringify(settings)));
	expect(read).toEqual({ ok: true, settings });
});

it('turns texts with commas into lists and leaves the collections’ wrapping behind', async () => {
	const settings = settingsIn(await checkSettings(sandbox));
	expect(settings.shops).toMatchObject([
		{
			shop: 'woocommerce',
			statusesToBook: ['processing', 'completed', 'refunded'],
			statusesToSkip: ['cancelled', 'failed', 'trash'],
			invoiceNumberPrefix: 'W',
		},
		{ shop: 'jouwweb', statusesToBook: ['processed'], statusesToSkip: [] },
	]);
	expect(settings.icp).toMatchObject({ productsAccountId: accountId(8150) });
	expect(settings.international).toMatchObject({ productsAccountId: accountId(8170) });
	expect(settings.roundingAccountId).toBe(accountId(4900));
});

it('fills in 14 days of payment term (J142) and leaves out the regimes that are not filled', async () => {
	const settings = settingsIn(
		await checkSettings(sandbox, { parameters: { icp: {}, international: {} } }),
	);
	expect(settings.paymentTermDays).toBe(14);
	expect(settings.icp).toBeUndefined();
	expect(settings.international).toBeUndefined();
});

describe('J065: Remove VAT Settings', () => {
	const removed = async () =>
		await checkSettings(sandbox, { parameters: { whatToDo: 'removeVatSettings' } });

	it('gives the settings without VAT and accounts, and asks SnelStart nothing', async () => {
		const { journal } = sandbox.snelStart;
		const since = journal.entries.length;
		const { error, outputs } = await removed();
		expect(error).toBeUndefined();
		expect(journal.calls({ since })).toEqual({});
		const [{ json }] = outputs[0] as [{ json: { client: string; settings: IDataObject } }];
		expect(json.client).toBe('my-client');
		expect(json.settings).toMatchObject({ vatMapping: [], productAccounts: [] });
		expect(json.settings.shops).toMatchObject([{ shop: 'woocommerce' }, { shop: 'jouwweb' }]);
		for (const name of ['icp', 'international', 'margin', 'reverseCharge', 'administration']) {
			expect(json.settings[name]).toBeUndefined();
		}
	});

	it('lets nothing be booked until there are new ones', async () => {
		const { settings } = (await removed()).outputs[0]![0]!.json;
		expect(readSettings(JSON.parse(JSON.stringify(settings)))).toMatchObject({
			ok: false,
			complaints: ['vatMapping: Add at least one row to VAT Mapping'],
		});
		const { error } = await checkSettings(sandbox, { parameters: { vatMapping: {} } });
		expect(error?.message).toContain('Add at least one row to VAT Mapping');
	});
});

it('adds what the transformer needs of the administration: used accounts and VAT rates', async () => {
	const { administration } = settingsIn(await checkSettings(sandbox)) as {
		administration: { name: string; accounts: IDataObject[]; vatRates: IDataObject[] };
	};
	expect(administration.name).toBe('Voorbeeld Webwinkel');
	const inSettings = JSON.stringify(demoSettings());
	const used = accounts.filter(({ id }) => inSettings.includes(id)).map(({ nummer }) => nummer);
	expect(used.length).toBeGreaterThan(10);
	expect(administration.accounts.map(({ number }) => number)).toEqual(used);
	expect(administration.accounts).toContainEqual({
		id: accountId(8000),
		number: 8000,
		name: 'Omzet hoog',
		vatKinds: ['high'],
	});
	// Former rates too: an order of before a change of rate is judged by its own date.
	expect(administration.vatRates).toContainEqual({
		vatKind: 'low',
		percentage: 6,
		validFrom: '1986-10-01',
		validTo: '2018-12-31',
	});
});

it('takes chosen options: journal, cost centre, template, payment term, fixed debtor', async () => {
	const debtor = guidFor('relatie', 1000);
	const options = {
		salesJournalId: journals[2]!.id,
		costCentreId: costCentres[0]!.id,
		salesOrderTemplateId: salesOrderTemplates[1]!.id,
		paymentTermDays: 30,
	};
	const run = await checkSettings(sandbox, {
		options,
		parameters: { fixedDebtors: { rows: [{ paymentMethod: 'klarna', relationId: debtor }] } },
	});
	expect(run.error).toBeUndefined();
	expect(settingsIn(run)).toMatchObject({
		...options,
		fixedDebtors: [{ paymentMethod: 'klarna', relationId: debtor }],
	});
});

it('takes an account that demands a cost centre when there is one (J068)', async () => {
	const run = await checkSettings(sandbox, {
		rows: [{ of: 'vatMapping', index: 0, fields: { productsAccountId: accountId(8095) } }],
		options: { costCentreId: costCentres[0]!.id },
	});
	expect(run.error).toBeUndefined();
});

it('reads the administration with few calls and changes nothing in it', async () => {
	const { journal } = sandbox.snelStart;
	const since = journal.entries.length;
	await checkSettings(sandbox);
	const calls = journal.calls({ since });
	expect(Object.keys(calls).filter((shape) => !shape.startsWith('GET '))).toEqual([]);
	expect(calls).toMatchObject({
		'GET btwtarieven': 1,
		'GET companyInfo': 1,
		'GET grootboeken': 2,
	});
	expect(Object.keys(calls).length).toBeLessThanOrEqual(5);
});
