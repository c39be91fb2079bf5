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
	/** What has no balance transaction here. */
	charges: Entry[];
	refunds: Entry[];
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

const newestFirst = (a: Entry, b: Entry): number => Number(b.created) - Number(a.created);

/** Charges with what went back of them, and refunds: those of balance transactions, and others. */
function chargesAndRefunds({ balanceTransactions, charges, refunds }: StripeRecords) {
	const ofKind = (object: string): Entry[] =>
		balanceTransactions.flatMap(({ source, amount, created, currency }) =>
			source?.object === object
				? [{ status: 'succeeded', currency, created, ...source, amount: Math.abs(Number(amount)) }]
				: [],
		);
	const allRefunds = [...refunds, ...ofKind('refund')].sort(newestFirst);
	const allCharges = [...charges, ...ofKind('charge')].sort(newestFirst).map((charge): Entry => {
		const back = allRefunds
			.filter((one) => one.charge === charge.id && one.status === 'succeeded')
			.reduce((sum, { amount }) => sum + Number(amount), 0);
		const captured = charge.captured !== false;
		return {
			...{ ...charge, captured, amount_captured: captured ? charge.amount : 0 },
			...{ amount_refunded: back, refunded: back > 0 && back === charge.amount },
		};
	});
	return { charges: allCharges, refunds: allRefunds };
}

function listCreated(
	list: 'charges' | 'refunds',
	records: StripeRecords,
	call: Call,
	switches: PageSwitches,
): Answer {
	const from = wholeNumber(call.query.get('created[gte]'), 0, 0);
	if (from === undefined) return failure(400, 'Invalid integer.', { param: 'created[gte]' });
	const expands = call.query.getAll('expand[]');
	const strange = expands.find((path) => list !== 'refunds' || path !== 'data.charge');
	if (strange !== undefined) return failure(400, `This property cannot be expanded (${strange}).`);
	const all = chargesAndRefunds(records);
	const rows = all[list].map((entry): Entry => {
		const charge = all.charges.find(({ id }) => id === entry.charge);
		return expands.length > 0 && charge ? { ...entry, charge } : entry;
	});
	const found = rows.filter(({ created }) => Number(created) >= from);
	return onePage(found, call, switches);
}

type List = (records: StripeRecords, call: Call, switches: PageSwitches) => Answer;

/** What can be asked for, and with which parameters. */
const lists: Record<string, { parameters: readonly string[]; list: List }> = {
	'/v1/payouts': {
		parameters: ['limit', 'starting_after', 'status', 'arrival_date[gte]'],
		list: listPayouts,
	},
	'/v1/balance_transactions': {
		parameters: ['limit', 'starting_after', 'payout', 'expand[]'],
		list: listTransactions,
	},
	'/v1/charges': {
		parameters: ['limit', 'starting_after', 'created[gte]', 'expand[]'],
		list: (...asked) => listCreated('charges', ...asked),
	},
	'/v1/refunds': {
		parameters: ['limit', 'starting_after', 'created[gte]', 'expand[]'],
		list: (...asked) => listCreated('refunds', ...asked),
	},
};

/** Starts the Stripe stand-in: payouts, balance transactions, charges and refunds, version 1. */
export async function startStripe(port: number, now: () => Date): Promise<StripeSandbox> {
	const secretKey = `sk_test_${randomBytes(24).toString('hex')}`;
	const records = createRecords<StripeRecords>('stripe');
	const switches = { ...usualSwitches };

	const handle = (call: Call): Answer => {
		const { authorization } = call.headers;
		const key = bearer(authorization) || basicUser(authorization)?.[0];
		if (key !== secretKey) return unauthorized();
		const known = lists[call.path];
		if (call.method !== 'GET' || !known) {
			return failure(404, `Unrecognized request URL (${call.method}: ${call.path}).`);
		}

		const strange = [...call.query.keys()].find((name) => !known.parameters.includes(name));
		if (strange !== undefined) {
			return failure(400, `Received unknown parameter: ${strange}`, {
				code: 'parameter_unknown',
				param: strange,
			});
		}
		return known.list(records.content, call, switches);
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
