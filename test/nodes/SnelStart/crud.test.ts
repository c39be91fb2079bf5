import type { IDataObject } from 'n8n-workflow';

import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { apiTable } from './apiTable';
import { BLOCKED, cases } from './crudCases';
import { jsonOf, run } from './support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.snelStart.reset());
afterAll(() => sandbox.stop());

/** Every request the sandbox did, as `GET /relaties/…`. */
const received = (): string[] =>
	sandbox.snelStart.journal.entries
		.filter(({ status }) => status >= 200 && status < 300)
		.map(({ method, path }) => `${method} ${path.replace(/^\/v2/, '')}`);

const patternOf = (api: string): RegExp => new RegExp(`^${api.replace(/\{\w+\}/g, '[^/]+')}$`);

it.each(cases.map((one) => [`${one.resource}.${one.operation}`, one] as const))(
	'%s: an item that can be done goes on after one that cannot',
	async (_name, { resource, operation, parameters, good, bad, code, gives, binary }) => {
		const value = typeof good === 'function' ? await good(sandbox) : good;
		// The token is asked for first, so the fault waits for the request after it.
		if (bad === BLOCKED) sandbox.snelStart.faults.add({ kind: 'html', skip: 1 });
		const { outputs, error } = await run(
			sandbox,
			{ resource, operation, ...parameters },
			{
				items: [bad, value].map((one) => ({
					json: { value: one } as IDataObject,
					...(binary && { binary }),
				})),
				onError: 'continueRegularOutput',
			},
		);
		expect(error).toBeUndefined();
		const [failed, ...done] = outputs[0]!;
		expect(failed!.pairedItem).toEqual({ item: 0 });
		expect(failed!.json.error).toEqual(expect.any(String));
		expect((failed!.json.details as IDataObject).code).toBe(code);
		expect(done.length).toBeGreaterThan(0);
		for (const item of done) expect(item.pairedItem).toEqual({ item: 1 });
		expect(jsonOf(done)).toContainEqual(expect.objectContaining(gives));
		for (const { api } of apiTable.filter(({ node }) => node === `${resource}.${operation}`)) {
			expect(received()).toContainEqual(expect.stringMatching(patternOf(api)));
		}
	},
);
