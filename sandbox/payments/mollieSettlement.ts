import { randomFrom } from '../random';
import type { MollieRecords } from './mollie';

type Row = Record<string, unknown>;

/** A payment or refund as the shop knows it; cents. */
export interface Settled {
	/** `tr_…`, as the gateway left it on the order. */
	paymentId: string;
	/** What stands on the customer's statement, such as `Order 104`. */
	description: string;
	cents: number;
	/** ISO 8601. */
	moment: string;
}

export interface SettlementToMake {
	reference: string;
	/** Payments that were made, by iDEAL. */
	payments: readonly Settled[];
	/** What went back of payments. */
	refunds: readonly Settled[];
	/** ISO 8601: when it was paid out. */
	settledAt: string;
}

/** Excluding VAT, per payment and per refund, in ten-thousandths of a euro: € 0.32 and € 0.25. */
const COSTS = { ideal: 3_200, refund: 2_500 };
const VAT_IN_HUNDRED = 21;

const euro = (cents: number): Row => ({ currency: 'EUR', value: (cents / 100).toFixed(2) });
/** Revenue and costs of a period have four decimals. */
const exact = (tenThousandths: number): Row => ({
	currency: 'EUR',
	value: (tenThousandths / 10_000).toFixed(4),
});
const total = (entries: readonly Settled[]): number =>
	entries.reduce((sum, { cents }) => sum + cents, 0);

function revenue(method: string, description: string, count: number, cents: number): Row[] {
	if (count === 0) return [];
	const amount = exact(cents * 100);
	return [{ description, method, count, amountNet: amount, amountVat: null, amountGross: amount }];
}

const feesOf = (method: keyof typeof COSTS, count: number) => {
	const net = COSTS[method] * count;
	const vat = (net * VAT_IN_HUNDRED) / 100;
	return { net, vat, gross: net + vat };
};

function costs(method: keyof typeof COSTS, description: string, count: number): Row[] {
	if (count === 0) return [];
	const { net, vat, gross } = feesOf(method, count);
	return [
		{
			...{ description, method, count, rate: { fixed: exact(COSTS[method]), percentage: null } },
			...{ amountNet: exact(net), amountVat: exact(vat), amountGross: exact(gross) },
		},
	];
}

/** What arrives at the bank for a settlement, in cents: payments less refunds and Mollie's costs. */
function paidOutCents({ payments, refunds }: SettlementToMake): number {
	const fees = feesOf('ideal', payments.length).gross + feesOf('refund', refunds.length).gross;
	return total(payments) - total(refunds) - Math.round(fees / 100);
}

/** A settlement that was paid out, with its payments and refunds, as Mollie's API tells them. */
export function makeSettlement(
	wanted: SettlementToMake,
): Pick<MollieRecords, 'settlements' | 'contents'> {
	const { reference, payments, refunds, settledAt } = wanted;
	const random = randomFrom(Number(reference.replace(/\D/g, '')) % 1_000_003);
	const sign = () => 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'[Math.floor(random() * 31)];
	const newId = (kind: string): string => `${kind}_${Array.from({ length: 10 }, sign).join('')}`;
	const id = newId('stl');
	const [year = '', month = ''] = settledAt.split('-');
	const amounts = (cents: number, settled: number) => ({
		amount: euro(cents),
		settlementAmount: euro(settled),
		settlementId: id,
		metadata: null,
		mode: 'live',
	});
	return {
		settlements: [
			{
				...{ resource: 'settlement', id, reference, status: 'paidout' },
				...{ createdAt: `${settledAt.slice(0, 10)}T05:00:00+00:00`, settledAt },
				amount: euro(paidOutCents(wanted)),
				balanceId: 'bal_3kUf4yU2nT',
				periods: {
					[year]: {
						[month]: {
							revenue: [
								...revenue('ideal', 'iDEAL', payments.length, total(payments)),
								...revenue('refund', 'Refunds iDEAL', refunds.length, -total(refunds)),
							],
							costs: [
								...costs('ideal', 'iDEAL', payments.length),
								...costs('refund', 'Refunds iDEAL', refunds.length),
							],
							invoiceId: 'inv_FrvewDA3Pr',
							invoiceReference: null,
						},
					},
				},
				invoiceId: 'inv_FrvewDA3Pr',
			},
		],
		contents: {
			[id]: {
				payments: payments.map(({ paymentId, description, cents, moment }) => ({
					...{ resource: 'payment', id: paymentId, description, method: 'ideal', status: 'paid' },
					...{ createdAt: moment, paidAt: moment, ...amounts(cents, cents) },
					...{ profileId: 'pfl_QkEhN94Ba', sequenceType: 'oneoff' },
				})),
				refunds: refunds.map(({ paymentId, description, cents, moment }) => ({
					...{ resource: 'refund', id: newId('re'), paymentId, description, status: 'refunded' },
					...{ createdAt: moment, ...amounts(cents, -cents) },
				})),
			},
		},
	};
}
