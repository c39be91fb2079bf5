import type { IDataObject } from 'n8n-workflow';

import { WebshopTransformer } from '../../../nodes/WebshopTransformer/WebshopTransformer.node';
import { booked } from '../../bookkeeping/refunds/bookedDocument';
import { order } from '../../bookkeeping/refunds/support';
import { completeSettings, draftOf } from '../../bookkeeping/support';
import { runNode } from '../../support/engine';

const sale = draftOf(order([{ net: 10_000, rate: 21 }]));
const row = { orderKey: sale.orderKey, orderNumber: '1000', client: 'test-client', shop: 'shop' };
const accounts: IDataObject[] = [
	{ id: 'owed', function: 'BtwAfTeDragenHoog' },
	{ id: 'lost', function: 'OninbareVorderingen' },
];

async function claim(ledgerAccounts: IDataObject[], badDebtsAccountId = '', openAmount = 121) {
	const { outputs } = await runNode({
		node: new WebshopTransformer(),
		parameters: {
			...{ resource: 'payment', operation: 'claimBadDebts' },
			...{ claimDate: '2027-04-01', badDebtsAccountId },
		},
		items: [{ row, booked: [{ ...booked(sale), openAmount }] as never, payments: [] }],
		otherInputs: [
			[
				{
					settings: { ...completeSettings, setOffJournalId: 'memorial' } as unknown as IDataObject,
				},
			],
			ledgerAccounts,
		],
	});
	return outputs;
}
/** The accounts of the lines. */
const linesOf = (outputs: Awaited<ReturnType<typeof claim>>) =>
	(outputs[0]![0]!.json.draft as { ledgerLines: IDataObject[] }).ledgerLines.map(
		({ ledgerAccountId }) => ledgerAccountId,
	);

test('the accounts go by their functions, or by the one that is named', async () => {
	expect(linesOf(await claim(accounts))).toEqual(['owed', 'lost']);
	expect(linesOf(await claim(accounts, 'another'))).toEqual(['owed', 'another']);
});

test('each order leaves once', async () => {
	const [, nothing] = await claim(accounts, '', 0);
	expect(nothing).toMatchObject([{ json: { code: 'BAD_DEBT_LEFT' }, pairedItem: { item: 0 } }]);
	// Two accounts with the function: nothing tells which.
	const [book, , attention] = await claim([...accounts, { ...accounts[1]!, id: 'lost too' }]);
	expect(book).toEqual([]);
	expect(attention).toMatchObject([{ json: { code: 'BAD_DEBT_SETTING' } }]);
});
