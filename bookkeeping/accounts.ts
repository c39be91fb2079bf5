import type { VatKind } from './draft';
import { Finding } from './findings';
import type { RatedLine } from './ratedLines';
import type { RegimeDecision } from './regime';
import type { RowAccounts, Settings, VatMappingRow } from './settings';

/** Where a line goes in the books. */
export interface Posting {
	ledgerAccountId: string;
	vatKind: VatKind;
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

/**
 * Finds the ledger account and VAT of a line from the settings, its VAT percentage and the delivery
 * country, or whether it is ICP or international (J066).
 *
 * @param percentage `null` for a line that carries no VAT rate at all.
 * @throws Finding NO_VAT_MAPPING, ICP_NOT_CONFIGURED, EXPORT_NOT_CONFIGURED, MAPPING_INCOMPLETE,
 * UNTAXED_DOMESTIC_LINE, LEDGER_ACCOUNT_REFUSES_VAT.
 */
export function postingOf(
	role: Role,
	percentage: number | null,
	decision: RegimeDecision,
	settings: Settings,
): Posting {
	const { accounts, vatKind, source } = rowFor(role, percentage, decision, settings);
	const ledgerAccountId = accounts[ACCOUNT_OF_ROLE[role]];
	if (!ledgerAccountId) {
		throw new Finding(
			'MAPPING_INCOMPLETE',
			`The order has a ${role} line, but '${SETTING_OF_ROLE[role]}' of ${source} is empty.`,
		);
	}
	const account = settings.administration?.accounts.find((entry) => entry.id === ledgerAccountId);
	if (account && !account.vatKinds.includes(vatKind)) {
		throw new Finding(
			'LEDGER_ACCOUNT_REFUSES_VAT',
			`Ledger account ${account.number} does not take the VAT of ${source}.`,
		);
	}
	const target = account ? ` → ${account.number} ${account.name}` : '';
	return { ledgerAccountId, vatKind, reason: `${source}, ${SETTING_OF_ROLE[role]}${target}` };
}

/** Whether the row of a line names an account for discounts (W041). */
export function hasDiscountAccount(
	percentage: number | null,
	decision: RegimeDecision,
	settings: Settings,
): boolean {
	return Boolean(rowFor('discount', percentage, decision, settings).accounts.discountAccountId);
}

function rowFor(
	role: Role,
	percentage: number | null,
	{ regime, country }: RegimeDecision,
	settings: Settings,
): { accounts: RowAccounts; vatKind: VatKind; source: string } {
	if (regime === 'icp') {
		if (settings.icp) return { accounts: settings.icp, vatKind: 'none', source: "'ICP'" };
		throw new Finding('ICP_NOT_CONFIGURED', 'The order is an ICP delivery.');
	}
	if (regime === 'export') {
		if (settings.international) {
			return { accounts: settings.international, vatKind: 'none', source: "'International'" };
		}
		throw new Finding('EXPORT_NOT_CONFIGURED', 'The order is an export.');
	}
	if (percentage === null && role === 'product') {
		throw new Finding(
			'UNTAXED_DOMESTIC_LINE',
			`A product delivered in ${country} has no VAT rate.`,
		);
	}
	const row = mappingRow(percentage ?? 0, country, settings);
	return {
		accounts: row,
		vatKind: row.vatKind,
		source: `'VAT Mapping' ${country} ${row.percentage} %`,
	};
}

function mappingRow(percentage: number, country: string, settings: Settings): VatMappingRow {
	const row = settings.vatMapping.find(
		(entry) => entry.country === country && Math.abs(entry.percentage - percentage) < 0.0001,
	);
	if (row) return row;
	throw new Finding(
		'NO_VAT_MAPPING',
		`The order has VAT at ${percentage} % delivered in ${country}, but 'VAT Mapping' has no such row.`,
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
		`The shop charged ${percentage} %, but the VAT rate "${vatKind}" in SnelStart is ${inForce ? `${inForce.percentage} %` : 'not in force'} on ${date}.`,
	);
}
