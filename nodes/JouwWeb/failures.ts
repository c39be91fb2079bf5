import type { INode, NodeApiError } from 'n8n-workflow';

import { reason, serviceError, told, toldOther } from '../shared/codedError';
import type { Reason, ToldCode } from '../shared/codedError';
import { redirectTarget } from '../shared/keysOnTheWay';
import type { Answer, Unreachable } from '../shared/read';

/** The node error for an answer that is not the data asked for. Never quotes the answer itself. */
export function jouwWebError(
	node: INode,
	answer: Answer | Unreachable,
	path: string,
): NodeApiError {
	const status = 'unreachable' in answer ? undefined : answer.status;
	return serviceError(node, jouwWebFailure(answer, path), { status });
}

/** What an answer that is not the data asked for means: a code, what happened and what to do. */
export function jouwWebFailure(answer: Answer | Unreachable, path: string): ToldCode {
	return 'unreachable' in answer
		? toldOther(`JOUWWEB_UNREACHABLE_${answer.unreachable}`, reason('JOUWWEB_UNREACHABLE'))
		: told(refused(answer, path));
}

function refused({ status, headers }: Answer, path: string): Reason {
	if (status >= 300 && status < 400) {
		const target = redirectTarget(headers.location, 'https://jouwweb.invalid', path);
		return target === undefined
			? reason('JOUWWEB_REDIRECTS', { case: 'somewhere' })
			: reason('JOUWWEB_REDIRECTS', { case: 'to', target });
	}
	if (status === 401 || status === 403) return reason('JOUWWEB_NOT_ALLOWED', { status });
	if (status === 404) return reason('JOUWWEB_NOT_FOUND', { path });
	if (status === 429) return reason('JOUWWEB_TOO_MANY_REQUESTS');
	if (status >= 500) return reason('JOUWWEB_UNAVAILABLE', { status });
	if (status >= 400) return reason('JOUWWEB_REFUSED', { status });
	return reason('JOUWWEB_NOT_DATA', { status });
}
