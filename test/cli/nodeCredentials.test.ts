import { nodeCredentials } from '../../cli/nodeCredentials';
import { wantedCredentials } from '../../cli/credentials';
import { ChatWebhookApi } from '../../credentials/ChatWebhookApi.credentials';
import { JouwWebTokenApi } from '../../credentials/JouwWebTokenApi.credentials';
import { SnelStartB2bApi } from '../../credentials/SnelStartB2bApi.credentials';
import { WebshopDashboardApi } from '../../credentials/WebshopDashboardApi.credentials';
import { WooCommerceStoreApi } from '../../credentials/WooCommerceStoreApi.credentials';
import { ownNodes } from '../workflows/templates';

it('knows the credentials of every node of this package', () => {
	const asked = Object.entries(ownNodes)
		.filter(([, { description }]) => description.credentials)
		.map(([name, { description }]) => [
			name,
			description.credentials!.map(({ name: type, displayOptions }) => ({
				name: type,
				...(displayOptions && { displayOptions }),
			})),
		]);
	const known = nodeCredentials
		.filter(({ name }) => !name.startsWith('n8n-nodes-base.'))
		.map(({ name, credentials }) => [name, credentials]);
	expect(Object.fromEntries(known)).toEqual(Object.fromEntries(asked));
});

const types = [
	new SnelStartB2bApi(),
	new WooCommerceStoreApi(),
	new JouwWebTokenApi(),
	new WebshopDashboardApi(),
	new ChatWebhookApi(),
];

it('fills every field of a credential: with its own default, from the file, or as a secret', () => {
	const wanted = wantedCredentials({
		settings: {
			client: 'bloom',
			shops: [
				{ shop: 'web', kind: 'wooCommerce' },
				{ shop: 'jouw-web', kind: 'jouwWeb' },
				{ shop: 'till', kind: 'other' },
			],
			vatMapping: [],
		},
		dashboard: {},
		chat: {},
		shops: {
			web: { ordersFrom: '2026-01-01', url: 'https://shop.example' },
			'jouw-web': { ordersFrom: '2026-01-01', website: '1', baseUrl: 'https://api.example' },
		},
	});
	expect(wanted.map(({ key, type }) => [key, type])).toEqual([
		['snelStart', 'snelStartB2bApi'],
		['shop web', 'wooCommerceStoreApi'],
		['shop jouw-web', 'jouwWebTokenApi'],
		['dashboard', 'webshopDashboardApi'],
		['chat', 'chatWebhookApi'],
	]);
	expect(wanted[2]!.secrets).toEqual({ token: 'JOUW_WEB_TOKEN' });
	for (const { type, data, secrets } of wanted) {
		const { properties } = types.find(({ name }) => name === type)!;
		const fields = properties.filter(
			(one) => one.type !== 'hidden' && one.type !== 'notice' && !one.displayOptions,
		);
		expect([...Object.keys(data), ...Object.keys(secrets)].sort()).toEqual(
			fields.map(({ name }) => name).sort(),
		);
		for (const { name, default: usual } of fields) {
			if (usual === '' || name in secrets) continue;
			expect([name, data[name]]).toEqual([name, usual]);
		}
	}
});
