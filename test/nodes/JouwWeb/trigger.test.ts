import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { JouwWebTrigger } from '../../../nodes/JouwWeb/JouwWebTrigger.node';
import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { publish } from '../../support/poller';

let sandbox: Sandbox;
let now = 0;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.stop());
beforeEach(() => {
	sandbox.jouwWeb.reset();
	now = Date.UTC(2026, 10, 1, 9);
	jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => jest.restoreAllMocks());

const minute = 60_000;
const day = 24 * 60 * minute;

/** An order as the shop shows it, changed `agoMs` before now. */
function put(id: number, more: IDataObject = {}, agoMs = 0): void {
	const moment = new Date(now - agoMs).toISOString();
	const before = sandbox.jouwWeb.orders.find((order) => order.id === id);
	sandbox.jouwWeb.putOrder({
		createdAt: moment,
		status: 'processed',
		...before,
		id,
		orderNumber: `N${id}`,
		updatedAt: moment,
		...more,
	});
}

function activate(parameters: INodeParameters = {}, stored?: IDataObject) {
	const trigger = publish(
		new JouwWebTrigger(),
		{
			website: { __rl: true, mode: 'list', value: sandbox.jouwWeb.websiteId },
			simplify: false,
			...parameters,
		},
		{ jouwWebTokenApi: { baseUrl: sandbox.jouwWeb.baseUrl, token: sandbox.jouwWeb.token } },
		stored,
	);
	const ids = async () => ((await trigger.poll()) ?? []).map(({ json }) => json.id);
	return { ...trigger, ids };
}

it('starts with what comes after it, and hands over new and changed orders once', async () => {
	put(1, {}, 10 * minute);
	const trigger = activate();
	expect(await trigger.ids()).toEqual([]);
	now += minute;
	put(2);
	expect(await trigger.ids()).toEqual([2]);
	expect(await trigger.ids()).toEqual([]);
	now += minute;
	put(1, { status: 'shipped' });
	put(3);
	expect((await trigger.ids()).sort()).toEqual([1, 3]);
	expect(await trigger.ids()).toEqual([]);
});

it('hands over orders from a given moment on, and nothing before it', async () => {
	put(1, {}, 60 * minute);
	put(2, {}, 20 * minute);
	const trigger = activate({ options: { startFrom: new Date(now - 30 * minute).toISOString() } });
	expect(await trigger.ids()).toEqual([2]);
	expect(await trigger.ids()).toEqual([]);
});

it('hands over an order that the shop shows later than it dates it', async () => {
	const trigger = activate();
	await trigger.ids();
	now += 30 * minute;
	put(1);
	expect(await trigger.ids()).toEqual([1]);
	put(2, {}, 25 * minute);
	expect(await trigger.ids()).toEqual([2]);
});

it('goes on after a restart where it stopped, days later', async () => {
	const first = activate();
	await first.ids();
	put(1);
	expect(await first.ids()).toEqual([1]);
	const stored = first.saved();
	now += 5 * day;
	put(2, {}, 4 * day);
	put(3, {}, day);
	const second = activate({}, stored);
	expect((await second.ids()).sort()).toEqual([2, 3]);
	expect(await second.ids()).toEqual([]);
});

it('remembers nothing of a poll that failed', async () => {
	const trigger = activate();
	await trigger.ids();
	put(1);
	sandbox.jouwWeb.faults.add({ kind: '401', times: 2 });
	await expect(trigger.poll()).rejects.toMatchObject({
		message: 'JouwWeb does not allow this (HTTP 401)',
	});
	expect(await trigger.ids()).toEqual([1]);
});

it('hands an order over once when a slow poll is overtaken by the next', async () => {
	const trigger = activate();
	await trigger.ids();
	put(1);
	sandbox.jouwWeb.faults.add({ kind: 'slow', delayMs: 300, times: 1 });
	const handed = await Promise.all([trigger.ids(), trigger.ids()]);
	expect(handed.flat()).toEqual([1]);
	expect(await trigger.ids()).toEqual([]);
});

it('hands over an order once, when it first has one of the statuses', async () => {
	const trigger = activate({ event: 'newOrder', statuses: ['processed'] });
	await trigger.ids();
	put(1, { status: 'new' });
	expect(await trigger.ids()).toEqual([]);
	now += minute;
	put(1, { status: 'processed' });
	expect(await trigger.ids()).toEqual([1]);
	now += minute;
	put(1, { note: 'changed' });
	expect(await trigger.ids()).toEqual([]);
});

it('notices a change in a shop that does not say when it changed, by looking back', async () => {
	const silent = { updatedAt: null };
	const trigger = activate({ options: { lookBackDays: 7 } });
	put(1, { ...silent, status: 'new' }, 2 * day);
	await trigger.ids();
	now += minute;
	put(1, { ...silent, status: 'processed' });
	put(2, silent);
	expect((await trigger.ids()).sort()).toEqual([1, 2]);
	expect(await trigger.ids()).toEqual([]);
});

it('starts afresh when it is to look for something else', async () => {
	const first = activate();
	await first.ids();
	put(1);
	expect(await first.ids()).toEqual([1]);
	put(2);
	expect(await activate({ event: 'newOrder' }, first.saved()).ids()).toEqual([]);
	expect(await activate({}, first.saved()).ids()).toEqual([2]);
});

it('goes on after a crash that lost what was never saved', async () => {
	const first = activate();
	await first.ids();
	put(1);
	await first.ids();
	const saved = first.saved();
	// Polls that hand over nothing are not saved by n8n; the next process reads their part again.
	now += 3 * 60 * minute;
	expect(await first.ids()).toEqual([]);
	put(2, {}, 2 * 60 * minute);
	expect(await activate({}, saved).ids()).toEqual([2]);
});

it('shows the newest orders in a manual run, and remembers nothing', async () => {
	put(1);
	const trigger = activate({ simplify: true });
	const items = (await trigger.poll('manual')) ?? [];
	expect(items).toHaveLength(5);
	expect(items[0]?.json).toMatchObject({ id: 1, orderNumber: 'N1' });
	expect(Object.keys(items[0]!.json)).toHaveLength(10);
	expect(trigger.saved()).toEqual({});
});

it('says when the start is not a date, and when an order has no ID', async () => {
	await expect(activate({ options: { startFrom: 'soon' } }).poll()).rejects.toThrow(
		"'Start From' is not a date",
	);
	const trigger = activate();
	await trigger.ids();
	put(1, { id: '', orderNumber: '' });
	await expect(trigger.poll()).rejects.toMatchObject({
		context: { code: 'JOUWWEB_ORDER_WITHOUT_ID' },
	});
});

it('misses and repeats nothing over two weeks with thousands of orders', async () => {
	const trigger = activate();
	await trigger.ids();
	const handed: unknown[] = [];
	for (let hour = 0; hour < 14 * 24; hour++) {
		now += 60 * minute;
		for (let index = 0; index < 9; index++) put(hour * 9 + index, {}, (index * 6 + 1) * minute);
		handed.push(...(await trigger.ids()));
	}
	expect(handed).toHaveLength(14 * 24 * 9);
	expect(new Set(handed).size).toBe(handed.length);
	expect(JSON.stringify(trigger.saved()).length).toBeLessThan(3_000);
});
