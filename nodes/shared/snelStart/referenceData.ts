/**
 * Reference data of an administration. Most of these lists come whole and ignore every filter
 * (SS-320), so they are read once per run and filtered by whoever uses them.
 */
import {
	toCompany,
	toCountry,
	toJournal,
	toLedgerAccount,
	toOssRates,
	toPickable,
	toRevenueGroup,
	toSalesOrderTemplate,
	toVatRates,
	type Company,
	type Country,
	type Journal,
	type LedgerAccount,
	type OssRate,
	type Pickable,
	type RevenueGroup,
	type SalesOrderTemplate,
	type VatRate,
} from '../../../bookkeeping';
import type { IDataObject } from 'n8n-workflow';
import { getAll } from './paging';
import { read, readList } from './transport';
import type { SnelStartContext } from './transport';

export type { Company, Pickable };

/** A cost centre (kostenplaats). */
export type CostCentre = Pickable;

/** All ledger accounts, by number. Read once per run. @throws NodeApiError */
export async function ledgerAccounts(this: SnelStartContext): Promise<LedgerAccount[]> {
	const rows = await getAll.call(this, '/grootboeken');
	return byNumber(rows.map(toLedgerAccount));
}

/** All journals, by number. @throws NodeApiError */
export async function journals(this: SnelStartContext): Promise<Journal[]> {
	const rows = await readList.call(this, '/dagboeken');
	return byNumber(rows.map(toJournal));
}

/** All cost centres, by number. @throws NodeApiError */
export async function costCentres(this: SnelStartContext): Promise<CostCentre[]> {
	return byNumber((await readList.call(this, '/kostenplaatsen')).map(toPickable));
}

/**
 * The Dutch VAT rates, past and present; with `date` (yyyy-MM-dd) only those in force on that day.
 * @throws NodeApiError
 */
export async function vatRates(this: SnelStartContext, date?: string): Promise<VatRate[]> {
	const rates = (await readList.call(this, '/btwtarieven')).flatMap(toVatRates);
	if (date === undefined) return rates;
	return rates.filter(({ validFrom, validTo }) => validFrom <= date && date <= validTo);
}

/** All countries, by name. @throws NodeApiError */
export async function countries(this: SnelStartContext): Promise<Country[]> {
	const rows = await readList.call(this, '/landen');
	return rows.map(toCountry).sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}

/** The VAT rates of other countries by their code, with the day each starts. @throws NodeApiError */
export async function ossRates(this: SnelStartContext): Promise<OssRate[]> {
	const all = await countries.call(this);
	const rows = await getAll.call(this, '/vatrates');
	return rows.flatMap((row) => toOssRates(row, all));
}

/** All sales order templates, by name. @throws NodeApiError */
export async function salesOrderTemplates(this: SnelStartContext): Promise<SalesOrderTemplate[]> {
	const rows = await readList.call(this, '/verkoopordersjablonen');
	return rows.map(toSalesOrderTemplate).sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}

/** All item revenue groups, by number. @throws NodeApiError */
export async function revenueGroups(this: SnelStartContext): Promise<RevenueGroup[]> {
	return byNumber((await readList.call(this, '/artikelomzetgroepen')).map(toRevenueGroup));
}

/** The administration; it answers only when both keys are right. @throws NodeApiError */
export async function company(this: SnelStartContext): Promise<Company> {
	return toCompany((await read.call(this, '/companyInfo')) as IDataObject);
}

function byNumber<T extends Pickable>(records: T[]): T[] {
	return records.sort((a, b) => a.number - b.number);
}
