import type { DemoStage } from '../../../../scripts/demoStage';
import { withGermanVat } from './month';
import { follow, tabOf, untilOrders, type Walk } from './walk';

export const MISSING = '33';
const KEY = 'my-client/woocommerce/33';

/** What the owner read on the way: each address, and what stood there for it. */
export type Read = Array<{ url: string; html: string }>;

/**
 * A shop owner misses order 33 in SnelStart. She searches it on the dashboard, reads why it is not
 * booked and what to do, has that done, and processes it.
 */
export async function findTheMissingOrder(walk: Walk): Promise<{ read: Read; stage: DemoStage }> {
	const { page, take } = walk;
	const read: Read = [];
	const look = async (name?: string): Promise<void> => {
		read.push({ url: page.url(), html: await page.content() });
		if (name) await take(name, page);
	};
	const row = page.locator(`tr[data-key="${KEY}"]`);

	await page.goto(tabOf(walk.stage, 'report'));
	await look();
	await page.getByLabel('Bestel- of SnelStart-nummer').fill(MISSING);
	await page.getByRole('button', { name: 'Toon' }).click();
	await page.getByText('Niet op deze tab, wel hier:').waitFor();
	await look('journey-owner-1-search');

	await page.locator('section').getByRole('link', { name: 'Fouten' }).click();
	await row.getByText('Meer informatie').click();
	await row.getByText('De bestelling heeft btw van 19 %, geleverd in DE').waitFor();
	await row.getByText('Voeg voor dit land en percentage een regel toe').waitFor();
	await look('journey-owner-2-reason');

	// What stands under "Wat te doen": a row for each German rate, by the settings in the client file.
	const stage = await withGermanVat(walk.stage);
	await page.goto(tabOf(stage, 'configuration'));
	await page.getByText('8180').first().waitFor();
	await look();

	await page.goto(tabOf(stage, 'errors', `&search=${MISSING}`));
	await row.getByText('Meer informatie').click();
	await row.getByRole('button', { name: 'Verwerk' }).click();
	await page.getByRole('status').waitFor();
	await look('journey-owner-3-processed');
	await untilOrders(stage, (rows) =>
		rows.some(({ orderKey, state }) => orderKey === KEY && state === 'booked'),
	);

	await page.goto(tabOf(stage, 'report', `&search=${MISSING}`));
	await row.getByText(`W${MISSING}`).waitFor();
	await look();
	await follow(page, MISSING);
	await page.getByText('Wat de winkel rekende, en wat geboekt is').waitFor();
	await look('journey-owner-4-booked');
	return { read, stage };
}
