import { DateTime } from 'luxon';
import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { type PlannedTotal, planTotals } from '../../bookkeeping';
import { optionalRowsAt, rowsAt } from './messages/read';
import { settingsOf } from './settingsInput';

export const inputNames = ['Orders', 'Settings', 'Totals', 'Records'];
const steps: ReadonlyArray<PlannedTotal['step']> = ['close', 'book', 'finish', 'giveUp'];
export const outputNames: readonly string[] = steps;

const displayOptions = { show: { operation: ['planTotals'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect the rows of the order table that are gathered or fixed in a total to 'Orders', the rows of all totals to 'Totals', the booking records of what is gathered to 'Records', and the item of the client's settings to 'Settings'. Each total leaves on the output of its next step, with its number; orders that no payout named in time leave on the last one.",
		name: 'planTotalsNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
];

/** Says which totals of a client are to be closed, booked or recorded now. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const settings = settingsOf.call(this);
	const rowsOf = (name: (typeof inputNames)[number]) =>
		rowsAt.call(this, inputNames.indexOf(name), 'orderKey');
	const now = DateTime.now().setZone(this.getTimezone());
	const records = new Map(
		optionalRowsAt
			.call(this, inputNames.indexOf('Records'), 'documentKey')
			.map((record) => [String(record.documentKey), record] as const),
	);
	const planned = planTotals(rowsOf('Orders'), rowsOf('Totals'), now, settings, records);
	return steps.map((step) =>
		planned
			.filter((total) => total.step === step)
			.map((total) => ({ json: { ...total }, pairedItem: { item: 0 } })),
	);
}
