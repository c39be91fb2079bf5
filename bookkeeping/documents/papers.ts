import { cellMoment, cellText } from '../orderTable/cell';
import { CLAIM_HOURS } from '../orderTable/claims';
import { orderIdIn } from '../orderTable/keys';
import type { Settings, ShopSettings } from '../settings/settings';
import { groupBy } from '../trade/groupBy';
import { isObject, type RawObject } from '../trade/fields';
import { cutText } from '../trade/text';

/** What may be attached to an entry: the list of a day total, our own sheet, the shop's invoice. */
export type Paper = 'list' | 'orderSheet' | 'invoice';

/** A paper that is still to be attached to an entry. */
export interface PlannedPaper {
	paper: Paper;
	documentKey: string;
	client: string;
	shop: string;
	/** The shop's own id of the order; of a total nothing. */
	orderId: string;
	/** The number of the entry. */
	number: string;
	/** Of a total of a payout: its key. */
	payoutKey: string;
	/** The id in SnelStart of the entry. */
	entryId: string;
	/** No other document of the entry has this name, so by it a later run finds what was attached. */
	fileName: string;
	/** Where the shop shows its invoice; empty for the usual place. */
	invoiceAddress: string;
	/** What the record says now; only where it still says so may a run write `documentClaim`. */
	claimBefore: string | null;
	/** What this run writes into the record before it attaches anything. */
	documentClaim: string;
}

const HOUR_MS = 3_600_000;
const endings: Readonly<Record<Paper, string>> = {
	list: '.csv',
	orderSheet: '.txt',
	invoice: '.pdf',
};
/** BLG-0016, BLG-0017. */
const NOT_IN_NAMES = /[\\/:*?"<>|]/g;
const LONGEST_NAME = 200;

/** Who plans: the id of the run, and the moment it looks. */
interface Run {
	id: string;
	now: Date;
}

/**
 * Which papers go to the entries of booking records, each entry once, and how this run claims them.
 * As long as another run has one nobody else attaches it: two runs at once would both find the entry
 * without.
 *
 * @param records rows of the booking records
 */
export function planPapers(
	records: readonly RawObject[],
	settings: Settings,
	run: Run,
): PlannedPaper[] {
	// What undid a total names it: neither has orders that could be listed.
	const undone = new Set(
		records
			.filter(({ kind, document }) => kind === 'total' && document === 'creditNote')
			.flatMap((record) => [cellText(record, 'documentKey'), cellText(record, 'parentKey')]),
	);
	const listed = records.filter((record) => !undone.has(cellText(record, 'documentKey')));
	const byEntry = groupBy(listed, (record) => cellText(record, 'entryId'));
	return [...byEntry.values()].flatMap((rows) => {
		const planned = rows.map((row) => planPaper(row, settings, run));
		// A record may have a second row, which knows what the first does not.
		const isWhole = planned.every((one) => one !== undefined);
		return isWhole && planned[0] ? [planned[0]] : [];
	});
}

function planPaper(record: RawObject, settings: Settings, run: Run): PlannedPaper | undefined {
	const claimBefore = cellText(record, 'documentClaim') || null;
	const paper = paperOf(record, settings);
	const entryId = cellText(record, 'entryId');
	if (!paper || entryId === '' || cellText(record, 'documentId') !== '') return undefined;
	if (claimBefore !== null && isHeld(claimBefore, run.now)) return undefined;
	const [number, documentKey] = [cellText(record, 'number'), cellText(record, 'documentKey')];
	return {
		paper,
		documentKey,
		client: cellText(record, 'client'),
		shop: cellText(record, 'shop'),
		orderId: paper === 'list' ? '' : orderIdIn(documentKey),
		number,
		payoutKey: paper === 'list' ? cellText(record, 'parentKey') : '',
		entryId,
		fileName: `${cutText(number.replace(NOT_IN_NAMES, '-'), LONGEST_NAME)}${endings[paper]}`,
		invoiceAddress: knownShop(record, settings)?.invoiceAddress ?? '',
		claimBefore,
		documentClaim: `${run.now.toISOString()}/${run.id}`,
	};
}

/** A day total gets the list of its orders; an order what its shop says, unless it is in a total. */
function paperOf(record: RawObject, settings: Settings): Paper | undefined {
	if (cellMoment(record, 'bookedAt') === null) return undefined;
	const kind = cellText(record, 'kind');
	if (kind === 'total') return 'list';
	const isEntry = kind === 'order' && cellText(record, 'document') === 'salesEntry';
	const wanted = knownShop(record, settings)?.paper;
	if (!isEntry || isOfOthers(record) || !wanted || wanted === 'none') return undefined;
	return wanted;
}

function knownShop(record: RawObject, settings: Settings): ShopSettings | undefined {
	const name = cellText(record, 'shop');
	return settings.shops.find(({ shop }) => shop === name);
}

/** Whether its entry holds other orders too, or is that of another connector. */
function isOfOthers(record: RawObject): boolean {
	const text = cellText(record, 'notes');
	if (text === '') return false;
	const notes: unknown = JSON.parse(text);
	return isObject(notes) && (isObject(notes.total) || notes.bookedBefore === true);
}

/** A claim begins with the moment it was made; one that cannot be read is nobody's. */
function isHeld(claim: string, now: Date): boolean {
	const made = Date.parse(claim.split('/')[0] ?? '');
	return now.getTime() - made < CLAIM_HOURS * HOUR_MS;
}
