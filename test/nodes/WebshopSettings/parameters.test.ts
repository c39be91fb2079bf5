import { NodeHelpers } from 'n8n-workflow';
import type { INode, INodeParameters } from 'n8n-workflow';

import { readSettings } from '../../../bookkeeping/settings/readSettings';
import { settingsSchema } from '../../../bookkeeping/settings/settings';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import {
	parametersFromSettings,
	settingsFromParameters,
} from '../../../bookkeeping/settings/parameters';
import { WebshopSettings } from '../../../nodes/WebshopSettings/WebshopSettings.node';

const accounts = (letter: string) => ({
	productsAccountId: `${letter}1`,
	shippingAccountId: `${letter}2`,
	discountAccountId: `${letter}3`,
	feesAccountId: `${letter}4`,
});

/** Every setting there is, each with a value that is not its default. */
const full: SettingsInput = {
	client: 'bloom',
	shops: [
		{
			shop: 'web',
			kind: 'wooCommerce',
			country: 'BE',
			zone: 'Europe/Brussels',
			statusesToBook: ['completed', 'shipped'],
			statusesToSkip: ['failed'],
			paidStatuses: ['yes'],
			invoiceNumberPrefix: 'W',
			invoiceNumberField: '_number',
			bookFrom: '2026-02-01',
			paymentMethodsToBook: ['ideal', 'bancontact'],
			categoriesToBook: ['Books', 'Gifts'],
			entryDate: 'field',
			entryDateField: '_invoice_date',
			creditNoteNumberField: '_credit_number',
			marginScheme: true,
			creditNoteNumberPrefix: 'CN',
		},
	],
	paymentTermDays: 30,
	paymentTermOfCard: true,
	salesJournalId: 'j1',
	booksClosedUntil: '2026-03-31',
	closedPeriods: 'firstOpenDay',
	costCentreId: 'c1',
	document: 'salesOrder',
	salesOrders: {
		vatEntry: 'inclusive',
		pieces: 'asSold',
		revenueGroups: [
			{ vatKind: 'high', revenueGroupId: 'r1' },
			{ vatKind: 'none', revenueGroupId: 'r2' },
		],
		dummyItems: { deleted: 'GONE', jouwWeb: 'JW' },
	},
	salesOrderTemplateId: 't1',
	roundingAccountId: 'a1',
	vatMapping: [{ country: 'BE', percentage: 21, vatKind: 'high', ...accounts('n') }],
	icp: accounts('i'),
	international: accounts('x'),
	margin: accounts('m'),
	reverseCharge: accounts('r'),
	smallBusiness: { ...accounts('s'), from: '2020-01-01', until: '2025-12-31' },
	exempt: { ...accounts('e'), skus: ['COURSE-*', 'BOOKLET'] },
	productAccounts: [{ sku: 'BON-*', accountId: 'p1', costCentreId: 'c2', regime: 'all' }],
	giftCardAccountId: 'g1',
	giftCardJournalId: 'gj1',
	lineLanguage: 'en',
	setOffJournalId: 'so1',
	descriptionPattern: 'Order {orderNumber}',
	fixedDebtors: [{ paymentMethod: 'klarna', relationId: 'd1' }],
	sharedCards: [
		{ customers: 'all', country: 'DE', paymentMethod: 'ideal', relationId: 'd4' },
		{ customers: 'consumers', relationId: 'd5' },
	],
	paymentTerms: [{ paymentMethod: 'bacs', days: 30 }],
	dayTotals: [
		{
			...{ shop: 'web', period: 'month', numberPrefix: 'WDAG', relationId: 'd2' },
			...{ cutOffHour: 4, closeAfterHours: 5, lines: 'perOrder', methodsByThemselves: ['klarna'] },
			...{ from: '2026-07-01', until: '2026-12-31' },
		},
	],
	dayTotalCountries: [{ country: 'DE', relationId: 'd3' }],
	negativeFeeWithoutVat: 'discount',
	vatOffItsRate: 'restWithoutVat',
	paidAndCancelled: 'credit',
	ordersWithRefunds: 'book',
	refundWithoutVat: 'asEntered',
	ossAccountWithoutVatId: 'a1',
	ossChargeWithoutVat: 'gross',
	refundAmountDiffers: 'book',
	paymentMethods: [
		{
			paymentMethod: 'ideal',
			entryKind: 'memorial',
			journalId: 'j2',
			clearingAccountId: 'a2',
			alwaysPaid: true,
			bookFees: true,
		},
	],
	payoutProviders: [
		{
			provider: 'mollie',
			entryKind: 'memorial',
			journalId: 'j3',
			clearingAccountId: 'a2',
			transferAccountId: 'a3',
			feesOn: 'clearing',
			reserveAccountId: 'a4',
			exchangeAccountId: 'a5',
		},
	],
	paymentCostsAccountId: 'a6',
	paymentFeeFields: ['_fee', '_costs'],
	orderFields: {
		vatNumber: ['own_vat'],
		chamberOfCommerce: ['own_kvk'],
		payments: ['own_credit'],
		ignored: ['own_weight'],
		pickUpMethods: ['own_counter'],
	},
	vatNumberCheck: {
		use: 'vies',
		whenUnknown: 'error',
		ownVatNumber: 'BE0123456749',
		viesUrl: 'https://vies.example/api',
	},
	exchangeRates: {
		use: 'fixed',
		quoted: 'inEuro',
		rates: [
			{ currency: 'USD', rate: '0.9217' },
			{ currency: 'USD', rate: '0.9300', from: '2026-07-01' },
		],
	},
};

/** What the node makes of parameters, after n8n dropped those that the node does not have. */
function readBack(parameters: unknown) {
	const { description } = new WebshopSettings();
	const node = { type: 'webshopSettings', typeVersion: 1, parameters } as INode;
	const kept = NodeHelpers.getNodeParameters(
		description.properties,
		parameters as INodeParameters,
		true,
		false,
		node,
		description,
	)!;
	return settingsFromParameters((name, whenAbsent) => kept[name] ?? whenAbsent);
}

it('names every setting that there is, so that none is forgotten', () => {
	const { administration, ...known } = settingsSchema.shape;
	expect(administration).toBeDefined();
	expect(Object.keys(full).sort()).toEqual(Object.keys(known).sort());
});

const asSalesOrders: SettingsInput = { ...full };
delete asSalesOrders.dayTotals;
delete asSalesOrders.dayTotalCountries;
const asEntries: SettingsInput = { ...full, document: 'salesEntry' };
delete asEntries.salesOrders;
delete asEntries.salesOrderTemplateId;

// Day totals are sales entries, and some settings are of sales orders only.
it.each<[string, SettingsInput]>([
	['sales orders', asSalesOrders],
	['day totals', asEntries],
	['a rate field', { ...asSalesOrders, exchangeRates: { use: 'orderField', orderField: '_rate' } }],
])('brings every setting into the node and out again, with %s', (_what, settings) => {
	const wanted = readSettings(settings);
	expect(wanted).toMatchObject({ ok: true });
	expect(readSettings(readBack(parametersFromSettings(settings)))).toEqual(wanted);
});

it('leaves what the file leaves out to the defaults', () => {
	const small = {
		client: 'bloom',
		shops: [{ shop: 'web', kind: 'wooCommerce' }],
		vatMapping: [{ country: 'NL', percentage: 21, vatKind: 'high', productsAccountId: 'a' }],
	};
	const wanted = readSettings(small);
	expect(wanted).toMatchObject({ ok: true });
	expect(readSettings(readBack(parametersFromSettings(small)))).toEqual(wanted);
});
