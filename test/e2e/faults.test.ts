import type { Sandbox } from '../../sandbox/index';
import { runHourly } from '../../scripts/demoStage';
import type { DemoStage } from '../../scripts/demoStage';
import type { FaultKind } from '../../sandbox/faults';
import { runFaults } from '../campaigns/faults';
import { startStage, startStandIns } from './support/stage';

/** Without those that hang for a minute, or after which SnelStart is given two minutes to go on. */
const QUICK: FaultKind[] = ['401', '429', '500', '500-after-commit', '504-after-commit'];
QUICK.push('reset-before-commit', 'reset-after-commit', 'html', 'html-200');

let sandbox: Sandbox;
let stage: DemoStage;

beforeAll(async () => {
	sandbox = await startStandIns();
	sandbox.snelStart.switches.limits = null;
	stage = await startStage(sandbox);
	await runHourly(stage);
});
afterAll(async () => {
	await stage?.server.stop();
	await sandbox?.stop();
});

// The long form: npm run test:faults.
test('W062: faults anywhere leave each order, credit note and customer exactly once', async () => {
	const { faults, met } = await runFaults({
		...{ stage, sandbox, seed: 14, placements: 6, kinds: QUICK },
		settlesWithinMs: 600_000,
	});
	expect(faults).toEqual([]);
	expect(met).toBeGreaterThan(3);
});
