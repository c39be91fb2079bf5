import type { IExecuteFunctions } from 'n8n-workflow';

import { fromJson, reason } from '../../bookkeeping';
import { inputError } from '../shared/codedError';

/**
 * The list that a parameter holds: from an expression, or as its text.
 *
 * @throws NodeOperationError when it is not a list
 */
export function listIn(
	this: IExecuteFunctions,
	name: string,
	label: string,
	itemIndex = 0,
): unknown[] {
	const entered: unknown = this.getNodeParameter(name, itemIndex);
	const value = fromJson(entered);
	if (Array.isArray(value)) return value as unknown[];
	throw inputError(this.getNode(), reason('INPUT_INCOMPLETE', { case: 'noList', field: label }), {
		itemIndex,
	});
}
