import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { type Member, memberList, readMember } from '../../bookkeeping';

export const outputNames = ['lists'] as const;

const displayOptions = { show: { operation: ['listMembers'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect the booking records of orders that are booked in totals. Each total leaves once, with its entry in 'entryId' and the list of its orders as a CSV file.",
		name: 'listMembersNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
];

/** Makes the list of the orders of each total, without names or addresses. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const totals = new Map<string, { about: IDataObject; members: Member[]; items: number[] }>();
	this.getInputData().forEach(({ json }, item) => {
		const member = readMember(json);
		if (!member || member.entryId === '') return;
		const { entryId, totalNumber: number } = member;
		const known = totals.get(entryId) ?? { about: { entryId, number }, members: [], items: [] };
		known.members.push(member);
		known.items.push(item);
		totals.set(entryId, known);
	});
	const lists = [...totals.values()].map(async ({ about, members, items }) => {
		const content = Buffer.from(`\uFEFF${memberList(members)}`, 'utf8');
		const fileName = `${String(about.number)}.csv`;
		return {
			json: { ...about, orders: members.length },
			binary: { data: await this.helpers.prepareBinaryData(content, fileName, 'text/csv') },
			pairedItem: items.map((item) => ({ item })),
		};
	});
	return [await Promise.all(lists)];
}
