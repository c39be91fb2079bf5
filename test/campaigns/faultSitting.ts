import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { importClient } from '../../cli/importClient';
import { startSandbox } from '../../sandbox';
import { guidFor } from '../../sandbox/snelstart/identity';
import { planStage, withFileShop, type DemoStage } from '../../scripts/demoStage';
import type { N8nServer } from '../../scripts/n8nServer';
import { ROOT } from '../../scripts/setUp.js';
import { startN8nWithNodes } from '../support/n8nServer';
import type { FaultClient } from './faultClient';
import { addEpoch, figuresOf, isMade, readEpochs } from './faultResults';
import { runFaults } from './faults';
import { openForm } from './fileTrade';
import { switchOnPapers } from './papers';
import { switchOnTotals } from './totals';

export type TradeKind = 'plain' | 'totals' | 'files' | 'papers';

/** Half of the clients trade in all the usual ways. */
const KINDS: TradeKind[] = ['plain', 'totals', 'plain', 'files', 'plain', 'papers'];

export interface FaultSitting {
	seed: number;
	/** How many placements the results file is to hold in all. */
	placements: number;
	/** How many clients trade at the same time. */
	clients: number;
	/** After this time nothing is put any more. */
	minutes?: number;
	/** Where what was made is kept; left out: a file of the seed below `test-output/`. */
	results?: string;
	/** Left out: clients of all kinds. */
	only?: TradeKind;
}

/**
 * Goes on with a campaign of faults where its results file ends, and adds to it.
 * @returns the exit code: 1 when anything was wrong, in whichever sitting
 */
export async function runFaultSitting(sitting: FaultSitting): Promise<number> {
	const { seed, minutes = Infinity } = sitting;
	const file = sitting.results ?? path.join(ROOT, 'test-output', `faults-${seed}.jsonl`);
	const earlier = await readEpochs(file);
	const made = earlier.flatMap(({ placements }) => placements).filter(isMade).length;
	const say = (line: string): void =>
		console.log(`${new Date().toISOString().slice(11, 19)} ${line}`);
	say(`${made} placements in ${file}`);
	const started = Date.now();
	const commit = await commitOf();
	const env = { NODE_OPTIONS: `--require ${path.join(__dirname, 'quietSqlite.js')}` };
	const server = await startN8nWithNodes({ env });
	const clients: FaultClient[] = [];
	try {
		for (let index = 0; index < sitting.clients; index++) {
			const kind = sitting.only ?? KINDS[index % KINDS.length]!;
			clients.push(await addClient(server, `client-${index + 1}`, kind));
			say(`client-${index + 1}: ${kind}`);
		}
		const { epochs, singles } = await runFaults({
			...{ clients, seed, earlier, say },
			placements: sitting.placements - made,
			endsAt: started + minutes * 60_000,
			keep: async (epoch) => await addEpoch(file, { ...epoch, commit }),
		});
		const seconds = (Date.now() - started) / 1000;
		const now = epochs.flatMap(({ placements }) => placements).filter(isMade).length;
		console.log(`${now} placements in ${Math.round(seconds)} s; in all:`);
		const all = await readEpochs(file);
		for (const line of figuresOf(all)) console.log(line);
		for (const [kind, count] of singles)
			console.log(`${kind}: ${count} single placements there are`);
		return all.some(({ wrong }) => wrong.length > 0) ? 1 : 0;
	} finally {
		await server.stop();
		for (const { sandbox } of clients) await sandbox.stop();
	}
}

async function commitOf(): Promise<string> {
	const asked = promisify(execFile)('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT });
	return await asked.then(
		({ stdout }) => stdout.trim(),
		() => 'unknown',
	);
}

const DAYS_READ = 5;

/** A client with stand-ins of its own; nothing of it is started by the clock. */
async function addClient(server: N8nServer, name: string, kind: TradeKind): Promise<FaultClient> {
	const sandbox = await startSandbox();
	sandbox.snelStart.switches.limits = null;
	const limits = { requestsPerMinute: 0, requestsInFlight: 50 };
	const plan = await planStage(sandbox, server, { limits });
	const { settings, shops, snelStart } = plan.request.file;
	// The orders that the shops recorded are older.
	const ordersFrom = new Date(Date.now() - DAYS_READ * 86_400_000).toISOString().slice(0, 10);
	const read = Object.entries(shops).map(([shop, one]) => [shop, { ...one, ordersFrom }]);
	const file = {
		...(snelStart && { snelStart }),
		settings: { ...settings, client: name },
		shops: Object.fromEntries(read) as typeof shops,
	};
	const upload = { ...plan.upload, user: name };
	let stage: DemoStage = { ...plan, upload, ids: {}, request: { ...plan.request, file } };
	if (kind === 'totals') {
		stage = await switchOnTotals(stage, { relationId: guidFor('relatie', 1000) });
	} else if (kind === 'files') {
		stage = await withFileShop(stage);
		await openForm(stage);
	} else if (kind === 'papers') stage = await switchOnPapers(stage);
	else {
		stage = { ...stage, ids: await importClient({ ...stage.request, inactive: true }) };
	}
	const kinds = { inTotals: kind === 'totals', inFiles: kind === 'files' };
	return { stage, sandbox, ...kinds, withPapers: kind === 'papers' };
}
