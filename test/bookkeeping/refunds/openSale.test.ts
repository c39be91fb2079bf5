import { isSameRate } from '../../../bookkeeping/documents/centPerLine';
import type { CreditNoteDraft, DraftLine, EntryDraft } from '../../../bookkeeping/documents/draft';
import {
	basketOf,
	isSamePlace,
	openRates,
	openSale,
	openTotal,
	titleOf,
	type OpenLine,
} from '../../../bookkeeping/refunds/openSale';
import { draftOf } from '../support';
import { order } from './support';

const line = (description: string, amount: number, more: Partial<DraftLine> = {}): DraftLine => ({
	role: 'product',
	description,
	ledgerAccountId: 'goods',
	amount,
	vatKind: 'high',
	percentage: 21,
	reason: '',
	...more,
});

const high = (amount: number): EntryDraft['vat'] => [{ vatKind: 'high', percentage: 21, amount }];

function sale(lines: DraftLine[], vat: EntryDraft['vat']): EntryDraft {
	return { ...draftOf(order([{ net: 1000, rate: 21 }])), lines, vat };
}

function credit(lines: DraftLine[], vat: EntryDraft['vat'] = []): CreditNoteDraft {
	const origin = { originalInvoiceNumber: '1000', originalOrderKey: 'key', estimated: false };
	return { ...sale(lines, vat), ...origin, document: 'creditNote' } as CreditNoteDraft;
}

const left = (credits: CreditNoteDraft[]) =>
	openSale(sale([line('A', 10), line('2 x B', 5)], high(3.15)), credits).lines.map(
		({ description, cents }) => [description, cents],
	);

describe('what earlier credit notes left of a sale, line by line', () => {
	test.each<[string, DraftLine[], Array<[string, number]>]>([
		[
			'nothing credited',
			[],
			[
				['A', 1000],
				['2 x B', 500],
			],
		],
		[
			'from the line with its title, whatever the quantity',
			[line('B', -3)],
			[
				['A', 1000],
				['2 x B', 200],
			],
		],
		[
			'then from the others on the account',
			[line('B', -7)],
			[
				['A', 800],
				['2 x B', 0],
			],
		],
		[
			'a title nobody knows: from the first on the account',
			[line('C', -12)],
			[
				['A', 0],
				['2 x B', 300],
			],
		],
		[
			'too much stays behind on the line with its title',
			[line('B', -16)],
			[
				['A', 0],
				['2 x B', -100],
			],
		],
		[
			'two credit notes in turn',
			[line('B', -3), line('B', -3)],
			[
				['A', 900],
				['2 x B', 0],
			],
		],
		[
			'another account becomes a line of the other sign',
			[line('B', -3, { ledgerAccountId: 'other' })],
			[
				['A', 1000],
				['2 x B', 500],
				['B', -300],
			],
		],
	])('%s (W043)', (_, credited, expected) => {
		expect(left(credited.map((one) => credit([one])))).toEqual(expected);
	});

	test('VAT per rate, and VAT of a rate that was not sold', () => {
		const note = credit([line('A', -1)], [...high(-0.21), { ...high(-0.09)[0]!, percentage: 9 }]);
		const { vat } = openSale(sale([line('A', 10)], high(2.1)), [note]);
		expect(vat.map(({ percentage, cents }) => [percentage, cents])).toEqual([
			[21, 189],
			[9, -9],
		]);
	});

	test('a row of reverse charge only marks: there is no VAT to take back', () => {
		const marked: EntryDraft['vat'] = [{ vatKind: 'reverseCharge', percentage: 21, amount: 0 }];
		const booked = sale([line('A', 10, { vatKind: 'none', percentage: 0 })], marked);
		expect(openSale(booked, []).vat).toEqual([]);
	});

	test('foreign VAT on its own account is VAT, not a line (OSS)', () => {
		const foreign = line('VAT', 1.9, { role: 'vat', ledgerAccountId: 'oss', percentage: 19 });
		const open = openSale(sale([line('A', 10, { percentage: 19 }), foreign], []), []);
		expect(open.lines.map(({ cents }) => cents)).toEqual([1000]);
		expect(open.vat).toMatchObject([{ percentage: 19, cents: 190 }]);
		expect(openTotal(open)).toBe(1190);
	});

	test('a line without percentage has that of the VAT row of its kind, else none', () => {
		const vat: EntryDraft['vat'] = [{ vatKind: 'low', percentage: 9, amount: 0.9 }, ...high(2.1)];
		const lines = (['high', 'low', 'none'] as const).map((vatKind) =>
			line(vatKind, 10, { vatKind, percentage: undefined }),
		);
		expect(openSale(sale(lines, vat), []).lines.map(({ percentage }) => percentage)).toEqual([
			21, 9, 0,
		]);
	});

	test('the cost centre stays on the line (W053)', () => {
		const [own] = openSale(sale([line('A', 10, { costCentreId: 'shop' })], high(2.1)), []).lines;
		expect(own).toEqual({
			role: 'product',
			description: 'A',
			ledgerAccountId: 'goods',
			costCentreId: 'shop',
			vatKind: 'high',
			percentage: 21,
			cents: 1000,
		});
	});
});

test('what is left per rate, highest rate first', () => {
	const low = { vatKind: 'low', percentage: 9 } as const;
	const booked = sale(
		[line('C', 1, { vatKind: 'none', percentage: 0 }), line('B', 5, low), line('A', 10)],
		[...high(2.1), { ...low, amount: 0.45 }],
	);
	expect(openRates(openSale(booked, []))).toEqual([
		{ percentage: 21, net: 1000, vat: 210 },
		{ percentage: 9, net: 500, vat: 45 },
		{ percentage: 0, net: 100, vat: 0 },
	]);
});

test('the basket holds products after discount, no shipping and no fee', () => {
	const booked = sale(
		[
			line('A', 10),
			line('Discount', -2, { role: 'discount', ledgerAccountId: 'discount' }),
			line('Shipping', 4, { role: 'shipping', ledgerAccountId: 'shipping' }),
			line('Fee', 1, { role: 'fee', ledgerAccountId: 'fees' }),
		],
		high(2.73),
	);
	expect(basketOf(booked)).toEqual([{ percentage: 21, net: 800, vat: 273 }]);
});

test.each([
	['3 x Mug', 'Mug'],
	['12 x Mug', 'Mug'],
	['2.5 x Cloth', 'Cloth'],
	['1.125 x Cloth', 'Cloth'],
	['Mug', 'Mug'],
	['Pack of 3 x Mug', 'Pack of 3 x Mug'],
	['x Mug', 'x Mug'],
])('the title in "%s" is "%s"', (description, title) => {
	expect(titleOf(description)).toBe(title);
});

test('rates are the same at four decimals', () => {
	expect(isSameRate(8.1, 8.10005)).toBe(true);
	expect(isSameRate(0, 0.0001)).toBe(false);
	expect(isSameRate(21, 9)).toBe(false);
});

describe('the same place: account, rate, role and cost centre', () => {
	const one: OpenLine = {
		role: 'product',
		description: 'A',
		ledgerAccountId: 'goods',
		costCentreId: 'shop',
		vatKind: 'high',
		percentage: 21,
		cents: 100,
	};

	test.each<[Partial<OpenLine>, boolean]>([
		[{ description: 'B', cents: 5 }, true],
		[{ role: 'fee' }, false],
		[{ ledgerAccountId: 'other' }, false],
		[{ costCentreId: undefined }, false],
		[{ vatKind: 'other' }, false],
		[{ percentage: 9 }, false],
	])('%j: %s', (changes, same) => {
		expect(isSamePlace(one, { ...one, ...changes })).toBe(same);
	});
});
