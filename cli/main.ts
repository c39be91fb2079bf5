#!/usr/bin/env node
import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Spoken } from '../bookkeeping';
import { textOfReport } from '../probe';
import { openAnswers, promptInTerminal } from './answers';
import { readClientFile, type ClientFile } from './clientFile';
import { commandText } from './commandTexts';
import { readCommandLine, type CommandLine } from './commandLine';
import type { SecretSource } from './credentials';
import { exportClient } from './exportClient';
import { init } from './init';
import { inviteClient } from './inviteClient';
import { importClient } from './importClient';
import { lightsOf } from './lights';
import { refuseOldN8n } from './n8nVersion';
import { openApi, type N8nApi } from './n8nApi';
import { moveClient } from './moveClient';
import { nextSteps, officeSteps } from './nextSteps';
import { importOffice } from './officeDashboard';
import { packageClient } from './packageClient';
import { packFiles } from './packFiles';
import { previewsOf } from './previews';
import { probeSnelStart } from './probe';
import { removeClient } from './removeClient';
import { lineOf, realChanges, startReport } from './report';
import type { Change } from './report';
import { secretsOf } from './secrets';
import { readTemplates, wantedWorkflows } from './templates';
import { languageOf, reason, shown, Trouble } from './trouble';
import { usage } from './usage';

const N8N_KEY = { en: "the key of n8n's API", nl: 'de sleutel van de API van n8n' };

const language = languageOf(process.env);

const show = (change: Change): void => {
	console.log(lineOf(change, language));
};

async function main(): Promise<void> {
	const line = readCommandLine(process.argv.slice(2), process.env);
	const { command, subject, dryRun } = line;
	if (command === 'help') {
		console.log(usage[language]);
		return;
	}
	if (command === 'package') {
		await writePackage(line);
		return;
	}
	const secrets = secretsOf(process.env, process.stdin.isTTY === true);
	if (command === 'probe') {
		await probe(line, secrets);
		return;
	}
	if (command === 'init') {
		await setUp(line, secrets);
		return;
	}
	const api = await apiOf(line, secrets);
	if (command === 'export') {
		console.log(JSON.stringify(await exportClient(api, subject, line.webhooks), null, 2));
		return;
	}
	const report = startReport(show);
	if (command === 'invite') {
		const file = await readClientFile(subject);
		if (dryRun) {
			const { client } = file.settings;
			console.log(commandText('linkWaiting', { client })[language]);
			return;
		}
		const link = await inviteClient({ ...line, api, file, secrets, report });
		console.log(`\n${link}`);
		return;
	}
	let steps = '';
	if (command === 'office') {
		const templates = await readTemplates(__dirname);
		await importOffice({ ...line, api, path: subject, templates, secrets, report, language });
		steps = officeSteps(subject, line, language);
	} else if (command === 'remove') {
		const { withData, webhooks } = line;
		await removeClient({ api, client: subject, webhooks, report, withData, dryRun });
	} else {
		const file = await readClientFile(subject);
		const templates = await readTemplates(__dirname);
		const request = { ...line, api, file, templates, secrets, report, ask: fetch };
		if (command === 'move' && line.store) await moveClient({ ...request, store: line.store });
		else {
			await importClient(request);
			const wanted = wantedWorkflows(templates, file);
			steps = nextSteps(file, line, language, wanted);
		}
	}
	const count = realChanges(report).length;
	console.log(`\n${summary(count, dryRun)[language]}`);
	if (steps !== '' && !dryRun) console.log(`\n${steps}`);
}

/** What was done, or would be. */
function summary(count: number, dryRun: boolean): Spoken {
	if (dryRun) return commandText('changesWaiting', { count });
	return count === 0 ? commandText('nothingToChange') : commandText('changesMade', { count });
}

/** Writes a client as one file for n8n, and says how n8n takes it in. */
async function writePackage({ subject, out }: CommandLine): Promise<void> {
	const file = await readClientFile(subject);
	const files = packageClient(file, await readTemplates(__dirname), new Date());
	const name = out || `${file.settings.client}.n8np`;
	await writeFile(name, await packFiles(files));
	const { client } = file.settings;
	console.log(`${commandText('packageWritten', { file: name })[language]}

  curl -X POST https://n8n.example.com/api/v1/n8n-packages/import -H "X-N8N-API-KEY: $N8N_API_KEY" \\
    -F package=@${name} -F workflowConflictPolicy=new-version -F credentialMatchingMode=name-and-type

${commandText('packageNext', { client })[language]}`);
}

/** @throws Trouble without a key */
async function apiOf(line: CommandLine, secrets: SecretSource): Promise<N8nApi> {
	const what = N8N_KEY[language];
	const apiKey = line.apiKey || (await secrets('N8N_API_KEY', what));
	if (apiKey) return openApi(line.n8n, apiKey, line.allowHttp);
	const facts = { variable: 'N8N_API_KEY', what };
	throw new Trouble(reason('SECRET_MISSING', { case: 'one', ...facts }));
}

/** Asks and proposes, imports where an n8n is given, and ends with what the check says. */
async function setUp(line: CommandLine, secrets: SecretSource): Promise<void> {
	const isTerminal = process.stdin.isTTY === true;
	if (line.n8n !== '') await refuseOldN8n(line.n8n);
	await init({
		...{ file: line.subject, secrets, ask: fetch, language, snelStart: line.snelStart },
		answers: await openAnswers(
			`${line.subject}.init`,
			line.answers || undefined,
			isTerminal ? promptInTerminal : undefined,
		),
		today: new Date().toISOString().slice(0, 10),
		tell: (text) => console.log(text),
		...(line.n8n !== '' && {
			importFile: async (file: ClientFile) => {
				const api = await apiOf(line, secrets);
				const templates = await readTemplates(__dirname);
				const report = startReport(show);
				const options = { ...line, api, file, templates, secrets, report, ask: fetch };
				const workflows = await importClient(options);
				console.log(`\n${(await lightsOf(api, workflows, line.webhooks, language)).join('\n')}`);
				const previews = await previewsOf(api, workflows, line.webhooks, language);
				console.log(`\n${previews.join('\n')}`);
				const wanted = wantedWorkflows(templates, file);
				console.log(`\n${nextSteps(file, line, language, wanted)}`);
			},
		}),
	});
}

/** Tries SnelStart, tells of each result as it comes, and writes the report. */
async function probe(line: CommandLine, secrets: SecretSource): Promise<void> {
	if (line.only.length === 0 || line.only.includes('limits')) {
		console.error(`${commandText('sharedQuota')[language]}\n`);
	}
	const report = await probeSnelStart({
		...line,
		secrets,
		ask: fetch,
		now: () => new Date(),
		wait: async (milliseconds) => {
			const seconds = Math.ceil(milliseconds / 1000);
			console.error(commandText('waits', { seconds })[language]);
			await sleep(milliseconds);
		},
		say: ({ id, outcome }) => console.error(`${outcome.padEnd(9)}  ${id}`),
	});
	await writeFile(line.subject, `${JSON.stringify(report, null, 2)}\n`);
	const written = commandText('reportWritten', { file: line.subject })[language];
	console.log(`\n${textOfReport(report)}\n\n${written}`);
}

main().catch((error: unknown) => {
	if (error instanceof Trouble) console.error(shown(error, language));
	else console.error(error);
	process.exitCode = 1;
});
