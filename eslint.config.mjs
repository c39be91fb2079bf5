/**
 * Two strengths. Shipped code (nodes, credentials, bookkeeping, probe, package.json) meets the very rules
 * n8n's own scanner applies to a published package, cloud limits included. Scripts, sandbox and
 * tests are ordinary Node programs and meet the recommended TypeScript rules.
 */
import js from '@eslint/js';
import { config as n8nCommunityRules } from '@n8n/node-cli/eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

const shipped = [
	'nodes/**/*.ts',
	'credentials/**/*.ts',
	'bookkeeping/**/*.ts',
	'probe/**/*.ts',
	'package.json',
];

export default defineConfig(
	globalIgnores([
		'**/dist/',
		'node_modules/',
		'coverage/',
		'test-output/',
		'test/fixtures/',
		'.demo/',
	]),
	{ linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
	{ files: shipped, extends: [n8nCommunityRules] },
	{
		// The rule knows secrets by their names and takes these keys (clientKey, subscriptionKey,
		// consumerKey) for public ones; they open a client's books and shop.
		files: ['credentials/**/*.ts'],
		rules: { '@n8n/community-nodes/credential-unnecessary-password': 'off' },
	},
	{
		files: ['**/*.ts'],
		extends: [js.configs.recommended, typescript.configs.recommended],
	},
	{
		files: ['**/*.js', '**/*.mjs'],
		extends: [js.configs.recommended],
		languageOptions: {
			globals: {
				__dirname: 'readonly',
				console: 'readonly',
				module: 'writable',
				process: 'readonly',
				require: 'readonly',
				setTimeout: 'readonly',
			},
		},
	},
	{ files: ['**/*.js'], languageOptions: { sourceType: 'commonjs' } },
);
