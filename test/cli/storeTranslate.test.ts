import { inPostgres, workflowInPostgres } from '../../cli/store/translate';
import type { WorkflowJson, WorkflowNode } from '../../cli/workflowJson';
import { templates } from '../workflows/templates';

const all = templates as unknown as WorkflowJson[];
const isTable = ({ type }: WorkflowNode): boolean => type.startsWith('n8n-nodes-base.dataTable');

const node = (parameters: Record<string, unknown>, more: Partial<WorkflowNode> = {}) =>
	({
		...{ id: '1', name: 'Rows', type: 'n8n-nodes-base.dataTable', typeVersion: 1.1 },
		position: [10, 20],
		parameters: {
			resource: 'row',
			operation: 'get',
			dataTableId: { __rl: true, mode: 'name', value: 'WebshopOrders' },
			matchType: 'allConditions',
			filters: { conditions: [] },
			returnAll: true,
			...parameters,
		},
		...more,
	}) as WorkflowNode;

const condition = (keyName: string, comparison: string, keyValue: unknown) => ({
	filters: { conditions: [{ keyName, condition: comparison, keyValue }] },
});

const translated = (parameters: Record<string, unknown>) =>
	inPostgres(node(parameters))[0]!.parameters as {
		query: string;
		options: { queryReplacement?: string };
	};

it.each(all.map((template) => [template.name, template] as const))(
	'%s: every node that is about a table has a translation of its name, place and settings',
	(_, template) => {
		const made = workflowInPostgres(template);
		expect(made.nodes.filter(isTable)).toEqual([]);
		for (const one of template.nodes.filter(isTable)) {
			const { id, type, typeVersion, parameters, position, name, ...settings } = one;
			void [type, typeVersion, parameters];
			const own = made.nodes.find((node) => node.name === name)!;
			expect(own).toMatchObject({ id, position });
			const asks = made.nodes.find((node) => node.name === `${name} (in PostgreSQL)`) ?? own;
			expect(asks).toMatchObject(settings);
		}
		const names = made.nodes.map(({ name }) => name);
		const connections = made.connections as Record<
			string,
			Record<string, Array<Array<{ node: string }> | null>>
		>;
		for (const [from, kinds] of Object.entries(connections)) {
			const targets = Object.values(kinds).flatMap((lists) => lists.flatMap((list) => list ?? []));
			expect(names).toEqual(
				expect.arrayContaining([from, ...targets.map((target) => target.node)]),
			);
		}
	},
);

it('hands every value over beside the statement', () => {
	const { query, options } = translated(condition('orderKey', 'eq', 'it\'s {{ 1 }} $1, "x"'));
	expect(query).not.toContain("it's");
	expect(options.queryReplacement).toBe(
		'={{ ["it\'s \\u007b\\u007b 1 \\u007d\\u007d $1, \\"x\\""] }}',
	);
});

it('works formulas out as n8n does', () => {
	const formula = (value: unknown) =>
		translated(condition('orderKey', 'eq', value)).options.queryReplacement;
	expect(formula('={{ $json.key ?? "x" }}')).toBe('={{ [($json.key ?? "x")] }}');
	expect(formula('=a {{ $json.b }} c')).toBe(`={{ [["a ", ($json.b), " c"].join('')] }}`);
	expect(formula('=plain')).toBe('={{ ["plain"] }}');
});

it('lets an item pass through a second node of the old name', () => {
	const template: WorkflowJson = {
		name: 'Keep',
		nodes: [
			node({ operation: 'rowExists', returnAll: undefined, ...condition('state', 'eq', 'booked') }),
		].map(({ parameters, ...one }) => {
			const { returnAll, ...others } = parameters;
			void returnAll;
			return { ...one, parameters: others };
		}),
		connections: { Start: { main: [[{ node: 'Rows', type: 'main', index: 0 }]] } },
	};
	const { nodes, connections } = workflowInPostgres(template);
	expect(nodes.map(({ name, type }) => [name, type])).toEqual([
		['Rows (in PostgreSQL)', 'n8n-nodes-base.postgres'],
		['Rows', 'n8n-nodes-base.set'],
	]);
	expect(connections).toEqual({
		Start: { main: [[{ node: 'Rows (in PostgreSQL)', type: 'main', index: 0 }]] },
		'Rows (in PostgreSQL)': { main: [[{ node: 'Rows', type: 'main', index: 0 }]] },
	});
});

it.each([
	['a parameter that is not known', { dryRun: true }, /parameters that are not known: dryRun/],
	[
		'an option',
		{ operation: 'deleteRows', options: { dryRun: true } },
		/options that are not known/,
	],
	['an operation', { operation: 'clear' }, /operation "clear"/],
	['a condition', condition('state', 'ilike', 'x'), /no condition "ilike"/],
	['a column', condition('nothing', 'eq', 'x'), /no column "nothing"/],
	['a table', { dataTableId: { mode: 'name', value: 'Other' } }, /no table "Other"/],
	['a table by its id', { dataTableId: { mode: 'id', value: 'x' } }, /name its table/],
	['a way to match', { matchType: 'some' }, /match "some"/],
	['a limit that is worked out', { returnAll: false, limit: '={{ 1 }}' }, /limit/],
	['an update of every row', { operation: 'update', columns: {}, returnAll: undefined }, /./],
])('refuses %s', (_, parameters, message) => {
	const template = { name: 'Flow', nodes: [node(parameters)], connections: {} };
	expect(() => workflowInPostgres(template)).toThrow(message);
	expect(() => workflowInPostgres(template)).toThrow(/^"Rows" in "Flow"/);
});

it('asks an upsert to name what makes a row the only one', () => {
	const upsert = { operation: 'upsert', columns: { mappingMode: 'autoMapInputData', value: {} } };
	const { returnAll, ...parameters } = node({
		...upsert,
		...condition('state', 'eq', 'x'),
	}).parameters;
	void returnAll;
	expect(() => inPostgres({ ...node({}), parameters })).toThrow(/has to name orderKey/);
});
