import type { EntryDraft } from '../documents/draft';
import { fromEuro, type Cents } from '../money/money';
import type { BookedInvoice } from './books';
import { vatPrefix } from '../trade/vatNumber';
import { addTo, compared, type BoxAmounts, type Compared } from './expected';
import type { AccountRole } from './vatBox';

/**
 * One line of a statement beside the VAT return, in euro: of the ICP statement (opgaaf
 * intracommunautaire prestaties) per customer, or of the OSS return (melding Unieregeling) per
 * country and rate, corrections of earlier quarters apart.
 */
export interface StatementLine extends Compared {
	statement: 'icp' | 'oss';
	/**
	 * Two letters, as the form has them: EL for Greece in the ICP statement. Empty when the customer is a
	 * fixed debtor, whose card alone knows it.
	 */
	country: string;
	/** Of the customer; empty in the OSS return. */
	vatNumber: string;
	supply: 'goods' | 'services';
	/** The rate as sold; 0 in the ICP statement and for a correction, which goes by country. */
	percentage: number;
	/**
	 * The quarter whose return it corrects, such as `2026-Q3`; `?` when nobody knows of when the sale was,
	 * empty for what was sold in the quarter itself.
	 */
	correctionOf: string;
	/** The invoices in it, so that the bookkeeper can look them up. */
	invoiceNumbers: string[];
}

/** A draft with what the books hold under its number. */
export interface StatedDocument {
	draft: EntryDraft;
	/** Of a credit note: when and to whom was sold what it takes back, as far as that is known. */
	sale?: { date: string; draft?: EntryDraft };
	booked?: BookedInvoice;
	/** Whether the document, and its booking, fall in the period. */
	inShopPeriod: boolean;
	inBooksPeriod: boolean;
}

interface Part {
	/** What a line of the statement is one for. */
	of: Omit<StatementLine, keyof Compared | 'invoiceNumbers'>;
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

/** A credit note on a card alone is for whom the sale was. The form wants the country of the number. */
function businessOf({ draft, sale }: StatedDocument): { country: string; vatNumber: string } {
	const known = [draft.customer, sale?.draft?.customer].find(
		(one) => one !== undefined && one.kind !== 'fixedDebtor',
	);
	if (known === undefined) return { country: '', vatNumber: '' };
	const { vatNumber, address } = known;
	const ofNumber = /^[A-Z]{2}/i.exec(vatNumber)?.[0].toUpperCase();
	return { country: vatPrefix(ofNumber ?? address.country), vatNumber };
}

/** Where the VAT of a distance sale is owed. */
function ossCountryOf({ deliveryCountry, customer }: EntryDraft): string {
	if (deliveryCountry) return deliveryCountry;
	return customer.kind === 'fixedDebtor' ? '' : customer.address.country;
}

/**
 * A credit note on a sale of an earlier quarter corrects the return of that quarter: the present one
 * states it by country and quarter, beside its own sales (Directive 2006/112, art. 369g(4)).
 */
function correctionOf({ draft, sale }: StatedDocument): string {
	if (draft.document !== 'creditNote') return '';
	if (sale === undefined) return '?';
	const quarter = quarterOf(sale.date);
	return quarter === quarterOf(draft.invoiceDate) ? '' : quarter;
}

/** The quarter of a day (yyyy-MM-dd), such as `2026-Q3`. */
const quarterOf = (day: string): string =>
	`${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** Goods and services stand apart in the ICP statement; the ledger account tells which. */
function icpParts(document: StatedDocument, roleOf: (accountId: string) => AccountRole): Part[] {
	const { draft, booked } = document;
	const { country, vatNumber } = businessOf(document);
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
				of: { statement: 'icp', country, vatNumber, supply, percentage: 0, correctionOf: '' },
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
function ossParts(document: StatedDocument, roleOf: (accountId: string) => AccountRole): Part[] {
	const { draft, booked } = document;
	const country = ossCountryOf(draft);
	const earlier = correctionOf(document);
	const perRate = new Map<number, BoxAmounts>();
	for (const { role, ledgerAccountId, amount, ...line } of draft.lines) {
		if (roleOf(ledgerAccountId).box !== 'oss') continue;
		const percentage = earlier === '' ? (line.percentage ?? 0) : 0;
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
			of: {
				...{ statement: 'oss', country, vatNumber: '', supply: 'goods', percentage },
				correctionOf: earlier,
			},
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
