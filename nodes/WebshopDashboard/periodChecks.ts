import type { IDataObject } from 'n8n-workflow';

import { numberSearch, text } from './cells';

/** A row that a reconciliation left in the table PeriodChecks. Amounts in euro. */
export interface CheckRow {
	/** `summary`, `box`, `icp`, `oss`, `clearing`, `giftCardBalance`, or the kind of a difference. */
	kind: string;
	box: string;
	orderNumber: string;
	invoiceNumber: string;
	shopTotal: number;
	booksTotal: number;
	shopVat: number;
	booksVat: number;
	difference: number;
	code: string;
	found: string;
	facts: string;
	likelyCause: string;
	tip: string;
}

/** What one reconciliation of one shop found. */
export interface PeriodCheck {
	shop: string;
	from: string;
	until: string;
	summary?: CheckRow;
	boxes: CheckRow[];
	/** Lines of the ICP statement and the OSS return. */
	statements: CheckRow[];
	/** Clearing accounts and that of gift cards, each with what it holds in the end. */
	clearing: CheckRow[];
	differences: CheckRow[];
}

/** What an account holds in the end is no difference by itself. */
const BALANCES = ['clearing', 'giftCardBalance'];

const amount = (value: unknown): number => (typeof value === 'number' ? value : 0);

function readCheck(row: IDataObject): CheckRow {
	return {
		kind: text(row.kind),
		box: text(row.box),
		orderNumber: text(row.orderNumber),
		invoiceNumber: text(row.invoiceNumber),
		shopTotal: amount(row.shopTotal),
		booksTotal: amount(row.booksTotal),
		shopVat: amount(row.shopVat),
		booksVat: amount(row.booksVat),
		difference: amount(row.difference),
		code: text(row.code),
		found: text(row.found),
		facts: text(row.facts),
		likelyCause: text(row.likelyCause),
		tip: text(row.tip),
	};
}

/** The reconciliations whose period touches the one asked for, the latest first. */
export function periodChecks(
	rows: readonly IDataObject[],
	{ client, from, until }: { client: string; from: string; until: string },
): PeriodCheck[] {
	const checks = new Map<string, PeriodCheck>();
	for (const row of rows) {
		const period = {
			shop: text(row.shop),
			from: text(row.periodFrom),
			until: text(row.periodUntil),
		};
		if (row.client !== client || period.until < from || period.from > until) continue;
		const key = `${period.from}|${period.until}|${period.shop}`;
		const check = checks.get(key) ?? {
			...period,
			...{ boxes: [], statements: [], clearing: [], differences: [] },
		};
		checks.set(key, check);
		const read = readCheck(row);
		if (read.kind === 'summary') check.summary = read;
		else if (read.kind === 'box') check.boxes.push(read);
		else if (read.kind === 'icp' || read.kind === 'oss') check.statements.push(read);
		else if (BALANCES.includes(read.kind)) check.clearing.push(read);
		else check.differences.push(read);
	}
	return [...checks.entries()].sort(([a], [b]) => b.localeCompare(a)).map(([, check]) => check);
}

/** The differences of all checks that match the search, which looks at numbers only. */
export function foundDifferences(
	{ differences }: PeriodCheck,
	search: string,
): PeriodCheck['differences'] {
	const found = numberSearch(
		search,
		differences.map(({ orderNumber, invoiceNumber }) => [orderNumber, invoiceNumber]),
	);
	return differences.filter(({ orderNumber, invoiceNumber }) => found(orderNumber, invoiceNumber));
}
