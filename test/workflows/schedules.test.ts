import type { INode } from 'n8n-workflow';

import { templates } from './templates';

const nodesOf = (template: string): INode[] =>
	templates.find(({ file }) => file === `${template}.json`)!.nodes;

interface Rule {
	interval: Array<Record<string, unknown>>;
}

const intervals = (template: string) =>
	nodesOf(template)
		.filter(({ type }) => type.endsWith('.scheduleTrigger'))
		.flatMap(({ parameters }) => (parameters.rule as unknown as Rule).interval);

test.each([
	'hourly-order-sync-woocommerce',
	'hourly-order-sync-jouwweb',
	'hourly-refund-sync-woocommerce',
])('J030, W024: %s reads every hour', (template) => {
	expect(intervals(template)).toEqual([
		expect.objectContaining({ field: 'hours', hoursInterval: 1 }),
	]);
});

test.each([
	['J031, J033', 'nightly-status-review-woocommerce'],
	['J031, J033', 'nightly-status-review-jouwweb'],
	['J038', 'daily-payment-matching-woocommerce'],
	['J038', 'daily-payment-matching-jouwweb'],
])('%s: %s runs once a day, at night', (_, template) => {
	const [daily, ...others] = intervals(template);
	expect(others).toEqual([]);
	// n8n's own default is every day.
	expect(daily?.field ?? 'days').toBe('days');
	expect(daily?.daysInterval ?? 1).toBe(1);
	expect(daily?.triggerAtHour).toBeLessThan(8);
});

test('W020, W022: a webhook of the shop starts the realtime sync', () => {
	expect(nodesOf('realtime-order-sync-woocommerce').map(({ type }) => type)).toContain(
		'n8n-nodes-webshop-snelstart.wooCommerceStoreTrigger',
	);
});

test('W025: hourly and realtime do the same with an order', () => {
	const called = (template: string) =>
		nodesOf(template)
			.filter(({ type }) => type === 'n8n-nodes-base.executeWorkflow')
			.map(({ name }) => name);
	for (const template of ['hourly-order-sync-woocommerce', 'realtime-order-sync-woocommerce']) {
		expect(called(template)).toContain('Process orders');
	}
});
