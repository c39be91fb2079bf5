/** n8n decides which zod there is: settings mean the same with each, down to the sentences. */
import * as zod3 from 'zod/v3';
import * as zod4 from 'zod/v4';

import type * as Reading from '../../../bookkeeping/settings/readSettings';
import type * as Shape from '../../../bookkeeping/settings/settings';
import { completeSettings } from '../support';

const ROOM = '../../../bookkeeping/settings';

/** The settings as they are loaded where `zod` is this one. */
function loadedWith(zod: object) {
	const loaded: { read?: typeof Reading.readSettings; schema?: object } = {};
	jest.isolateModules(() => {
		jest.doMock('zod', () => zod);
		loaded.read = jest.requireActual<typeof Reading>(`${ROOM}/readSettings`).readSettings;
		loaded.schema = jest.requireActual<typeof Shape>(`${ROOM}/settings`).settingsSchema;
	});
	return loaded as Required<typeof loaded>;
}

const three = loadedWith(zod3);
const four = loadedWith(zod4);

const [shop] = completeSettings.shops;
const [row] = completeSettings.vatMapping;
const inputs: Array<[string, unknown]> = [
	['complete settings', completeSettings],
	[
		'the least there can be',
		{ client: 'a', shops: [{ shop: 'web', kind: 'wooCommerce' }], vatMapping: [row] },
	],
	['empty groups', { ...completeSettings, vatNumberCheck: {}, exchangeRates: {}, salesOrders: {} }],
	[
		'some of a group',
		{
			...completeSettings,
			vatNumberCheck: { ownVatNumber: ' nl 123456789 b01 ' },
			salesOrders: { dummyItems: { deleted: 'GONE' } },
		},
	],
	['empty texts', { ...completeSettings, costCentreId: ' ', roundingAccountId: '' }],
	['spaces and small letters', { ...completeSettings, shops: [{ ...shop, country: ' nl ' }] }],
	['unknown fields', { ...completeSettings, colour: 'red', shops: [{ ...shop, size: 3 }] }],
	['nothing', {}],
	...[undefined, null, 'text', [], 7].map((input): [string, unknown] => [String(input), input]),
	['a text for a list', { ...completeSettings, shops: 'woocommerce' }],
	['a text for a row', { ...completeSettings, vatMapping: ['NL'] }],
	['a text for a number', { ...completeSettings, paymentTermDays: '14' }],
	['a fraction for a whole number', { ...completeSettings, paymentTermDays: 1.5 }],
	['NaN', { ...completeSettings, vatMapping: [{ ...row, percentage: NaN }] }],
	['too little and too much', { ...completeSettings, paymentTermDays: -1 }],
	['a number for a text', { ...completeSettings, costCentreId: 7 }],
	['null for a text', { ...completeSettings, costCentreId: null }],
	['a word for a switch', { ...completeSettings, shops: [{ ...shop, marginScheme: 'yes' }] }],
	['a value that is not a choice', { ...completeSettings, document: 'invoice' }],
	['a missing field of a row', { ...completeSettings, vatMapping: [{ country: 'NL' }] }],
	['no rows', { ...completeSettings, shops: [], vatMapping: [] }],
	['an address that is none', { ...completeSettings, vatNumberCheck: { viesUrl: 'vies' } }],
	[
		'a wrong text and a contradiction',
		{ ...completeSettings, client: 'No Name', vatMapping: [row, row] },
	],
	[
		'a wrong type and a contradiction',
		{ ...completeSettings, document: 7, vatMapping: [row, row] },
	],
	['contradictions', { ...completeSettings, shops: [shop, shop], vatMapping: [row, row] }],
];

it.each(inputs)('reads %s alike', (_, input) => {
	expect(JSON.stringify(four.read(input))).toBe(JSON.stringify(three.read(input)));
});

it('tries two versions indeed', () => {
	expect(three.schema).not.toHaveProperty('_zod');
	expect(four.schema).toHaveProperty('_zod');
});

it('asks VIES unless told otherwise, whatever the version', () => {
	const { vatNumberCheck, ...others } = completeSettings;
	expect(vatNumberCheck).toBeDefined();
	for (const { read } of [three, four]) {
		expect(read(others)).toMatchObject({
			ok: true,
			settings: {
				vatNumberCheck: { use: 'vies', whenUnknown: 'hold' },
				exchangeRates: { use: 'refuse', quoted: 'perEuro', rates: [] },
				salesOrders: { dummyItems: { deleted: 'DELETED', jouwWeb: 'JOUWWEB' } },
			},
		});
	}
});
