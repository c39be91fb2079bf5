import { randomBytes } from 'node:crypto';
import type { Answer, Call } from '../http';
import { shapeOf } from '../journal';
import { startService, type Service } from '../service';
import { basicUser, bearer, clipped, wholeNumber, type PageSwitches } from './pages';
import { createRecords, recordDoor, usualSwitches } from './records';

interface Transaction {
	transaction_info: Record<string, unknown>;
	[part: string]: unknown;
}

export interface PayPalRecords {
	account_number: string;
	transactions: Transaction[];
	/** Up to this moment transactions can be found; they need up to three hours. */
	last_refreshed_datetime: string;
}

export interface PayPalSandbox extends Service {
	url: string;
	tokenUrl: string;
	clientId: string;
	clientSecret: string;
	/** Live. */
	records: PayPalRecords;
	switches: PageSwitches & {
		/** Whether the app may search transactions; that has to be switched on at PayPal. */
		transactionSearch: boolean;
	};
	/** Ends all tokens at once. */
	expireTokens(): void;
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$/i;
const MOST_DAYS = 31;
/** Three years. */
const FURTHEST_DAYS = 1_095;
const MOST_RESULTS = 10_000;
const parameters = [
	...['start_date', 'end_date', 'fields', 'page', 'page_size'],
	...['balance_affecting_records_only', 'transaction_status', 'transaction_type'],
];
/** With one of these PayPal leaves the balance after each transaction out. */
const filters = ['transaction_status', 'transaction_type'];

const failure = (status: number, name: string, message: string): Answer => ({
	status,
	json: { name, message, debug_id: randomBytes(7).toString('hex') },
});
const invalid = (message: string): Answer => failure(400, 'INVALID_REQUEST', message);
const unauthorized = (): Answer =>
	failure(401, 'AUTHENTICATION_FAILURE', 'Authentication failed due to invalid credentials.');

const DAY_MS = 86_400_000;

/** Moves the recorded day to the day before yesterday: PayPal is asked for the last days only. */
function moveDay(records: PayPalRecords, now: Date): void {
	const day = new Date(now.getTime() - 2 * DAY_MS).toISOString().slice(0, 10);
	for (const { transaction_info: info } of records.transactions) {
		for (const field of ['transaction_initiation_date', 'transaction_updated_date']) {
			info[field] = day + String(info[field]).slice(10);
		}
	}
	records.last_refreshed_datetime = now.toISOString();
}

const initiated = ({ transaction_info: info }: Transaction): number =>
	Date.parse(String(info.transaction_initiation_date));

function search(
	{ account_number, transactions, last_refreshed_datetime }: PayPalRecords,
	{ query }: Call,
	switches: PageSwitches,
): Answer {
	const strange = [...query.keys()].find((name) => !parameters.includes(name));
	if (strange !== undefined) return invalid(`Unknown parameter: ${strange}`);
	const [start = '', end = ''] = ['start_date', 'end_date'].map((name) => query.get(name) ?? '');
	if (!MOMENT.test(start) || !MOMENT.test(end)) {
		return invalid('start_date and end_date are moments with seconds and a zone.');
	}
	const [from, until] = [Date.parse(start), Date.parse(end)];
	if (from > until) return invalid('start_date is after end_date.');
	if (until - from > MOST_DAYS * 86_400_000) return invalid('Date range is greater than 31 days');
	const refreshed = Date.parse(last_refreshed_datetime);
	if (from > refreshed || from < refreshed - (FURTHEST_DAYS + 1) * 86_400_000) {
		return invalid('Data for the given start date is not available.');
	}
	const size = wholeNumber(query.get('page_size'), 100, 1, 500);
	const page = wholeNumber(query.get('page'), 1, 1);
	if (size === undefined || page === undefined)
		return invalid('page or page_size is out of range.');
	const affecting = query.get('balance_affecting_records_only') !== 'N';
	const wanted = ['transaction_status', 'transaction_event_code'].map((field) => [
		field,
		query.get(field === 'transaction_status' ? field : 'transaction_type'),
	]);
	const found = transactions
		.filter((one) => initiated(one) >= from && initiated(one) <= until)
		.filter(({ transaction_info: info }) => !affecting || info.transaction_status !== 'P')
		.filter(({ transaction_info: info }) =>
			wanted.every(([field, value]) => value === null || info[field!] === value),
		)
		.sort((a, b) => initiated(a) - initiated(b));
	if (found.length > MOST_RESULTS) {
		return failure(
			400,
			'RESULTSET_TOO_LARGE',
			'Result set size is greater than the maximum limit.',
		);
	}
	const hasFilter = filters.some((name) => query.has(name));
	const step = clipped(size, switches);
	return {
		status: 200,
		json: {
			transaction_details: found
				.slice((page - 1) * step, page * step)
				.map(({ transaction_info: { ending_balance, ...info } }) => ({
					transaction_info: hasFilter ? info : { ...info, ending_balance },
				})),
			account_number,
			start_date: start,
			end_date: end,
			last_refreshed_datetime,
			page,
			total_items: found.length,
			total_pages: Math.ceil(found.length / step),
		},
	};
}

/** Starts the PayPal stand-in: OAuth2 with client credentials, and Transaction Search. */
export async function startPayPal(port: number, now: () => Date): Promise<PayPalSandbox> {
	const clientId = `A${randomBytes(30).toString('base64url')}`;
	const clientSecret = `E${randomBytes(30).toString('base64url')}`;
	const records = createRecords<PayPalRecords>('payPal');
	moveDay(records.content, now());
	const usual = { ...usualSwitches, transactionSearch: true };
	const switches = { ...usual };
	const tokens = new Set<string>();

	const giveToken = ({ headers, body }: Call): Answer => {
		const [user, password] = basicUser(headers.authorization) ?? [];
		if (user !== clientId || password !== clientSecret) {
			const error_description = 'Client Authentication failed';
			return { status: 401, json: { error: 'invalid_client', error_description } };
		}
		if (new URLSearchParams(body).get('grant_type') !== 'client_credentials') {
			return { status: 400, json: { error: 'unsupported_grant_type' } };
		}
		const access_token = `A21AA${randomBytes(30).toString('base64url')}`;
		tokens.add(access_token);
		return {
			status: 200,
			json: {
				scope: 'https://uri.paypal.com/services/reporting/search/read',
				access_token,
				token_type: 'Bearer',
				app_id: 'APP-80W284485P519543T',
				expires_in: 32_400,
			},
		};
	};

	const handle = (call: Call): Answer => {
		if (call.method === 'POST' && call.path === '/v1/oauth2/token') return giveToken(call);
		if (!tokens.has(bearer(call.headers.authorization))) return unauthorized();
		if (call.method !== 'GET' || call.path !== '/v1/reporting/transactions') {
			return failure(404, 'RESOURCE_NOT_FOUND', 'The specified resource does not exist.');
		}
		if (!switches.transactionSearch) {
			return failure(403, 'NOT_AUTHORIZED', 'Authorization failed: insufficient permissions.');
		}
		return search(records.content, call, switches);
	};

	const service = await startService({
		port,
		now,
		shape: ({ method, path }) =>
			path.endsWith('/token') ? `${method} token` : shapeOf(method, path, '/v1'),
		handle,
		unauthorized,
		rateLimited: () => failure(429, 'RATE_LIMIT_REACHED', 'Too many requests.'),
		resetRecords: () => {
			records.reset();
			moveDay(records.content, now());
			tokens.clear();
			Object.assign(switches, usual);
		},
		control: (call, door) => {
			if (door !== 'expire-tokens' || call.method !== 'POST') {
				return recordDoor(records, switches, call, door);
			}
			tokens.clear();
			return { status: 204 };
		},
	});
	return {
		...service,
		url: service.origin,
		tokenUrl: `${service.origin}/v1/oauth2/token`,
		clientId,
		clientSecret,
		records: records.content,
		switches,
		expireTokens: () => tokens.clear(),
	};
}
