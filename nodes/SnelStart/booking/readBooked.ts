import type { IDataObject } from 'n8n-workflow';

import {
	besideEntryIdIn,
	ENTRY_GONE,
	readMember,
	toEuro,
	type StandingSalesOrder,
} from '../../../bookkeeping';
import { mapInFlight } from '../../shared/inFlight';
import { idOf } from '../../shared/snelStart/idOf';
import { inFlightLimit, request } from '../../shared/snelStart/transport';
import type { SnelStartContext } from '../../shared/snelStart/transport';
import { readDocumentVatKind, readVatKind } from '../../shared/snelStart/vatKinds';
import { findOpenItems } from '../openItems/findOpenItems';
import { readSalesOrder } from './orders/takeBackOrder';
import { dayOf } from './takeOver';

/** What stands in the books under a booking record; neither for what is no sales entry. */
export interface ReadBooked {
	/** In the words of a draft. */
	entry?: IDataObject;
	/** Why it was not read: a code, or the status of the answer. */
	notRead?: string;
	/** What is still open of it, in euro; left out when not asked for, or when SnelStart has no invoice. */
	openAmount?: number;
	/** Of the entry beside it, where the record names one. */
	beside?: Omit<ReadBooked, 'beside'>;
	/** Of a sales order, where open amounts are asked for: how it stands now. */
	salesOrder?: StandingSalesOrder;
}

/**
 * Reads the sales entry behind each booking record, and the one beside it, each entry once: one that is
 * gone or was not given is told of, and the others are read.
 *
 * @param withOpenAmount whether to look up what is still open of them, many per call.
 * @throws NodeApiError when SnelStart does not give the open amounts that were asked for.
 */
export async function readBooked(
	this: SnelStartContext,
	records: readonly IDataObject[],
	withOpenAmount = false,
): Promise<ReadBooked[]> {
	const entryIds = records.map((record) => {
		const { document, entryId } = record;
		const isEntry = document === 'salesEntry' || document === 'creditNote';
		// Of an order in a total the record alone tells its part of the entry.
		return isEntry && !readMember(record) ? String(entryId ?? '') : '';
	});
	const besideIds = records.map((record, index) =>
		entryIds[index] === '' ? '' : besideEntryIdIn(record),
	);
	const distinct = [...new Set([...entryIds, ...besideIds].filter(Boolean))];
	const atOnce = await inFlightLimit.call(this);
	const read = await mapInFlight(distinct, atOnce, async (id): Promise<ReadBooked> => {
		const path = `/verkoopboekingen/${encodeURIComponent(id)}`;
		const answer = await request.call(this, { method: 'GET', path });
		if (answer.outcome === 'ok') return { entry: toEntry(answer.data as IDataObject) };
		const { status, code } = answer.refusal;
		return { notRead: status === 404 ? ENTRY_GONE : code };
	});
	const open = withOpenAmount ? await openAmounts.call(this, distinct) : [];
	const byId = new Map(distinct.map((id, index) => [id, { ...read[index]!, ...open[index] }]));
	const orders = withOpenAmount ? await salesOrdersOf.call(this, records, atOnce) : new Map();
	return entryIds.map((id, index) => {
		const beside = byId.get(besideIds[index]!);
		return { ...byId.get(id), ...(beside && { beside }), ...orders.get(records[index]!) };
	});
}

/** How the sales orders of records stand in SnelStart. */
async function salesOrdersOf(
	this: SnelStartContext,
	records: readonly IDataObject[],
	atOnce: number,
): Promise<Map<IDataObject, ReadBooked>> {
	const ofOrders = records.filter(({ document }) => document === 'salesOrder');
	const read = await mapInFlight(ofOrders, atOnce, async ({ entryId }): Promise<ReadBooked> => {
		const found = await readSalesOrder.call(this, String(entryId ?? ''));
		return 'standing' in found ? { salesOrder: found.standing } : { notRead: found.notRead };
	});
	return new Map(ofOrders.map((record, index) => [record, read[index]!]));
}

/** What is still open of each entry, in their order. */
async function openAmounts(
	this: SnelStartContext,
	entryIds: readonly string[],
): Promise<Array<Pick<ReadBooked, 'openAmount'>>> {
	const none = { invoiceNumber: '', orderNumber: '', cents: 0, email: '' };
	const wanted = entryIds.map((salesEntryId) => ({ ...none, salesEntryId }));
	const found = await findOpenItems.call(this, wanted);
	return found.map(({ items: [item] }) => (item ? { openAmount: toEuro(item.openCents) } : {}));
}

/** A sales entry in the words of a draft; what a draft has no word for stays as it is. */
function toEntry(row: IDataObject): IDataObject {
	return {
		invoiceNumber: row.factuurnummer,
		invoiceDate: dayOf(row.factuurdatum) ?? '',
		paymentTermDays: row.betalingstermijn ?? 0,
		relationId: idOf(row.klant) ?? '',
		lines: rowsOf(row.boekingsregels).map((line) => {
			const costCentreId = idOf(line.kostenplaats);
			return {
				description: line.omschrijving ?? '',
				ledgerAccountId: idOf(line.grootboek) ?? '',
				...(costCentreId !== undefined && { costCentreId }),
				amount: Number(line.bedrag),
				vatKind: readVatKind(line.btwSoort ?? 'Geen') ?? line.btwSoort,
			};
		}),
		vat: rowsOf(row.btw)
			.filter(({ btwSoort }) => btwSoort !== 'Geen')
			.map(({ btwSoort, btwBedrag }) => ({
				vatKind: readDocumentVatKind(btwSoort) ?? btwSoort,
				amount: Number(btwBedrag),
			})),
	};
}

function rowsOf(value: unknown): IDataObject[] {
	return Array.isArray(value) ? value : [];
}
