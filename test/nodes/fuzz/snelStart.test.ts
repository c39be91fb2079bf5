import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { stateNames } from '../../../bookkeeping';
import { SnelStart } from '../../../nodes/SnelStart/SnelStart.node';
import { forgetWrites } from '../../../nodes/SnelStart/booking/writeOnce';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { openSnelStart, request as fetched, type Client } from '../../sandbox/client';
import { fc, runs } from '../../support/property';
import { bookParameters, consumer, draft } from '../SnelStart/support';
import { faultOf, isTold, runBare } from './bareNode';
import { damage, damaged, type Damage, type WireAnswer } from './damage';

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async () => undefined,
}));

let sandbox: Sandbox;
let client: Client;
beforeAll(async () => {
	sandbox = await startSandbox({ now: () => new Date('2026-11-24T09:30:00Z') });
});
afterAll(async () => await sandbox.stop());

/** SnelStart's own answer. */
async function whole({ method, url, body }: IHttpRequestOptions): Promise<WireAnswer> {
	const { status, headers, text, json } = await fetched(url, {
		method: method ?? 'GET',
		headers: { ...client.headers, 'Content-Type': 'application/json' },
		...(body !== undefined && { body: JSON.stringify(body) }),
	});
	return { status, headers: Object.fromEntries(headers), body: (json as unknown) ?? text };
}

const draftsOf = (count: number) =>
	Array.from({ length: count }, (_, index) =>
		draft(`F${index}`, {
			customer: consumer({ name: `Customer ${index}`, email: `c${index}@mail.example` }),
		}),
	);

interface Booking {
	invoiceNumber: string;
	state: string;
	code?: string;
	facts?: unknown;
}

/** Books drafts while some answers are damaged. */
const book = async (drafts: ReturnType<typeof draftsOf>, damages: Array<Damage | undefined>) => {
	let calls = 0;
	return await runBare({
		node: new SnelStart(),
		parameters: bookParameters,
		credential: { baseUrl: sandbox.snelStart.baseUrl, clientKey: 'key' },
		items: drafts.map((one) => ({ draft: one }) as unknown as IDataObject),
		answer: async (request) => {
			const how = damages[calls++];
			const answer = await whole(request);
			return how ? damaged(answer, how) : answer;
		},
	});
};

const cents = (amount: unknown) => Math.round(Number(amount) * 100);

it('whatever SnelStart answers, each draft has one result, is booked once, and for its amount', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 1, max: 3 }),
			fc.array(fc.option(damage, { nil: undefined }), { minLength: 1, maxLength: 10 }),
			async (count, damages) => {
				forgetWrites();
				sandbox.snelStart.reset();
				sandbox.snelStart.switches.limits = null;
				client = await openSnelStart(sandbox.snelStart);
				const drafts = draftsOf(count);
				const entries = () => sandbox.snelStart.books.summary().salesEntries;
				const given = await book(drafts, damages);
				if ('error' in given) {
					expect(faultOf(given.error)).toBeUndefined();
					expect(entries()).toEqual([]);
				} else {
					const results = given.rows as unknown as Booking[];
					expect(results.map((one) => one.invoiceNumber)).toEqual(
						drafts.map((one) => one.invoiceNumber),
					);
					for (const { invoiceNumber, state, code, facts } of results) {
						expect(stateNames).toContain(state);
						const isThere = entries().some((one) => one.factuurnummer === invoiceNumber);
						if (state === 'booked') expect(isThere).toBe(true);
						else expect([code, isTold(code, facts)]).toEqual([code, true]);
					}
				}
				// Whoever mends the cause and tries again finds each booked once.
				forgetWrites();
				const again = await book(drafts, []);
				const states = 'error' in again ? again.error : again.rows.map(({ state }) => state);
				expect(states).toEqual(drafts.map(() => 'booked'));
				expect(
					entries()
						.map((one) => [one.factuurnummer, cents(one.factuurbedrag)])
						.sort(),
				).toEqual(drafts.map((one) => [one.invoiceNumber, 1210]));
			},
		),
		{ numRuns: runs(80, 10_000) },
	);
});
