import type { Sandbox } from '../sandbox/index';
import { makeSettlement } from '../sandbox/payments/mollieSettlement';
import type { Settled } from '../sandbox/payments/mollieSettlement';
import type { SnelStartSandbox } from '../sandbox/snelstart/server';
import { refundOf } from '../sandbox/woocommerce/seedRefund';
import type { Execution } from '../cli/executionData';
import type { WorkflowJson } from '../cli/workflowJson';
import { runWorkflow } from './demoStage';
import type { DemoStage } from './demoStage';

const DAY_MS = 86_400_000;
const FIRST_ORDER = 101;
const ORDERS = 24;
const REFUNDED_ORDER = FIRST_ORDER + ORDERS;
const REFUND = REFUNDED_ORDER + 1;
const RECONCILIATION = 'Reconcile period WooCommerce';

/** The days (yyyy-MM-dd) of the week, of which the last is today. */
export interface Week {
	from: string;
	until: string;
	/** The day that the payout arrived: payments of the days before it are in it. */
	payout: string;
}

/** The last seven days before a moment. */
export function weekBefore(now: Date): Week {
	const dayBefore = (days: number): string =>
		new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10);
	return { from: dayBefore(7), until: dayBefore(0), payout: dayBefore(2) };
}

const cents = (amount: unknown): number => Math.round(Number(amount) * 100);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Gives the WooCommerce shop a week: orders of every day, a refund, and a payout of Mollie with the
 * payments of the first days. The others were not paid out yet.
 */
export function liveAWeek({ wooCommerce, mollie }: Sandbox, { from, payout }: Week): void {
	wooCommerce.seedOrders({ seed: 3, count: ORDERS, from, days: 7, firstId: FIRST_ORDER });
	wooCommerce.seedOrders({ seed: 1, count: 1, from, days: 3, firstId: REFUNDED_ORDER });
	const returned = wooCommerce.orders.find(({ id }) => id === REFUNDED_ORDER)!;
	const moment = new Date(`${text(returned.date_paid_gmt)}Z`);
	const dayAfter = new Date(moment.getTime() + DAY_MS);
	let lineId = REFUND * 10;
	const refund = refundOf(returned, 'line', REFUND, dayAfter, () => ++lineId);
	// The shop told Mollie to pay it back.
	wooCommerce.putRefund({ ...refund, refunded_payment: true });
	const paid = wooCommerce.orders.filter(
		({ id, transaction_id: payment, date_paid_gmt: moment }) =>
			id >= FIRST_ORDER && text(payment) !== '' && text(moment) < payout,
	);
	const settled = (order: (typeof paid)[number], amount: unknown): Settled => ({
		paymentId: text(order.transaction_id),
		description: `Order ${order.id}`,
		cents: Math.abs(cents(amount)),
		moment: `${text(order.date_paid_gmt)}+00:00`,
	});
	const records = makeSettlement({
		reference: `1234567.${payout.slice(2, 4)}${payout.slice(5, 7)}.01`,
		payments: paid.map((order) => settled(order, order.total)),
		refunds: [{ ...settled(returned, refund.amount), moment: dayAfter.toISOString() }],
		settledAt: `${payout}T08:12:00+00:00`,
	});
	Object.assign(mollie.records, records);
}

/** A call to SnelStart as its own screen would make it, by somebody who works there. */
async function byHand(
	{ tokenUrl, clientKey, baseUrl, subscriptionKey }: SnelStartSandbox,
	entryId: string,
	change: (entry: Record<string, unknown>) => void,
): Promise<void> {
	const form = new URLSearchParams({ grant_type: 'clientkey', clientkey: clientKey });
	const token = await fetch(tokenUrl, { method: 'POST', body: form });
	const { access_token: bearer } = (await token.json()) as { access_token: string };
	const url = `${baseUrl}/verkoopboekingen/${entryId}`;
	const headers = {
		Authorization: `Bearer ${bearer}`,
		'Ocp-Apim-Subscription-Key': subscriptionKey,
		'Content-Type': 'application/json',
	};
	const entry = (await (await fetch(url, { headers })).json()) as Record<string, unknown>;
	change(entry);
	const answer = await fetch(url, { method: 'PUT', headers, body: JSON.stringify(entry) });
	if (!answer.ok) throw new Error(`The demo could not change an entry: ${await answer.text()}`);
}

/**
 * What somebody types wrong: 94.46 for the 49.46 of three T-shirts. With 50.00 of articles at 0 % and
 * 4.13 of shipping, VAT is 21 % of 98.59, so 20.70, and the entry comes to 169.29; the shop charged 114.85.
 */
const MISTYPED = { number: 'W116', line: 49.46, typed: 94.46, vat: 20.7, total: 169.29 };

/** Somebody opens an entry in SnelStart and turns two digits round. */
export async function mistype({ snelStart }: Sandbox): Promise<void> {
	const { number, line, typed, vat, total } = MISTYPED;
	const booked = snelStart.books
		.summary()
		.salesEntries.find(({ factuurnummer }) => factuurnummer === number);
	if (!booked) throw new Error(`${number} is not in the books of the demo.`);
	await byHand(snelStart, booked.id, (entry) => {
		const lines = entry.boekingsregels as Array<Record<string, unknown>>;
		const rows = entry.btw as Array<Record<string, unknown>>;
		Object.assign(lines.find(({ bedrag }) => bedrag === line)!, { bedrag: typed });
		Object.assign(rows.find(({ btwBedrag }) => btwBedrag !== 0)!, { btwBedrag: vat });
		Object.assign(entry, { factuurbedrag: total });
	});
}

/** The template with the two days of its period written over the expressions, as its note says. */
export function ofPeriod(workflow: WorkflowJson, { from, until }: Week): WorkflowJson {
	const days: Record<string, string> = { from, until };
	const changed = structuredClone(workflow);
	const values = changed.nodes.find(({ name }) => name === 'Your values');
	const { assignments } = (values?.parameters.assignments ?? {}) as {
		assignments?: Array<{ name: string; value: unknown }>;
	};
	for (const assignment of assignments ?? []) {
		if (assignment.name in days) assignment.value = days[assignment.name];
	}
	return changed;
}

/** Compares the week with the books; the workflow is afterwards as it was. */
async function compareTheWeek(stage: DemoStage, week: Week): Promise<Execution> {
	const { server, ids } = stage;
	const id = ids[RECONCILIATION]!;
	const workflow = await server.api<WorkflowJson>('GET', `/workflows/${id}`);
	await server.client.updateWorkflow(id, ofPeriod(workflow, week));
	try {
		return await runWorkflow(stage, RECONCILIATION, 'When clicked');
	} finally {
		await server.client.updateWorkflow(id, workflow);
	}
}

/** What a bookkeeper sees of the week: refund credited, payments and payout booked. */
export async function settleTheWeek(stage: DemoStage): Promise<void> {
	await runWorkflow(stage, 'Hourly refund sync WooCommerce', 'Every hour');
	await runWorkflow(stage, 'Daily payment matching WooCommerce', 'Every day');
	await runWorkflow(stage, 'Payout matching Mollie', 'Every day');
}

/** Makes the difference that there is to find, and lets the reconciliation find it. */
export async function findTheDifference(stage: DemoStage, week: Week): Promise<void> {
	await mistype(stage.sandbox);
	await compareTheWeek(stage, week);
}
