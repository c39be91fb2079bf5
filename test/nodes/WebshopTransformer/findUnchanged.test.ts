import type { IDataObject } from 'n8n-workflow';

import { readFound, transformUnchecked, type Found } from '../../../bookkeeping';
import { WebshopTransformer } from '../../../nodes/WebshopTransformer/WebshopTransformer.node';
import {
	completeSettings,
	jouwWebOrder,
	settingsWith,
	wooCommerceOrder,
} from '../../bookkeeping/support';
import { runNode } from '../../support/engine';

const settings = settingsWith();
const SETTINGS: IDataObject = { settings: completeSettings as unknown as IDataObject };
const skipped = () => wooCommerceOrder('rest_status_cancelled') as IDataObject;
const waits = () => wooCommerceOrder('rest_status_pending') as IDataObject;

/** The row that a run writes of an order that is not to be booked. */
function rowOf(raw: IDataObject): IDataObject {
	const { transformed } = transformUnchecked(raw, 'woocommerce', settings);
	const found = readFound('order', transformed, 3);
	if (!('reason' in found)) throw new Error('It is to be booked');
	return { ...found.seen, ...found.reason } as unknown as IDataObject;
}

async function findUnchanged(
	items: IDataObject[],
	rows: IDataObject[],
	given = [SETTINGS],
	shop = 'woocommerce',
) {
	const { outputs, error } = await runNode({
		node: new WebshopTransformer(),
		parameters: {
			resource: 'orderTable',
			operation: 'findUnchanged',
			shop,
			settingsVersion: 3,
		},
		items,
		otherInputs: [given, rows],
	});
	expect(error).toBeUndefined();
	const from = (output: number) =>
		outputs[output]!.map(({ pairedItem }) => (pairedItem as { item: number }).item);
	return { toProcess: from(0), unchanged: from(1), outputs };
}

it('parts orders by their rows, and gives the row of what is unchanged', async () => {
	const [one, other] = [skipped(), waits()];
	const row = { id: 7, ...rowOf(one) };
	const { toProcess, unchanged, outputs } = await findUnchanged([other, one], [row]);
	expect([toProcess, unchanged]).toEqual([[0], [1]]);
	expect(outputs[0]![0]!.json).toEqual(other);
	expect(outputs[1]![0]!.json).toEqual(row);
});

it('knows nothing of an order without rows, nor by a row of another shop', async () => {
	const nothing = [{}];
	const foreign = [{ ...rowOf(skipped()), orderKey: 'my-client/other/1' }];
	for (const rows of [nothing, foreign]) {
		expect(await findUnchanged([skipped()], rows)).toMatchObject({ toProcess: [0], unchanged: [] });
	}
});

it('gives nothing of the empty item of a shop that has nothing new', async () => {
	expect(await findUnchanged([{}], [{}])).toMatchObject({ toProcess: [], unchanged: [] });
});

it.each([[[]], [[{}]], [[{ settings: '{' }]]])(
	'lets all orders go on without settings: %j, so that it is said where they are transformed',
	async (given) => {
		const rows = [rowOf(skipped())];
		expect(await findUnchanged([skipped()], rows, given as IDataObject[])).toMatchObject({
			toProcess: [0],
			unchanged: [],
		});
	},
);

it('lets go on what VIES is to be asked about, and not what is booked', async () => {
	const asksVies = { ...completeSettings, vatNumberCheck: { use: 'vies' as const } };
	const settings = settingsWith(asksVies);
	const given = [{ settings: asksVies as unknown as IDataObject }];
	const icp = jouwWebOrder(440006) as IDataObject;
	const { transformed, toCheck } = transformUnchecked(icp, 'jouwweb', settings);
	expect(toCheck).toHaveLength(1);
	const { seen, figures } = readFound('order', transformed, 3) as Found;
	const row = (more: object) => [{ ...seen, ...figures, claimId: '', ...more } as IDataObject];
	const find = (rows: IDataObject[]) => findUnchanged([icp], rows, given, 'jouwweb');
	const refused = { state: 'needsAttention', code: 'VAT_NUMBER_INVALID', message: 'm', tip: 't' };
	expect(await find(row(refused))).toMatchObject({ toProcess: [0], unchanged: [] });
	const orderDate = String(
		transformUnchecked(icp, 'jouwweb', settings, () => true).transformed.draft?.invoiceDate,
	);
	expect(orderDate).toMatch(/^\d{4}-\d\d-\d\d$/);
	const booked = { state: 'booked', code: '', orderDate };
	expect(await find(row(booked))).toMatchObject({ toProcess: [], unchanged: [0] });
});
