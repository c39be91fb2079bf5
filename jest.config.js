/**
 * Five projects, run one after the other by `npm test`, and `store`, which needs PostgreSQL:
 * unit (money rules, import command, sandbox, scripts), zod4 (what reads by a schema, once more with
 * the other zod that an n8n may have), nodes (through n8n's engine), workflows (the templates)
 * and e2e (a real n8n). Types are checked by `npm run types`, so ts-jest only translates.
 */
const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');

const shared = {
	rootDir: __dirname,
	testEnvironment: 'node',
	moduleFileExtensions: ['ts', 'js', 'json', 'node'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/cli/dist/', '<rootDir>/test-output/'],
	transform: { '^.+\\.ts$': ['ts-jest', { diagnostics: false, tsconfig: 'tsconfig.json' }] },
};

/** One jest project over some folders of `test/`. */
const project = (displayName, folders, more = {}) => ({
	...shared,
	displayName,
	testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
	...more,
});

/** The tests that bear the name of a money rule that reads by a schema of its own or of a neighbour. */
function testsOfSchemas() {
	const rules = readdirSync(path.join(__dirname, 'bookkeeping'), { recursive: true })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => path.join('bookkeeping', file));
	const readsBySchema = /from 'zod'|^import \{[^}]*Schema\b/m;
	return rules
		.filter((file) => readsBySchema.test(readFileSync(path.join(__dirname, file), 'utf8')))
		.map((file) => `<rootDir>/test/${file.replace(/\.ts$/, '.test.ts')}`);
}

module.exports = {
	// One more than the cores of a small machine: some tests wait out the retries of the nodes.
	maxWorkers: 3,
	// n8n's engine is loaded again for each file, and what is left of it adds up to gigabytes.
	workerIdleMemoryLimit: '1200MB',
	testTimeout: 180_000,
	projects: [
		project('unit', ['bookkeeping', 'cases', 'cli', 'probe', 'sandbox', 'scripts']),
		project('zod4', [], {
			moduleNameMapper: { '^zod$': 'zod/v4' },
			testMatch: ['<rootDir>/test/bookkeeping/settings/**/*.test.ts', ...testsOfSchemas()],
			testPathIgnorePatterns: ['Properties\\.test\\.ts$'],
		}),
		project('nodes', ['nodes']),
		project('workflows', ['workflows']),
		project('store', ['store', 'workflows/flows']),
		project('e2e', ['e2e'], {
			globalSetup: '<rootDir>/test/e2e/support/globalSetup.ts',
			globalTeardown: '<rootDir>/test/e2e/support/globalTeardown.ts',
			setupFilesAfterEnv: ['<rootDir>/test/e2e/support/timeLimit.ts'],
		}),
	],
};
