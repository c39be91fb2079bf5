import { contradiction } from '../../codes/contradictionTexts';
import type { Spoken } from '../../codes/facts';
import type { Settings } from '../settings';

/** Each shop has statuses to book, and none that is both booked and skipped (J032, W030). */
export function statuses({ shops }: Settings): Spoken[] {
	return shops.flatMap(({ shop, statusesToBook, statusesToSkip }) => [
		...(statusesToBook.length === 0 ? [contradiction('noStatuses', { shop })] : []),
		...statusesToBook
			.filter((status) => statusesToSkip.includes(status))
			.map((status) => contradiction('statusInBoth', { shop, status })),
	]);
}
