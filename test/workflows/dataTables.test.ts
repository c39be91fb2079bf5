import type { INode } from 'n8n-workflow';

import { eachTemplate, templateNamed, templates } from './templates';

const DATA_TABLE = 'n8n-nodes-base.dataTable';
const GIVEN_COLUMNS = { id: 'number', createdAt: 'date', updatedAt: 'date' };

interface RowParameters {
	resource: string;
	operation: string;
	dataTableId: { mode: string; value: string };
	matchType?: string;
	filters?: { conditions: Array<{ keyName: string }> };
	columns?: { mappingMode: string; value: object; schema: Array<{ id: string; type: string }> };
	orderByColumn?: string;
}

/** Table name → column → type, as "Set up tables" makes them. */
const tables: Record<string, Record<string, string>> = Object.fromEntries(
	templateNamed('Set up tables')
		.nodes.filter(({ type }) => type === DATA_TABLE)
		.map(({ parameters }) => {
			const { tableName, columns } = parameters as unknown as {
				tableName: string;
				columns: { column: Array<{ name: string; type: string }> };
			};
			const own = columns.column.map(({ name, type }) => [name, type]);
			return [tableName, { ...GIVEN_COLUMNS, ...Object.fromEntries(own) }];
		}),
);

const rowNodes = (nodes: INode[]) =>
	nodes
		.filter(({ type, parameters }) => type === DATA_TABLE && parameters.resource !== 'table')
		.map(({ name, parameters }) => ({
			name,
			parameters: parameters as unknown as RowParameters,
		}));

it('makes tables only where they are not there yet, once per run', () => {
	for (const { type, parameters, executeOnce } of templateNamed('Set up tables').nodes) {
		if (type !== DATA_TABLE) continue;
		expect(parameters).toMatchObject({
			resource: 'table',
			operation: 'create',
			options: { createIfNotExists: true },
		});
		expect(executeOnce).toBe(true);
	}
	expect(Object.keys(tables)).toEqual(
		expect.arrayContaining(['WebshopOrders', 'ClientSettings', 'SyncCursors']),
	);
});

it('makes tables nowhere else', () => {
	const makers = templates.filter(({ nodes }) =>
		nodes.some(({ type, parameters }) => type === DATA_TABLE && parameters.resource === 'table'),
	);
	expect(makers.map(({ name }) => name)).toEqual(['Set up tables']);
});

/** n8n looks a table up with LIKE '%name%', in which _ and % are wildcards (n8n runtime 4). */
it('names no table so that its name is part of another one’s', () => {
	const names = Object.keys(tables).map((name) => name.toLowerCase());
	for (const name of names) {
		expect(name).toMatch(/^[a-z]+$/);
		expect(names.filter((other) => other.includes(name))).toEqual([name]);
	}
});

it('keeps no personal data: only references, amounts, states and codes', () => {
	const columns = Object.values(tables).flatMap((table) => Object.keys(table));
	expect(columns.filter((name) => /mail|phone|address|street|customer/i.test(name))).toEqual([]);
});

describe.each(eachTemplate)('%s', (_, { nodes }) => {
	const operations = rowNodes(nodes);

	it('names tables that "Set up tables" makes, by name', () => {
		for (const { name, parameters } of operations) {
			const { mode, value } = parameters.dataTableId;
			expect([name, mode, Object.keys(tables)]).toEqual([
				name,
				'name',
				expect.arrayContaining([value]),
			]);
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
			if (!columns) continue;
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
			expect([name, parameters.matchType]).toEqual([name, 'allConditions']);
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
			['state eq booking', 'updatedAt lt ={{ $now.minus({ hours: 2 }).toISO() }}'],
		].some((guard) => guard.every((condition) => conditions.includes(condition)));
		expect([name, guarded]).toEqual([name, true]);
	}
});
