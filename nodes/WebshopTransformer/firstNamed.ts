import type { INode, NodeOperationError } from 'n8n-workflow';

import { LEFT_OUT, told, type Reason } from '../../bookkeeping';
import { inputError } from '../shared/codedError';

/** Some of many names for a sentence, with a mark where there are more. */
export const firstNamed = (names: readonly string[], most = 10): string[] => [
	...names.slice(0, most),
	...(names.length > most ? [LEFT_OUT] : []),
];

/** The error of a run that nobody waits for: it shows its message only, so that names the code. */
export function errorNamingCode(node: INode, why: Reason): NodeOperationError {
	const { message, ...text } = told(why);
	return inputError(node, { ...text, message: `${text.code}: ${message}` }, { itemIndex: 0 });
}
