import type { IDataObject } from 'n8n-workflow';

import { WebshopTransformer } from '../../../nodes/WebshopTransformer/WebshopTransformer.node';
import { runNode } from '../../support/engine';

const MINE = '101';
const OTHER = '102';

const row = (orderKey: string, claimId: string | null, more: IDataObject = {}): IDataObject => ({
	orderKey,
	claimId,
	...more,
});

async function decide(items: IDataObject[], claimId: string = MINE) {
	const run = await runNode({
		node: new WebshopTransformer(),
		parameters: { operation: 'decideClaims', claimId },
		items,
	});
	if (run.error) throw run.error;
	const [mine = [], giveBack = []] = run.outputs;
	const keys = (output: typeof mine) =>
		output.map(({ json, pairedItem }) => [json.orderKey, (pairedItem as { item: number }).item]);
	return { mine: keys(mine), giveBack: keys(giveBack), items: [...mine, ...giveBack] };
}

/** D-CLAIM and HC-17: of any number of runs at most one goes on. */
describe('Decide Claims', () => {
	it('gives a run the orders that it alone claimed, linked to their rows', async () => {
		const result = await decide([row('a', MINE), row('b', OTHER), row('c', MINE), row('d', '')]);
		expect(result.mine).toEqual([
			['a', 0],
			['c', 2],
		]);
		expect(result.giveBack).toEqual([]);
	});

	it('gives back an order that another run claimed too, in a second row of it', async () => {
		const result = await decide([row('a', OTHER), row('a', MINE), row('b', MINE)]);
		expect(result.mine).toEqual([['b', 2]]);
		expect(result.giveBack).toEqual([['a', 1]]);
	});

	it('says nothing of orders that only another run claimed, or nobody', async () => {
		const result = await decide([row('a', OTHER), row('b', ''), row('c', null), { other: 'row' }]);
		expect(result.items).toEqual([]);
	});

	it('lets an order leave once, however often the table or the input holds it', async () => {
		const result = await decide([row('a', MINE), row('a', MINE), row('a', ''), row('a', MINE)]);
		expect(result.mine).toEqual([['a', 0]]);
	});

	it('lets at most one of two runs go on, whatever each of them sees', async () => {
		const both = [row('a', MINE), row('a', OTHER)];
		const winners = await Promise.all(
			[
				{ claimId: MINE, rows: [both, both.slice(0, 1)] },
				{ claimId: OTHER, rows: [both] },
			].flatMap(({ claimId, rows }) => rows.map(async (seen) => await decide(seen, claimId))),
		);
		// The run that read first saw only itself; the one that read later sees both and stands back.
		expect(winners.map(({ mine }) => mine.length)).toEqual([0, 1, 0]);
	});

	it('compares the claim as text: a number in the table is the same claim', async () => {
		const result = await decide([{ orderKey: 'a', claimId: Number(MINE) }]);
		expect(result.mine).toEqual([['a', 0]]);
	});

	it('passes the whole row on', async () => {
		const { items } = await decide([row('a', MINE, { orderNumber: '1001', total: 12.1 })]);
		expect(items[0]!.json).toEqual(row('a', MINE, { orderNumber: '1001', total: 12.1 }));
	});

	it('takes the number of the execution as claim when none is given', async () => {
		const run = await runNode({
			node: new WebshopTransformer(),
			parameters: { operation: 'decideClaims' },
			items: [row('a', '1'), row('b', OTHER)],
		});
		expect(run.error).toBeUndefined();
		expect(run.outputs.map((items) => items.map(({ json }) => json.orderKey))).toEqual([['a'], []]);
	});
});
