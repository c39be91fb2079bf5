import { startStage, type Stage } from '../../support/flow/stage';

let stage: Stage;

async function office(): Promise<string> {
	stage.engine.answers.splice(0);
	const { error } = await stage.engine.run('Office dashboard', 'Open office dashboard', [
		{ language: 'en' },
	]);
	if (error) throw error;
	const [answer] = stage.engine.answers;
	expect(answer?.statusCode).toBe(200);
	return answer!.body;
}

const run = async (name: string) => {
	const { error } = await stage.engine.run(name, 'Every hour');
	if (error) throw error;
};
const rowOf = (page: string, client: string): string =>
	new RegExp(`<tr data-client="${client}"[\\s\\S]*?</tr>`).exec(page)?.[0] ?? '';

beforeAll(async () => {
	stage = await startStage();
});
afterAll(async () => await stage?.sandbox.stop());

test('a client that never ran is not silent yet, and one without new orders ran all the same', async () => {
	expect(rowOf(await office(), 'my-client')).toMatch(/woocommerce: no run yet\s/);
	await run('Hourly order sync WooCommerce');
	await run('Hourly refund sync WooCommerce');
	const cursors = () => stage.engine.rows('SyncCursors');
	const read = cursors().map(({ shop, readUntil }) => [shop, readUntil]);
	const hourAgo = new Date(stage.now().getTime() - 5 * 3_600_000).toISOString();
	for (const cursor of cursors()) cursor.updatedAt = hourAgo;
	expect(rowOf(await office(), 'my-client')).toMatch(/woocommerce: [\s\S]*5 hours without a run/);
	for (const { id } of [...stage.sandbox.wooCommerce.orders]) {
		stage.sandbox.wooCommerce.removeOrder(id);
	}
	await run('Hourly order sync WooCommerce');
	await run('Hourly refund sync WooCommerce');
	expect(cursors().map(({ shop, readUntil }) => [shop, readUntil])).toEqual(read);
	expect(rowOf(await office(), 'my-client')).not.toMatch(/woocommerce.*: [^<]*\d+ hours without/);
});

test('a shop that cannot be read is silent, with what is wrong', async () => {
	for (const cursor of stage.engine.rows('SyncCursors')) {
		cursor.updatedAt = new Date(stage.now().getTime() - 4 * 3_600_000).toISOString();
	}
	await stage.sandbox.stop();
	await stage.engine.run('Hourly order sync WooCommerce', 'Every hour');
	const own = rowOf(await office(), 'my-client');
	expect(own).toMatch(/woocommerce: [\s\S]*4 hours without a run/);
	expect(own).toMatch(/<summary>woocommerce: [\s\S]+<\/summary>/);
});

test('clients stand beside each other, each with its own figures', async () => {
	stage.engine.table('WebshopOrders').insert({
		...{ client: 'another', shop: 'web', kind: 'order', state: 'needsAttention' },
		...{ orderKey: 'another/web/1', orderNumber: '1', orderDate: '2026-01-31', code: 'X' },
	});
	const page = await office();
	expect(rowOf(page, 'another')).toContain(
		'./another?language=en&amp;tab=errors&amp;from=2026-01-31',
	);
	expect(rowOf(page, 'my-client')).not.toContain('another');
});
