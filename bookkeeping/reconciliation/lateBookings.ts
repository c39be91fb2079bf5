import { reason } from '../codes/register';
import { sum, toEuro, type Cents } from '../money/money';
import type { FiledPeriod } from '../documents/openDay';
import type { Mutation } from './books';
import { textsOf, type Difference } from './differences';
import { vatBoxes, type AccountRole } from './vatBox';

/**
 * VAT up to this amount may be settled in the next return; more needs a supplement (suppletie):
 * article 15 Uitvoeringsbesluit omzetbelasting 1968 and the notes of the tax office to it.
 */
const MOST_IN_NEXT_RETURN: Cents = 1_000_00;

/** A VAT return or a supplement that was filed, and when. */
export interface FiledReturn extends FiledPeriod {
	/** A moment in SnelStart's words: `2026-04-28T09:30:00`. */
	filedOn: string;
}

/**
 * What was booked or changed in a VAT period after its last return or supplement was filed, and
 * whether it asks for a supplement (D-LATE).
 *
 * @param mutations with the moment on which each was booked or changed last.
 */
export function lateBookings(
	mutations: readonly Mutation[],
	filed: readonly FiledReturn[],
	roleOf: (accountId: string) => AccountRole,
): Difference[] {
	return lastOfEach(filed).flatMap(({ from, until, filedOn }) => {
		const late = mutations.filter(
			({ accountId, date, changedOn = '' }) =>
				date >= from && date <= until && changedOn > filedOn && isInReturn(roleOf(accountId)),
		);
		if (late.length === 0) return [];
		const vat = sum(
			late.filter(({ accountId }) => roleOf(accountId).holds === 'vat').map(({ amount }) => amount),
		);
		const touched = new Set(late.map(({ accountId }) => roleOf(accountId).box));
		const why = reason('BOOKED_AFTER_FILING', {
			case: Math.abs(vat) > MOST_IN_NEXT_RETURN ? 'supplement' : 'nextReturn',
			...{ from, until, filed: filedOn.slice(0, 10), vat },
			entries: new Set(late.map(({ invoiceNumber, date }) => invoiceNumber || date)).size,
		});
		return [
			{
				...{ kind: 'afterFiling' as const, orderNumber: '', invoiceNumber: named(late) },
				box: vatBoxes.filter((box) => touched.has(box)).join(', '),
				...{ shopTotal: null, booksTotal: toEuro(vat), difference: toEuro(vat) },
				...textsOf(why),
			},
		];
	});
}

/** More than these are not named. */
const MOST_NAMED = 20;

/** The numbers of entries; a memorial has none, and is counted only. */
function named(late: readonly Mutation[]): string {
	const numbers = [...new Set(late.map(({ invoiceNumber }) => invoiceNumber))].filter(Boolean);
	const first = numbers.slice(0, MOST_NAMED).join(', ');
	return numbers.length > MOST_NAMED ? `${first}, …` : first;
}

/** OSS sales and what stands in no return are not corrected by a supplement of this one. */
function isInReturn({ box, holds }: AccountRole): boolean {
	return (holds === 'vat' || holds === 'turnover') && box !== 'none' && box !== 'oss';
}

/** A supplement of a period was filed later than its return. */
function lastOfEach(filed: readonly FiledReturn[]): FiledReturn[] {
	const last = new Map<string, FiledReturn>();
	for (const one of filed) {
		const known = last.get(one.from);
		if (!known || one.filedOn > known.filedOn) last.set(one.from, one);
	}
	return [...last.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}
