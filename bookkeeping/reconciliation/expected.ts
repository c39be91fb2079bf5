import type { EntryDraft } from '../documents/draft';
import { fromEuro, sum, toEuro, type Cents } from '../money/money';
import { boxOfLine, boxOfVat } from './boxOfSale';
import type { VatBox, AccountRole } from './vatBox';

/** Turnover and VAT of one box, in cents. */
export interface BoxAmounts {
	turnover: Cents;
	vat: Cents;
}

/** Cents at a rate: on a ledger account, or as a booking record keeps what was charged. */
export interface ChargedPart extends BoxAmounts {
	percentage: number;
	ledgerAccountId?: string;
}

/** What the books must hold of a document of the shop. */
export interface ExpectedInvoice {
	orderKey: string;
	invoiceNumber: string;
	orderNumber: string;
	date: string;
	total: Cents;
	/** Left out where the accounts are not known: the order is gone from the shop. */
	perAccount?: ReadonlyMap<string, Cents>;
	/** By how the shop treated the sale, not by the accounts that the settings name. */
	perBox: ReadonlyMap<VatBox, BoxAmounts>;
}

/**
 * What the books must hold for a draft. Turnover and VAT stand in the box that the shop's own figures
 * lead to: a wrong account in the settings is not right because the draft has it too.
 */
export function expectedInvoice(
	draft: EntryDraft,
	roleOf: (accountId: string) => AccountRole,
): ExpectedInvoice {
	const perAccount = new Map<string, Cents>();
	const perBox = new Map<VatBox, BoxAmounts>();
	for (const line of draft.lines) {
		const { ledgerAccountId, amount } = line;
		const cents = fromEuro(amount);
		perAccount.set(ledgerAccountId, (perAccount.get(ledgerAccountId) ?? 0) + cents);
		addTo(perBox, boxOfLine(line, draft, roleOf), cents);
	}
	for (const row of draft.vat) {
		addTo(perBox, { box: boxOfVat(row, draft.invoiceDate), holds: 'vat' }, fromEuro(row.amount));
	}
	return {
		orderKey: draft.orderKey,
		invoiceNumber: draft.invoiceNumber,
		orderNumber: draft.orderNumber,
		date: draft.invoiceDate,
		total: fromEuro(draft.invoiceAmount),
		perAccount,
		perBox,
	};
}

/** Adds an amount to its box; what stands on other accounts (gift cards, rounding) is in no return. */
export function addTo(
	boxes: Map<VatBox, BoxAmounts>,
	{ box, holds }: AccountRole,
	amount: Cents,
): void {
	const known = boxes.get(box) ?? { turnover: 0, vat: 0 };
	boxes.set(box, {
		turnover: known.turnover + (holds === 'vat' ? 0 : amount),
		vat: known.vat + (holds === 'vat' ? amount : 0),
	});
}

/** The shop's figures beside those of the books, in euro; the difference is books less shop. */
export interface Compared {
	shopTurnover: number;
	shopVat: number;
	booksTurnover: number;
	booksVat: number;
	turnoverDifference: number;
	vatDifference: number;
}

/** Puts the shop's amounts beside those of the books. */
export const compared = (shop: BoxAmounts, books: BoxAmounts): Compared => ({
	shopTurnover: toEuro(shop.turnover),
	shopVat: toEuro(shop.vat),
	booksTurnover: toEuro(books.turnover),
	booksVat: toEuro(books.vat),
	turnoverDifference: toEuro(books.turnover - shop.turnover),
	vatDifference: toEuro(books.vat - shop.vat),
});

/** The amounts of several documents together. */
export function addedUp(
	all: ReadonlyArray<ReadonlyMap<VatBox, BoxAmounts>>,
): Map<VatBox, BoxAmounts> {
	const boxes = [...new Set(all.flatMap((one) => [...one.keys()]))];
	const total = (box: VatBox, part: keyof BoxAmounts) =>
		sum(all.map((one) => one.get(box)?.[part] ?? 0));
	return new Map(
		boxes.map((box) => [box, { turnover: total(box, 'turnover'), vat: total(box, 'vat') }]),
	);
}
