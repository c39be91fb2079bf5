import type { Answer } from '../http';
import { texts, type ErrorCode } from './errorTexts';

export type { ErrorCode };

/** Shape (a) of SS-401: business rules, an array that may hold several. */
export function refused(codes: Iterable<ErrorCode>): Answer {
	return {
		status: 400,
		json: [...new Set(codes)].map((errorCode) => ({
			errorCode,
			message: texts[errorCode],
			details: null,
		})),
	};
}

/** Shape (b) of SS-401: model binding, keys prefixed with the parameter's name. */
export function invalidModel(modelState: Record<string, string[]>): Answer {
	return { status: 400, json: { message: 'The request is invalid.', modelState } };
}

/** Shape (c) of SS-401: OData and the framework. */
export function badQuery(message: string): Answer {
	return { status: 400, json: { Message: message } };
}

/** The gateway's own answers (SS-121). */
export const gateway = {
	missingKey: (): Answer => ({
		status: 401,
		json: {
			statusCode: 401,
			message:
				'Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.',
		},
	}),
	invalidKey: (): Answer => ({
		status: 401,
		json: {
			statusCode: 401,
			message:
				'Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.',
		},
	}),
	rateLimited: (seconds: number): Answer => ({
		status: 429,
		headers: { 'Retry-After': String(seconds) },
		json: {
			statusCode: 429,
			message: `Rate limit is exceeded. Try again in ${seconds} seconds.`,
		},
	}),
	unknownPath: (): Answer => ({
		status: 404,
		json: { statusCode: 404, message: 'Resource not found' },
	}),
	gaveUp: (): Answer => ({
		status: 504,
		headers: { 'Content-Type': 'text/html; charset=utf-8' },
		text: '<html><head><title>504 Gateway Time-out</title></head></html>',
	}),
	urlTooLong: (): Answer => ({ status: 414, text: 'URI Too Long' }),
};

export const unauthorized = (): Answer => ({
	status: 401,
	json: { Message: 'Authorization has been denied for this request.' },
});

export const forbidden = (scope: string): Answer => ({
	status: 403,
	json: { Message: `Scope ${scope} is required for this request.` },
});

/** Only the status of an unknown id is known (SS-121). */
export const notFound = (): Answer => ({ status: 404 });
