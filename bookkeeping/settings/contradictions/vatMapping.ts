import { contradiction } from '../../codes/contradictionTexts';
import type { Spoken } from '../../codes/facts';
import type { Settings, VatMappingRow } from '../settings';

/** One row decides about one country and percentage on one day. */
export function vatRows({ vatMapping }: Settings): Spoken[] {
	const clashes = vatMapping.flatMap((row, index) => {
		const same = vatMapping.slice(0, index).filter((other) => nameOf(other) === nameOf(row));
		const clash = same.find((other) => overlap(other, row));
		if (!clash) return [];
		const bothAlways = [row, clash].every(({ from, until }) => !from && !until);
		return [contradiction(bothAlways ? 'rateTwice' : 'rateOverlaps', rateOf(row))];
	});
	return [
		...new Map(clashes.map((clash) => [clash.en, clash])).values(),
		...vatMapping
			.filter(({ from, until }) => from && until && until < from)
			.map((row) => contradiction('untilBeforeFrom', rateOf(row))),
	];
}

const nameOf = ({ country, percentage }: VatMappingRow) => `${country} ${percentage} %`;
const rateOf = ({ country, percentage }: VatMappingRow) => ({ country, percentage });
const overlap = (one: VatMappingRow, other: VatMappingRow) =>
	(one.from ?? '') <= (other.until ?? '9999') && (other.from ?? '') <= (one.until ?? '9999');

/** VAT that is declared abroad needs an account it stands on, and only that. */
export function ownRegistrations({ vatMapping, shops }: Settings): Spoken[] {
	return vatMapping.flatMap((row) => {
		const rate = rateOf(row);
		if (row.vatKind !== 'ownRegistration') {
			return row.vatAccountId ? [contradiction('vatAccountUnused', rate)] : [];
		}
		return [
			...(row.vatAccountId ? [] : [contradiction('vatAccountMissing', rate)]),
			...(shops.some((shop) => shop.country === row.country)
				? [contradiction('registeredAtHome', rate)]
				: []),
		];
	});
}

/** OSS is for other countries, and no VAT for 0 %. */
export function vatPercentages({ shops, vatMapping }: Settings): Spoken[] {
	return vatMapping.flatMap(({ country, percentage, vatKind }) => {
		const rate = { country, percentage };
		const isHome = shops.some((shop) => shop.country === country);
		return [
			...(vatKind === 'oss' && isHome ? [contradiction('ossAtHome', rate)] : []),
			...((percentage === 0) !== (vatKind === 'none') ? [contradiction('zeroAndNone', rate)] : []),
		];
	});
}
