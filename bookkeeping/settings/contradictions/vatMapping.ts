import type { Settings } from '../settings';
import { repeated } from './repeated';

/** One row decides about one country and percentage. */
export function vatRows({ vatMapping }: Settings): string[] {
	return repeated(vatMapping.map(({ country, percentage }) => `${country} ${percentage} %`)).map(
		(row) => `'VAT Mapping' has two rows for ${row}; keep one.`,
	);
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
