import { accounts } from './accounts';
import { rowsOf, typeNameOf } from './collection';
import { guidFor } from './identity';
import type { Row, SalesEntry } from './ledger';
import { odataShape } from './model';
import { amount } from './money';
import { centsOf, idIn, linesOf, purchaseSettlements } from './moneyEntryLines';
import { settledSales } from './moneyEntryRules';
import type { Books } from './routing';
import { journals } from './seed';

export const mutationEntity = {
	typeName: typeNameOf('GrootboekMutatieModel'),
	shape: odataShape('GrootboekMutatieModel'),
	pageSize: 500,
	aggregates: true,
} as const;

/** One side of a booking on one account; cents, positive is debit. */
interface Movement {
	accountId: string;
	cents: number;
	description: unknown;
	costCentreId?: string;
	number?: string;
	relationId?: string;
}

/** What the movements of one booking share. */
interface Head {
	id: string;
	journalId: string;
	date: string;
	modifiedOn: unknown;
	voucher: unknown;
}

const accountOf = (purpose: string): string =>
	accounts.find(({ grootboekfunctie }) => grootboekfunctie === purpose)!.id;
const customers = accountOf('DagboekVerkoop');
const suppliers = accountOf('DagboekInkoop');
const journalAccounts: Record<string, string> = {
	bankboekingen: accountOf('DagboekBank'),
	kasboekingen: accountOf('DagboekKas'),
};
/** Further journals with a ledger account of their own, by the journal's id. */
const ownAccounts: Record<string, string> = {
	[guidFor('dagboeken', 7)]: guidFor('grootboek', 1101),
};
const owedVat: Record<string, string> = {
	Hoog: accountOf('BtwAfTeDragenHoog'),
	Laag: accountOf('BtwAfteDragenLaag'),
};
const reclaimedVat: Record<string, string> = {
	Hoog: accountOf('BtwTeVorderenHoog'),
	Laag: accountOf('BtwTeVorderenLaag'),
};

function toRows(head: Head, movements: Movement[]): Row[] {
	return movements
		.filter(({ cents }) => cents !== 0)
		.map((movement, index) => {
			const { accountId, cents, description, costCentreId, number, relationId } = movement;
			const id = guidFor(`grootboekmutatie/${head.id}`, index);
			const to = (path: string, key: string | undefined) =>
				key ? { id: key, uri: `/${path}/${key}` } : null;
			return {
				id,
				uri: `/grootboekmutaties/${id}`,
				grootboek: to('grootboeken', accountId),
				kostenplaats: to('kostenplaatsen', costCentreId),
				datum: `${head.date.slice(0, 10)}T00:00:00`,
				modifiedOn: head.modifiedOn,
				dagboek: to('dagboeken', head.journalId),
				omschrijving: description,
				debet: amount(Math.max(cents, 0)),
				credit: amount(Math.max(-cents, 0)),
				saldo: amount(cents),
				documents: [],
				boekstuk: head.voucher,
				factuurNummer: number ?? null,
				relatiePublicIdentifier: to('relaties', relationId),
			};
		});
}

function ofSalesEntry(entry: SalesEntry): Row[] {
	const { id, date, modifiedOn, number, relationId, voucher, description } = entry;
	const journalId = journals.find(({ soort }) => soort === 'Verkoop')!.id;
	return toRows({ id, journalId, date, modifiedOn, voucher }, [
		{ accountId: customers, cents: entry.grossCents, description, number, relationId },
		...entry.lines.map((line) => ({
			accountId: line.accountId,
			cents: -line.cents,
			description: line.description,
			number,
			...(line.costCentreId && { costCentreId: line.costCentreId }),
		})),
		...entry.vat.map((row) => ({
			accountId: owedVat[row.kind.replace('Verkopen', '')] ?? owedVat.Hoog!,
			cents: -row.cents,
			description,
			number,
		})),
	]);
}

function ofMoneyEntry(path: string, record: Row, books: Books): Row[] {
	const { ledger } = books;
	const moved = centsOf(record.bedragOntvangen) - centsOf(record.bedragUitgegeven);
	const journalAccount = ownAccounts[idIn(record.dagboek)] ?? journalAccounts[path];
	const head = {
		id: record.id,
		journalId: idIn(record.dagboek),
		date: String(record.datum),
		modifiedOn: record.modifiedOn,
		voucher: record.boekstuk,
	};
	const ledgerLines = [
		...linesOf(record, 'grootboekBoekingsRegels'),
		...linesOf(record, 'memoriaalBoekingsRegels'),
	];
	return toRows(head, [
		...(journalAccount
			? [{ accountId: journalAccount, cents: moved, description: record.omschrijving }]
			: []),
		...ledgerLines.map((line) => ({
			accountId: idIn(line.grootboek),
			cents: centsOf(line.debet) - centsOf(line.credit),
			description:
				books.switches.mutationTexts === 'line' ? line.omschrijving : record.omschrijving,
			...(idIn(line.kostenplaats) && { costCentreId: idIn(line.kostenplaats) }),
		})),
		...settledSales(record, books).map(({ entryId, cents }) => {
			const entry = ledger.salesEntries.find(({ id }) => id === entryId);
			return {
				accountId: customers,
				cents: -cents,
				description: record.omschrijving,
				...(entry && { number: entry.number, relationId: entry.relationId }),
			};
		}),
		...purchaseSettlements(record).map(({ cents }) => ({
			accountId: suppliers,
			cents,
			description: record.omschrijving,
		})),
		...linesOf(record, 'btwBoekingsregels').map((line) => {
			const vat = line.type === 'AfTeDragenBtwType' ? owedVat : reclaimedVat;
			return {
				accountId: vat[String(line.tarief)] ?? vat.Hoog!,
				cents: centsOf(line.debet) - centsOf(line.credit),
				description: record.omschrijving,
			};
		}),
	]);
}

function ofPurchaseEntry(entry: Row): Row[] {
	const { id, modifiedOn, boekstuk: voucher, omschrijving: description } = entry;
	const number = String(entry.factuurnummer);
	const journalId = journals.find(({ soort }) => soort === 'Inkoop')!.id;
	return toRows({ id, journalId, date: String(entry.factuurdatum), modifiedOn, voucher }, [
		{
			accountId: suppliers,
			cents: -centsOf(entry.factuurbedrag),
			description,
			number,
			relationId: idIn(entry.leverancier),
		},
		...linesOf(entry, 'boekingsregels').map((line) => ({
			accountId: idIn(line.grootboek),
			cents: centsOf(line.bedrag),
			description: line.omschrijving,
			number,
			...(idIn(line.kostenplaats) && { costCentreId: idIn(line.kostenplaats) }),
		})),
		...linesOf(entry, 'btw').map((row) => ({
			accountId: reclaimedVat[String(row.btwSoort).replace('Inkopen', '')] ?? reclaimedVat.Hoog!,
			cents: centsOf(row.btwBedrag),
			description,
			number,
		})),
	]);
}

/** What sales and purchase entries and bank, cash and memorial entries did to the ledger accounts. */
export function ledgerMutations(books: Books): Row[] {
	const money = ['bankboekingen', 'kasboekingen', 'memoriaalboekingen'];
	return [
		...books.ledger.salesEntries.flatMap(ofSalesEntry),
		...rowsOf(books, 'inkoopboekingen').flatMap(ofPurchaseEntry),
		...money.flatMap((path) =>
			rowsOf(books, path).flatMap((record) => ofMoneyEntry(path, record, books)),
		),
	];
}
