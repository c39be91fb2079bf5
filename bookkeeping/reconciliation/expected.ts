import type { EntryDraft } from '../documents/draft';
import { fromEuro, sum, toEuro, type Cents } from '../money/money';
import type { VatBox, AccountRole } from './vatBox';

/** Turnover and VAT of one box, in cents. */
export interface BoxAmounts {
	turnover: Cents;
	vat: Cents;
}

/** Turnover per ledger account and VAT per box that a draft puts in the books. */
export interface ExpectedInvoice {
	invoiceNumber: string;
	orderNumber: string;
	date: string;
	total: Cents;
	perAccount: ReadonlyMap<string, Cents>;
	perBox: ReadonlyMap<VatBox, BoxAmounts>;
}

const VAT_BOXES: Record<EntryDraft['vat'][number]['vatKind'], VatBox> = {
	high: '1a',
	low: '1b',
	other: '1c',
	reverseCharge: '1e',
};

/**
 * What the books must hold for a draft. Turnover goes by the account of each line; VAT goes by its
 * rate, since the account for VAT is SnelStart's own choice.
 */
export function expectedInvoice(
	draft: EntryDraft,
	roleOf: (accountId: string) => AccountRole,
): ExpectedInvoice {
	const perAccount = new Map<string, Cents>();
	const perBox = new Map<VatBox, BoxAmounts>();
	for (const { ledgerAccountId, amount } of draft.lines) {
		const cents = fromEuro(amount);
		perAccount.set(ledgerAccountId, (perAccount.get(ledgerAccountId) ?? 0) + cents);
		addTo(perBox, roleOf(ledgerAccountId), cents);
	}
	for (const { vatKind, amount } of draft.vat) {
		addTo(perBox, { box: VAT_BOXES[vatKind], holds: 'vat' }, fromEuro(amount));
	}
	return {
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
