import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import {
	cardBalanceLine,
	clearingAccounts,
	clearingDifferences,
	clearingLine,
	type CardsBefore,
	type Code,
	documentNumbers,
	earlierSales,
	entryDraftSchema,
	type FiledReturn,
	fromEuro,
	type Facts,
	lateBookings,
	type Mutation,
	onDayOfTotal,
	orderMoneySchema,
	payoutsTwice,
	readMember,
	readRecords,
	reason,
	type Reason,
	reconcile,
	type Settings,
	type ShopDocument,
	shopOf,
	splitTotals,
	sum,
	type StatementLine,
	textsOf,
	withdrawals,
} from '../../bookkeeping';
import { inputError } from '../shared/codedError';
import { filedReturn } from '../shared/snelStart/filedReturns';
import { accountRoles } from '../shared/snelStart/accountRoles';
import { optionalRowsAt } from './messages/read';
import { shopField } from './orderInput';
import { settingsOf } from './settingsInput';

export const inputNames = [
	...['Documents', 'Settings', 'Mutations', 'Accounts', 'Records'],
	...['Late Mutations', 'VAT Returns', 'Open Items', 'Cards', 'Clearing'],
	'Sales of Credits',
];
export const outputNames = ['Differences', 'VAT Return', 'Summary', 'Statements'];

const displayOptions = { show: { resource: ['period'], operation: ['reconcilePeriod'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect what Draft Period and Transform Refunds give to 'Documents', the client's settings to 'Settings', SnelStart's ledger mutations (grootboekmutaties) to 'Mutations', its ledger accounts to 'Accounts' and the rows of BookingRecords to 'Records'. Read them from a month before the period to a month after it, so that what was booked in another period is found. 'Late Mutations' are those before the period that were changed since it began, 'VAT Returns' (btw-aangiftes) says which periods were filed. 'Open Items' are the open sales invoices (verkoopfacturen), 'Cards' the countries of the cards of OSS sales, 'Clearing' the mutations on the clearing accounts and the account of gift cards up to the last day, with the sums (Get Sums) of those before the first of them, and the row of the kind giftCardBalance that the comparison of the period before left. 'Sales of Credits' are the rows of the order table of what credit notes take back: a sale may be older than what was read.",
		name: 'reconcileNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	shopField(displayOptions),
	{
		displayName: 'From',
		name: 'periodFrom',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 2026-10-01',
		description: 'First day of the period',
		displayOptions,
	},
	{
		displayName: 'Until',
		name: 'periodUntil',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 2026-12-31',
		description: 'Last day of the period',
		displayOptions,
	},
];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Compares a period of the shop with the books; the same input always gives the same answer. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const [from, until] = [
		day.call(this, 'periodFrom', 'From'),
		day.call(this, 'periodUntil', 'Until'),
	];
	const settings = settingsOf.call(this);
	const shop = shopOf(text(this.getNodeParameter('shop', 0)), settings);
	const accounts = itemsOf.call(this, 'Accounts').map(({ id, function: purpose }) => ({
		id: text(id),
		function: text(purpose),
	}));
	if (accounts.every((account) => account.function === '')) {
		throw inputError(this.getNode(), reason('RECONCILE_INPUT', { case: 'accounts' }));
	}
	const roles = accountRoles(accounts, settings.administration?.foreignVatAccountId || undefined);
	const records = itemsOf.call(this, 'Records');
	const members = records.flatMap((record) => readMember(record) ?? []);
	const booked = read(this, 'Mutations', toMutation);
	const mutations = splitTotals(booked, members, roles);
	const openItems = read(this, 'Open Items', toOpenItem);
	const held = heldOn.call(this);
	const names = new Map(
		itemsOf.call(this, 'Accounts').map(({ id, number }) => [text(id), String(number ?? '')]),
	);
	const nameOf = (accountId: string) => names.get(accountId) || accountId;
	const result = reconcile(
		onDayOfTotal(
			read(this, 'Documents', (json) => toDocument(json, shop.statusesToSkip)),
			members,
		),
		mutations,
		{ from, until },
		roles,
		{
			records: readRecords(records),
			numbers: documentNumbers(shop),
			waiting: new Map(
				members
					.filter(({ entryId }) => entryId === '')
					.map(({ orderKey, totalNumber }) => [orderKey, totalNumber]),
			),
			money: {
				...(isConnected.call(this, 'Open Items') && { openItems: new Map(openItems) }),
				totalOf: new Map(
					members
						.filter(({ entryId }) => entryId !== '')
						.map(({ invoiceNumber, totalNumber }) => [invoiceNumber, totalNumber]),
				),
				besides: accountsBeside(settings),
				giftCardAccountId: settings.giftCardAccountId,
				sharesCards: settings.shops.length > 1,
				cardsBefore: cardsBefore(held, settings, from),
				nameOf,
			},
			earlier: earlierSales(rowsOfSales.call(this)),
			cardCountries: new Map(
				itemsOf
					.call(this, 'Cards')
					.map(({ id, country }) => [text(id).toLowerCase(), text(country)]),
			),
		},
	);
	const late = lateBookings(
		[
			...booked.filter(({ date }) => date >= from),
			...read(this, 'Late Mutations', toMutation).filter(({ date }) => date < from),
		],
		read(this, 'VAT Returns', toFiled).flat(),
		roles,
	);
	const onDebtors = new Set(
		booked
			.filter(({ accountId }) => roles(accountId).holds === 'receivable')
			.map(({ entry }) => entry),
	);
	const isClearing = isClearingIn(settings);
	const isOnDebtors = (entry: string) => onDebtors.has(entry);
	const clearing = clearingAccounts(
		{
			mutations: held.mutations.filter(({ accountId }) => isClearing(accountId)),
			before: new Map([...held.before].filter(([accountId]) => isClearing(accountId))),
			isOnDebtors,
		},
		{ from, until },
	);
	const { differences: compared, boxes, statements, cards, ...counts } = result;
	const ofClearing = clearing.flatMap((account) => clearingDifferences(account, nameOf));
	const named = clearingIn(settings);
	const twicePaidOut = payoutsTwice(
		booked,
		{ isClearing: (accountId) => named.has(accountId), isOnDebtors, nameOf },
		{ from, until },
	);
	const differences = [...compared, ...ofClearing, ...twicePaidOut, ...late];
	const asItems = (rows: object[]): INodeExecutionData[] =>
		rows.map((row) => ({ json: { ...row } as IDataObject, pairedItem: { item: 0 } }));
	// They are in the shop's side of the boxes, and come into the books by themselves.
	const waiting = differences.filter(({ kind }) => kind === 'waiting');
	const differing = differences.length - waiting.length;
	const summary = { from, until, ...counts, differences: differing };
	const facts = {
		...{ documents: counts.documents, agreed: counts.agreed, differences: differing },
		other: fromEuro(counts.otherTurnover),
	};
	const amount = sum(waiting.map(({ shopTotal }) => fromEuro(shopTotal ?? 0)));
	const { found, ...told } = textsOf(
		waiting.length === 0
			? reason('PERIOD_COMPARED', facts)
			: reason('PERIOD_COMPARED_WAITING', { ...facts, waiting: waiting.length, amount }),
	);
	const lines = statements.map((line) => ({ ...line, found: foundOf(line) }));
	return [
		asItems(differences),
		asItems(boxes),
		asItems([{ ...summary, code: told.code, found, facts: told.facts }]),
		asItems([
			...lines,
			...clearing.map((account) => clearingLine(account, nameOf)),
			...(cards ? [cardBalanceLine(cards, nameOf(settings.giftCardAccountId ?? ''))] : []),
		]),
	];
}

/** None where an earlier workflow connects none. */
function rowsOfSales(this: IExecuteFunctions): IDataObject[] {
	return optionalRowsAt.call(this, inputNames.indexOf('Sales of Credits'), 'orderKey');
}

/** What was read of single accounts. */
interface Held {
	mutations: Mutation[];
	/** What each account held before the first of them; debit is positive. */
	before: Map<string, number>;
	/** Rows that earlier comparisons left of the account of gift cards. */
	earlier: IDataObject[];
	/** Whether those rows were looked for, be it that there are none. */
	isLookedFor: boolean;
}

function heldOn(this: IExecuteFunctions): Held {
	const items = itemsOf.call(this, 'Clearing');
	const earlier = items.filter(isEarlierBalance);
	const sums = items.filter(({ result }) => isSum(result));
	return {
		mutations: read(this, 'Clearing', (json) =>
			isSum(json.result) || isEarlierBalance(json) ? [] : toMutation(json),
		).flat(),
		before: new Map(sums.map(({ id, result }) => [text(id), fromEuro(Number(result))])),
		earlier,
		isLookedFor: this.getInputData(inputNames.indexOf('Clearing')).length > items.length,
	};
}

const isEarlierBalance = ({ kind }: IDataObject): boolean => kind === 'giftCardBalance';

/** The clearing accounts that the settings name. */
const clearingIn = ({ paymentMethods, payoutProviders }: Settings): ReadonlySet<string> =>
	new Set([...paymentMethods, ...payoutProviders].flatMap(({ clearingAccountId: id }) => id || []));

/** Of an account that is not a clearing account, such as that of gift cards, no transactions are told. */
function isClearingIn(settings: Settings) {
	const named = clearingIn(settings);
	return (accountId: string) => accountId !== settings.giftCardAccountId || named.has(accountId);
}

/**
 * What the account of gift cards held on the day before the period. Where several shops share the
 * account, what one of them left open last time says nothing of the whole.
 *
 * @returns `undefined` when nobody read it.
 */
function cardsBefore(
	{ mutations, before, earlier, isLookedFor }: Held,
	{ giftCardAccountId: account = '', shops }: Settings,
	from: string,
): CardsBefore | undefined {
	const own = mutations.filter(({ accountId }) => accountId === account);
	const last = shops.length === 1 ? earlier.at(-1) : undefined;
	const isRead = own.length > 0 || before.has(account) || earlier.length > 0 || isLookedFor;
	if (account === '' || !isRead) return undefined;
	const moved = sum(own.filter(({ date }) => date < from).map(({ amount }) => amount));
	const expected = typeof last?.shopTotal === 'number' ? fromEuro(last.shopTotal) : undefined;
	return { books: moved - (before.get(account) ?? 0), expected };
}

/** What a line of the ICP or OSS statement is about. */
function foundOf(line: StatementLine): string {
	const { country, statement, percentage, supply, correctionOf } = line;
	if (correctionOf !== '') return [country, 'correction', correctionOf].filter(Boolean).join(' ');
	const what = statement === 'oss' ? `${percentage} %` : supply;
	return [country, what].filter(Boolean).join(' ');
}

type InputName = (typeof inputNames)[number];

/** The items of an input; an empty one says that there is nothing. */
function itemsOf(this: IExecuteFunctions, input: InputName): IDataObject[] {
	return this.getInputData(inputNames.indexOf(input))
		.map(({ json }) => json)
		.filter((json) => Object.keys(json).length > 0);
}

/** Whether something was read, be it that there is nothing. */
function isConnected(this: IExecuteFunctions, input: InputName): boolean {
	return this.getInputData(inputNames.indexOf(input)).length > 0;
}

/** Why an item is not what it must be. */
class WrongItem {
	constructor(readonly why: (input: string, item: number) => Reason) {}
}

/** Reads all items of an input. @throws NodeOperationError RECONCILE_INPUT on what cannot be right */
function read<T>(
	context: IExecuteFunctions,
	input: InputName,
	reading: (json: IDataObject) => T | WrongItem,
): T[] {
	return itemsOf.call(context, input).map((json, index) => {
		const made = reading(json);
		if (!(made instanceof WrongItem)) return made;
		throw inputError(context.getNode(), made.why(input, index + 1));
	});
}

const notSimplified = new WrongItem((input) =>
	reason('RECONCILE_INPUT', { case: 'notSimplified', input }),
);
const noDocument = new WrongItem((_, item) =>
	reason('RECONCILE_INPUT', { case: 'document', item }),
);
const noAmount = (field: string) =>
	new WrongItem((input, item) => reason('RECONCILE_INPUT', { case: 'amount', input, field, item }));

const isSum = (value: unknown): value is number => typeof value === 'number';
const nothingIn = (value: unknown): boolean => value === null || value === undefined;
const isAmount = (value: unknown): boolean => typeof value === 'number' || nothingIn(value);

/** What the shop or SnelStart did not tell is not compared, and says so. */
const notReadCodes: readonly string[] = [
	'ORDER_NOT_READ',
	'REFUND_NOT_READ',
	'BOOKED_ENTRY_NOT_READ',
] satisfies Code[];

/** @param statusesToSkip refunds of orders with these are only expected where they were booked */
function toDocument(
	json: IDataObject,
	statusesToSkip: readonly string[],
): ShopDocument | WrongItem {
	const { orderNumber, total, draft, outcome, code, message, facts, withdrawn } = json;
	if (typeof outcome !== 'string') return noDocument;
	if (!isAmount(total)) return noAmount('total');
	const made = entryDraftSchema.safeParse(draft);
	const isOrder = (draft as IDataObject | undefined)?.document === 'salesOrder';
	if (!made.success && !nothingIn(draft) && !isOrder) return noDocument;
	// What waits or needs no booking is not expected in the books.
	const notRead = notReadCodes.includes(text(code));
	const isNamed = outcome === 'attention' || notRead;
	const money = orderMoneySchema.safeParse(json.money);
	if (!money.success && !nothingIn(json.money)) return noDocument;
	const how = withdrawals.find((one) => one === withdrawn);
	return {
		orderKey: text(json.orderKey),
		orderNumber: text(orderNumber),
		total: typeof total === 'number' ? total : null,
		...(made.success && { draft: made.data }),
		...(money.success && { money: money.data }),
		asSold:
			json.asSold === true ||
			(text(json.originalOrderKey) !== '' && statusesToSkip.includes(text(json.orderStatus))),
		...(how && { withdrawn: how }),
		day: text(json.day),
		notRead,
		code: isNamed ? text(code) : '',
		message: text(message),
		...(typeof facts === 'object' && facts !== null && { facts: facts as Facts }),
	};
}

function toMutation({
	invoiceNumber,
	ledgerAccountId,
	date,
	debit,
	credit,
	description: words,
	changedOn,
	journalId,
	voucher,
	relationId,
}: IDataObject): Mutation | WrongItem {
	if (typeof ledgerAccountId !== 'string') return notSimplified;
	if (!isAmount(debit)) return noAmount('debit');
	if (!isAmount(credit)) return noAmount('credit');
	const cents = (value: unknown) => (typeof value === 'number' ? fromEuro(value) : 0);
	return {
		invoiceNumber: text(invoiceNumber),
		accountId: text(ledgerAccountId),
		date: text(date).slice(0, 10),
		amount: cents(credit) - cents(debit),
		description: text(words),
		changedOn: text(changedOn),
		...(nothingIn(voucher) ? {} : { entry: [journalId, voucher, date].join('|') }),
		relationId: text(relationId),
	};
}

function toFiled({
	status,
	period,
	startDate,
	sentOn,
	payBefore,
}: IDataObject): FiledReturn[] | WrongItem {
	if (typeof status !== 'string') return notSimplified;
	return filedReturn({ status, period, startDate, sentOn, payBefore });
}

function toOpenItem({ invoiceNumber, openAmount }: IDataObject): [string, number] | WrongItem {
	if (typeof invoiceNumber !== 'string') return notSimplified;
	if (typeof openAmount !== 'number') return noAmount('openAmount');
	return [invoiceNumber, fromEuro(openAmount)];
}

/** What an entry of a payment may move beside its own account: costs and differences. */
function accountsBeside(settings: Settings): string[] {
	const { paymentCostsAccountId, roundingAccountId, payoutProviders } = settings;
	return [
		paymentCostsAccountId,
		roundingAccountId,
		...payoutProviders.map(({ exchangeAccountId }) => exchangeAccountId),
	].filter((accountId) => accountId !== undefined);
}

function day(this: IExecuteFunctions, name: string, displayName: string): string {
	const value = text(this.getNodeParameter(name, 0, ''))
		.trim()
		.slice(0, 10);
	if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
	throw inputError(this.getNode(), reason('RECONCILE_INPUT', { case: 'day', field: displayName }));
}
