import { accountWith } from './accountLookup';
import { rowsOf } from './collection';
import type { ErrorCode } from './errors';
import type { Row } from './ledger';
import { sum } from './money';
import {
	centsOf,
	idIn,
	linesOf,
	purchaseSettlements,
	salesSettlements,
	sidedLines,
	signedLines,
	type MoneyEntryKind,
	type Settlement,
} from './moneyEntryLines';
import type { Books } from './routing';
import { dateProblems } from './salesEntryRules';
import { journals } from './seed';

/** The journal must exist, be in use and be of the right kind; a booking stays in its journal. */
function journalProblems(record: Row, kind: MoneyEntryKind, current?: Row): ErrorCode[] {
	const id = idIn(record.dagboek);
	if (current && id !== idIn(current.dagboek)) return ['BOE-0077'];
	const journal = journals.find((one) => one.id === id);
	if (!journal || journal.soort !== kind.journalKind) return [kind.journalNotFound];
	return journal.nonactief ? [kind.journalInactive] : [];
}

/** An account must exist and be in use, is not a memorial or balance journal, and names its centre. */
function accountProblems(line: Record<string, unknown>, books: Books): ErrorCode[] {
	const account = accountWith(books.ledger, idIn(line.grootboek));
	if (!account) return ['BOE-0037'];
	const codes: ErrorCode[] = [];
	if (account.nonactief) codes.push('BOE-0008');
	if (/^Dagboek(Memoriaal|Balans)$/.test(account.grootboekfunctie)) codes.push('BOE-0075');
	const centreId = idIn(line.kostenplaats);
	const centre = rowsOf(books, 'kostenplaatsen').find((one) => one.id === centreId);
	if (centreId === '' && account.kostenplaatsVerplicht) codes.push('BOE-0022');
	if (centreId !== '' && !centre) codes.push('BOE-0019');
	if (centre?.nonactief) codes.push('BOE-0026');
	const kinds: readonly string[] = account.btwSoort;
	if (typeof line.btwSoort === 'string' && !kinds.includes(line.btwSoort)) codes.push('BOE-0082');
	return codes;
}

/** A side of zero stands opposite every amount (BOE-0076); no line is zero (BOE-0028). */
function sideProblems(record: Row, kind: MoneyEntryKind, books: Books): ErrorCode[] {
	const codes: ErrorCode[] = [];
	const sided = sidedLines(record, kind).map(({ debet, credit }) => [
		centsOf(debet),
		centsOf(credit),
	]);
	if (sided.some(([debit, credit]) => debit !== 0 && credit !== 0)) codes.push('BOE-0076');
	const isZero =
		sided.some(([debit, credit]) => debit === 0 && credit === 0) ||
		signedLines(record).some(({ bedrag }) => centsOf(bedrag) === 0);
	if (isZero && books.switches.zeroLines === 'refuse') codes.push('BOE-0028');
	return codes;
}

/** Every settled entry exists. */
function settlementProblems(record: Row, books: Books): ErrorCode[] {
	const sales = salesSettlements(record).every(({ entryId }) =>
		books.ledger.salesEntries.some(({ id }) => id === entryId),
	);
	const purchases = purchaseSettlements(record).every(({ entryId }) =>
		rowsOf(books, 'inkoopboekingen').some(({ id }) => id === entryId),
	);
	return sales && purchases ? [] : ['BOE-0001'];
}

/**
 * Received − spent = credits − debits over all lines; in a memorial debits = credits, a settled
 * sales entry being a credit and a settled purchase entry a debit (SS-463).
 */
function isBalanced(record: Row, kind: MoneyEntryKind, books: Books): boolean {
	const credits = sum(
		sidedLines(record, kind).map(({ debet, credit }) => centsOf(credit) - centsOf(debet)),
	);
	const signed =
		kind.path === 'memoriaalboekingen'
			? sum(settledSales(record, books).map(({ cents }) => cents)) -
				sum(purchaseSettlements(record).map(({ cents }) => cents))
			: 0;
	const moved = centsOf(record.bedragOntvangen) - centsOf(record.bedragUitgegeven);
	return moved === credits + signed;
}

/** What a record settles; in a memorial the sign that lowers what is open is a switch (SS-462). */
export function settledSales(record: Row, { switches }: Books): Settlement[] {
	const turned = switches.memorialSign === 'negative' && signedLines(record).length > 0;
	return salesSettlements(record).map(({ entryId, cents }) => ({
		entryId,
		cents: turned ? -cents : cents,
	}));
}

/** Two shapes of memorials that nobody has seen SnelStart take. */
function memorialProblems(record: Row, { ledger, switches }: Books): ErrorCode[] {
	const lines = linesOf(record, 'memoriaalBoekingsRegels');
	const isTurnover = lines.some(({ grootboek }) =>
		/^Verkopen/.test(accountWith(ledger, idIn(grootboek))?.grootboekfunctie ?? ''),
	);
	return [
		...(switches.setOffByMemorial === 'refuse' && lines.length === 0
			? (['BOE-0094'] as const)
			: []),
		...(switches.turnoverInMemorial === 'refuse' && isTurnover ? (['BOE-0061'] as const) : []),
	];
}

/** BOE-0039 where a record pays more of an invoice than is open. */
function overpaid(record: Row, books: Books, current?: Row): ErrorCode[] {
	const before = current ? settledSales(current, books) : [];
	const tooMuch = settledSales(record, books).some(({ entryId, cents }) => {
		const open = books.ledger.salesInvoices.find((one) => one.entryId === entryId)?.openCents ?? 0;
		const earlier = sum(before.filter((one) => one.entryId === entryId).map((one) => one.cents));
		return open > 0 && cents > open + earlier;
	});
	return tooMuch ? ['BOE-0039'] : [];
}

/** BOE-0053: input VAT needs a purchase in the same booking. */
function vatProblems(record: Row, { ledgerLines }: MoneyEntryKind, books: Books): ErrorCode[] {
	const reclaims = linesOf(record, 'btwBoekingsregels').some(
		({ type }) => type === 'TeVorderenBtwType',
	);
	const buys = linesOf(record, ledgerLines).some(({ grootboek }) =>
		accountWith(books.ledger, idIn(grootboek))?.grootboekfunctie.startsWith('Inkopen'),
	);
	return reclaims && !buys ? ['BOE-0053'] : [];
}

/** Every rule a bank, cash or memorial entry breaks; empty when it may be booked. */
export const moneyEntryProblems =
	(kind: MoneyEntryKind) =>
	(record: Row, books: Books, current?: Row): ErrorCode[] => {
		const lines = sidedLines(record, kind).length + signedLines(record).length;
		const isMemorial = kind.path === 'memoriaalboekingen';
		const single = books.switches.memorialSingleLine === 'accept';
		const fewest = isMemorial && !single ? 2 : 1;
		const both = centsOf(record.bedragOntvangen) !== 0 && centsOf(record.bedragUitgegeven) !== 0;
		return [
			...journalProblems(record, kind, current),
			...dateProblems(String(record.datum).slice(0, 10), books.bookYear, books.switches),
			...(both ? (['BOE-0027'] as const) : []),
			...(lines === 0 ? (['BOE-0023'] as const) : []),
			...(lines > 0 && lines < fewest ? (['BOE-0094'] as const) : []),
			...linesOf(record, kind.ledgerLines).flatMap((line) => accountProblems(line, books)),
			...sideProblems(record, kind, books),
			...settlementProblems(record, books),
			...vatProblems(record, kind, books),
			...(lines < fewest || (isMemorial && lines === 1) || isBalanced(record, kind, books)
				? []
				: (['BOE-0039'] as const)),
			...(isMemorial ? memorialProblems(record, books) : []),
			...(books.switches.overpayment === 'refuse' ? overpaid(record, books, current) : []),
		];
	};

/**
 * Lowers the open balance of every settled sales entry, or gives it back; whether that moves the
 * invoice's own moment of change is a switch (SS-503). Paying too much leaves a balance of the other sign.
 */
export function settle(record: Row, books: Books, direction: 1 | -1): void {
	for (const { entryId, cents } of settledSales(record, books)) {
		const invoice = books.ledger.salesInvoices.find((one) => one.entryId === entryId);
		if (!invoice) continue;
		invoice.openCents -= direction * cents;
		if (books.switches.paymentMovesModifiedOn) invoice.modifiedOn = books.modifiedOn;
	}
	for (const { entryId, cents } of purchaseSettlements(record)) {
		const invoice = rowsOf(books, 'inkoopfacturen').find(
			({ inkoopBoeking }) => idIn(inkoopBoeking) === entryId,
		);
		if (invoice) {
			invoice.openstaandSaldo = (centsOf(invoice.openstaandSaldo) - direction * cents) / 100;
		}
	}
}
