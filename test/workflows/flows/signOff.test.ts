import { cellsOf } from '../../support/flow/rows';
import { startStage, type Stage } from '../../support/flow/stage';

const SIGN = 5;
let stage: Stage;

const asked = { client: 'my-client', tab: 'reconciliation', language: 'nl', search: '', page: 1 };
async function dashboard(output: number, more: object) {
	stage.engine.answers.splice(0);
	const days = { from: '2026-10-01', until: '2026-10-31' };
	const item = { ...asked, ...days, ...more };
	const { error } = await stage.engine.run('Dashboard', 'Open dashboard', [item], output);
	if (error) throw error;
	return stage.engine.answers[0]!;
}
const signOffs = () => stage.engine.rows('MonthSignOffs').map(cellsOf);
const signing = {
	...{ action: 'signOff', month: '2026-10', by: 'anna', upTo: 0.05 },
	setAside: '[["woocommerce","33",-2]]',
};

beforeAll(async () => {
	stage = await startStage();
	stage.engine
		.table('MonthSignOffs')
		.insert({ client: 'another', month: '2026-10', signedBy: 'bob' });
});
afterAll(async () => await stage?.sandbox.stop());

test('a month is signed off once, by whom and when, for this client alone', async () => {
	for (const by of ['bob', 'anna']) {
		expect((await dashboard(SIGN, { ...signing, by })).statusCode).toBe(303);
	}
	expect(signOffs()).toMatchObject([
		{ client: 'another', signedBy: 'bob' },
		{ client: 'my-client', month: '2026-10', signedBy: 'anna', upTo: 0.05 },
	]);
	expect(Date.parse(String(signOffs()[1]!.signedAt))).toBeLessThanOrEqual(Date.now());
	const { body } = await dashboard(0, {});
	expect(body).toMatch(/10-2026: afgetekend door anna/);
	// On one line: the space does not break.
	expect(body).toContain('woocommerce 33 (€\u00a0-0,02)');
	await stage.engine.run('Office dashboard', 'Open office dashboard', [{ language: 'nl' }]);
	expect(stage.engine.answers.at(-1)!.body).toMatch(/data-name="Afgetekend"[\s\S]*?10-2026/);
});

test('a credit note that is booked in it afterwards stands there by its number', async () => {
	stage.engine.table('BookingRecords').insert({
		...{ client: 'my-client', shop: 'woocommerce', kind: 'refund', number: 'C4711' },
		...{ documentKey: 'my-client/woocommerce/1/refund/2', documentDate: '2026-10-30' },
		bookedAt: new Date(stage.now().getTime() + 60_000).toISOString(),
	});
	expect((await dashboard(0, {})).body).toMatch(/C4711, gedateerd op 30-10-2026, is geboekt op/);
	// The whole month counts, however little of it the page shows.
	const days = { from: '2026-10-31', until: '2026-11-29' };
	expect((await dashboard(0, days)).body).toMatch(/C4711, gedateerd op 30-10-2026/);
	expect((await dashboard(0, { tab: 'errors' })).body).not.toContain('C4711');
});

test('the signature is taken back, that of another client stays', async () => {
	await dashboard(SIGN, { action: 'takeBack', month: '2026-10' });
	expect(signOffs()).toMatchObject([{ client: 'another' }]);
});
