import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { type Member, memberList, payoutOfTotal, readMember } from '../../bookkeeping';

export const inputNames = ['Records', 'Payouts'];
export const outputNames = ['lists'] as const;

const displayOptions = { show: { operation: ['listMembers'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect the booking records of orders that are booked in totals to 'Records', with those of the totals; and the booking records of the payouts that totals are of to 'Payouts'. Each total leaves once, with its entry in 'entryId' and the list of its orders as a CSV file.",
		name: 'listMembersNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
];

/** Makes the list of the orders of each total, without names or addresses. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const payouts = new Map(
		this.getInputData(inputNames.indexOf('Payouts')).map(
			({ json }) => [json.documentKey, json] as const,
		),
	);
	const payoutOf = new Map<unknown, string>();
	const totals = new Map<string, { about: IDataObject; members: Member[]; items: number[] }>();
	this.getInputData().forEach(({ json }, item) => {
		if (json.kind === 'total' && typeof json.parentKey === 'string') {
			payoutOf.set(json.entryId, json.parentKey);
		}
		const member = readMember(json);
		if (!member || member.entryId === '') return;
		const { entryId, totalNumber: number } = member;
		const known = totals.get(entryId) ?? { about: { entryId, number }, members: [], items: [] };
		known.members.push(member);
		known.items.push(item);
		totals.set(entryId, known);
	});
	const lists = [...totals.values()].map(async ({ about, members, items }) => {
		const payout = payoutOf.get(about.entryId);
		const explained = payout ? payoutOfTotal(payout, payouts.get(payout)) : undefined;
		const list = memberList(members, explained);
		const content = Buffer.from(`\uFEFF${list}`, 'utf8');
		const fileName = `${String(about.number)}.csv`;
		return {
			json: { ...about, orders: members.length },
			binary: { data: await this.helpers.prepareBinaryData(content, fileName, 'text/csv') },
			pairedItem: items.map((item) => ({ item })),
		};
	});
	return [await Promise.all(lists)];
}
