import { DateTime } from 'luxon';

import { bookingRecordOf, readFound, resultRow, type FoundToBook } from '../../../bookkeeping';
import type { SalesEntryDraft } from '../../../bookkeeping/documents/draft';
import { transformOrder } from '../../../bookkeeping/orders/transform';
import { readMember, type Member } from '../../../bookkeeping/totals/member';
import { settingsWith, wooCommerceOrder } from '../support';

export const withTotals = (more: object = {}) =>
	settingsWith({
		dayTotals: [{ shop: 'woocommerce', numberPrefix: 'WDAG', relationId: 'collective', ...more }],
	});

/** A shop with totals per payout, whose recorded order is paid by what Mollie pays out. */
export const withPayouts = (more: object = {}) =>
	settingsWith({
		dayTotals: [
			{
				...{ shop: 'woocommerce', numberPrefix: 'WDAG', relationId: 'collective' },
				...{ period: 'payout', ...more },
			},
		],
		paymentMethods: [
			{
				...{ paymentMethod: String(wooCommerceOrder(recorded).payment_method) },
				...{ entryKind: 'memorial', journalId: 'memorial', clearingAccountId: 'clearing' },
			},
		],
		payoutProviders: [
			{
				...{ provider: 'mollie', entryKind: 'bank', journalId: 'bank' },
				...{ clearingAccountId: 'clearing', transferAccountId: 'transfers' },
			},
		],
		paymentCostsAccountId: 'costs',
	});

/** What the transformer hands out of a recorded order, for a shop with totals. */
export const transformed = (changes: object = {}, name = recorded, given = withTotals()) =>
	transformOrder(wooCommerceOrder(name, { ...changes }), 'woocommerce', given);

/** A paid order of a consumer at home. */
export const recorded = 'rest_mixed_coupon_ship_fee';

/** The booking record of an order or refund that is gathered, as the order table keeps it. */
export function recordOf(item: object, kind = 'order'): Record<string, unknown> {
	const found = readFound(kind, item, 1) as FoundToBook;
	const run = { claimId: '7', now: DateTime.fromISO('2026-11-29T08:00:00Z') };
	const row = resultRow(found, {}, { state: 'gathered' }, run);
	return { ...bookingRecordOf(found, {}, row) };
}

/** The booking record of a made member, with its id in the order table of "my-client". */
export const recordOfMember = ({ lines, vat, ...member }: Member): Record<string, unknown> => ({
	documentKey: member.orderKey,
	number: member.totalNumber,
	relationId: member.relationId,
	documentDate: member.date,
	regime: member.regime,
	deliveryCountry: member.deliveryCountry,
	lines: JSON.stringify(lines.map((line) => MEMBER_LINE.map((field) => line[field]))),
	notes: JSON.stringify({
		total: {
			number: member.invoiceNumber,
			method: member.method,
			vat: vat.map(({ vatKind, percentage, cents }) => [vatKind, percentage, cents]),
		},
	}),
});
const MEMBER_LINE = [
	...(['shopLine', 'role', 'percentage', 'ledgerAccountId'] as const),
	...(['costCentreId', 'vatKind', 'cents', 'description'] as const),
];

export const memberOf = (item: object): Member => readMember(recordOf(item))!;

export interface Amounts {
	percentage: number;
	net: number;
	vat: number;
}

/** A member with a line per rate, in cents. */
export function madeMember(
	id: number,
	rates: readonly Amounts[],
	more: Partial<Member> = {},
): Member {
	const kindOf = (percentage: number) =>
		percentage === 21 ? 'high' : percentage === 9 ? 'low' : 'none';
	return {
		orderKey: `my-client/woocommerce/${id}`,
		invoiceNumber: `W${id}`,
		totalNumber: 'WDAG-2026-11-28',
		entryId: '',
		relationId: 'collective',
		date: '2026-11-28',
		regime: 'domestic',
		deliveryCountry: 'NL',
		method: 'ideal',
		isCredit: false,
		ofOrder: '',
		lines: rates.map(({ percentage, net }) => ({
			...{ shopLine: '', role: 'product', percentage, description: 'A thing' },
			...{ ledgerAccountId: `${percentage} products`, costCentreId: '' },
			...{ vatKind: kindOf(percentage), cents: net },
		})),
		vat: rates
			.filter(({ vat }) => vat !== 0)
			.map(({ percentage, vat }) => ({
				vatKind: kindOf(percentage) as SalesEntryDraft['vat'][number]['vatKind'],
				...{ percentage, cents: vat },
			})),
		...more,
	};
}
