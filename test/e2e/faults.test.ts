import type { Sandbox } from '../../sandbox/index';
import type { DemoStage } from '../../scripts/demoStage';
import type { FaultKind } from '../../sandbox/faults';
import { isMade } from '../campaigns/faultResults';
import { runFaults } from '../campaigns/faults';
import { startStage, startStandIns } from './support/stage';

/** Without those that hang for a minute, or after which SnelStart is given two minutes to go on. */
const QUICK: FaultKind[] = ['401', '429', '500', '500-after-commit', '504-after-commit'];
QUICK.push('reset-before-commit', 'reset-after-commit', 'html', 'html-200', 'cut');

let sandbox: Sandbox;
let stage: DemoStage;

beforeAll(async () => {
	sandbox = await startStandIns();
	sandbox.snelStart.switches.limits = null;
	stage = await startStage(sandbox);
});
afterAll(async () => {
	await stage?.server.stop();
	await sandbox?.stop();
});

// The long form: npm run test:faults.
test('W062: faults anywhere leave each order, credit note, payment and customer exactly once', async () => {
	const { epochs } = await runFaults({
		...{ clients: [{ stage, sandbox }], seed: 14, placements: 10, kinds: QUICK },
		settlesWithinMs: 600_000,
	});
	expect(epochs.flatMap(({ wrong }) => wrong)).toEqual([]);
	const made = epochs.flatMap(({ placements }) => placements.filter(isMade));
	expect(made).toHaveLength(10);
	expect(new Set(made.map(({ step }) => step)).size).toBeGreaterThan(2);
});
