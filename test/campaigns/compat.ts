/**
 * `npm run test:compat`: the packed nodes load, a client is imported and its shops are booked, on the
 * n8n that everything is tested with and on the oldest that the README names.
 */
import { parseArgs } from 'node:util';

import { OLDEST_N8N, TESTED_N8N } from '../../bookkeeping';
import { startSandbox } from '../../sandbox';
import { prepareStage, runHourly, switchOnSchedules } from '../../scripts/demoStage';
import type { RunSummary } from '../../scripts/demoSummary';
import { findTheDifference, liveAWeek, settleTheWeek, weekBefore } from '../../scripts/demoWeek';
import { startN8nWithNodes } from '../support/n8nServer';

/** What the main path gives on one n8n: the same on every one. */
interface MainPath {
	runs: RunSummary[];
	/** States of rows of the order table, counted. */
	states: Record<string, number>;
	/** What the comparison with the books found. */
	found: string[];
	dashboard: number;
}

function countOf(values: readonly string[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const value of [...values].sort()) counts[value] = (counts[value] ?? 0) + 1;
	return counts;
}

/** Two hourly runs, a refund, payments, a payout, a comparison, and the dashboard behind its login. */
async function walkMainPath(version: string): Promise<MainPath> {
	const week = weekBefore(new Date());
	const sandbox = await startSandbox();
	liveAWeek(sandbox, week);
	const server = await startN8nWithNodes({ version });
	try {
		const stage = await prepareStage(sandbox, server);
		const runs = [await runHourly(stage), await runHourly(stage)];
		await settleTheWeek(stage);
		await findTheDifference(stage, week);
		await switchOnSchedules(stage);
		const { url, user, password } = stage.dashboard;
		const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
		const page = await fetch(url, { headers: { Authorization: authorization } });
		const rows = await server.client.rows('WebshopOrders');
		const checks = await server.client.rows('PeriodChecks');
		return {
			runs,
			states: countOf(rows.map(({ kind, state }) => `${String(kind)} ${String(state)}`)),
			found: checks.map(({ kind, found }) => `${String(kind)} ${String(found)}`).sort(),
			dashboard: page.status,
		};
	} finally {
		await server.stop();
		await sandbox.stop();
	}
}

async function main(): Promise<number> {
	const { positionals } = parseArgs({ allowPositionals: true, options: {} });
	const versions = [TESTED_N8N, ...(positionals.length > 0 ? positionals : [OLDEST_N8N])];
	const seen: string[] = [];
	for (const version of versions) {
		const path = await walkMainPath(version);
		seen.push(JSON.stringify(path, null, 1));
		const { runs, dashboard } = path;
		const booked = runs.map(({ shops }) => shops.map((shop) => shop.booked).join(' + '));
		console.log(
			`n8n ${version}: booked ${booked.join(', then ')}; € ${runs[0]!.gross} in the books; dashboard ${dashboard}`,
		);
	}
	const others = versions.filter((_, index) => seen[index] !== seen[0]);
	if (others.length === 0) return 0;
	console.log(`Differs from n8n ${TESTED_N8N}: ${others.join(', ')}`);
	console.log(seen.join('\n'));
	return 1;
}

main().then(
	(status) => process.exit(status),
	(error: Error) => {
		console.error(error.message);
		process.exit(1);
	},
);
