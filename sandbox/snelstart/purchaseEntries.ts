import { randomUUID } from 'node:crypto';
import { accountWith } from './accountLookup';
import { addDays } from './clock';
import type { ErrorCode } from './errors';
import type { Row } from './ledger';
import { sum } from './money';
import { centsOf, idIn, linesOf } from './moneyEntryLines';
import type { Books } from './routing';
import { dateProblems } from './salesEntryRules';

/** SnelStart gives no payment term of a supplier; the sandbox takes a month. */
const termDays = 30;

const invoicesOf = ({ ledger }: Books): Row[] => (ledger.records.inkoopfacturen ??= []);

/** The purchase invoice (inkoopfactuur) behind an entry. */
export const purchaseInvoiceOf = (entry: Row, books: Books): Row | undefined =>
	invoicesOf(books).find(({ inkoopBoeking }) => idIn(inkoopBoeking) === entry.id);

/** Every rule a purchase entry breaks (SS-411 to SS-438, with BOE-0002 and BOE-0003). */
export function purchaseProblems(record: Row, books: Books, current?: Row): ErrorCode[] {
	const supplier = books.ledger.relations.find((one) => one.id === idIn(record.leverancier));
	const lines = linesOf(record, 'boekingsregels');
	const vat = linesOf(record, 'btw');
	const codes: ErrorCode[] = [];
	if (!supplier) codes.push('BOE-0002');
	else if (!supplier.relatiesoort.includes('Leverancier')) codes.push('BOE-0003');
	else if (supplier.nonactief) codes.push('BOE-0054');
	const isKnown = (books.ledger.records.inkoopboekingen ?? []).some(
		(one) =>
			one !== current &&
			one.factuurnummer === record.factuurnummer &&
			idIn(one.leverancier) === idIn(record.leverancier),
	);
	if (isKnown) codes.push('BOE-0021');
	codes.push(
		...dateProblems(String(record.factuurdatum).slice(0, 10), books.bookYear, books.switches),
	);
	if (lines.length === 0) codes.push('BOE-0023');
	if (lines.some(({ bedrag }) => centsOf(bedrag) === 0) && books.switches.zeroLines === 'refuse') {
		codes.push('BOE-0028');
	}
	for (const line of lines) codes.push(...lineProblems(line, books));
	if (vat.some(({ btwSoort }) => /^Verkopen/.test(String(btwSoort)))) codes.push('BOE-0082');
	const total = sum([
		...lines.map(({ bedrag }) => centsOf(bedrag)),
		...vat.map(({ btwBedrag }) => centsOf(btwBedrag)),
	]);
	if (total !== centsOf(record.factuurbedrag)) codes.push('BOE-0039');
	return codes;
}

function lineProblems(line: Record<string, unknown>, books: Books): ErrorCode[] {
	const account = accountWith(books.ledger, idIn(line.grootboek));
	if (!account) return ['BOE-0037'];
	const codes: ErrorCode[] = [];
	if (account.nonactief) codes.push('BOE-0008');
	if (/^Dagboek(Memoriaal|Balans)$/.test(account.grootboekfunctie)) codes.push('BOE-0075');
	else if (/^(Dagboek|Btw|VerkopenOmzet|VerkopenExport)/.test(account.grootboekfunctie)) {
		codes.push('BOE-0061');
	}
	const kinds: readonly string[] = account.btwSoort;
	if (typeof line.btwSoort === 'string' && !kinds.includes(line.btwSoort)) codes.push('BOE-0082');
	const centreId = idIn(line.kostenplaats);
	const centre = (books.ledger.records.kostenplaatsen ?? []).find(({ id }) => id === centreId);
	if (centreId === '' && account.kostenplaatsVerplicht) codes.push('BOE-0022');
	if (centreId !== '' && !centre) codes.push('BOE-0019');
	return codes;
}

/** Keeps the invoice in step with its entry; what was paid stays paid. */
export function keepInvoice(entry: Row, books: Books): void {
	const invoice = purchaseInvoiceOf(entry, books);
	const paid = invoice ? centsOf(invoice.factuurBedrag) - centsOf(invoice.openstaandSaldo) : 0;
	const id = invoice?.id ?? randomUUID();
	const day = String(entry.factuurdatum).slice(0, 10);
	const fresh: Row = {
		id,
		uri: `/inkoopfacturen/${id}`,
		inkoopBoeking: { id: entry.id, uri: `/inkoopboekingen/${entry.id}` },
		modifiedOn: books.modifiedOn,
		openstaandSaldo: (centsOf(entry.factuurbedrag) - paid) / 100,
		factuurnummer: entry.factuurnummer,
		vervalDatum: `${addDays(day, termDays)}T00:00:00`,
		relatie: entry.leverancier,
		factuurDatum: `${day}T00:00:00`,
		factuurBedrag: entry.factuurbedrag,
	};
	if (invoice) Object.assign(invoice, fresh);
	else invoicesOf(books).push(fresh);
}

/** BOE-0083: an entry that was paid on stays. */
export function paidProblems(entry: Row, books: Books): ErrorCode[] {
	const invoice = purchaseInvoiceOf(entry, books);
	return invoice && invoice.openstaandSaldo !== invoice.factuurBedrag ? ['BOE-0083'] : [];
}

/** Takes the invoice along. */
export function dropInvoice(entry: Row, books: Books): void {
	const invoice = purchaseInvoiceOf(entry, books);
	const invoices = invoicesOf(books);
	if (invoice) invoices.splice(invoices.indexOf(invoice), 1);
}
