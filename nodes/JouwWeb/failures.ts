import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';

import { redirectTarget } from '../shared/keysOnTheWay';
import type { Answer, Unreachable } from '../shared/read';

/** The node error for an answer that is not the data asked for. Never quotes the answer itself. */
export function jouwWebError(
	node: INode,
	answer: Answer | Unreachable,
	path: string,
): NodeApiError {
	const [code, message, tip] = jouwWebFailure(answer, path);
	const httpCode = 'unreachable' in answer ? undefined : String(answer.status);
	const error = new NodeApiError(node, {}, { message, description: tip, httpCode });
	error.context.code = code;
	return error;
}

/** What an answer that is not the data asked for means: a code, what happened and what to do. */
export function jouwWebFailure(answer: Answer | Unreachable, path: string): Failure {
	if (!('unreachable' in answer)) return refused(answer, path);
	return [
		`JOUWWEB_UNREACHABLE_${answer.unreachable}`,
		'JouwWeb cannot be reached',
		"Check 'Base URL' in the credential, then try again",
	];
}

/** The node error for something a user sets right in the credential. */
export function layoutError(
	node: INode,
	code: string,
	message: string,
	tip: string,
): NodeOperationError {
	const error = new NodeOperationError(node, message, { description: tip });
	error.context.code = code;
	return error;
}

type Failure = [code: string, message: string, tip: string];

function refused({ status, headers }: Answer, path: string): Failure {
	if (status >= 300 && status < 400) {
		const target = redirectTarget(headers.location, 'https://jouwweb.invalid', path);
		return [
			'JOUWWEB_REDIRECTS',
			`JouwWeb's address leads on to ${target ?? 'another one'}, and keys never follow`,
			"If that is JouwWeb's own address, enter it as 'Base URL' in the credential",
		];
	}
	if (status === 401 || status === 403) {
		return [
			'JOUWWEB_NOT_ALLOWED',
			`JouwWeb does not allow this (HTTP ${status})`,
			'Connect the credential again, and check that its token or scope may read orders',
		];
	}
	if (status === 404) {
		return [
			'JOUWWEB_NOT_FOUND',
			`JouwWeb has nothing at ${path}`,
			"Check the website and the order, then 'Base URL' and the paths under 'API Layout' in the credential",
		];
	}
	if (status === 429) {
		return [
			'JOUWWEB_TOO_MANY_REQUESTS',
			'JouwWeb keeps asking to slow down (HTTP 429)',
			'Run the workflow less often',
		];
	}
	if (status >= 500) {
		return [
			'JOUWWEB_UNAVAILABLE',
			`JouwWeb is not available now (HTTP ${status})`,
			'Try again later',
		];
	}
	if (status >= 400) {
		return [
			'JOUWWEB_REFUSED',
			`JouwWeb refused the request (HTTP ${status})`,
			"Check the names under 'API Layout' in the credential against JouwWeb's own information",
		];
	}
	return [
		'JOUWWEB_NOT_DATA',
		`JouwWeb answered with something other than data (HTTP ${status})`,
		"Check 'Base URL' in the credential: it must be the address of the API, not of the shop",
	];
}
