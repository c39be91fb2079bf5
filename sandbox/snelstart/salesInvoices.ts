import { randomUUID } from 'node:crypto';
import { addDays } from './clock';
import type { SalesEntry, SalesInvoice } from './ledger';
import { amount } from './money';

/** Due date = invoice date + payment term (SS-422). */
export const invoiceFor = (entry: SalesEntry): SalesInvoice => ({
	id: randomUUID(),
	entryId: entry.id,
	relationId: entry.relationId,
	number: entry.number,
	date: entry.date,
	dueDate: addDays(entry.date, entry.termDays),
	grossCents: entry.grossCents,
	openCents: entry.grossCents,
	modifiedOn: entry.modifiedOn,
});

/** As GET /verkoopfacturen returns it; mind factuurDatum and factuurBedrag (SS-207). */
export const renderInvoice = (invoice: SalesInvoice) => ({
	id: invoice.id,
	uri: `/verkoopfacturen/${invoice.id}`,
	verkoopBoeking: { id: invoice.entryId, uri: `/verkoopboekingen/${invoice.entryId}` },
	modifiedOn: invoice.modifiedOn,
	openstaandSaldo: amount(invoice.openCents),
	factuurnummer: invoice.number,
	vervalDatum: `${invoice.dueDate}T00:00:00`,
	relatie: { id: invoice.relationId, uri: `/relaties/${invoice.relationId}` },
	factuurDatum: `${invoice.date}T00:00:00`,
	factuurBedrag: amount(invoice.grossCents),
	verkoopOrders: [],
});
