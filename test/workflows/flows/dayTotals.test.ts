import type { ClientFile } from '../../../cli/clientFile';
import { openSnelStart } from '../../sandbox/client';
import { amountRefund } from '../../support/amountRefund';
import { startStage, type Stage } from '../../support/flow/stage';

const HOURLY = 'Hourly order sync WooCommerce';
const TOTALS = 'Book day totals';
const REFUNDS = 'Hourly refund sync WooCommerce';
const PAYMENTS = 'Daily payment matching WooCommerce';

let stage: Stage;
let collective = '';

const books = () => stage.sandbox.snelStart.books.summary();
const entryOf = (number: string) =>
	books().salesEntries.filter(({ factuurnummer }) => factuurnummer === number);
const keyOf = (id: number) => `my-client/woocommerce/${id}`;
const rows = (where: object) =>
	stage.engine
		.rows('WebshopOrders')
		.filter((row) => Object.entries(where).every(([name, value]) => row[name] === value));
const cents = (amount: unknown): number => Math.round(Number(amount) * 100);
const moment = () => stage.now().toISOString().slice(0, 19);

async function run(name: string, trigger = 'Every hour') {
	const done = await stage.engine.run(name, trigger);
	expect(done.error).toBeUndefined();
	return done;
}

function withTotals(client: ClientFile, relationId: string): ClientFile {
	return {
		...client,
		settings: {
			...client.settings,
			dayTotals: [{ shop: 'woocommerce', numberPrefix: 'WDAG', relationId }],
		},
	};
}

beforeAll(async () => {
	stage = await startStage(async (client, sandbox) => {
		const snelStart = await openSnelStart(sandbox.snelStart);
		const made = await snelStart.send('POST', '/relaties', {
			naam: 'Webshop day totals',
			relatiesoort: ['Klant'],
		});
		expect(made.status).toBe(201);
		collective = (made.json as { id: string }).id;
		return withTotals(client, collective);
	});
});
afterAll(async () => await stage?.sandbox.stop());

it('gathers', async () => {
	await run(HOURLY);
	console.log(
		rows({ kind: 'order' })
			.map(({ orderId, state, originalInvoiceNumber, code }) =>
				[orderId, state, originalInvoiceNumber, code].join(' '),
			)
			.join('\n'),
	);
	await run(TOTALS);
	console.log(
		rows({})
			.filter(({ state }) => state !== 'waiting')
			.map(
				({
					orderKey,
					kind,
					state,
					originalInvoiceNumber,
					snelStartNumber,
					salesEntryId,
					code,
					message,
				}) =>
					[
						orderKey,
						kind,
						state,
						originalInvoiceNumber,
						snelStartNumber,
						salesEntryId,
						code,
						message,
					].join(' '),
			)
			.join('\n'),
	);
	console.log(
		JSON.stringify(
			books()
				.salesEntries.filter((e) => String(e.factuurnummer).startsWith('WDAG'))
				.slice(0, 2),
			null,
			1,
		),
	);
});
