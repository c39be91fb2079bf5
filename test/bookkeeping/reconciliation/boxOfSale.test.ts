import type { EntryDraft } from '../../../bookkeeping/documents/draft';
import {
	boxesOfSale,
	boxOfLine,
	boxOfRate,
	boxOfVat,
} from '../../../bookkeeping/reconciliation/boxOfSale';
import type { AccountRole } from '../../../bookkeeping/reconciliation/vatBox';
import { regimes, type Regime } from '../../../bookkeeping/trade/vatKinds';

const date = '2026-11-05';

test.each([
	[21, '2026-11-05', '1a'],
	[9, '2026-11-05', '1b'],
	[6, '2018-12-31', '1b'],
	[9, '2018-12-31', '1c'],
	[19, '2026-11-05', '1c'],
] as const)('%d %% on %s is of box %s', (percentage, day, box) => {
	expect(boxOfRate(percentage, day)).toBe(box);
});

test('without VAT the way the sale is treated decides (VAT-301)', () => {
	const first = (regime: Regime) => boxesOfSale({ regime, date, percentage: 0 })[0];
	expect(Object.fromEntries(regimes.map((regime) => [regime, first(regime)]))).toEqual({
		...{ domestic: '1e', oss: 'oss', icp: '3b', export: '3a', reverseCharge: '1e' },
		...{ margin: 'none', smallBusiness: 'none', exempt: 'none', ownRegistration: 'none' },
	});
});

test('VAT of another country is in no Dutch box', () => {
	expect(boxesOfSale({ regime: 'oss', date, percentage: 21 })).toEqual(['oss']);
	expect(boxesOfSale({ regime: 'ownRegistration', date, percentage: 19 })).toEqual(['none', '1e']);
});

test('the box of a VAT row is that of its rate, or of its kind where it has none', () => {
	const boxOf = (vatKind: EntryDraft['vat'][number]['vatKind'], percentage: number) =>
		boxOfVat({ vatKind, percentage, amount: 1 }, date);
	expect(boxOf('high', 9)).toBe('1b');
	expect([boxOf('high', 0), boxOf('low', 0), boxOf('other', 0)]).toEqual(['1a', '1b', '1c']);
	expect(boxOf('reverseCharge', 0)).toBe('1e');
});

describe('a line of a draft', () => {
	const roles: Record<string, AccountRole> = {
		high: { box: '1a', holds: 'turnover' },
		untaxed: { box: '1e', holds: 'turnover' },
		export: { box: '3a', holds: 'turnover' },
		foreignVat: { box: 'none', holds: 'other' },
		cards: { box: 'none', holds: 'other' },
	};
	const line = (
		regime: Regime,
		ledgerAccountId: string,
		more: Partial<EntryDraft['lines'][number]> = {},
	) =>
		boxOfLine(
			{
				...{ role: 'product', description: '', amount: 1, reason: '', ledgerAccountId },
				...{ vatKind: 'none', percentage: 0, ...more },
			},
			{ regime, invoiceDate: date } as EntryDraft,
			(id) => roles[id]!,
		);

	test('goods for export belong in box 3a, whatever account the settings name', () => {
		expect(line('export', 'untaxed')).toEqual({ box: '3a', holds: 'turnover' });
		expect(line('export', 'export')).toEqual({ box: '3a', holds: 'turnover' });
	});
	test('a rate leads to its box: an account of another rate is wrong', () => {
		expect(line('domestic', 'high', { percentage: 9, vatKind: 'low' }).box).toBe('1b');
		expect(line('domestic', 'export', { percentage: undefined, vatKind: 'high' }).box).toBe('1a');
	});
	test('untaxed at home stands where its account is, unless that is a box of taxed sales', () => {
		expect(line('domestic', 'untaxed').box).toBe('1e');
		expect(line('domestic', 'high').box).toBe('1e');
	});
	test('gift cards, rounding and foreign VAT are no turnover', () => {
		expect(line('export', 'cards')).toEqual(roles.cards);
		expect(line('export', 'high', { role: 'rounding' })).toEqual(roles.high);
		expect(line('oss', 'foreignVat', { role: 'vat', percentage: 19 })).toEqual({
			...{ box: 'oss', holds: 'vat' },
		});
		expect(line('ownRegistration', 'foreignVat', { role: 'vat', percentage: 19 })).toEqual(
			roles.foreignVat,
		);
	});
});
