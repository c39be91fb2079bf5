/**
 * What a Data Table node does and its translation does in PostgreSQL, on rows and conditions drawn at
 * random; and what only a database can be asked: two runs at once, and tables of an earlier version.
 */
import { checkTables, columnsOf, type ListedTable } from '../../bookkeeping';
import { listedTables, madeTable } from '../../cli/store/schema';
import { tableInSql } from '../../cli/store/sql';
import { inPostgres } from '../../cli/store/translate';
import { fc, runs } from '../support/property';
import { TableInMemory, type RowFilter, type TableRow } from '../support/flow/tableInMemory';
import { openStore, type Store } from './store';

const TABLE = 'WebshopOrders';
const RUNS = runs(300);

let store: Store;
beforeAll(async () => {
	store = await openStore(process.env.STORE_DATABASE!);
});

type Json = Record<string, unknown>;

const rowNode = (operation: string, parameters: Json) => ({
	...{ id: '1', name: 'Rows', type: 'n8n-nodes-base.dataTable', typeVersion: 1.1 },
	position: [0, 0],
	parameters: {
		resource: 'row',
		operation,
		dataTableId: { __rl: true, mode: 'name', value: TABLE },
		...parameters,
	},
});

/** Runs a translated node on an item, its formulas worked out by JavaScript itself. */
async function run(operation: string, parameters: Json, $json: Json = {}): Promise<Json[]> {
	const { query, options } = inPostgres(rowNode(operation, parameters))[0]!.parameters as {
		query: string;
		options: { queryReplacement?: string };
	};
	if (options.queryReplacement === undefined) return await store.query(query);
	const formula = /^=\{\{([\s\S]*)\}\}$/.exec(options.queryReplacement)![1]!;
	expect(formula).not.toMatch(/\{\{|\}\}/);
	const work = new Function('$json', `return ${formula};`) as (item: Json) => unknown[];
	return await store.query(query, work($json));
}

const asIs = { columns: { mappingMode: 'autoMapInputData', value: {} }, options: {} };
const where = (filters: RowFilter[], matchType = 'allConditions') => ({
	matchType,
	filters: {
		conditions: filters.map(({ keyName, condition, keyValue }, index) => ({
			...{ keyName, condition },
			keyValue: keyValue === null ? '={{ null }}' : `={{ $json.values[${index}] }}`,
		})),
	},
});
const valuesOf = (filters: RowFilter[]): Json => ({ values: filters.map((one) => one.keyValue) });

const nasty = [
	"it's",
	'{{ 1 }}',
	'$1',
	'$1:raw',
	'a,b',
	'\\',
	'%',
	'_',
	"'; DROP TABLE x; --",
	'}}',
];
const text = fc.oneof(
	fc.constantFrom('', 'booked', 'ready', 'a', 'A', 'é', '😀', ...nasty),
	// Beyond these JavaScript sorts by halves of a character, a database by its bytes.
	fc.string({ unit: 'grapheme', maxLength: 6 }).filter((one) => !/[\0\ud800-\uffff]/.test(one)),
);
const number = fc.oneof(fc.constantFrom(0, -1, 1.5, 12.95, 1e15), fc.integer());
const moment = fc
	.integer({ min: 0, max: 4_000_000_000 })
	.map((seconds) => new Date(seconds * 1000).toISOString());
const columns = {
	...{ state: text, code: text, total: number, attempts: number },
	...{ mayBeSent: fc.boolean(), bookedAt: moment },
};
type Column = keyof typeof columns;
const orNothing = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 4 });
const cells = fc.record(
	Object.fromEntries(Object.entries(columns).map(([name, of]) => [name, orNothing<unknown>(of)])),
	{ requiredKeys: [] },
);
const comparisons: Record<Column, string[]> = {
	state: ['eq', 'neq', 'lt', 'gte', 'lte', 'gt', 'like', 'isEmpty', 'isNotEmpty'],
	code: ['eq', 'neq', 'like', 'isEmpty', 'isNotEmpty'],
	total: ['eq', 'neq', 'lt', 'gte', 'lte', 'gt', 'isEmpty'],
	attempts: ['eq', 'neq', 'lt', 'gte'],
	mayBeSent: ['eq', 'neq'],
	bookedAt: ['eq', 'neq', 'lt', 'gte', 'lte'],
};
const filter = fc.constantFrom(...(Object.keys(columns) as Column[])).chain((keyName) =>
	fc.record({
		keyName: fc.constant(keyName as string),
		condition: fc.constantFrom(...comparisons[keyName]),
		keyValue: orNothing<unknown>(columns[keyName]),
	}),
);
const filters = fc.array(filter, { minLength: 1, maxLength: 3 });
const match = fc.constantFrom('allConditions', 'anyCondition');
const rows = fc.array(cells, { minLength: 1, maxLength: 6 });

async function tableWith(made: Json[]): Promise<TableInMemory> {
	const table = new TableInMemory(TABLE, columnsOf(TABLE), () => new Date());
	made.forEach((one, index) => table.insert({ ...one, orderKey: `key ${index}` }));
	await store.fill(TABLE, table.rows, made.length);
	return table;
}

const plain = (list: object[]) =>
	list.map((row) => {
		const { createdAt, updatedAt, ...others } = row as TableRow;
		void [createdAt, updatedAt];
		return others;
	});
const byNumber = (list: TableRow[]) => list.toSorted((a, b) => a.id - b.id);

/** Both have to give and leave the same, or both refuse; n8n also refuses what meets no row. */
async function compare(
	table: TableInMemory,
	work: () => TableRow[],
	asked: () => Promise<Json[]>,
	any = 'allConditions',
): Promise<void> {
	let expected: TableRow[] | undefined;
	try {
		expected = work();
	} catch {
		const got = await asked().catch(() => []);
		// Of several conditions PostgreSQL looks at the first one that holds.
		if (any === 'allConditions') expect(got).toEqual([]);
		return;
	}
	expect(plain(await asked())).toEqual(plain(expected));
	expect(plain(await store.rows(TABLE))).toEqual(plain(byNumber(table.rows)));
}

const check = async (property: fc.IAsyncProperty<never[]> | fc.IAsyncProperty<unknown>) =>
	await fc.assert(property as fc.IAsyncProperty<unknown>, { numRuns: RUNS });

test('rows are read as n8n reads them', async () => {
	const sorted = fc.constantFrom('total', 'state', 'bookedAt', 'id', undefined);
	await check(
		fc.asyncProperty(rows, filters, match, sorted, async (made, asked, any, column) => {
			const table = await tableWith(made);
			const order = { orderBy: true, orderByColumn: column, orderByDirection: 'DESC' };
			await compare(
				table,
				() => {
					const found = table.get(asked, any);
					return (column ? table.sorted(found, column, 'DESC') : found).slice(0, 2);
				},
				async () =>
					await run(
						'get',
						{ ...where(asked, any), returnAll: false, limit: 2, ...(column && order) },
						valuesOf(asked),
					),
				any,
			);
		}),
	);
});

test('rows are changed, made and removed as n8n does it', async () => {
	const operation = fc.constantFrom('update', 'deleteRows');
	await check(
		fc.asyncProperty(
			rows,
			filters,
			match,
			cells,
			operation,
			async (made, asked, any, item, how) => {
				const table = await tableWith(made);
				const defined = {
					columns: {
						mappingMode: 'defineBelow',
						value: Object.fromEntries(
							Object.keys(item).map((name) => [name, `={{ $json.${name} }}`]),
						),
					},
					options: {},
				};
				await compare(
					table,
					() =>
						byNumber(how === 'update' ? table.update(asked, any, item) : table.delete(asked, any)),
					async () =>
						await run(
							how,
							{ ...where(asked, any), ...(how === 'update' ? defined : { options: {} }) },
							{ ...item, ...valuesOf(asked) },
						),
					any,
				);
			},
		),
	);
});

test('a row is written as its item has it, and what the item lacks stays', async () => {
	const key = fc.constantFrom('key 0', 'key 1', "it's a new {{ key }}");
	await check(
		fc.asyncProperty(rows, cells, key, async (made, item, orderKey) => {
			const table = await tableWith(made);
			const asked = [{ keyName: 'orderKey', condition: 'eq', keyValue: orderKey }];
			const conditions = [{ ...asked[0], keyValue: '={{ $json.orderKey }}' }];
			const parameters = { matchType: 'allConditions', filters: { conditions }, ...asIs };
			await compare(
				table,
				() => table.upsert(asked, 'allConditions', { ...item, orderKey }),
				async () => await run('upsert', parameters, { ...item, orderKey, id: 7 }),
			);
		}),
	);
});

describe('what an item cannot hold', () => {
	const orderKey = { keyName: 'orderKey', condition: 'eq', keyValue: '={{ $json.orderKey }}' };
	const key = { matchType: 'allConditions', filters: { conditions: [orderKey] }, ...asIs };
	beforeEach(async () => await store.fill(TABLE, [], 0));

	test.each([
		['a column that is not there', { other: 1 }, /no column other/],
		['a list', { code: ['a'] }, /one cell: code/],
		['a text as a number', { total: 'x' }, /double precision/],
	])('%s is refused', async (_, item, message) => {
		await expect(run('upsert', key, { orderKey: 'a', ...item })).rejects.toThrow(message);
		expect(await store.rows(TABLE)).toEqual([]);
	});

	test('half a character and the character 0 do not stop a run', async () => {
		await run('upsert', key, { orderKey: 'a', message: 'a\ud800b\0c \\u0000 \\\\ud800 😀' });
		expect((await store.rows(TABLE))[0]).toMatchObject({
			message: 'a\ufffdb\ufffdc \\u0000 \\\\ud800 😀',
		});
	});
});

describe('many runs at once', () => {
	const orderKey = { keyName: 'orderKey', condition: 'eq', keyValue: '={{ $json.orderKey }}' };
	const key = { matchType: 'allConditions', filters: { conditions: [orderKey] } };
	const keys = Array.from({ length: 50 }, (_, index) => `client/shop/${index}`);

	test('make one row of an order', async () => {
		await store.fill(TABLE, [], 0);
		const record = async (state: string) => {
			for (const one of keys) await run('upsert', { ...key, ...asIs }, { orderKey: one, state });
		};
		await Promise.all(['a', 'b', 'c', 'd'].map(record));
		const made = await store.rows(TABLE);
		expect(made.map((row) => row.orderKey).sort()).toEqual([...keys].sort());
	});

	test('add an order once, with the claim of one of them', async () => {
		await store.fill(TABLE, [], 0);
		const runs = ['1', '2', '3', '4'];
		const made = await Promise.all(
			runs.map(async (claimId) => {
				const got: Json[] = [];
				for (const orderKey of keys)
					got.push(...(await run('insert', asIs, { orderKey, state: 'booking', claimId })));
				return got;
			}),
		);
		const rows = await store.rows(TABLE);
		expect(rows.map((row) => row.orderKey).sort()).toEqual([...keys].sort());
		expect(made.flat()).toHaveLength(keys.length);
	});

	test('one gets the claim', async () => {
		await store.fill(TABLE, [], 0);
		for (const one of keys) {
			await run('upsert', { ...key, ...asIs }, { orderKey: one, state: 'ready', claimId: '' });
		}
		const free = { keyName: 'state', condition: 'neq', keyValue: 'booking' };
		const claim = {
			...{ matchType: 'allConditions', filters: { conditions: [orderKey, free] } },
			columns: {
				mappingMode: 'defineBelow',
				value: { state: 'booking', claimId: '={{ $json.run }}' },
			},
			options: {},
		};
		const mine = await Promise.all(
			['1', '2', '3', '4'].map(async (runId) => {
				const got: Json[] = [];
				for (const one of keys)
					got.push(...(await run('update', claim, { orderKey: one, run: runId })));
				return got;
			}),
		);
		expect(mine.flat()).toHaveLength(keys.length);
	});
});

test('the tables are those of the product, and an earlier version gets what it lacks', async () => {
	const faults = async () =>
		checkTables((await store.query(listedTables)) as unknown as ListedTable[]);
	expect(await faults()).toEqual([]);
	await store.fill(TABLE, [], 0);
	const place = tableInSql(TABLE);
	await store.query(
		`ALTER TABLE ${place} DROP COLUMN "facts", DROP COLUMN "orderKey"; INSERT INTO ${place} ("client") VALUES ('bloom')`,
	);
	expect(await faults()).toMatchObject([{ table: TABLE }]);
	await store.query(madeTable(TABLE));
	expect(await store.query(madeTable(TABLE))).toEqual([{ name: TABLE }]);
	expect(await faults()).toEqual([]);
	expect(await store.rows(TABLE)).toMatchObject([{ client: 'bloom', facts: null }]);
});

test('look-ups of the flows go by an index', async () => {
	const place = tableInSql(TABLE);
	await store.query(
		`DELETE FROM ${place}; INSERT INTO ${place} ("orderKey", "client", "shop", "kind", "state") SELECT 'bloom/shop/' || n, 'bloom', 'shop', 'order', CASE WHEN n % 1000 = 0 THEN 'ready' ELSE 'booked' END FROM generate_series(1, 50000) AS n; ANALYZE ${place}`,
	);
	const planOf = async (filters: RowFilter[]) => {
		const { query, options } = inPostgres(
			rowNode('get', { ...where(filters), returnAll: true }),
		)[0]!.parameters as { query: string; options: { queryReplacement: string } };
		void options;
		const values = filters.map(({ keyValue }) => keyValue);
		return JSON.stringify(await store.query(`EXPLAIN ${query}`, values));
	};
	const equal = (keyName: string, keyValue: string) => ({ keyName, condition: 'eq', keyValue });
	expect(await planOf([equal('orderKey', 'bloom/shop/7')])).toContain('WebshopOrders_orderKey');
	const open = { keyName: 'state', condition: 'neq', keyValue: 'booked' };
	const ofShop = [equal('client', 'bloom'), equal('shop', 'shop'), equal('kind', 'order')];
	expect(await planOf([...ofShop, open])).toMatch(/WebshopOrders_(not_booked|client)/);
	await store.fill(TABLE, [], 0);
});
