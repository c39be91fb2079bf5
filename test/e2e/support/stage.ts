import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { planCredentials } from '../../../cli/credentials';
import { importClient } from '../../../cli/importClient';
import { openLedger } from '../../../cli/ledger';
import { serviceNames, startSandbox } from '../../../sandbox/index';
import type { Sandbox, ServiceName } from '../../../sandbox/index';
import { planStage, prepareStage } from '../../../scripts/demoStage';
import type { DemoStage, StageOptions } from '../../../scripts/demoStage';
import { requireFreePort } from '../../../scripts/freePort';
import { ensureN8n } from '../../../scripts/n8nRuntime';
import { startN8n } from '../../../scripts/n8nServer';
import type { N8nServer, N8nServerOptions } from '../../../scripts/n8nServer';
import { startN8nWithNodes } from '../../support/n8nServer';
import { withoutStrike } from './clockMinute';

/** What a worker keeps of its first stage beside n8n's user folder. */
interface Kept {
	/** The workflows hold the addresses of the stand-ins. */
	ports: Record<ServiceName, number>;
	owner: { email: string; password: string };
}

/** The files of one worker come one after the other, so the ports of the last are free again. */
const folder = (): string =>
	path.join(String(process.env.KEPT_STAGES), `worker-${process.env.JEST_WORKER_ID}`);

async function readKept(): Promise<Kept | undefined> {
	const text = await readFile(path.join(folder(), 'kept.json'), 'utf8').catch(() => undefined);
	return text === undefined ? undefined : (JSON.parse(text) as Kept);
}

const portsOf = (sandbox: Sandbox): Kept['ports'] =>
	Object.fromEntries(
		serviceNames.map((name) => [name, Number(new URL(sandbox[name].origin).port)]),
	) as Kept['ports'];

/** Starts the stand-ins where the kept workflows of this worker expect them. */
export async function startStandIns(): Promise<Sandbox> {
	const ports = (await readKept())?.ports;
	const areFree = await Promise.all(
		Object.values(ports ?? {}).map((port) => requireFreePort(port, 'another run')),
	).then(
		() => true,
		() => false,
	);
	return await startSandbox({ ...(areFree && ports && { ports }) });
}

/** A copy of n8n's database as it is now, made by n8n's own Node while n8n runs. */
const COPY = `
	const { DatabaseSync } = require('node:sqlite');
	const [from, to] = process.argv.slice(1);
	const database = new DatabaseSync(from, { timeout: 60_000 });
	database.prepare('VACUUM INTO ?').run(to);
	database.close();
`;

async function keep({ sandbox, server }: DemoStage): Promise<void> {
	const from = path.join(server.userFolder, '.n8n');
	const to = path.join(folder(), '.n8n');
	await mkdir(to, { recursive: true });
	for (const part of ['config', 'nodes']) {
		await cp(path.join(from, part), path.join(to, part), { recursive: true });
	}
	const { node } = await ensureN8n();
	const databases = [from, to].map((one) => path.join(one, 'database.sqlite'));
	await promisify(execFile)(node, ['--no-warnings', '-e', COPY, ...databases]);
	const { email, password } = server;
	const kept: Kept = { ports: portsOf(sandbox), owner: { email, password } };
	await writeFile(path.join(folder(), 'kept.json'), JSON.stringify(kept));
}

type StageStart = Pick<StageOptions, 'limits'> & Pick<N8nServerOptions, 'userFolder' | 'env'>;

/**
 * Starts an n8n with the demo's client. The first of a worker is imported by the command; those after
 * it begin with a copy of its n8n, in which the command finds everything but the keys unchanged.
 */
export async function startStage(
	sandbox: Sandbox,
	{ limits, ...start }: StageStart = {},
): Promise<DemoStage> {
	const kept = await readKept();
	if (JSON.stringify(kept?.ports) !== JSON.stringify(portsOf(sandbox))) {
		return await begun(await startN8nWithNodes(start), async (server) => {
			const stage = await prepareStage(sandbox, server, { limits, variant: withoutStrike });
			if (!kept) await keep(stage);
			return stage;
		});
	}
	const server = await startN8n({ ...start, copyOf: folder(), owner: kept!.owner });
	return await begun(server, async () => {
		const plan = await planStage(sandbox, server, { limits, variant: withoutStrike });
		const { api, file, secrets, report } = plan.request;
		const ledger = await openLedger(api, file.settings.client);
		// The stand-ins and the pages have new keys at every start.
		const renewSecrets = true;
		const options = { api, file, ledger, secrets, report, renewSecrets, dryRun: false };
		await (
			await planCredentials(options)
		)();
		return { ...plan, ids: await importClient({ ...plan.request, inactive: true }) };
	});
}

/** A test that got no stage cannot stop its n8n. */
async function begun(
	server: N8nServer,
	prepare: (server: N8nServer) => Promise<DemoStage>,
): Promise<DemoStage> {
	try {
		return await prepare(server);
	} catch (error) {
		await server.stop();
		throw error;
	}
}
