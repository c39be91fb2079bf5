import type { Books } from './routing';

const escape = (text: string): string =>
	text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A small UBL invoice: enough for a reader to recognize number, day, total and supplier. */
export const ublOf = (invoice: { number: string; date: string; total: string; party: string }) =>
	[
		'<?xml version="1.0" encoding="utf-8"?>',
		'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"',
		' xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"',
		' xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">',
		`<cbc:ID>${escape(invoice.number)}</cbc:ID>`,
		`<cbc:IssueDate>${invoice.date}</cbc:IssueDate>`,
		'<cac:AccountingSupplierParty><cac:Party><cac:PartyName>',
		`<cbc:Name>${escape(invoice.party)}</cbc:Name>`,
		'</cac:PartyName></cac:Party></cac:AccountingSupplierParty>',
		'<cac:LegalMonetaryTotal>',
		`<cbc:PayableAmount currencyID="EUR">${invoice.total}</cbc:PayableAmount>`,
		'</cac:LegalMonetaryTotal>',
		'</Invoice>',
	].join('');

const textIn = (xml: string, element: string): string | undefined =>
	new RegExp(`<(?:\\w+:)?${element}(?:\\s[^>]*)?>([^<]*)<`).exec(xml)?.[1]?.trim();

/** What the sandbox reads in a UBL file; undefined when a part is missing (BOE-0092). */
export function readUbl(xml: string, { ledger }: Books) {
	const number = textIn(xml, 'ID');
	const date = textIn(xml, 'IssueDate');
	const total = textIn(xml, 'PayableAmount');
	const name = textIn(xml, 'Name');
	if (!/<(\w+:)?Invoice[\s>]/.test(xml) || !number || !date || !total) return undefined;
	const suppliers = ledger.relations.filter((one) => one.relatiesoort.includes('Leverancier'));
	const supplier = suppliers.find((one) => one.naam === name) ?? suppliers[0];
	return { number, date, total: Number(total), supplier };
}
