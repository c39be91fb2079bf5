import { formatCents, readMicros, roundToCents, type Cents } from '../../money/money';
import { cellText } from '../../orderTable/cell';
import type { RawObject } from '../../trade/fields';

/** That an order was paid, as its payment provider says and the shop does not. */
export interface PaidAtProvider {
	/** yyyy-MM-dd */
	date: string;
	amount: Cents;
	/** The provider's id of the payment. */
	id: string;
}

/** As it stands in the column `paidAtProvider`. */
export const paidText = ({ date, amount, id }: PaidAtProvider): string =>
	`${date} ${formatCents(amount)} ${id}`;

/** What stands in the row of an order, among rows of it and of its refunds. */
export function paidAtProviderIn(
	rows: readonly RawObject[],
	keyOfOrder: string,
): PaidAtProvider | undefined {
	const row = rows.find((one) => cellText(one, 'orderKey') === keyOfOrder);
	const [date = '', stated = '', id = ''] = cellText(row ?? {}, 'paidAtProvider').split(' ');
	const micros = readMicros(stated);
	return micros === undefined || id === '' ? undefined : { date, amount: roundToCents(micros), id };
}
