/**
 * `npm run test:orderfile`: one order file of 20,000 rows on a real n8n, sent as a browser does: preview, book,
 * and the same file once more. Judged by the books of the sandbox: each order once, to the cent.
 */
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { startSandbox } from '../../sandbox';
import { prepareStage, withFileShop, type DemoStage } from '../../scripts/demoStage';
import { startN8nWithNodes } from '../support/n8nServer';
import { failedRuns, untilAtRest } from './rest';

const HEADINGS =
	'Bestelnummer;Besteldatum;Naam;E-mail;Adres;Postcode;Plaats;Land;Artikel;Aantal;Prijs;Btw %;Totaal;Btw';
const FORM = 'Orders from a file (webshop)';
const FIRST = 1_000_001;
const CUSTOMERS = 50;

/** Of an order of 1 to 97 articles of 1.00 without VAT, at 21 %. */
const articles = (index: number): number => 1 + (index % 97);
const euro = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',');

function rowOf(index: number): string {
	const count = articles(index);
	const customer = `jo${index % CUSTOMERS}@example.com`;
	const address = `Kade 7;3012 CA;Rotterdam;NL`;
	const amounts = `${count};1,21;21;${euro(121 * count)};${euro(21 * count)}`;
	return `${FIRST + index};22-11-2026;Jo;${customer};${address};Mok;${amounts}`;
}

/** Sends the form. @returns what the page says, and after how many seconds it came */
async function send(stage: DemoStage, url: string, what: string, file: string) {
	const { user, password } = stage.upload;
	const form = new FormData();
	form.set('field-0', what);
	form.set('field-1', new Blob([file]), 'orders.csv');
	const headers = {
		Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
	};
	const started = Date.now();
	const answer = await fetch(url, { method: 'POST', headers, body: form });
	const page = (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
	return { page, seconds: Math.round((Date.now() - started) / 1000) };
}

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { rows: { type: 'string', default: '20000' } } });
	const rows = Number(values.rows);
	const file = [HEADINGS, ...Array.from({ length: rows }, (_, index) => rowOf(index))].join('\r\n');
	const sandbox = await startSandbox();
	sandbox.snelStart.switches.limits = null;
	const server = await startN8nWithNodes();
	try {
		const limits = { requestsPerMinute: 0, requestsInFlight: 50 };
		const stage = await withFileShop(await prepareStage(sandbox, server, { limits }));
		const url = `${server.baseUrl}/form/my-client-webshop-orders`;
		await server.client.run(stage.ids['Client settings']!, 'When clicked');
		await server.client.activate(stage.ids['Process orders']!);
		await server.client.activate(stage.ids[FORM]!);
		await wait(5_000);
		const entries = () =>
			sandbox.snelStart.books
				.summary()
				.salesEntries.filter(({ factuurnummer }) => /^F1\d{6}$/.test(factuurnummer));

		const preview = await send(stage, url, 'Voorbeeld', file);
		console.log(`preview: ${preview.seconds} s; ${preview.page.slice(0, 200)}`);
		assert.equal(entries().length, 0);
		for (const turn of ['booked', 'the same file again']) {
			const calls = sandbox.snelStart.journal.entries.length;
			const started = Date.now();
			const answer = await send(stage, url, 'Alles boeken', file);
			console.log(`${turn}: page after ${answer.seconds} s; ${answer.page.slice(0, 160)}`);
			const progress = setInterval(() => console.log(`  ${entries().length}`), 30_000);
			await untilAtRest(stage);
			const failed = await failedRuns(stage, FORM);
			clearInterval(progress);
			const seconds = Math.round((Date.now() - started) / 1000);
			const sent = sandbox.snelStart.journal.entries.length - calls;
			console.log(`${turn}: ${seconds} s, ${sent} calls, ${failed} runs failed`);
			const found = entries();
			assert.equal(failed, 0);
			assert.equal(found.length, rows);
			const cents = new Map(
				found.map((one) => [one.factuurnummer, Math.round(Number(one.factuurbedrag) * 100)]),
			);
			assert.equal(cents.size, rows);
			for (let index = 0; index < rows; index += 1) {
				assert.equal(cents.get(`F${FIRST + index}`), 121 * articles(index));
			}
		}
		console.log(`${rows} orders, each once and to the cent.`);
	} finally {
		await server.stop();
		await sandbox.stop();
	}
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
