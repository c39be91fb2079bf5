import { rateRefund } from '../../../bookkeeping/refunds/rateRefund';
import type { ShopLine } from '../../../bookkeeping/trade/order';
import type { RefundLine, ShopRefund } from '../../../bookkeeping/trade/refund';
import { settingsWith } from '../support';

interface Back {
	net: number;
	/** Cents per rate. */
	vat?: Record<number, number>;
	role?: RefundLine['role'];
	title?: string;
	quantity?: string;
	/** The line that was sold: net and net before discount in cents, VAT per rate. */
	of?: { net: number; before?: number; vat: Record<number, number> };
}

const micros = (cents: number) => cents * 10_000;

const charged = (vat: Record<number, number>) =>
	Object.entries(vat).map(([percentage, cents]) => ({
		percentage: Number(percentage),
		amount: micros(cents),
	}));

function refund(
	amount: number,
	lines: Back[],
	vatPerRate: Record<number, number> = {},
): ShopRefund {
	return {
		id: '2000',
		date: '2026-04-01',
		amount,
		vatPerRate: charged(vatPerRate),
		lines: lines.map(({ net, vat = {}, role = 'product', title = 'A', quantity = '1', of }) => ({
			role,
			title,
			quantity,
			net: micros(net),
			vat: charged(vat),
			...(of && {
				original: {
					net: micros(of.net),
					netBeforeDiscount: micros(of.before ?? of.net),
					vat: charged(of.vat),
				} as ShopLine,
			}),
		})),
	};
}

describe('the rate and VAT of refunded lines', () => {
	const rated = (lines: Back[], vatPerRate?: Record<number, number>, settings = settingsWith()) => {
		const basket = [
			{ percentage: 21, net: 1000, vat: 210 },
			{ percentage: 9, net: 2000, vat: 180 },
		];
		const { parts, vat, estimated, notes } = rateRefund(
			refund(0, lines, vatPerRate),
			basket,
			settings,
		);
		return {
			parts: parts.map((part) => [part.percentage, part.net, part.vat, part.discount]),
			vat: Object.fromEntries(vat.map(({ percentage, cents }) => [percentage, cents])),
			estimated,
			notes,
		};
	};
	const of = { net: 2000, vat: { 21: 420 } };

	test.each<[string, Back, unknown[][], Record<number, number>]>([
		['as the shop states it', { net: 1000, vat: { 21: 210 } }, [[21, 1000, 210, 0]], { 21: 210 }],
		['two cents off', { net: 1000, vat: { 21: 212 } }, [[21, 1000, 212, 0]], { 21: 212 }],
		['VAT only', { net: 0, vat: { 21: 1 } }, [[21, 0, 1, 0]], { 21: 1 }],
		['nothing at all', { net: 0 }, [], {}],
		['nothing of a taxed line', { net: 0, of }, [], {}],
		['no VAT at a rate of 0 %', { net: 500, vat: { 0: 0 } }, [[0, 500, 0, 0]], { 0: 0 }],
		[
			'the rate with VAT before one without',
			{ net: 1000, vat: { 9: 0, 21: 210 } },
			[[21, 1000, 210, 0]],
			{ 21: 210 },
		],
		[
			'no rate: that of the order, here 0 %',
			{ net: 500, of: { net: 900, vat: { 0: 0 } } },
			[[0, 500, 0, 0]],
			{ 0: 0 },
		],
		['no rate anywhere', { net: 500 }, [[0, 500, 0, 0]], { 0: 0 }],
		[
			'a line that goes back whole, whatever its VAT',
			{ net: 1000, vat: { 21: 90 }, of: { net: 1000, vat: { 21: 90 } } },
			[[21, 1000, 90, 0]],
			{ 21: 90 },
		],
		[
			// 1.90 is 21 % of 9.05: so it was booked.
			'a line of which a part was sold without VAT',
			{ net: 1000, vat: { 21: 190 }, of: { net: 1000, vat: { 21: 190 } } },
			[
				[21, 905, 190, 0],
				[0, 95, 0, 0],
			],
			{ 0: 0, 21: 190 },
		],
		[
			// 3.00 over 10.00 and 20.00 in the basket.
			'a fee at two rates',
			{ net: 300, vat: { 21: 21, 9: 18 }, role: 'fee' },
			[
				[9, 200, 18, 0],
				[21, 100, 21, 0],
			],
			{ 21: 21, 9: 18 },
		],
		[
			'a rate without VAT takes no part in that',
			{ net: 300, vat: { 21: 21, 9: 18, 6: 0 }, role: 'fee' },
			[
				[9, 200, 18, 0],
				[21, 100, 21, 0],
			],
			{ 21: 21, 9: 18 },
		],
		[
			'its share of the discount',
			{ net: 500, vat: { 21: 105 }, of: { net: 2000, before: 2600, vat: { 21: 420 } } },
			[[21, 500, 105, 150]],
			{ 21: 105 },
		],
		[
			'no discount on a line that was free',
			{ net: 1, vat: { 21: 0 }, of: { net: 0, before: 2600, vat: { 21: 0 } } },
			[[21, 1, 0, 0]],
			{ 21: 0 },
		],
	])('%s', (_, line, parts, vat) => {
		const result = rated([line]);
		expect(result).toEqual({ parts, vat, estimated: false, notes: [] });
	});

	test.each([
		[
			'gross',
			[[21, 826, 174, 0]],
			{ 21: 174 },
			true,
			'its amount was taken as an amount with VAT.',
		],
		[
			'asEntered',
			[[21, 1000, 0, 0]],
			{ 21: 0 },
			false,
			'although VAT was paid on it, and is credited so.',
		],
	] as const)(
		'a line without VAT, %s (HC-10)',
		(refundWithoutVat, parts, vat, estimated, words) => {
			// 10.00 x 21/121 = 1.74.
			const result = rated([{ net: 1000, of }], {}, settingsWith({ refundWithoutVat }));
			expect(result).toMatchObject({ parts, vat, estimated });
			const comma = refundWithoutVat === 'gross' ? '; ' : ' ';
			expect(result.notes).toEqual([`A line was refunded without VAT${comma}${words}`]);
		},
	);

	test('nothing is estimated when no line lacks VAT', () => {
		const settings = settingsWith({ refundWithoutVat: 'gross' });
		expect(rated([{ net: 1000, vat: { 21: 210 } }], { 21: 211 }, settings)).toMatchObject({
			vat: { 21: 211 },
			estimated: false,
			notes: [],
		});
	});

	test.each<[string, string, Back[], Record<number, number>]>([
		[
			'VAT_TOTAL_MISMATCH',
			'VAT at 21 %: the refund states € 2.13, its lines € 2.10.',
			[{ net: 1000, vat: { 21: 210 } }],
			{ 21: 213 },
		],
		[
			'VAT_TOTAL_MISMATCH',
			'VAT at 9 %: the refund states € 0.00, its lines € 0.90.',
			[{ net: 1000, vat: { 9: 90 } }],
			{ 21: 0 },
		],
		[
			'REFUND_LINE_UNCLEAR',
			'A product line at 21 % is refunded with VAT € 2.13 over € 10.00.',
			[{ net: 1000, vat: { 21: 213 } }],
			{},
		],
		[
			'REFUND_LINE_UNCLEAR',
			'A shipping line at 21 % is refunded with VAT € 2.07 over € 10.00.',
			[{ net: 1000, vat: { 21: 207 }, role: 'shipping', of: { net: 1000, vat: { 21: 210 } } }],
			{},
		],
		[
			'REFUND_LINE_UNCLEAR',
			'A product line at 21 % is refunded with VAT € 4.20 over € 10.00.',
			[{ net: 1000, vat: { 21: 420 }, of }],
			{},
		],
		[
			'REFUND_LINE_UNCLEAR',
			'Of a product line at 21 % only the VAT of € 2.10 is refunded.',
			[{ net: 0, vat: { 21: 210 }, of }],
			{},
		],
		[
			'REFUND_LINE_UNCLEAR',
			'A fee line is refunded without VAT, but VAT was paid on it at 9 % and 21 %.',
			[{ net: 100, role: 'fee', of: { net: 300, vat: { 9: 18, 21: 21 } } }],
			{},
		],
		[
			'SPLIT_NOT_REPRODUCED',
			'A refunded fee of € 3.00 without VAT carries VAT that does not follow from its rates.',
			[{ net: 300, vat: { 9: 40, 21: 40 }, role: 'fee' }],
			{},
		],
	])('%s: %s', (code, message, lines, vatPerRate) => {
		expect(() => rated(lines, vatPerRate)).toThrow(expect.objectContaining({ code, message }));
	});

	test('two cents between the refund and its lines are rounding: the refund counts', () => {
		expect(rated([{ net: 1000, vat: { 21: 210 } }], { 21: 212 }).vat).toEqual({ 21: 212 });
	});
});
