import type { PaymentDraft } from '../../../bookkeeping/payments/paymentDraft';
import type { BookedEntry } from '../../../bookkeeping/payments/bookedEntry';
import type { PayoutInput } from '../../../bookkeeping/payments/payouts/payout';
import type { PayoutOrder } from '../../../bookkeeping/payments/payouts/payoutOrders';
import type { PayoutOptions } from '../../../bookkeeping/payments/payouts/transformPayout';
import { transformPayments } from '../../../bookkeeping/payments/transformPayments';
import type { Settings, SettingsInput } from '../../../bookkeeping/settings/settings';
import { settingsWith } from '../support';

export const IDEAL = 'mollie_wc_gateway_ideal';

export const ideal = {
	paymentMethod: IDEAL,
	journalId: 'memorial journal',
	clearingAccountId: 'clearing mollie',
};
export const mollie = {
	provider: 'mollie',
	journalId: 'bank journal',
	clearingAccountId: 'clearing mollie',
	transferAccountId: 'transfer',
	reserveAccountId: 'reserve',
	exchangeAccountId: 'exchange',
};

/** Settings with iDEAL on the clearing account of Mollie and the payouts of four providers. */
export const paymentSettings = (changes: Partial<SettingsInput> = {}): Settings =>
	settingsWith({
		paymentMethods: [ideal],
		payoutProviders: ['mollie', 'stripe', 'payPal', 'klarna'].map((provider) => ({
			...mollie,
			provider,
		})),
		paymentCostsAccountId: 'costs',
		...changes,
	});

/** The payments of an order of the shop it looks like. */
export function payments(raw: unknown, settings = paymentSettings()) {
	const isJouwWeb = typeof raw === 'object' && raw !== null && 'orderNumber' in raw;
	return transformPayments(raw, isJouwWeb ? 'jouwweb' : 'woocommerce', settings);
}

export function paymentDraftOf(raw: unknown, settings?: Settings): PaymentDraft {
	const [payment] = payments(raw, settings);
	if (!payment?.draft) throw new Error(`${payment?.code}: ${payment?.message}`);
	return payment.draft;
}

/** Ledger lines as `[role, account, debit, credit]`. */
export const ledgerOf = ({ ledgerLines }: BookedEntry) =>
	ledgerLines.map(({ role, ledgerAccountId, debit, credit }) => [
		role,
		ledgerAccountId,
		debit,
		credit,
	]);

/** Sales lines as `[invoice number, amount]`. */
export const salesOf = ({ salesLines }: BookedEntry) =>
	salesLines.map(({ invoiceNumber, amount }) => [invoiceNumber, amount]);

export const payoutOptions: PayoutOptions = {
	form: 'general',
	lines: 'perOrder',
	settle: 'clearingAccount',
	unmatched: 'book',
	windowDays: 3,
};

export const payout = (changes: Partial<PayoutInput> = {}): PayoutInput => ({
	provider: 'mollie',
	id: 'stl_1',
	reference: '1234567.2611.01',
	date: '2026-11-20',
	currency: 'EUR',
	net: '118.79',
	entries: [
		{
			id: 'baltr_1',
			type: 'payment',
			paymentIds: ['tr_1'],
			gross: '121.00',
			fee: '2.21',
			net: '118.79',
			date: '2026-11-18',
		},
	],
	...changes,
});

export const order = (number: string, changes: Partial<PayoutOrder> = {}): PayoutOrder => ({
	orderKey: `test-client/woocommerce/${number}`,
	orderId: `9${number}`,
	orderNumber: number,
	invoiceNumber: number,
	salesEntryId: '',
	total: 12_100,
	date: '2026-11-17',
	paymentIds: [],
	clearingAccountId: undefined,
	refunds: [],
	...changes,
});
