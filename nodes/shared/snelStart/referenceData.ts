/**
 * Reference data of an administration. Most of these lists come whole and ignore every filter
 * (SS-320), so they are read once per run and filtered by whoever uses them.
 */
import type { IDataObject } from 'n8n-workflow';

import { countryCode } from '../../../bookkeeping';
import type { OssRate, VatKind } from '../../../bookkeeping';
import { idOf } from './idOf';
import { getAll } from './paging';
import { read, readList } from './transport';
import type { SnelStartContext } from './transport';
import { readVatKind } from './vatKinds';

/** What every record that can be picked from a list has. */
export interface Pickable {
	id: string;
	number: number;
	name: string;
	inactive: boolean;
}

/** A ledger account (grootboekrekening). */
export interface LedgerAccount extends Pickable {
	/** SnelStart's function name (grootboekfunctie); a function names a group, not one account. */
	function: string;
	/** VAT kinds that lines on this account may have. */
	vatKinds: VatKind[];
	/** 'Balans' or 'WinstEnVerlies'. */
	accountCode: string;
	category: string;
	costCentreRequired: boolean;
	/** Only on OSS accounts: SR, RRH, RRL, PR or SRR. */
	vatRateCode: string;
}

/** A journal (dagboek); `kind` is SnelStart's word: Kas, Bank, Verkoop, Inkoop, Memoriaal… */
export interface Journal extends Pickable {
	kind: string;
}

/** A cost centre (kostenplaats). */
export type CostCentre = Pickable;

/** A Dutch VAT rate with the first and last day it holds, yyyy-MM-dd. */
export interface VatRate {
	vatKind: VatKind;
	percentage: number;
	validFrom: string;
	validTo: string;
}

export interface Country {
	id: string;
	name: string;
	/** Two letters: NL. */
	code: string;
	/** Three letters: NLD. */
	code3: string;
}

/** A sales order template (verkoopordersjabloon). */
export interface SalesOrderTemplate {
	id: string;
	name: string;
	inactive: boolean;
	pricesExcludeVat: boolean;
	newOrdersBlocked: boolean;
}

/** An item revenue group (artikelomzetgroep): the VAT and ledger account of items. */
export interface RevenueGroup extends Pickable {
	/** VAT of domestic sales; `undefined` for a word that is not known. */
	vatKind: VatKind | undefined;
}

/** The administration behind the keys. */
export interface Company {
	id: string;
	name: string;
	companyName: string;
	vatNumber: string;
	/** The current financial year. */
	financialYear: number;
	/** Whether SnelStart's own OSS way is switched on (SS-420). */
	foreignVatEnabled: boolean;
	/** The account that OSS VAT is booked on; empty when there is none. */
	foreignVatLedgerAccountId: string;
	itemCodeKind: string;
	itemCodeMaxLength: number;
	/** Whether sales prices of items are kept without VAT. */
	itemPricesExcludeVat: boolean;
	/** Decimals of an item's price. */
	itemPriceDecimals: number;
}

/** All ledger accounts, by number. Read once per run. @throws NodeApiError */
export async function ledgerAccounts(this: SnelStartContext): Promise<LedgerAccount[]> {
	const rows = await getAll.call(this, '/grootboeken');
	return byNumber(rows.map(toLedgerAccount));
}

/** All journals, by number. @throws NodeApiError */
export async function journals(this: SnelStartContext): Promise<Journal[]> {
	const rows = await readList.call(this, '/dagboeken');
	return byNumber(rows.map((row) => ({ ...pickable(row), kind: text(row.soort) })));
}

/** All cost centres, by number. @throws NodeApiError */
export async function costCentres(this: SnelStartContext): Promise<CostCentre[]> {
	return byNumber((await readList.call(this, '/kostenplaatsen')).map(pickable));
}

/**
 * The Dutch VAT rates, past and present; with `date` (yyyy-MM-dd) only those in force on that day.
 * @throws NodeApiError
 */
export async function vatRates(this: SnelStartContext, date?: string): Promise<VatRate[]> {
	const rates = (await readList.call(this, '/btwtarieven')).flatMap((row): VatRate[] => {
		const vatKind = readVatKind(row.btwSoort);
		if (vatKind === undefined) return [];
		return [
			{
				vatKind,
				percentage: Number(row.btwPercentage ?? 0),
				validFrom: text(row.datumVanaf).slice(0, 10),
				validTo: text(row.datumTotEnMet).slice(0, 10),
			},
		];
	});
	if (date === undefined) return rates;
	return rates.filter(({ validFrom, validTo }) => validFrom <= date && date <= validTo);
}

/** All countries, by name. @throws NodeApiError */
export async function countries(this: SnelStartContext): Promise<Country[]> {
	const rows = await readList.call(this, '/landen');
	return rows
		.map((row) => ({
			id: text(row.id),
			name: text(row.naam),
			code: text(row.landcode).toUpperCase(),
			code3: text(row.landcodeISO).toUpperCase(),
		}))
		.sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}

/** The VAT rates of other countries by their code, with the day each starts. @throws NodeApiError */
export async function ossRates(this: SnelStartContext): Promise<OssRate[]> {
	const all = await countries.call(this);
	const rows = await getAll.call(this, '/vatrates');
	return rows.flatMap(({ countryCode: code3, vatRates: rates }) => {
		const code = all.find((one) => one.code3 === text(code3).toUpperCase())?.code ?? '';
		return (Array.isArray(rates) ? (rates as IDataObject[]) : []).map((row) => ({
			country: countryCode(code),
			rateCode: text(row.rateCode),
			percentage: Number(row.rate),
			validFrom: text(row.validFrom).slice(0, 10),
		}));
	});
}

/** All sales order templates, by name. @throws NodeApiError */
export async function salesOrderTemplates(this: SnelStartContext): Promise<SalesOrderTemplate[]> {
	const rows = await readList.call(this, '/verkoopordersjablonen');
	return rows
		.map((row) => ({
			id: text(row.id),
			name: text(row.omschrijving),
			inactive: row.nonactief === true,
			pricesExcludeVat: row.prijsIngaveExclusiefBtw === true,
			newOrdersBlocked: row.nieuweOrdersBlokkeren === true,
		}))
		.sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}

/** All item revenue groups, by number. @throws NodeApiError */
export async function revenueGroups(this: SnelStartContext): Promise<RevenueGroup[]> {
	const rows = await readList.call(this, '/artikelomzetgroepen');
	return byNumber(
		rows.map((row) => ({
			...pickable(row),
			vatKind: readVatKind(row.verkoopNederlandBtwSoort),
		})),
	);
}

/** The administration; it answers only when both keys are right. @throws NodeApiError */
export async function company(this: SnelStartContext): Promise<Company> {
	return toCompany((await read.call(this, '/companyInfo')) as IDataObject);
}

/** SnelStart's own record of the administration in English names. */
export function toCompany(row: IDataObject): Company {
	return {
		id: text(row.administratieIdentifier),
		name: text(row.administratieNaam),
		companyName: text(row.bedrijfsnaam),
		vatNumber: text(row.btwNummer),
		financialYear: Number(row.huidigBoekjaar ?? 0),
		foreignVatEnabled: row.factureerBuitenlandsBtw === true,
		foreignVatLedgerAccountId: idOf(row.buitenlandseBtwGrootboek) ?? '',
		itemCodeKind: text(row.artikelcodeSoort),
		itemCodeMaxLength: Number(row.artikelcodeMaxLengte ?? 0),
		itemPricesExcludeVat: row.verkoopprijsArtikelbestandExclusiefBtw === true,
		itemPriceDecimals: Number(row.aantalDecimalenArtikelprijzen ?? 2),
	};
}

/** SnelStart's own record of a ledger account in English names. */
export function toLedgerAccount(row: IDataObject): LedgerAccount {
	const kinds = Array.isArray(row.btwSoort) ? row.btwSoort : [];
	return {
		...pickable(row),
		function: text(row.grootboekfunctie),
		vatKinds: kinds.map(readVatKind).filter((kind): kind is VatKind => kind !== undefined),
		accountCode: text(row.rekeningCode),
		category: text(row.grootboekRubriek),
		costCentreRequired: row.kostenplaatsVerplicht === true,
		vatRateCode: text(row.vatRateCode),
	};
}

function pickable(row: IDataObject): Pickable {
	return {
		id: text(row.id),
		number: Number(row.nummer ?? 0),
		name: text(row.omschrijving),
		inactive: row.nonactief === true,
	};
}

function byNumber<T extends Pickable>(records: T[]): T[] {
	return records.sort((a, b) => a.number - b.number);
}

function text(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
