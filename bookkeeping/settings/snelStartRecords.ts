import { countryCode } from '../trade/countries';
import type { VatKind } from '../trade/vatKinds';
import type { LedgerAccountFacts } from './administrationCheck';
import type { OssRate } from './ossCheck';

/** A record as SnelStart gives it. */
type Row = Readonly<Record<string, unknown>>;

/** What every record that can be picked from a list has. */
export interface Pickable {
	id: string;
	number: number;
	name: string;
	inactive: boolean;
}

/** A ledger account (grootboekrekening). */
export interface LedgerAccount extends Pickable, LedgerAccountFacts {
	/** 'Balans' or 'WinstEnVerlies'. */
	accountCode: string;
	category: string;
}

/** A journal (dagboek); `kind` is SnelStart's word: Kas, Bank, Verkoop, Inkoop, Memoriaal… */
export interface Journal extends Pickable {
	kind: string;
}

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

/** SnelStart's words on a line; a document has words of its own (SS-413). */
export const lineVatKinds: Record<VatKind, string> = {
	none: 'Geen',
	low: 'Laag',
	high: 'Hoog',
	other: 'Overig',
};
const byWord = new Map<unknown, VatKind>(
	Object.entries(lineVatKinds).map(([kind, word]) => [word, kind as VatKind]),
);

/** The VAT kind behind SnelStart's word on a line, account or rate; `undefined` for a new word. */
export function readVatKind(word: unknown): VatKind | undefined {
	return byWord.get(word);
}

/** A record that can be picked, in English names. */
export function toPickable(row: Row): Pickable {
	return {
		id: text(row.id),
		number: Number(row.nummer ?? 0),
		name: text(row.omschrijving),
		inactive: row.nonactief === true,
	};
}

/** SnelStart's own record of a ledger account in English names. */
export function toLedgerAccount(row: Row): LedgerAccount {
	const kinds: unknown[] = Array.isArray(row.btwSoort) ? row.btwSoort : [];
	return {
		...toPickable(row),
		function: text(row.grootboekfunctie),
		vatKinds: kinds.map(readVatKind).filter((kind): kind is VatKind => kind !== undefined),
		accountCode: text(row.rekeningCode),
		category: text(row.grootboekRubriek),
		costCentreRequired: row.kostenplaatsVerplicht === true,
		vatRateCode: text(row.vatRateCode),
	};
}

export function toJournal(row: Row): Journal {
	return { ...toPickable(row), kind: text(row.soort) };
}

/** A Dutch VAT rate; none for a word that is not known. */
export function toVatRates(row: Row): VatRate[] {
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
}

export function toCountry(row: Row): Country {
	return {
		id: text(row.id),
		name: text(row.naam),
		code: text(row.landcode).toUpperCase(),
		code3: text(row.landcodeISO).toUpperCase(),
	};
}

/** The VAT rates of one other country by their code, with the day each starts. */
export function toOssRates(row: Row, countries: readonly Country[]): OssRate[] {
	const code3 = text(row.countryCode).toUpperCase();
	const code = countries.find((one) => one.code3 === code3)?.code ?? '';
	const rates = Array.isArray(row.vatRates) ? (row.vatRates as Row[]) : [];
	return rates.map(({ rateCode, rate, validFrom }) => ({
		country: countryCode(code),
		rateCode: text(rateCode),
		percentage: Number(rate),
		validFrom: text(validFrom).slice(0, 10),
	}));
}

export function toSalesOrderTemplate(row: Row): SalesOrderTemplate {
	return {
		id: text(row.id),
		name: text(row.omschrijving),
		inactive: row.nonactief === true,
		pricesExcludeVat: row.prijsIngaveExclusiefBtw === true,
		newOrdersBlocked: row.nieuweOrdersBlokkeren === true,
	};
}

export function toRevenueGroup(row: Row): RevenueGroup {
	return { ...toPickable(row), vatKind: readVatKind(row.verkoopNederlandBtwSoort) };
}

/** SnelStart's own record of the administration in English names. */
export function toCompany(row: Row): Company {
	const foreign = (row.buitenlandseBtwGrootboek ?? {}) as Row;
	return {
		id: text(row.administratieIdentifier),
		name: text(row.administratieNaam),
		companyName: text(row.bedrijfsnaam),
		vatNumber: text(row.btwNummer),
		financialYear: Number(row.huidigBoekjaar ?? 0),
		foreignVatEnabled: row.factureerBuitenlandsBtw === true,
		foreignVatLedgerAccountId: text(foreign.id),
		itemCodeKind: text(row.artikelcodeSoort),
		itemCodeMaxLength: Number(row.artikelcodeMaxLengte ?? 0),
		itemPricesExcludeVat: row.verkoopprijsArtikelbestandExclusiefBtw === true,
		itemPriceDecimals: Number(row.aantalDecimalenArtikelprijzen ?? 2),
	};
}

function text(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
