import { randomUUID } from 'node:crypto';
import type { Answer } from '../http';
import { accountWith } from './accountLookup';
import { lineKinds, type LineKind } from './accounts';
import { createBinder, toFields, type Binder, type Fields } from './binding';
import { invalidModel, notFound, refused, type ErrorCode } from './errors';
import {
	documentKinds,
	type DocumentKind,
	type EntryLine,
	type Ledger,
	type SalesEntry,
	type VatRow,
} from './ledger';
import { amount } from './money';
import { invoiceFor } from './salesInvoices';
import { entryProblems, isInFiledReturn } from './salesEntryRules';
import type { Switches } from './switches';

const anyKind: readonly string[] = [...new Set<string>([...lineKinds, ...documentKinds])];

/** One of both vocabularies, in any case; the rules decide whether it is the right one here. */
function readKind(binder: Binder, from: Fields, path: string): DocumentKind | LineKind | undefined {
	const given = binder.text(from, path);
	if (given === undefined) return undefined;
	const kind = anyKind.find((one) => one.toLowerCase() === given.toLowerCase());
	return (
		(kind as DocumentKind | LineKind | undefined) ??
		binder.note(path, `Error converting value "${given}" to type 'BtwSoort'.`)
	);
}

function readLine(binder: Binder, value: unknown, path: string, ledger: Ledger): EntryLine {
	const from: Fields = toFields(value) ?? new Map();
	const accountId = binder.requiredReference(from, `${path}.Grootboek`);
	return {
		description: binder.text(from, `${path}.Omschrijving`) ?? null,
		accountId: accountId ?? '',
		account: accountWith(ledger, accountId),
		costCentreId: binder.reference(from, `${path}.Kostenplaats`) ?? null,
		cents: binder.money(from, `${path}.Bedrag`) ?? 0,
		kind: readKind(binder, from, `${path}.BtwSoort`),
	};
}

function readVatRow(binder: Binder, value: unknown, path: string): VatRow {
	const from: Fields = toFields(value) ?? new Map();
	return {
		kind: readKind(binder, from, `${path}.BtwSoort`) ?? 'Geen',
		cents: binder.money(from, `${path}.BtwBedrag`) ?? 0,
	};
}

interface Clock {
	modifiedOn: string;
	bookYear: number;
}

/** The entry a body describes, or every rule of SS-411 to SS-438 and SS-701 that it breaks. */
function readEntry(
	body: Fields | undefined,
	ledger: Ledger,
	switches: Switches,
	clock: Clock,
	current?: SalesEntry,
): { entry: SalesEntry } | { refusal: Answer } {
	if (!body) return { refusal: refused(['ALG-0106']) };
	const binder = createBinder('verkoopBoeking');
	const id = binder.guid(body, 'Id');
	const relationId = binder.requiredReference(body, 'Klant');
	const date = binder.day(body, 'Factuurdatum');
	const entry: SalesEntry = {
		id: current?.id ?? randomUUID(),
		modifiedOn: clock.modifiedOn,
		number: binder.text(body, 'Factuurnummer') ?? '',
		relationId: relationId ?? '',
		date: date ?? '0001-01-01',
		grossCents: binder.money(body, 'Factuurbedrag') ?? 0,
		termDays: binder.integer(body, 'Betalingstermijn', 0, 999) ?? 0,
		description: binder.text(body, 'Omschrijving') ?? null,
		voucher: binder.text(body, 'Boekstuk') ?? null,
		marked: binder.flag(body, 'Markering'),
		lines: binder
			.list(body, 'Boekingsregels')
			.map((line, index) => readLine(binder, line, `Boekingsregels[${index}]`, ledger)),
		vat: binder.list(body, 'Btw').map((row, index) => readVatRow(binder, row, `Btw[${index}]`)),
	};
	if (Object.keys(binder.problems).length > 0) return { refusal: invalidModel(binder.problems) };
	const codes = new Set<ErrorCode>();
	if (!current && id !== undefined) codes.add('ALG-0100');
	if (current && id !== current.id) codes.add('ALG-0101');
	const others = { ...ledger, salesEntries: ledger.salesEntries.filter((one) => one !== current) };
	for (const code of entryProblems(entry, others, switches, clock.bookYear)) codes.add(code);
	return codes.size > 0 ? { refusal: refused(codes) } : { entry };
}

/** POST /verkoopboekingen: one entry and the invoice behind it. */
export function createSalesEntry(
	body: Fields | undefined,
	ledger: Ledger,
	switches: Switches,
	clock: Clock,
): Answer {
	const read = readEntry(body, ledger, switches, clock);
	if ('refusal' in read) return read.refusal;
	ledger.salesEntries.push(read.entry);
	ledger.salesInvoices.push(invoiceFor(read.entry));
	return { status: 201, json: renderEntry(read.entry) };
}

/** PUT /verkoopboekingen/{id}: the whole entry anew; what was paid stays paid (SS-811). */
export function replaceSalesEntry(
	id: string,
	body: Fields | undefined,
	ledger: Ledger,
	switches: Switches,
	clock: Clock,
): Answer {
	const index = ledger.salesEntries.findIndex((one) => one.id === id);
	const current = ledger.salesEntries[index];
	if (!current) return notFound();
	if (isInFiledReturn(current.date, ledger)) return refused(['BOE-0046']);
	const invoice = ledger.salesInvoices.find((one) => one.entryId === id);
	const paid = (invoice?.grossCents ?? 0) - (invoice?.openCents ?? 0);
	if (paid !== 0 && switches.paidEntryUpdate === 'refuse') return refused(['BOE-0083']);
	const read = readEntry(body, ledger, switches, clock, current);
	if ('refusal' in read) return read.refusal;
	ledger.salesEntries[index] = read.entry;
	if (invoice) {
		const { grossCents } = read.entry;
		Object.assign(invoice, invoiceFor(read.entry), {
			id: invoice.id,
			openCents: grossCents - paid,
		});
	}
	return { status: 200, json: renderEntry(read.entry) };
}

/** As GET /verkoopboekingen/{id} returns it. */
export const renderEntry = (entry: SalesEntry) => ({
	id: entry.id,
	uri: `/verkoopboekingen/${entry.id}`,
	modifiedOn: entry.modifiedOn,
	boekstuk: entry.voucher,
	gewijzigdDoorAccountant: false,
	markering: entry.marked,
	factuurdatum: `${entry.date}T00:00:00`,
	factuurnummer: entry.number,
	klant: { id: entry.relationId, uri: `/relaties/${entry.relationId}` },
	omschrijving: entry.description,
	factuurbedrag: amount(entry.grossCents),
	betalingstermijn: entry.termDays,
	eenmaligeIncassoMachtiging: null,
	doorlopendeIncassoMachtiging: null,
	boekingsregels: entry.lines.map((line) => ({
		omschrijving: line.description,
		grootboek: { id: line.accountId, uri: `/grootboeken/${line.accountId}` },
		kostenplaats: line.costCentreId
			? { id: line.costCentreId, uri: `/kostenplaatsen/${line.costCentreId}` }
			: null,
		bedrag: amount(line.cents),
		btwSoort: line.kind ?? line.account?.btwSoort[0] ?? 'Geen',
	})),
	btw: entry.vat.map((row) => ({ btwSoort: row.kind, btwBedrag: amount(row.cents) })),
	documents: [],
});

/**
 * DELETE /verkoopboekingen/{id}: takes its invoice along, unless something was paid (BOE-0083) or its
 * VAT return was filed (BOE-0046).
 */
export function deleteSalesEntry(id: string, ledger: Ledger): Answer {
	const entry = ledger.salesEntries.find((one) => one.id === id);
	if (!entry) return notFound();
	const invoice = ledger.salesInvoices.find((one) => one.entryId === id);
	if (invoice && invoice.openCents !== invoice.grossCents) return refused(['BOE-0083']);
	if (isInFiledReturn(entry.date, ledger)) return refused(['BOE-0046']);
	ledger.salesEntries.splice(ledger.salesEntries.indexOf(entry), 1);
	if (invoice) ledger.salesInvoices.splice(ledger.salesInvoices.indexOf(invoice), 1);
	return { status: 200, json: {} };
}
