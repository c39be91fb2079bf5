import type { Resource } from '../../shared/kit/resource';
import { vatRates } from '../../shared/snelStart/referenceData';
import { day, readFields } from '../blocks/field';
import { listFields } from '../fields';
import { readLimit } from '../../shared/listFields';

const onDate = day({
	path: 'date',
	name: 'onDate',
	displayName: 'On Date',
	description: 'Only the rates in force on this day; all rates when empty',
});

/** Dutch VAT rates (btwtarieven), past and present, only read. */
export const vatRate: Resource = {
	name: 'VAT Rate (Btw-Tarief)',
	operations: {
		getMany: {
			name: 'Get Many',
			action: 'Get many VAT rates',
			description: 'Retrieve many Dutch VAT rates with the days they hold',
			fields: [...listFields, onDate.property],
			async execute(itemIndex) {
				const { date } = readFields.call(this, itemIndex, [onDate], [], 'none');
				const rates = await vatRates.call(this, (date as string | undefined)?.slice(0, 10));
				return rates.slice(0, readLimit.call(this, itemIndex)).map((rate) => ({ ...rate }));
			},
		},
	},
	start: 'getMany',
};
