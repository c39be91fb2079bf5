import type { DateTime } from 'luxon';
import type { IExecuteFunctions } from 'n8n-workflow';

import { reason } from '../../bookkeeping';
import { inputError } from '../shared/codedError';
import { filterMoment } from '../shared/moment';

/**
 * A moment that a run cannot do without.
 *
 * @param field as the panel calls it. @param name of the parameter.
 * @throws NodeOperationError INPUT_INCOMPLETE when it is empty, or when it is no moment
 */
export function neededMoment(this: IExecuteFunctions, field: string, name: string): DateTime {
	const moment = filterMoment.call(this, field, this.getNodeParameter(name, 0), 0);
	if (moment !== undefined) return moment;
	const why = reason('INPUT_INCOMPLETE', { case: 'empty', field });
	throw inputError(this.getNode(), why, { itemIndex: 0 });
}
