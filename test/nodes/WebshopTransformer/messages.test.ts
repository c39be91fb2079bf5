import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { WebshopTransformer } from '../../../nodes/WebshopTransformer/WebshopTransformer.node';
import {
	digest as messageOf,
	outageNews,
	type DigestFacts,
} from '../../../nodes/WebshopTransformer/messages/digest';
import { outlineOf, retell } from '../../../bookkeeping';
import { retellToReader } from '../../../nodes/shared/toldToReader';
import { texts } from '../../../nodes/WebshopTransformer/messages/texts';
import { expectBothLanguages } from '../../support/bothLanguages';
import { runNode } from '../../support/engine';

async function write(
	operation: string,
	inputs: IDataObject[][],
	parameters: INodeParameters = {},
): Promise<IDataObject> {
	const [items = [], ...more] = inputs;
	const { outputs, error } = await runNode({
		node: new WebshopTransformer(),
		parameters: { resource: 'message', operation, ...parameters },
		items,
		otherInputs: more,
	});
	expect(error).toBeUndefined();
	expect(outputs[0]).toHaveLength(1);
	return outputs[0]![0]!.json;
}

/** A page without the white space between its tags. */
const bare = (page: unknown): string => String(page).replace(/>\s+/g, '>').replace(/\s+</g, '<');

describe('the daily digest', () => {
	const now = DateTime.fromISO('2026-11-22T07:30', { zone: 'Europe/Amsterdam' }) as DateTime<true>;
	const nothing: DigestFacts = {
		client: 'my-client',
		language: 'en',
		keyMadeOn: '',
		statusDays: 0,
		open: [],
		noted: [],
		troubles: [],
		abroad: [],
		now,
	};
	const digest = (facts: DigestFacts) => messageOf(facts).text;
	const row = (orderNumber: string, more: object) => ({
		orderKey: `my-client/woocommerce/${orderNumber}`,
		shop: 'woocommerce',
		orderNumber,
		code: '',
		createdAt: '2026-11-22T05:00:00.000Z',
		...more,
	});

	it.each([
		['nothing is held', [], [], ''],
		['orders are held', ['SNELSTART_UNAVAILABLE'], [], 'begun'],
		['the key is refused', ['CLIENT_KEY_REFUSED'], [], 'begun'],
		['it was told before', ['TIMED_OUT'], ['outage'], ''],
		['nothing is held any more', [], ['webhook 1', 'outage'], 'over'],
		['VIES does not answer', ['VIES_UNAVAILABLE'], [], ''],
		['a person set the row to ready', [''], [], ''],
	])('tells an outage of SnelStart once, and its end: %s', (_, codes, subjects, outage) => {
		const [news, ...more] = outageNews({
			...nothing,
			language: 'nl',
			open: codes.map((code, index) => row(String(index), { state: 'ready', code })),
			troubles: subjects.map((subject) => ({ subject, shop: 'SnelStart' })),
		});
		expect(more).toEqual([]);
		const told = outage && { shop: 'SnelStart' };
		const noted = outage === 'begun' && { facts: JSON.stringify({ cause: codes[0] }) };
		expect(news).toMatchObject({ outage, ...told, ...noted });
		const said = { begun: /neemt op dit moment geen boekingen aan \(/, over: /weer boekingen aan/ };
		expect(news!.text).toMatch(outage === '' ? /^$/ : said[outage as 'begun' | 'over']);
	});

	it('tells outages of several shops and of SnelStart apart', () => {
		const unread = (shop: string, what: string) => ({
			...{ shop, subject: `unread ${what}`, code: 'SHOP_OUTAGE', facts: '{"cause":"X_1"}' },
			...{ message: 'Not read (X_1).', tip: 'Wait.' },
		});
		const outage = (shop: string) => ({ shop, subject: 'outage', code: 'SHOP_OUTAGE' });
		const news = outageNews({
			...nothing,
			open: [row('1', { state: 'ready', code: 'TIMED_OUT' })],
			troubles: [
				...[unread('web', 'orders'), unread('web', 'refunds'), unread('known', 'orders')],
				...[outage('known'), outage('back')],
			],
		});
		expect(news.map(({ outage, shop }) => [outage, shop])).toEqual([
			...[
				['begun', 'web'],
				['begun', 'SnelStart'],
				['over', 'back'],
			],
		]);
		expect(news[0]!.text).toMatch(/\nweb: Not read \(X_1\)\. Wait\.$/);
	});

	it('says that the OSS threshold comes near, once a day', () => {
		const sold = {
			...{ documentKey: 'k', kind: 'order', regime: 'domestic', deliveryCountry: 'BE' },
			...{ documentDate: '2026-03-01', charged: '{"21":[850000,178500]}' },
		};
		expect(digest({ ...nothing, abroad: [sold] })).toContain('€ 8,500.00 of € 10,000.00');
		const [news] = outageNews({ ...nothing });
		expect(news!.text).toBe('');
	});

	it('tells what waits for approval by itself', () => {
		const waits = row('1', { state: 'needsAttention', code: 'AWAITS_APPROVAL' });
		const lines = digest({ ...nothing, open: [waits] });
		expect(lines).toContain('Wait for approval: 1');
		expect(lines).not.toContain('Need attention');
	});

	it('does not say what only follows from a shop that cannot be read', () => {
		const at = (shop: string) => [
			{ shop, subject: 'orders', code: 'ORDERS_NOT_COUNTED', message: 'a', tip: '' },
			{ shop, subject: 'webhooks', code: 'WEBHOOKS_NOT_READ', message: 'b', tip: '' },
			{ shop, subject: 'webhook 1', code: 'WEBHOOK_DISABLED', message: 'c', tip: '' },
		];
		const silent = { shop: 'web', subject: 'unread orders', code: 'SHOP_OUTAGE', message: 'd' };
		const lines = digest({ ...nothing, troubles: [...at('web'), silent, ...at('other')] });
		expect(
			lines
				.split('\n')
				.slice(1)
				.map((line) => line.trim()),
		).toEqual([...['web: c', 'other: a', 'other: b', 'other: c']]);
	});

	it('is empty when there is nothing to say', () => {
		expect(digest(nothing)).toBe('');
		expect(digest({ ...nothing, open: [row('1', { state: 'waiting' })] })).toBe('');
	});

	it('lists what needs attention, ten at most, with the code', () => {
		const open = Array.from({ length: 12 }, (_, index) =>
			row(String(index + 1), { state: 'needsAttention', code: 'NO_VAT_MAPPING' }),
		);
		const lines = digest({ ...nothing, open }).split('\n');
		expect(lines.slice(0, 3)).toEqual([
			'Webshop orders in SnelStart, my-client',
			'Need attention: 12',
			'- woocommerce 1: NO_VAT_MAPPING',
		]);
		expect(lines).toHaveLength(13);
		expect(lines.at(-1)).toBe('- and 2 more');
	});

	it.each(['ready', 'unknown', 'booking'])('says what is %s for more than a day', (state) => {
		const old = row('1', { state, createdAt: '2026-11-21T06:29:59.000Z' });
		const young = row('2', { state, createdAt: '2026-11-21T06:30:00.000Z' });
		expect(digest({ ...nothing, open: [old, young] })).toBe(
			'Webshop orders in SnelStart, my-client\nHeld for more than a day: 1\n- woocommerce 1',
		);
	});

	it('says what a run recorded and left for more than a day', () => {
		const old = row('1', { state: '', createdAt: '2026-11-21T06:29:59.000Z' });
		const young = row('2', { state: '', createdAt: '2026-11-21T06:30:00.000Z' });
		expect(digest({ ...nothing, open: [old, young] })).toBe(
			'Webshop orders in SnelStart, my-client\nHeld for more than a day: 1\n- woocommerce 1',
		);
	});

	// 07:30 of 22 November in the Netherlands, three days and thirty days before: that was in summer time.
	it.each([
		['waiting', 'ORDER_NOT_READ', '{"case":"order"}', '2026-11-19T06', 'state to nothingToBook'],
		['', 'ORDER_NOT_READ', '{"case":"order"}', '2026-11-19T06', 'state to nothingToBook'],
		['waiting', 'ENTRY_DATE_NOT_YET', '{"case":"paid"}', '2026-10-23T05', "another 'Entry Date'"],
	])('says in the end what is "%s" for want of what did not come: %s', (state, ...more) => {
		const [code, facts, hour, todo] = more;
		const old = row('1', { state, code, facts, createdAt: `${hour}:29:59.000Z` });
		const young = row('2', { state, code, facts, createdAt: `${hour}:30:00.000Z` });
		expect(digest({ ...nothing, open: [young] })).toBe('');
		expect(
			digest({ ...nothing, open: [old, young] })
				.split('\n')
				.slice(1),
		).toEqual([
			'Wait for days for what has not come: 1',
			expect.stringMatching(`^- woocommerce 1: ${code} – `),
			expect.stringContaining(todo),
		]);
	});

	it('names orders that wait for their status for longer than was chosen, and none where 0 was', () => {
		const facts = '{"status":"pending","statuses":["completed"]}';
		const waits = { state: 'waiting', code: 'STATUS_NOT_YET', facts };
		// Fourteen days before the morning of the 22nd, and a second more.
		const old = row('1', { ...waits, createdAt: '2026-11-08T06:29:59.000Z' });
		const young = row('2', { ...waits, createdAt: '2026-11-08T06:30:00.000Z' });
		const open = [old, young];
		expect(
			digest({ ...nothing, open, statusDays: 14 })
				.split('\n')
				.slice(1),
		).toEqual([
			'Wait for a status of the shop: 1',
			'- woocommerce 1: STATUS_NOT_YET – The status is "pending"; booked from completed.',
			expect.stringMatching(/^For more than 14 days\. Give each in the shop the status/),
		]);
		expect(digest({ ...nothing, open })).toBe('');
	});

	it.each(['gathered', 'gatheredRefund', 'inTotal'])(
		'says what is %s a day after its total was due',
		(state) => {
			const of = { state, originalInvoiceNumber: 'WDAG-2026-11-20' };
			const late = row('1', { ...of, tryUntil: '2026-11-21T06:29:59.000Z' });
			const due = row('2', { ...of, tryUntil: '2026-11-21T06:30:00.000Z' });
			expect(digest({ ...nothing, open: [due] })).toBe('');
			expect(digest({ ...nothing, open: [late, due] }).split('\n')).toEqual([
				'Webshop orders in SnelStart, my-client',
				'Gathered, and not booked in a total a day after that was due: 1',
				'- woocommerce 1',
				'Look whether "Book day totals" is imported, published and not paused.',
			]);
			const without = row('3', { ...of, createdAt: '2026-11-21T06:29:59.000Z' });
			expect(digest({ ...nothing, open: [without] })).toContain('- woocommerce 3');
			const total = row('WDAG-2026-11-20', { kind: 'total', state: 'needsAttention' });
			expect(digest({ ...nothing, open: [late, total] })).toBe(
				'Webshop orders in SnelStart, my-client\nNeed attention: 1\n- woocommerce WDAG-2026-11-20',
			);
		},
	);

	it.each([
		'CLIENT_KEY_REFUSED',
		'SUBSCRIPTION_KEY_REFUSED',
		'TOKEN_REFUSED',
		'SCOPE_MISSING',
		'QUOTA_USED_UP',
	])('says at once that SnelStart does not let us in: %s', (code) => {
		const old = row('1', { state: 'ready', code, createdAt: '2026-11-01T00:00:00Z' });
		expect(
			digest({ ...nothing, open: [old] })
				.split('\n')
				.slice(1),
		).toEqual([
			'Held because SnelStart does not accept the key: 1',
			expect.stringMatching(`^- woocommerce 1: ${code} – `),
		]);
	});

	it('says what changed and what was deleted after booking, and the troubles of the shop', () => {
		const noted = [
			row('1', { state: 'booked', code: 'CHANGED_AFTER_BOOKING' }),
			row('2', { state: 'booked', code: 'REFUND_DELETED' }),
			row('3', { state: 'booked', code: 'ANOTHER' }),
			row('4', { state: 'booked', code: 'UNDO_STARTED' }),
			row('5', { state: 'booked', code: 'PAPER_NOT_ATTACHED' }),
			row('6', { state: 'booked', code: 'BESIDE_NOT_BOOKED' }),
		];
		const troubles = [
			{ subject: 'webhook 7', shop: 'woocommerce', message: 'It is off.', tip: 'On.' },
		];
		expect(
			digest({ ...nothing, noted, troubles })
				.split('\n')
				.slice(1),
		).toEqual([
			'Changed after booking: 1',
			'- woocommerce 1: CHANGED_AFTER_BOOKING',
			'Refund deleted after booking: 1',
			'- woocommerce 2: REFUND_DELETED',
			'Being undone and not booked again yet: 1',
			expect.stringMatching(/^- woocommerce 4: UNDO_STARTED – /),
			'Booked, but without their paper: 1',
			'- woocommerce 5: PAPER_NOT_ATTACHED',
			'Booked, but for a second entry that SnelStart refused: 1',
			'- woocommerce 6: BESIDE_NOT_BOOKED',
			'woocommerce: It is off. On.',
		]);
	});

	it('says nothing more of what somebody has seen, until it says something else', () => {
		const seen = row('1', { state: 'booked', code: 'CHANGED_AFTER_BOOKING', facts: '{"a":1}' });
		const checkedAs = 'CHANGED_AFTER_BOOKING {"a":1}';
		expect(digest({ ...nothing, noted: [{ ...seen, checkedAs }] })).toBe('');
		expect(digest({ ...nothing, noted: [{ ...seen, checkedAs, facts: '{"a":2}' }] })).toContain(
			'Changed after booking: 1',
		);
	});

	it('is in Dutch with the sentences of the register, from facts that hold nothing personal', () => {
		const facts = '{"case":"gap","made":1815,"total":1795,"gap":-20}';
		const message = 'Jansen, Dorpsstraat 1';
		const open = [
			row('1', { state: 'needsAttention', code: 'TOTAL_MISMATCH', facts, message }),
			row('2', { state: 'unknown', createdAt: '2026-11-20T00:00:00Z', message }),
		];
		const noted = [row('3', { state: 'booked', code: 'REFUND_DELETED', message })];
		const troubles = [
			{ subject: 'webhooks', shop: 's', code: 'WEBHOOKS_NOT_READ', message: 'm', tip: 't' },
			{ subject: 'webhook 7', shop: 's', code: 'WEBHOOK_DISABLED', message: 'm', tip: 't' },
		];
		const all = { open, noted, troubles, keyMadeOn: '2026-09-07' };
		const dutch = messageOf({ ...nothing, ...all, language: 'nl' });
		expect(dutch.subject).toBe('Webshopbestellingen in SnelStart, my-client: vraagt aandacht');
		expect(dutch.text.split('\n')).toEqual([
			'Webshopbestellingen in SnelStart, my-client',
			'Vraagt aandacht: 1',
			expect.stringMatching(/^- woocommerce 1: TOTAL_MISMATCH – .*€ 18,15.*€ 17,95.*€ -0,20/),
			'Ligt al meer dan een dag: 1',
			'- woocommerce 2',
			'Terugbetaling verwijderd na het boeken: 1',
			'- woocommerce 3: REFUND_DELETED',
			's: De winkel gaf haar webhooks niet. Het wordt de volgende nacht opnieuw geprobeerd.',
			// Without its facts it cannot be said in Dutch.
			's: m t',
			'De sleutel van SnelStart loopt over 14 dagen af: maak een nieuwe in de developer portal',
		]);
		const english = digest({ ...nothing, ...all }).split('\n');
		expect(dutch.text.split('\n').filter((line) => english.includes(line))).toEqual([
			'- woocommerce 2',
			'- woocommerce 3: REFUND_DELETED',
			's: m t',
		]);
	});

	// 90 days from 2026-09-07 is 2026-12-06, which is 14 days after 2026-11-22.
	it.each([
		['2026-09-08', []],
		['2026-09-07', ['The SnelStart key ends in 14 days']],
		['2026-08-24', ['The SnelStart key ends in 0 days']],
		['2026-01-01', ['The SnelStart key ends in 0 days']],
	])('warns of a key made on %s', (keyMadeOn, said) => {
		const lines = digest({ ...nothing, keyMadeOn })
			.split('\n')
			.slice(1);
		expect(lines.map((line) => line.split(':')[0])).toEqual(said);
	});

	it('is written by the node, which passes over the empty items of tables without a row', async () => {
		const attention = row('33', { state: 'needsAttention', code: 'NO_VAT_MAPPING' });
		const inputs = [
			[attention],
			[{}],
			[{ subject: 'webhooks', shop: 's', message: 'm', tip: 't' }],
		];
		expect(
			await write('writeDigest', inputs, { client: 'my-client', keyMadeOn: '', language: 'en' }),
		).toEqual({
			subject: 'Webshop orders in SnelStart, my-client: needs attention',
			text: 'Webshop orders in SnelStart, my-client\nNeed attention: 1\n- woocommerce 33: NO_VAT_MAPPING\ns: m t',
		});
		const empty = await write('writeDigest', [[{}], [{}], [{}]], { client: 'c', keyMadeOn: '' });
		expect(empty).toMatchObject({ text: '' });
	});
});

it('has every word in both languages', () => {
	expectBothLanguages(texts, ['Euro']);
});

describe('an alert', () => {
	const client = 'my-client';

	it.each(['message', 'description'])(
		'says that the tables are full, and what to do: then no next run goes on (%s)',
		async (field) => {
			const said = 'Data table size limit exceeded: 201MB used, limit is 200MB';
			const error = { message: 'Something', [field]: said };
			const failure = { workflow: { name: 'Book and record' }, execution: { error } };
			const { text } = await write('writeAlert', [[failure]], { client, language: 'nl' });
			expect(text).toMatch(/datatabellen van n8n zijn vol.*N8N_DATA_TABLES_MAX_SIZE_BYTES/);
			expect(text).not.toContain('gaat verder waar deze stopte');
		},
	);

	it.each([
		[
			'a code of ours in its own words, without what it was about',
			{ context: { code: 'NO_VAT_MAPPING', facts: { country: 'NL', rate: 21 } } },
			/^Why: NO_VAT_MAPPING\. Add a row .* 'VAT Mapping'/m,
		],
		['the status of an answer', { httpCode: '503' }, /^Why: HTTP 503$/m],
		['no code that is foreign', { context: { code: 'Jansen' } }, /^Node: unknown\nOpen/m],
	])('says why, by %s', async (_, told, expected) => {
		const error = { message: 'Jansen, Dorpsstraat 1', ...told };
		const failure = { execution: { url: 'http://n8n.test/workflow/w/executions/1', error } };
		const { text } = await write('writeAlert', [[failure]], { client, language: 'en' });
		expect(text).toMatch(expected);
		expect(text).not.toMatch(/Jansen|21/);
	});

	it('names workflow and node and where to look, and nothing of the error', async () => {
		const { text } = await write(
			'writeAlert',
			[
				[
					{
						workflow: { name: 'Hourly order sync WooCommerce' },
						execution: {
							lastNodeExecuted: 'Get changed orders',
							url: 'http://n8n.test/workflow/w/executions/1',
							error: { message: 'Jansen, Dorpsstraat 1' },
						},
					},
				],
			],
			{ client, language: 'en' },
		);
		expect(text).toBe(
			[
				'Webshop orders in SnelStart, my-client: a run failed.',
				'Workflow: Hourly order sync WooCommerce',
				'Node: Get changed orders',
				'Open the workflow: http://n8n.test/workflow/w',
				'Run it by hand to see where it stops: the editor shows everything. Runs that may hold an order are not kept.',
				'Nothing is lost: the next run goes on where this one stopped.',
				'When it fails again this is told every morning in the digest, and once more when it did not fail for a day.',
			].join('\n'),
		);
	});

	it('is in Dutch unless the client reads English', async () => {
		expect(await write('writeAlert', [[{}]], { client })).toMatchObject({
			trouble: 'failed onbekend / onbekend',
			code: 'WORKFLOW_FAILS',
			subject: 'Webshopbestellingen in SnelStart, my-client: een uitvoering is mislukt',
			text: [
				'Webshopbestellingen in SnelStart, my-client: een uitvoering is mislukt.',
				'Workflow: onbekend',
				'Node: onbekend',
				'De workflow begon niet.',
				'Er is niets verloren: de volgende uitvoering gaat verder waar deze stopte.',
				'Mislukt het opnieuw, dan staat het elke ochtend in de samenvatting, en nog een keer als het een dag lang niet is mislukt.',
			].join('\n'),
		});
	});

	it('knows a workflow that did not start', async () => {
		const failure = { trigger: { error: { node: { name: 'New orders' } } } };
		const { text } = await write('writeAlert', [[failure]], { client, language: 'en' });
		expect(String(text).split('\n').slice(1, 4)).toEqual([
			'Workflow: unknown',
			'Node: New orders',
			'It did not start.',
		]);
	});
});

describe('the pages of a migration', () => {
	const period = { periodFrom: '2025-01-01', periodUntil: '2025-12-31' };

	it('shows what a dry run found', async () => {
		const plan = {
			fates: [
				{
					fate: 'needsAttention',
					kind: 'order',
					code: 'NO_VAT_MAPPING',
					documents: 2,
					total: 12.5,
					examples: '<7>',
				},
			],
			months: [{ month: '2025-01', percentage: 21, net: 100, vat: 21, gross: 121 }],
		};
		const page = await write('writePlanPage', [[{ ...period, plan: JSON.stringify(plan) }]], {
			language: 'en',
		});
		const { tip } = outlineOf('NO_VAT_MAPPING', {}, 'en')!;
		expect(page.title).toBe('Dry run: 2025-01-01 until 2025-12-31');
		expect(bare(page.html)).toContain(
			`<tr><td>Needs attention</td><td>order</td><td>NO_VAT_MAPPING</td><td>${tip.replaceAll("'", '&#39;')}</td><td>2</td><td>12.50</td><td>&lt;7&gt;</td></tr>`,
		);
		expect(bare(page.html)).toContain(
			'<tr><td>2025-01</td><td>21 %</td><td>100.00</td><td>21.00</td><td>121.00</td></tr>',
		);
	});

	it('says of each code what was found of its first example and what to do, in Dutch', async () => {
		const facts = '{"date":"2025-01-02","bookFrom":"2025-02-01"}';
		const fate = { fate: 'nothingToBook', kind: 'order', code: 'BEFORE_FIRST_DATE', facts };
		const plan = { fates: [{ ...fate, documents: 3, total: 30, examples: '7' }], months: [] };
		const { html } = await write('writePlanPage', [[{ ...period, plan: JSON.stringify(plan) }]]);
		const { message, tip } = retellToReader('BEFORE_FIRST_DATE', facts, 'nl')!;
		expect(tip).toContain('(Boeken vanaf)');
		expect(message).toContain('02-01-2025');
		expect(bare(html)).toContain(
			`<td>BEFORE_FIRST_DATE: ${message}</td><td>${tip.replaceAll("'", '&#39;')}</td><td>3</td>`,
		);
	});

	it('shows how far the periods are', async () => {
		const running = {
			...period,
			id: 1,
			state: 'running',
			read: 5,
			found: 9,
			booked: 4,
			total: 99.9,
		};
		const { html } = await write('writeProgressPage', [[running, { ...period, id: 2, found: 3 }]], {
			language: 'en',
		});
		expect(bare(html)).toContain(
			'<td>2025-01-01 until 2025-12-31</td><td>running</td><td>5 of 9</td><td>4</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>99.90</td>',
		);
		expect(bare(html)).toContain('<td>planned</td><td>0 of 3</td>');
	});

	it('says when no dry run was made', async () => {
		expect(await write('writeProgressPage', [[{}]], { language: 'en' })).toEqual({
			title: 'Progress',
			html: 'No dry run was made yet.',
		});
	});

	it('are in Dutch unless the client reads English', async () => {
		const fate = { kind: 'refund', code: '', documents: 2, total: -1012.5, examples: ['7', '8'] };
		const plan = {
			fates: [{ ...fate, fate: 'toBook' }],
			months: [{ month: '2025-01', percentage: 12.5, net: 1000, vat: 125, gross: 1125 }],
		};
		const page = await write('writePlanPage', [[{ ...period, plan: JSON.stringify(plan) }]]);
		expect(page.title).toBe('Proefronde: 01-01-2025 tot en met 31-12-2025');
		expect(bare(page.html)).toContain(
			'<tr><td>Zou geboekt worden</td><td>terugbetaling</td><td></td><td></td><td>2</td><td>-1.012,50</td><td>7, 8</td></tr>',
		);
		expect(bare(page.html)).toContain(
			'<tr><td>2025-01</td><td>12,5 %</td><td>1.000,00</td><td>125,00</td><td>1.125,00</td></tr>',
		);
		expect(page.html).toContain('kies Overzetten met dezelfde dagen');
		const rows = [{ ...period, id: 1, state: 'stopped', read: 5, found: 9, total: 99.9 }];
		const progress = await write('writeProgressPage', [rows]);
		expect(progress.title).toBe('Voortgang');
		expect(bare(progress.html)).toContain(
			'<td>01-01-2025 tot en met 31-12-2025</td><td>gestopt</td><td>5 van 9</td>',
		);
		expect(await write('writeProgressPage', [[{}]])).toEqual({
			title: 'Voortgang',
			html: 'Er is nog geen proefronde gedaan.',
		});
	});
});

describe('the page on a payout', () => {
	const payout = {
		reference: 'P-1',
		net: 95.5,
		state: 'booked',
		code: '',
		matched: [],
		unmatched: [],
	};
	const page = async (more: IDataObject, language = 'en') =>
		bare((await write('writePayoutPage', [[{ ...payout, ...more }]], { language })).html);

	it.each([
		[{ bookedNow: true }, 'Booked: € 95.50'],
		[{ bookedNow: false }, 'Booked before: nothing was booked again'],
		[{ state: 'ready' }, 'Not booked yet: upload it again later'],
		[{ state: 'unknown' }, 'Not booked yet: upload it again later'],
		[{ state: 'booking' }, 'Being booked now: send the same file again in a minute'],
		[{ state: 'needsAttention' }, 'Not booked'],
		[{ linesAtWork: 10_000, state: '' }, '10,000 lines are being matched and booked now'],
	])('says of %j: %s', async (more, said) => {
		expect(await page(more)).toContain(`<p><strong>${said}</strong></p>`);
	});

	it('lists each line, and escapes what comes from the file', async () => {
		const shown = await page({
			reference: '<b>',
			code: 'PAYOUT_ENTRY_UNMATCHED',
			message: 'One line has no order.',
			tip: 'Look.',
			matched: [{ gross: 121, orderKey: 'my-client/woocommerce/28' }],
			unmatched: [
				{ gross: -5, paymentIds: [], entryId: 'line 2', why: 'no order' },
				{ gross: 1, paymentIds: ['tr_1'], entryId: 'x', why: 'no id' },
			],
		});
		expect(shown).toContain('<h1>Payout &lt;b&gt;</h1>');
		expect(shown).toContain(
			'<strong>PAYOUT_ENTRY_UNMATCHED</strong>One line has no order.</p><p>Look.</p>',
		);
		expect(shown).toContain('<li>€ 121.00 my-client/woocommerce/28</li>');
		expect(shown).toContain('<li>€ -5.00 line 2: no order</li><li>€ 1.00 tr_1: no id</li>');
	});

	it('is in Dutch with the sentences of the register', async () => {
		const facts = '{"most":2000}';
		const reason = { code: 'ENTRY_WITHOUT_ORDER', facts: { case: 'none' } };
		const english = { message: 'Too large.', tip: 'Split it.', why: 'No order.' };
		const entry = { gross: -1015.07, paymentIds: ['tr_1'], why: 'No order.' };
		const shown = await page(
			{
				...english,
				code: 'UPLOAD_TOO_LARGE',
				facts,
				unmatched: [{ ...entry, reason }, entry],
			},
			'nl',
		);
		const dutch = (code: string, with_: unknown) => retell(code, with_, 'nl')!;
		expect(shown).toContain('<h1>Uitbetaling P-1</h1>');
		expect(shown).toContain('Eerder geboekt: er is niets opnieuw geboekt');
		const { message, tip } = dutch('UPLOAD_TOO_LARGE', facts);
		expect(shown).toContain(`</strong>${message}</p><p>${tip}</p>`);
		expect(shown).toContain(
			`<li>€ -1.015,07 tr_1: ${dutch(reason.code, reason.facts).message}</li>`,
		);
		// Without its facts it cannot be said in Dutch.
		expect(shown).toContain('<li>€ -1.015,07 tr_1: No order.</li>');
		expect(shown).toContain('<h2>Met bestelling</h2><p>Geen.</p>');
	});

	it('of a large file says how far it is', async () => {
		const far = { linesAtWork: 10_000, linesListed: 9_000 };
		const listed = '<p>10,000 lines; 9,000 without an order are listed so far.</p>';
		const early = await page({ ...far, state: '' });
		expect(early).toContain('10,000 lines are being matched and booked now');
		expect(early).toContain(listed);
		expect(await page({ ...far, state: 'booking' })).toContain('Being booked now');
		const done = await page({ ...far, state: 'booked' });
		expect(done).toContain('Booked before: nothing was booked again');
		expect(done).toContain(listed);
		expect(done).not.toContain('It takes about a minute');
	});

	it('of thousands of lines shows some, and how many there are', async () => {
		const matched = Array.from({ length: 1_500 }, () => ({ gross: 1, orderKey: 'c/s/1' }));
		const shown = await page({ matched }, 'nl');
		expect(shown).toContain('<h2>Met bestelling (1.500)</h2>');
		expect(shown.split('<li>')).toHaveLength(202);
		expect(shown).toContain('<li>en nog 1.300</li>');
	});

	it('names a line by its place in the language of its reader', async () => {
		const unmatched = [{ gross: 10, paymentIds: [], entryId: 'line 2', why: 'No order.' }];
		expect(await page({ unmatched }, 'nl')).toContain('<li>€ 10,00 regel 2: No order.</li>');
	});

	it('of a file that was refused says why, and has no empty lists', async () => {
		const shown = await page({
			state: 'needsAttention',
			code: 'UPLOAD_TOO_LARGE',
			facts: '{"most":2000}',
		});
		expect(shown).toContain('UPLOAD_TOO_LARGE');
		expect(shown).not.toContain('<h2>');
	});

	it('says that nothing was matched', async () => {
		expect(await page({})).toContain('<h2>Matched</h2><p>None.</p>');
	});
});

describe('the page on an undo', () => {
	const one = {
		...{ orderKey: 'c/s/28/credit/1', orderNumber: '28', invoiceNumber: 'W28' },
		...{ orderDate: '2026-03-01', total: -1234.5, draft: { invoiceNumber: 'CW28' } },
	};
	const left = {
		...{ orderKey: 'c/s/29', orderNumber: '29', invoiceNumber: 'W29', total: 12.1 },
		...{ code: 'UNDO_PAID', facts: { case: 'paid', number: 'W29', paid: 500 } },
	};
	const closed = {
		...{ orderKey: 'c/s/30/credit/1', orderNumber: '30', invoiceNumber: 'W30', total: -12.1 },
		draft: { invoiceNumber: 'CW30' },
		found: {
			code: 'PERIOD_CLOSED',
			facts: { case: 'filed', date: '2026-05-14', from: '2026-04-01', until: '2026-06-30' },
		},
	};
	const page = async (form: IDataObject, credits: IDataObject[], language = 'en') => {
		const { title, html } = await write('writeUndoPage', [[form], [one], [left, closed], credits], {
			language,
		});
		return `${String(title)}: ${bare(html)}`;
	};

	it('shows what would be undone, what is left as it is, and why', async () => {
		const shown = await page({ action: 'Preview' }, []);
		expect(shown).toMatch(/^Undo bookings: .*This is a preview: .* 1 booking can be undone/);
		expect(shown).toContain(
			'<td>28</td><td>W28</td><td>2026-03-01</td><td>1,234.50</td><td>credit note CW28</td>',
		);
		expect(shown).toMatch(
			/<td>29<\/td><td>W29<\/td><td><\/td><td>12.10<\/td><td>UNDO_PAID: € 5.00/,
		);
		expect(shown).toMatch(/<td>30<\/td>.*<td>12.10<\/td><td>PERIOD_CLOSED: .*2026-04-01/);
	});

	it('says that another number undid nothing, and what became of each otherwise', async () => {
		expect(await page({ action: 'Undo', count: 2 }, [])).toContain('the form is not 1');
		const done = { orderKey: one.orderKey, state: 'booked' };
		const undone = await page({ action: 'Undo', count: '1' }, [done]);
		expect(undone).toContain('1 booking was undone');
		expect(undone).toContain('<td>undone by CW28</td>');
		const refused = { orderKey: one.orderKey, state: 'ready', code: 'CONNECTION_FAILED' };
		const waits = await page({ action: 'Undo', count: '1' }, [refused]);
		expect(waits).toContain('0 bookings were undone');
		expect(waits).toContain('not undone yet: send the form again. CONNECTION_FAILED');
	});

	it('names the order numbers on the form that no booking bears', async () => {
		const shown = await page({ action: 'Voorbeeld', orders: '28, 29;7 7,\n8' }, [], 'nl');
		expect(shown).toContain('Geen boeking gevonden van: 7, 8. Kijk');
		expect(await page({ action: 'Preview', orders: '28' }, [])).not.toContain(
			'No booking was found',
		);
		const total = { ...one, members: ['40', '41'], orderNumber: 'WDAG-1' };
		const input = [[{ action: 'Preview', orders: '40 42' }], [total], [], []];
		const ofTotal = await write('writeUndoPage', input, { language: 'en' });
		expect(ofTotal.html).toContain('No booking was found of: 42.');
		const none = await write('writeUndoPage', [[{ orders: 9 }], [], [], []], { language: 'nl' });
		expect(none.html).toContain('Geen boeking gevonden van: 9.');
	});

	it('speaks Dutch unless the client reads English', async () => {
		const shown = await page({ action: 'Voorbeeld' }, [], 'nl');
		expect(shown).toMatch(/^Boekingen terugdraaien: .*1 boeking kan/);
		expect(shown).toContain('<td>01-03-2026</td><td>1.234,50</td><td>creditnota CW28</td>');
		const none = await write('writeUndoPage', [[{}], [], [], []], { language: 'nl' });
		expect(none.html).toContain('Geen boeking past bij wat u koos.');
	});
});
