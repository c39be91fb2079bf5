import type { Regime, VatKind } from '../trade/vatKinds';
import { reason } from '../codes/register';
import { Finding } from '../trade/findings';
import type { RatedLine } from '../vat/ratedLines';
import type { RegimeDecision } from '../vat/regime';
import { fitsSku } from '../vat/fitsSku';
import { isExemptProduct } from '../vat/exemptProduct';
import { mappingRow, rowsOfRate } from '../vat/mappingRow';
import { productAccountName } from '../settings/productAccountName';
import type { RowAccounts, Settings, VatMappingRow } from '../settings/settings';

/** Where a line goes in the books. */
export interface Posting {
	ledgerAccountId: string;
	vatKind: VatKind;
	costCentreId?: string;
	/** The rule that decided, for the explanation of the draft. */
	reason: string;
}

type Role = RatedLine['role'];

const ACCOUNT_OF_ROLE = {
	product: 'productsAccountId',
	shipping: 'shippingAccountId',
	discount: 'discountAccountId',
	fee: 'feesAccountId',
} as const satisfies Record<Role, keyof RowAccounts>;

const SETTING_OF_ROLE: Record<Role, string> = {
	product: 'Products Account',
	shipping: 'Shipping Account',
	discount: 'Discount Account',
	fee: 'Fees Account',
};

/** What a line needs to be found an account. */
export interface PostedLine {
	role: Role;
	sku: string;
	/** Left out when the order does not state them. */
	categories?: readonly string[];
	/** `null` for a line that carries no VAT rate at all. */
	percentage: number | null;
	/** The shop says that a gift card or store credit is sold here. */
	giftCard?: boolean;
}

/** Finds the posting of a line. */
export type PostingOf = (line: PostedLine) => Posting;

/**
 * Finds the ledger account and VAT of the lines of an order from the settings, their VAT percentage
 * and the delivery country, or whether it is ICP, international, … (J066). A product with an account of
 * its own (W007, W051) keeps the VAT of its row; one without any VAT rate, such as a deposit, is only
 * booked when it has such an account. A card that is sold without VAT (multi-purpose) is no turnover: it
 * is owed to whoever has it. What the article does not decide is looked up once for a role and rate.
 *
 * @returns what finds them, and throws Finding CATEGORIES_NOT_STATED, GIFT_CARD_ACCOUNT_MISSING, NO_VAT_MAPPING,
 * ICP_NOT_CONFIGURED, EXPORT_NOT_CONFIGURED, MAPPING_INCOMPLETE, UNTAXED_DOMESTIC_LINE,
 * LEDGER_ACCOUNT_REFUSES_VAT.
 */
export function postingsOf(decision: RegimeDecision, settings: Settings): PostingOf {
	const usual = productAccountsIn(decision.regime, settings);
	const ofUntaxed = decision.untaxed ? productAccountsIn(decision.untaxed, settings) : usual;
	const known: Array<{ role: Role; percentage: number | null; posting: Posting }> = [];
	return (line) => {
		const own = postingOfArticle(line, line.percentage ? usual : ofUntaxed, decision, settings);
		if (own) return own;
		const { role, percentage } = line;
		const same = known.find((one) => one.role === role && one.percentage === percentage);
		if (same) return same.posting;
		const posting = onRow(line, rowFor(line, decision, settings), settings);
		known.push({ role, percentage, posting });
		return posting;
	};
}

/** What the article itself decides: its own account, that it is a gift card, or exempt. */
function postingOfArticle(
	line: PostedLine,
	productAccounts: readonly ProductAccount[],
	decision: RegimeDecision,
	settings: Settings,
): Posting | undefined {
	const own = line.role === 'product' ? productAccount(line, productAccounts) : undefined;
	if (own) {
		const vatKind = line.percentage === null ? 'none' : rowFor(line, decision, settings).vatKind;
		const posting = withAccount(own.accountId, vatKind, productAccountName(own), settings);
		return own.costCentreId ? { ...posting, costCentreId: own.costCentreId } : posting;
	}
	if (line.giftCard && !line.percentage) {
		return withAccount(giftCardAccount(settings), 'none', "'Gift Card Account'", settings);
	}
	const isExempt =
		decision.regime === 'domestic' && line.percentage === null && isExemptProduct(line, settings);
	return isExempt ? onRow(line, rowWithoutVat('exempt', settings), settings) : undefined;
}

/** @throws Finding MAPPING_INCOMPLETE, LEDGER_ACCOUNT_REFUSES_VAT. */
function onRow(
	{ role }: PostedLine,
	{ accounts, vatKind, source }: Row,
	settings: Settings,
): Posting {
	const setting = SETTING_OF_ROLE[role];
	const ledgerAccountId = accounts[ACCOUNT_OF_ROLE[role]];
	if (!ledgerAccountId) {
		throw new Finding('MAPPING_INCOMPLETE', { case: 'account', part: role, setting, row: source });
	}
	return withAccount(ledgerAccountId, vatKind, `${source}, ${setting}`, settings);
}

type ProductAccount = Settings['productAccounts'][number];

/**
 * The accounts that products of an order may have. Unless its row says otherwise such an account is for
 * sales at home: the accounts of ICP, export and the other regimes bring turnover into their box of the
 * VAT return, and a distance sale takes no others at all (BOE-0061). What customers still have to spend
 * is not turnover in any regime, so the gift card account always applies (D-PRODUCT-ACCOUNTS). The lines
 * without VAT of a mixed order go by their own regime: margin goods keep the margin accounts.
 */
const productAccountsIn = (
	regime: Regime,
	{ productAccounts, giftCardAccountId }: Settings,
): ProductAccount[] =>
	productAccounts.filter(
		(row) =>
			row.regime === regime ||
			(row.regime === 'all' && regime !== 'oss') ||
			row.accountId === giftCardAccountId,
	);

/**
 * An account for a product by its SKU, where a `*` at the end stands for any ending, else by one of
 * its categories; of several rows that fit the first one counts.
 *
 * @throws Finding CATEGORIES_NOT_STATED when a category could decide, but the order states none.
 */
function productAccount(
	{ sku, categories }: PostedLine,
	rows: readonly ProductAccount[],
): ProductAccount | undefined {
	if (rows.length === 0) return undefined;
	const bySku = rows.find((entry) => entry.sku !== '' && fitsSku(sku, entry.sku));
	if (bySku) return bySku;
	const ofCategories = rows.filter(({ category }) => category !== undefined);
	if (ofCategories.length === 0) return undefined;
	if (!categories) {
		throw new Finding('CATEGORIES_NOT_STATED', { case: 'accounts' });
	}
	return ofCategories.find(({ category = '' }) => hasCategory(categories, [category]));
}

/** @throws Finding GIFT_CARD_ACCOUNT_MISSING. */
function giftCardAccount({ giftCardAccountId }: Settings): string {
	if (giftCardAccountId) return giftCardAccountId;
	throw new Finding('GIFT_CARD_ACCOUNT_MISSING', { case: 'sold' });
}

/** Whether a product is in one of the categories; capitals make no difference. */
export function hasCategory(own: readonly string[], wanted: readonly string[]): boolean {
	const names = own.map((name) => name.toLowerCase());
	return wanted.some((name) => names.includes(name.toLowerCase()));
}

function withAccount(
	ledgerAccountId: string,
	vatKind: VatKind,
	source: string,
	settings: Settings,
): Posting {
	const account = settings.administration?.accounts.find((entry) => entry.id === ledgerAccountId);
	if (account && !account.vatKinds.includes(vatKind)) {
		throw new Finding('LEDGER_ACCOUNT_REFUSES_VAT', { account: account.number, setting: source });
	}
	const target = account ? ` → ${account.number} ${account.name}` : '';
	return { ledgerAccountId, vatKind, reason: `${source}${target}` };
}

/** Whether the row of a line names an account for discounts (W041). */
export function hasDiscountAccount(
	percentage: number | null,
	decision: RegimeDecision,
	settings: Settings,
): boolean {
	const line = { role: 'discount', percentage } as const;
	return Boolean(rowFor(line, decision, settings).accounts.discountAccountId);
}

type RatedPart = Pick<PostedLine, 'role' | 'percentage'>;

interface Row {
	accounts: RowAccounts;
	vatKind: VatKind;
	source: string;
}

/** Regimes whose lines carry no VAT go by one set of accounts, not by the VAT mapping. */
const ROWS_WITHOUT_VAT = {
	icp: { setting: 'icp', source: "'ICP'", missing: reason('ICP_NOT_CONFIGURED') },
	export: {
		setting: 'international',
		source: "'International'",
		missing: reason('EXPORT_NOT_CONFIGURED'),
	},
	margin: {
		setting: 'margin',
		source: "'Margin Scheme'",
		missing: reason('MARGIN_NOT_CONFIGURED'),
	},
	reverseCharge: {
		setting: 'reverseCharge',
		source: "'Reverse Charge'",
		missing: reason('MAPPING_INCOMPLETE', { case: 'setting', setting: 'Reverse Charge' }),
	},
	smallBusiness: {
		setting: 'smallBusiness',
		source: "'Small-Business Scheme'",
		missing: reason('MAPPING_INCOMPLETE', { case: 'setting', setting: 'Small-Business Scheme' }),
	},
	exempt: {
		setting: 'exempt',
		source: "'Exempt Products'",
		missing: reason('MAPPING_INCOMPLETE', { case: 'setting', setting: 'Exempt Products' }),
	},
} as const;

function rowFor(line: RatedPart, decision: RegimeDecision, settings: Settings): Row {
	const { regime, country } = decision;
	if (regime !== 'domestic' && regime !== 'oss' && regime !== 'ownRegistration') {
		return rowWithoutVat(regime, settings);
	}
	if (decision.untaxed && !line.percentage) return rowWithoutVat(decision.untaxed, settings);
	if (line.percentage === null && line.role === 'product') {
		throw new Finding('UNTAXED_DOMESTIC_LINE', { country });
	}
	const row = knownRow(line.percentage ?? 0, decision, settings);
	const source = `'VAT Mapping' ${country} ${row.percentage} %`;
	// Foreign VAT is a line of its own, so the lines carry no Dutch VAT (SS-420).
	if (row.vatKind === 'oss' || row.vatKind === 'ownRegistration')
		return { accounts: row, vatKind: 'none', source };
	if (regime === 'oss') {
		throw new Finding('NO_VAT_MAPPING', { case: 'notOss', row: source });
	}
	return { accounts: row, vatKind: row.vatKind, source };
}

function rowWithoutVat(regime: keyof typeof ROWS_WITHOUT_VAT, settings: Settings): Row {
	const { setting, source, missing } = ROWS_WITHOUT_VAT[regime];
	const accounts = settings[setting];
	if (accounts) return { accounts, vatKind: 'none', source };
	throw new Finding(missing);
}

function knownRow(
	percentage: number,
	{ country, date }: RegimeDecision,
	settings: Settings,
): VatMappingRow {
	const row = mappingRow(country, percentage, date, settings);
	if (row) return row;
	throw new Finding(
		'NO_VAT_MAPPING',
		rowsOfRate(country, percentage, settings).length > 0
			? { case: 'otherDays', rate: percentage, country, date }
			: { case: 'noRow', rate: percentage, country },
	);
}

/**
 * Checks that the VAT rate a row names has the percentage sold in SnelStart on the order's date.
 *
 * @param date yyyy-MM-dd.
 * @throws Finding VAT_RATE_DIFFERS.
 */
export function checkVatRate(
	vatKind: VatKind,
	percentage: number,
	date: string,
	settings: Settings,
): void {
	const rates = settings.administration?.vatRates;
	if (!rates || vatKind === 'none') return;
	const ofKind = rates.filter((rate) => rate.vatKind === vatKind);
	const inForce = ofKind.find(
		(rate) => rate.validFrom.slice(0, 10) <= date && date <= rate.validTo.slice(0, 10),
	);
	if (inForce?.percentage === percentage) return;
	throw new Finding(
		'VAT_RATE_DIFFERS',
		inForce
			? { case: 'other', rate: percentage, vatKind, inForce: inForce.percentage, date }
			: { case: 'none', rate: percentage, vatKind, date },
	);
}
