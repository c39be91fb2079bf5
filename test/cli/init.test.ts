import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Language } from '../../bookkeeping';
import { openAnswers, type Prompt } from '../../cli/answers';
import type { ClientFile } from '../../cli/clientFile';
import { init } from '../../cli/init';
import { openSnelStart } from '../../cli/openSnelStart';
import { pagesOf } from '../../cli/readRecords';
import type { Ask } from '../../cli/tryKeys';
import { startSandbox, type Sandbox } from '../../sandbox/index';

let sandbox: Sandbox;
let folder: string;
beforeAll(async () => {
	const seed = { seed: 3, count: 60, from: '2026-06-01', days: 20, refunds: 10, abroad: 10 };
	sandbox = await startSandbox({ wooCommerce: { seed } });
});
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'init-'));
	sandbox.snelStart.reset();
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(async () => await sandbox.stop());

const SHOP = 'https://shop.example';
/** The shop answers behind a proxy that ends TLS, as shops do. */
const ask: Ask = async (url, request) => {
	if (!url.startsWith(SHOP)) return await fetch(url, request);
	const headers = { ...(request.headers as object), 'x-forwarded-proto': 'https' };
	return await fetch(url.replace(SHOP, sandbox.wooCommerce.url), { ...request, headers });
};
const usual = { client: 'bloom', url: SHOP, ordersFrom: '2026-06-01' };

interface Run {
	answers?: Record<string, string>;
	prompt?: Prompt;
	keys?: Record<string, string>;
	importFile?: (file: ClientFile) => Promise<void>;
	language?: Language;
}

async function run({ answers, prompt, keys, importFile, language = 'en' }: Run = {}) {
	const { clientKey, subscriptionKey, baseUrl, tokenUrl } = sandbox.snelStart;
	const known: Record<string, string> = {
		SNELSTART_CLIENT_KEY: clientKey,
		SNELSTART_SUBSCRIPTION_KEY: subscriptionKey,
		WOOCOMMERCE_CONSUMER_KEY: sandbox.wooCommerce.consumerKey,
		WOOCOMMERCE_CONSUMER_SECRET: sandbox.wooCommerce.consumerSecret,
		...keys,
	};
	const file = path.join(folder, 'client.json');
	const given = path.join(folder, 'answers.json');
	writeFileSync(given, JSON.stringify(answers ?? usual));
	const told: string[] = [];
	await init({
		...{ file, ask, language, today: '2026-07-01', importFile },
		answers: await openAnswers(`${file}.init`, given, prompt),
		secrets: async (variable) => known[variable],
		snelStart: { baseUrl, tokenUrl },
		tell: (line) => told.push(line),
	});
	return {
		told: told.join('\n'),
		content: JSON.parse(readFileSync(file, 'utf8')) as ClientFile,
		reasons: readFileSync(path.join(folder, 'client.reasons.md'), 'utf8'),
	};
}
const accountsNow = async () =>
	await pagesOf(await openSnelStart(fetch, sandbox.snelStart), '/grootboeken');

test('a client file is proposed from shop and administration, with a reason per line', async () => {
	const { content, reasons, told } = await run();
	expect(content.settings).toMatchObject({
		client: 'bloom',
		shops: [{ shop: 'woocommerce', kind: 'wooCommerce', invoiceNumberPrefix: 'W' }],
		icp: { productsAccountId: '8150 Export binnen EU' },
	});
	expect(content.settings.vatMapping.map(({ percentage }) => percentage)).toEqual(
		expect.arrayContaining([21, 9, 0]),
	);
	expect(content.shops.woocommerce).toMatchObject({ url: SHOP, ordersFrom: '2026-06-01' });
	expect(JSON.stringify(content)).not.toContain(sandbox.snelStart.clientKey);
	expect(told).toMatch(/ledger accounts\. Shop: \d\d orders from 2026-06-/);
	expect(reasons).toMatch(/- `vatMapping NL 21 %`: 21 % in SnelStart; \d+ orders/);
});

test('in Dutch the usual answer is ja or nee, and WooCommerce may be written as people do', async () => {
	const proposed: string[] = [];
	const prompt: Prompt = async (question, usualAnswer) => {
		proposed.push(`${usualAnswer}: ${question}`);
		return usualAnswer;
	};
	const imported: string[] = [];
	const { content } = await run({
		answers: { client: 'bloom', kind: 'WooCommerce', url: SHOP },
		prompt,
		language: 'nl',
		importFile: async ({ settings }) => void imported.push(settings.client),
	});
	expect(content.settings.shops).toMatchObject([{ kind: 'wooCommerce' }]);
	expect(proposed).toContainEqual(expect.stringMatching(/^ja: Deze klant .*\(ja of nee\)/));
	expect(imported).toEqual(['bloom']);
});

test('accounts that are missing are made only after consent, with their function', async () => {
	sandbox.wooCommerce.orders[0]!.payment_method = 'multisafepay_ideal';
	const before = await accountsNow();
	const { told } = await run({ answers: { ...usual, makeAccounts: 'no' } });
	expect(await accountsNow()).toHaveLength(before.length);
	expect(told).toContain('MultiSafepay tussenrekening (TussenrekeningBetalingen)');
	rmSync(path.join(folder, 'client.json'));
	const { content } = await run({ answers: { ...usual, makeAccounts: 'yes' } });
	const made = (await accountsNow()).slice(before.length);
	expect(made).toMatchObject([
		{ omschrijving: 'MultiSafepay tussenrekening', grootboekfunctie: 'TussenrekeningBetalingen' },
	]);
	expect(content.settings.paymentMethods).toContainEqual(
		expect.objectContaining({
			paymentMethod: 'multisafepay_ideal',
			clearingAccountId: `${String(made[0]!.nummer)} MultiSafepay tussenrekening`,
		}),
	);
});

test('what another connector booked is shown, and its numbers are kept', async () => {
	const last = `WEB${String(sandbox.wooCommerce.orders.at(-1)!.number)}`;
	const { content, told } = await run({ answers: { ...usual, lastOldNumber: last } });
	expect(content.settings.shops[0]!.invoiceNumberPrefix).toBe('WEB');
	expect(told).toContain('under WEB{orderNumber}');
});

test('the day of the last order that another connector booked is the first to be read', async () => {
	const order = sandbox.wooCommerce.orders[3]!;
	const last = `OLD${String(order.number)}`;
	const send = await openSnelStart(fetch, sandbox.snelStart);
	const relation = { naam: 'Oude koppeling', relatiesoort: ['Klant'] };
	const { body } = await send({ method: 'POST', path: '/relaties', body: relation });
	const account = (await accountsNow()).find(({ nummer }) => nummer === 8000)!;
	const entry = {
		...{ factuurnummer: last, klant: { id: (body as { id: string }).id } },
		...{ factuurdatum: '2026-06-02T00:00:00', factuurbedrag: 121 },
		boekingsregels: [
			{ omschrijving: last, grootboek: { id: account.id }, bedrag: 100, btwSoort: 'Hoog' },
		],
		btw: [{ btwSoort: 'VerkopenHoog', btwBedrag: 21 }],
	};
	const { status } = await send({ method: 'POST', path: '/verkoopboekingen', body: entry });
	expect(status).toBe(201);
	const { content, told } = await run({
		answers: { client: 'bloom', url: SHOP, lastOldNumber: last },
	});
	expect(told).toContain(`1 of the 90 last orders (${last})`);
	expect(told).not.toContain('cannot be traced');
	expect(content.shops.woocommerce!.ordersFrom).toBe(String(order.date_created).slice(0, 10));
});

test('numbers that run by themselves: what is in the books is recognised and never booked again', async () => {
	const send = await openSnelStart(fetch, sandbox.snelStart);
	const account = (await accountsNow()).find(({ nummer }) => nummer === 8000)!;
	const [first, second, third] = sandbox.wooCommerce.orders.slice(3, 6);
	const names = async (naam: string) => {
		const relation = { naam, relatiesoort: ['Klant'] };
		const { body } = await send({ method: 'POST', path: '/relaties', body: relation });
		return (body as { id: string }).id;
	};
	const book = async (factuurnummer: string, of: typeof first, omschrijving: string) => {
		const gross = Math.round(Number(of!.total) * 100);
		const net = Math.round(gross / 1.21);
		const { status } = await send({
			...{ method: 'POST', path: '/verkoopboekingen' },
			body: {
				...{ factuurnummer, omschrijving, klant: { id: await names(`Klant ${factuurnummer}`) } },
				...{
					factuurdatum: `${String(of!.date_created).slice(0, 10)}T00:00:00`,
					factuurbedrag: gross / 100,
				},
				boekingsregels: [
					{ omschrijving, grootboek: { id: account.id }, bedrag: net / 100, btwSoort: 'Hoog' },
				],
				btw: [{ btwSoort: 'VerkopenHoog', btwBedrag: (gross - net) / 100 }],
			},
		});
		expect(status).toBe(201);
	};
	await book('2026-0901', first, `Order ${first!.number}`);
	await book('2026-0902', third, `Order ${third!.number}`);
	await book('2026-0903', third, `Order ${third!.number}`);
	const { content, told } = await run({
		answers: { client: 'bloom', url: SHOP, lastOldNumber: '2026-0903' },
	});
	expect(told).toContain(`1 were recognised in SnelStart`);
	expect(told).toContain(`(${first!.number} = 2026-0901)`);
	expect(told).toMatch(
		new RegExp(`OLD_ENTRY_UNCLEAR: Orders ${third!.number} .* invoices 2026-0902, 2026-0903 in`),
	);
	expect(told).toMatch(new RegExp(`nothing in SnelStart could be: .*\\b${second!.number}\\b`));
	// Read from the first of them on, so that it is taken over, and booked from after the last.
	expect(content.shops.woocommerce!.ordersFrom).toBe(String(first!.date_created).slice(0, 10));
	const { bookFrom, oldInvoices } = content.settings.shops[0]!;
	expect(oldInvoices).toEqual([`${first!.number}=2026-0901`]);
	const dayOfLast = Date.parse(String(third!.date_created).slice(0, 10));
	expect(Date.parse(bookFrom!)).toBe(dayOfLast + 24 * 3_600_000);
	// Read from earlier on all the same: "nothing of before is booked again" was said.
	rmSync(path.join(folder, 'client.json'));
	const earlier = await run({
		answers: { client: 'bloom', url: SHOP, lastOldNumber: '2026-0903', ordersFrom: '2026-06-01' },
	});
	expect(earlier.content.shops.woocommerce!.ordersFrom).toBe('2026-06-01');
	expect(earlier.content.settings.shops[0]).toMatchObject({ bookFrom });
});

test('a last number that is not in the books does not count as an order of the shop, though it ends like one', async () => {
	const last = `F2026${String(sandbox.wooCommerce.orders[0]!.number)}`;
	const { content, told } = await run({
		answers: { client: 'bloom', url: SHOP, lastOldNumber: last },
	});
	expect(told).toContain(`The number ${last} cannot be traced to an order`);
	// Not the day of that order: what is booked already would be read and booked again.
	expect(content.shops.woocommerce!.ordersFrom).toBe('2026-07-01');
});

test('wrong keys stop it before anything is written or made', async () => {
	const keys = { WOOCOMMERCE_CONSUMER_SECRET: 'cut', SNELSTART_SUBSCRIPTION_KEY: 'cut' };
	await expect(run({ keys })).rejects.toMatchObject({
		code: 'KEYS_REFUSED',
		message: expect.stringMatching(/SUBSCRIPTION_KEY[^]*CONSUMER_SECRET/),
	});
	expect(existsSync(path.join(folder, 'client.json'))).toBe(false);
});

test('without a terminal an answer that nobody can guess is named', async () => {
	await expect(run({ answers: { client: 'bloom' } })).rejects.toMatchObject({
		code: 'ANSWER_MISSING',
		message: expect.stringContaining('"url"'),
	});
	await expect(run({ answers: { ...usual, client: 'Bloom!' } })).rejects.toMatchObject({
		code: 'ANSWER_MISSING',
	});
});

test('consent is asked anew after a stop: other accounts may be missing by then', async () => {
	const methods = sandbox.wooCommerce.orders.slice(0, 2).map((order) => order.payment_method);
	const [first, second] = sandbox.wooCommerce.orders;
	first!.payment_method = 'multisafepay_ideal';
	const before = (await accountsNow()).length;
	const yes: Prompt = async (question) => {
		if (question.startsWith('Make these')) return 'yes';
		throw new Error('stopped');
	};
	await expect(
		run({ answers: { client: 'bloom', kind: 'wooCommerce', url: SHOP }, prompt: yes }),
	).rejects.toThrow('stopped');
	expect(await accountsNow()).toHaveLength(before + 1);
	second!.payment_method = 'adyen_ideal';
	const asked: string[] = [];
	const no: Prompt = async (question, usualAnswer) => {
		asked.push(question);
		return usualAnswer;
	};
	await run({ answers: usual, prompt: no });
	expect(asked).toContainEqual(expect.stringMatching(/^Make these/));
	expect(await accountsNow()).toHaveLength(before + 1);
	[first, second].forEach((order, index) => (order!.payment_method = methods[index]!));
});

test('only what was asked is kept: what else stands in a file of answers, such as a key, is not', async () => {
	const broken = () => Promise.reject(new Error('n8n is away'));
	const answers = { ...usual, SNELSTART_CLIENT_KEY: 'secret' };
	await expect(run({ answers, importFile: broken })).rejects.toThrow('n8n is away');
	const kept = readFileSync(path.join(folder, 'client.json.init'), 'utf8');
	expect(JSON.parse(kept)).toEqual(usual);
});

test('stopped half-way it goes on: answers are kept, and a written file is not touched', async () => {
	const asked: string[] = [];
	const prompt: Prompt = async (question, before) => {
		asked.push(question);
		return question.startsWith('Address') ? SHOP : before || 'bloom';
	};
	const broken = () => Promise.reject(new Error('n8n is away'));
	await expect(run({ answers: {}, prompt, importFile: broken })).rejects.toThrow('n8n is away');
	expect(asked.length).toBeGreaterThan(4);
	const file = path.join(folder, 'client.json');
	const edited = readFileSync(file, 'utf8').replace('"W"', '"WINKEL"');
	writeFileSync(file, edited);
	asked.length = 0;
	const imported: ClientFile[] = [];
	const { told } = await run({
		...{ answers: {}, prompt },
		importFile: async (one) => void imported.push(one),
	});
	expect(asked).toEqual([]);
	expect(told).toMatch(/^Going on where the last run stopped/);
	expect(readFileSync(file, 'utf8')).toBe(edited);
	expect(imported[0]!.settings.shops[0]!.invoiceNumberPrefix).toBe('WINKEL');
	expect(existsSync(`${file}.init`)).toBe(false);
	await expect(run({})).rejects.toMatchObject({ code: 'FILE_EXISTS' });
});
