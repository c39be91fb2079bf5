import type { Operation, Resource } from '../../shared/kit/resource';
import { checkConnection } from '../connection/checkConnection';
import { probe as tryOut } from '../connection/probe';

/** Looks at keys, rights, package, article codes, journals and accounts; writes nothing. */
const check: Operation = {
	name: 'Check',
	action: 'Check connection',
	description: 'Check whether keys, rights and set-up are ready for booking: one item per check',
	fields: [
		{
			displayName: 'Settings',
			name: 'settings',
			type: 'json',
			default: '={{ $json.settings }}',
			description:
				"Settings of the 'Webshop Settings' node, to be checked against the administration too. Leave empty to check the connection only.",
		},
		{
			displayName: 'Development Key Made On',
			name: 'keyMadeOn',
			type: 'dateTime',
			default: '',
			description:
				'The day a subscription key of the product Ontwikkeling & Test was made: it ends after 90 days. SnelStart does not tell.',
		},
	],
	async execute(itemIndex) {
		const given = this.getNodeParameter('settings', itemIndex, '') as unknown;
		const settings = typeof given === 'string' ? parsed(given) : (given ?? undefined);
		const keyMadeOn = String(this.getNodeParameter('keyMadeOn', itemIndex, '') ?? '');
		return await checkConnection.call(this, {
			keyMadeOn,
			...(settings !== undefined && { settings }),
		});
	},
};

function parsed(json: string): unknown {
	if (json.trim() === '' || json.trim() === 'undefined') return undefined;
	try {
		return JSON.parse(json);
	} catch {
		return json;
	}
}

/** Books small entries on a test administration and takes them back; see the manual's page. */
const probe: Operation = {
	name: 'Probe',
	action: 'Probe a test administration',
	description:
		'Try on a TEST administration what is taken for granted of SnelStart: books small entries, takes them back, and reports',
	fields: [
		{
			displayName:
				'The last questions use up what SnelStart takes in a minute. Keys of one developer account may share that, and the calls of an hour: let no other workflow run on them, or name only the other questions.',
			name: 'probeNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Run Despite Bookings',
			name: 'despiteBookings',
			type: 'boolean',
			default: false,
			description:
				'Whether to run although the administration has bookings. Its exact name is asked for as well.',
		},
		{
			displayName: 'Name of the Administration',
			name: 'administration',
			type: 'string',
			default: '',
			displayOptions: { show: { despiteBookings: [true] } },
			description: 'Exactly as SnelStart shows it',
		},
		{
			displayName: 'Only These',
			name: 'only',
			type: 'string',
			default: '',
			placeholder: 'memorial-sign, vat-tolerance',
			description: 'Short names of assumptions, with commas between them. Leave empty for all.',
		},
	],
	async execute(itemIndex) {
		const despiteBookings = this.getNodeParameter('despiteBookings', itemIndex, false) === true;
		const administration = despiteBookings
			? String(this.getNodeParameter('administration', itemIndex, ''))
			: '';
		const only = String(this.getNodeParameter('only', itemIndex, ''))
			.split(',')
			.map((id) => id.trim())
			.filter((id) => id !== '');
		return [
			await tryOut.call(this, {
				despiteBookings,
				administration,
				...(only.length > 0 && { only }),
			}),
		];
	},
};

/** The connection (koppeling) with SnelStart. */
export const connection: Resource = {
	name: 'Connection (Koppeling)',
	operations: { check, probe },
	start: 'check',
};
