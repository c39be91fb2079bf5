import path from 'node:path';

import type { Page } from 'playwright-core';

import { orderFilePath } from '../../../../cli/orderFiles';
import { ROOT } from '../../../../scripts/setUp.js';
import { followGuide, sectionOf } from '../../../support/guide';
import type { Hand } from '../byHand';
import { openPanel } from '../panel';

const GUIDE = 'order-files.md';
/** What whoever uploads the export reads. */
const DUTCH = 'nl/bestellingen-uit-een-bestand.md';
const LOGIN = { username: 'kiosk', password: 'a long password of the form' };

/** What the guide calls each answer of the form, in Dutch. */
const answersOf = (): string[] =>
	[...sectionOf(GUIDE, 'Preview, then book').matchAll(/^- \*\*.+?\*\* \((.+?)\)/gm)].map(
		([, dutch]) => dutch!,
	);

/** Fills in the form in a browser and gives what the page that follows says. */
async function send(
	form: Page,
	url: string,
	{ what, file, button = 'Versturen' }: { what: string; file: string; button?: string },
): Promise<string> {
	await form.goto(url);
	const choice = form.locator('select').first();
	const offered = (await choice.locator('option').allInnerTexts()).map((text) => text.trim());
	const missing = answersOf().filter((answer) => !offered.includes(answer));
	if (missing.length > 0) throw new Error(`The form does not offer ${missing.join(', ')}`);
	await choice.selectOption({ label: what });
	await form
		.locator('input[type=file]')
		.setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
	const answered = form.waitForResponse((answer) => answer.request().method() === 'POST');
	await form.getByRole('button', { name: button }).click();
	return await (await answered).text();
}

/**
 * Sets up a shop without an API as docs/order-files.md says, and sends its export as the Dutch page for
 * whoever does that says: a preview, and then twice to be booked.
 *
 * @param clientSettings id of that workflow
 * @returns the pages that followed, in order
 */
export async function walkOrderFiles(
	hand: Hand,
	clientSettings: string,
	file: string,
): Promise<string[]> {
	const { page } = hand;
	const pages: string[] = [];
	let form: Page | undefined;
	let url = '';
	await followGuide(GUIDE, 'Set up', [
		async ({ says }) => {
			says('Client settings');
			await hand.openWorkflow(clientSettings);
			const settings = await openPanel(page, 'Webshop settings');
			await settings.addRow('Shops', {
				...{ Shop: 'kiosk', Kind: says('Other Shop'), 'Invoice Number Prefix': 'K' },
				[says('Statuses to Book')]: says('exported'),
			});
			await settings.close();
			await hand.run();
		},
		async ({ says }) => {
			await hand.importFile(path.join(ROOT, 'workflows', says('orders-from-a-file.json')));
			const upload = await openPanel(page, says('On upload'));
			const { username: user, password } = LOGIN;
			await upload.makeCredential(says('Basic Auth'), { user, password });
			await upload.close();
			says('Your values');
			await hand.fillValue('shop', 'kiosk');
			// The template speaks Dutch, and its client is the one of the guide.
			says('nl');
			says('en');
			await hand.link(says('Process orders'), 'Process orders');
			await hand.publish();
		},
		async ({ says }) => {
			const upload = await openPanel(page, says('On upload'));
			url = await upload.productionUrl();
			await upload.close();
			const context = await page.context().browser()!.newContext({ httpCredentials: LOGIN });
			form = await context.newPage();
			pages.push(await send(form, url, { what: says('Voorbeeld'), file }));
		},
	]);
	const anyone = async (): Promise<void> => undefined;
	await followGuide(DUTCH, 'Bestellingen uit een bestand', [
		anyone,
		async ({ says }) => {
			// The address that the command gives it; by hand the form keeps the template's.
			says(`https://uw-n8n/form/${orderFilePath('KLANT', 'WINKEL')}`);
		},
		async ({ says }) => {
			const button = says('Versturen');
			pages.push(await send(form!, url, { what: says('Voorbeeld'), file, button }));
		},
		async ({ says }) => {
			const what = says('Alles boeken');
			for (let turn = 1; turn <= 2; turn++) pages.push(await send(form!, url, { what, file }));
			if (!answersOf().includes(says('Boeken wat begrepen is'))) throw new Error('Another answer');
		},
	]);
	return pages;
}
