import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { SettingsInput } from '../../bookkeeping';

/**
 * The node's parameters as settings. What they mean and whether they fit together is for the
 * settings themselves to judge: here texts with commas become lists, and collections objects.
 */
export function readParameters(this: IExecuteFunctions, itemIndex: number): SettingsInput {
	const rows = (name: string): IDataObject[] =>
		this.getNodeParameter(`${name}.rows`, itemIndex, []) as IDataObject[];
	const options = this.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const optional = (name: string): IDataObject | undefined => {
		const group = this.getNodeParameter(`${name}.accounts`, itemIndex, {}) as IDataObject;
		return group.productsAccountId ? group : undefined;
	};
	const exchangeRates = this.getNodeParameter('exchangeRates', itemIndex, {}) as IDataObject;
	const { rows: rates } = (exchangeRates.rates ?? {}) as IDataObject;
	const orderOptions = this.getNodeParameter('salesOrderOptions', itemIndex, {}) as IDataObject;
	const { vatEntry, pieces, deletedItemCode, jouwWebItemCode } = orderOptions;
	return {
		client: this.getNodeParameter('client', itemIndex),
		shops: rows('shops').map((row) => ({
			...row,
			statusesToBook: list(row.statusesToBook),
			statusesToSkip: list(row.statusesToSkip),
			paymentMethodsToBook: list(row.paymentMethodsToBook),
			categoriesToBook: list(row.categoriesToBook),
			...(row.paidStatuses === undefined ? {} : { paidStatuses: list(row.paidStatuses) }),
		})),
		vatMapping: rows('vatMapping'),
		icp: optional('icp'),
		international: optional('international'),
		margin: optional('margin'),
		reverseCharge: optional('reverseCharge'),
		vatNumberCheck: this.getNodeParameter('vatNumberCheck', itemIndex, {}),
		exchangeRates: { ...exchangeRates, rates: rates ?? [] },
		productAccounts: rows('productAccounts'),
		fixedDebtors: rows('fixedDebtors'),
		paymentMethods: rows('paymentMethods'),
		payoutProviders: rows('payoutProviders'),
		...options,
		paymentFeeFields: list(options.paymentFeeFields),
		document: this.getNodeParameter('document', itemIndex, 'salesEntry'),
		salesOrders: {
			vatEntry,
			pieces,
			revenueGroups: rows('revenueGroups'),
			dummyItems: { deleted: deletedItemCode, jouwWeb: jouwWebItemCode },
		},
	} as SettingsInput;
}

function list(value: unknown): string[] {
	return String(value ?? '')
		.split(',')
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');
}
