import type { EntryDraft } from '../documents/draft';
import { ratesInForce } from '../trade/vatRates';
import type { Regime } from '../trade/vatKinds';
import type { AccountRole, VatBox } from './vatBox';

/** The VAT return is the Dutch one. */
const HOME = 'NL';

/**
 * Where turnover without VAT may stand, by how the sale is treated (VAT-301); the first box is where
 * it belongs when nothing else is known. SnelStart gives the accounts of the schemes without VAT no
 * function of their own, so those may stand in box 1e or in none.
 */
const BOXES_WITHOUT_VAT: Record<Regime, readonly [VatBox, ...VatBox[]]> = {
	domestic: ['1e', 'none'],
	oss: ['oss', '1e', 'none'],
	icp: ['3b'],
	export: ['3a'],
	reverseCharge: ['1e'],
	margin: ['none', '1e'],
	smallBusiness: ['none', '1e'],
	exempt: ['none', '1e'],
	ownRegistration: ['none', '1e'],
};

/** A sale as the shop has it: how it is treated, when, and at which rate. */
export interface RatedSale {
	regime: Regime;
	/** yyyy-MM-dd */
	date: string;
	percentage: number;
}

/**
 * The boxes in which turnover may stand, by what the shop says of the sale and not by the ledger
 * account that the settings name for it.
 */
export function boxesOfSale({
	regime,
	date,
	percentage,
}: RatedSale): readonly [VatBox, ...VatBox[]] {
	if (regime === 'oss' && percentage > 0) return ['oss'];
	if (percentage === 0 || regime === 'ownRegistration') return BOXES_WITHOUT_VAT[regime];
	return [boxOfRate(percentage, date)];
}

/** The box of a Dutch rate on a day: high, low, or what was none of both on that day. */
export function boxOfRate(percentage: number, date: string): VatBox {
	const rank = ratesInForce(HOME, date).indexOf(percentage);
	return (['1a', '1b'] as const)[rank] ?? '1c';
}

const BOX_OF_KIND = {
	high: '1a',
	low: '1b',
	other: '1c',
	reverseCharge: '1e',
	none: undefined,
} as const;

/** The box of a VAT row; its rate decides, and where it has none its kind. */
export function boxOfVat({ vatKind, percentage }: EntryDraft['vat'][number], date: string): VatBox {
	return percentage > 0 ? boxOfRate(percentage, date) : BOX_OF_KIND[vatKind];
}

/**
 * Where a line of a draft belongs. What stands on an account that is no turnover, such as gift cards
 * and rounding, is where that account is.
 */
export function boxOfLine(
	{ role, vatKind, percentage, ledgerAccountId }: EntryDraft['lines'][number],
	{ regime, invoiceDate }: EntryDraft,
	roleOf: (accountId: string) => AccountRole,
): AccountRole {
	const own = roleOf(ledgerAccountId);
	if (role === 'rounding') return own;
	if (role === 'vat') return regime === 'oss' ? { box: 'oss', holds: 'vat' } : own;
	if (own.holds === 'other' && !percentage) return own;
	const kept = percentage ?? (vatKind === 'none' ? 0 : undefined);
	const boxes =
		kept === undefined
			? [BOX_OF_KIND[vatKind] ?? own.box]
			: boxesOfSale({ regime, date: invoiceDate, percentage: kept });
	return boxes.includes(own.box) ? own : { box: boxes[0] ?? own.box, holds: 'turnover' };
}
