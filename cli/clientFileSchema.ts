import type { JsonSchema } from './jsonSchema';

const text = { type: 'string', minLength: 1 } as const;

const shop: JsonSchema = {
	type: 'object',
	description: 'How a shop is reached. Keys and tokens never stand here.',
	properties: {
		ordersFrom: {
			type: 'string',
			pattern: '^\\d{4}-\\d{2}-\\d{2}$',
			description: 'First day whose orders are read, as 2026-01-31',
		},
		credential: { ...text, description: 'Name of a credential that is in n8n already' },
		url: { ...text, description: 'WooCommerce: the address of the shop' },
		keysInQuery: {
			type: 'boolean',
			description: 'WooCommerce: send the keys in the address, for servers that drop the header',
		},
		siteAddress: {
			...text,
			description:
				"WooCommerce over http: the shop's own address, when it is reached at another one",
		},
		realtime: {
			type: 'boolean',
			description: 'WooCommerce: let the shop send orders at once; its key needs Read/Write',
		},
		website: { ...text, description: 'JouwWeb: the id of the website' },
		baseUrl: { ...text, description: 'JouwWeb: the address every request starts with' },
		headerName: { ...text, description: 'JouwWeb: the header that carries the token' },
		prefix: { type: 'string', description: 'JouwWeb: the word before the token' },
		testPath: { ...text, description: 'JouwWeb: the path that is read to test the credential' },
		apiLayout: {
			type: 'object',
			description: 'JouwWeb: what its API spells differently, by the field of the credential',
		},
	},
	required: ['ordersFrom'],
	additionalProperties: false,
};

const credential = { ...text, description: 'Name of a credential that is in n8n already' };

const provider: JsonSchema = {
	type: 'object',
	properties: {
		payoutsFrom: {
			type: 'string',
			pattern: '^\\d{4}-\\d{2}-\\d{2}$',
			description: 'First day whose payouts are booked, as 2026-01-31',
		},
		address: { ...text, description: "The provider's address, when it is another than usual" },
		credential,
	},
	required: ['payoutsFrom'],
	additionalProperties: false,
};

/**
 * The JSON Schema of a client file, around the schema of the settings.
 * @param settings the schema of the settings, with its references below `#/properties/settings`
 */
export function clientFileSchema(settings: JsonSchema): JsonSchema {
	return {
		title: 'A client of n8n-nodes-webshop-snelstart, as the import command takes it',
		type: 'object',
		properties: {
			$schema: { type: 'string' },
			settings,
			shops: {
				type: 'object',
				description: 'Per shop of the settings, by its short name',
				additionalProperties: shop,
			},
			snelStart: {
				type: 'object',
				properties: {
					credential: { ...text, description: 'Name of a credential that is in n8n already' },
					baseUrl: text,
					tokenUrl: text,
					requestsPerMinute: {
						type: 'integer',
						minimum: 0,
						description: '100, or 500 with a key of Maatwerk or Productie; 0: no limit',
					},
					requestsInFlight: {
						type: 'integer',
						minimum: 0,
						description: '5, or 50 with a key of Maatwerk or Productie; 0: no limit',
					},
				},
				additionalProperties: false,
			},
			dashboard: {
				type: 'object',
				description: 'Left out: the client gets no dashboard',
				properties: {
					user: { ...text, description: 'The name to sign in with; else that of the client' },
					path: {
						type: 'string',
						pattern: '^[A-Za-z0-9-]+$',
						description: 'Last part of its address; else the name of the client',
					},
					credential: { ...text, description: 'Name of a credential that is in n8n already' },
				},
				additionalProperties: false,
			},
			payouts: {
				type: 'object',
				description: 'Whose payouts are booked; left out: those of nobody',
				properties: {
					mollie: provider,
					stripe: provider,
					payPal: provider,
					klarna: provider,
					upload: {
						type: 'object',
						description: 'A form behind a password for CSV files of other providers',
						properties: {
							user: { ...text, description: 'The name to sign in with; else that of the client' },
							credential,
						},
						additionalProperties: false,
					},
				},
				additionalProperties: false,
			},
			credentials: {
				type: 'object',
				description: 'Other credentials that are in n8n already: credential type → name',
				additionalProperties: text,
			},
			values: {
				type: 'object',
				description: 'What else to fill in at "Your values": template → value → what it is',
				additionalProperties: { type: 'object' },
			},
		},
		required: ['settings', 'shops'],
		additionalProperties: false,
	};
}
