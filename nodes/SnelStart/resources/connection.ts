import type { Operation, Resource } from '../../shared/kit/resource';
import { checkConnection } from '../connection/checkConnection';

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

/** The connection (koppeling) with SnelStart. */
export const connection: Resource = {
	name: 'Connection (Koppeling)',
	operations: { check },
	start: 'check',
};
