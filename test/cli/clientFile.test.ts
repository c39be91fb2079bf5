import { zodToJsonSchema } from 'zod-to-json-schema';

import { settingsSchema } from '../../bookkeeping/settings/settings';
import { checkClientFile } from '../../cli/clientFile';
import { clientFileSchema } from '../../cli/clientFileSchema';
import type { JsonSchema } from '../../cli/jsonSchema';

/** As the build writes it to schemas/client.schema.json. */
const schema = clientFileSchema(
	zodToJsonSchema(settingsSchema, {
		pipeStrategy: 'input',
		effectStrategy: 'input',
		basePath: ['#', 'properties', 'settings'],
	}) as JsonSchema,
);

const file = () => ({
	settings: {
		client: 'bloom',
		shops: [{ shop: 'web', kind: 'jouwWeb', statusesToBook: ['processed'], country: 'NL' }],
		vatMapping: [{ country: 'NL', percentage: 21, vatKind: 'high', productsAccountId: 'a1' }],
	} as Record<string, unknown>,
	shops: {
		web: { ordersFrom: '2026-01-01', website: '7', baseUrl: 'https://api.example' },
	} as Record<string, Record<string, unknown>>,
});

const complaint = (change: (content: ReturnType<typeof file>) => void): string => {
	const content = file();
	change(content);
	try {
		checkClientFile(content, schema, 'client.json');
	} catch (error) {
		return (error as Error).message;
	}
	return '';
};

it('takes a right file', () => {
	expect(complaint(() => {})).toBe('');
});

it.each<[string, (content: ReturnType<typeof file>) => void]>([
	['settings.client: is missing', ({ settings }) => delete settings.client],
	['settings.shops: needs at least 1', ({ settings }) => (settings.shops = [])],
	['settings.shops: must be of type array', ({ settings }) => (settings.shops = 'web')],
	['settings.document: must be one of salesEntry', ({ settings }) => (settings.document = 'x')],
	[
		'settings.paymentTermDays: must be 999 at most',
		({ settings }) => (settings.paymentTermDays = 1e3),
	],
	[
		'settings.client: "Bloom" does not have the form',
		({ settings }) => (settings.client = 'Bloom'),
	],
	[
		'settings.vatMapping[0].productsAccountId: may not be empty',
		({ settings }) =>
			((settings.vatMapping as Array<Record<string, unknown>>)[0]!.productsAccountId = ''),
	],
	['settings.icp.productsAccountId: is missing', ({ settings }) => (settings.icp = {})],
	['shops.web.ordersFrom: "1 May" does not', ({ shops }) => (shops.web!.ordersFrom = '1 May')],
	['shops.web.token: is not a field', ({ shops }) => (shops.web!.token = 'secret')],
	['shops.web.website: is missing', ({ shops }) => delete shops.web!.website],
	[
		'shops.other: the settings know no shop',
		({ shops }) => (shops.other = { ordersFrom: '2026-01-01' }),
	],
	['shops.web: is missing', ({ shops }) => delete shops.web],
	[
		'settings.descriptionPattern: may not begin with =',
		({ settings }) => (settings.descriptionPattern = '={{ $env.SECRET }}'),
	],
])('says: %s', (sentence, change) => {
	expect(complaint(change)).toContain(sentence);
});

it('says everything at once', () => {
	const both = complaint(({ settings, shops }) => {
		delete settings.vatMapping;
		shops.web!.colour = 'red';
	});
	expect(both.match(/•/g)).toHaveLength(2);
});
