import { readDemoOptions } from '../../scripts/demoOptions';
import { bookedIn, newestRows, orderTable, shopCounts } from '../../scripts/demoSummary';
import { itemsFrom, lastItems, readExecution } from '../../cli/executionData';
import { countTests } from '../../scripts/testCount.js';

const counts = {
	shop: 'woocommerce',
	read: 5,
	booked: 3,
	waiting: 1,
	nothingToBook: 0,
	needsAttention: 1,
};

const endingWith = (...items: object[]) =>
	readExecution({
		id: 7,
		status: 'success',
		data: {
			resultData: {
				lastNodeExecuted: 'Count',
				runData: { Count: [{ data: { main: [items.map((json) => ({ json: { ...json } }))] } }] },
			},
		},
	});

describe('options', () => {
	it('have defaults', () => {
		expect(readDemoOptions([])).toEqual({ once: false, json: undefined, port: 5678 });
	});

	it('are read', () => {
		expect(
			readDemoOptions(['--once', '--json', 'a b.json', '--port', '6000', '--sandbox-port', '7000']),
		).toEqual({ once: true, json: 'a b.json', port: 6000, sandboxPort: 7000 });
	});

	it.each([
		[['--json', 'x.json'], /--json goes together with --once/],
		[['--port', 'abc'], /--port takes a port number from 1 to 65535 and not "abc"/],
		[['--sandbox-port', '65529'], /from 1 to 65528/],
		[['--what'], /--what/],
	])('%j is refused', (args, message) => {
		expect(() => readDemoOptions(args)).toThrow(message);
	});
});

describe('execution', () => {
	it('joins the outputs of several runs of a node', () => {
		const item = (n: number) => ({ json: { n } });
		const execution = readExecution({
			id: '1',
			status: 'success',
			data: {
				resultData: {
					lastNodeExecuted: 'B',
					runData: {
						A: [{ data: { main: [[item(1)], null] } }, { data: { main: [[item(2)], [item(3)]] } }],
						B: [{}],
					},
				},
			},
		});
		expect(itemsFrom(execution, 'A')).toEqual([{ n: 1 }, { n: 2 }]);
		expect(itemsFrom(execution, 'A', 1)).toEqual([{ n: 3 }]);
		expect(itemsFrom(execution, 'Unknown')).toEqual([]);
		expect(lastItems(execution)).toEqual([]);
	});

	it('tells what went wrong and where', () => {
		const { error } = readExecution({
			id: '1',
			status: 'error',
			data: {
				resultData: {
					lastNodeExecuted: 'Call',
					error: { message: 'No token', description: 'Check the key', node: { name: 'Book' } },
				},
			},
		});
		expect(error).toEqual({ message: 'No token', description: 'Check the key', node: 'Book' });
	});
});

describe('summary of a run', () => {
	it('takes the counts from the last node', () => {
		expect(shopCounts('Hourly', endingWith({ ...counts, more: 1 }))).toEqual(counts);
	});

	it('finds them though another node ran after the one that counts', () => {
		const execution = endingWith(counts);
		const outputs = { ...execution.outputs, 'Paused?': [[]] };
		expect(shopCounts('Hourly', { ...execution, outputs, lastNode: 'Paused?' })).toEqual(counts);
	});

	it.each([[[]], [[{ shop: 'woocommerce', read: 1 }]], [[counts, counts]]])(
		'refuses %j',
		(items) => {
			expect(() => shopCounts('Hourly', endingWith(...items))).toThrow(/must end with one item/);
		},
	);

	it('adds up what was booked', () => {
		expect(bookedIn({ shops: [counts, { ...counts, booked: 4 }] })).toBe(7);
	});
});

describe('order table', () => {
	const row = (more: object) => ({
		id: 1,
		client: 'demo',
		shop: 'woocommerce',
		orderKey: 'woocommerce:1',
		orderNumber: '1',
		state: 'booked',
		regime: 'domestic',
		total: 12.1,
		vat: '2.1',
		code: null,
		message: null,
		tip: null,
		snelStartNumber: 'W1',
		...more,
	});

	it('shows the newest of doubled rows', () => {
		const rows = [row({ id: 3, state: 'booked' }), row({ id: 2, state: 'claimed' })];
		expect(newestRows(rows).map(({ state }) => state)).toEqual(['booked']);
	});

	it('leaves out payments, which would be as many as the orders', () => {
		const rows = [row({}), row({ id: 2, orderKey: 'payment', kind: 'payment', orderNumber: '77' })];
		expect(orderTable(rows)).not.toContain('77');
	});

	it('lines up amounts and sorts by order number', () => {
		const table = orderTable([
			row({ orderKey: '10', orderNumber: '10', total: 1210, vat: 210 }),
			row({
				orderKey: '9',
				orderNumber: '9',
				state: 'needsAttention',
				snelStartNumber: null,
				code: 'VAT_NUMBER_MISSING',
				message: 'No VAT number.',
				tip: 'Add it.',
			}),
		]);
		expect(table.split('\n')).toEqual([
			'Shop         Order  Regime      Total     VAT  State           SnelStart  What to do',
			'───────────  ─────  ────────  ───────  ──────  ──────────────  ─────────  ──────────',
			'woocommerce  9      domestic    12.10    2.10  needsAttention             VAT_NUMBER_MISSING: No VAT number. Add it.',
			'woocommerce  10     domestic  1210.00  210.00  booked          W1',
		]);
	});
});

describe('count of tests', () => {
	it('adds the summaries and counts a file that does not load as a failure', () => {
		expect(
			countTests([
				{ numPassedTests: 3, numFailedTests: 0, numRuntimeErrorTestSuites: 0 },
				{ numPassedTests: 2, numFailedTests: 1, numRuntimeErrorTestSuites: 1 },
			]),
		).toEqual({ passed: 5, failed: 2 });
	});
});
