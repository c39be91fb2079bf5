import type { IDataObject } from 'n8n-workflow';

import { idOf } from '../shared/snelStart/idOf';
import { readVatKind } from '../shared/snelStart/vatKinds';

/** A relation in English, at most ten fields. */
export function simplifyRelation(row: IDataObject): IDataObject {
	const address = (row.vestigingsAdres ?? {}) as IDataObject;
	return {
		id: row.id,
		code: row.relatiecode,
		name: row.naam,
		kinds: row.relatiesoort,
		email: row.email ?? '',
		phone: row.telefoon || row.mobieleTelefoon || '',
		vatNumber: row.btwNummer ?? '',
		chamberOfCommerceNumber: row.kvkNummer ?? '',
		city: address.plaats ?? '',
		inactive: row.nonactief === true,
	};
}

/** A sales invoice in English. */
export function simplifySalesInvoice(row: IDataObject): IDataObject {
	return {
		id: row.id,
		invoiceNumber: row.factuurnummer,
		invoiceDate: day(row.factuurDatum),
		dueDate: day(row.vervalDatum),
		invoiceAmount: row.factuurBedrag,
		openAmount: row.openstaandSaldo,
		relationId: idOf(row.relatie) ?? '',
		salesEntryId: idOf(row.verkoopBoeking) ?? '',
		changedOn: row.modifiedOn,
	};
}

/** A sales entry in English, with its lines and VAT rows. */
export function simplifySalesEntry(row: IDataObject): IDataObject {
	return {
		id: row.id,
		invoiceNumber: row.factuurnummer,
		invoiceDate: day(row.factuurdatum),
		invoiceAmount: row.factuurbedrag,
		paymentTermDays: row.betalingstermijn,
		description: row.omschrijving,
		relationId: idOf(row.klant) ?? '',
		...linesAndVat(row),
		changedOn: row.modifiedOn,
	};
}

/** A purchase entry in English, with its lines and VAT rows. */
export function simplifyPurchaseEntry(row: IDataObject): IDataObject {
	return {
		id: row.id,
		invoiceNumber: row.factuurnummer,
		invoiceDate: day(row.factuurdatum),
		invoiceAmount: row.factuurbedrag,
		description: row.omschrijving,
		relationId: idOf(row.leverancier) ?? '',
		...linesAndVat(row),
		changedOn: row.modifiedOn,
	};
}

const linesAndVat = (row: IDataObject): IDataObject => ({
	lines: rowsOf(row.boekingsregels).map((line) => ({
		description: line.omschrijving,
		ledgerAccountId: idOf(line.grootboek) ?? '',
		costCentreId: idOf(line.kostenplaats) ?? '',
		amount: line.bedrag,
		vatKind: readVatKind(line.btwSoort) ?? '',
	})),
	vat: rowsOf(row.btw).map((vat) => ({ kind: vat.btwSoort, amount: vat.btwBedrag })),
});

function day(value: unknown): string {
	return typeof value === 'string' ? value.slice(0, 10) : '';
}

function rowsOf(value: unknown): IDataObject[] {
	return Array.isArray(value) ? value : [];
}
