import { WebshopSettings } from '../../../nodes/WebshopSettings/WebshopSettings.node';
import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { guidFor } from '../../../sandbox/snelstart/identity';
import { checkSettings, complaintsAbout, settingsIn } from './support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.snelStart.reset());
afterAll(() => sandbox.stop());

const group = (number: number) => guidFor('artikelomzetgroepen', number);
const revenueGroups = {
	rows: [
		{ vatKind: 'high', revenueGroupId: group(1) },
		{ vatKind: 'low', revenueGroupId: group(2) },
		{ vatKind: 'none', revenueGroupId: group(4) },
	],
};
const parameters = { document: 'salesOrder', revenueGroups };

it('sales entries are the default, and nothing more is read for them (J021)', async () => {
	const run = await checkSettings(sandbox);
	expect(settingsIn(run)).toMatchObject({
		document: 'salesEntry',
		salesOrders: { vatEntry: 'exclusive', revenueGroups: [] },
	});
	expect(sandbox.snelStart.journal.calls()['GET artikelomzetgroepen']).toBeUndefined();
});

it('takes sales orders with their revenue groups and options (J020, J153, J180)', async () => {
	const salesOrderOptions = { vatEntry: 'inclusive', jouwWebItemCode: 'JW' };
	const run = await checkSettings(sandbox, { parameters: { ...parameters, salesOrderOptions } });
	expect(settingsIn(run)).toMatchObject({
		document: 'salesOrder',
		salesOrders: {
			vatEntry: 'inclusive',
			revenueGroups: revenueGroups.rows,
			dummyItems: { deleted: 'DELETED', jouwWeb: 'JW' },
		},
	});
});

it('refuses a revenue group of another VAT rate, and short article codes (J057)', async () => {
	sandbox.snelStart.switches.itemCodeKind = 'Numeriek';
	const rows = revenueGroups.rows.map((row) => ({ ...row, revenueGroupId: group(1) }));
	const complaints = await complaintsAbout(sandbox, {
		parameters: { ...parameters, revenueGroups: { rows } },
	});
	expect(complaints).toEqual([
		expect.stringMatching(/^'Revenue Groups' low: .* has the VAT rate high/),
		expect.stringMatching(/^'Revenue Groups' none: .* has the VAT rate high/),
		expect.stringMatching(/25 letters and digits/),
	]);
});

it('misses a revenue group', async () => {
	const { error } = await checkSettings(sandbox, { parameters: { document: 'salesOrder' } });
	expect(error?.description).toMatch(/'Revenue Groups' needs a row for the VAT rate high/);
});

it('offers the revenue groups with their VAT', () => {
	expect(new WebshopSettings().methods.loadOptions).toHaveProperty('getRevenueGroups');
});
