/**
 * `npm run scan`: what n8n's own scanner (`@n8n/scan-community-package`) asks of a published package,
 * asked of this one before it is published. The scanner itself takes only packages that are on npm.
 * Two looks, as there: the sources of nodes and credentials, and the packed files. Needs a current
 * dist/ (`npm run build`).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ESLint } from 'eslint';
import { defineConfig } from 'eslint/config';
import npm from './npm.js';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
/** The rules come with n8n's node-cli, which pins them. */
const fromNodeCli = createRequire(createRequire(import.meta.url).resolve('@n8n/node-cli/eslint'));
const load = async (name) => await import(pathToFileURL(fromNodeCli.resolve(name)).href);

/** The scanner's rules: n8n's recommended ones, and those of its own nodes. */
async function scannerRules() {
	const { n8nCommunityNodesPlugin } = await load('@n8n/eslint-plugin-community-nodes');
	const { default: nodesBase } = await load('eslint-plugin-n8n-nodes-base');
	const { parser } = (await load('typescript-eslint')).default;
	const { community, credentials, nodes } = nodesBase.configs;
	return defineConfig(
		n8nCommunityNodesPlugin.configs.recommended,
		{ rules: { 'no-console': 'error' } },
		{ plugins: { 'n8n-nodes-base': nodesBase } },
		{ files: ['package.json'], rules: { ...community.rules } },
		{
			files: ['**/credentials/**/*.ts'],
			rules: {
				...credentials.rules,
				'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
				'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
			},
		},
		{
			files: ['**/nodes/**/*.ts'],
			rules: {
				...nodes.rules,
				'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
				'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
				'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
			},
		},
		{ files: ['**/*.json', '**/*.ts'], languageOptions: { parser } },
	);
}

/** Unpacks what npm would publish. */
async function unpack(folder) {
	const options = ['--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder];
	const [{ filename }] = JSON.parse(await npm.runNpm(['pack', ...options], { cwd: ROOT }));
	execFileSync('tar', ['-xzf', path.join(folder, filename), '-C', folder]);
	return path.join(folder, 'package');
}

/** @returns how many errors there are; they are printed */
async function scan(cwd, files, rules) {
	const eslint = new ESLint({
		cwd,
		allowInlineConfig: false,
		overrideConfigFile: true,
		overrideConfig: rules,
	});
	const results = ESLint.getErrorResults(await eslint.lintFiles(files));
	if (results.length > 0) console.error((await eslint.loadFormatter('stylish')).format(results));
	return results.reduce((sum, { errorCount }) => sum + errorCount, 0);
}

const folder = mkdtempSync(path.join(tmpdir(), 'webshop-snelstart-scan-'));
try {
	const rules = await scannerRules();
	const packed = await unpack(folder);
	const errors =
		(await scan(ROOT, ['package.json', '{nodes,credentials}/**/*.{ts,json}'], rules)) +
		(await scan(packed, ['**/*.js', 'package.json'], rules));
	console.log(`n8n's scanner finds ${errors} errors.`);
	process.exitCode = errors === 0 ? 0 : 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}
