import type { WorkflowJson } from '../../cli/workflowJson';
import type { Sandbox } from '../../sandbox/index';
import { startSandbox } from '../../sandbox/index';
import { weekInWords } from '../../scripts/demoSummary';
import { liveAWeek, ofPeriod, weekBefore } from '../../scripts/demoWeek';
import template from '../../workflows/reconcile-period-woocommerce.json';

const week = { from: '2026-11-23', until: '2026-11-30', payout: '2026-11-28' };

test('the week is the seven days before', () => {
	expect(weekBefore(new Date('2026-11-30T02:00:00Z'))).toEqual(week);
	expect(weekBefore(new Date('2027-03-02T23:59:00Z'))).toEqual({
		...{ from: '2027-02-23', until: '2027-03-02', payout: '2027-02-28' },
	});
});

describe('the week of the shop', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
		liveAWeek(sandbox, week);
	});
	afterAll(async () => await sandbox.stop());

	const ordersOfTheWeek = () => sandbox.wooCommerce.orders.filter(({ id }) => id > 100 && id < 200);

	it('has orders of every day, some not paid yet, and one refund', () => {
		const days = new Set(
			ordersOfTheWeek().map(({ date_created: day }) => String(day).slice(0, 10)),
		);
		expect(days.size).toBeGreaterThanOrEqual(7);
		expect([...days].every((day) => day >= week.from && day <= week.until)).toBe(true);
		expect(ordersOfTheWeek().filter(({ status }) => status === 'on-hold')).toHaveLength(4);
		const refunds = ordersOfTheWeek().flatMap((order) => order.refunds as object[]);
		expect(refunds).toEqual([expect.objectContaining({ total: '-21.95' })]);
	});

	it('adds € 1,621.09 to the € 1,643.11 of the recorded orders in the books', () => {
		const booked = ordersOfTheWeek().filter(({ status }) =>
			['processing', 'completed'].includes(String(status)),
		);
		expect(booked).toHaveLength(21);
		const cents = booked.reduce((sum, { total }) => sum + Math.round(Number(total) * 100), 0);
		expect(cents).toBe(162_109);
	});

	it('ends with a payout of what was paid before its day', () => {
		const [settlement] = sandbox.mollie.records.settlements;
		const { payments, refunds } = sandbox.mollie.records.contents[settlement!.id]!;
		expect(payments!.length).toBeGreaterThan(10);
		expect(refunds).toHaveLength(1);
		const last = payments!
			.map(({ paidAt }) => String(paidAt))
			.sort()
			.at(-1)!;
		expect(last < week.payout).toBe(true);
		const paid = ordersOfTheWeek().filter(({ transaction_id: payment }) => payment !== '');
		// The payments of the last days are still on their way.
		expect(paid.length).toBeGreaterThan(payments!.length);
	});
});

test('the reconciliation is asked for the days of the week, and for nothing else', () => {
	const before = template as unknown as WorkflowJson;
	const after = ofPeriod(before, week);
	const valuesOf = ({ nodes }: WorkflowJson) => {
		const { assignments } = nodes.find(({ name }) => name === 'Your values')!.parameters
			.assignments as { assignments: Array<{ name: string; value: string }> };
		return Object.fromEntries(assignments.map(({ name, value }) => [name, value]));
	};
	expect(valuesOf(after)).toEqual({
		...valuesOf(before),
		from: '2026-11-23',
		until: '2026-11-30',
	});
	expect(valuesOf(before).from).toContain('$now');
});

test('what happened and what there is to find is said in words', () => {
	const booked = { id: 1, client: 'a', shop: 'woocommerce', state: 'booked' };
	const rows = [
		{ ...booked, orderKey: '1', kind: 'order', orderNumber: '116', total: 114.85 },
		{ ...booked, orderKey: '2', kind: 'refund', snelStartNumber: 'CW125', total: -21.95 },
		{
			...booked,
			orderKey: '3',
			kind: 'payout',
			shop: 'mollie',
			orderNumber: 'R.1',
			total: 1_159.68,
		},
		{ ...booked, orderKey: '4', kind: 'payout', orderNumber: 'R.2', total: 5, state: 'ready' },
	];
	const checks = [
		{ kind: 'summary', orderNumber: '', found: '17 documents' },
		{ kind: 'notBookable', orderNumber: '41', found: 'CURRENCY_NOT_EUR' },
		{ kind: 'wrongAmount', orderNumber: '116', found: 'The shop says one thing.' },
	];
	expect(weekInWords(rows, checks).split('\n')).toEqual([
		'Refund credited as CW125: € -21.95',
		'Payout of mollie R.1 booked: € 1159.68',
		'To find: order 116. The shop says one thing.',
		'Look at the tab Reconciliation of the dashboard.',
	]);
});
