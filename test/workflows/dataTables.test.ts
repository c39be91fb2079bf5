import type { INode } from 'n8n-workflow';

import { columnsOf, dataTables, givenColumns, tablesToSetUp } from '../../bookkeeping';
import type { DataTable, TableName } from '../../bookkeeping';
import { eachTemplate, templateNamed, templates } from './templates';

const DATA_TABLE = 'n8n-nodes-base.dataTable';
/** The same node, as an agent uses it. */
const ROWS_TOOL = 'n8n-nodes-base.dataTableTool';
/**
 * Where either key will do: the record of a document and those of the documents that belong to it,
 * and what the same customer ordered before by either of two keys.
 */
const EITHER_KEY = ['documentKey,parentKey', 'buyerKey,contactKey'];
/** What is looked up for several items at once, each by a condition of its own. */
const OF_SEVERAL = /^={{ \$json\.values\[\d+\] }}$/;

interface MadeTable {
	tableName: TableName;
	columns: { column: Array<{ name: string; type: string }> };
}

interface RowParameters {
	resource: string;
	operation: string;
	dataTableId: { mode: string; value: string };
	matchType?: string;
	filters?: { conditions: Array<{ keyName: string; keyValue: string }> };
	columns?: { mappingMode: string; value: object; schema: Array<{ id: string; type: string }> };
	orderByColumn?: string;
}

/** Table name → column → type. */
const tables: Record<string, Record<string, string>> = Object.fromEntries(
	Object.entries(dataTables).map(([name, { columns }]: [string, DataTable]) => [
		name,
		typesOf({ ...givenColumns, ...columns }),
	]),
);

function typesOf(columns: DataTable['columns']): Record<string, string> {
	return Object.fromEntries(Object.entries(columns).map(([name, { type }]) => [name, type]));
}

const rowNodes = (nodes: INode[]) =>
	nodes
		.filter(
			({ type, parameters }) =>
				[DATA_TABLE, ROWS_TOOL].includes(type) && parameters.resource !== 'table',
		)
		.map(({ name, parameters }) => ({
			name,
			parameters: parameters as unknown as RowParameters,
		}));

it('makes tables only where they are not there yet, once per run', () => {
	for (const { type, parameters, executeOnce } of templateNamed('Set up tables').nodes) {
		if (type !== DATA_TABLE || parameters.operation === 'list') continue;
		expect(parameters).toMatchObject({
			resource: 'table',
			operation: 'create',
			options: { createIfNotExists: true },
		});
		expect(executeOnce).toBe(true);
	}
});

it('makes every table with the columns of bookkeeping/orderTable, in their order', () => {
	const made = templateNamed('Set up tables')
		.nodes.filter(({ parameters }) => parameters.operation === 'create')
		.map(({ parameters }) => parameters as unknown as MadeTable);
	expect(made.map(({ tableName }) => tableName).sort()).toEqual([...tablesToSetUp].sort());
	for (const { tableName, columns } of made) {
		expect([tableName, columns.column]).toEqual([tableName, columnsOf(tableName)]);
	}
});

it('makes tables nowhere else', () => {
	const makers = templates.filter(({ nodes }) =>
		nodes.some(({ type, parameters }) => type === DATA_TABLE && parameters.resource === 'table'),
	);
	expect(makers.map(({ name }) => name)).toEqual(['Set up tables']);
});

describe.each(eachTemplate)('%s', (_, { nodes }) => {
	const operations = rowNodes(nodes);

	it('names tables that "Set up tables" makes, by name', () => {
		for (const { name, parameters } of operations) {
			const { mode, value } = parameters.dataTableId;
			expect([name, mode, tablesToSetUp]).toEqual([name, 'name', expect.arrayContaining([value])]);
		}
	});

	it('uses only columns that the table has', () => {
		for (const { name, parameters } of operations) {
			const { filters, columns, orderByColumn, dataTableId } = parameters;
			const known = Object.keys(tables[dataTableId.value] ?? {});
			const used = [
				...(filters?.conditions ?? []).map(({ keyName }) => keyName),
				...Object.keys(columns?.value ?? {}),
				...(columns?.schema ?? []).map(({ id }) => id),
				...(orderByColumn === undefined ? [] : [orderByColumn]),
			];
			expect([name, used.filter((column) => !known.includes(column))]).toEqual([name, []]);
		}
	});

	/** A date column takes ISO text, so both types do for it. */
	it('writes every column with the type it has', () => {
		for (const { name, parameters } of operations) {
			const { columns, dataTableId } = parameters;
			// What an item holds as it is, the tables of the flow tests refuse when a column is not known.
			if (!columns || columns.mappingMode === 'autoMapInputData') continue;
			expect([name, columns.mappingMode]).toEqual([name, 'defineBelow']);
			const known = tables[dataTableId.value]!;
			const wrong = columns.schema.filter(({ id, type }) =>
				known[id] === 'date' ? !['dateTime', 'string'].includes(type) : type !== known[id],
			);
			expect([name, wrong]).toEqual([name, []]);
			expect(columns.schema.map(({ id }) => id)).toEqual(Object.keys(columns.value));
		}
	});

	it('wants all conditions to hold: n8n’s own default is any of them', () => {
		for (const { name, parameters } of operations) {
			if (parameters.operation === 'insert') continue;
			const conditions = parameters.filters?.conditions ?? [];
			const keys = conditions.map(({ keyName }) => keyName).join();
			const ofSeveral =
				['get', 'update'].includes(parameters.operation) &&
				conditions.every(({ keyValue }) => OF_SEVERAL.test(keyValue));
			const wanted = ofSeveral || EITHER_KEY.includes(keys) ? 'anyCondition' : 'allConditions';
			expect([name, parameters.matchType]).toEqual([name, wanted]);
			expect(parameters.filters?.conditions.length).toBeGreaterThan(0);
		}
	});
});

it('writes to an order only under a claim, or where no claim can be', () => {
	for (const { name, parameters } of templates.flatMap(({ nodes }) => rowNodes(nodes))) {
		const { dataTableId, operation, filters, columns } = parameters;
		const changesState = columns !== undefined && 'state' in columns.value;
		if (dataTableId.value !== 'WebshopOrders' || operation !== 'update' || !changesState) continue;
		const conditions = (filters?.conditions ?? []).map((condition) => {
			const { keyName, keyValue, condition: how } = condition as Record<string, string>;
			return `${keyName} ${how} ${keyValue}`;
		});
		const guarded = [
			['claimId eq ={{ $execution.id }}'],
			['state neq booked', 'state neq booking'],
			// Nobody holds it, and nothing of it was sent.
			['state eq needsAttention'],
			// Gathered: of an order, or of a refund.
			['state eq gathered'],
			["state eq ={{ $('Plan totals').item.json.waitsAs }}"],
			// Gathered for a payout that never named it: nothing of it was sent.
			['state eq gathered', 'payout isEmpty '],
			// Its total is in the books.
			['state eq inTotal'],
			// Its credit note is recorded, and it is still the entry that was undone.
			[
				'state eq booked',
				"salesEntryId eq ={{ $('Undo asked for?').item.json.salesEntryId }}",
				"orderKey eq ={{ $('Undo asked for?').item.json.originalOrderKey }}",
			],
			// The same of a total that it is in.
			[
				'state eq booked',
				"salesEntryId eq ={{ $('Undo asked for?').item.json.salesEntryId }}",
				"originalInvoiceNumber eq ={{ $('Undo asked for?').item.json.invoiceNumber }}",
			],
			// The payment of an order in that total, on which nothing is paid: it is looked up by its number.
			[
				'state eq booked',
				'kind eq payment',
				"parentKey eq ={{ $json.kind === 'order' ? $json.orderKey : $json.parentKey }}",
			],
			// It is looked up by its number, and its result is booked again or tried by every run.
			['state eq booked', 'code eq BESIDE_NOT_BOOKED', 'fingerprint like ={{ $json.fingerprint }}'],
			['state eq booking', 'updatedAt lt ={{ $now.minus({ hours: 2 }).toISO() }}'],
		].some((guard) => guard.every((condition) => conditions.includes(condition)));
		expect([name, guarded]).toEqual([name, true]);
	}
});
