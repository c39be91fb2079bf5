import { NodeApiError } from 'n8n-workflow';

import { toldIn } from '../../shared/codedError';

/** Lets a filter pass that SnelStart does not take. @throws every other error */
export function ifNotUnderstood(error: unknown): void {
	const isFilter = error instanceof NodeApiError && toldIn(error).code === 'FILTER_NOT_UNDERSTOOD';
	if (!isFilter) throw error;
}
