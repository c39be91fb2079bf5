import type { Settings, VatMappingRow } from '../settings';

/** One row decides about one country and percentage on one day. */
export function vatRows({ vatMapping }: Settings): string[] {
	const clashes = vatMapping.flatMap((row, index) => {
		const same = vatMapping.slice(0, index).filter((other) => nameOf(other) === nameOf(row));
		const clash = same.find((other) => overlap(other, row));
		if (!clash) return [];
		const bothAlways = [row, clash].every(({ from, until }) => !from && !until);
		const mend = bothAlways ? 'keep one' : "let their 'From' and 'Until' not overlap";
		return [`'VAT Mapping' has two rows for ${nameOf(row)}; ${mend}.`];
	});
	return [
		...new Set(clashes),
		...vatMapping
			.filter(({ from, until }) => from && until && until < from)
			.map(
				(row) => `'VAT Mapping' of ${nameOf(row)}: 'Until' is before 'From'; correct one of them.`,
			),
	];
}

const nameOf = ({ country, percentage }: VatMappingRow) => `${country} ${percentage} %`;
const overlap = (one: VatMappingRow, other: VatMappingRow) =>
	(one.from ?? '') <= (other.until ?? '9999') && (other.from ?? '') <= (one.until ?? '9999');

/** VAT that is declared abroad needs an account it stands on, and only that. */
export function ownRegistrations({ vatMapping, shops }: Settings): string[] {
	return vatMapping.flatMap((row) => {
		const place = `'VAT Mapping' of ${nameOf(row)}`;
		if (row.vatKind !== 'ownRegistration') {
			return row.vatAccountId
				? [`${place}: 'VAT Account' is for 'VAT Rate' own registration only; leave it empty.`]
				: [];
		}
		return [
			...(row.vatAccountId
				? []
				: [
						`${place}: 'VAT Rate' is own registration, but 'VAT Account' is empty; choose the account on which the VAT owed there stands.`,
					]),
			...(shops.some((shop) => shop.country === row.country)
				? [
						`${place}: 'VAT Rate' own registration is for other countries than that of the shop in 'Shops'.`,
					]
				: []),
		];
	});
}

/** OSS is for other countries, and no VAT for 0 %. */
export function vatPercentages({ shops, vatMapping }: Settings): string[] {
	return vatMapping.flatMap(({ country, percentage, vatKind }) => {
		const place = `'VAT Mapping' of ${country} ${percentage} %`;
		const isHome = shops.some((shop) => shop.country === country);
		return [
			...(vatKind === 'oss' && isHome
				? [`${place}: 'VAT Rate' OSS is for other countries than that of the shop in 'Shops'.`]
				: []),
			...((percentage === 0) !== (vatKind === 'none')
				? [
						`${place}: 'Percentage' and 'VAT Rate' contradict each other; 0 % goes with None (geen), any other percentage with High, Low or Other.`,
					]
				: []),
		];
	});
}
