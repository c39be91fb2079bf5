/**
 * `npm run test:faults`, `test:kills`, `test:queue` and `test:backup`: campaigns that take long; `npm test` has a short
 * one of faults.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { startSandbox } from '../../sandbox';
import { prepareStage, runHourly } from '../../scripts/demoStage';
import { freePort } from '../../scripts/freePort';
import { startN8nWithNodes } from '../support/n8nServer';
import { startPostgres } from '../support/postgresServer';
import { runBackup } from './backup';
import { runFaultSitting } from './faultSitting';
import { runKills } from './kills';
import { switchOn } from './kinds';
import { runQueue } from './queue';
import { startQueue } from './queueServer';
import { runRowsBackup } from './rowsBackup';

async function main(): Promise<number> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			seed: { type: 'string', default: '1' },
			placements: { type: 'string', default: '2000' },
			clients: { type: 'string', default: '6' },
			minutes: { type: 'string' },
			hours: { type: 'string' },
			results: { type: 'string' },
			kills: { type: 'string', default: '50' },
			rounds: { type: 'string', default: '10' },
			totals: { type: 'boolean', default: false },
			files: { type: 'boolean', default: false },
			papers: { type: 'boolean', default: false },
			store: { type: 'string', default: 'dataTables' },
		},
	});
	const [campaign] = positionals;
	const seed = Number(values.seed);
	if (values.files && (values.totals || values.papers)) {
		throw new Error('--files goes alone: a shop of files has no day totals and no papers here.');
	}
	const inPostgres = values.store === 'postgres';
	if (inPostgres && campaign !== 'backup') {
		throw new Error('--store postgres goes with backup.');
	}
	if (campaign === 'faults') {
		const { placements, clients, hours, results } = values;
		const minutes = hours ? Number(hours) * 60 : values.minutes;
		return await runFaultSitting({
			...{ seed, placements: Number(placements), clients: Number(clients) },
			...(minutes && { minutes: Number(minutes) }),
			...(results && { results }),
			...(values.totals && { only: 'totals' as const }),
			...(values.files && { only: 'files' as const }),
			...(values.papers && { only: 'papers' as const }),
		});
	}
	const userFolder = await mkdtemp(path.join(tmpdir(), 'webshop-snelstart-campaign-'));
	const sandbox = await startSandbox();
	sandbox.snelStart.switches.limits = null;
	const queue = campaign === 'queue' ? await startQueue(userFolder, 2) : undefined;
	const server = queue?.server ?? (await startN8nWithNodes({ userFolder }));
	const place = { host: '127.0.0.1', port: await freePort(), database: 'postgres', user: 'n8n' };
	const database = inPostgres
		? await startPostgres(path.join(userFolder, 'postgres'), place.port)
		: undefined;
	let stage = await prepareStage(sandbox, server, inPostgres ? { postgres: place } : {});
	try {
		await runHourly(stage);
		const kinds = { inTotals: values.totals, inFiles: values.files, withPapers: values.papers };
		stage = await switchOn(stage, kinds);
		const say = (line: string): void => console.log(line);
		const common = { stage, sandbox, seed, ...kinds, say };
		const started = Date.now();
		let faults: string[];
		if (campaign === 'kills') {
			const limits = { kills: Number(values.kills), minutes: Number(values.minutes ?? Infinity) };
			const done = await runKills({ ...common, ...limits, ordersPerKill: 4 });
			faults = done.faults;
			console.log(`${done.made} kills, ${done.made * 4} orders, seed ${seed}`);
		} else if (campaign === 'queue') {
			const rounds = Number(values.rounds);
			faults = await runQueue({ ...common, rounds, ordersPerRound: 20 });
			console.log(`${rounds} rounds of four runs at once, ${rounds * 20} orders, seed ${seed}`);
		} else if (campaign === 'backup') {
			const backup = { ...common, folder: path.join(userFolder, 'restored') };
			faults = inPostgres ? await runRowsBackup(backup, place) : await runBackup(backup);
		} else throw new Error('Say which campaign: faults, kills, queue or backup.');
		console.log(`${Math.round((Date.now() - started) / 1000)} s; ${faults.length} wrong`);
		for (const fault of faults) console.log(fault);
		return faults.length === 0 ? 0 : 1;
	} finally {
		await (queue ?? stage.server).stop();
		if (database?.pid !== undefined) process.kill(-database.pid, 'SIGKILL');
		await sandbox.stop();
		await rm(userFolder, { recursive: true, force: true });
	}
}

main().then(
	(status) => (process.exitCode = status),
	(error: unknown) => {
		console.error(error);
		process.exitCode = 1;
	},
);
