import { startSandbox, type Sandbox } from '../../sandbox';
import { putJson, request, type Got, type Json } from './client';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ now: () => new Date('2026-11-25T06:00:00Z') });
});
afterAll(() => sandbox.stop());
afterEach(async () => {
	for (const { origin } of [sandbox.mollie, sandbox.stripe, sandbox.payPal, sandbox.klarna]) {
		await request(`${origin}/_sandbox/reset`, { method: 'POST' });
	}
});

const basic = (user: string, password = ''): string =>
	`Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
const cents = (amount: { value: string }): number => Math.round(Number(amount.value) * 100);
const ids = (rows: Json): string[] => rows.map(({ id }: { id: string }) => id);

describe('Mollie', () => {
	const get = (path: string, token = sandbox.mollie.token): Promise<Got> =>
		request(path.startsWith('http') ? path : sandbox.mollie.url + path, {
			headers: { Authorization: `Bearer ${token}` },
		});

	it('opens settlements for an organisation token, never for the key of a website', async () => {
		const wrong = await get('/v2/settlements', 'access_wrong');
		expect([wrong.status, wrong.json.title]).toEqual([401, 'Unauthorized Request']);
		expect((await get('/v2/settlements', sandbox.mollie.apiKey)).status).toBe(403);
		expect((await get('/v2/settlements')).status).toBe(200);
	});

	it('gives pages by _links.next, each entry once, and refuses a limit above 250', async () => {
		await putJson(`${sandbox.mollie.origin}/_sandbox/switches`, { pageSize: 2 });
		const seen: string[] = [];
		let next: string | undefined = '/v2/settlements/stl_jDk30akdN/payments?limit=250';
		let pages = 0;
		while (next) {
			const { json } = await get(next);
			seen.push(...ids(json._embedded.payments));
			next = json._links.next?.href;
			pages += 1;
		}
		expect([pages, seen.length, new Set(seen).size]).toEqual([3, 6, 6]);
		expect((await get('/v2/settlements?limit=251')).status).toBe(422);
	});

	it('lists payments and refunds of a website, newest first, with what went back of each', async () => {
		const { profileId, apiKey } = sandbox.mollie;
		// An organisation token has to say of which website; the key of a website must not.
		expect((await get('/v2/payments')).status).toBe(400);
		expect((await get(`/v2/payments?profileId=${profileId}`, apiKey)).status).toBe(400);
		expect((await get('/v2/payments?profileId=pfl_other')).status).toBe(404);
		await putJson(`${sandbox.mollie.origin}/_sandbox/switches`, { pageSize: 3 });
		const seen: Json[] = [];
		let next: string | undefined = `/v2/payments?limit=250&profileId=${profileId}`;
		while (next) {
			const { json, status } = await get(next);
			expect(status).toBe(200);
			seen.push(...json._embedded.payments);
			next = json._links.next?.href;
		}
		expect(seen).toHaveLength(8);
		const moments = seen.map(({ createdAt }) => Date.parse(createdAt));
		expect(moments).toEqual([...moments].sort((a, b) => b - a));
		const back = seen.find(({ id }) => id === 'tr_WDqYK6vllg')?.amountRefunded;
		expect(back).toEqual({ currency: 'EUR', value: '16.65' });
		const refunds = await get(`/v2/refunds?embed=payment&profileId=${profileId}`);
		expect(refunds.json._embedded.refunds).toMatchObject([
			{
				id: 're_4qqhO89gsT',
				_embedded: { payment: { id: 'tr_WDqYK6vllg', amountRefunded: back } },
			},
		]);
		expect((await get(`/v2/refunds?embed=all&profileId=${profileId}`)).status).toBe(400);
	});

	it('holds a settlement whose entries make what was paid out', async () => {
		const { json } = await get('/v2/settlements/1234567.2611.03');
		const of = async (list: string): Promise<number> =>
			(await get(`/v2/settlements/${json.id}/${list}`)).json._embedded[list].reduce(
				(sum: number, one: Json) => sum + cents(one.settlementAmount),
				0,
			);
		const entries = (await of('payments')) + (await of('refunds')) + (await of('chargebacks'));
		const costs = json.periods['2026']['11'].costs.reduce(
			(sum: number, one: Json) => sum + Number(one.amountGross.value),
			0,
		);
		// 266.25 − 16.65 − 3.63, less costs of 21.7007 with a reserve of 10.00.
		expect([entries, costs.toFixed(4), cents(json.amount)]).toEqual([24_597, '21.7007', 22_427]);
	});
});

describe('Stripe, charges and refunds', () => {
	const get = (path: string): Promise<Got> =>
		request(sandbox.stripe.url + path, {
			headers: { Authorization: `Bearer ${sandbox.stripe.secretKey}` },
		});

	it('lists what was created since a moment, with what went back', async () => {
		const { json } = await get('/v1/charges?limit=100&created[gte]=1795308442');
		expect(json).toMatchObject({ object: 'list', has_more: false, url: '/v1/charges' });
		expect(json.data).toHaveLength(3);
		expect(json.data[1]).toMatchObject({ amount: 5737, amount_captured: 5737, captured: true });
		expect(json.data[1].amount_refunded).toBe(737);
		const refunds = await get('/v1/refunds?expand[]=data.charge');
		expect(refunds.json.data[0]).toMatchObject({ charge: { id: 'ch_3SWaC32eZvKYlo2C2kL5mN6o' } });
	});

	it.each([
		'/v1/charges?status=succeeded',
		'/v1/charges?expand[]=data.charge',
		'/v1/charges?limit=101',
	])('refuses %s', async (path) => expect((await get(path)).status).toBe(400));
});

describe('Stripe', () => {
	const get = (path: string, key = sandbox.stripe.secretKey): Promise<Got> =>
		request(sandbox.stripe.url + path, { headers: { Authorization: `Bearer ${key}` } });
	const paidOut = '/v1/balance_transactions?payout=po_1SWbQx2eZvKYlo2C';

	it('refuses a wrong key, and takes the right one as bearer and as user', async () => {
		expect((await get('/v1/payouts', 'sk_test_wrong')).status).toBe(401);
		const asUser = await request(`${sandbox.stripe.url}/v1/payouts`, {
			headers: { Authorization: basic(sandbox.stripe.secretKey) },
		});
		expect(asUser.status).toBe(200);
	});

	it('pages with has_more and starting_after, ten at a time', async () => {
		const first = (await get(`${paidOut}&limit=5`)).json;
		const rest = (await get(`${paidOut}&limit=5&starting_after=${first.data.at(-1).id}`)).json;
		expect([first.has_more, rest.has_more, first.data.length, rest.data.length]).toEqual([
			true,
			false,
			5,
			4,
		]);
		expect((await get('/v1/payouts?limit=101')).status).toBe(400);
		expect((await get('/v1/payouts?colour=red')).json.error.code).toBe('parameter_unknown');
	});

	it('expands sources only when asked, and links nothing to a manual payout', async () => {
		const [, , , dispute] = (await get(paidOut)).json.data;
		expect(dispute.source).toBe('dp_1SWaX72eZvKYlo2CuV9wX0yZ');
		const full = (await get(`${paidOut}&expand[]=data.source`)).json.data;
		expect(full[3].source).toMatchObject({ object: 'dispute' });
		const net = full
			.filter(({ type }: Json) => type !== 'payout')
			.reduce((sum: number, one: Json) => sum + one.net, 0);
		expect(net).toBe(8157);
		const manual = await get('/v1/balance_transactions?payout=po_1SVmManual2eZvKYlo2C');
		expect(manual.status).toBe(400);
	});

	it('filters payouts by status and arrival', async () => {
		const { json } = await get('/v1/payouts?status=paid&arrival_date[gte]=1763942400');
		expect(ids(json.data)).toEqual(['po_1SWbQx2eZvKYlo2C', 'po_1SVmManual2eZvKYlo2C']);
	});
});

describe('PayPal', () => {
	const token = async (secret = sandbox.payPal.clientSecret): Promise<Got> =>
		request(sandbox.payPal.tokenUrl, {
			method: 'POST',
			headers: { Authorization: basic(sandbox.payPal.clientId, secret) },
			body: new URLSearchParams({ grant_type: 'client_credentials' }),
		});
	const search = async (query: Record<string, string>): Promise<Got> => {
		const { access_token } = (await token()).json;
		const url = `${sandbox.payPal.url}/v1/reporting/transactions?${new URLSearchParams(query)}`;
		return await request(url, { headers: { Authorization: `Bearer ${access_token}` } });
	};
	const day = { start_date: '2026-11-23T00:00:00+01:00', end_date: '2026-11-23T23:59:59+01:00' };

	it('gives a token for the right secret only, and nothing without one', async () => {
		const wrong = await token('wrong');
		expect([wrong.status, wrong.json.error]).toEqual([401, 'invalid_client']);
		expect((await request(`${sandbox.payPal.url}/v1/reporting/transactions`)).status).toBe(401);
		await putJson(`${sandbox.payPal.origin}/_sandbox/switches`, { transactionSearch: false });
		expect((await search(day)).json.name).toBe('NOT_AUTHORIZED');
	});

	it('takes at most 31 days, and days that it has', async () => {
		const far = { ...day, start_date: '2026-10-01T00:00:00Z' };
		expect((await search(far)).json.message).toMatch(/31 days/);
		const late = { start_date: '2026-12-01T00:00:00Z', end_date: '2026-12-02T00:00:00Z' };
		expect((await search(late)).status).toBe(400);
		expect((await search({ ...day, start_date: '2026-11-23' })).status).toBe(400);
	});

	it('gives numbered pages, without what is pending, with balances unless it filters', async () => {
		await putJson(`${sandbox.payPal.origin}/_sandbox/switches`, { pageSize: 5 });
		const pages = [await search(day), await search({ ...day, page: '2' })].map(({ json }) => json);
		expect(pages.map(({ total_pages, total_items }) => [total_pages, total_items])).toEqual([
			[2, 8],
			[2, 8],
		]);
		const all = pages.flatMap(({ transaction_details }) => transaction_details);
		expect(all.at(-1).transaction_info.ending_balance.value).toBe('27.20');
		const filtered = (await search({ ...day, transaction_status: 'S' })).json;
		expect(filtered.transaction_details[0].transaction_info.ending_balance).toBeUndefined();
	});
});

describe('Klarna', () => {
	const get = (path: string, password = sandbox.klarna.password): Promise<Got> =>
		request(`${sandbox.klarna.url}/settlements/v1${path}`, {
			headers: { Authorization: basic(sandbox.klarna.username, password) },
		});

	it('refuses a wrong password', async () => {
		expect((await get('/payouts', 'wrong')).status).toBe(401);
	});

	it('gives payouts of a period and their transactions in pages, without signs', async () => {
		expect((await get('/payouts?start_date=2026-11-25T00:00:00Z')).json.payouts).toEqual([]);
		const { payouts } = (await get('/payouts?start_date=2026-11-01T00:00:00Z')).json;
		expect(payouts[0].totals.settlement_amount).toBe(5944);
		const first = (await get('/transactions?payment_reference=XISA93DJ&size=6')).json;
		expect(first.pagination).toMatchObject({ count: 6, total: 10 });
		const second = await request(first.pagination.next, {
			headers: { Authorization: basic(sandbox.klarna.username, sandbox.klarna.password) },
		});
		expect(second.json.pagination.next).toBeUndefined();
		const all = [...first.transactions, ...second.json.transactions];
		const net = all.reduce(
			(sum, { type, amount }) => sum + (type === 'SALE' ? amount : -amount),
			0,
		);
		expect(net).toBe(5944);
		expect((await get('/payouts?size=501')).status).toBe(400);
	});
});
