import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { Sandbox } from '../../../sandbox';
import { guidFor } from '../../../sandbox/snelstart/identity';
import { accountId, jsonOf, run } from './support';

/** One operation on two items: the first cannot be done, the second can. */
export interface Case {
	resource: string;
	operation: string;
	/** Parameters with `={{ $json.value }}` where the two items differ. */
	parameters: INodeParameters;
	/** The value that works; may make what it needs first. */
	good: number | string | ((sandbox: Sandbox) => Promise<unknown>);
	bad: unknown;
	/** What the error of the bad item carries; undefined when the node itself refuses. */
	code: string | undefined;
	/** What one of the items for the good value holds at least. */
	gives: IDataObject;
	/** Binary data of both items. */
	binary?: INodeExecutionData['binary'];
}

/** Stands for an item whose first request is blocked. */
export const BLOCKED = 'blocked';
export const MISSING = '11111111-2222-4333-8444-555555555555';
export const customerId = guidFor('relatie', 1000);
export const supplierId = guidFor('relatie', -1);
export const VALUE = '={{ $json.value }}';

export const byId = (value: unknown): INodeParameters => ({
	__rl: true,
	mode: 'id',
	value: value as string,
});
/** Records that have names are picked from a list, all others by their ID alone. */
const fromList = new Set([
	...['articleId', 'costCentreId', 'countryId', 'ledgerAccountId', 'relationId'],
	...['revenueGroupId', 'salesOrderTemplateId'],
]);
const picked = (name: string): INodeParameters => ({
	[name]: fromList.has(name) ? byId(VALUE) : VALUE,
});

/** Runs one operation on one item and gives its items. */
export async function make(
	sandbox: Sandbox,
	resource: string,
	operation: string,
	parameters: INodeParameters,
): Promise<IDataObject[]> {
	const { outputs, error } = await run(sandbox, { resource, operation, ...parameters });
	if (error) throw error;
	return jsonOf(outputs[0]);
}

const idFrom = (resource: string, parameters: INodeParameters) => async (sandbox: Sandbox) =>
	(await make(sandbox, resource, 'create', parameters))[0]!.id;

const file = (text: string, fileName: string): INodeExecutionData['binary'] => ({
	data: {
		data: Buffer.from(text, 'utf8').toString('base64'),
		mimeType: 'application/octet-stream',
		fileName,
	},
});

const article: INodeParameters = {
	code: 'KAARS-1',
	articleDescription: 'Kaars',
	revenueGroup: byId(guidFor('artikelomzetgroepen', 1)),
	additionalFields: { price: 12.1 },
};
const newArticle = idFrom('article', article);

/** An order of two candles; SnelStart adds the VAT: 20.00 becomes 24.20. */
const order = async (sandbox: Sandbox): Promise<INodeParameters> => ({
	relationId: byId(customerId),
	orderDate: '2026-05-13',
	lines: {
		line: [{ articleId: byId(await newArticle(sandbox)), quantity: 2, unitPrice: 10 }],
	},
});
const newOrder = (resource: string) => async (sandbox: Sandbox) =>
	(await make(sandbox, resource, 'create', await order(sandbox)))[0]!.id;

const entryLine = (account: number) => ({
	line: [{ amount: 100, ledgerAccountId: byId(accountId(account)), vatKind: 'Hoog' }],
});
/** 100.00 with 21 % VAT. */
const salesEntry: INodeParameters = {
	invoiceNumber: '2026-0001',
	relationId: byId(customerId),
	invoiceDate: '2026-05-13',
	invoiceAmount: 121,
	lines: entryLine(8000),
	additionalFields: { vat: { line: [{ amount: 21, kind: 'VerkopenHoog' }] } },
};
const newSalesEntry = idFrom('salesEntry', salesEntry);
const purchaseEntry: INodeParameters = {
	invoiceNumber: 'INK-1',
	relationId: byId(supplierId),
	invoiceDate: '2026-05-13',
	invoiceAmount: 121,
	lines: entryLine(7000),
	additionalFields: { vat: { line: [{ amount: 21, kind: 'InkopenHoog' }] } },
};
const newPurchaseEntry = idFrom('purchaseEntry', purchaseEntry);
const newRelation = idFrom('relation', { name: 'Nova', kind: 'Klant', additionalFields: {} });

const ubl = `<Invoice><ID>UBL-7</ID><IssueDate>2026-05-01</IssueDate><PayableAmount>50.00</PayableAmount></Invoice>`;
const camt = '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"></Document>';

async function newDocument(sandbox: Sandbox): Promise<unknown> {
	const { outputs, error } = await run(
		sandbox,
		{
			resource: 'document',
			operation: 'upload',
			ownerKind: 'Relaties',
			ownerId: customerId,
			binaryPropertyName: 'data',
		},
		{ items: [{ json: {}, binary: file('Hallo', 'brief.txt')! }] },
	);
	if (error) throw error;
	return outputs[0]![0]!.json.id;
}

/** The five operations that most resources have. */
const standard = (
	resource: string,
	idName: string,
	good: Case['good'],
	gives: IDataObject,
): Case[] => [
	{
		resource,
		operation: 'get',
		parameters: picked(idName),
		good,
		bad: MISSING,
		code: 'NOT_FOUND',
		gives,
	},
];

const removal = (
	resource: string,
	idName: string,
	good: Case['good'],
	code = 'NOT_FOUND',
): Case => ({
	resource,
	operation: 'delete',
	parameters: picked(idName),
	good,
	bad: MISSING,
	code,
	gives: { deleted: true },
});

const update = (
	resource: string,
	idName: string,
	good: Case['good'],
	updateFields: INodeParameters,
	gives: IDataObject,
): Case => ({
	resource,
	operation: 'update',
	parameters: { ...picked(idName), updateFields },
	good,
	bad: MISSING,
	code: 'NOT_FOUND',
	gives,
});

/** A list that SnelStart filters, with one condition that must be right. */
const filtered = (
	resource: string,
	good: Case['good'],
	bad: unknown,
	gives: IDataObject,
	operation = 'getMany',
	more: INodeParameters = {},
): Case => ({
	resource,
	operation,
	parameters: { returnAll: true, ...more, filters: { odataFilter: VALUE } },
	good,
	bad,
	code: 'FILTER_NOT_UNDERSTOOD',
	gives,
});

/** Without any input an item can only fail on its way: a gateway blocks the first request. */
const whole = (resource: string, gives: IDataObject, operation = 'getMany'): Case => ({
	resource,
	operation,
	parameters: { returnAll: true },
	good: 'x',
	bad: BLOCKED,
	code: 'REQUEST_BLOCKED',
	gives,
});

const onOwner = (
	resource: string,
	idName: string,
	operation: string,
	good: Case['good'],
	gives: IDataObject,
	more: INodeParameters = {},
): Case => ({
	resource,
	operation,
	parameters: { ...picked(idName), ...more },
	good,
	bad: MISSING,
	code: 'NOT_FOUND',
	gives,
});

export const cases: Case[] = [
	filtered('actionPrice', "Status eq 'Verlopen'", 'status eq 1', { description: 'Voorjaarsactie' }),
	{
		resource: 'apiCall',
		operation: 'send',
		parameters: { method: 'GET', path: VALUE },
		good: '/echo/hallo',
		bad: '//evil.example/v2',
		code: 'INPUT_REQUEST',
		gives: { data: 'hallo' },
	},
	{
		resource: 'article',
		operation: 'create',
		parameters: { ...article, code: VALUE },
		good: 'KAARS-9',
		bad: 'x'.repeat(26),
		code: 'ART-0004',
		gives: { code: 'KAARS-9', price: 12.1 },
	},
	removal('article', 'articleId', newArticle),
	...standard('article', 'articleId', newArticle, { code: 'KAARS-1', description: 'Kaars' }),
	update('article', 'articleId', newArticle, { price: 15 }, { code: 'KAARS-1', price: 15 }),
	{
		resource: 'article',
		operation: 'upsert',
		parameters: { ...article, code: VALUE },
		good: async (sandbox) => {
			await newArticle(sandbox);
			return 'KAARS-1';
		},
		bad: ' ',
		code: undefined,
		gives: { code: 'KAARS-1', created: false },
	},
	{
		resource: 'article',
		operation: 'findOrCreate',
		parameters: {
			code: VALUE,
			articleDescription: 'Kaars',
			revenueGroupId: guidFor('artikelomzetgroepen', 1),
		},
		good: 'KAARS-8',
		bad: ' ',
		code: undefined,
		gives: { code: 'KAARS-8', created: true },
	},
	{
		...filtered(
			'article',
			async (sandbox: Sandbox) => {
				await newArticle(sandbox);
				return "Artikelcode eq 'KAARS-1'";
			},
			'Nonsense',
			{ code: 'KAARS-1' },
		),
	},
	onOwner('article', 'articleId', 'getCustomFields', newArticle, { name: 'Kleur', type: 'Enum' }),
	onOwner(
		'article',
		'articleId',
		'updateCustomFields',
		newArticle,
		{ name: 'Kleur', value: 'Rood' },
		{ customFields: { field: [{ name: 'Kleur', value: 'Rood' }] } },
	),
	{
		resource: 'bankStatementFile',
		operation: 'upload',
		parameters: { binaryPropertyName: VALUE, fileName: 'bank.xml' },
		good: 'data',
		bad: 'none',
		code: undefined,
		gives: { fileName: 'bank.xml', accepted: true },
		binary: file(`\uFEFF${camt}`, 'bank.xml')!,
	},
	whole('company', { name: 'Voorbeeld Webwinkel' }, 'get'),
	{
		...whole('company', { foreignVatEnabled: true }, 'update'),
		parameters: { foreignVatEnabled: true },
	},
	{
		resource: 'costCentre',
		operation: 'create',
		parameters: { number: VALUE, name: 'Magazijn' },
		good: 77,
		bad: 1,
		code: 'KPL-0008',
		gives: { number: 77, name: 'Magazijn', inactive: false },
	},
	removal('costCentre', 'costCentreId', guidFor('kostenplaatsen', 2)),
	...standard('costCentre', 'costCentreId', guidFor('kostenplaatsen', 1), {
		number: 1,
		name: 'Webwinkel',
	}),
	whole('costCentre', { number: 1 }),
	update(
		'costCentre',
		'costCentreId',
		guidFor('kostenplaatsen', 1),
		{ name: 'Webshop' },
		{ number: 1, name: 'Webshop' },
	),
	{
		resource: 'costCentre',
		operation: 'upsert',
		parameters: { number: VALUE, name: 'Winkel' },
		good: 1,
		bad: 0,
		code: 'KPL-0007',
		gives: { number: 1, name: 'Winkel', created: false },
	},
	...standard('country', 'countryId', guidFor('land', 'NL'), { code: 'NL', code3: 'NLD' }),
	whole('country', { code: 'NL', name: 'Nederland' }),
	removal('document', 'documentId', newDocument),
	...standard('document', 'documentId', newDocument, { fileName: 'brief.txt' }),
	{
		...onOwner('document', 'ownerId', 'getMany', customerId, { fileName: 'brief.txt' }),
		parameters: { ownerKind: 'Relaties', ownerId: VALUE, returnAll: true },
		good: async (sandbox) => {
			await newDocument(sandbox);
			return customerId;
		},
	},
	{
		...onOwner('document', 'documentId', 'update', newDocument, { fileName: 'nieuw.txt' }),
		parameters: { documentId: VALUE, binaryPropertyName: 'data', fileName: '' },
		binary: file('Nieuw', 'nieuw.txt')!,
	},
	{
		resource: 'document',
		operation: 'upload',
		parameters: {
			ownerKind: 'Verkoopboekingen',
			ownerId: VALUE,
			binaryPropertyName: 'data',
			readOnly: false,
		},
		good: newSalesEntry,
		bad: MISSING,
		code: 'NOT_FOUND',
		gives: { fileName: 'bon.pdf' },
		binary: file('%PDF-1.4', 'bon.pdf')!,
	},
	whole('journal', { name: 'Bank', kind: 'Bank' }),
	{
		resource: 'ledgerAccount',
		operation: 'create',
		parameters: { number: VALUE, name: 'Omzet cadeaus', function: 'VerkopenOmzetHoog' },
		good: 8600,
		bad: 8000,
		code: 'BOE-0086',
		gives: { number: 8600, vatKinds: ['high'] },
	},
	...standard('ledgerAccount', 'ledgerAccountId', accountId(8000), { number: 8000 }),
	filtered('ledgerAccount', 'Nummer eq 8010', 'nummer eq 8010', { number: 8010 }),
	{
		resource: 'ledgerMutation',
		operation: 'get',
		parameters: { ledgerMutationId: VALUE },
		good: async (sandbox) => {
			await newSalesEntry(sandbox);
			const rows = await make(sandbox, 'ledgerMutation', 'getMany', { returnAll: true });
			return rows.find(({ credit }) => credit === 100)!.id;
		},
		bad: MISSING,
		code: 'NOT_FOUND',
		gives: { credit: 100, invoiceNumber: '2026-0001' },
	},
	filtered(
		'ledgerMutation',
		async (sandbox) => {
			await newSalesEntry(sandbox);
			return 'Debet gt 100';
		},
		'debet gt 1',
		{ debit: 121 },
	),
	filtered(
		'ledgerMutation',
		async (sandbox) => {
			await newSalesEntry(sandbox);
			return 'year(Datum) eq 2026';
		},
		'debet gt 1',
		{ id: accountId(8000), result: -100 },
		'getSums',
	),
	{
		resource: 'ossVatRate',
		operation: 'get',
		parameters: { countryCode: VALUE },
		good: 'DEU',
		bad: 'XXX',
		code: 'NOT_FOUND',
		gives: { countryCode: 'DEU' },
	},
	whole('ossVatRate', { rateCode: 'SR' }, 'getDefinitions'),
	filtered('ossVatRate', "CountryCode eq 'BEL'", 'countryCode eq 1', { countryCode: 'BEL' }),
	filtered(
		'priceAgreement',
		async (sandbox) => {
			await newArticle(sandbox);
			return "ArtikelCode eq 'KAARS-1'";
		},
		'Nonsense',
		{ articleCode: 'KAARS-1', basePrice: 12.1 },
	),
	{
		resource: 'priceAgreement',
		operation: 'getPrices',
		parameters: {
			...picked('articleId'),
			returnAll: true,
			filters: { date: '2026-05-13', quantity: 6, relationId: byId(customerId) },
		},
		good: newArticle,
		bad: 'no id',
		code: undefined,
		gives: { price: 12.1, quantity: 6, decidedBy: 'NormaleVerkoopprijs' },
	},
	{
		resource: 'purchaseEntry',
		operation: 'create',
		parameters: { ...purchaseEntry, invoiceAmount: VALUE },
		good: 121,
		bad: 120,
		code: 'BOE-0039',
		gives: { invoiceNumber: 'INK-1', invoiceAmount: 121, relationId: supplierId },
	},
	{
		resource: 'purchaseEntry',
		operation: 'createFromAttachment',
		parameters: { binaryPropertyName: VALUE },
		good: 'data',
		bad: 'none',
		code: undefined,
		gives: { fileName: 'factuur.xml' },
		binary: file(ubl, 'factuur.xml')!,
	},
	{
		resource: 'purchaseEntry',
		operation: 'createFromUbl',
		parameters: { binaryPropertyName: 'data', fileName: VALUE },
		good: 'factuur.xml',
		bad: '',
		code: 'BLG-0007',
		gives: { invoiceNumber: 'UBL-7', invoiceAmount: 50 },
		binary: file(ubl, '')!,
	},
	removal('purchaseEntry', 'purchaseEntryId', newPurchaseEntry),
	...standard('purchaseEntry', 'purchaseEntryId', newPurchaseEntry, { invoiceNumber: 'INK-1' }),
	{
		resource: 'purchaseEntry',
		operation: 'getAttachmentStatus',
		parameters: { instanceId: VALUE },
		good: async (sandbox) => {
			const { outputs } = await run(
				sandbox,
				{
					resource: 'purchaseEntry',
					operation: 'createFromAttachment',
					binaryPropertyName: 'data',
				},
				{ items: [{ json: {}, binary: file(ubl, 'factuur.xml')! }] },
			);
			return outputs[0]![0]!.json.instanceId;
		},
		bad: ' ',
		code: undefined,
		gives: { status: 'Completed' },
	},
	update(
		'purchaseEntry',
		'purchaseEntryId',
		newPurchaseEntry,
		{ entryDescription: 'Kaarsen' },
		{ description: 'Kaarsen', invoiceAmount: 121 },
	),
	filtered(
		'purchaseInvoice',
		async (sandbox) => {
			await newPurchaseEntry(sandbox);
			return 'OpenstaandSaldo gt 100';
		},
		'openstaandSaldo gt 100',
		{ invoiceNumber: 'INK-1', openAmount: 121 },
	),
	...['salesOrder', 'quote'].flatMap((resource): Case[] => {
		const idName = `${resource}Id`;
		return [
			{
				resource,
				operation: 'create',
				parameters: {
					relationId: byId(customerId),
					orderDate: '2026-05-13',
					lines: { line: [{ articleId: byId(VALUE), quantity: 2, unitPrice: 10 }] },
				},
				good: newArticle,
				bad: MISSING,
				code: 'ART-0001',
				gives: { totalWithoutVat: 20, totalWithVat: 24.2 },
			},
			removal(resource, idName, newOrder(resource), 'VOR-0001'),
			...standard(resource, idName, newOrder(resource), { totalWithVat: 24.2 }),
			filtered(
				resource,
				async (sandbox) => {
					await newOrder(resource)(sandbox);
					return 'TotaalInclusiefBtw gt 20';
				},
				'nummer eq 1',
				{ totalWithVat: 24.2 },
			),
			update(
				resource,
				idName,
				newOrder(resource),
				{ reference: 'W-1001' },
				{ reference: 'W-1001', totalWithVat: 24.2 },
			),
		];
	}),
	onOwner(
		'salesOrder',
		'salesOrderId',
		'updateStatus',
		newOrder('salesOrder'),
		{ processStatus: 'Bevestiging' },
		{ processStatus: 'Bevestiging' },
	),
	{
		resource: 'relation',
		operation: 'create',
		parameters: { name: 'Nova', kind: 'Klant', additionalFields: { email: VALUE } },
		good: 'nova@mail.example',
		bad: 'no-address',
		code: 'REL-0061',
		gives: { name: 'Nova', email: 'nova@mail.example', kinds: ['Klant'] },
	},
	removal('relation', 'relationId', newRelation),
	{
		resource: 'relation',
		operation: 'findByEmail',
		parameters: { email: VALUE },
		good: async (sandbox) => {
			await make(sandbox, 'relation', 'create', {
				name: 'Nova',
				kind: 'Klant',
				additionalFields: { email: 'nova@mail.example' },
			});
			return 'nova@mail.example';
		},
		bad: ' ',
		code: undefined,
		gives: { name: 'Nova' },
	},
	...standard('relation', 'relationId', newRelation, { name: 'Nova' }),
	filtered('relation', 'Relatiecode eq 1000', 'relatiecode eq 1000', { code: 1000 }),
	onOwner('relation', 'relationId', 'getCustomFields', customerId, { name: 'Klantgroep' }),
	onOwner('relation', 'relationId', 'getDirectDebitMandates', customerId, { reference: 'M-0001' }),
	{
		...onOwner('relation', 'relationId', 'getPurchaseEntries', '', { invoiceNumber: 'INK-1' }),
		good: async (sandbox) => {
			await newPurchaseEntry(sandbox);
			return supplierId;
		},
		bad: 'no id',
		code: undefined,
	},
	{
		...onOwner('relation', 'relationId', 'getSalesEntries', '', { invoiceNumber: '2026-0001' }),
		good: async (sandbox) => {
			await newSalesEntry(sandbox);
			return customerId;
		},
		bad: 'no id',
		code: undefined,
	},
	update(
		'relation',
		'relationId',
		newRelation,
		{ city: '', phone: '0201234567' },
		{
			name: 'Nova',
			phone: '0201234567',
		},
	),
	onOwner(
		'relation',
		'relationId',
		'updateCustomFields',
		customerId,
		{ list: 'klantCustomFields', name: 'Bonuspunten', value: 12 },
		{ klantCustomFields: { field: [{ name: 'Bonuspunten', value: '12' }] } },
	),
	{
		resource: 'relation',
		operation: 'upsert',
		parameters: { code: VALUE, name: 'Webshop', kind: 'Klant' },
		good: 1000,
		bad: '',
		code: undefined,
		gives: { code: 1000, name: 'Webshop', created: false },
	},
	...(['columnBalance', 'periodBalance'] as const).map(
		(operation): Case => ({
			resource: 'report',
			operation,
			parameters: { startDate: VALUE, endDate: '2026-12-31' },
			good: async (sandbox) => {
				await newSalesEntry(sandbox);
				return '2026-01-01';
			},
			bad: 'first of May',
			code: undefined,
			gives:
				operation === 'columnBalance'
					? { number: 8000, profitAndLossCredit: 100, balanceCredit: 0 }
					: { number: 8000, credit: 100, debit: 0, closingBalance: -100 },
		}),
	),
	...standard('revenueGroup', 'revenueGroupId', guidFor('artikelomzetgroepen', 1), {
		number: 1,
		vatKind: 'high',
		ledgerAccountId: accountId(8000),
	}),
	whole('revenueGroup', { number: 2, vatKind: 'low' }),
	{
		resource: 'salesEntry',
		operation: 'create',
		parameters: { ...salesEntry, invoiceAmount: VALUE },
		good: 121,
		bad: 120.99,
		code: 'BOE-0039',
		gives: { invoiceNumber: '2026-0001', invoiceAmount: 121, relationId: customerId },
	},
	removal('salesEntry', 'salesEntryId', newSalesEntry),
	...standard('salesEntry', 'salesEntryId', newSalesEntry, { invoiceNumber: '2026-0001' }),
	update(
		'salesEntry',
		'salesEntryId',
		newSalesEntry,
		{ entryDescription: 'Order 1001' },
		{ description: 'Order 1001', invoiceAmount: 121 },
	),
	...(['downloadUbl', 'get'] as const).map(
		(operation): Case => ({
			resource: 'salesInvoice',
			operation,
			parameters: { salesInvoiceId: VALUE },
			good: async (sandbox) => {
				await newSalesEntry(sandbox);
				return (await make(sandbox, 'salesInvoice', 'getMany', {}))[0]!.id;
			},
			bad: MISSING,
			code: 'NOT_FOUND',
			gives:
				operation === 'get'
					? { invoiceNumber: '2026-0001', openAmount: 121 }
					: { fileName: '2026-0001.xml' },
		}),
	),
	filtered(
		'salesInvoice',
		async (sandbox) => {
			await newSalesEntry(sandbox);
			return "Factuurnummer eq '2026-0001'";
		},
		'factuurnummer eq 1',
		{ openAmount: 121 },
	),
	...standard('salesOrderTemplate', 'salesOrderTemplateId', guidFor('verkoopordersjablonen', 1), {
		pricesExcludeVat: true,
	}),
	whole('salesOrderTemplate', { pricesExcludeVat: false }),
	{
		resource: 'vatRate',
		operation: 'getMany',
		parameters: { returnAll: true, onDate: VALUE },
		good: '2026-05-13',
		bad: 'today',
		code: undefined,
		gives: { vatKind: 'high', percentage: 21 },
	},
	...standard('vatReturn', 'vatReturnId', guidFor('btwaangiftes', '2024-04-01'), {
		status: 'Geaccepteerd',
		startDate: '2024-04-01',
	}),
	filtered('vatReturn', "BtwAangifteStatus eq 'NietVerzonden'", 'Nonsense', {
		startDate: '2026-04-01',
	}),
	{
		resource: 'vatReturn',
		operation: 'markAsFiled',
		parameters: { vatReturnId: VALUE, filedElsewhere: true },
		good: guidFor('btwaangiftes', '2026-04-01'),
		bad: guidFor('btwaangiftes', '2024-04-01'),
		code: 'BTW-0001',
		gives: { filedElsewhere: true },
	},
];
