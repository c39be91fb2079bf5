import { randomBytes } from 'node:crypto';
import type { Answer, Call } from '../http';
import { shapeOf } from '../journal';
import { startService, type Service } from '../service';
import { bearer, clipped, wholeNumber, type PageSwitches } from './pages';
import { createRecords, recordDoor, usualSwitches } from './records';

type Entry = { id: string } & Record<string, unknown>;

export interface MollieRecords {
	/** Newest first. */
	settlements: Entry[];
	/** What each settlement holds, by its id. */
	contents: Record<string, Partial<Record<(typeof lists)[number], Entry[]>>>;
	/** What is in no settlement yet. */
	payments: Entry[];
	refunds: Entry[];
}

export interface MollieSandbox extends Service {
	/** Without the version: the address a client starts with. */
	url: string;
	/** An organisation token with the rights settlements.read, payments.read and refunds.read. */
	token: string;
	/** The one website profile of the organisation. */
	profileId: string;
	/** A key of a website profile, which may not read settlements. */
	apiKey: string;
	/** Live. */
	records: MollieRecords;
	switches: PageSwitches;
}

const lists = ['payments', 'refunds', 'chargebacks', 'captures'] as const;
const hal = { 'Content-Type': 'application/hal+json' };
const documentation = { href: 'https://docs.mollie.com', type: 'text/html' };

function failure(status: number, title: string, detail: string): Answer {
	return {
		status,
		headers: hal,
		json: { status, title, detail, _links: { documentation } },
	};
}

const unauthorized = (): Answer =>
	failure(401, 'Unauthorized Request', 'Missing authentication, or failed to authenticate');

/** One page, from the entry with the id `from` on; `_links.next` is null at the end. */
function onePage(
	name: string,
	all: readonly Entry[],
	{ query, path }: Call,
	origin: string,
	switches: PageSwitches,
): Answer {
	const limit = wholeNumber(query.get('limit'), 50, 1, 250);
	if (limit === undefined) {
		return failure(422, 'Unprocessable Entity', 'The limit should be an integer between 1 and 250');
	}
	const from = query.get('from');
	const start = from === null ? 0 : all.findIndex(({ id }) => id === from);
	if (start < 0)
		return failure(404, 'Not Found', `No ${name.slice(0, -1)} exists with token ${from}.`);
	const size = clipped(limit, switches);
	const kept = ['profileId', 'embed'].flatMap((field): Array<[string, string]> => {
		const value = query.get(field);
		return value === null ? [] : [[field, value]];
	});
	const link = (entry: Entry | undefined) =>
		entry
			? {
					href: `${origin}${path}?${new URLSearchParams([...kept, ['from', entry.id], ['limit', String(limit)]])}`,
					type: 'application/hal+json',
				}
			: null;
	const rows = all.slice(start, start + size);
	return {
		status: 200,
		headers: hal,
		json: {
			count: rows.length,
			_embedded: { [name]: rows },
			_links: {
				self: link(rows[0]) ?? { href: origin + path, type: 'application/hal+json' },
				previous: start > 0 ? link(all[Math.max(0, start - size)]) : null,
				next: link(all[start + size]),
				documentation,
			},
		},
	};
}

const newestFirst = (a: Entry, b: Entry): number =>
	Date.parse(String(b.createdAt)) - Date.parse(String(a.createdAt));

/** Payments and refunds of the account, settled or not; what went back stands on the payment. */
function listsOf({ contents, payments, refunds }: MollieRecords) {
	const settled = (name: 'payments' | 'refunds') =>
		Object.values(contents).flatMap((content) => content[name] ?? []);
	const allRefunds = [...refunds, ...settled('refunds')].sort(newestFirst);
	const allPayments = [...payments, ...settled('payments')].sort(newestFirst).map((payment) => {
		const back = allRefunds
			.filter((one) => one.paymentId === payment.id && one.status === 'refunded')
			.map(({ amount }) => Math.round(Number((amount as { value: string }).value) * 100));
		const { currency } = payment.amount as { currency: string };
		const value = (back.reduce((sum, cents) => sum + cents, 0) / 100).toFixed(2);
		return payment.status === 'paid'
			? { ...payment, amountRefunded: { currency, value } }
			: payment;
	});
	return { payments: allPayments, refunds: allRefunds };
}

const PROFILE = 'pfl_QkEhN94Ba';

/** Lists of a website: a key of it knows which one, an organisation token has to say so. */
function ofProfile(
	list: 'payments' | 'refunds',
	records: MollieRecords,
	call: Call,
	isApiKey: boolean,
	origin: string,
	switches: PageSwitches,
): Answer {
	const profileId = call.query.get('profileId');
	if (isApiKey && profileId !== null) {
		return failure(400, 'Bad Request', 'The profileId parameter is not allowed with an API key');
	}
	if (!isApiKey && profileId === null) {
		return failure(400, 'Bad Request', 'The profileId parameter is required');
	}
	if (profileId !== null && profileId !== PROFILE) {
		return failure(404, 'Not Found', `No profile exists with token ${profileId}.`);
	}
	const { payments, refunds } = listsOf(records);
	if (list === 'payments') return onePage(list, payments, call, origin, switches);
	const embed = call.query.get('embed');
	if (embed !== null && embed !== 'payment') {
		return failure(400, 'Bad Request', `The embed ${embed} does not exist`);
	}
	const rows = refunds.map((refund): Entry => {
		const payment = payments.find(({ id }) => id === refund.paymentId);
		return embed === null || !payment ? refund : { ...refund, _embedded: { payment } };
	});
	return onePage(list, rows, call, origin, switches);
}

/** Starts the Mollie stand-in: the Settlements, Payments and Refunds API, version 2. */
export async function startMollie(port: number, now: () => Date): Promise<MollieSandbox> {
	const token = `access_${randomBytes(20).toString('hex')}`;
	const apiKey = `live_${randomBytes(15).toString('hex')}`;
	const records = createRecords<MollieRecords>('mollie');
	const switches = { ...usualSwitches };
	let origin = '';

	const handle = (call: Call): Answer => {
		const key = bearer(call.headers.authorization);
		if (key !== token && key !== apiKey) return unauthorized();
		const own = /^\/v2\/(payments|refunds)$/.exec(call.path)?.[1];
		if (call.method === 'GET' && (own === 'payments' || own === 'refunds')) {
			return ofProfile(own, records.content, call, key === apiKey, origin, switches);
		}
		const match = /^\/v2\/settlements(?:\/([^/]+))?(?:\/([a-z]+))?$/.exec(call.path);
		if (!match || call.method !== 'GET') {
			return failure(404, 'Not Found', 'No action found for this path.');
		}
		if (key === apiKey) {
			return failure(403, 'Forbidden', 'This action cannot be performed using an API key.');
		}
		const { settlements, contents } = records.content;
		const [, id, list] = match;
		if (id === undefined) return onePage('settlements', settlements, call, origin, switches);
		const settlement = settlements.find((one) => one.id === id || one.reference === id);
		if (!settlement) return failure(404, 'Not Found', `No settlement exists with token ${id}.`);
		if (list === undefined) return { status: 200, headers: hal, json: settlement };
		const known = lists.find((name) => name === list);
		if (!known) return failure(404, 'Not Found', 'No action found for this path.');
		return onePage(known, contents[settlement.id]?.[known] ?? [], call, origin, switches);
	};

	const service = await startService({
		port,
		now,
		shape: ({ method, path }) => shapeOf(method, path, '/v2'),
		handle,
		unauthorized,
		rateLimited: () => failure(429, 'Too Many Requests', 'Too many requests.'),
		resetRecords: () => {
			records.reset();
			Object.assign(switches, usualSwitches);
		},
		control: (call, door) => recordDoor(records, switches, call, door),
	});
	origin = service.origin;
	return {
		...{ ...service, url: origin, token, apiKey, profileId: PROFILE },
		...{ records: records.content, switches },
	};
}
