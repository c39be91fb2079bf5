import { startSandbox, type Sandbox } from '../../../sandbox';
import { guidFor } from '../../../sandbox/snelstart/identity';
import { costCentres, journals } from '../../../sandbox/snelstart/seed';
import { accountId, credentialsOf } from '../SnelStart/support';
import { checkSettings, complaintsAbout } from './support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.stop());

const unknownId = guidFor('nobody', 1);
const inFirstRow = (fields: Record<string, unknown>) => ({
	rows: [{ of: 'vatMapping' as const, index: 0, fields: fields as never }],
});

describe('against the administration', () => {
	it.each([
		[
			'an account of another VAT rate (BOE-0082)',
			{ productsAccountId: accountId(8010) },
			"'VAT Mapping' NL 21 %, Products Account: ledger account 8010 Omzet laag takes the VAT rates low, not high; choose another account or another 'VAT Rate'.",
		],
		[
			'an account that does not exist',
			{ shippingAccountId: unknownId },
			"'VAT Mapping' NL 21 %, Shipping Account: this ledger account is not in the administration; choose another one.",
		],
		[
			'an inactive account',
			{ discountAccountId: accountId(8090) },
			"'VAT Mapping' NL 21 %, Discount Account: ledger account 8090 Omzet hoog oude winkel is inactive; choose another one.",
		],
		[
			'an account that demands a cost centre',
			{ feesAccountId: accountId(8095) },
			"'VAT Mapping' NL 21 %, Fees Account: ledger account 8095 Omzet hoog per filiaal demands a cost centre; fill 'Cost Centre' or choose another account.",
		],
		[
			'a percentage that the rate does not have today',
			{ percentage: 19 },
			"'VAT Mapping' NL 19 %: 'VAT Rate' high is 21 % in SnelStart today, and 'Percentage' says 19 %; change one of them.",
		],
	])('refuses %s', async (_, fields, complaint) => {
		expect(await complaintsAbout(sandbox, inFirstRow(fields))).toEqual([complaint]);
	});

	it.each([
		['icp', "'ICP'", 8170],
		['international', "'International'", 8150],
	])('refuses for %s an account of another box of the VAT return', async (name, place, number) => {
		const accounts = { productsAccountId: accountId(number), shippingAccountId: '' };
		const [complaint, ...others] = await complaintsAbout(sandbox, {
			parameters: { [name]: { accounts } },
		});
		expect(others).toEqual([]);
		expect(complaint).toMatch(
			`${place}, Products Account: ledger account ${number} would land in the wrong box of the VAT return`,
		);
	});

	it.each([
		['a purchase journal', { salesJournalId: journals[3]!.id }, "'Sales Journal' is a journal of"],
		['an unknown journal', { salesJournalId: unknownId }, "'Sales Journal': the chosen one is not"],
		[
			'an inactive cost centre',
			{ costCentreId: costCentres[2]!.id },
			"'Cost Centre': the chosen one is inactive",
		],
		[
			'an unknown template',
			{ salesOrderTemplateId: unknownId },
			"'Sales Order Template': the chosen one is not",
		],
		[
			'a rounding account that takes VAT only',
			{ roundingAccountId: accountId(8000) },
			"'Rounding Account': ledger account 8000 Omzet hoog takes the VAT rates high, not none",
		],
	])('refuses %s', async (_, options, words) => {
		const complaints = await complaintsAbout(sandbox, { options });
		expect(complaints).toHaveLength(1);
		expect(complaints[0]).toContain(words);
	});

	it('refuses a fixed debtor that is not in the administration (J070)', async () => {
		const rows = [{ paymentMethod: 'klarna', relationId: unknownId }];
		expect(await complaintsAbout(sandbox, { parameters: { fixedDebtors: { rows } } })).toEqual([
			'\'Fixed Debtors\' "klarna": this relation is not in the administration; choose another one.',
		]);
	});

	it('lists every complaint at once, the first one in the message', async () => {
		const { error } = await checkSettings(sandbox, {
			rows: [
				{ of: 'vatMapping', index: 0, fields: { productsAccountId: accountId(8090) } },
				{ of: 'vatMapping', index: 1, fields: { percentage: 6, feesAccountId: unknownId } },
			],
			options: { costCentreId: unknownId },
		});
		const lines = error!.description!.split('\n');
		expect(lines).toHaveLength(4);
		expect(lines.every((line) => line.startsWith('• '))).toBe(true);
		expect(error!.message).toBe(`4 settings need attention. ${lines[0]!.slice(2)}`);
	});
});

describe('by themselves', () => {
	it.each([
		[
			'a status that is both booked and skipped',
			{
				rows: [{ of: 'shops' as const, index: 0, fields: { statusesToSkip: 'completed, failed' } }],
			},
			[
				'Shop "woocommerce": status "completed" stands both in \'Statuses to Book\' and in \'Statuses to Skip\'; keep one.',
			],
		],
		[
			'no status to book',
			{ rows: [{ of: 'shops' as const, index: 1, fields: { statusesToBook: ' , ' } }] },
			['\'Statuses to Book\' of shop "jouwweb" is empty, so nothing would ever be booked.'],
		],
		[
			'one shop twice and a percentage that contradicts its rate',
			{
				rows: [
					{ of: 'shops' as const, index: 1, fields: { shop: 'woocommerce' } },
					{ of: 'vatMapping' as const, index: 2, fields: { vatKind: 'high' } },
				],
			},
			[
				'\'Shops\' names the shop "woocommerce" twice; every shop needs a name of its own.',
				"'VAT Mapping' of NL 0 %: 'Percentage' and 'VAT Rate' contradict each other; 0 % goes with None (geen), any other percentage with High, Low or Other.",
			],
		],
	])('refuses %s', async (_, changes, complaints) => {
		expect(await complaintsAbout(sandbox, changes)).toEqual(complaints);
	});

	it('asks SnelStart nothing as long as the settings contradict themselves', async () => {
		const { journal } = sandbox.snelStart;
		const before = journal.entries.length;
		const complaints = await complaintsAbout(sandbox, {
			parameters: { shops: {}, vatMapping: {} },
		});
		expect(complaints.join(' ')).toMatch(/Add at least one shop.*Add at least one row/);
		expect(journal.entries.slice(before)).toEqual([]);
	});
});

describe('access', () => {
	it('says that the subscription key is wrong', async () => {
		const { snelStartB2bApi } = credentialsOf(sandbox);
		const { error, outputs } = await checkSettings(
			sandbox,
			{},
			{ credentials: { snelStartB2bApi: { ...snelStartB2bApi, subscriptionKey: 'wrong' } } },
		);
		expect(outputs).toEqual([]);
		expect(error?.message).toMatch(/subscription key/i);
		expect(error?.description).toBeTruthy();
	});

	it('gives one item with the error and what to do when errors are to be continued', async () => {
		const { error, outputs } = await checkSettings(sandbox, inFirstRow({ percentage: 19 }), {
			continueOnFail: true,
		});
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(1);
		expect(outputs[0]![0]).toMatchObject({
			json: { error: expect.stringContaining('NL 19 %'), tip: expect.stringContaining('• ') },
			pairedItem: { item: 0 },
		});
	});
});
