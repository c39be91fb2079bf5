import { besideAmount } from '../documents/beside';
import type { BookableDraft } from '../documents/draft';
import { fromEuro, sum, toEuro, type Cents } from '../money/money';
import type { Outcome } from './transform';
import { addAtRate } from '../trade/vatRates';

/** An order or refund as it was drafted, and what a look-up in the books found of it. */
export interface PlannedDocument {
	kind: 'order' | 'refund';
	outcome: Outcome;
	orderNumber: string;
	/** With VAT as the shop states it, negative for a refund; `null` when it cannot be read. */
	total: Cents | null;
	code: string;
	/** What the code is told with, as a table keeps it; left out when there are none. */
	facts?: string;
	draft?: BookableDraft;
	/** Left out when nobody looked it up. */
	found?: { state: string; code: string; facts?: string };
}

/** What would become of documents when they were booked now. */
export type Fate = 'toBook' | 'alreadyThere' | 'needsAttention' | 'waiting' | 'nothingToBook';

/** Documents with the same fate for the same reason; amounts in euro. */
export interface FateRow {
	fate: Fate;
	kind: PlannedDocument['kind'];
	/** Why; empty for what would be booked or is there. */
	code: string;
	/** What the code is told with, of the first example; JSON text, empty without any. */
	facts: string;
	documents: number;
	total: number;
	/** The first few order numbers, to look at. */
	examples: string;
}

/** What would be booked in a month at a rate; amounts in euro, refunds taken off. */
export interface MonthRow {
	/** yyyy-MM of the booking date. */
	month: string;
	percentage: number;
	net: number;
	vat: number;
	gross: number;
}

export interface Plan {
	fates: FateRow[];
	months: MonthRow[];
}

const EXAMPLES = 5;
const fates: readonly Fate[] = [
	'toBook',
	'alreadyThere',
	'needsAttention',
	'waiting',
	'nothingToBook',
];

/**
 * Counts what would become of documents, and totals what would be booked per month and VAT rate, from
 * the lines and VAT rows of the drafts. The amounts of a month add up to those of its documents.
 */
export function planOf(documents: readonly PlannedDocument[]): Plan {
	const groups = new Map<string, PlannedDocument[]>();
	for (const document of documents) {
		const key = JSON.stringify([fateOf(document), document.kind, codeOf(document)]);
		groups.set(key, [...(groups.get(key) ?? []), document]);
	}
	return {
		fates: [...groups.values()].map(fateRow).sort(byFate),
		months: monthsOf(documents.filter((document) => fateOf(document) === 'toBook')),
	};
}

function fateOf({ outcome, found }: PlannedDocument): Fate {
	if (outcome === 'wait') return 'waiting';
	if (outcome === 'nothingToBook') return 'nothingToBook';
	if (outcome === 'attention' || found?.state === 'needsAttention') return 'needsAttention';
	return found?.state === 'booked' ? 'alreadyThere' : 'toBook';
}

function codeOf({ outcome, code, found }: PlannedDocument): string {
	return outcome === 'book' ? (found?.code ?? '') : code;
}

function factsOf({ outcome, facts, found }: PlannedDocument): string {
	return (outcome === 'book' ? found?.facts : facts) ?? '';
}

function fateRow(group: PlannedDocument[]): FateRow {
	const [first] = group as [PlannedDocument];
	return {
		fate: fateOf(first),
		kind: first.kind,
		code: codeOf(first),
		facts: factsOf(first),
		documents: group.length,
		total: toEuro(sum(group.map(totalOf))),
		examples: group
			.slice(0, EXAMPLES)
			.map(({ orderNumber }) => orderNumber)
			.join(', '),
	};
}

/** What would stand in the books, else what the shop says. */
function totalOf({ draft, total }: PlannedDocument): Cents {
	if (!draft) return total ?? 0;
	return fromEuro(draft.invoiceAmount) + ('beside' in draft ? besideAmount(draft) : 0);
}

function byFate(a: FateRow, b: FateRow): number {
	return (
		fates.indexOf(a.fate) - fates.indexOf(b.fate) ||
		a.kind.localeCompare(b.kind) ||
		a.code.localeCompare(b.code)
	);
}

function monthsOf(documents: readonly PlannedDocument[]): MonthRow[] {
	const months = new Map<string, { net: Map<number, Cents>; vat: Map<number, Cents> }>();
	for (const { draft } of documents) {
		if (!draft) continue;
		const month = draft.invoiceDate.slice(0, 7);
		const amounts = months.get(month) ?? { net: new Map(), vat: new Map() };
		months.set(month, amounts);
		addDraft(draft, amounts);
	}
	return [...months]
		.sort(([a], [b]) => a.localeCompare(b))
		.flatMap(([month, { net, vat }]) =>
			[...new Set([...net.keys(), ...vat.keys()])]
				.sort((a, b) => b - a)
				.map((percentage) => monthRow(month, percentage, net, vat)),
		);
}

/** Lines with foreign VAT (OSS) are VAT, not turnover; those of a sales order may hold the VAT. */
function addDraft(
	draft: BookableDraft,
	{ net, vat }: { net: Map<number, Cents>; vat: Map<number, Cents> },
): void {
	for (const { percentage, amount } of draft.vat) {
		const cents = fromEuro(amount);
		addAtRate(vat, percentage, cents);
		if (draft.document === 'salesOrder' && draft.vatEntry === 'inclusive') {
			addAtRate(net, percentage, -cents);
		}
	}
	for (const { role, percentage = 0, amount } of draft.lines as Array<{
		role: string;
		percentage?: number;
		amount: number;
	}>) {
		addAtRate(role === 'vat' ? vat : net, percentage, fromEuro(amount));
	}
}

function monthRow(
	month: string,
	percentage: number,
	net: ReadonlyMap<number, Cents>,
	vat: ReadonlyMap<number, Cents>,
): MonthRow {
	const [netCents, vatCents] = [net.get(percentage) ?? 0, vat.get(percentage) ?? 0];
	return {
		month,
		percentage,
		net: toEuro(netCents),
		vat: toEuro(vatCents),
		gross: toEuro(netCents + vatCents),
	};
}
