import { isSameRate } from '../documents/centPerLine';
import type { CreditNoteDraft, DraftLine, EntryDraft } from '../documents/draft';
import type { VatKind } from '../trade/vatKinds';
import { sum, type Cents, fromEuro } from '../money/money';
import type { BasketShare } from '../vat/spread';

/** A booked line, or a part of it; positive as long as less was credited than booked. */
export interface OpenLine {
	role: DraftLine['role'];
	description: string;
	ledgerAccountId: string;
	costCentreId?: string;
	vatKind: VatKind;
	percentage: number;
	/** Without VAT. */
	cents: Cents;
	/** The shop's own id of the line that it was made of. */
	shopLine?: string;
	/** It stands in the entry beside that of the order (`besideEntry`). */
	beside?: true;
}

/** VAT of one rate: a VAT row, or a line of its own where foreign VAT is booked so (OSS). */
export interface OpenVat {
	percentage: number;
	cents: Cents;
	booked: { vatKind: VatRow['vatKind'] } | { line: OpenLine };
}
type VatRow = EntryDraft['vat'][number];

/** What of a booked sale is not credited yet. */
export interface OpenSale {
	lines: OpenLine[];
	vat: OpenVat[];
	/** What the sale was before anything was credited. */
	sold: OpenRate[];
	/**
	 * With VAT, per rate: what refunds of an amount took of it. The shop did not say of what, so it may
	 * as well have gone back of what was sold at another rate.
	 */
	byAmount: ReadonlyMap<number, Cents>;
	/** How many lines earlier refunds took back, each rounded by itself; left out: none. */
	creditedLines?: number;
	/** A distance sale: SnelStart takes no other accounts in its credit notes either (BOE-0061). */
	oss?: boolean;
}

/** What is left at one VAT rate. */
export interface OpenRate {
	percentage: number;
	net: Cents;
	vat: Cents;
}

/**
 * What is left of a sale after earlier credit notes, line by line: a credit note takes from the line
 * with its title, then from the others on the same account. Whatever it took too much on one account
 * stays behind as a line of the other sign, so that sale and credit notes always add up. An order in
 * two entries is one sale, whose lines know in which of them they stand.
 *
 * @param booked the draft the sale was booked from.
 * @param credits the credit notes on it, whose amounts are negative.
 */
export function openSale(booked: EntryDraft, credits: readonly CreditNoteDraft[]): OpenSale {
	const all = { lines: bookedLines(booked), vat: bookedVat(booked) };
	const byAmount = new Map<number, Cents>();
	const creditedLines = sum(credits.map(({ lines }) => lines.length));
	const open = {
		...{ ...all, sold: openRates(all), byAmount, creditedLines },
		oss: booked.regime === 'oss',
	};
	for (const credit of credits) {
		const taken = { lines: bookedLines(credit), vat: bookedVat(credit) };
		take(open, taken);
		if (!credit.estimated) continue;
		const ofNoLine = taken.lines.filter(({ shopLine }) => shopLine === undefined);
		for (const { percentage, net, vat } of openRates({ lines: ofNoLine, vat: taken.vat })) {
			if (net !== 0) byAmount.set(percentage, (byAmount.get(percentage) ?? 0) - net - vat);
		}
	}
	return open;
}

/** Takes lines and VAT off what is left; their amounts are those of a credit note, negative. */
function take(
	open: Pick<OpenSale, 'lines' | 'vat'>,
	credit: Pick<OpenSale, 'lines' | 'vat'>,
): void {
	for (const line of credit.lines) takeLine(open.lines, line);
	for (const row of credit.vat) addVat(open.vat, row);
}

/** Adds VAT to the row of its rate, or as a row of its own. */
export function addVat(rows: OpenVat[], row: OpenVat): void {
	const same = rows.find(({ percentage }) => isSameRate(percentage, row.percentage));
	if (same) same.cents += row.cents;
	else rows.push({ ...row });
}

/** What is left of a sale once these lines and this VAT, positive for a product, went back as well. */
export function leftWithout(open: OpenSale, taken: Pick<OpenSale, 'lines' | 'vat'>): OpenSale {
	const copied = <Part extends object>(parts: readonly Part[]): Part[] =>
		parts.map((part) => ({ ...part }));
	const left = { ...open, lines: copied(open.lines), vat: copied(open.vat) };
	const turned = <Part extends { cents: Cents }>(part: Part): Part => ({
		...part,
		cents: -part.cents,
	});
	take(left, { lines: taken.lines.map(turned), vat: taken.vat.map(turned) });
	return left;
}

/** What is left with VAT. */
export function openTotal({ lines, vat }: Pick<OpenSale, 'lines' | 'vat'>): Cents {
	return sum([...lines, ...vat].map(({ cents }) => cents));
}

/** What is left per VAT rate, highest rate first. */
export function openRates({ lines, vat }: Pick<OpenSale, 'lines' | 'vat'>): OpenRate[] {
	const percentages: number[] = [];
	for (const { percentage } of [...lines, ...vat]) {
		if (!percentages.some((one) => isSameRate(one, percentage))) percentages.push(percentage);
	}
	const at = (rows: ReadonlyArray<{ percentage: number; cents: Cents }>, percentage: number) =>
		sum(rows.filter((row) => isSameRate(row.percentage, percentage)).map(({ cents }) => cents));
	return percentages
		.sort((a, b) => b - a)
		.map((percentage) => ({
			percentage,
			net: at(lines, percentage),
			vat: at(vat, percentage),
		}));
}

/** What the products of a sale hold per rate after discount: the weights of a split. */
export function basketOf(booked: EntryDraft): BasketShare[] {
	const { lines, vat } = openSale(booked, []);
	const products = lines.filter(
		({ role, beside }) => !beside && (role === 'product' || role === 'discount'),
	);
	return openRates({ lines: products, vat });
}

/** The title in a line's description: without the quantity before it. */
export function titleOf(description: string): string {
	return description.replace(/^\d+(\.\d+)? x /, '');
}

/** Whether two lines stand on the same account, at the same rate, in the same role. */
export function isSamePlace(one: OpenLine, other: OpenLine): boolean {
	return (
		one.role === other.role &&
		one.beside === other.beside &&
		one.ledgerAccountId === other.ledgerAccountId &&
		one.costCentreId === other.costCentreId &&
		one.vatKind === other.vatKind &&
		isSameRate(one.percentage, other.percentage)
	);
}

function bookedLines(draft: EntryDraft): OpenLine[] {
	const isBeside = draft.document === 'creditNote' && draft.ofBeside;
	const own = draft.lines.filter(({ role }) => role !== 'vat');
	const beside = (draft.beside?.lines ?? []).map((line) => toOpenLine(line, { vat: [] }));
	return [
		...own.map((line) => ({ ...toOpenLine(line, draft), ...(isBeside && { beside: isBeside }) })),
		...beside.map((line) => ({ ...line, beside: true as const })),
	];
}

/** Reverse charge is only marked in the VAT rows: there is nothing to take back. */
function bookedVat(draft: EntryDraft): OpenVat[] {
	const rows = draft.vat.filter(({ vatKind }) => vatKind !== 'reverseCharge');
	const lines = draft.lines.filter(({ role }) => role === 'vat');
	return [
		...rows.map(({ vatKind, percentage, amount }) => ({
			percentage,
			cents: fromEuro(amount),
			booked: { vatKind },
		})),
		...lines.map((line) => {
			const own = toOpenLine(line, draft);
			return { percentage: own.percentage, cents: own.cents, booked: { line: own } };
		}),
	];
}

function toOpenLine(line: DraftLine, { vat }: Pick<EntryDraft, 'vat'>): OpenLine {
	const { role, description, ledgerAccountId, costCentreId, vatKind, shopLine } = line;
	const ofKind = vat.find((row) => row.vatKind === vatKind);
	return {
		role,
		description,
		ledgerAccountId,
		...(costCentreId && { costCentreId }),
		vatKind,
		percentage: line.percentage ?? ofKind?.percentage ?? 0,
		cents: fromEuro(line.amount),
		...(shopLine && { shopLine }),
	};
}

function takeLine(lines: OpenLine[], credit: OpenLine): void {
	const places = lines.filter((line) => isSamePlace(line, credit));
	const isNamed = (line: OpenLine) =>
		credit.shopLine
			? line.shopLine === credit.shopLine
			: titleOf(line.description) === titleOf(credit.description);
	const inTurn = [...places.filter(isNamed), ...places.filter((line) => !isNamed(line))];
	let left = -credit.cents;
	for (const line of inTurn) {
		if (Math.sign(line.cents) !== Math.sign(left)) continue;
		const taken = Math.sign(left) * Math.min(Math.abs(left), Math.abs(line.cents));
		line.cents -= taken;
		left -= taken;
	}
	if (left === 0) return;
	const [first] = inTurn;
	if (first) first.cents -= left;
	else lines.push({ ...credit, cents: -left });
}
