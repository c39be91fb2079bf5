'use strict';

const { execFile } = require('node:child_process');
const {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} = require('node:fs');
const path = require('node:path');
const { promisify } = require('node:util');
const { dest, parallel, series, src } = require('gulp');
const { sourcesFingerprint } = require('./scripts/buildSources.js');
const { bundleInto } = require('./scripts/bundleCommand.js');
const { checkTemplate } = require('./scripts/checkTemplate.js');

const run = promisify(execFile);
const inRoot = (...parts) => path.join(__dirname, ...parts);
const copy = (from, to) => src(from, { cwd: __dirname, encoding: false }).pipe(dest(to));

async function emptyDist() {
	for (const folder of [inRoot('dist'), inCommand()]) {
		rmSync(folder, { recursive: true, force: true });
		mkdirSync(folder);
	}
}
emptyDist.description = 'Throw away the previous build';

async function compileNodes() {
	const tsc = require.resolve('typescript/bin/tsc');
	await run(process.execPath, [tsc, '-p', inRoot('tsconfig.build.json')]).catch((error) => {
		throw new Error(`The TypeScript does not compile:\n${error.stdout}${error.stderr}`);
	});
}
compileNodes.description = 'Nodes, credentials and bookkeeping rules to JavaScript';

/** The command is a package of its own: n8n takes no node package that reads files or the environment. */
const inCommand = (...parts) => inRoot('cli', 'dist', ...parts);

const bundleCommand = () => bundleInto(inCommand());
bundleCommand.description = 'The command as one file, which runs with nothing installed beside it';

const copyIcons = () => copy('icons/*.svg', 'dist/icons');
copyIcons.description = 'Icons of nodes and credentials';

const copyCodex = () => copy('nodes/**/*.node.json', 'dist/nodes');
copyCodex.description = 'Codex files: category and documentation links in the node panel';

async function makeTemplates() {
	await run(process.execPath, ['--import', 'tsx', inRoot('templates', 'main.ts')]);
}
makeTemplates.description = 'Workflow templates from their source';

async function checkTemplates() {
	const folder = inRoot('workflows');
	const files = existsSync(folder)
		? readdirSync(folder).filter((file) => file.endsWith('.json'))
		: [];
	const findings = files.flatMap((file) =>
		checkTemplate(readFileSync(path.join(folder, file), 'utf8')).map(
			(finding) => `workflows/${file} ${finding}`,
		),
	);
	if (findings.length > 0) throw new Error(`Templates not fit to ship:\n${findings.join('\n')}`);
}
checkTemplates.description = 'No template may carry credentials, ids or pinned data';

const copyTemplates = () => copy('workflows/*.json', 'dist/workflows');
copyTemplates.description = 'Workflow templates';

const giveTemplates = () => copy('workflows/*.json', 'cli/dist/workflows');
giveTemplates.description = 'Workflow templates for the command';

const giveLicence = () => copy('LICENSE', 'cli/dist');
giveLicence.description = 'The licence, beside the command';

function writeSchema(folder, name, schema) {
	mkdirSync(path.join(folder, 'schemas'), { recursive: true });
	writeFileSync(path.join(folder, 'schemas', name), `${JSON.stringify(schema, null, 2)}\n`);
}

async function writeSchemas() {
	const { settingsSchema } = require('./dist/bookkeeping/index.js');
	const { require: load } = require('tsx/cjs/api');
	const { clientFileSchema } = load('./cli/clientFileSchema.ts', inRoot('gulpfile.js'));
	const { zodToJsonSchema } = require('zod-to-json-schema');
	const asInput = { pipeStrategy: 'input', effectStrategy: 'input' };
	writeSchema(inRoot('dist'), 'settings.schema.json', {
		title: 'Settings of a client of n8n-nodes-webshop-snelstart',
		...zodToJsonSchema(settingsSchema, asInput),
	});
	writeSchema(inCommand(), 'client.schema.json', {
		title: 'A client of n8n-nodes-webshop-snelstart, as the import command takes it',
		...zodToJsonSchema(clientFileSchema, asInput),
	});
}
writeSchemas.description = 'JSON Schemas of settings and client file, from their zod schemas';

async function checkPackage() {
	const read = (file) => JSON.parse(readFileSync(inRoot(file), 'utf8'));
	const { n8n, version } = read('package.json');
	const command = read('cli/package.json');
	if (command.version !== version) {
		throw new Error(`cli/package.json says version ${command.version}, package.json ${version}`);
	}
	const programs = Object.values(command.bin).map((file) => path.join('cli', file));
	const missing = [...n8n.credentials, ...n8n.nodes, ...programs].filter(
		(file) => !existsSync(inRoot(file)),
	);
	if (missing.length > 0) {
		throw new Error(`package.json names files the build did not make: ${missing.join(', ')}`);
	}
}
checkPackage.description = 'Every node, credential and command that package.json names was built';

// Beside the packages and not in dist/, because everything in dist/ is published.
async function noteBuild() {
	writeFileSync(inRoot('node_modules', '.webshop-snelstart-built'), sourcesFingerprint());
}
noteBuild.description = 'Remember what this build was made of, so that set-up can skip it';

const build = series(
	makeTemplates,
	checkTemplates,
	emptyDist,
	compileNodes,
	parallel(
		...[bundleCommand, copyIcons, copyCodex, copyTemplates],
		...[giveTemplates, giveLicence, writeSchemas],
	),
	checkPackage,
	noteBuild,
);
build.description = 'Make dist/: what is published and what n8n loads';

module.exports = { build, checkTemplates, default: build };
