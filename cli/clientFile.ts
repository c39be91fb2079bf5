import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { complaintsAbout } from './jsonSchema';
import type { JsonSchema } from './jsonSchema';
import { Trouble } from './trouble';

export interface ShopConnection {
	ordersFrom: string;
	credential?: string;
	url?: string;
	keysInQuery?: boolean;
	siteAddress?: string;
	realtime?: boolean;
	website?: string;
	baseUrl?: string;
	headerName?: string;
	prefix?: string;
	testPath?: string;
	apiLayout?: Record<string, string | number>;
}

/** How the payouts of a payment provider are fetched. */
export interface ProviderConnection {
	/** First day whose payouts are booked. */
	payoutsFrom: string;
	address?: string;
	credential?: string;
}

/** The settings as far as the command itself looks at them; n8n checks the rest. */
export interface FileSettings {
	client: string;
	shops: Array<{ shop: string; kind: string; [field: string]: unknown }>;
	[field: string]: unknown;
}

/** One client, as it stands in the file. Secrets never do. */
export interface ClientFile {
	settings: FileSettings;
	shops: Record<string, ShopConnection>;
	snelStart?: {
		credential?: string;
		baseUrl?: string;
		tokenUrl?: string;
		requestsPerMinute?: number;
		requestsInFlight?: number;
	};
	dashboard?: { user?: string; path?: string; credential?: string };
	payouts?: {
		mollie?: ProviderConnection;
		stripe?: ProviderConnection;
		payPal?: ProviderConnection;
		klarna?: ProviderConnection;
		upload?: { user?: string; credential?: string };
	};
	credentials?: Record<string, string>;
	values?: Record<string, Record<string, string | number | boolean>>;
}

export async function readSchema(packageFolder: string): Promise<JsonSchema> {
	const file = path.join(packageFolder, 'schemas', 'client.schema.json');
	return JSON.parse(await readFile(file, 'utf8')) as JsonSchema;
}

/**
 * Reads a client file and checks its form. Whether the settings fit together, and fit the
 * administration, n8n finds out when it saves them.
 *
 * @throws Trouble that names every wrong field
 */
export async function readClientFile(file: string, schema: JsonSchema): Promise<ClientFile> {
	let content: unknown;
	try {
		content = JSON.parse(await readFile(file, 'utf8'));
	} catch (error) {
		throw new Trouble('FILE_UNREADABLE', `${file} cannot be read: ${(error as Error).message}`);
	}
	return checkClientFile(content, schema, file);
}

/** @throws Trouble that names every wrong field */
export function checkClientFile(content: unknown, schema: JsonSchema, name: string): ClientFile {
	const complaints = complaintsAbout(content, schema);
	complaints.push(...formulas(content));
	if (complaints.length === 0) complaints.push(...shopComplaints(content as ClientFile));
	if (complaints.length === 0) return content as ClientFile;
	throw new Trouble('FILE_INVALID', [`${name} is not right.`, ...complaints].join('\n  • '));
}

/** n8n would run a text that begins with = as a formula. */
function formulas(value: unknown, where = ''): string[] {
	if (typeof value === 'string' && value.startsWith('=')) {
		return [`${where}: may not begin with =, because n8n takes such texts for formulas`];
	}
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, part]) =>
		formulas(part, where === '' ? key : `${where}.${key}`),
	);
}

/** The kinds of shop that the package has a node for, and the credentials that their nodes take. */
export const SHOP_TYPES: Record<string, string[]> = {
	wooCommerce: ['wooCommerceStoreApi'],
	jouwWeb: ['jouwWebTokenApi', 'jouwWebOAuth2Api'],
};

/** What the schema cannot say: the shops of the settings and their connections belong together. */
function shopComplaints({ settings, shops }: ClientFile): string[] {
	const named = settings.shops.map(({ shop }) => shop);
	return [
		...Object.keys(shops)
			.filter((shop) => !named.includes(shop))
			.map((shop) => `shops.${shop}: the settings know no shop of this name`),
		...settings.shops.flatMap(({ shop, kind }) => {
			const connection = shops[shop];
			if (!SHOP_TYPES[kind]) return [];
			if (!connection) return [`shops.${shop}: is missing`];
			const needed = neededFields(kind, connection);
			return needed
				.filter((field) => connection[field] === undefined)
				.map((field) => `shops.${shop}.${field}: is missing`);
		}),
	];
}

function neededFields(
	kind: string,
	{ credential }: ShopConnection,
): Array<'url' | 'website' | 'baseUrl'> {
	if (kind === 'jouwWeb') return credential ? ['website'] : ['website', 'baseUrl'];
	return credential ? [] : ['url'];
}
