import type { EntryDraft } from '../../../bookkeeping/documents/draft';
import {
	addedUp,
	addTo,
	compared,
	expectedInvoice,
	type BoxAmounts,
} from '../../../bookkeeping/reconciliation/expected';
import type { AccountRole, VatBox } from '../../../bookkeeping/reconciliation/vatBox';

const roles: Record<string, AccountRole> = {
	high: { box: '1a', holds: 'turnover' },
	icp: { box: '3b', holds: 'turnover' },
	distance: { box: 'oss', holds: 'turnover' },
	foreign: { box: 'oss', holds: 'vat' },
};
const roleOf = (id: string): AccountRole => roles[id] ?? { box: 'none', holds: 'other' };
const draft = (
	lines: Array<[string, number]>,
	vat: Array<[EntryDraft['vat'][number]['vatKind'], number]>,
	invoiceAmount = 0,
) =>
	({
		...{ invoiceNumber: 'W1', orderNumber: '1', invoiceDate: '2026-11-05', invoiceAmount },
		lines: lines.map(([ledgerAccountId, amount]) => ({ ledgerAccountId, amount })),
		vat: vat.map(([vatKind, amount]) => ({ vatKind, percentage: 0, amount })),
	}) as EntryDraft;
const boxes = (expected: ReadonlyMap<VatBox, BoxAmounts>) =>
	Object.fromEntries([...expected].map(([box, { turnover, vat }]) => [box, [turnover, vat]]));

test('turnover by the account of each line, VAT by its kind (VAT-301)', () => {
	const { perAccount, perBox, ...head } = expectedInvoice(
		draft(
			[
				['high', 60.1],
				['high', 39.9],
				['rounding', -0.01],
			],
			[['high', 21]],
			120.99,
		),
		roleOf,
	);
	expect(head).toEqual({
		...{ invoiceNumber: 'W1', orderNumber: '1', date: '2026-11-05', total: 12_099 },
	});
	expect([...perAccount!]).toEqual([
		['high', 10_000],
		['rounding', -1],
	]);
	expect(boxes(perBox)).toEqual({ '1a': [10_000, 2100], none: [-1, 0] });
});

test.each([
	['high', '1a'],
	['low', '1b'],
	['other', '1c'],
	['reverseCharge', '1e'],
] as const)('VAT of the kind %s stands in box %s', (kind, box) => {
	expect(boxes(expectedInvoice(draft([], [[kind, 4.5]]), roleOf).perBox)).toEqual({
		[box]: [0, 450],
	});
});

test('ICP has no VAT; OSS has its VAT as a line on the account for it', () => {
	expect(boxes(expectedInvoice(draft([['icp', 50]], []), roleOf).perBox)).toEqual({
		'3b': [5000, 0],
	});
	expect(
		boxes(
			expectedInvoice(
				draft(
					[
						['distance', 100],
						['foreign', 19],
					],
					[],
				),
				roleOf,
			).perBox,
		),
	).toEqual({ oss: [10_000, 1900] });
});

test('only VAT counts as VAT', () => {
	const total = new Map<VatBox, BoxAmounts>();
	addTo(total, { box: '1a', holds: 'turnover' }, 100);
	addTo(total, { box: '1a', holds: 'vat' }, 21);
	addTo(total, { box: '1a', holds: 'other' }, 5);
	addTo(total, { box: 'none', holds: 'vat' }, 3);
	expect(boxes(total)).toEqual({ '1a': [105, 21], none: [0, 3] });
});

test('documents add up per box', () => {
	const first = new Map<VatBox, BoxAmounts>([['1a', { turnover: 100, vat: 21 }]]);
	const second = new Map<VatBox, BoxAmounts>([
		['1a', { turnover: -40, vat: -8 }],
		['3b', { turnover: 7, vat: 0 }],
	]);
	expect(boxes(addedUp([first, second]))).toEqual({ '1a': [60, 13], '3b': [7, 0] });
	expect(boxes(addedUp([]))).toEqual({});
});

test('a difference is books less shop, in euro', () => {
	expect(compared({ turnover: 10_000, vat: 2100 }, { turnover: 9000, vat: 2200 })).toEqual({
		...{ shopTurnover: 100, shopVat: 21, booksTurnover: 90, booksVat: 22 },
		...{ turnoverDifference: -10, vatDifference: 1 },
	});
});
