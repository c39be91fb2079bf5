import { readFileSync } from 'node:fs';
import path from 'node:path';

import { zodToJsonSchema } from 'zod-to-json-schema';

import { checkClientFile } from '../../cli/clientFile';
import { clientFileSchema } from '../../cli/clientFileSchema';
import { shown, type Trouble } from '../../cli/trouble';

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
		checkClientFile(content, 'client.json');
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
	['settings.shops: Add at least one shop', ({ settings }) => (settings.shops = [])],
	['settings.shops: must be a list of rows', ({ settings }) => (settings.shops = 'web')],
	['settings.document: must be one of salesEntry', ({ settings }) => (settings.document = 'x')],
	[
		'settings.paymentTermDays: must be 999 at most',
		({ settings }) => (settings.paymentTermDays = 1e3),
	],
	[
		'settings.client: Use small letters, digits and dashes',
		({ settings }) => (settings.client = 'Bloom'),
	],
	[
		'settings.vatMapping[0].productsAccountId: may not be empty',
		({ settings }) =>
			((settings.vatMapping as Array<Record<string, unknown>>)[0]!.productsAccountId = ''),
	],
	['settings.icp.productsAccountId: is missing', ({ settings }) => (settings.icp = {})],
	[
		'shops.web.ordersFrom: is not a day such as 2026-01-31',
		({ shops }) => (shops.web!.ordersFrom = '1 May'),
	],
	['settings.colour: is not a field', ({ settings }) => (settings.colour = 'red')],
	[
		'settings.vatMapping[0].colour: is not a field',
		({ settings }) => ((settings.vatMapping as Array<Record<string, unknown>>)[0]!.colour = 'red'),
	],
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

it.each<[string, (content: ReturnType<typeof file>) => void]>([
	['settings: ontbreekt', (content) => delete (content as { settings?: object }).settings],
	['settings.client: ontbreekt', ({ settings }) => delete settings.client],
	['shops.web.ordersFrom: is geen dag', ({ shops }) => (shops.web!.ordersFrom = '1 May')],
	['shops.web.token: is geen veld van dit bestand', ({ shops }) => (shops.web!.token = 'secret')],
	['shops.web: ontbreekt', ({ shops }) => delete shops.web],
	['shops: moet een object zijn', (content) => (content.shops = [] as never)],
	['colour: is geen veld', (content) => ((content as Record<string, unknown>).colour = 'red')],
	[
		'shops.other: de instellingen kennen geen winkel',
		({ shops }) => (shops.other = { ordersFrom: '2026-01-01' }),
	],
	[
		'shops.web.baseUrl: moet een heel adres zijn, met https:// ervoor',
		({ shops }) => (shops.web!.baseUrl = 'api.example'),
	],
	[
		"'VAT Mapping' heeft twee",
		({ settings }) =>
			(settings.vatMapping = [1, 2].map(() => (settings.vatMapping as object[])[0])),
	],
])('says in Dutch: %s', (sentence, change) => {
	const content = file();
	change(content);
	expect.assertions(2);
	try {
		checkClientFile(content, 'client.json');
	} catch (error) {
		const [, ...bullets] = shown(error as Trouble, 'nl').split('\n  • ');
		expect(bullets.join('\n')).toContain(sentence);
		expect(bullets.join('\n')).not.toMatch(/\b(is missing|must|may not|know no|is not)\b/);
	}
});

it('takes no address without a scheme, as the shop would not either', () => {
	const said = complaint(({ settings, shops }) => {
		settings.shops = [{ shop: 'web', kind: 'wooCommerce', country: 'NL' }];
		shops.web = { ordersFrom: '2026-01-01', url: 'shop.example.nl' };
	});
	expect(said).toContain('shops.web.url: must be a whole address, with https:// in front');
});

it('says everything at once', () => {
	const both = complaint(({ settings, shops }) => {
		delete settings.vatMapping;
		shops.web!.colour = 'red';
	});
	expect(both.match(/•/g)).toHaveLength(2);
});

it('names every contradiction of the settings, all at once, as the settings node does', () => {
	const said = complaint(({ settings }) => {
		const [row] = settings.vatMapping as object[];
		settings.vatMapping = [row, { ...row }, { ...row, percentage: 0 }];
		settings.fixedDebtors = [{ paymentMethod: 'ideal', relationId: 'r' }];
		settings.paymentMethods = [{ paymentMethod: 'iDEAL', journalId: 'j', clearingAccountId: 'c' }];
	});
	expect(said.split('\n  • ')).toEqual([
		'client.json is not right.',
		"'VAT Mapping' has two rows for NL 21 %; keep one.",
		expect.stringContaining("stands both in 'Fixed Debtors' and in 'Payment Methods'"),
		"'VAT Mapping' of NL 0 %: 'Percentage' and 'VAT Rate' contradict each other; 0 % goes with None (geen), any other percentage with High, Low or Other.",
	]);
});

it.each([
	['null', null],
	['a text', 'bloom'],
	['a list', []],
])('%s is not a client file', (_, content) => {
	expect(() => checkClientFile(content, 'client.json')).toThrow('client.json is not right.');
});

it('has no pattern of letters and brackets in any message', () => {
	const messages = complaint(({ settings, shops }) => {
		settings.client = 'My Client';
		settings.shops = [{ shop: 'A B', kind: 'jouwWeb', country: 'Netherlands', bookFrom: 'May' }];
		shops.web!.ordersFrom = 'May';
	});
	expect(messages.match(/•/g)).toHaveLength(5);
	expect(messages).not.toMatch(/[\\^$]|\[A-Z]/);
});

describe('the schema for editors', () => {
	interface Schema {
		properties?: Record<string, Schema>;
		items?: Schema;
		required?: string[];
		additionalProperties?: unknown;
		description?: string;
	}
	const schema = zodToJsonSchema(clientFileSchema, {
		pipeStrategy: 'input',
		effectStrategy: 'input',
	}) as Schema;

	it('asks for what the command asks for and knows no other field', () => {
		expect(schema.required).toEqual(['shops', 'settings']);
		expect(schema.additionalProperties).toBe(false);
		expect(schema.properties!.settings!.required).toEqual(['client', 'shops', 'vatMapping']);
		expect(schema.properties!.settings!.additionalProperties).toBe(false);
	});

	it('explains every setting', () => {
		const { administration, salesOrders, ...settings } = schema.properties!.settings!.properties!;
		expect([administration, salesOrders]).not.toContain(undefined);
		for (const [name, { description }] of Object.entries(settings)) {
			expect([name, description]).toEqual([name, expect.stringMatching(/\w+/)]);
		}
	});
});

it('takes the example of the page', () => {
	const page = readFileSync(path.join(__dirname, '..', '..', 'docs', 'import.md'), 'utf8');
	const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
	expect(checkClientFile(JSON.parse(example), 'client.json').settings.client).toBe('bloom');
});

test('a form for files that no shop would get is told', () => {
	const withForm = (kind: string) =>
		complaint((content) => {
			Object.assign(content, { orderFiles: {} });
			const shops = content.settings.shops as object[];
			shops.push({ shop: 'market', kind, statusesToBook: ['exported'], country: 'NL' });
		});
	expect(withForm('shopify')).toContain('orderFiles: the settings know no shop of the kind other');
	expect(withForm('other')).not.toContain('orderFiles');
});
