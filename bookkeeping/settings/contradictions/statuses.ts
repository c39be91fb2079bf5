import type { Settings } from '../settings';

/** Each shop has statuses to book, and none that is both booked and skipped (J032, W030). */
export function statuses({ shops }: Settings): string[] {
	return shops.flatMap(({ shop, statusesToBook, statusesToSkip }) => [
		...(statusesToBook.length === 0
			? [`'Statuses to Book' of shop "${shop}" is empty, so nothing would ever be booked.`]
			: []),
		...statusesToBook
			.filter((status) => statusesToSkip.includes(status))
			.map(
				(status) =>
					`Shop "${shop}": status "${status}" stands both in 'Statuses to Book' and in 'Statuses to Skip'; keep one.`,
			),
	]);
}
