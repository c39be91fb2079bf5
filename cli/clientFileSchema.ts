import { z } from 'zod';

import { languages, settingsSchema, valueText } from '../bookkeeping';

/** The payment providers whose payouts can be fetched. */
export const providers = ['mollie', 'stripe', 'payPal', 'klarna'] as const;

const text = () => z.string({ message: valueText('text') }).min(1, valueText('empty'));
const day = () => text().regex(/^\d{4}-\d{2}-\d{2}$/, valueText('notADay'));
const address = () => text().regex(/^https?:\/\/[^\s/]+\S*$/i, valueText('webAddress'));
const yesOrNo = () => z.boolean({ message: valueText('trueOrFalse') });
const limit = () =>
	z
		.number({ message: valueText('number') })
		.int(valueText('whole'))
		.min(0, valueText('least', { least: 0 }));
/** The last part of the address of a page. */
export const PATH_PART = /^[A-Za-z0-9-]+$/;
const SSL = ['disable', 'allow', 'require'] as const;
const credential = text().describe('Name of a credential that is in n8n already').optional();
const fields = <S extends z.ZodRawShape>(shape: S) =>
	z.object(shape, { message: valueText('object') }).strict();

const user = text().describe('The name to sign in with; else that of the client').optional();

const shop = fields({
	ordersFrom: day().describe('First day whose orders are read, as 2026-01-31'),
	credential,
	url: address().describe('WooCommerce: the address of the shop').optional(),
	keysInQuery: yesOrNo()
		.describe('WooCommerce: send the keys in the address, for servers that drop the header')
		.optional(),
	siteAddress: address()
		.describe("WooCommerce over http: the shop's own address, when it is reached at another one")
		.optional(),
	lastOldNumber: text()
		.describe('The last invoice number of another connector, whose bookings are taken over')
		.optional(),
	realtime: yesOrNo()
		.describe('WooCommerce: let the shop send orders at once; its key needs Read/Write')
		.optional(),
	website: text().describe('JouwWeb: the id of the website').optional(),
	baseUrl: address().describe('JouwWeb: the address every request starts with').optional(),
	allowHttp: yesOrNo()
		.describe('JouwWeb: let the token go over http, only to a test system in your own network')
		.optional(),
	headerName: text().describe('JouwWeb: the header that carries the token').optional(),
	prefix: z
		.string({ message: valueText('text') })
		.describe('JouwWeb: the word before the token')
		.optional(),
	testPath: text().describe('JouwWeb: the path that is read to test the credential').optional(),
	apiLayout: z
		.record(z.union([z.string(), z.number()]), { message: valueText('object') })
		.describe('JouwWeb: what its API spells differently, by the field of the credential')
		.optional(),
}).describe('How a shop is reached. Keys and tokens never stand here.');
export type ShopConnection = z.infer<typeof shop>;

const provider = fields({
	payoutsFrom: day().describe('First day whose payouts are booked, as 2026-01-31'),
	paymentsFrom: day()
		.describe(
			'mollie and stripe: first day whose payments and refunds are looked at, for those that the shop does not tell of; left out, none are',
		)
		.optional(),
	profileId: text()
		.describe('mollie: the id of the website (pfl_...), needed with paymentsFrom')
		.optional(),
	address: address().describe("The provider's address, when it is another than usual").optional(),
	credential,
});
/** How the payouts of a payment provider are fetched. */
export type ProviderConnection = z.infer<typeof provider>;

const values = z.record(
	z.record(z.union([z.string(), z.number(), z.boolean()]), { message: valueText('object') }),
	{ message: valueText('object') },
);

/** What stands in a client file beside the settings. */
export const connectionsSchema = fields({
	$schema: z.string().optional(),
	language: z
		.enum(languages, { message: valueText('oneOf', { values: languages.join(', ') }) })
		.describe('Of the dashboard, the forms, the digest and alerts; else Dutch')
		.optional(),
	shops: z
		.record(shop, { message: valueText('object') })
		.describe('Per shop of the settings, by its short name'),
	snelStart: fields({
		credential,
		baseUrl: address().optional(),
		tokenUrl: address().optional(),
		activationUrl: address()
			.describe('Where the owner activates a coupling; only for a test system')
			.optional(),
		allowHttp: yesOrNo()
			.describe('Let the keys go over http, only to a test system in your own network')
			.optional(),
		requestsPerMinute: limit()
			.describe('100, or 500 with a key of Maatwerk or Productie; 0: no limit')
			.optional(),
		requestsInFlight: limit()
			.describe('5, or 50 with a key of Maatwerk or Productie; 0: no limit')
			.optional(),
		workers: limit()
			.describe('How many workers n8n has in queue mode, which share both limits')
			.optional(),
	}).optional(),
	dashboard: fields({
		user,
		path: text()
			.regex(PATH_PART, valueText('pathPart'))
			.describe('Last part of its address; else the name of the client')
			.optional(),
		credential,
	})
		.describe('Left out: the client gets no dashboard')
		.optional(),
	payouts: fields({
		...(Object.fromEntries(providers.map((name) => [name, provider.optional()])) as Record<
			(typeof providers)[number],
			z.ZodOptional<typeof provider>
		>),
		upload: fields({ user, credential })
			.describe('A form behind a password for CSV files of other providers')
			.optional(),
	})
		.describe('Whose payouts are booked; left out: those of nobody')
		.optional(),
	chat: fields({ credential })
		.describe('Digest and alerts go to a chat; left out: where "Your values" says')
		.optional(),
	orderFiles: fields({ user, credential })
		.describe('A form behind a password for files with orders, for each shop of the kind other')
		.optional(),
	postgres: fields({
		credential,
		host: text().describe('The machine that it runs on, as n8n reaches it').optional(),
		port: limit().describe('5432 when left out').optional(),
		database: text().optional(),
		user: text().optional(),
		ssl: z
			.enum(SSL, { message: valueText('oneOf', { values: SSL.join(', ') }) })
			.describe('disable when left out; require for a machine outside your own network')
			.optional(),
	})
		.describe('The PostgreSQL that keeps the rows; left out: the data tables of n8n')
		.optional(),
	credentials: z
		.record(text(), { message: valueText('object') })
		.describe('Other credentials that are in n8n already: credential type → name')
		.optional(),
	values: values
		.describe('What else to fill in at "Your values": template → value → what it is')
		.optional(),
});

/** A client file as a whole: the build writes its JSON Schema for editors. */
export const clientFileSchema = connectionsSchema.extend({ settings: settingsSchema });
