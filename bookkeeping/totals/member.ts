import { z } from 'zod';

import { draftLineSchema, salesEntryDraftSchema, type SalesEntryDraft } from '../documents/draft';
import { toEuro, type Cents } from '../money/money';
import { cellText } from '../orderTable/cell';
import type { RawObject } from '../trade/fields';
import { fromJson } from '../trade/json';
import { regimes, vatKinds, type Regime } from '../trade/vatKinds';

/** An order that is booked in a total, or a refund in a negative one, as it was kept when it was gathered. */
export interface Member {
	orderKey: string;
	/** The number that it would have had in the books by itself. */
	invoiceNumber: string;
	/** Of the total that holds it; of its series as long as that is open. */
	totalNumber: string;
	/** Its entry in SnelStart; empty as long as the total is not booked. */
	entryId: string;
	relationId: string;
	/** The day of the total, yyyy-MM-dd. */
	date: string;
	regime: Regime;
	deliveryCountry: string;
	/** The code of its payment method. */
	method: string;
	/** It takes back: its amounts are below zero. */
	isCredit: boolean;
	/** Of a credit: the number of its order. */
	ofOrder: string;
	lines: MemberLine[];
	vat: MemberVat[];
}

export interface MemberLine {
	shopLine: string;
	role: SalesEntryDraft['lines'][number]['role'];
	percentage: number;
	ledgerAccountId: string;
	costCentreId: string;
	vatKind: SalesEntryDraft['lines'][number]['vatKind'];
	/** Without VAT. */
	cents: Cents;
	description: string;
}

export interface MemberVat {
	vatKind: SalesEntryDraft['vat'][number]['vatKind'];
	percentage: number;
	cents: Cents;
}

const cents = z.number().int();
const linesSchema = z
	.array(
		z.tuple([
			z.string(),
			draftLineSchema.shape.role,
			z.number(),
			z.string().min(1),
			z.string(),
			z.enum(vatKinds),
			cents,
			z.string(),
		]),
	)
	.min(1);
const notesSchema = z.object({
	total: z.object({
		number: z.string(),
		method: z.string(),
		ofOrder: z.string().optional(),
		vat: z.array(
			z.tuple([salesEntryDraftSchema.shape.vat.element.shape.vatKind, z.number(), cents]),
		),
	}),
});

/**
 * Reads the booking record of an order that is in a total.
 *
 * @returns `undefined` for a record of anything else.
 */
export function readMember(record: RawObject): Member | undefined {
	const notes = notesSchema.safeParse(fromJson(cellText(record, 'notes')));
	const lines = linesSchema.safeParse(fromJson(cellText(record, 'lines')));
	if (!notes.success || !lines.success) return undefined;
	const { number, method, ofOrder = '', vat } = notes.data.total;
	return {
		orderKey: cellText(record, 'documentKey'),
		invoiceNumber: number,
		totalNumber: cellText(record, 'number'),
		entryId: cellText(record, 'entryId'),
		relationId: cellText(record, 'relationId'),
		date: cellText(record, 'documentDate').slice(0, 10),
		regime: regimes.find((one) => one === record.regime) ?? 'domestic',
		deliveryCountry: cellText(record, 'deliveryCountry'),
		method,
		isCredit: cellText(record, 'document') === 'creditNote',
		ofOrder,
		lines: lines.data.map(
			([shopLine, role, percentage, account, costCentreId, vatKind, net, description]) => ({
				shopLine,
				role,
				percentage,
				ledgerAccountId: account,
				costCentreId,
				vatKind,
				cents: net,
				description,
			}),
		),
		vat: vat.map(([vatKind, percentage, amount]) => ({ vatKind, percentage, cents: amount })),
	};
}

/** What a member makes with VAT. */
export const totalOfMember = ({ lines, vat }: Member): Cents =>
	[...lines, ...vat].reduce((all, one) => all + one.cents, 0);

/** The part of a total's entry that is of this member, in the words of a draft. */
export function entryOfMember(member: Member): RawObject {
	return {
		invoiceNumber: member.totalNumber,
		invoiceDate: member.date,
		paymentTermDays: 0,
		relationId: member.relationId,
		lines: member.lines.map(({ costCentreId, description, ledgerAccountId, vatKind, ...line }) => ({
			description,
			ledgerAccountId,
			...(costCentreId !== '' && { costCentreId }),
			amount: toEuro(line.cents),
			vatKind,
		})),
		vat: member.vat.map(({ vatKind, ...row }) => ({ vatKind, amount: toEuro(row.cents) })),
	};
}
