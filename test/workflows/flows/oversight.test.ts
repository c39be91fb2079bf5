import { columnsOf, lightTexts, stateNames, tablesToSetUp } from '../../../bookkeeping';
import { N8N_URL } from '../../support/flow/flowEngine';
import { cellsOf } from '../../support/flow/rows';
import { startStage, type Stage } from '../../support/flow/stage';

const CHECK = 'Set-up check WooCommerce';
const DIGEST = 'Daily digest';
const CLEAN_UP = 'Clean up tables';
const DAY = 24 * 3_600_000;
const SOMETHING = expect.stringMatching(/./);

let stage: Stage;

const ago = (days: number) => new Date(stage.now().getTime() - days * DAY).toISOString();
const useValues = (values: Record<string, Record<string, unknown>>) =>
	stage.engine.useClient({ values: values as never });
async function run(name: string, trigger: string, items?: object[]) {
	const done = await stage.engine.run(name, trigger, items as never);
	if (done.error) throw done.error;
	return done;
}
const byHand = async (name: string) => await run(name, 'When clicked');

beforeAll(async () => {
	stage = await startStage();
});
afterAll(async () => await stage?.sandbox.stop());

describe('client settings', () => {
	const saved = () => stage.engine.rows('ClientSettings').map(cellsOf);

	it('are saved as a first version, in full', () => {
		const [first, ...more] = saved();
		expect(more).toEqual([]);
		expect(first).toMatchObject({ client: 'my-client', version: 1, settings: SOMETHING });
		const { client, shops, administration } = JSON.parse(String(first!.settings));
		expect(client).toBe('my-client');
		expect(shops.map(({ shop }: { shop: string }) => shop)).toEqual(['woocommerce', 'jouwweb']);
		expect(administration).toBeDefined();
	});

	it('are saved as a further version of this client when they are saved again', async () => {
		stage.engine.table('ClientSettings').insert({ client: 'another', version: 7, settings: '{}' });
		await byHand('Client settings');
		await byHand('Client settings');
		expect(saved().map(({ client, version }) => [client, version])).toEqual([
			['my-client', 1],
			['another', 7],
			['my-client', 2],
			['my-client', 3],
		]);
		expect(saved()[3]!.settings).toBe(saved()[0]!.settings);
	});

	it('are read by the office page in their newest version alone', async () => {
		const asked = await stage.engine.run('Office dashboard', 'Open office dashboard', [
			{ language: 'en' },
		]);
		const read = asked.items('Load settings').map(({ client, version }) => [client, version]);
		expect(read).toEqual([
			['another', 7],
			['my-client', 3],
		]);
	});
});

describe('J194: the set-up check', () => {
	const light = (
		check: string,
		ok: boolean,
		found: unknown,
		tip: unknown = ok ? '' : SOMETHING,
	) => ({
		...{ check, ok, found, tip },
	});
	const VAT = 'Btw-tarieven van de afgelopen maand';
	const MAPPED = light(
		'Bestellingen van de afgelopen maand',
		true,
		expect.stringMatching(/^\d+ van \d+ bestellingen geboekt$/),
	);
	const GERMAN = light(VAT, false, expect.stringMatching(/19 %.*DE/));
	const lights = async (name = CHECK) => (await byHand(name)).items('Lights');
	/** The lights that the template makes itself, those of SnelStart left out. */
	const own = (list: object[]) =>
		list.filter((one) =>
			[
				'Opgeslagen instellingen',
				'Datatabellen',
				'Winkel',
				'Bestellingen van de afgelopen maand',
				VAT,
			].includes(String((one as typeof MAPPED).check)),
		);
	const orders = () => stage.sandbox.wooCommerce.orders;
	const change = (id: number, changes: object) =>
		stage.sandbox.wooCommerce.putOrder({ ...orders().find((one) => one.id === id)!, ...changes });
	/** When an order changed in the shop. */
	const changed = (days: number) => {
		const moment = ago(days).slice(0, 19);
		return { date_modified: moment, date_modified_gmt: moment };
	};

	beforeAll(() => {
		for (const { id } of [...orders()]) change(id, changed(id === 28 ? 60 : 3));
	});

	it('gives one line per thing that it looked at, red ones first', async () => {
		const all = await lights();
		// Of the orders of the shop one changed longer ago; order 33 was sold with German VAT.
		expect(own(all)).toEqual([
			GERMAN,
			light('Opgeslagen instellingen', true, 'Versie 3'),
			MAPPED,
			light('Winkel', true, `${orders().length - 1} bestellingen gewijzigd in de afgelopen maand`),
		]);
		expect(all[0]).toEqual(GERMAN);
		for (const check of ['Koppelsleutel en subscription key', 'Dagboeken', 'Grootboekrekeningen']) {
			expect(all).toContainEqual(light(check, true, SOMETHING));
		}
		expect(all).toContainEqual(light('Instellingen', true, expect.stringContaining('"my-client"')));
		expect(stage.sandbox.snelStart.books.summary().salesEntries).toEqual([]);
	});

	it('W074, W083: says who gets alerts and the digest', async () => {
		const told = async (values: Record<string, string>) => {
			await useValues({ [CHECK]: values });
			const found = (await lights()).filter(({ check }) => check === 'Wie bericht krijgt');
			await useValues({});
			expect(found).toHaveLength(1);
			return found[0];
		};
		expect(await told({})).toEqual(
			light(
				'Wie bericht krijgt',
				false,
				'Meldingen: nog niemand; dagelijks bericht: nog niemand',
				SOMETHING,
			),
		);
		expect(await told({ alertsTo: 'chat' })).toEqual(
			light(
				'Wie bericht krijgt',
				false,
				'Meldingen: chat; dagelijks bericht: nog niemand',
				expect.stringMatching(/^Spreek af wie ze krijgt/),
			),
		);
		expect(await told({ alertsTo: 'chat', digestTo: 'books@example.com' })).toEqual(
			light('Wie bericht krijgt', true, 'Meldingen: chat; dagelijks bericht: books@example.com'),
		);
	});

	it('says of each kind of VAT trouble what it is and what to do, once', async () => {
		const mug = structuredClone(orders().find(({ id }) => id === 29)!) as unknown as Record<
			string,
			object[]
		>;
		const [line, rate] = [mug.line_items![0], mug.tax_lines![0]];
		change(29, {
			...{ id: 9001, number: '9001', total: '11.70', total_tax: '1.70', cart_tax: '1.70' },
			line_items: [
				{
					...{
						...line,
						total: '10.00',
						subtotal: '10.00',
						total_tax: '1.70',
						subtotal_tax: '1.70',
					},
					taxes: [{ id: 1, total: '1.70', subtotal: '1.70' }],
				},
			],
			tax_lines: [{ ...rate, tax_total: '1.70', rate_percent: 17 }],
		});
		const settings = JSON.parse(String(stage.engine.rows('ClientSettings')[0]!.settings));
		delete settings.vatMapping[0].shippingAccountId;
		stage.engine.table('ClientSettings').insert({
			...{ client: 'my-client', version: 4, settings: JSON.stringify(settings) },
		});
		useValues({ [CHECK]: { keyMadeOn: ago(80).slice(0, 10) } });
		const all = await lights();
		const red = own(all).filter((one) => !(one as typeof MAPPED).ok);
		expect(red).toHaveLength(3);
		expect(red).toEqual(
			expect.arrayContaining([
				GERMAN,
				light(VAT, false, expect.stringContaining('17 %')),
				light(
					VAT,
					false,
					expect.stringContaining(
						"'Shipping Account' (Rekening verzendkosten) van 'VAT Mapping' (Btw-tarieven en rekeningen) NL 21 %",
					),
				),
			]),
		);
		expect(own(all)).toContainEqual(MAPPED);
		expect(own(all)).toContainEqual(light('Opgeslagen instellingen', true, 'Versie 4'));
		const days = expect.stringMatching(/^(9|10) dagen$/);
		expect(all).toContainEqual(light('Dagen dat de ontwikkelsleutel nog geldt', false, days));
		stage.engine.table('ClientSettings').rows.pop();
	});

	it('tells a client without saved settings to fill them in, and drafts nothing', async () => {
		useValues({ [CHECK]: { client: 'nobody' } });
		const all = await lights();
		expect(own(all)).toEqual([
			light(
				'Opgeslagen instellingen',
				false,
				'Van klant "nobody" zijn geen instellingen opgeslagen',
			),
			light('Winkel', true, `${orders().length - 1} bestellingen gewijzigd in de afgelopen maand`),
		]);
		expect(all).toContainEqual(light('Koppelsleutel en subscription key', true, SOMETHING));
		useValues({});
	});

	it('a shop that does not answer is one red line and no green one', async () => {
		stage.sandbox.wooCommerce.faults.add({ kind: '401', times: 50 });
		const all = await lights();
		stage.sandbox.wooCommerce.faults.clear();
		expect(own(all)).toEqual([
			light('Winkel', false, 'The shop does not let this key read this'),
			light('Opgeslagen instellingen', true, 'Versie 3'),
		]);
	});

	it('a shop without orders is green', async () => {
		for (const { id } of [...orders()]) change(id, changed(60));
		expect(own(await lights())).toEqual([
			light('Opgeslagen instellingen', true, 'Versie 3'),
			light('Winkel', true, '0 bestellingen gewijzigd in de afgelopen maand'),
		]);
	});

	describe('of webhooks', () => {
		const webhooks = (all: object[]) =>
			all.filter((one) => String((one as typeof MAPPED).check).startsWith('Webhook'));
		const AGAIN = expect.stringContaining('Publiceer Realtime order sync');

		it('says nothing where orders do not come in realtime', async () => {
			expect(webhooks(await lights())).toEqual([]);
		});

		it('says of each that is wanted whether the shop has it', async () => {
			useValues({ [CHECK]: { realtime: 'yes' } });
			const hooks = stage.sandbox.wooCommerce.webhooks as object[];
			const sent = {
				name: '',
				secret: '',
				failures: 0,
				delivery_url: `${N8N_URL}/webhook/1/webhook`,
			};
			hooks.push({ id: 1, topic: 'order.created', status: 'active', ...sent });
			hooks.push({ id: 2, topic: 'order.updated', status: 'disabled', ...sent });
			const all = webhooks(await lights());
			expect(all).toHaveLength(3);
			expect(all).toEqual(
				expect.arrayContaining([
					light('Webhook order.created', true, 'active'),
					light('Webhook order.updated', false, 'disabled', AGAIN),
					light('Webhook order.restored', false, 'missing', AGAIN),
				]),
			);
		});

		it('is red when the shop does not list them although they are wanted', async () => {
			stage.sandbox.wooCommerce.faults.add({ kind: '401', times: 50, shape: 'GET webhooks' });
			const unread = expect.stringMatching(/./);
			expect(webhooks(await lights())).toEqual([light('Webhooks', false, unread)]);
			useValues({});
			expect(webhooks(await lights())).toEqual([light('Webhooks', true, unread, SOMETHING)]);
			stage.sandbox.wooCommerce.faults.clear();
		});
	});

	describe('day totals', () => {
		const totals = (all: Awaited<ReturnType<typeof lights>>) =>
			all.filter(({ check }) => check === 'Day totals');
		const newest = () =>
			stage.engine
				.rows('ClientSettings')
				.filter(({ client }) => client === 'my-client')
				.toSorted((a, b) => Number(b.version) - Number(a.version))[0]!;
		const change = (changes: object) => {
			const settings = JSON.parse(String(newest().settings)) as object;
			newest().settings = JSON.stringify({ ...settings, ...changes });
		};
		const setTotals = (dayTotals: object[]) => change({ dayTotals });
		const speak = (lineLanguage: string) => change({ lineLanguage });
		const gathered = (hoursAgo: number) =>
			stage.engine.table('WebshopOrders').insert({
				...{ client: 'my-client', shop: 'woocommerce', kind: 'order', state: 'gathered' },
				...{ orderKey: 'my-client/woocommerce/late', originalInvoiceNumber: 'WDAG-2026-11-28' },
				tryUntil: new Date(stage.now().getTime() - hoursAgo * 3_600_000).toISOString(),
			});

		it('have a light where they are booked, red once a day that is over is not', async () => {
			const table = stage.engine.table('WebshopOrders');
			const before = [...table.rows];
			const saved = newest().settings;
			speak('en');
			expect(totals(await lights())).toEqual([]);
			const relationId = '11111111-1111-4111-8111-111111111111';
			setTotals([{ shop: 'woocommerce', numberPrefix: 'WDAG', relationId }]);
			const green = [light('Day totals', true, 'Everything that was due is booked')];
			expect(totals(await lights())).toEqual(green);
			// The next run of Book day totals may still come.
			gathered(1);
			expect(totals(await lights())).toEqual(green);
			gathered(4);
			const red = light(
				'Day totals',
				false,
				expect.stringMatching(/^The total WDAG-2026-11-28 is not booked, and was due on \d/),
				SOMETHING,
			);
			expect(totals(await lights())).toEqual([red]);
			// What was gathered before they were switched off is still to be booked.
			setTotals([]);
			expect(totals(await lights())).toEqual([red]);
			table.rows = before;
			newest().settings = saved;
		});

		it('and all others are in the language of the settings, complaints about those too', async () => {
			const saved = newest().settings;
			const gone = { giftCardAccountId: 'gone' };
			const known = Object.values(lightTexts as Record<string, { en: string; nl: string }>);
			const ofOther = (language: 'en' | 'nl', all: Awaited<ReturnType<typeof lights>>) => {
				const other = language === 'en' ? 'nl' : 'en';
				const said = known.filter(({ en, nl }) => en !== nl).map((text) => text[other]);
				return all.filter((one) =>
					[one.check, one.tip].some((text) => said.includes(String(text))),
				);
			};
			for (const [language, sentence] of [
				['en', "'Gift Card Account': this ledger account is not in the administration"],
				[
					'nl',
					"'Gift Card Account' (Rekening cadeaubonnen): deze grootboekrekening staat niet in de administratie",
				],
			] as const) {
				change({ lineLanguage: language, ...gone });
				const all = await lights();
				expect(ofOther(language, all)).toEqual([]);
				expect(all.map(({ found }) => found)).toContainEqual(expect.stringContaining(sentence));
			}
			newest().settings = saved;
		});
	});

	it('of JouwWeb has the same lights', async () => {
		expect(own(await lights('Set-up check JouwWeb'))).toContainEqual(
			light(
				'Winkel',
				true,
				expect.stringMatching(/^\d+ bestellingen gewijzigd in de afgelopen maand$/),
			),
		);
	});
});

/** What a chat was sent, with the field that the text was in. */
const said = () => {
	const messages = stage.engine.sent.map(({ parameters }) => [
		parameters.nodeCredentialType,
		JSON.parse(String(parameters.jsonBody)) as Record<string, string>,
	]);
	stage.engine.sent.splice(0);
	return messages;
};
const CHAT = { language: 'en', channel: 'chat' };
const MAIL = {
	language: 'en',
	channel: 'mail',
	mailFrom: 'from@shop.example',
	mailTo: 'to@shop.example',
};

describe('W074: the daily digest', () => {
	const OURS = { client: 'my-client', shop: 'woocommerce', kind: 'order' };
	const order = (orderNumber: string, state: string, code = '', more: object = {}) => {
		const orderKey = `my-client/woocommerce/${orderNumber}`;
		stage.engine
			.table('WebshopOrders')
			.insert({ ...OURS, orderKey, orderNumber, state, code, ...more });
		return stage.engine.rows('WebshopOrders').at(-1)!;
	};
	const trouble = (client: string, message: string) =>
		stage.engine.table('ShopTroubles').insert({ ...OURS_TABLE, client, message });
	const OURS_TABLE = {
		shop: 'woocommerce',
		subject: 'webhook 1',
		code: 'WEBHOOK_DISABLED',
		tip: 'Do it.',
	};

	it('fails for a client that nobody saved settings of, instead of saying nothing for ever', async () => {
		stage.engine.fillIn(DIGEST, { client: 'mistyped' });
		const { error } = await stage.engine.run(DIGEST, 'Every morning');
		expect(error?.message).toMatch(/^CLIENT_NOT_SAVED: .*mistyped/);
		useValues({});
	});

	it('says nothing when there is nothing to say', async () => {
		useValues({ [DIGEST]: CHAT });
		order('1', 'booked');
		order('2', 'nothingToBook', 'STATUS_SKIPPED');
		order('3', 'waiting', 'STATUS_NOT_YET');
		await byHand(DIGEST);
		expect(said()).toEqual([]);
	});

	it('says what needs somebody, of this client only', async () => {
		order('4', 'needsAttention', 'NO_VAT_MAPPING');
		order('5', 'ready', 'SNELSTART_UNAVAILABLE').createdAt = ago(2);
		order('6', 'ready', 'CLIENT_KEY_REFUSED');
		order('7', 'booked', 'CHANGED_AFTER_BOOKING');
		order('8', 'needsAttention', 'TOTAL_MISMATCH', { client: 'another' });
		order('9', 'booked', 'CHANGED_AFTER_BOOKING', { client: 'another' });
		const unread = { facts: '{"case":"order"}' };
		order('10', 'waiting', 'ORDER_NOT_READ', unread).createdAt = ago(4);
		// Book day totals is not published.
		const gathered = { originalInvoiceNumber: 'WDAG-2026-11-20', tryUntil: ago(2) };
		for (const state of ['gathered', 'gatheredRefund', 'inTotal'])
			order(state, state, '', gathered);
		trouble('my-client', 'The webhook is off.');
		trouble('another', 'Another webhook is off.');
		useValues({ [DIGEST]: { ...CHAT, keyMadeOn: ago(80).slice(0, 10) } });
		await run(DIGEST, 'Every morning');
		const [[url, body] = [], ...more] = said();
		expect(more).toEqual([]);
		expect([url, Object.keys(body!)]).toEqual(['chatWebhookApi', ['text']]);
		expect((body as Record<string, string>).text!.split('\n')).toEqual([
			'Webshop orders in SnelStart, my-client',
			'Held because SnelStart does not accept the key: 1',
			expect.stringMatching(/^- woocommerce 6: CLIENT_KEY_REFUSED – /),
			'Need attention: 1',
			'- woocommerce 4: NO_VAT_MAPPING',
			'Held for more than a day: 1',
			expect.stringMatching(/^- woocommerce 5: SNELSTART_UNAVAILABLE – /),
			'Wait for days for what has not come: 1',
			'- woocommerce 10: ORDER_NOT_READ – The shop did not give the order.',
			expect.stringContaining('set state to nothingToBook'),
			'Gathered, and not booked in a total a day after that was due: 3',
			'- woocommerce gathered',
			'- woocommerce gatheredRefund',
			'- woocommerce inTotal',
			expect.stringContaining('"Book day totals"'),
			'Changed after booking: 1',
			'- woocommerce 7: CHANGED_AFTER_BOOKING',
			'woocommerce: The webhook is off. Do it.',
			expect.stringMatching(/^The SnelStart key ends in (9|10) days/),
		]);
	});

	it('goes by mail where that is chosen and switched on', async () => {
		useValues({ [DIGEST]: MAIL });
		await byHand(DIGEST);
		expect(stage.engine.sent).toEqual([]);
		stage.engine.switchOn(DIGEST, 'Send mail');
		await byHand(DIGEST);
		expect(stage.engine.sent.splice(0)).toMatchObject([
			{
				node: 'Send mail',
				parameters: {
					...{ fromEmail: 'from@shop.example', toEmail: 'to@shop.example' },
					subject: 'Webshop orders in SnelStart, my-client: needs attention',
					text: expect.stringMatching(/^Webshop orders in SnelStart, my-client\n/),
				},
			},
		]);
	});

	it('fails without a channel, instead of telling nobody', async () => {
		useValues({});
		const { error } = await stage.engine.run(DIGEST, 'When clicked');
		expect(error?.message).toMatch(/Nobody was told.*'channel'/);
		expect(stage.engine.sent).toEqual([]);
	});
});

describe('W073: an alert of a run that failed', () => {
	const failed = {
		workflow: { id: 'w', name: 'Failing' },
		execution: {
			...{ id: '7', url: 'http://n8n.example/7', lastNodeExecuted: 'Break', mode: 'trigger' },
			error: { message: 'Jansen lives there', node: { name: 'Break' } },
		},
	};
	/** Of a workflow of which nobody was told yet. */
	const alert = async (name = 'Failing') =>
		await stage.engine.run('Alerts', 'When a run fails', [
			{ ...failed, workflow: { ...failed.workflow, name } },
		]);

	it('goes to the chat, with the workflow and the node and no data', async () => {
		useValues({ Alerts: CHAT });
		expect((await alert()).error).toBeUndefined();
		const [[url, body] = [], ...more] = said();
		expect(more).toEqual([]);
		expect(url).toBe('chatWebhookApi');
		const { text } = body as Record<string, string>;
		expect(text).toMatch(/my-client.*\nWorkflow: Failing\nNode: Break\n.*http:\/\/n8n.example\/7/);
		expect(text).not.toContain('Jansen');
	});

	it('goes by mail where that is chosen and switched on', async () => {
		useValues({ Alerts: MAIL });
		stage.engine.switchOn('Alerts', 'Send mail');
		await alert('By mail');
		expect(stage.engine.sent.splice(0)).toMatchObject([
			{
				node: 'Send mail',
				parameters: {
					...{ fromEmail: 'from@shop.example', toEmail: 'to@shop.example' },
					subject: 'Webshop orders in SnelStart, my-client: a run failed',
					text: expect.stringContaining('Workflow: By mail'),
				},
			},
		]);
	});

	it('fails without a channel, instead of telling nobody', async () => {
		useValues({});
		expect((await alert('To nobody')).error?.message).toMatch(/Nobody was told.*'channel'/);
		// So the next failure tries again.
		expect((await alert('To nobody')).error?.message).toMatch(/Nobody was told.*'channel'/);
	});
});

describe('W070: the clean-up', () => {
	const OLD = 5 * 31;
	const TABLES = ['PeriodChecks', 'SyncCursors', 'BookingRecords'] as const;
	/** A row of some age; what is said of it is in its shop. */
	const put = (table: string, shop: string, days: number, more: object = {}) => {
		stage.engine.table(table).insert({ client: 'my-client', shop, ...more });
		stage.engine.rows(table).at(-1)!.updatedAt = ago(days);
	};
	const left = (table: string) => stage.engine.rows(table).map(({ shop }) => shop);
	const open = stateNames.filter((state) => !['booked', 'nothingToBook', ''].includes(state));
	const found = {
		orders: 2,
		comparisons: 1,
		bookingRecords: 1,
		cursors: 1,
		doubledRows: 0,
		tablesPercent: 0,
	};
	const everything = () => ['WebshopOrders', ...TABLES].map(left);

	beforeAll(() => {
		for (const table of ['WebshopOrders', ...TABLES]) stage.engine.table(table).rows.splice(0);
		for (const state of ['booked', 'nothingToBook', ...open]) {
			put('WebshopOrders', `old ${state}`, OLD, { state });
			put('WebshopOrders', `new ${state}`, 1, { state });
		}
		put('WebshopOrders', 'foreign', OLD, { state: 'booked', client: 'another' });
		for (const table of TABLES) {
			put(table, 'old', OLD);
			put(table, 'new', 1);
			put(table, 'foreign', OLD, { client: 'another' });
		}
	});

	it('a dry run counts what is finished and old, and removes nothing', async () => {
		useValues({ [CLEAN_UP]: { months: 4, dryRun: true } });
		const before = everything();
		const { items } = await byHand(CLEAN_UP);
		expect(items('Summary')).toEqual([{ ...found, dryRun: true }]);
		expect(everything()).toEqual(before);
	});

	it('keeps what is younger than the months that were chosen', async () => {
		useValues({ [CLEAN_UP]: { months: 6 } });
		const before = everything();
		const { items } = await byHand(CLEAN_UP);
		const none = {
			orders: 0,
			comparisons: 0,
			bookingRecords: 0,
			cursors: 0,
			doubledRows: 0,
			tablesPercent: 0,
		};
		expect(items('Summary')).toEqual([{ ...none, dryRun: false }]);
		expect(everything()).toEqual(before);
	});

	it('warns when the tables are filling up, and keeps finished rows shorter when that was chosen', async () => {
		const warned = () =>
			stage.engine
				.rows('ShopTroubles')
				.filter(({ subject }) => subject === 'tables')
				.map(cellsOf);
		const table = stage.engine.table('WebshopOrders');
		const { rows } = table;
		// As if as many orders had been booked: the last row bears their number.
		const last = { ...rows.at(-1)!, id: rows[0]!.id + 369_999, state: 'needsAttention' };
		table.rows = [...rows, last];
		useValues({ [CLEAN_UP]: { months: 6, dryRun: true } });
		const before = (await byHand(CLEAN_UP)).items('Summary');
		expect(before).toMatchObject([{ orders: 0, tablesPercent: 79 }]);
		expect(warned()).toEqual([
			{
				...{ client: 'my-client', shop: 'n8n', subject: 'tables', code: 'TABLES_FILLING' },
				message: 'The data tables hold about 158 of the 200 MB that n8n allows them (79 %).',
				tip: expect.stringContaining('N8N_DATA_TABLES_MAX_SIZE_BYTES'),
				facts: SOMETHING,
			},
		]);
		const told = await stage.engine.run(DIGEST, 'When clicked');
		expect(JSON.stringify(told.items('Write digest'))).toContain('158');

		useValues({ [CLEAN_UP]: { months: 6, monthsWhenFull: 4, dryRun: true } });
		expect((await byHand(CLEAN_UP)).items('Summary')).toMatchObject([{ orders: found.orders }]);
		expect(warned()).toHaveLength(1);

		useValues({ [CLEAN_UP]: { months: 6, monthsWhenFull: 4, limitMb: 1024, dryRun: true } });
		expect((await byHand(CLEAN_UP)).items('Summary')).toMatchObject([
			{ orders: 0, tablesPercent: 15 },
		]);
		expect(warned()).toEqual([]);
		table.rows = rows;
	});

	it('removes them, never what is open, new or of another client', async () => {
		useValues({ [CLEAN_UP]: { months: 4 } });
		const before = left('WebshopOrders');
		const { items } = await run(CLEAN_UP, 'Every night');
		expect(items('Summary')).toEqual([{ ...found, dryRun: false }]);
		expect(left('WebshopOrders')).toEqual(
			before.filter((name) => !['old booked', 'old nothingToBook'].includes(String(name))),
		);
		for (const table of TABLES) expect([table, left(table)]).toEqual([table, ['new', 'foreign']]);
		const versions = stage.engine.rows('ClientSettings');
		expect(versions).toHaveLength(4);
	});
});

describe('rows that two runs made for one order', () => {
	const KEY = 'my-client/web/28';
	const keys = () => stage.engine.rows('WebshopOrders').map(({ orderKey }) => orderKey);
	const told = () =>
		stage.engine
			.rows('ShopTroubles')
			.filter(({ subject }) => subject === 'doubled rows')
			.map(({ code, message }) => [code, message]);
	const put = (days: number, more: object) => {
		const one = { client: 'my-client', shop: 'web', kind: 'order', ...more };
		stage.engine.table('WebshopOrders').insert(one);
		const row = stage.engine.rows('WebshopOrders').at(-1)!;
		Object.assign(row, { createdAt: ago(days), updatedAt: ago(days) });
	};
	const double = (days: number, id: number, ...states: string[]) => {
		for (const state of states) {
			put(days, { orderKey: `my-client/web/${id}`, orderNumber: `N${id}`, state });
		}
	};

	beforeEach(() => {
		stage.engine.table('WebshopOrders').rows.splice(0);
		useValues({});
	});

	it('are merged in the night and told, never one that a run is booking or just made', async () => {
		double(1, 28, 'ready', 'booked', '');
		Object.assign(stage.engine.rows('WebshopOrders')[0]!, { paymentIds: 'tr_1', payout: 'p-1' });
		double(1, 29, 'booking', '');
		double(0, 30, '', '');
		double(1, 31, 'waiting');
		double(40, 32, 'waiting', 'ready');
		const { items } = await run(CLEAN_UP, 'Every night');
		expect(items('Summary')).toMatchObject([{ doubledRows: 1 }]);
		expect(stage.engine.rows('WebshopOrders').filter(({ orderKey }) => orderKey === KEY)).toEqual([
			expect.objectContaining({ state: 'booked', paymentIds: 'tr_1', payout: 'p-1' }),
		]);
		expect(keys()).toHaveLength(8);
		const [[code, message]] = told() as [[string, string]];
		expect(code).toBe('DOUBLED_ROWS_MERGED');
		expect(message).toContain('2 were removed (N28)');
		const digest = await stage.engine.run(DIGEST, 'When clicked');
		expect(JSON.stringify(digest.items('Write digest'))).toContain('N28');

		// By hand it compares all of them, however old.
		await byHand(CLEAN_UP);
		expect(keys()).toHaveLength(7);
		expect(told()).toEqual([
			['DOUBLED_ROWS_MERGED', expect.stringContaining('1 were removed (N32)')],
		]);
		await run(CLEAN_UP, 'Every night');
		expect(told()).toEqual([]);
	});

	it('stay as they are in a dry run, and where they contradict each other', async () => {
		useValues({ [CLEAN_UP]: { dryRun: true } });
		double(1, 28, 'ready', 'booked');
		expect((await byHand(CLEAN_UP)).items('Summary')).toMatchObject([{ doubledRows: 1 }]);
		expect([keys().length, told()]).toEqual([2, []]);

		useValues({});
		stage.engine.rows('WebshopOrders').forEach((row, at) => (row.snelStartNumber = `W28-${at}`));
		expect((await byHand(CLEAN_UP)).items('Summary')).toMatchObject([{ doubledRows: 0 }]);
		expect(keys()).toHaveLength(2);
		const differ = ['DOUBLED_ROWS_DIFFER', expect.stringContaining('(N28)')];
		expect(told()).toEqual([differ]);
		useValues({ [CLEAN_UP]: { dryRun: true } });
		await byHand(CLEAN_UP);
		expect(told()).toEqual([differ]);
	});
});

describe('setting up the tables', () => {
	const tables = () => stage.engine.tables.list();

	it('makes each with its columns', async () => {
		stage.engine.tables.removeAll();
		const { items } = await byHand('Set up tables');
		expect(items('Ready')).toEqual([{ tables: 'complete' }]);
		expect(tables().map(({ name, columns }) => [name, columns])).toEqual(
			tablesToSetUp.map((name) => [name, columnsOf(name)]),
		);
	});

	it('leaves what is there as it is, and says what it lacks and what to do', async () => {
		stage.engine.table('WebshopOrders').insert({ orderKey: 'kept' });
		stage.engine.tables.remove('SyncCursors');
		stage.engine.tables.make('SyncCursors', [{ name: 'client', type: 'string' }]);
		const { error, items } = await stage.engine.run('Set up tables', 'When clicked');
		expect(error?.message).toMatch(
			/^The table SyncCursors lacks columns: shop .*\. Add them in n8n/,
		);
		expect(items('Ready')).toEqual([]);
		expect(stage.engine.rows('WebshopOrders')).toMatchObject([{ orderKey: 'kept' }]);
	});
});
