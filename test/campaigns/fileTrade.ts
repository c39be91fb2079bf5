import { setTimeout as wait } from 'node:timers/promises';

import { orderFilePath } from '../../cli/orderFiles';
import { withFileShop, type DemoStage } from '../../scripts/demoStage';
import { untilAtRest } from './rest';
import { Trade } from './trade';

const SHOP = 'webshop';
const FORM = 'Orders from a file (webshop)';
const HEADINGS =
	'Bestelnummer;Besteldatum;Naam;E-mail;Adres;Postcode;Plaats;Land;Artikel;Aantal;Prijs;Btw %;Totaal;Btw';

const addressOf = ({ server, request }: DemoStage): string =>
	`${server.baseUrl}/form/${orderFilePath(request.file.settings.client, SHOP)}`;
const signedIn = ({ upload: { user, password } }: DemoStage): Record<string, string> => ({
	Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});
const euro = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',');

/** Adds a shop whose orders come from a file, and publishes its form. */
export async function switchOnFiles(begun: DemoStage): Promise<DemoStage> {
	const stage = await withFileShop(begun);
	await stage.server.client.run(stage.ids['Client settings']!, 'When clicked');
	await openForm(stage);
	return stage;
}

/** Publishes the form of a client's shop without an API. */
export async function openForm(stage: DemoStage): Promise<void> {
	const { client } = stage.server;
	for (const name of ['Process orders', FORM]) await client.activate(stage.ids[name]!);
	await untilOpen(stage);
}

/** A form that was published, or an n8n that was started again, listens a moment later. */
async function untilOpen(stage: DemoStage): Promise<void> {
	for (let turn = 0; turn < 240; turn++) {
		const { status } = await fetch(addressOf(stage), { headers: signedIn(stage) });
		if (status === 200) return;
		await wait(250);
	}
	throw new Error('The form of the order file does not open.');
}

/** Customers of a shop without an API: its export holds every order so far. */
export class FileTrade extends Trade {
	private readonly rows: string[] = [];

	/** Of 1 to 9 articles of 1.00 without VAT, at 21 %. */
	override order(email: string): number {
		const id = this.nextId++;
		const articles = 1 + (id % 9);
		const amount = 121 * articles;
		const day = new Date().toISOString().slice(0, 10);
		const customer = `${email.split('@')[0]!};${email};Kade 7;3012 CA;Rotterdam;NL`;
		const line = `Mok;${articles};1,21;21;${euro(amount)};${euro(amount - 100 * articles)}`;
		this.rows.push(`${id};${day};${customer};${line}`);
		const number = `F${id}`;
		this.documents.push({
			orderKey: `${this.client}/${SHOP}/${id}`,
			number,
			amount,
			isToBook: true,
		});
		this.customerOf.set(number, email);
		return id;
	}

	/** Uploads it too, and waits for what is booked behind the page of a large file. */
	async bookAll(stage: DemoStage): Promise<void> {
		await this.upload(stage);
		await untilAtRest(stage);
	}

	/**
	 * Somebody uploads the export of this moment and has all of it booked.
	 * @returns whether a page came that says so
	 */
	async upload(stage: DemoStage): Promise<boolean> {
		const form = new FormData();
		form.set('field-0', 'Alles boeken');
		form.set('field-1', new Blob([[HEADINGS, ...this.rows].join('\r\n')]), 'orders.csv');
		try {
			await untilOpen(stage);
			const options = { method: 'POST', headers: signedIn(stage), body: form };
			const answer = await fetch(addressOf(stage), options);
			return answer.ok && /\d+ geboekt/.test((await answer.text()).replace(/<[^>]*>/g, ' '));
		} catch {
			// The power was cut before the answer.
			return false;
		}
	}
}
