import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { guidFor } from '../../../sandbox/snelstart/identity';
import { jsonOf, run } from './support';

const MISSING = '11111111-2222-4333-8444-555555555555';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => {
	sandbox.snelStart.reset();
});
afterAll(() => sandbox.stop());

interface Case {
	operation: string;
	/** Parameters with `{{ $json.value }}` where the two items differ. */
	parameters: INodeParameters;
	good: unknown;
	bad: unknown;
	/** What the error of the bad item carries. */
	code: string | undefined;
	/** What the good item gives at least. */
	gives: IDataObject;
}

const picked = (name: string): INodeParameters => ({
	[name]: { __rl: true, mode: 'id', value: '={{ $json.value }}' },
});

const cases: Record<string, Case[]> = {
	costCentre: [
		{
			operation: 'create',
			parameters: { number: '={{ $json.value }}', name: 'Magazijn' },
			good: 77,
			bad: 1,
			code: 'KPL-0008',
			gives: { number: 77, name: 'Magazijn', inactive: false },
		},
		{
			operation: 'get',
			parameters: picked('costCentreId'),
			good: guidFor('kostenplaatsen', 1),
			bad: MISSING,
			code: 'NOT_FOUND',
			gives: { number: 1, name: 'Webwinkel' },
		},
		{
			operation: 'update',
			parameters: { ...picked('costCentreId'), updateFields: { name: 'Webshop' } },
			good: guidFor('kostenplaatsen', 1),
			bad: MISSING,
			code: 'NOT_FOUND',
			gives: { number: 1, name: 'Webshop' },
		},
		{
			operation: 'upsert',
			parameters: { number: '={{ $json.value }}', name: 'Winkel' },
			good: 1,
			bad: 0,
			code: 'KPL-0007',
			gives: { number: 1, name: 'Winkel', created: false },
		},
		{
			operation: 'delete',
			parameters: picked('costCentreId'),
			good: guidFor('kostenplaatsen', 2),
			bad: MISSING,
			code: 'NOT_FOUND',
			gives: { id: guidFor('kostenplaatsen', 2), deleted: true },
		},
	],
};

describe.each(Object.entries(cases))('%s', (resource, operations) => {
	it.each(operations)(
		'$operation: a good item goes on after one that cannot be done',
		async ({ operation, parameters, good, bad, code, gives }) => {
			const { outputs, error } = await run(
				sandbox,
				{ resource, operation, ...parameters },
				{
					items: [{ value: bad }, { value: good }] as IDataObject[],
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
		},
	);
});
