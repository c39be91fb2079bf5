import { randomBytes, randomUUID } from 'node:crypto';
import type { Answer, Call } from '../http';
import { shapeOf } from '../journal';
import { startService, type Service } from '../service';
import { basicUser, clipped, wholeNumber, type PageSwitches } from './pages';
import { createRecords, recordDoor, usualSwitches } from './records';

type Entry = Record<string, unknown>;

export interface KlarnaRecords {
	/** Newest first. */
	payouts: Array<Entry & { payment_reference: string; payout_date: string }>;
	transactions: Array<Entry & { payment_reference: string }>;
}

export interface KlarnaSandbox extends Service {
	url: string;
	username: string;
	password: string;
	/** Live. */
	records: KlarnaRecords;
	switches: PageSwitches;
}

const base = '/settlements/v1';
const failure = (status: number, error_code: string, message: string): Answer => ({
	status,
	json: { error_code, error_messages: [message], correlation_id: randomUUID() },
});
const unauthorized = (): Answer => failure(401, 'UNAUTHORIZED', 'Credentials are not valid.');

function onePage(
	name: 'payouts' | 'transactions',
	all: readonly Entry[],
	{ query, path }: Call,
	origin: string,
	switches: PageSwitches,
): Answer {
	const size = wholeNumber(query.get('size'), 20, 1, 500);
	const offset = wholeNumber(query.get('offset'), 0, 0);
	if (size === undefined || offset === undefined) {
		return failure(400, 'BAD_VALUE', 'size is from 1 to 500, offset from 0.');
	}
	const step = clipped(size, switches);
	const rows = all.slice(offset, offset + step);
	const link = (start: number) => {
		const next = new URLSearchParams(query);
		next.set('offset', String(start));
		return `${origin}${path}?${next}`;
	};
	return {
		status: 200,
		json: {
			[name]: rows,
			pagination: {
				count: rows.length,
				total: all.length,
				offset,
				...(offset + step < all.length && { next: link(offset + step) }),
				...(offset > 0 && { prev: link(Math.max(0, offset - step)) }),
			},
		},
	};
}

/** Starts the Klarna stand-in: payouts and transactions of the Settlements API. */
export async function startKlarna(port: number, now: () => Date): Promise<KlarnaSandbox> {
	const username = `K${randomBytes(4).readUInt32BE()}_${randomBytes(6).toString('hex')}`;
	const password = randomBytes(16).toString('base64url');
	const records = createRecords<KlarnaRecords>('klarna');
	const switches = { ...usualSwitches };
	let origin = '';

	const handle = (call: Call): Answer => {
		const [user, secret] = basicUser(call.headers.authorization) ?? [];
		if (user !== username || secret !== password) return unauthorized();
		const { payouts, transactions } = records.content;
		const { query } = call;
		if (call.method === 'GET' && call.path === `${base}/payouts`) {
			const [from, until] = ['start_date', 'end_date'].map((name) => query.get(name));
			if ([from, until].some((one) => one && Number.isNaN(Date.parse(one)))) {
				return failure(
					400,
					'BAD_VALUE',
					'start_date and end_date are moments as 2026-11-24T00:00:00Z.',
				);
			}
			const found = payouts.filter(
				({ payout_date }) =>
					(!from || Date.parse(payout_date) >= Date.parse(from)) &&
					(!until || Date.parse(payout_date) <= Date.parse(until)),
			);
			return onePage('payouts', found, call, origin, switches);
		}
		if (call.method === 'GET' && call.path === `${base}/transactions`) {
			const reference = query.get('payment_reference');
			const order = query.get('order_id');
			const found = transactions
				.filter((one) => reference === null || one.payment_reference === reference)
				.filter((one) => order === null || one.order_id === order);
			return onePage('transactions', found, call, origin, switches);
		}
		return failure(404, 'NOT_FOUND', 'Nothing was found here.');
	};

	const service = await startService({
		port,
		now,
		shape: ({ method, path }) => shapeOf(method, path, base),
		handle,
		unauthorized,
		rateLimited: () => failure(429, 'TOO_MANY_REQUESTS', 'Too many requests.'),
		resetRecords: () => {
			records.reset();
			Object.assign(switches, usualSwitches);
		},
		control: (call, door) => recordDoor(records, switches, call, door),
	});
	origin = service.origin;
	return { ...service, url: origin, username, password, records: records.content, switches };
}
