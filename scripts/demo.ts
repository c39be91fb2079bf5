import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { portsFrom, startSandbox } from '../sandbox/index';
import type { Sandbox } from '../sandbox/index';
import { readDemoOptions } from './demoOptions';
import type { DemoOptions } from './demoOptions';
import { prepareStage, runHourly, switchOnSchedules } from './demoStage';
import type { DemoStage } from './demoStage';
import { bookedIn, orderTable, weekInWords } from './demoSummary';
import type { RunSummary } from './demoSummary';
import { findTheDifference, liveAWeek, settleTheWeek, weekBefore } from './demoWeek';
import type { Week } from './demoWeek';
import { requireFreePort } from './freePort';
import { ensureN8n, N8N_VERSION } from './n8nRuntime';
import { startN8n } from './n8nServer';
import type { N8nServer } from './n8nServer';
import { packPackage } from './packPackage';

const ORDER_TABLE = 'WebshopOrders';
const CHECKS_TABLE = 'PeriodChecks';

/** The days that the shop lived before the demo began. */
const week = weekBefore(new Date());

/** What was started so far and has to be stopped. */
const running: { sandbox?: Sandbox; server?: N8nServer; stage?: DemoStage } = {};

async function stopEverything(): Promise<void> {
	await running.server?.stop();
	await running.sandbox?.stop();
}

/** Everything that can be known to be wrong is found before anything starts. */
async function checkPorts({ port, sandboxPort }: DemoOptions): Promise<void> {
	await requireFreePort(port, '--port');
	if (sandboxPort === undefined) return;
	for (const taken of Object.values(portsFrom(sandboxPort))) {
		await requireFreePort(taken, '--sandbox-port');
	}
}

async function startServices({ port, sandboxPort }: DemoOptions): Promise<[Sandbox, N8nServer]> {
	console.log('Starting the stand-ins of SnelStart, the shops, VIES and the payment providers …');
	const ports = sandboxPort === undefined ? undefined : portsFrom(sandboxPort);
	const sandbox = await startSandbox({ ports });
	running.sandbox = sandbox;
	liveAWeek(sandbox, week);
	console.log(`Starting n8n ${N8N_VERSION} with the nodes installed …`);
	const packageTarball = await packPackage();
	const server = await startN8n({ port, packageTarball }).finally(() =>
		rm(path.dirname(packageTarball), { recursive: true, force: true }),
	);
	running.server = server;
	return [sandbox, server];
}

/** A relative file name counts from where the user is; npm itself works in the project's folder. */
async function writeSummary(file: string, runs: RunSummary[]): Promise<void> {
	const full = path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
	await writeFile(full, `${JSON.stringify({ runs }, null, 2)}\n`);
}

function showRun(run: RunSummary): void {
	for (const { shop, ...counts } of run.shops) {
		const parts = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
		console.log(`${shop}: ${parts.join(', ')}`);
	}
	const vat = Object.entries(run.vat).map(([rate, amount]) => `${rate} % € ${amount}`);
	console.log(`In SnelStart's books: € ${run.gross}, of which VAT ${vat.join(', ')}`);
}

/** Where a newcomer finds what the reconciliation found. */
const differenceOf = ({ dashboard }: Pick<DemoStage, 'dashboard'>, { from }: Week): string =>
	`${dashboard.url}?tab=reconciliation&from=${from}`;

function showAddresses(
	server: N8nServer,
	{ snelStart, wooCommerce, jouwWeb, vies }: Sandbox,
	stage?: Pick<DemoStage, 'dashboard' | 'upload'>,
): void {
	const withLogin = (name: string, { url, user, password }: DemoStage['dashboard']): string[] => [
		`${name.padEnd(13)} ${url}`,
		`  sign in     ${user}  ${password}`,
	];
	const lines = [
		'',
		`n8n editor    ${server.baseUrl}`,
		`  sign in     ${server.email}  ${server.password}`,
		`  log         ${server.logFile}`,
		...(stage
			? [
					...withLogin('Dashboard', stage.dashboard),
					`  difference  ${differenceOf(stage, week)}`,
					...withLogin('Payout form', stage.upload),
					`Migration     ${server.baseUrl}/form/migrate-orders-my-client-woocommerce`,
					'  sign in     as in the n8n editor',
				]
			: []),
		`SnelStart     ${new URL(snelStart.baseUrl).origin}/_sandbox/books`,
		`WooCommerce   ${new URL(wooCommerce.url).origin}/_sandbox/journal`,
		`JouwWeb       ${new URL(jouwWeb.baseUrl).origin}/_sandbox/journal`,
		`VIES          ${new URL(vies.url).origin}/_sandbox/journal`,
		'',
		'Press Ctrl-C to stop; everything is thrown away then.',
	];
	console.log(lines.join('\n'));
}

async function demo(options: DemoOptions): Promise<void> {
	await checkPorts(options);
	await ensureN8n();
	const [sandbox, server] = await startServices(options);
	const stage = await prepareStage(sandbox, server, { say: console.log });
	running.stage = stage;
	const runs = [await runHourly(stage)];
	if (options.json) runs.push(await runHourly(stage));
	await settleTheWeek(stage);
	await findTheDifference(stage, week);
	await switchOnSchedules(stage);
	const rows = await server.client.rows(ORDER_TABLE);
	console.log(`\n${orderTable(rows)}\n`);
	for (const run of runs) showRun(run);
	console.log(`\n${weekInWords(rows, await server.client.rows(CHECKS_TABLE))}`);
	if (options.json) await writeSummary(options.json, runs);
	if (bookedIn({ shops: runs[0]?.shops ?? [] }) === 0) throw new Error('No order was booked.');
}

/** Resolves when the user asks to stop; a second time ends everything at once. */
function stopAsked(): Promise<void> {
	return new Promise((resolve) => {
		let asked = false;
		const ask = () => {
			if (asked) process.exit(130);
			asked = true;
			console.log('\nStopping …');
			resolve();
		};
		process.on('SIGINT', ask);
		process.on('SIGTERM', ask);
	});
}

async function main(): Promise<number> {
	const options = readDemoOptions(process.argv.slice(2));
	const asked = stopAsked();
	const alive = setInterval(() => {}, 60_000);
	let status = 0;
	const work = demo(options).then(
		() => 'done' as const,
		(error: Error) => {
			console.error(`\n${error.message}`);
			status = 1;
			return 'done' as const;
		},
	);
	const first = await Promise.race([work, asked.then(() => 'asked' as const)]);
	const { sandbox, server } = running;
	if (first === 'asked') status = 130;
	// After a failure there is something to look at too, as long as n8n runs.
	else if (!options.once && sandbox && server) {
		showAddresses(server, sandbox, running.stage);
		await asked;
	}
	clearInterval(alive);
	await stopEverything();
	return status;
}

main().then(
	(status) => process.exit(status),
	(error: Error) => {
		console.error(error.message);
		process.exit(1);
	},
);
