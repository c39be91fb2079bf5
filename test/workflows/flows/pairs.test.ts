/**
 * Two runs of different templates that meet at one order: one is held before one of its
 * writes while the other runs to its end. Judged by the books of SnelStart: each order, credit note and payment is there once, and nothing stays open that is paid.
 */
import { guidFor } from '../../../sandbox/snelstart/identity';
import { startStage, type Stage } from '../../support/flow/stage';
import { fillInUndoForm, runFlow } from '../../support/flow/undoForm';

const SYNC = 'Hourly order sync WooCommerce';
const REVIEW = 'Nightly status review WooCommerce';
const REFUNDS = 'Hourly refund sync WooCommerce';
const PAYMENTS = 'Daily payment matching WooCommerce';
/** Of no. 29. */
const TOTAL = 1295;

let stage: Stage;
let lastId = 70_000;

interface Document {
	factuurnummer: string;
	factuurBedrag?: number;
	factuurbedrag?: number;
	openstaandSaldo: number;
}
const cents = (euro: unknown) => Math.round(Number(euro) * 100);
const documentsOf = (id: number) => {
	const { salesInvoices, salesEntries } =
		stage.sandbox.snelStart.books.summary() as unknown as Record<
			'salesInvoices' | 'salesEntries',
			Document[]
		>;
	// W70001, its credit note CW70001, and W70001-2.
	const isOf = ({ factuurnummer }: Document) =>
		new RegExp(`^C?[A-Z]*${id}(-|$)`).test(factuurnummer);
	return salesEntries.filter(isOf).map((entry) => ({
		number: entry.factuurnummer,
		amount: cents(entry.factuurbedrag),
		open: cents(
			salesInvoices.find(({ factuurnummer }) => factuurnummer === entry.factuurnummer)!
				.openstaandSaldo,
		),
	}));
};
const moment = () => stage.now().toISOString().slice(0, 19);
const orderOf = (id: number) => stage.sandbox.wooCommerce.orders.find((order) => order.id === id)!;
const now = () => ({ date_modified: moment(), date_modified_gmt: moment() });

function newOrder(): number {
	lastId += 1;
	const id = lastId;
	const usual = orderOf(29);
	stage.sandbox.wooCommerce.putOrder({
		...{ ...usual, ...now(), id, number: String(id), customer_id: id, transaction_id: `tr_${id}` },
		billing: { ...(usual.billing as object), email: `nr${id}@example.com` },
	});
	return id;
}

const run = async (name: string, trigger: string) => await runFlow(stage, name, trigger);
const sync = () => run(SYNC, 'Every hour');
const review = () => run(REVIEW, 'Every night');
const refunds = () => run(REFUNDS, 'Every hour');
const payments = () => run(PAYMENTS, 'Every day');
const undo = async (id: number) => {
	const form = { orders: String(id), closed: 'Meenemen', action: 'Terugdraaien', count: 1 };
	const submittedAt = stage.now().toISOString();
	await fillInUndoForm(stage, { ...form, submittedAt }).catch(() => undefined);
};

interface Pair {
	name: string;
	/** Brings an order to where both have something to do with it. */
	before: (id: number) => Promise<void>;
	held: (id: number) => Promise<void>;
	meanwhile: (id: number) => Promise<void>;
	/** What runs later anyhow. */
	after: () => Promise<void>;
	/** In cents, all documents of the order together. */
	left: number;
	/** How many sales entries and credit notes there may be. */
	most: number;
	/** Workflow and node that the one is held before. */
	places: string[];
}

const paidOnce = async () => {
	await sync();
	await refunds();
	await review();
	await payments();
	await sync();
	await payments();
};

const pairs: Pair[] = [
	{
		name: 'sync × nightly review: a new order',
		before: async () => undefined,
		held: sync,
		meanwhile: review,
		after: paidOnce,
		left: TOTAL,
		most: 1,
		places: ['Process orders/Book and record', 'Book and record/Record results'],
	},
	{
		name: 'payments × undo',
		before: sync,
		held: payments,
		meanwhile: undo,
		after: paidOnce,
		left: TOTAL,
		most: 3,
		places: [`${PAYMENTS}/Book and record`, 'Book and record/Register in SnelStart'],
	},
	{
		name: 'undo × payments',
		before: sync,
		held: undo,
		meanwhile: payments,
		after: paidOnce,
		left: TOTAL,
		most: 3,
		places: ['Book and record/Record new rows', 'Book and record/Register in SnelStart'],
	},
];

async function meetAt(pair: Pair, place: string): Promise<string[]> {
	const id = newOrder();
	await pair.before(id);
	let isFirst = true;
	stage.engine.waitsBefore = async (workflow, node) => {
		if (`${workflow}/${node}` !== place || !isFirst) return;
		isFirst = false;
		await pair.meanwhile(id);
	};
	await pair.held(id);
	stage.engine.waitsBefore = undefined;
	if (isFirst) return [`${place}: nobody came there`];
	await pair.after();
	const documents = documentsOf(id);
	const left = documents.reduce((all, { amount }) => all + amount, 0);
	const open = documents.reduce((all, one) => all + one.open, 0);
	const isWrong = left !== pair.left || open !== 0 || documents.length > pair.most;
	const rows = stage.engine
		.rows('WebshopOrders')
		.filter(({ orderKey }) => String(orderKey).startsWith(`my-client/woocommerce/${id}`))
		.map((row) => `${row.orderKey}:${row.state}:${row.code ?? ''}:${row.version ?? ''}`);
	if (!isWrong) return [];
	return [
		`${place}: ${documents.map(({ number, amount, open }) => `${number} ${amount} open ${open}`).join(', ')}; ${rows.join(' ')}`,
	];
}

beforeAll(async () => {
	stage = await startStage((client) => ({
		...client,
		settings: { ...client.settings, setOffJournalId: guidFor('dagboeken', 5) },
	}));
	for (const { id } of [...stage.sandbox.wooCommerce.orders]) {
		if (id !== 29) stage.sandbox.wooCommerce.removeOrder(id);
	}
	await sync();
});
afterAll(async () => await stage?.sandbox.stop());

it.each(pairs.map((pair) => [pair.name, pair] as const))(
	'%s',
	async (_name, pair) => {
		const faults: string[] = [];
		for (const place of pair.places) faults.push(...(await meetAt(pair, place)));
		expect(faults).toEqual([]);
	},
	120_000,
);
