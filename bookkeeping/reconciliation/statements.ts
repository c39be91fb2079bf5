import type { Cents } from '../money/money';
import type { BookedInvoice } from './books';
import { addTo, compared, type BoxAmounts, type Compared } from './expected';
import type { StatedDocument } from './stated';
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

interface Part {
	/** What a line of the statement is one for. */
	of: Omit<StatementLine, keyof Compared | 'invoiceNumbers'>;
	amounts: BoxAmounts;
}

type Line = Pick<Part, 'of'> & Record<StatedDocument['side'], BoxAmounts>;

const none: BoxAmounts = { turnover: 0, vat: 0 };

/**
 * The ICP statement and the OSS return of the period, the shop's figures beside those of the books
 * (VAT-301, VAT-402). Nothing is rounded to whole euros; the forms do that.
 */
export function statementLines(
	documents: readonly StatedDocument[],
	roleOf: (accountId: string) => AccountRole,
): StatementLine[] {
	const lines = new Map<string, Line & { invoiceNumbers: ReadonlySet<string> }>();
	for (const document of documents) {
		const { side, invoiceNumber } = document;
		for (const { of, amounts } of partsOf(document, roleOf)) {
			const key = Object.values(of).join('|');
			const line = lines.get(key) ?? { of, shop: none, books: none, invoiceNumbers: new Set() };
			lines.set(key, {
				...line,
				[side]: added(line[side], amounts),
				invoiceNumbers: new Set([...line.invoiceNumbers, invoiceNumber]),
			});
		}
	}
	return [...lines.entries()]
		.sort(([a], [b]) => a.localeCompare(b))
		.map(([, { of, shop, books, invoiceNumbers }]) => ({
			...of,
			...compared(shop, books),
			invoiceNumbers: [...invoiceNumbers],
		}));
}

const added = (one: BoxAmounts, other: BoxAmounts): BoxAmounts => ({
	turnover: one.turnover + other.turnover,
	vat: one.vat + other.vat,
});

function partsOf(document: StatedDocument, roleOf: (accountId: string) => AccountRole): Part[] {
	if (document.regime === 'icp') return icpParts(document, roleOf);
	return document.regime === 'oss' ? ossParts(document, roleOf) : [];
}

/** Goods and services stand apart in the ICP statement; the ledger account tells which. */
function icpParts(
	{ side, business, charged, booked }: StatedDocument,
	roleOf: (accountId: string) => AccountRole,
): Part[] {
	const { country, vatNumber } = business;
	const accounts: Iterable<readonly [string, Cents]> =
		booked?.perAccount ??
		(side === 'shop'
			? charged.map(({ ledgerAccountId = '', turnover }) => [ledgerAccountId, turnover] as const)
			: []);
	const turnoverOf = (supply: StatementLine['supply']): Cents => {
		let turnover = 0;
		for (const [accountId, amount] of accounts) {
			const { box, holds, services } = roleOf(accountId);
			const fits = (services === true) === (supply === 'services');
			if (box === '3b' && holds === 'turnover' && fits) turnover += amount;
		}
		return turnover;
	};
	return (['goods', 'services'] as const)
		.map(
			(supply): Part => ({
				of: { statement: 'icp', country, vatNumber, supply, percentage: 0, correctionOf: '' },
				amounts: { turnover: turnoverOf(supply), vat: 0 },
			}),
		)
		.filter(({ amounts }) => amounts.turnover !== 0);
}

/**
 * A ledger account does not say of which rate an amount is. What the books hold as it was charged, or
 * with the sign turned, is so per rate; any other difference is shown at the highest rate.
 */
function ossParts(
	{ country, correctionOf, charged, booked }: StatedDocument,
	roleOf: (accountId: string) => AccountRole,
): Part[] {
	const perRate = new Map<number, BoxAmounts>();
	for (const { percentage: sold, ledgerAccountId, turnover, vat } of charged) {
		const isOss = ledgerAccountId === undefined ? sold > 0 : roleOf(ledgerAccountId).box === 'oss';
		const percentage = correctionOf === '' ? sold : 0;
		if (isOss) {
			perRate.set(percentage, added(perRate.get(percentage) ?? none, { turnover, vat }));
		}
	}
	const amounts = booked ? inBooks(perRate, heldOf(booked, roleOf)) : perRate;
	return [...amounts].map(
		([percentage, amount]): Part => ({
			of: { statement: 'oss', country, vatNumber: '', supply: 'goods', percentage, correctionOf },
			amounts: amount,
		}),
	);
}

/** What the books hold of a document, per rate. */
function inBooks(
	perRate: ReadonlyMap<number, BoxAmounts>,
	held: BoxAmounts,
): ReadonlyMap<number, BoxAmounts> {
	// The document does not say what was charged, so nobody knows at which rate.
	if (perRate.size === 0 && !isNothing(held)) return new Map([[0, held]]);
	const sold = [...perRate.values()].reduce(added, none);
	const leftOf = (times: number): BoxAmounts => added(held, multiplied(sold, -times));
	const times = [1, -1, 0].find((one) => isNothing(leftOf(one))) ?? 1;
	const highest = Math.max(...perRate.keys());
	return new Map(
		[...perRate].map(([percentage, amounts]) => {
			const own = multiplied(amounts, times);
			return [percentage, percentage === highest ? added(own, leftOf(times)) : own];
		}),
	);
}

const multiplied = ({ turnover, vat }: BoxAmounts, times: number): BoxAmounts =>
	times === 0 ? none : { turnover: turnover * times, vat: vat * times };

const isNothing = ({ turnover, vat }: BoxAmounts): boolean => turnover === 0 && vat === 0;

/** What the books hold of an entry in the OSS return. */
function heldOf(
	{ perAccount }: BookedInvoice,
	roleOf: (accountId: string) => AccountRole,
): BoxAmounts {
	const boxes = new Map<AccountRole['box'], BoxAmounts>();
	for (const [accountId, amount] of perAccount) addTo(boxes, roleOf(accountId), amount);
	return boxes.get('oss') ?? none;
}
