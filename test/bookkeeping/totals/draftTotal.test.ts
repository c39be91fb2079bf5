import { imbalanceOf } from '../../../bookkeeping/documents/balance';
import { fromEuro } from '../../../bookkeeping/money/money';
import { draftTotal } from '../../../bookkeeping/totals/draftTotal';
import { totalOfMember, type Member } from '../../../bookkeeping/totals/member';
import { fc } from '../../support/property';
import { madeMember, withTotals } from './support';

const about = { client: 'test-client', shop: 'woocommerce', number: 'WDAG-2026-11-28' };
const draft = (members: readonly Member[], given = withTotals(), number = about.number) =>
	draftTotal({ ...about, number }, members, given);

/** 10.00 with 21 % and 20.00 with 9 %. */
const member = (id: number, more: Partial<Member> = {}) =>
	madeMember(
		id,
		[
			{ percentage: 21, net: 1_000, vat: 210 },
			{ percentage: 9, net: 2_000, vat: 180 },
		],
		more,
	);

test('one line per account and rate, VAT as the shop charged it', () => {
	expect(draft([member(1), member(2)])).toMatchObject({
		document: 'salesEntry',
		orderKey: 'test-client/woocommerce/total/WDAG-2026-11-28',
		invoiceNumber: 'WDAG-2026-11-28',
		invoiceDate: '2026-11-28',
		invoiceAmount: 67.8,
		customer: { kind: 'fixedDebtor', relationId: 'collective' },
		lines: [
			{ ledgerAccountId: '21 products', amount: 20, vatKind: 'high', percentage: 21 },
			{ ledgerAccountId: '9 products', amount: 40, vatKind: 'low', percentage: 9 },
		],
		vat: [
			{ vatKind: 'high', percentage: 21, amount: 4.2 },
			{ vatKind: 'low', percentage: 9, amount: 3.6 },
		],
		charged: [
			{ percentage: 21, net: 20, vat: 4.2 },
			{ percentage: 9, net: 40, vat: 3.6 },
		],
	});
});

test('a line per order and rate where the settings say so', () => {
	const { lines } = draft([member(1), member(2)], withTotals({ lines: 'perOrder' }));
	expect(lines.map(({ description, amount }) => [description, amount])).toEqual([
		['Sales W1 VAT 21 %', 10],
		['Sales W1 VAT 9 %', 20],
		['Sales W2 VAT 21 %', 10],
		['Sales W2 VAT 9 %', 20],
	]);
});

test('rounding that adds up makes as many lines as SnelStart takes, and changes no cent', () => {
	// 0.12 at 21 % is 2.52 cents, and each shop order says 3: 48 cents too much over a hundred.
	const members = Array.from({ length: 100 }, (_, id) =>
		madeMember(id, [{ percentage: 21, net: 12, vat: 3 }]),
	);
	const { lines, vat, invoiceAmount } = draft(members);
	expect(vat).toEqual([{ vatKind: 'high', percentage: 21, amount: 3 }]);
	expect(lines).toHaveLength(48);
	expect(lines.reduce((all, { amount }) => all + fromEuro(amount), 0)).toBe(1_200);
	expect(invoiceAmount).toBe(15);
});

test('lines that cancel each other leave none', () => {
	const back = madeMember(2, [{ percentage: 21, net: -1_000, vat: -210 }]);
	const { lines } = draft([
		madeMember(1, [{ percentage: 21, net: 1_000, vat: 210 }]),
		back,
		member(3),
	]);
	expect(lines.map(({ amount }) => amount)).toEqual([10, 20]);
});

test('a total by month is dated on its last day', () => {
	expect(draft([member(1)], withTotals({ period: 'month' }), 'WDAG-2026-M02-3')).toMatchObject({
		invoiceDate: '2026-02-28',
		invoiceNumber: 'WDAG-2026-M02-3',
	});
});

test('what was gathered is booked on its customer when the shop makes no totals any more', () => {
	const off = { ...withTotals(), dayTotals: [] };
	expect(draft([member(1, { relationId: 'as gathered' })], off).customer).toEqual({
		kind: 'fixedDebtor',
		relationId: 'as gathered',
	});
});

test.each([
	[[]],
	[[member(1), member(2, { regime: 'export' })]],
	[
		[
			member(1, { regime: 'oss', deliveryCountry: 'DE' }),
			member(2, { regime: 'oss', deliveryCountry: 'BE' }),
		],
	],
])('nothing is guessed: %#', (members) => {
	expect(() => draft(members)).toThrow('total WDAG-2026-11-28');
});

const anyRate = fc.constantFrom(21, 9, 0);
const anyMembers = fc
	.array(
		fc.uniqueArray(
			fc
				.tuple(anyRate, fc.integer({ min: -5_000, max: 50_000 }), fc.integer({ min: -1, max: 1 }))
				.map(([percentage, net, off]) => ({
					percentage,
					net,
					vat: percentage === 0 ? 0 : Math.round((net * percentage) / 100) + off,
				})),
			{ minLength: 1, maxLength: 3, selector: ({ percentage }) => percentage },
		),
		{ minLength: 1, maxLength: 60 },
	)
	.map((all) => all.map((rates, id) => madeMember(id, rates)));

test('property: a total is the sum of its orders, in all and per rate, net and VAT', () => {
	fc.assert(
		fc.property(anyMembers, fc.constantFrom('perRate', 'perOrder'), (members, lines) => {
			const made = draft(members, withTotals({ lines }));
			expect(imbalanceOf(made)).toBe(0);
			expect(fromEuro(made.invoiceAmount)).toBe(
				members.reduce((all, one) => all + totalOfMember(one), 0),
			);
			for (const rate of [21, 9, 0]) {
				const of = (rows: ReadonlyArray<{ percentage?: number; cents: number }>) =>
					rows
						.filter(({ percentage }) => percentage === rate)
						.reduce((all, one) => all + one.cents, 0);
				const inEuro = (rows: ReadonlyArray<{ percentage?: number; amount: number }>) =>
					of(rows.map((row) => ({ ...row, cents: fromEuro(row.amount) })));
				expect(inEuro(made.lines)).toBe(of(members.flatMap((one) => one.lines)));
				expect(inEuro(made.vat)).toBe(of(members.flatMap((one) => one.vat)));
			}
		}),
	);
});
