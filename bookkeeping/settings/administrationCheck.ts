import { complaint } from '../codes/complaintTexts';
import type { Spoken } from '../codes/facts';
import { sharedCardName } from './sharedCardName';
import { pickedFrom } from './pickedFrom';
import { productAccountName } from './productAccountName';
import type { VatKind } from '../trade/vatKinds';
import { checkSalesOrders, type SalesOrderFacts } from './salesOrderCheck';
import { checkPayments } from './paymentAdministrationCheck';
import type { Administration } from './administration';
import {
	checkDutchVatAbroad,
	checkOssRow,
	OSS_FUNCTION,
	type NamedAccount,
	type OssFacts,
	type OssRate,
} from './ossCheck';
import type { RowAccounts, Settings } from './settings';

export type { OssRate };

/** A ledger account (grootboekrekening) of the client's administration. */
export interface LedgerAccountFacts {
	id: string;
	number: number;
	name: string;
	inactive: boolean;
	/** VAT kinds that SnelStart accepts on lines of this account. */
	vatKinds: VatKind[];
	/** SnelStart's function of the account, which decides the box of the VAT return. */
	function: string;
	costCentreRequired: boolean;
	/** Only on OSS accounts: which rate of the country, such as SR for the standard rate. */
	vatRateCode: string;
}

/** What the client's administration knows that settings can name. */
export interface AdministrationFacts extends OssFacts {
	name: string;
	accounts: LedgerAccountFacts[];
	vatRates: Array<{ vatKind: VatKind; percentage: number; validFrom: string; validTo: string }>;
	journals: Array<{ id: string; name: string; kind: string; inactive: boolean }>;
	costCentres: Array<{ id: string; name: string; inactive: boolean }>;
	salesOrderTemplates: Array<{ id: string; name: string }>;
	/** Ids of the relations that the settings name as fixed debtors, as far as they exist. */
	relationIds: string[];
	/** Only read when the settings make sales orders. */
	salesOrders?: SalesOrderFacts;
}

const ICP_FUNCTIONS = ['VerkopenExportBinnenEU', 'DienstverleningBinnenEU'];
const REVERSE_CHARGE_FUNCTIONS = ['VerkopenOmzetOnbelastVerlegd'];
const EXPORT_FUNCTIONS = ['VerkopenExportBuitenEU'];
const ACCOUNT_NAMES: Record<keyof RowAccounts, string> = {
	productsAccountId: 'Products Account',
	shippingAccountId: 'Shipping Account',
	discountAccountId: 'Discount Account',
	feesAccountId: 'Fees Account',
};

/**
 * Checks settings against the client's SnelStart administration, so that nothing is booked that
 * SnelStart would refuse or that lands in the wrong box of the VAT return: every account exists, is
 * active, takes the VAT of its row (BOE-0082) and has the function of its regime (SS-414, SS-417 to
 * SS-420), every rate has the percentage sold today, journals, cost centre, template and fixed
 * debtors exist.
 *
 * @param today yyyy-MM-dd.
 * @returns one sentence per complaint, in both languages; empty when all is well.
 */
export function checkAgainstAdministration(
	settings: Settings,
	facts: AdministrationFacts,
	today: string,
): Spoken[] {
	return [
		...settings.vatMapping.flatMap((row) => {
			const place = `'VAT Mapping' ${row.country} ${row.percentage} %`;
			const isPast = row.until !== undefined && row.until < today;
			const day = isPast ? (row.until ?? today) : laterOf(today, row.from);
			if (row.vatKind === 'oss') {
				return [
					...checkOssRow(row, place, accountsOf(row, facts), facts, day),
					...checkRegime(place, row, [OSS_FUNCTION], settings, facts),
				];
			}
			if (row.vatKind === 'ownRegistration') {
				const vatAccount = row.vatAccountId
					? checkAccount(row.vatAccountId, 'none', `${place}, VAT Account`, settings, facts)
					: [];
				return [...checkAccounts(row, 'none', place, settings, facts), ...vatAccount];
			}
			return [
				...(isPast ? [] : checkDutchVatAbroad(row, place, facts)),
				...checkAccounts(row, row.vatKind, place, settings, facts),
				...(isPast ? [] : checkRate(row.vatKind, row.percentage, place, facts, day)),
			];
		}),
		...checkRegime("'ICP'", settings.icp, ICP_FUNCTIONS, settings, facts),
		...checkRegime("'International'", settings.international, EXPORT_FUNCTIONS, settings, facts),
		...checkRegime(
			"'Reverse Charge'",
			settings.reverseCharge,
			REVERSE_CHARGE_FUNCTIONS,
			settings,
			facts,
		),
		...withoutFunction.flatMap(({ setting, place }) => {
			const accounts = settings[setting];
			return accounts ? checkAccounts(accounts, 'none', place, settings, facts) : [];
		}),
		...settings.productAccounts.flatMap(({ sku, category, accountId }) => {
			const known = facts.accounts.find(({ id }) => id === accountId);
			const kind = known?.vatKinds[0] ?? 'none';
			return checkAccount(accountId, kind, productAccountName({ sku, category }), settings, facts);
		}),
		...(settings.giftCardAccountId
			? checkAccount(settings.giftCardAccountId, 'none', "'Gift Card Account'", settings, facts)
			: []),
		...(settings.ossAccountWithoutVatId
			? checkWithoutVat(
					settings.ossAccountWithoutVatId,
					"'OSS Account Without VAT'",
					settings,
					facts,
				)
			: []),
		...(settings.roundingAccountId
			? checkAccount(settings.roundingAccountId, 'none', "'Rounding Account'", settings, facts)
			: []),
		...checkNamed("'Sales Journal'", settings.salesJournalId, facts.journals),
		...checkJournalKind(settings, facts),
		...checkNamed("'Cost Centre'", settings.costCentreId, facts.costCentres),
		...checkNamed(
			"'Sales Order Template'",
			settings.salesOrderTemplateId,
			facts.salesOrderTemplates,
		),
		...checkPayments(settings, facts),
		...checkSalesOrders(settings, facts.salesOrders),
		...settings.fixedDebtors
			.filter(({ relationId }) => !facts.relationIds.includes(relationId))
			.map(({ paymentMethod }) =>
				complaint('relationUnknown', { place: `'Fixed Debtors' "${paymentMethod}"` }),
			),
		...[
			...settings.sharedCards.map((row) => ({ ...row, place: sharedCardName(row) })),
			...settings.dayTotals.map((row) => ({ ...row, place: `'Day Totals' "${row.shop}"` })),
			...settings.dayTotalCountries.map((row) => ({
				...row,
				place: `'Day Totals Abroad' "${row.country}"`,
			})),
		]
			.filter(({ relationId }) => !facts.relationIds.includes(relationId))
			.map(({ place }) => complaint('relationUnknown', { place })),
	];
}

/** Sales without VAT whose accounts need no function of their own. */
const withoutFunction = [
	{ setting: 'margin', place: "'Margin Scheme'" },
	{ setting: 'smallBusiness', place: "'Small-Business Scheme'" },
	{ setting: 'exempt', place: "'Exempt Products'" },
] as const;

const laterOf = (one: string, other = '') => (one > other ? one : other);

/** What the transformer needs of the administration, to be saved with the settings. */
export function administrationOf(settings: Settings, facts: AdministrationFacts): Administration {
	const used = pickedFrom(settings, ['ledgerAccounts', 'optionalLedgerAccounts']);
	const named = namesIn(settings, facts);
	return {
		name: facts.name,
		...(Object.keys(named).length > 0 ? { named } : {}),
		...(facts.foreignVatAccountId ? { foreignVatAccountId: facts.foreignVatAccountId } : {}),
		accounts: facts.accounts
			.filter(({ id }) => used.includes(id))
			.map(({ id, number, name, vatKinds }) => ({ id, number, name, vatKinds })),
		vatRates: facts.vatRates,
	};
}

/** No debtors, because those can be people. */
const NAMED_LISTS = [
	...(['salesJournals', 'paymentJournals', 'costCentres'] as const),
	...(['salesOrderTemplates', 'revenueGroups'] as const),
];

/** What the settings name beside accounts. */
function namesIn(settings: Settings, facts: AdministrationFacts): Record<string, string> {
	const { journals, costCentres, salesOrderTemplates, salesOrders } = facts;
	const picked = pickedFrom(settings, NAMED_LISTS);
	const all = [journals, costCentres, salesOrderTemplates, salesOrders?.revenueGroups ?? []].flat();
	return Object.fromEntries(
		all.filter(({ id }) => picked.includes(id)).map(({ id, name }) => [id, name]),
	);
}

const accountFields = Object.keys(ACCOUNT_NAMES) as Array<keyof RowAccounts>;

function accountsOf(row: RowAccounts, { accounts }: AdministrationFacts): NamedAccount[] {
	return accountFields.flatMap((field) => {
		const account = accounts.find(({ id }) => id === row[field]);
		return account ? [{ name: ACCOUNT_NAMES[field], account }] : [];
	});
}

function checkRegime(
	place: string,
	accounts: RowAccounts | undefined,
	functions: readonly string[],
	settings: Settings,
	facts: AdministrationFacts,
): Spoken[] {
	if (!accounts) return [];
	const wrong = accountsOf(accounts, facts).flatMap(({ name, account }) =>
		functions.includes(account.function)
			? []
			: [
					complaint('wrongBox', {
						place: `${place}, ${name}`,
						number: String(account.number),
						functions,
					}),
				],
	);
	return [...checkAccounts(accounts, 'none', place, settings, facts), ...wrong];
}

function checkAccounts(
	accounts: RowAccounts,
	vatKind: VatKind,
	place: string,
	settings: Settings,
	facts: AdministrationFacts,
): Spoken[] {
	return accountFields.flatMap((field) => {
		const id = accounts[field];
		return id
			? checkAccount(id, vatKind, `${place}, ${ACCOUNT_NAMES[field]}`, settings, facts)
			: [];
	});
}

function checkAccount(
	id: string,
	vatKind: VatKind,
	place: string,
	{ costCentreId }: Settings,
	facts: AdministrationFacts,
): Spoken[] {
	const account = facts.accounts.find((entry) => entry.id === id);
	if (!account) return [complaint('accountUnknown', { place })];
	const named = { place, account: nameOf(account) };
	const takes = account.vatKinds;
	return [
		...(account.inactive ? [complaint('accountInactive', named)] : []),
		...(takes.includes(vatKind)
			? []
			: takes.length > 0
				? [complaint('accountVat', { ...named, takes, vatKind })]
				: [complaint('accountNoVat', { ...named, vatKind })]),
		...(account.costCentreRequired && !costCentreId ? [complaint('accountCostCentre', named)] : []),
	];
}

const nameOf = ({ number, name }: LedgerAccountFacts): string => `${number} ${name}`;

/** An account of what bears no VAT, in an entry beside one by OSS. */
function checkWithoutVat(
	id: string,
	place: string,
	settings: Settings,
	facts: AdministrationFacts,
): Spoken[] {
	const account = facts.accounts.find((entry) => entry.id === id);
	const withVat = account?.vatKinds.filter((kind) => kind !== 'none') ?? [];
	const named = account && { place, account: nameOf(account) };
	if (named && account.function === OSS_FUNCTION) return [complaint('forDistanceSales', named)];
	if (named && withVat.length > 0) return [complaint('takesVat', { ...named, takes: withVat })];
	return checkAccount(id, 'none', place, settings, facts);
}

function checkRate(
	vatKind: VatKind,
	percentage: number,
	place: string,
	facts: AdministrationFacts,
	today: string,
): Spoken[] {
	if (vatKind === 'none') return [];
	const inForce = facts.vatRates.find(
		(rate) =>
			rate.vatKind === vatKind &&
			rate.validFrom.slice(0, 10) <= today &&
			today <= rate.validTo.slice(0, 10),
	);
	if (inForce?.percentage === percentage) return [];
	const row = { place, vatKind, percentage };
	return [
		inForce
			? complaint('rateDiffers', { ...row, inForce: inForce.percentage })
			: complaint('rateNotInForce', row),
	];
}

function checkNamed(
	place: string,
	id: string | undefined,
	known: ReadonlyArray<{ id: string; inactive?: boolean }>,
): Spoken[] {
	if (!id) return [];
	const found = known.find((entry) => entry.id === id);
	if (!found) return [complaint('chosenUnknown', { place })];
	return found.inactive ? [complaint('chosenInactive', { place })] : [];
}

function checkJournalKind(settings: Settings, facts: AdministrationFacts): Spoken[] {
	const journal = facts.journals.find(({ id }) => id === settings.salesJournalId);
	return journal && journal.kind !== 'Verkoop'
		? [complaint('salesJournalKind', { kind: journal.kind })]
		: [];
}
