import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { euCountryNames, ratesInForce } from '../../bookkeeping';
import { getAll } from '../shared/snelStart/paging';
import {
	costCentres,
	journals,
	ledgerAccounts,
	revenueGroups,
	salesOrderTemplates,
	vatRates,
	type Pickable,
} from '../shared/snelStart/referenceData';

const VAT_KIND_NAMES = {
	high: 'High (hoog)',
	low: 'Low (laag)',
	none: 'None (geen)',
	other: 'Other (overig)',
};
const NONE: INodePropertyOptions = { name: '[None]', value: '' };

/** The active ledger accounts (grootboekrekeningen), with the VAT rates each takes. */
export async function getLedgerAccounts(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const accounts = await ledgerAccounts.call(this);
	return accounts
		.filter(({ inactive }) => !inactive)
		.map(({ id, number, name, vatKinds }) => ({
			name: `${number} ${name}`,
			value: id,
			description: `VAT: ${vatKinds.map((kind) => VAT_KIND_NAMES[kind]).join(', ') || 'not for lines'}`,
		}));
}

/** The same, with the choice of no account. */
export async function getOptionalLedgerAccounts(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return [NONE, ...(await getLedgerAccounts.call(this))];
}

/** Outside the EU VAT area, where only a VAT registration of one's own makes VAT right. */
const BEYOND_EU = [
	{ name: 'Norway: Own VAT Registration Only', value: 'NO' },
	{ name: 'Switzerland: Own VAT Registration Only', value: 'CH' },
	{ name: 'United Kingdom: Own VAT Registration Only', value: 'GB' },
];

/** All countries of the EU with the VAT rates that are in force there today (J061, J062). */
export async function getDeliveryCountries(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const today = DateTime.now().setZone('Europe/Amsterdam').toFormat('yyyy-MM-dd');
	const inEu = [...euCountryNames].map(([country, name]) => ({
		name: `${name}: ${ratesInForce(country, today, 'everywhere').join(', ')} %`,
		value: country,
	}));
	return [...inEu, ...BEYOND_EU].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The VAT rates of the administration that are in force today. */
export async function getVatRates(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const today = DateTime.now().setZone('Europe/Amsterdam').toFormat('yyyy-MM-dd');
	const dutch = (await vatRates.call(this, today)).map(({ vatKind, percentage }) => ({
		name: `${VAT_KIND_NAMES[vatKind]}, ${percentage} %`,
		value: vatKind,
	}));
	return [
		...dutch,
		{ name: 'OSS, VAT of the Other Country', value: 'oss' },
		{ name: 'Own VAT Registration in the Other Country', value: 'ownRegistration' },
	];
}

/** The active sales journals (verkoopdagboeken). */
export async function getSalesJournals(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const all = await journals.call(this);
	return [NONE, ...options(all.filter(({ kind }) => kind === 'Verkoop'))];
}

/** The active journals that payments can be booked in: bank, kas and memoriaal. */
export async function getPaymentJournals(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const all = await journals.call(this);
	return all
		.filter(({ kind, inactive }) => ['Bank', 'Kas', 'Memoriaal'].includes(kind) && !inactive)
		.map(({ id, number, name, kind }) => ({ name: `${number} ${name} (${kind})`, value: id }));
}

/** The active cost centres (kostenplaatsen). */
export async function getCostCentres(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return [NONE, ...options(await costCentres.call(this))];
}

/** The active sales order templates (verkoopordersjablonen). */
export async function getSalesOrderTemplates(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const templates = await salesOrderTemplates.call(this);
	return [
		NONE,
		...templates.filter(({ inactive }) => !inactive).map(({ id, name }) => ({ name, value: id })),
	];
}

/** The revenue groups (artikelomzetgroepen) of items, with the VAT rate of each. */
export async function getRevenueGroups(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const groups = await revenueGroups.call(this);
	return groups
		.filter(({ inactive }) => !inactive)
		.map(({ id, number, name, vatKind }) => ({
			name: `${number} ${name}`,
			value: id,
			description: `VAT: ${vatKind ? VAT_KIND_NAMES[vatKind] : 'unknown'}`,
		}));
}

/** The active customers (klanten) of the administration. */
export async function getDebtors(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const relations = await getAll.call(this, '/relaties', {
		filter: "Relatiesoort/any(r:r eq 'Klant') and Nonactief eq false",
	});
	return relations
		.map(({ id, naam, relatiecode }) => ({
			name: `${String(naam)} (${String(relatiecode)})`,
			value: String(id),
		}))
		.sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}

function options(records: readonly Pickable[]): INodePropertyOptions[] {
	return records
		.filter(({ inactive }) => !inactive)
		.map(({ id, number, name }) => ({ name: `${number} ${name}`, value: id }));
}
