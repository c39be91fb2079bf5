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
	type AdministrationFacts,
	type Company,
	type ListedRecord,
	type NamedPick,
	type RecordList,
} from '../bookkeeping';
import type { Send } from '../probe';
import { reason, Trouble } from './trouble';

type Row = Readonly<Record<string, unknown>>;

/** Most rows per page (SS-310). */
const PAGE_SIZE = 500;
/** 250,000 rows; more means that SnelStart repeats itself. */
const MOST_PAGES = 500;

/** A list of SnelStart that comes whole. @throws Trouble when SnelStart does not give it */
export async function listOf(send: Send, path: string): Promise<Row[]> {
	return (await bodyOf(send, path)) as Row[];
}

/** A list that comes by page. @throws Trouble when SnelStart does not give it */
export async function pagesOf(send: Send, path: string, filter?: string): Promise<Row[]> {
	const rows = new Map<unknown, Row>();
	let skip = 0;
	for (let page = 0; page < MOST_PAGES; page += 1) {
		const found = (await bodyOf(send, path, {
			...(filter && { $filter: filter }),
			$top: String(PAGE_SIZE),
			$skip: String(skip),
		})) as Row[];
		for (const row of found) rows.set(row.id ?? JSON.stringify(row), row);
		skip += found.length;
		// SnelStart may clip a page: only an empty one is surely the last.
		if (found.length === 0) break;
	}
	return [...rows.values()];
}

/** One answer of SnelStart. @throws Trouble unless it is a success */
export async function bodyOf(
	send: Send,
	path: string,
	query?: Record<string, string>,
): Promise<unknown> {
	const answer = await send({ method: 'GET', path, ...(query && { query }) }).catch(
		(error: unknown) => {
			const words = `${path}: ${error instanceof Error ? error.message : 'no answer'}`;
			return Promise.reject(new Trouble(reason('SNELSTART_UNREAD', { case: 'noAnswer', words })));
		},
	);
	const { status, body } = answer;
	if (status >= 200 && status < 300) return body;
	const words = JSON.stringify(body).slice(0, 300);
	throw new Trouble(reason('SNELSTART_UNREAD', { case: 'refused', path, status, words }));
}

const readers: Record<
	Exclude<RecordList, 'debtors'>,
	(send: Send) => Promise<readonly ListedRecord[]>
> = {
	ledgerAccounts: async (send) => (await pagesOf(send, '/grootboeken')).map(toLedgerAccount),
	journals: async (send) => (await listOf(send, '/dagboeken')).map(toJournal),
	costCentres: async (send) => (await listOf(send, '/kostenplaatsen')).map(toPickable),
	salesOrderTemplates: async (send) =>
		(await listOf(send, '/verkoopordersjablonen')).map(toSalesOrderTemplate),
	revenueGroups: async (send) => (await listOf(send, '/artikelomzetgroepen')).map(toRevenueGroup),
};

/**
 * The lists that some names are looked up in; of customers, who are many, only those of the names.
 *
 * @throws Trouble when SnelStart does not give one
 */
export async function readRecords(
	send: Send,
	picks: readonly NamedPick[],
): Promise<Partial<Record<RecordList, readonly ListedRecord[]>>> {
	const lists: Partial<Record<RecordList, readonly ListedRecord[]>> = {};
	for (const list of new Set(picks.map((pick) => pick.list))) {
		if (list === 'debtors') {
			const names = picks.filter((pick) => pick.list === list).map(({ value }) => value);
			lists[list] = await debtorsOf(send, [...new Set(names)]);
		} else lists[list] = await readers[list](send);
	}
	return lists;
}

async function debtorsOf(send: Send, names: readonly string[]): Promise<ListedRecord[]> {
	const found = new Map<string, ListedRecord>();
	for (const name of names) {
		const text = `Naam eq '${name.replace(/'/g, "''")}'`;
		const filter = /^\d+$/.test(name) ? `Relatiecode eq ${name} or ${text}` : text;
		for (const row of await pagesOf(send, '/relaties', filter)) {
			const { id, relatiecode, naam, nonactief } = row;
			found.set(String(id), {
				id: String(id),
				number: Number(relatiecode),
				name: String(naam),
				inactive: nonactief === true,
			});
		}
	}
	return [...found.values()];
}

/** Everything that settings can name in an administration, and who it is. */
export async function readAdministration(
	send: Send,
): Promise<{ company: Company; facts: AdministrationFacts }> {
	const company = toCompany((await bodyOf(send, '/companyInfo')) as Row);
	const countries = (await listOf(send, '/landen')).map(toCountry);
	const ossRows = company.foreignVatEnabled ? await pagesOf(send, '/vatrates') : [];
	const { itemCodeKind, itemCodeMaxLength } = company;
	const facts: AdministrationFacts = {
		name: company.name,
		foreignVatAccountId: company.foreignVatEnabled ? company.foreignVatLedgerAccountId : '',
		accounts: (await pagesOf(send, '/grootboeken')).map(toLedgerAccount),
		vatRates: (await listOf(send, '/btwtarieven')).flatMap(toVatRates),
		...(company.foreignVatEnabled && {
			ossRates: ossRows.flatMap((row) => toOssRates(row, countries)),
		}),
		journals: (await listOf(send, '/dagboeken')).map(toJournal),
		costCentres: (await listOf(send, '/kostenplaatsen')).map(toPickable),
		salesOrderTemplates: (await listOf(send, '/verkoopordersjablonen')).map(toSalesOrderTemplate),
		relationIds: [],
		salesOrders: {
			revenueGroups: (await listOf(send, '/artikelomzetgroepen')).map(toRevenueGroup),
			itemCodeKind,
			itemCodeMaxLength,
		},
	};
	return { company, facts };
}
