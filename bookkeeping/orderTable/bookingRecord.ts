import { fromEuro, type Cents } from '../money/money';
import { isObject, object, objects, type RawObject } from '../trade/fields';
import { cutText } from '../trade/text';
import { cellMoment, cellNumber, cellText } from './cell';
import type { RowOf } from './columns';
import type { FoundToBook } from './found';
import type { ResultRow } from './result';
import { waitsForTotal } from './states';

/** What a payout is made of, in the order in which it is kept. */
export const payoutPartNames = ['payments', 'refunds', 'chargebacks', 'fees', 'other'] as const;
export type PayoutPart = (typeof payoutPartNames)[number];

/** What is written of a document once it is booked; a credit note on it adds `creditedAt` later. */
export const recordColumns = [
	'documentKey',
	'kind',
	'parentKey',
	'client',
	'shop',
	'document',
	'number',
	'entryId',
	'relationId',
	'buyerKey',
	'contactKey',
	'documentDate',
	'regime',
	'deliveryCountry',
	'settingsVersion',
	'lines',
	'charged',
	'notes',
	'readAt',
	'claimedAt',
	'bookedAt',
] as const;
export type BookingRecord = Pick<RowOf<'BookingRecords'>, (typeof recordColumns)[number]>;

/**
 * What is kept of a booking, so that credits, corrections and comparisons go by what was booked and
 * not by today's settings and today's order. No names, addresses or VAT numbers.
 *
 * @param claimed the row of the order table as it was read after the claim.
 * @param row what is recorded in the order table.
 * @param answer the item of Book or Register, with what SnelStart did not accept on the customer's card.
 * @returns `undefined` for what is not booked.
 */
export function bookingRecordOf(
	{ seen, draft, orderDate, figures, ofCustomer }: FoundToBook,
	claimed: RawObject,
	row: ResultRow,
	answer: RawObject = {},
): BookingRecord | undefined {
	const isGathered = Object.values(waitsForTotal).some((state) => state === row.state);
	if (row.state !== 'booked' && !isGathered) return undefined;
	const datedOn = cellText(answer, 'datedOn');
	const version = cellNumber(claimed, 'version') ?? 1;
	// The entry of another connector: which line it made of what, and whose card it is on, nobody knows.
	const isOld = draft.bookedBefore === true && version < 2;
	const isOwnCard = !isGathered && !isOld;
	return {
		documentKey: seen.orderKey,
		kind: seen.kind,
		parentKey: seen.parentKey,
		client: seen.client,
		shop: seen.shop,
		document: cellText(draft, 'document'),
		number: isGathered ? row.originalInvoiceNumber : row.snelStartNumber,
		entryId: row.salesEntryId,
		relationId: isGathered ? cellText(object(draft, 'dayTotal'), 'relationId') : row.relationId,
		// The card of a total is nobody's own: no later order is to find it.
		buyerKey: (isOwnCard && ofCustomer?.buyerKey) || '',
		contactKey: (isOwnCard && ofCustomer?.contactKey) || '',
		documentDate: datedOn || orderDate,
		regime: figures.regime,
		deliveryCountry: cellText(draft, 'deliveryCountry'),
		settingsVersion: figures.settingsVersion,
		lines: compact(isGathered ? memberLinesOf(draft) : isOld ? [] : linesOf(draft)),
		charged: compact(chargedOf(draft)),
		notes: compact({
			...notesOf(draft, cellNumber(claimed, 'version')),
			...besideIn(draft, answer),
			...(isOld && { bookedBefore: true }),
			...(isGathered && { total: memberNotesOf(draft) }),
			...(datedOn !== '' && { movedFrom: orderDate }),
			...warningsOf(answer),
		}),
		readAt: cellMoment(claimed, 'createdAt'),
		claimedAt: cellMoment(claimed, 'updatedAt'),
		bookedAt: row.bookedAt,
	};
}

/** JSON text; nothing at all where there is nothing to keep. */
function compact(value: object): string {
	return Object.keys(value).length === 0 ? '' : JSON.stringify(value);
}

/** What a line was made of: the shop's own id of its line, what it is for, its VAT rate. */
type KeptLine = [shopLine: string, role: string, percentage: number];

/** And where it went, for who checks it: the account by the beginning of its id, cents without VAT. */
type SaleLine = [...line: KeptLine, account: string, net: Cents];

/** So much of an id tells the ledger accounts of an administration apart, in a quarter of the bytes. */
const ACCOUNT_PART = 8;

/** The lines of a sale, as they are kept. */
export function linesOf(draft: RawObject): SaleLine[] {
	// The lines of a payment or payout are those of its entry: no line of a shop became them.
	if (!isSale(draft)) return [];
	return objects(draft, 'lines').map((line) => [
		...keptLineOf(line),
		cellText(line, 'ledgerAccountId').slice(0, ACCOUNT_PART),
		centsIn(line, 'amount'),
	]);
}

const keptLineOf = (line: RawObject): KeptLine => [
	cellText(line, 'shopLine'),
	cellText(line, 'role'),
	cellNumber(line, 'percentage') ?? 0,
];

/** Of an order in a total its amounts too: its lines are no lines of an entry. */
type MemberLine = [
	...line: KeptLine,
	ledgerAccountId: string,
	costCentreId: string,
	vatKind: string,
	net: Cents,
	description: string,
];
const MEMBER_DESCRIPTION_LENGTH = 80;

function memberLinesOf(draft: RawObject): MemberLine[] {
	return objects(draft, 'lines').map((line) => [
		...keptLineOf(line),
		cellText(line, 'ledgerAccountId'),
		cellText(line, 'costCentreId'),
		cellText(line, 'vatKind'),
		centsIn(line, 'amount'),
		cutText(cellText(line, 'description'), MEMBER_DESCRIPTION_LENGTH),
	]);
}

function memberNotesOf(draft: RawObject): object {
	return {
		number: cellText(draft, 'invoiceNumber'),
		method: cellText(object(draft, 'dayTotal'), 'method'),
		...(draft.document === 'creditNote' && { ofOrder: cellText(draft, 'orderNumber') }),
		vat: objects(draft, 'vat').map((row) => [
			cellText(row, 'vatKind'),
			cellNumber(row, 'percentage') ?? 0,
			centsIn(row, 'amount'),
		]),
	};
}

function isSale(draft: RawObject): boolean {
	return ['salesEntry', 'creditNote', 'salesOrder'].includes(cellText(draft, 'document'));
}

/** Net and VAT in cents by percentage: as the shop charged it, or as a credit note takes it back. */
export function chargedOf(draft: RawObject): Record<string, [net: Cents, vat: Cents]> {
	const perRate: Record<string, [Cents, Cents]> = {};
	const add = (part: RawObject, net: string, vat: string): void => {
		const percentage = cellText(part, 'percentage') || 'none';
		const [netBefore, vatBefore] = perRate[percentage] ?? [0, 0];
		perRate[percentage] = [netBefore + centsIn(part, net), vatBefore + centsIn(part, vat)];
	};
	if (Array.isArray(draft.charged)) {
		for (const rate of objects(draft, 'charged')) add(rate, 'net', 'vat');
	} else if (isSale(draft)) {
		for (const line of objects(draft, 'lines')) {
			const role = cellText(line, 'role');
			if (role === 'vat') add(line, '', 'amount');
			else if (role !== 'rounding') add(line, 'amount', '');
		}
		for (const vat of objects(draft, 'vat')) {
			if (centsIn(vat, 'amount') !== 0) add(vat, '', 'amount');
		}
	}
	return perRate;
}

const centsIn = (raw: RawObject, field: string): Cents => fromEuro(cellNumber(raw, field) ?? 0);

function warningsOf({ warnings }: RawObject): object {
	return Array.isArray(warnings) && warnings.length > 0 ? { warnings } : {};
}

/** Of the entry beside it, where that is in the books too; of a credit note also that it is not. */
function besideIn(draft: RawObject, answer: RawObject): object {
	const entryId = cellText(object(answer, 'beside'), 'salesEntryId');
	if (!isObject(draft.beside)) return {};
	if (entryId === '') return draft.document === 'creditNote' ? { withoutBeside: true } : {};
	return { beside: { entryId, lines: linesOf({ ...draft.beside, document: 'salesEntry' }) } };
}

/**
 * What else decided, with amounts in cents.
 *
 * @param entryVersion which entry of the order it is, where earlier ones were undone.
 */
export function notesOf(draft: RawObject, entryVersion: number | null): object {
	const consultation = cellText(draft, 'consultationNumber');
	const vatCheck = object(draft, 'vatNumberCheck');
	const rounding = objects(draft, 'lines')
		.filter((line) => line.role === 'rounding')
		.reduce((all, line) => all + centsIn(line, 'amount'), 0);
	const moved = object(draft, 'movedCents');
	const foreign = object(draft, 'foreign');
	const giftCard = object(draft, 'giftCard');
	const version = cellNumber(draft, 'version') ?? entryVersion;
	return {
		...(consultation !== '' && { consultation }),
		...(isObject(draft.vatNumberCheck) && {
			vatCheck: [cellText(vatCheck, 'verdict'), cellText(vatCheck, 'at')],
		}),
		...(draft.estimated === true && { estimated: true }),
		...(rounding !== 0 && { rounding }),
		...(moved.onVat !== undefined && { onVat: centsIn(moved, 'onVat') }),
		...(moved.onLine !== undefined && { onLine: centsIn(moved, 'onLine') }),
		...(isObject(draft.giftCard) && {
			giftCard: [centsIn(giftCard, 'amount'), cellText(giftCard, 'ledgerAccountId')],
		}),
		...(version !== null && version > 1 && { version }),
		...(draft.undoes === true && { undoes: true }),
		...(draft.ofBeside === true && { ofBeside: true }),
		...(isObject(draft.feesBooked) && {
			fees: [
				cellText(object(draft, 'feesBooked'), 'on'),
				centsIn(object(draft, 'feesBooked'), 'fees'),
				centsIn(object(draft, 'feesBooked'), 'vat'),
			],
		}),
		...(isObject(draft.parts) && {
			parts: payoutPartNames.map((name) => centsIn(object(draft, 'parts'), name)),
		}),
		...(isObject(draft.foreign) && {
			exchange: [
				cellText(foreign, 'currency'),
				centsIn(foreign, 'amount'),
				cellText(foreign, 'rate'),
				cellText(foreign, 'quoted'),
			],
		}),
	};
}
