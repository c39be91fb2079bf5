import { guidFor } from './identity';
import { taxedKinds, vatRowOf, type Ledger, type Relation, type SalesEntry } from './ledger';
import { euros } from './money';
import { percentageOn } from './seed';

/** Amounts as text with two decimals, e.g. "12.50". */
export interface Totals {
	gross: string;
	/** By percentage, e.g. { "21": "2.10" }. */
	vat: Record<string, string>;
}

/** Sum of invoice amounts, and of VAT per percentage in force on each invoice date. */
export function totalsOf(entries: readonly SalesEntry[]): Totals {
	const vat: Record<string, number> = { '21': 0, '9': 0 };
	let gross = 0;
	for (const entry of entries) {
		gross += entry.grossCents;
		for (const row of entry.vat) {
			const kind = taxedKinds.find((one) => vatRowOf[one] === row.kind);
			if (!kind) continue;
			const percentage = String(percentageOn(kind, entry.date) ?? '?');
			vat[percentage] = (vat[percentage] ?? 0) + row.cents;
		}
	}
	return {
		gross: euros(gross),
		vat: Object.fromEntries(Object.entries(vat).map(([rate, cents]) => [rate, euros(cents)])),
	};
}

const card = (
	relatiecode: number,
	naam: string,
	relatiesoort: Relation['relatiesoort'],
): Relation => {
	const id = guidFor('relatie', relatiecode);
	return {
		id,
		uri: `/relaties/${id}`,
		modifiedOn: '2026-01-02T09:00:00',
		relatiesoort,
		relatiecode,
		naam,
		vestigingsAdres: null,
		correspondentieAdres: null,
		nonactief: false,
	};
};

/** The cards a fresh administration has (SS-260), and one collective customer. */
export const freshLedger = (): Ledger => ({
	relations: [
		card(0, '<Vul hier uw bedrijfsnaam in>', ['Eigen']),
		card(-1, 'Leverancier onbekend', ['Leverancier']),
		card(-2, 'Klant onbekend', ['Klant']),
		card(1000, 'Webshop klanten', ['Klant']),
	],
	salesEntries: [],
	salesInvoices: [],
	nextRelationCode: 1001,
	articles: [],
	salesOrders: [],
	quotes: [],
	nextSalesOrderNumber: 1,
	records: {},
});
