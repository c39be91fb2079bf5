import type { Settings } from './settings';

/** A row of 'Shared Cards' as complaints name it: by whom it is for. */
export function sharedCardName({
	customers,
	country,
	paymentMethod,
}: Settings['sharedCards'][number]): string {
	const whose = [customers, country, paymentMethod].filter((one) => one !== undefined);
	return `'Shared Cards' "${whose.join(', ')}"`;
}
