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
import { startN8nWithNodes } from '../support/n8nServer';
import { runBackup } from './backup';
import { runFaults } from './faults';
import { switchOnFiles } from './fileTrade';
import { runKills } from './kills';
import { runQueue } from './queue';
import { startQueue } from './queueServer';
import { switchOnTotals } from './totals';

async function main(): Promise<number> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			seed: { type: 'string', default: '1' },
			placements: { type: 'string', default: '2000' },
			kills: { type: 'string', default: '50' },
			rounds: { type: 'string', default: '10' },
			totals: { type: 'boolean', default: false },
			files: { type: 'boolean', default: false },
		},
	});
	const [campaign] = positionals;
	const seed = Number(values.seed);
	const userFolder = await mkdtemp(path.join(tmpdir(), 'webshop-snelstart-campaign-'));
	const sandbox = await startSandbox();
	sandbox.snelStart.switches.limits = null;
	const queue = campaign === 'queue' ? await startQueue(userFolder, 2) : undefined;
	const server = queue?.server ?? (await startN8nWithNodes({ userFolder }));
	let stage = await prepareStage(sandbox, server);
	try {
		await runHourly(stage);
		const { totals: inTotals, files: inFiles } = values;
		if (inTotals) stage = await switchOnTotals(stage);
		if (inFiles && campaign !== 'faults') throw new Error('--files goes with faults.');
		if (inFiles) stage = await switchOnFiles(stage);
		const say = (line: string): void => console.log(line);
		const common = { stage, sandbox, seed, inTotals, inFiles, say };
		const started = Date.now();
		let faults: string[];
		if (campaign === 'faults') {
			const result = await runFaults({ ...common, placements: Number(values.placements) });
			({ faults } = result);
			const { placements, met, documents, redRuns } = result;
			console.log(`${placements} placements, ${met} faults met, ${redRuns} red runs,`);
			console.log(`${documents} orders and refunds, seed ${seed}`);
		} else if (campaign === 'kills') {
			faults = await runKills({ ...common, kills: Number(values.kills), ordersPerKill: 4 });
			console.log(`${values.kills} kills, ${Number(values.kills) * 4} orders, seed ${seed}`);
		} else if (campaign === 'queue') {
			const rounds = Number(values.rounds);
			faults = await runQueue({ ...common, rounds, ordersPerRound: 20 });
			console.log(`${rounds} rounds of four runs at once, ${rounds * 20} orders, seed ${seed}`);
		} else if (campaign === 'backup') {
			faults = await runBackup({ ...common, folder: path.join(userFolder, 'restored') });
		} else throw new Error('Say which campaign: faults, kills, queue or backup.');
		console.log(`${Math.round((Date.now() - started) / 1000)} s; ${faults.length} wrong`);
		for (const fault of faults) console.log(fault);
		return faults.length === 0 ? 0 : 1;
	} finally {
		await (queue ?? stage.server).stop();
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
