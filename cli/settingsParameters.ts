import type { FileSettings } from './clientFile';

type Fields = Record<string, unknown>;

const LISTS_OF_SHOPS = [
	...['statusesToBook', 'statusesToSkip', 'paidStatuses'],
	...['paymentMethodsToBook', 'categoriesToBook'],
];
const ROWS = ['vatMapping', 'productAccounts', 'fixedDebtors', 'paymentMethods', 'payoutProviders'];
const ACCOUNTS = ['icp', 'international', 'margin', 'reverseCharge'];
const SEPARATE = [
	...['client', 'shops', 'vatNumberCheck', 'exchangeRates', 'document', 'salesOrders'],
	'administration',
];

const joined = (value: unknown): unknown => (Array.isArray(value) ? value.join(', ') : value);

const defined = (fields: Fields): Fields =>
	Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** The named parts of the settings that are there, each turned into what the node has for it. */
const parts = (settings: Fields, names: string[], turn: (value: unknown) => unknown): Fields =>
	Object.fromEntries(
		names
			.filter((name) => settings[name] !== undefined)
			.map((name) => [name, turn(settings[name])]),
	);

/**
 * Settings as the parameters of the node Webshop Settings: lists become texts with commas,
 * collections rows. What the node has no place of its own for stands in its options.
 */
export function settingsParameters(settings: FileSettings): Fields {
	const separate = [...SEPARATE, ...ROWS, ...ACCOUNTS];
	const options = Object.entries(settings).filter(([name]) => !separate.includes(name));
	const salesOrders = (settings.salesOrders ?? {}) as Fields;
	const dummyItems = (salesOrders.dummyItems ?? {}) as Fields;
	const salesOrderOptions = defined({
		vatEntry: salesOrders.vatEntry,
		pieces: salesOrders.pieces,
		deletedItemCode: dummyItems.deleted,
		jouwWebItemCode: dummyItems.jouwWeb,
	});
	const isSalesOrder = settings.document === 'salesOrder';
	return {
		client: settings.client,
		shops: {
			rows: settings.shops.map((shop) => ({
				...shop,
				...parts(shop, LISTS_OF_SHOPS, joined),
			})),
		},
		...parts(settings, ROWS, (rows) => ({ rows })),
		...parts(settings, ACCOUNTS, (accounts) => ({ accounts })),
		...parts(settings, ['vatNumberCheck', 'document'], (value) => value),
		...parts(settings, ['exchangeRates'], (value) => {
			const rates = value as Fields;
			return { ...rates, ...parts(rates, ['rates'], (rows) => ({ rows })) };
		}),
		...(isSalesOrder && {
			revenueGroups: { rows: salesOrders.revenueGroups ?? [] },
			salesOrderOptions,
		}),
		options: Object.fromEntries(options.map(([name, value]) => [name, joined(value)])),
	};
}
