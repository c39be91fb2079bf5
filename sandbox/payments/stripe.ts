import { randomBytes } from 'node:crypto';
import type { Answer, Call } from '../http';
import { shapeOf } from '../journal';
import { startService, type Service } from '../service';
import { basicUser, bearer, clipped, wholeNumber, type PageSwitches } from './pages';
import { createRecords, recordDoor, usualSwitches } from './records';

type Entry = { id: string } & Record<string, unknown>;

export interface StripeRecords {
	/** Newest first. */
	payouts: Entry[];
	/** With their source expanded; `payout` says in which one they were paid out. */
	balanceTransactions: Array<Entry & { source: Entry | null; payout: string | null }>;
}

export interface StripeSandbox extends Service {
	url: string;
	secretKey: string;
	/** Live. */
	records: StripeRecords;
	switches: PageSwitches;
}

const failure = (status: number, message: string, more: object = {}): Answer => ({
	status,
	json: { error: { message, type: 'invalid_request_error', ...more } },
});
const unauthorized = (): Answer => failure(401, 'Invalid API Key provided.');

const payoutParameters = ['limit', 'starting_after', 'status', 'arrival_date[gte]'];
const transactionParameters = ['limit', 'starting_after', 'payout', 'expand[]'];

function onePage(all: readonly Entry[], { query, path }: Call, switches: PageSwitches): Answer {
	const limit = wholeNumber(query.get('limit'), 10, 1, 100);
	if (limit === undefined) {
		return failure(400, 'Limit is a whole number between 1 and 100.', { param: 'limit' });
	}
	const after = query.get('starting_after');
	const start = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
	if (after !== null && start === 0) {
		return failure(400, `No such object: '${after}'`, {
			code: 'resource_missing',
			param: 'starting_after',
		});
	}
	const end = start + clipped(limit, switches);
	return {
		status: 200,
		json: {
			object: 'list',
			data: all.slice(start, end),
			has_more: end < all.length,
			url: path,
		},
	};
}

function listPayouts({ payouts }: StripeRecords, call: Call, switches: PageSwitches): Answer {
	const status = call.query.get('status');
	const from = wholeNumber(call.query.get('arrival_date[gte]'), 0, 0);
	if (from === undefined) return failure(400, 'Invalid integer.', { param: 'arrival_date[gte]' });
	const found = payouts.filter(
		(one) => (status === null || one.status === status) && Number(one.arrival_date) >= from,
	);
	return onePage(found, call, switches);
}

/** Sources are an id unless they are asked for in full. */
function listTransactions(records: StripeRecords, call: Call, switches: PageSwitches): Answer {
	const wanted = call.query.get('payout');
	const expands = call.query.getAll('expand[]');
	const strange = expands.find((path) => path !== 'data.source');
	if (strange !== undefined) return failure(400, `This property cannot be expanded (${strange}).`);
	if (wanted !== null) {
		const payout = records.payouts.find(({ id }) => id === wanted);
		if (!payout) return failure(404, `No such payout: '${wanted}'`, { code: 'resource_missing' });
		if (payout.automatic !== true) {
			return failure(
				400,
				'Balance transaction history can only be filtered on automatic transfers, not manual.',
			);
		}
	}
	const found = records.balanceTransactions
		.filter(({ payout }) => wanted === null || payout === wanted)
		.map((entry): Entry => {
			const source = expands.length > 0 ? entry.source : (entry.source?.id ?? null);
			// Stripe tells only by the filter in which payout it was.
			return { ...entry, source, payout: undefined };
		});
	return onePage(found, call, switches);
}

/** Starts the Stripe stand-in: payouts and balance transactions of the API, version 1. */
export async function startStripe(port: number, now: () => Date): Promise<StripeSandbox> {
	const secretKey = `sk_test_${randomBytes(24).toString('hex')}`;
	const records = createRecords<StripeRecords>('stripe');
	const switches = { ...usualSwitches };

	const handle = (call: Call): Answer => {
		const { authorization } = call.headers;
		const key = bearer(authorization) || basicUser(authorization)?.[0];
		if (key !== secretKey) return unauthorized();
		const isPayouts = call.path === '/v1/payouts';
		if (call.method !== 'GET' || (!isPayouts && call.path !== '/v1/balance_transactions')) {
			return failure(404, `Unrecognized request URL (${call.method}: ${call.path}).`);
		}
		const known = isPayouts ? payoutParameters : transactionParameters;
		const strange = [...call.query.keys()].find((name) => !known.includes(name));
		if (strange !== undefined) {
			return failure(400, `Received unknown parameter: ${strange}`, {
				code: 'parameter_unknown',
				param: strange,
			});
		}
		return isPayouts
			? listPayouts(records.content, call, switches)
			: listTransactions(records.content, call, switches);
	};

	const service = await startService({
		port,
		now,
		shape: ({ method, path }) => shapeOf(method, path, '/v1'),
		handle,
		unauthorized,
		rateLimited: () => ({
			...failure(429, 'Request rate limit exceeded.', { code: 'rate_limit' }),
		}),
		resetRecords: () => {
			records.reset();
			Object.assign(switches, usualSwitches);
		},
		control: (call, door) => recordDoor(records, switches, call, door),
	});
	return { ...service, url: service.origin, secretKey, records: records.content, switches };
}
