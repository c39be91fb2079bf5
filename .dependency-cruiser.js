/**
 * Who may import whom. Arrows point one way: workflows → nodes → bookkeeping.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const tree = '^(bookkeeping|cli|nodes|credentials|probe|sandbox|scripts|templates|test)/';

/** The rooms of the bookkeeping core, lowest first: a room imports only from the rooms below it. */
const rooms = [
	'money',
	'codes',
	'trade',
	'orderTable',
	'shops',
	'orderFile',
	'settings',
	'vat',
	'currency',
	'documents',
	'totals',
	'orders',
	'stock',
	'refunds',
	'payments',
	'reconciliation',
];
const downwardsOnly = rooms.slice(0, -1).map((room, floor) => ({
	name: `${room}-imports-only-from-below`,
	comment: 'Rooms of bookkeeping/ import downwards only: docs/architecture.md.',
	severity: 'error',
	from: { path: `^bookkeeping/${room}/` },
	to: { path: `^bookkeeping/(index\\.ts|(${rooms.slice(floor + 1).join('|')})/)` },
}));

module.exports = {
	forbidden: [
		{
			name: 'bookkeeping-stands-alone',
			comment: 'The money rules know nothing of n8n, HTTP, files or clocks: only zod and luxon.',
			severity: 'error',
			from: { path: '^bookkeeping/' },
			to: {
				pathNot: ['^bookkeeping/', '(^|/)node_modules/(@types/)?(zod|luxon)/'],
			},
		},
		...downwardsOnly,
		{
			name: 'through-the-door',
			comment: 'Nodes, templates and command use what bookkeeping/index.ts offers, not its rooms.',
			severity: 'error',
			from: { path: '^(nodes|credentials|cli|templates)/' },
			to: { path: '^bookkeeping/', pathNot: '^bookkeeping/index\\.ts$' },
		},
		{
			name: 'node-folders-stand-apart',
			comment: 'A node never imports another node: what two nodes share lives in nodes/shared.',
			severity: 'error',
			from: { path: '^nodes/([^/]+)/', pathNot: '^nodes/shared/' },
			to: { path: '^nodes/', pathNot: ['^nodes/$1/', '^nodes/shared/'] },
		},
		{
			name: 'shared-knows-no-node',
			comment: 'nodes/shared serves every node and therefore knows none.',
			severity: 'error',
			from: { path: '^nodes/shared/' },
			to: { path: '^nodes/', pathNot: '^nodes/shared/' },
		},
		{
			name: 'nodes-import-bookkeeping-only',
			comment: 'Of the tree, nodes see bookkeeping, nodes/shared and the door of the probe.',
			severity: 'error',
			from: { path: '^nodes/' },
			to: { path: tree, pathNot: '^((bookkeeping|nodes)/|probe/index\\.ts$)' },
		},
		{
			name: 'runtime-packages',
			comment: 'At run time only what n8n itself provides can be resolved.',
			severity: 'error',
			from: { path: '^(nodes|credentials)/' },
			to: {
				pathNot: [
					tree,
					'(^|/)node_modules/(n8n-workflow|(@types/)?(zod|luxon|lodash))/',
					'^(node:)?crypto$',
				],
			},
		},
		{
			name: 'credentials-stand-alone',
			comment: 'Credentials import nothing of the tree except nodes/shared.',
			severity: 'error',
			from: { path: '^credentials/' },
			to: { path: tree, pathNot: ['^credentials/', '^nodes/shared/'] },
		},
		{
			name: 'sandbox-stands-alone',
			comment:
				'The stand-ins are judges of our code, so they share none of it: Node built-ins only.',
			severity: 'error',
			from: { path: '^sandbox/' },
			to: { pathNot: '^sandbox/', dependencyTypesNot: ['core'] },
		},
		{
			name: 'probe-stands-alone',
			comment:
				'The probe asks SnelStart itself, so it takes nothing for granted that stands elsewhere in the tree.',
			severity: 'error',
			from: { path: '^probe/' },
			to: { pathNot: '^probe/' },
		},
		{
			name: 'command-stands-alone',
			comment:
				'The import command runs with npx, where nothing is installed: Node built-ins, the doors of bookkeeping and the probe, and zod, which the bundle holds.',
			severity: 'error',
			from: { path: '^cli/' },
			to: {
				pathNot: [
					'^cli/',
					'^(bookkeeping|probe)/index\\.ts$',
					'(^|/)node_modules/(zod|(@types/)?tar-stream)/',
				],
				dependencyTypesNot: ['core'],
			},
		},
		{
			name: 'nobody-imports-tests',
			severity: 'error',
			from: { pathNot: '^test/' },
			to: { path: '^test/' },
		},
		{
			name: 'only-scripts-and-tests-import-scripts',
			severity: 'error',
			from: {
				pathNot: '^(scripts|test/(scripts|support|campaigns|store|e2e|pictures|workflows|bench))/',
			},
			to: { path: '^scripts/' },
		},
		{
			name: 'no-cycles',
			severity: 'error',
			from: {},
			to: { circular: true },
		},
		{
			name: 'no-unresolvable',
			comment: 'An import that cannot be found, or that is not declared in package.json.',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true },
		},
		{
			name: 'no-undeclared-package',
			severity: 'error',
			from: {},
			to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
		},
		{
			name: 'no-unused-files',
			comment: 'Shipped code that no node, credential or command reaches is dead.',
			severity: 'error',
			from: {
				path: '^(nodes/[^/]+/[^/]+\\.node\\.ts|credentials/[^/]+\\.credentials\\.ts|cli/main\\.ts)$',
			},
			to: {
				path: '^(bookkeeping|cli|credentials|nodes|probe)/',
				pathNot: '^cli/main\\.ts$|\\.(node\\.ts|credentials\\.ts|json)$',
				reachable: false,
			},
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^((cli/)?dist|test/fixtures|test-output)/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'require', 'node', 'default', 'types'],
			mainFields: ['module', 'main', 'types'],
		},
	},
};
