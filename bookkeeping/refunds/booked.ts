import { z } from 'zod';

import { foreignSchema } from '../currency/foreignAmount';
import { besideNumber } from '../documents/beside';
import {
	draftLineSchema,
	salesEntryDraftSchema,
	type CreditNoteDraft,
	type SalesEntryDraft,
} from '../documents/draft';
import { fromEuro, sum, toEuro, vatOnTop, type Cents } from '../money/money';
import { cellText } from '../orderTable/cell';
import { creditKey, isCreditKey } from '../orderTable/keys';
import { entryOfMember, readMember } from '../totals/member';
import { type RawObject } from '../trade/fields';
import { Finding } from '../trade/findings';
import { fromJson } from '../trade/json';
import { regimes, type VatKind } from '../trade/vatKinds';
import { ratesInForce } from '../trade/vatRates';

const entrySchema = salesEntryDraftSchema
	.pick({ invoiceNumber: true, invoiceDate: true, paymentTermDays: true })
	.extend({
		relationId: z.string().min(1),
		lines: z
			.array(
				draftLineSchema.pick({
					description: true,
					ledgerAccountId: true,
					costCentreId: true,
					amount: true,
					vatKind: true,
				}),
			)
			.min(1),
		vat: z.array(salesEntryDraftSchema.shape.vat.element.omit({ percentage: true })),
	});
type Entry = z.infer<typeof entrySchema>;

/** A document that we booked: its row in `BookingRecords`, and its entry as it is in SnelStart now. */
export interface BookedDocument {
	record: RawObject;
	/** In the words of a draft. Left out for what is no sales entry. */
	entry?: unknown;
	/** Why SnelStart did not give the entry, as a code. */
	notRead?: string;
	/** What is still open on the invoice behind the entry, in euro, where that was asked for. */
	openAmount?: number;
	/** The entry beside it, of a document in two entries. */
	beside?: Omit<BookedDocument, 'record' | 'beside'>;
	/** Of a sales order, where it was asked for: how it stands in SnelStart now. */
	salesOrder?: unknown;
}

/** What is in the books of an order, by its entries and not by what settings and shop say today. */
export interface BookedOrder {
	sale: SalesEntryDraft;
	credits: CreditNoteDraft[];
}

/** SnelStart's answer for an entry that is not there. */
export const ENTRY_GONE = '404';

/**
 * Reads what is in the books of an order, as `readEntriesOf`. Of a sale that was undone nothing is:
 * it is to be booked again.
 *
 * @returns `undefined` when no record of the sale is kept, too.
 */
export function readBookedOrder(
	documents: readonly BookedDocument[],
	orderKey: string,
	orderNumber: string,
): BookedOrder | undefined {
	const inBooks = readEntriesOf(documents, orderKey, orderNumber);
	return isUndone(inBooks) ? undefined : inBooks;
}

/** Whether the newest entry of an order was taken back by an undo. */
export const isUndone = (entries: BookedOrder | undefined): boolean =>
	entries?.credits.some(({ undoes }) => undoes) ?? false;

/**
 * Reads what is in the books of an order: amounts, accounts, VAT kinds and customer as they stand in
 * SnelStart, whoever changed them; what SnelStart does not know of them by the record.
 *
 * @param documents may hold those of other orders.
 * @returns `undefined` when no record of the sale is kept.
 * @throws Finding CREDIT_OF_SALES_ORDER, BOOKED_ENTRY_GONE, BOOKED_ENTRY_NOT_READ, BOOKED_ENTRY_UNCLEAR.
 */
export function readEntriesOf(
	documents: readonly BookedDocument[],
	orderKey: string,
	orderNumber: string,
): BookedOrder | undefined {
	const found = documents.find(({ record }) => cellText(record, 'documentKey') === orderKey);
	if (!found) return undefined;
	// Its total is not in the books yet.
	if (readMember(found.record)?.entryId === '') return undefined;
	if (cellText(found.record, 'document') === 'salesOrder')
		throw new Finding('CREDIT_OF_SALES_ORDER');
	const sale: SalesEntryDraft = { ...draftOf(found, orderNumber), document: 'salesEntry' };
	const isOn = (key: string): boolean =>
		!isCreditKey(key, orderKey) || key === creditKey(orderKey, sale.version ?? 1);
	const credits = documents
		.filter(({ record }) => cellText(record, 'parentKey') === orderKey)
		.filter(({ record }) => cellText(record, 'document') === 'creditNote')
		.filter(({ record }) => isOn(cellText(record, 'documentKey')))
		.map(
			(one): CreditNoteDraft => ({
				...draftOf(one, orderNumber),
				document: 'creditNote',
				originalInvoiceNumber: sale.invoiceNumber,
				originalOrderKey: orderKey,
				estimated: false,
				...namesOfCredit(one.record, sale),
			}),
		);
	return { sale, credits };
}

function namesOfCredit(record: RawObject, { invoiceNumber }: SalesEntryDraft) {
	const { undoes, ofBeside, estimated } = readNotes(record);
	return {
		...(estimated && { estimated }),
		...(undoes && { undoes }),
		...(ofBeside && { ofBeside, originalInvoiceNumber: besideNumber(invoiceNumber) }),
	};
}

function draftOf(
	{ record, entry, notRead, beside }: BookedDocument,
	orderNumber: string,
): Omit<SalesEntryDraft, 'document'> {
	// Of an order in a total its own part, by its record: the entry holds other orders too.
	const member = readMember(record);
	const { invoiceNumber, invoiceDate, paymentTermDays, relationId, lines, vat } = readEntry(
		cellText(record, 'number'),
		member ? entryOfMember(member) : entry,
		member ? undefined : notRead,
	);
	const rates = ratesOf({ lines, vat, invoiceDate }, keptLines(record));
	const drafted = lines.map((line, index) => ({ ...line, ...rates.lines[index]!, reason: '' }));
	const total = sum([...lines, ...vat].map(({ amount }) => fromEuro(amount)));
	const deliveryCountry = cellText(record, 'deliveryCountry');
	return {
		orderKey: cellText(record, 'documentKey'),
		orderNumber,
		invoiceNumber,
		invoiceDate,
		paymentTermDays,
		description: '',
		invoiceAmount: toEuro(total),
		customer: { kind: 'fixedDebtor', relationId },
		lines: drafted,
		vat: vat.map((row) => ({ ...row, percentage: rates.ofKind(row.vatKind) })),
		...keptNotes(record),
		...besideOf(record, beside),
		regime: regimes.find((one) => one === record.regime) ?? 'domestic',
		regimeReason: 'As it was booked',
		...(deliveryCountry !== '' && { deliveryCountry }),
		notes: [],
	};
}

function readEntry(number: string, entry: unknown, notRead: string | undefined): Entry {
	if (notRead === ENTRY_GONE) throw new Finding('BOOKED_ENTRY_GONE', { number });
	if (notRead !== undefined)
		throw new Finding('BOOKED_ENTRY_NOT_READ', { number, answer: notRead });
	const read = entrySchema.safeParse(entry);
	if (read.success) return read.data;
	const field = read.error.issues[0]?.path.join('.') ?? '';
	throw new Finding('BOOKED_ENTRY_UNCLEAR', { number, field: field || 'id' });
}

type KeptLine = Pick<SalesEntryDraft['lines'][number], 'role' | 'percentage' | 'shopLine'>;

const keptSchema = z.array(
	z.tuple([z.string(), draftLineSchema.shape.role, z.number().min(0).max(100)]).rest(z.unknown()),
);

/** What each line of the entry was made of. */
function keptLines(record: RawObject): KeptLine[] {
	const kept = keptSchema.safeParse(fromJson(cellText(record, 'lines')));
	return (kept.data ?? []).map(keptLine);
}

function keptLine([shopLine, role, percentage]: z.infer<typeof keptSchema>[number]): KeptLine {
	return { role, percentage, ...(shopLine !== '' && { shopLine }) };
}

/**
 * Role and rate of each line of an entry, and the rate of each kind of VAT. A line that somebody added
 * or took away in SnelStart leaves nothing to tell which line is which: then they are products, at
 * the rate that their VAT makes.
 */
function ratesOf(
	{ lines, vat, invoiceDate }: Pick<Entry, 'lines' | 'vat' | 'invoiceDate'>,
	kept: readonly KeptLine[],
): { lines: KeptLine[]; ofKind: (kind: VatKind | 'reverseCharge') => number } {
	const isAsBooked = kept.length === lines.length;
	const centsOf = (rows: ReadonlyArray<{ vatKind: string; amount: number }>, kind: string): Cents =>
		sum(rows.filter(({ vatKind }) => vatKind === kind).map(({ amount }) => fromEuro(amount)));
	const known = kept.flatMap(({ percentage = 0 }) => (percentage > 0 ? [percentage] : []));
	const rates = new Map<string, number>();
	const ofKind = (kind: VatKind | 'reverseCharge'): number => {
		if (kind === 'none' || kind === 'reverseCharge') return 0;
		const before = rates.get(kind);
		if (before !== undefined) return before;
		const [net, charged] = [centsOf(lines, kind), centsOf(vat, kind)];
		const missed = (rate: number): number => Math.abs(vatOnTop(net, rate) - charged);
		const booked = isAsBooked ? kept.filter((_, index) => lines[index]?.vatKind === kind) : [];
		const usual = booked.find(({ percentage = 0 }) => missed(percentage) <= lines.length + 1);
		const others = [...known, ...ratesInForce('NL', invoiceDate)];
		const nearest = others.reduce((a, b) => (missed(b) < missed(a) ? b : a));
		const rate = usual?.percentage ?? nearest;
		rates.set(kind, rate);
		return rate;
	};
	return {
		ofKind,
		lines: lines.map(({ vatKind }, index) => {
			const own: KeptLine = (isAsBooked && kept[index]) || { role: 'product', percentage: 0 };
			return vatKind === 'none' ? own : { ...own, percentage: ofKind(vatKind) };
		}),
	};
}

const notesSchema = z.object({
	exchange: z.tuple([z.string(), z.number(), z.string(), z.string()]).optional(),
	giftCard: z.tuple([z.number(), z.string()]).optional(),
	beside: z.object({ entryId: z.string(), lines: keptSchema }).optional(),
	ofBeside: z.literal(true).optional(),
	withoutBeside: z.literal(true).optional(),
	version: z.number().int().min(2).optional(),
	undoes: z.literal(true).optional(),
	estimated: z.literal(true).optional(),
});

const readNotes = (record: RawObject) =>
	notesSchema.safeParse(fromJson(cellText(record, 'notes'))).data ?? {};

/** What else decided, as far as a credit note needs it. */
function keptNotes(record: RawObject): Pick<SalesEntryDraft, 'foreign' | 'giftCard' | 'version'> {
	const { exchange, giftCard, version } = readNotes(record);
	const foreign =
		exchange &&
		foreignSchema.safeParse({
			currency: exchange[0],
			amount: toEuro(exchange[1]),
			rate: exchange[2],
			quoted: exchange[3],
		}).data;
	return {
		...(foreign && { foreign }),
		...(giftCard && { giftCard: { amount: toEuro(giftCard[0]), ledgerAccountId: giftCard[1] } }),
		...(version !== undefined && { version }),
	};
}

/**
 * The entry beside that of the order as it stands in SnelStart, where one was booked.
 *
 * @throws Finding BOOKED_ENTRY_GONE, BOOKED_ENTRY_NOT_READ, BOOKED_ENTRY_UNCLEAR.
 */
function besideOf(
	record: RawObject,
	document: BookedDocument['beside'],
): Pick<SalesEntryDraft, 'beside'> {
	const { beside } = readNotes(record);
	if (!beside) return {};
	const number = besideNumber(cellText(record, 'number'));
	const { relationId, lines, vat } = readEntry(number, document?.entry, document?.notRead);
	if (vat.some(({ amount }) => amount !== 0) || lines.some(({ vatKind }) => vatKind !== 'none')) {
		throw new Finding('BOOKED_ENTRY_UNCLEAR', { number, field: 'vat' });
	}
	const kept = beside.lines.length === lines.length ? beside.lines.map(keptLine) : [];
	return {
		beside: {
			customer: { kind: 'fixedDebtor', relationId },
			lines: lines.map((line, index) => ({
				...{ role: 'product', percentage: 0, ...kept[index], ...line, reason: '' },
			})),
		},
	};
}

/** The id in SnelStart of the entry beside that of a booking record; empty where there is none. */
export const besideEntryIdIn = (record: RawObject): string =>
	readNotes(record).beside?.entryId ?? '';

/** Whether SnelStart refused the second entry of a credit note, so that it is to be tried again. */
export const lacksBeside = (record: RawObject): boolean => readNotes(record).withoutBeside === true;

/**
 * What of a document stood in the entry beside its own when it was booked, below zero for a credit
 * note: all of one that takes back nothing else. 0 where there is none.
 */
export function besideAmountIn(record: RawObject): Cents {
	const { beside, ofBeside } = readNotes(record);
	const lines = ofBeside
		? keptSchema.safeParse(fromJson(cellText(record, 'lines'))).data
		: undefined;
	return sum((beside?.lines ?? lines ?? []).map(([, , , , net]) => Number(net ?? 0)));
}
