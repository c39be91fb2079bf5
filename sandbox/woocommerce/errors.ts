import type { Answer } from '../http';

/** WordPress' own error. */
export const failure = (
	status: number,
	code: string,
	message: string,
	data: object = {},
): Answer => ({
	status,
	json: { code, message, data: { status, ...data } },
});

/** 401 as WooCommerce words it when a key is wrong. */
export const authenticationError = (message: string): Answer =>
	failure(401, 'woocommerce_rest_authentication_error', message);

export const missingParameters = (names: string[]): Answer =>
	failure(
		401,
		'woocommerce_rest_authentication_missing_parameter',
		`Missing OAuth ${names.length > 1 ? 'parameters' : 'parameter'} ${names.join(', ')}`,
	);

export const cannotWrite = (): Answer =>
	authenticationError('The API key provided does not have write permissions.');

/** What nobody in particular gets, and what Basic over plain HTTP gets. */
export const cannotView = (list: boolean): Answer =>
	failure(
		401,
		'woocommerce_rest_cannot_view',
		list ? 'Sorry, you cannot list resources.' : 'Sorry, you cannot view this resource.',
	);

export const invalidParameter = (name: string, message: string, code: string): Answer =>
	failure(400, 'rest_invalid_param', `Invalid parameter(s): ${name}`, {
		params: { [name]: message },
		details: { [name]: { code, message, data: null } },
	});

export const unknownOrder = (): Answer =>
	failure(404, 'woocommerce_rest_shop_order_invalid_id', 'Invalid ID.');

export const unknownRecord = (kind: string): Answer =>
	failure(404, `woocommerce_rest_${kind}_invalid_id`, 'Invalid ID.');

export const tooLarge = (): Answer =>
	failure(
		413,
		'woocommerce_rest_request_entity_too_large',
		'Unable to accept more than 100 items for this request.',
	);

/** What WordPress answers when a plugin breaks while it works. */
export const criticalError = (): Answer =>
	failure(500, 'internal_server_error', '<p>There has been a critical error on this website.</p>');

export const noRoute = (): Answer =>
	failure(404, 'rest_no_route', 'No route was found matching the URL and request method.');

export const tooManyRequests = (seconds: number): Answer => ({
	...failure(429, 'too_many_requests', 'Too many requests.'),
	headers: { 'Retry-After': String(seconds) },
});
