import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { setOffOfUndo, type UndoneBooking, undoBooking } from '../../bookkeeping';
import { bookedOf } from './keptInput';
import { settingsOf } from './settingsInput';

export const inputNames = ['Bookings', 'Settings', 'Compared Periods'];
export const outputNames = ['undo', 'leaveAsItIs', 'delete'] as const;

const displayOptions = { show: { operation: ['undoBookings'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"One item per booked order: its row of the order table in 'row', and what 'Read Booked' of the SnelStart node says of it, with its open amount, in 'booked'; of a day total (dagomzet) also the rows of what is booked in it in 'members', and the credit notes that may be on those in 'credits'. What leaves on 'Undo' has a credit note of all of it in 'draft' and, where the settings name a Set-Off Journal, the memorial that settles both in 'setOff'; what leaves on 'Delete' has the sales order (verkooporder) to delete in 'deletes'; every other booking says why it is left as it is.",
		name: 'undoNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'Settings Version',
		name: 'settingsVersion',
		type: 'number',
		default: 0,
		description: 'The version of the client settings by which the orders would be booked again',
		displayOptions,
	},
	{
		displayName: 'Closed Periods',
		name: 'closedPeriods',
		type: 'boolean',
		default: false,
		description:
			'Whether to take in bookings in a closed period, as the settings say for such periods, and in one that was compared with the shop',
		displayOptions,
	},
	{
		displayName: 'Same Settings',
		name: 'sameSettings',
		type: 'boolean',
		default: false,
		description: 'Whether to take in what was booked by the same version of the settings',
		displayOptions,
	},
];

const PERIODS_INPUT = 2;

/** Drafts a credit note of each booking that can be undone. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const settings = settingsOf.call(this);
	const parameter = (name: string): unknown => this.getNodeParameter(name, 0);
	const rules = {
		settingsVersion: Number(parameter('settingsVersion')),
		closedPeriods: parameter('closedPeriods') === true,
		sameSettings: parameter('sameSettings') === true,
		checkedPeriods: this.getInputData(PERIODS_INPUT).map(({ json }) => json),
	};
	const outputs: Record<(typeof outputNames)[number], INodeExecutionData[]> = {
		...{ undo: [], leaveAsItIs: [], delete: [] },
	};
	this.getInputData().forEach(({ json }, item) => {
		const { booked = [] } = bookedOf(json.booked);
		const [members, credits] = [rowsIn(json.members), rowsIn(json.credits)];
		const input = { row: (json.row ?? {}) as IDataObject, booked, members, credits };
		const undone = undoBooking(input, rules, settings);
		outputs[roadOf(undone)].push({
			json: { ...undone, setOff: setOffOfUndo(undone, settings) } as unknown as IDataObject,
			pairedItem: { item },
		});
	});
	return outputNames.map((name) => outputs[name]);
}

const rowsIn = (value: unknown): IDataObject[] =>
	Array.isArray(value) ? (value as IDataObject[]) : [];

const roadOf = ({ outcome, deletes }: UndoneBooking): (typeof outputNames)[number] =>
	outcome !== 'book' ? 'leaveAsItIs' : deletes ? 'delete' : 'undo';
