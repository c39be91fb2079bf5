import type { EntryDraft } from '../documents/draft';
import { fromEuro, type Cents } from '../money/money';
import type { BookedInvoice } from './books';
import { addTo, compared, type BoxAmounts, type Compared } from './expected';
import type { AccountRole } from './vatBox';

/**
 * One line of a statement beside the VAT return, in euro: of the ICP statement (opgaaf
 * intracommunautaire prestaties) per customer, or of the OSS return (melding Unieregeling) per
 * country and rate.
 */
export interface StatementLine extends Compared {
	statement: 'icp' | 'oss';
	/** Two letters; empty when the customer is a fixed debtor, whose card alone knows it. */
	country: string;
	/** Of the customer; empty in the OSS return. */
	vatNumber: string;
	supply: 'goods' | 'services';
	/** The rate as sold; 0 in the ICP statement. */
	percentage: number;
	/** The invoices in it, so that the bookkeeper can look them up. */
	invoiceNumbers: string[];
}

/** A draft with what the books hold under its number. */
export interface StatedDocument {
	draft: EntryDraft;
	booked?: BookedInvoice;
	/** Whether the document, and its booking, fall in the period. */
	inShopPeriod: boolean;
	inBooksPeriod: boolean;
}

interface Part {
	/** What a line of the statement is one for. */
	of: Pick<StatementLine, 'statement' | 'country' | 'vatNumber' | 'supply' | 'percentage'>;
	shop: BoxAmounts;
	books: BoxAmounts;
}

const none: BoxAmounts = { turnover: 0, vat: 0 };

/**
 * The ICP statement and the OSS return of the period, the shop's figures beside those of the books
 * (VAT-301, VAT-402). Nothing is rounded to whole euros; the forms do that.
 */
export function statementLines(
	documents: readonly StatedDocument[],
	roleOf: (accountId: string) => AccountRole,
): StatementLine[] {
	const lines = new Map<string, Part & { invoiceNumbers: string[] }>();
	for (const document of documents) {
		for (const part of partsOf(document, roleOf)) {
			const key = Object.values(part.of).join('|');
			const line = lines.get(key) ?? { ...part, shop: none, books: none, invoiceNumbers: [] };
			lines.set(key, {
				of: part.of,
				shop: document.inShopPeriod ? added(line.shop, part.shop) : line.shop,
				books: document.inBooksPeriod ? added(line.books, part.books) : line.books,
				invoiceNumbers: [...line.invoiceNumbers, document.draft.invoiceNumber],
			});
		}
	}
	return [...lines.entries()]
		.sort(([a], [b]) => a.localeCompare(b))
		.map(([, { of, shop, books, invoiceNumbers }]) => ({
			...of,
			...compared(shop, books),
			invoiceNumbers,
		}));
}

const added = (one: BoxAmounts, other: BoxAmounts): BoxAmounts => ({
	turnover: one.turnover + other.turnover,
	vat: one.vat + other.vat,
});

function partsOf(document: StatedDocument, roleOf: (accountId: string) => AccountRole): Part[] {
	const { regime } = document.draft;
	if (regime === 'icp') return icpParts(document, roleOf);
	return regime === 'oss' ? ossParts(document, roleOf) : [];
}

function customerOf({ customer }: EntryDraft): { country: string; vatNumber: string } {
	if (customer.kind === 'fixedDebtor') return { country: '', vatNumber: '' };
	return { country: customer.address.country, vatNumber: customer.vatNumber };
}

/** Goods and services stand apart in the ICP statement; the ledger account tells which. */
function icpParts(
	{ draft, booked }: StatedDocument,
	roleOf: (accountId: string) => AccountRole,
): Part[] {
	const { country, vatNumber } = customerOf(draft);
	const amountsOf = (accounts: Iterable<readonly [string, Cents]>, supply: string) => {
		let turnover = 0;
		for (const [accountId, amount] of accounts) {
			const { box, holds, services } = roleOf(accountId);
			const fits = (services === true) === (supply === 'services');
			if (box === '3b' && holds === 'turnover' && fits) turnover += amount;
		}
		return { turnover, vat: 0 };
	};
	const shop = draft.lines.map(
		({ ledgerAccountId, amount }) => [ledgerAccountId, fromEuro(amount)] as const,
	);
	return (['goods', 'services'] as const)
		.map(
			(supply): Part => ({
				of: { statement: 'icp', country, vatNumber, supply, percentage: 0 },
				shop: amountsOf(shop, supply),
				books: amountsOf(booked?.perAccount ?? [], supply),
			}),
		)
		.filter(({ shop, books }) => shop.turnover !== 0 || books.turnover !== 0);
}

/**
 * A ledger account does not say of which rate an amount is. Where the books agree with the shop
 * they agree per rate; a difference is shown at the highest rate of the document.
 */
function ossParts(
	{ draft, booked }: StatedDocument,
	roleOf: (accountId: string) => AccountRole,
): Part[] {
	const { country } = customerOf(draft);
	const perRate = new Map<number, BoxAmounts>();
	for (const { role, ledgerAccountId, percentage = 0, amount } of draft.lines) {
		if (roleOf(ledgerAccountId).box !== 'oss') continue;
		const cents = fromEuro(amount);
		perRate.set(
			percentage,
			added(
				perRate.get(percentage) ?? none,
				role === 'vat' ? { turnover: 0, vat: cents } : { turnover: cents, vat: 0 },
			),
		);
	}
	const parts = [...perRate].map(
		([percentage, shop]): Part => ({
			of: { statement: 'oss', country, vatNumber: '', supply: 'goods', percentage },
			shop,
			books: booked ? shop : none,
		}),
	);
	const highest = parts.sort((a, b) => b.of.percentage - a.of.percentage)[0];
	if (!booked || !highest) return parts;
	const gap = gapOf(booked, parts, roleOf);
	return parts.map((part) =>
		part === highest ? { ...part, books: added(part.books, gap) } : part,
	);
}

/** What the books hold of a document in the OSS return, less what the shop says. */
function gapOf(
	{ perAccount }: BookedInvoice,
	parts: readonly Part[],
	roleOf: (accountId: string) => AccountRole,
): BoxAmounts {
	const books = new Map<AccountRole['box'], BoxAmounts>();
	for (const [accountId, amount] of perAccount) addTo(books, roleOf(accountId), amount);
	const held = books.get('oss') ?? none;
	return parts.reduce(
		(gap, { shop }) => added(gap, { turnover: -shop.turnover, vat: -shop.vat }),
		held,
	);
}
