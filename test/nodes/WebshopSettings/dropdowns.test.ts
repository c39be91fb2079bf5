import type { INodeProperties } from 'n8n-workflow';

import { WebshopSettings } from '../../../nodes/WebshopSettings/WebshopSettings.node';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { accountId, credentialsOf } from '../SnelStart/support';
import { loadOptions } from '../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.stop());

const node = new WebshopSettings();
const choices = async (method: string) =>
	await loadOptions(node, method, {}, credentialsOf(sandbox));
const names = async (method: string) => (await choices(method)).map(({ name }) => name);

it('lists the ledger accounts with their number, name and VAT, without the inactive one', async () => {
	const accounts = await choices('getLedgerAccounts');
	expect(accounts).toContainEqual({
		name: '8000 Omzet hoog',
		value: accountId(8000),
		description: 'VAT: High (hoog)',
	});
	expect(accounts).toContainEqual({
		name: '8150 Export binnen EU',
		value: accountId(8150),
		description: 'VAT: None (geen)',
	});
	const numbers = accounts.map(({ name }) => Number(name.split(' ')[0]));
	expect(numbers).not.toContain(8090);
	expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
});

it('offers no account too where an account may be left out', async () => {
	const [none, ...others] = await choices('getOptionalLedgerAccounts');
	expect(none).toEqual({ name: '[None]', value: '' });
	expect(others).toEqual(await choices('getLedgerAccounts'));
});

it('lists the VAT rates of today only', async () => {
	const rates = await choices('getVatRates');
	// OSS is not a rate of the administration: the percentage is that of the other country.
	expect(rates.filter(({ value }) => !['oss', 'ownRegistration'].includes(String(value)))).toEqual([
		{ name: 'None (geen), 0 %', value: 'none' },
		{ name: 'Low (laag), 9 %', value: 'low' },
		{ name: 'High (hoog), 21 %', value: 'high' },
		{ name: 'Other (overig), 0 %', value: 'other' },
	]);
});

it('J060, J061, J062: lists every country of the EU, with the rates that are in force there', async () => {
	const countries = await choices('getDeliveryCountries');
	expect(countries.filter(({ name }) => !name.endsWith('Own VAT Registration Only'))).toHaveLength(
		27,
	);
	expect(countries).toContainEqual({ name: 'Netherlands: 21, 9 %', value: 'NL' });
	expect(countries).toContainEqual({ name: 'Germany: 19, 7 %', value: 'DE' });
	// In force since 2025-07-01.
	expect(countries.find(({ value }) => value === 'EE')?.name).toMatch(/\b24\b/);
	const sorted = countries.map(({ name }) => name);
	expect(sorted).toEqual([...sorted].sort());
});

it('lists sales journals only', async () => {
	expect(await names('getSalesJournals')).toEqual(['[None]', '3 Debiteuren']);
});

it('lists the cost centres without the one that was closed', async () => {
	expect(await names('getCostCentres')).toEqual(['[None]', '1 Webwinkel', '2 Filiaal Utrecht']);
});

it('lists the sales order templates', async () => {
	expect(await names('getSalesOrderTemplates')).toEqual([
		'[None]',
		'Standaard (exclusief btw)',
		'Webwinkel (inclusief btw)',
	]);
});

it('lists active customers only: no suppliers, and not the administration itself', async () => {
	const { relations } = sandbox.snelStart.books.summary();
	const customer = relations.find(({ relatiecode }) => relatiecode === 1000)!;
	relations.push({ ...customer, relatiecode: 1001, naam: 'Voormalige klant', nonactief: true });
	expect(await names('getDebtors')).toEqual(['Klant onbekend (-2)', 'Webshop klanten (1000)']);
});

it('has a method for every dropdown of the node, and a dropdown for every method', () => {
	const asked = new Set(methodsIn(node.description.properties));
	expect([...asked].sort()).toEqual(Object.keys(node.methods.loadOptions).sort());
});

function methodsIn(properties: readonly unknown[]): string[] {
	return properties.flatMap((property) => {
		const {
			typeOptions,
			options = [],
			values = [],
		} = property as INodeProperties & {
			values?: unknown[];
		};
		const method = typeOptions?.loadOptionsMethod;
		return [...(method ? [method] : []), ...methodsIn(options), ...methodsIn(values)];
	});
}
