/**
 * `npm run test:faults`, `test:kills` and `test:queue`: campaigns that take long; `npm test` has a short
 * one of faults.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { startSandbox } from '../../sandbox';
import { prepareStage, runHourly } from '../../scripts/demoStage';
import { startN8nWithNodes } from '../support/n8nServer';
import { runFaults } from './faults';
import { runKills } from './kills';
import { runQueue } from './queue';
import { startQueue } from './queueServer';

async function main(): Promise<number> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			seed: { type: 'string', default: '1' },
			placements: { type: 'string', default: '2000' },
			kills: { type: 'string', default: '50' },
			rounds: { type: 'string', default: '10' },
		},
	});
	const [campaign] = positionals;
	const seed = Number(values.seed);
	const userFolder = await mkdtemp(path.join(tmpdir(), 'webshop-snelstart-campaign-'));
	const sandbox = await startSandbox();
	sandbox.snelStart.switches.limits = null;
	const queue = campaign === 'queue' ? await startQueue(userFolder, 2) : undefined;
	const server = queue?.server ?? (await startN8nWithNodes({ userFolder }));
	const stage = await prepareStage(sandbox, server);
	const common = { stage, sandbox, seed, say: (line: string) => console.log(line) };
	try {
		await runHourly(stage);
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
		} else throw new Error('Say which campaign: faults, kills or queue.');
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
