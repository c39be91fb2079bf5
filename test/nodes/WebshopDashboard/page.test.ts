import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { html } from '../../../nodes/shared/html';
import { chartPerDay } from '../../../nodes/WebshopDashboard/chart';
import { writingIn } from '../../../nodes/WebshopDashboard/writing';
import { formToken, isFormToken } from '../../../nodes/WebshopDashboard/formToken';
import { isSignedIn, weakness } from '../../../nodes/WebshopDashboard/login';
import { problemReport } from '../../../nodes/WebshopDashboard/report';
import { readAction, readRequest, toQuery } from '../../../nodes/WebshopDashboard/request';
import manifest from '../../../package.json';
import { countPerCode, forChart, totalsPerDay } from '../../../nodes/WebshopDashboard/totals';
import { page } from '../../../nodes/WebshopDashboard/page';
import { xlsxFile } from '../../../nodes/WebshopDashboard/xlsx';
import { periodChecks } from '../../../nodes/WebshopDashboard/periodChecks';
import { csvFile, euroCell } from '../../../nodes/WebshopDashboard/csv';
import { download } from '../../../nodes/WebshopDashboard/download';
import { chargedDocuments, readRecord } from '../../../nodes/WebshopDashboard/record';
import { isWithin, readRows, rowsOf, tabs } from '../../../nodes/WebshopDashboard/rows';
import { texts } from '../../../nodes/WebshopDashboard/texts';
import { unbroken } from '../../../nodes/WebshopDashboard/told';
import { settingsWith, transform, wooCommerceOrder } from '../../bookkeeping/support';

const read = (...rows: object[]) =>
	readRows(
		rows.map((more) => ({
			...{ orderKey: 'c/s/1', orderNumber: '1', state: 'booked', bookedAt: '2026-11-02' },
			...more,
		})),
		(moment) => moment.slice(0, 10),
	);
const row = (more: object) => read(more)[0]!;
const defaults = { client: 'c', language: 'nl', from: '2026-11-01', until: '2026-11-30' } as const;

test.each([
	['en', '€ 1,643.11', '€ -1,234,567.08', '€ 0.05'],
	['nl', '€ 1.643,11', '€ -1.234.567,08', '€ 0,05'],
] as const)('amounts have one form in %s', (language, ...said) => {
	expect([164311, -123456708, 5].map(writingIn(language).money)).toEqual(said);
});

describe('what stands in the page', () => {
	it('is escaped, wherever it comes from', () => {
		const number = `"><script>alert('1')</script>&`;
		expect(html`<a title="${number}">${[number]}</a>`.text).toBe(
			'<a title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;</a>',
		);
	});

	it('is said in Dutch as fully as in English', () => {
		const names = (words: object): string[] =>
			Object.entries(words).flatMap(([name, word]) =>
				typeof word === 'string'
					? [name]
					: names(word as object).map((deeper) => `${name}.${deeper}`),
			);
		expect(names(texts.nl)).toEqual(names(texts.en));
	});
});

test('a document with two rows in a data table counts once, as it is booked', () => {
	const doubled = read({ state: 'ready' }, { total: 12.1 }, { total: 12.1 }, { orderKey: 'c/s/2' });
	expect(doubled.map(({ key, state, total }) => [key, state, total])).toEqual([
		['c/s/1', 'booked', 12.1],
		['c/s/2', 'booked', undefined],
	]);
	expect(read({ orderKey: '' }, { orderKey: '' })).toHaveLength(2);
});

describe('signing in', () => {
	const login = { user: 'ann', password: 'correct horse 1' };
	const header = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

	it.each([
		[undefined, false],
		['', false],
		['Basic', false],
		[header('ann:correct horse 2'), false],
		[header('bob:correct horse 1'), false],
		[header('ann:'), false],
		[`Bearer ${Buffer.from('ann:correct horse 1').toString('base64')}`, false],
		[header('ann:correct horse 1'), true],
	])('%p gives %p', (given, expected) => expect(isSignedIn(given, login)).toBe(expected));

	it('W070: refuses a dashboard that would be open or easy to open', () => {
		expect(weakness(login)).toBeUndefined();
		expect(weakness({ user: '', password: login.password })).toBe('noUser');
		expect(weakness({ user: 'ann', password: '' })).toBe('shortPassword');
		expect(weakness({ user: 'ann', password: '12345678901' })).toBe('shortPassword');
		expect(weakness({ user: 'ann', password: '123456789012' })).toBeUndefined();
		expect(texts.en.refused.shortPassword).toContain('fewer than 12');
	});

	it('a form token holds for its client, on its day and the next', () => {
		const token = formToken('secret', 'c', '2026-11-24');
		expect(isFormToken(token, 'secret', 'c', ['2026-11-25', '2026-11-24'])).toBe(true);
		expect(isFormToken(token, 'secret', 'c', ['2026-11-26', '2026-11-25'])).toBe(false);
		expect(isFormToken(token, 'secret', 'd', ['2026-11-24'])).toBe(false);
		expect(isFormToken(token, 'other', 'c', ['2026-11-24'])).toBe(false);
		expect(isFormToken('', 'secret', 'c', ['2026-11-24'])).toBe(false);
	});
});

const hashOf = (script: string): string =>
	`'sha256-${createHash('sha256').update(script).digest('base64')}'`;

it('says in its own words that it is at work, and leaves alone what hands a file over', () => {
	const rows = [{ ...{ orderKey: 'c/s/1', orderNumber: '1', state: 'needsAttention' }, code: 'X' }];
	for (const [language, words] of [
		['nl', 'Bezig …'],
		['en', 'Working …'],
	]) {
		const request = readRequest({ tab: 'errors', language }, defaults);
		const written = page({
			...{ request, days: [], checks: [], token: 't', processed: false },
			rows: readRows(rows, (moment) => moment),
		});
		expect(written).toContain(`<body data-busy="${words}">`);
		const forms = written.split('<form method="post"').slice(1);
		const staying = forms.filter((form) => form.startsWith(' data-stays'));
		expect(staying).toHaveLength(1);
		expect(staying[0]).toContain('value="reportProblem"');
		expect(written.match(/format=\w+" data-stays/g)).toHaveLength(2);
	}
});

it('its policy lets nothing in from outside but its own script, and no form and no address lead elsewhere', () => {
	const request = readRequest({}, defaults);
	const written = page({ request, rows: [], days: [], checks: [], token: 't', processed: false });
	const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(written)?.[1];
	expect(policy?.split('; ').sort()).toEqual([
		"base-uri 'none'",
		"default-src 'none'",
		"form-action 'self'",
		`script-src ${hashOf(/<script>([^]*?)<\/script>/.exec(written)![1]!)}`,
		"style-src 'unsafe-inline'",
	]);
});

test('a sentence on the page keeps the sign of the euro and its amount on one line', () => {
	expect(unbroken('een verschil van € -2,60, in € bedragen')).toBe(
		'een verschil van €\u00a0-2,60, in € bedragen',
	);
	const waits = { code: 'AWAITS_APPROVAL', state: 'needsAttention' };
	const facts = '{"number":"W1","date":"2026-11-28","amount":1795,"case":"withoutNotes"}';
	const request = readRequest({ tab: 'open' }, defaults);
	const rows = [
		row({ ...waits, facts, message: 'Entry W1 of 2026-11-28, € 17.95, can be booked.' }),
	];
	const written = page({ request, rows, days: [], checks: [], token: 't', processed: false });
	expect(written).toContain('€\u00a017');
	expect(written).not.toMatch(/€ 17/);
});

test('the regime is not told of what cannot be booked yet', () => {
	const shown = (more: object) => {
		const request = readRequest({ tab: 'errors' }, defaults);
		const rows = [row({ regime: 'domestic', state: 'needsAttention', ...more })];
		return page({ request, rows, days: [], checks: [], token: 't', processed: false });
	};
	expect(shown({ code: 'NO_VAT_MAPPING' })).not.toContain('<dd>binnenland</dd>');
	expect(shown({ state: 'unknown' })).toContain('<dd>binnenland</dd>');
});

test('on the tab Open what waits for approval stands before what waits for the shop', () => {
	const rows = [
		row({ orderNumber: '9', state: 'waiting', orderDate: '2026-11-20' }),
		row({
			orderNumber: '8',
			state: 'needsAttention',
			code: 'AWAITS_APPROVAL',
			orderDate: '2026-11-02',
		}),
		row({ orderNumber: '7', state: 'waiting', orderDate: '2026-11-21' }),
	];
	expect(rowsOf('open', rows, '').map(({ number }) => number)).toEqual(['8', '7', '9']);
});

describe('a search that finds nothing on a tab', () => {
	const shown = (search: string) => {
		const request = readRequest({ tab: 'report', search }, defaults);
		const rows = [row({ orderNumber: '33', state: 'needsAttention', code: 'NO_VAT_MAPPING' })];
		return page({ request, rows, days: [], checks: [], token: 't', processed: false });
	};

	it('leads to the tab that has the order', () => {
		expect(shown('33')).toMatch(
			/Niet op deze tab, wel hier:\s+<a href="\?tab=errors[^"]*search=33[^"]*">Fouten<\/a>/,
		);
		expect(shown('33')).not.toContain('Kies een eerdere dag');
	});

	it('asks for an earlier day only when no tab has it', () => {
		expect(shown('34')).toContain('Niets met dit nummer in deze periode. Kies een eerdere dag');
		expect(shown('34')).not.toContain('wel hier');
	});
});

describe('what the browser asks', () => {
	it('gets defaults for whatever does not fit', () => {
		const query = {
			tab: 'nonsense',
			from: "2026-01-01'",
			search: ['a', 'b'],
			page: '-3',
			client: 'x',
		};
		expect(readRequest(query, defaults)).toEqual({
			...defaults,
			tab: 'report',
			search: 'a',
			page: 1,
		});
	});

	it('stands in the address as it was read', () => {
		const asked = readRequest(
			{ tab: 'errors', search: 'W 1&2', page: '2', language: 'en' },
			defaults,
		);
		expect(readRequest(Object.fromEntries(new URLSearchParams(toQuery(asked))), defaults)).toEqual(
			asked,
		);
	});

	it('takes two days the wrong way round as the period that they mean', () => {
		const asked = readRequest({ from: '2026-12-24', until: '2026-11-01' }, defaults);
		expect(asked).toMatchObject({ from: '2026-11-01', until: '2026-12-24' });
	});

	it.each([
		[{ action: 'process', orderKey: 'c/s/1', state: 'needsAttention' }, true],
		[{ action: 'process', orderKey: 'c/s/1', state: 'booked' }, false],
		[{ action: 'process', orderKey: 'c/s/1', state: 'booking' }, false],
		[{ action: 'process', orderKey: 'other/s/1', state: 'needsAttention' }, false],
		[{ action: 'process', orderKey: 'c2/s/1', state: 'needsAttention' }, false],
		[{ action: 'check', orderKey: 'c/s/1', checkedAs: 'CODE {}' }, true],
		[{ action: 'check', orderKey: 'other/s/1', checkedAs: 'CODE {}' }, false],
		[{ action: 'reportProblem', orderKey: 'c/s/1' }, true],
		[{ action: 'reportProblem', orderKey: 'other/s/1' }, false],
		[{ action: 'processAll' }, true],
		[{ action: 'pause' }, true],
		[{ action: 'stop' }, true],
		[{ action: 'goOn' }, true],
		[{ action: 'approve', orderKey: 'c/s/1' }, true],
		[{ action: 'approve', orderKey: 'other/s/1' }, false],
		[{ action: 'approve' }, false],
		[{ action: 'approveAll' }, true],
		[{ action: 'approveWithoutNotes' }, true],
		[{ action: 'delete', orderKey: 'c/s/1' }, false],
		[{}, false],
	])('J034: the form %j is taken: %p', (body, taken) => {
		expect(readAction(body, 'c') !== undefined).toBe(taken);
	});
});

test.each([
	[undefined, 'Check again in a minute'],
	['CLIENT_PAUSED', 'until somebody lets the client go on'],
	['CLIENT_STOPPED', 'until somebody lets the client go on'],
] as const)('who offers an order again is told when it is worked on (%s)', (code, sentence) => {
	const request = readRequest({ language: 'en' }, defaults);
	const content = { request, rows: [], days: [], checks: [], token: 't', processed: true };
	const pause = code && { code, message: 'Held', tip: '', facts: '' };
	const notes = page({ ...content, ...(pause && { pause }) }).match(/<p class="note"[^>]*>[^<]*/g);
	expect(notes).toEqual([expect.stringContaining(sentence)]);
});

test('a page says when orders are read next, and that going on starts no run at once', () => {
	const at = (tab: string, more: object) =>
		page({
			...{ request: readRequest({ tab, language: 'nl' }, defaults), rows: [], days: [] },
			...{ checks: [], token: 't', processed: false, nextSync: '15:07', ...more },
		});
	expect(at('configuration', {})).toContain('elk uur gelezen, de volgende keer om 15:07.');
	const pause = { code: 'CLIENT_PAUSED', message: 'Held', tip: '', facts: '' };
	expect(at('configuration', { pause })).toContain(
		'&quot;Ga verder&quot; start niet meteen een run: om 15:07 worden',
	);
});

test('an order is approved as the page showed it', () => {
	const outline =
		'{"seal":"1x","document":"salesEntry","number":"W1","date":"2026-11-02","country":"NL","card":"consumer","lines":[["11","product",21,"1f8c0b1e",1000]],"charged":{"21":[1000,210]},"notes":{},"says":["Read this."]}';
	const fingerprint = 'EUR 12.10';
	const shown = { code: 'AWAITS_APPROVAL', state: 'needsAttention', fingerprint, outline };
	const request = readRequest({ tab: 'open', language: 'en' }, defaults);
	const written = page({
		...{ request, rows: [row(shown)], days: [], checks: [] },
		...{ token: 't', processed: false },
	});
	expect(written).toContain('<input type="hidden" name="fingerprint" value="EUR 12.10" />');
	expect(written).toContain('<input type="hidden" name="seal" value="1x" />');
	expect(written).toContain('<div class="dim">Read this.</div>');
	const inFull = page({
		...{ request: { ...request, order: 'c/s/1' }, rows: [row(shown)], days: [], checks: [] },
		...{ token: 't', processed: false },
	});
	for (const said of ['Read this.', '€ 10.00', 'of this customer alone', 'Invoice number', 'W1']) {
		expect(inFull).toContain(said);
	}
	expect(inFull).not.toContain('Booked in SnelStart');
	expect(
		readAction({ action: 'approve', orderKey: 'c/s/1', fingerprint, seal: '1x' }, 'c'),
	).toEqual({ action: 'approve', approves: 'all', orderKey: 'c/s/1', fingerprint, seal: '1x' });
	const forged = { action: 'approve', orderKey: 'c/s/1', fingerprint, seal: "%' x" };
	expect(readAction(forged, 'c')).toMatchObject({ seal: '' });
});

describe('what is told of a booked order', () => {
	const told = { state: 'booked', code: 'REFUND_DELETED', message: 'm' };
	const shown = (more: object, tab = 'errors') => {
		const request = readRequest({ tab, language: 'en' }, defaults);
		const rows = [row({ ...told, ...more })];
		return page({ request, rows, days: [], checks: [], token: 't', processed: false });
	};

	it('is marked as seen as the page showed it', () => {
		expect(shown({})).toContain(
			'<input type="hidden" name="checkedAs" value="REFUND_DELETED m" />',
		);
		expect(shown({})).not.toContain('Seen by');
	});

	it('says who has seen it and when, and can be taken back', () => {
		const seen = { checkedAs: 'REFUND_DELETED m', checkedBy: 'ann', checkedAt: '2026-11-05T10:00' };
		expect(shown(seen)).toContain('Nothing needs you in this period');
		expect(shown(seen, 'report')).toContain('Seen by ann on 2026-11-05');
		expect(shown(seen, 'report')).toContain('name="checkedAs" value=""');
		expect(shown({ ...seen, message: 'n' })).not.toContain('Seen by');
	});
});

describe('HC-13: an order in another currency', () => {
	const raw = wooCommerceOrder('rest_currency_usd');
	const shown = (settings = settingsWith()) => {
		const { outcome, total, vat, code, message, tip } = transform(raw, settings);
		const state = outcome === 'book' ? 'booked' : 'needsAttention';
		const rows = [row({ state, total, vat, code, message, tip })];
		const tab = outcome === 'book' ? 'report' : 'errors';
		const request = readRequest({ tab, language: 'en' }, defaults);
		const written = page({ request, rows, days: [], checks: [], token: 't', processed: false });
		return written.slice(written.indexOf('<tbody>'), written.indexOf('</tbody>'));
	};

	it('that is not booked has no amount in euro, and says its own', () => {
		expect(shown()).not.toContain('€');
		expect(shown()).toContain(`The total is USD ${String(raw.total)}.`);
	});

	it('that is booked has the amount in euro', () => {
		const rates = [{ currency: 'USD', rate: '2' }];
		const euro = (Number(raw.total) / 2).toFixed(2);
		const text = shown(settingsWith({ exchangeRates: { use: 'fixed', rates } }));
		expect(text).toMatch(new RegExp(`€\\s${euro}`));
	});
});

describe('J036, J200, J201, J202: on which tab a row stands', () => {
	const shown = (more: object) => tabs.filter((tab) => rowsOf(tab, [row(more)], '').length > 0);

	it.each([
		[{ state: 'booked' }, ['report']],
		[{ state: 'nothingToBook', code: 'FREE_ORDER' }, ['report']],
		[{ state: 'booked', code: 'CHANGED_AFTER_BOOKING' }, ['report', 'errors']],
		[
			{ state: 'booked', code: 'REFUND_DELETED', message: 'm', checkedAs: 'REFUND_DELETED m' },
			['report'],
		],
		[
			{ state: 'booked', code: 'REFUND_DELETED', message: 'n', checkedAs: 'REFUND_DELETED m' },
			['report', 'errors'],
		],
		[{ state: 'needsAttention', code: 'NO_VAT_MAPPING' }, ['errors']],
		[{ state: 'unknown' }, ['errors']],
		[{ state: 'needsAttention', code: 'AWAITS_APPROVAL' }, ['open']],
		[{ state: 'waiting' }, ['open']],
		[{ state: 'ready' }, ['open']],
		[{ state: 'booking' }, ['open']],
		[{ state: '' }, ['open']],
		[{ state: 'booked', kind: 'refund' }, ['report']],
		[{ state: 'booked', kind: 'payment' }, ['payments']],
		[{ state: 'waiting', kind: 'payment' }, ['payments']],
		[{ state: 'needsAttention', kind: 'payment' }, ['errors', 'payments']],
		[{ state: 'booked', kind: 'payout' }, ['payments']],
		[{ state: 'needsAttention', kind: 'payoutEntry' }, ['errors', 'payments']],
		[{ state: 'nothingToBook', kind: 'payoutEntry' }, ['payments']],
	])('%j: %j', (more, expected) => expect(shown(more)).toEqual(expected));

	it('J204: the search looks at the numbers of shop and SnelStart, newest first', () => {
		const rows = [
			row({ orderNumber: '100', snelStartNumber: 'W100', bookedAt: '2026-11-02' }),
			row({ orderNumber: '2100', snelStartNumber: 'W2100', bookedAt: '2026-11-03' }),
			row({ orderNumber: '7', snelStartNumber: 'W7', bookedAt: '2026-11-04' }),
		];
		expect(rowsOf('report', rows, ' w1 ').map(({ number }) => number)).toEqual(['100']);
		expect(rowsOf('report', rows, '00').map(({ number }) => number)).toEqual(['2100', '100']);
		expect(rowsOf('report', rows, '').map(({ number }) => number)).toEqual(['7', '2100', '100']);
	});
});

it('a whole number is found alone, on every tab, with or without its prefix', () => {
	const rows = [
		row({ orderNumber: '60', snelStartNumber: 'W60' }),
		row({ orderNumber: '160', snelStartNumber: 'W160' }),
		row({ orderNumber: '601', state: 'needsAttention' }),
	];
	for (const search of ['60', 'w60', ' W60 ']) {
		expect(rowsOf('report', rows, search).map(({ number }) => number)).toEqual(['60']);
		expect(rowsOf('errors', rows, search)).toEqual([]);
	}
	expect(rowsOf('errors', rows, '01').map(({ number }) => number)).toEqual(['601']);
	expect(rowsOf('report', rows, 'W')).toHaveLength(2);
});

it('a row is in a period by the day of the order or the day it was worked on', () => {
	const old = row({ orderDate: '2026-03-31', bookedAt: '2026-11-02' });
	const within = (from: string, until: string) => isWithin(old, { from, until });
	expect(within('2026-03-01', '2026-03-31')).toBe(true);
	expect(within('2026-11-02', '2026-11-30')).toBe(true);
	expect(within('2026-04-01', '2026-11-01')).toBe(false);
});

describe('the rows of a page', () => {
	const rows = [
		row({
			...{ orderKey: 'c/a/1', shop: 'a', orderNumber: '11' },
			...{ regime: 'oss', orderDate: '2026-10-31' },
		}),
		row({ orderKey: 'c/b/2', shop: 'b', orderNumber: '22', regime: 'domestic' }),
		row({ orderKey: 'c/a/3', shop: 'a', orderNumber: '33', state: 'needsAttention', code: 'X' }),
		row({ orderKey: 'c/a/4', shop: 'a', orderNumber: '44', state: 'needsAttention', code: 'Y' }),
	];
	const shown = (query: object) => {
		const request = readRequest({ language: 'en', ...query }, defaults);
		const content = { request, rows, days: [], checks: [], token: 't', processed: false };
		return { written: page(content), file: download(content) };
	};
	const numbers = (query: object) =>
		[...shown(query).written.matchAll(/<tr data-key="[^"]*">[\s\S]*?<strong>(\d+)/g)].map(
			([, number]) => number,
		);

	it('are narrowed to a shop, a regime, a code', () => {
		expect(numbers({ shop: 'b' })).toEqual(['22']);
		expect(numbers({ regime: 'oss' })).toEqual(['11']);
		expect(numbers({ tab: 'errors', code: 'Y', shop: 'a' })).toEqual(['44']);
		expect(numbers({ tab: 'errors', code: 'Y', shop: 'b' })).toEqual([]);
		const { written } = shown({ tab: 'errors', code: 'Y' });
		expect(written).toMatch(/<option value="Y" selected>/);
		// The other tabs keep the shop only.
		expect(written).not.toMatch(/tab=report[^"]*code=/);
	});

	it('show the day of the order, and say where the page of one is', () => {
		const { written } = shown({});
		expect(written).toContain('<td data-name="Order date" class="day">2026-10-31</td>');
		expect(written).toContain('order=c%2Fa%2F1');
	});

	it('go into a file with all of them', () => {
		const { file } = shown({ tab: 'errors' });
		expect(file.heads.slice(0, 4)).toEqual(['Order', 'Kind', 'Shop', 'Order date']);
		expect(file.lines.map(([number]) => number)).toEqual(['44', '33']);
		expect(file.lines.map(({ length }) => length)).toEqual([file.heads.length, file.heads.length]);
	});
});

test('the file of the report says of each booking what it was noted with', () => {
	const request = readRequest({ language: 'en', tab: 'report' }, defaults);
	const rows = ['1', '2'].map((id) =>
		row({ orderKey: `c/a/${id}`, orderNumber: id, state: 'booked', snelStartNumber: `W${id}` }),
	);
	const noted = new Map([
		['c/a/1', '{"consultation":"WAPIAAAA","estimated":true,"onVat":-1,"onLine":2}'],
	]);
	const dated = new Map([[rows[0]!.key, '2026-11-30']]);
	const content = {
		...{ request, rows, days: [], checks: [], token: 't', processed: false },
		...{ noted, dated },
	};
	const { heads, lines } = download(content);
	expect(heads.slice(-2)).toEqual(['Invoice date', 'Notes']);
	expect(lines.map((line) => line.at(-2))).toContain('2026-11-30');
	expect(Object.fromEntries(lines.map((cells) => [cells[0], cells.at(-1)]))).toEqual({
		1: 'Part of this was estimated, because the shop does not state it per line; VAT number checked; consultation number of VIES: WAPIAAAA; VAT by the total of the shop, more than its VAT per rate: € -0.01; Rounding difference, on a line of the entry: € 0.02',
		2: '',
	});
});

test.each([
	['["valid","2026-11-30T09:12:00.000Z"]', 'confirmed by VIES on 2026-11-30 09:12 UTC'],
	['["unknown",""]', 'not confirmed: VIES did not say. Look it up now and keep the answer'],
	['["formOnly",""]', 'only its form was checked, not its registration (VIES)'],
])('a year later an ICP supply still says what was known of its number: %s', (kept, said) => {
	const request = readRequest({ language: 'en', tab: 'report' }, defaults);
	const rows = [row({ orderKey: 'c/a/1', state: 'booked', snelStartNumber: 'W1' })];
	const noted = new Map([['c/a/1', `{"vatCheck":${kept}}`]]);
	const content = { request, rows, days: [], checks: [], token: 't', processed: false };
	const { lines } = download({ ...content, noted, dated: new Map<string, string>() });
	expect(lines[0]?.at(-1)).toBe(`VAT number when it was booked: ${said}`);
});

test('the page of a booked order has the day on its invoice, and says when another connector booked it', () => {
	const request = readRequest({ language: 'nl', tab: 'report', order: 'c/a/1' }, defaults);
	const rows = [row({ orderKey: 'c/a/1', state: 'booked', snelStartNumber: '2026-0901' })];
	const kept = { client: 'c', documentKey: 'c/a/1', document: 'salesEntry' };
	const dated = { ...kept, documentDate: '2026-12-02', notes: '{"bookedBefore":true}' };
	const record = readRecord(dated, { client: 'c', order: 'c/a/1' }, (moment) => moment);
	const content = { request, rows, days: [], checks: [], token: 't', processed: false };
	const shown = page({ ...content, ...(record && { record }) });
	expect(shown).toMatch(/Factuurdatum[^]{0,40}02-12-2026/);
	expect(shown).toContain('geboekt door een andere koppeling');
});

describe('a file for a spreadsheet', () => {
	it('has no formulas, whole numbers, and the marks of the language', () => {
		const rows = [['=1+1', '-5,00', 'a;b', 'say "x"', '@x', undefined]];
		expect(csvFile(['A', 'B'], rows, 'nl')).toBe(
			[`\uFEFFA;B`, `'=1+1;"-5,00";"a;b";"say ""x""";'@x;`, ''].join('\r\n'),
		);
		const amounts = [[euroCell(-1015.07), euroCell(undefined)]];
		expect(csvFile(['A', 'B'], amounts, 'nl')).toBe('\uFEFFA;B\r\n"-1015,07";\r\n');
		expect(csvFile(['A', 'B'], amounts, 'en')).toBe('\uFEFFA,B\r\n-1015.07,\r\n');
	});
});

describe('a workbook of Excel', () => {
	const unpacked = (file: Buffer): Record<string, string> => {
		const folder = mkdtempSync(path.join(tmpdir(), 'workbook-'));
		try {
			writeFileSync(path.join(folder, 'a.xlsx'), file);
			// A reader that is not ours; it tests the checksums.
			const script =
				'import sys,zipfile,json; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(json.dumps({n: z.read(n).decode() for n in z.namelist()}))';
			const args = ['-c', script, path.join(folder, 'a.xlsx')];
			return JSON.parse(execFileSync('python3', args, { encoding: 'utf8' }));
		} finally {
			rmSync(folder, { recursive: true });
		}
	};

	it('has amounts as numbers, days as dates, and everything else as text', () => {
		const rows = [['0012', '2026-11-28', { euro: -1015.07 }, '=1+1 <&>', undefined]];
		const parts = unpacked(xlsxFile(['Order', 'Date', 'Total', 'Text', 'None'], rows));
		expect(Object.keys(parts)).toContain('[Content_Types].xml');
		const cells = [...parts['xl/worksheets/sheet1.xml']!.matchAll(/<c[^>]*?(?:\/>|>.*?<\/c>)/g)];
		// 28 November 2026 is day 46354 of Excel, which calls 1 January 1900 day 1.
		expect(cells.slice(5).map(([cell]) => cell)).toEqual([
			'<c s="0" t="inlineStr"><is><t xml:space="preserve">0012</t></is></c>',
			'<c s="3"><v>46354</v></c>',
			'<c s="2"><v>-1015.07</v></c>',
			'<c s="0" t="inlineStr"><is><t xml:space="preserve">=1+1 &lt;&amp;&gt;</t></is></c>',
			'<c/>',
		]);
	});
});

describe('the totals of the period', () => {
	const booked = (number: string, more: object = {}) =>
		row({
			...{ orderKey: `c/s/${number}`, orderNumber: number, orderDate: '2026-11-05' },
			...{ total: 12.1, vat: 2.1, ...more },
		});
	const record = (number: string, charged: object, more: object = {}) => ({
		...{ client: 'c', kind: 'order', documentKey: `c/s/${number}`, regime: 'domestic' },
		...{ charged: JSON.stringify(charged), ...more },
	});
	const shown = (rows: ReturnType<typeof row>[], records: object[], asked: object = {}) => {
		const request = readRequest({ language: 'en', ...asked }, defaults);
		const content = { request, rows, days: [], checks: [], token: 't', processed: false };
		const charged = chargedDocuments(
			records.map((one) => ({ ...one })),
			'c',
		);
		const written = /<section class="card" data-totals>[\s\S]*?<\/section>/.exec(
			page({ ...content, charged }),
		);
		return (written?.[0] ?? '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
	};

	it('are per VAT rate and country, refunds taken off, payments and totals left out', () => {
		const rows = [
			...[booked('1'), booked('2'), booked('3', { kind: 'refund' })],
			booked('4', { regime: 'oss' }),
			booked('5', { kind: 'payment' }),
		];
		const records = [
			record('1', { 21: [1000, 210], 9: [200, 18] }),
			record('2', { 21: [500, 105] }),
			record('3', { 21: [-300, -63] }, { kind: 'refund' }),
			record('4', { 21: [700, 147] }, { regime: 'oss', deliveryCountry: 'BE' }),
			record('5', { none: [9900, 0] }, { kind: 'payment' }),
			record('6', { 21: [9900, 0] }, { client: 'd' }),
		];
		const text = shown(rows, records);
		// 10.00 + 5.00 - 3.00 and 2.10 + 1.05 - 0.63
		expect(text).toContain('21 % € 12.00 € 2.52 € 14.52 9 % € 2.00 € 0.18 € 2.18');
		expect(text).toContain(
			'21 % · BE · OSS (consumers in other EU countries) € 7.00 € 1.47 € 8.47',
		);
		expect(text).toContain('Together (Orders and refunds: 4) € 21.00 € 4.17 € 25.17');
		expect(text).not.toContain('Without figures');
		expect(shown(rows, records, { regime: 'oss' })).toContain('refunds: 1) € 7.00 € 1.47');
		expect(shown(rows, records, { search: '2' })).toContain('refunds: 1) € 5.00 € 1.05');
	});

	describe('of an order that was undone', () => {
		const dated = { orderDate: '2026-11-05', total: 12.1, vat: 2.1 };
		const credit = {
			...{ orderKey: 'c/s/1/credit/1', parentKey: 'c/s/1', kind: 'refund', orderNumber: '1' },
			...{ ...dated, total: -12.1, vat: -2.1 },
			...{ snelStartNumber: 'CW1', originalInvoiceNumber: 'W1', salesEntryId: 'c' },
		};
		const again = { ...dated, version: 2, snelStartNumber: 'W1-2', paymentMethod: 'iDEAL' };
		const ready = { ...again, state: 'ready', snelStartNumber: '' };
		const records = [
			record('1', { 21: [1000, 210] }),
			record('1/credit/1', { 21: [-1000, -210] }, { kind: 'refund' }),
		];
		const november = ['2026-11-05'];

		it('are those of the entry that was booked again: an undo is not a refund', () => {
			// W1 of 12.10, CW1 of -12.10 and W1-2 of 12.10 are one sale of 12.10.
			const rows = read(again, credit);
			const text = shown(rows, records);
			expect(text).toContain('21 % € 10.00 € 2.10 € 12.10');
			expect(text).toContain('Together (Orders and refunds: 1) € 10.00 € 2.10 € 12.10');
			expect(shown(rows, records, { paymentMethod: 'iDEAL' })).toContain('refunds: 1) € 10.00');
			expect(totalsPerDay(rows, november)).toEqual([
				{ day: '2026-11-05', orders: 1, amount: 1210 },
			]);
		});

		it('are nothing as long as it is not booked again', () => {
			const rows = read(ready, credit);
			expect(shown(rows, records)).toBe('');
			expect(totalsPerDay(rows, november)).toEqual([{ day: '2026-11-05', orders: 0, amount: 0 }]);
		});

		it('take off the credit note of one that was cancelled since', () => {
			const cancelled = { ...credit, orderKey: 'c/s/1/credit/2', originalInvoiceNumber: 'W1-2' };
			const rows = read(again, credit, cancelled);
			const figures = [...records, record('1/credit/2', { 21: [-1000, -210] }, { kind: 'refund' })];
			expect(shown(rows, figures)).toContain('(Orders and refunds: 2) € 0.00 € 0.00 € 0.00');
		});

		it('come out of the file too: what was taken back stands in it, before what did', () => {
			const request = readRequest({ language: 'en' }, defaults);
			const content = { request, days: [], checks: [], token: 't', processed: false };
			const { heads, lines } = download({ ...content, rows: read(again, credit) });
			const at = (name: string) => heads.indexOf(name);
			const columns = [at('Kind'), at('SnelStart'), at('Total'), at('VAT'), at('Payment method')];
			expect(lines.map((line) => columns.map((column) => line[column]))).toEqual([
				['order', 'W1-2', { euro: 12.1 }, { euro: 2.1 }, 'iDEAL'],
				['order, undone', 'W1', { euro: 12.1 }, { euro: 2.1 }, 'iDEAL'],
				['undo', 'CW1', { euro: -12.1 }, { euro: -2.1 }, 'iDEAL'],
			]);
		});
	});

	it('count what has no figures apart, and nothing that is dated outside the period', () => {
		const rows = [booked('1'), booked('2'), booked('3', { orderDate: '2026-10-31' })];
		const text = shown(rows, [record('1', { 21: [1000, 210] })]);
		expect(text).toMatch(/taken over \(1\) € 10\.00 € 2\.10 € 12\.10/);
		expect(text).toContain('Together (Orders and refunds: 2) € 20.00 € 4.20 € 24.20');
		expect(shown([booked('3', { orderDate: '2026-10-31' })], [])).toBe('');
	});
});

describe('the page of an order', () => {
	const rows = [
		row({
			...{
				orderKey: 'c/s/1',
				shop: 's',
				orderNumber: '28',
				orderId: '728',
				total: 62.3,
				vat: 8.46,
			},
			...{ snelStartNumber: 'W28', salesEntryId: 'entry-1', regime: 'domestic' },
		}),
		row({ orderKey: 'c/s/1/refund/9', parentKey: 'c/s/1', orderNumber: '28-9', kind: 'refund' }),
		row({ orderKey: 'c/s/2', orderNumber: '29' }),
	];
	const stored = {
		...{ client: 'c', documentKey: 'c/s/1', number: 'W28', deliveryCountry: 'NL' },
		// 30.00 at 21 % and 24.00 at 9 % with VAT 6.30 and 2.16 is 62.46; 16 cents less are booked.
		charged: '{"21":[3000,630],"9":[2400,216]}',
		lines:
			'[["5","product",21,"1f8c0b1e",3000],["","shipping",9,"a77e2c90",2400],["","rounding",0,"99999999",-16]]',
		...{ document: 'salesEntry', relationId: 'card-7' },
		notes: '{"consultation":"WAPIAAAA","estimated":true,"rounding":-16}',
		...{ settingsVersion: 4, readAt: 'R', claimedAt: 'C', bookedAt: 'B' },
	};
	const accounts = [
		{ id: '1f8c0b1e-3b6b-4f0a-9a51-0c2d6d1b7f10', number: 8000, name: 'Omzet hoog' },
		{ id: 'a77e2c90-51d4-4c1c-8a3e-2f1f6b0d9e44', number: 8105, name: 'Verzendkosten laag' },
	];
	const settings = { version: 4, settings: { administration: { accounts } } };
	const shown = (more: object = {}, record: object = stored, given: object = {}) => {
		const request = readRequest({ language: 'en', order: 'c/s/1', ...more }, defaults);
		const read = readRecord({ ...record }, request, (moment) => `moment ${moment}`);
		const content = { request, rows, days: [], checks: [], token: 't', processed: false };
		return page({ ...content, settings, record: read, ...given }).replace(/\s+/g, ' ');
	};
	const words = (written: string) => written.replace(/<[^>]*>/g, '|').replace(/[|\s]+/g, ' ');

	it('names the day total that the order is in, and of nothing else', () => {
		const total = 'WDAG-2026-11-28';
		const ofTotal = (kind: string, snelStartNumber = total, state = 'booked') =>
			row({ orderKey: 'c/s/1', kind, state, snelStartNumber, originalInvoiceNumber: total });
		const text = (...given: Parameters<typeof ofTotal>) =>
			words(shown({}, {}, { rows: [ofTotal(...given)] }));
		const said = `Booked in the day total ${total}`;
		expect(text('order')).toContain(said);
		expect(text('refund')).toContain(said);
		expect(text('refund', '', 'gatheredRefund')).toContain(said);
		expect(text('refund', '', 'gatheredRefund')).toContain('waits for its negative total');
		// Of a refund by itself it is the invoice that is credited.
		expect(text('refund', 'CW66')).not.toContain('Booked in the day total');
	});

	it('has what the shop charged per rate beside what is booked', () => {
		const text = words(shown());
		expect(text).toContain('21 % € 30.00 € 6.30 € 36.30');
		expect(text).toContain('9 % € 24.00 € 2.16 € 26.16');
		expect(text).toContain('Charged by the shop € 54.00 € 8.46 € 62.46');
		expect(text).toContain('Booked in SnelStart € 53.84 € 8.46 € 62.30');
		expect(text).not.toContain('These totals differ');
		expect(text).toContain('Number in the shop (id) 728');
		expect(text).toContain('W28');
		expect(text).toContain('WAPIAAAA');
		expect(text).toContain('First read moment R');
		expect(text).toContain('Booked moment B');
	});

	it('has the lines with ledger account, rate and amount, and their sum', () => {
		const text = words(shown());
		expect(text).toContain('product 8000 Omzet hoog 21 % € 30.00');
		expect(text).toContain('8105 Verzendkosten laag 9 % € 24.00');
		expect(text).toContain('an account that the settings no longer name 0 % € -0.16');
		// 30.00 + 24.00 - 0.16
		expect(text).toContain('All lines € 53.84');
	});

	it('says of VAT of another country which account it is on: SnelStart has it, not the settings', () => {
		const lines = JSON.stringify([['', 'vat', 19, 'ffffffff', '', '', 595, '']]);
		const text = words(shown({}, { ...stored, lines }));
		expect(text).toContain('the account that SnelStart has for VAT of other countries 19 %');
	});

	it('says nothing of accounts and amounts that an older version did not keep', () => {
		const lines = '[["5","product",21],["","shipping",9]]';
		const text = words(shown({}, { ...stored, lines }));
		expect(text).toMatch(/product 21 % (shipping|delivery)[^€]*9 %/);
		expect(text).not.toContain('All lines');
	});

	it('has account and amount of a line that is booked in a day total', () => {
		const line = ['5', 'product', 21, accounts[0]!.id, 'kp', 'high', 1234, 'Mok'];
		const more = { lines: JSON.stringify([line]), notes: '{"total":{"number":"W28"}}' };
		expect(words(shown({}, { ...stored, ...more }))).toContain('8000 Omzet hoog 21 % € 12.34');
	});

	it('says why the regime is what it is, and whose card and which document it became', () => {
		const text = words(shown());
		expect(text).toContain('Why this regime Delivered in NL; the VAT that the shop charged');
		expect(text).toContain('Booked as sales entry Paper attached to the entry No');
		expect(text).toContain('Customer card of this customer alone');
		const fixedDebtors = [{ paymentMethod: 'ideal', relationId: 'card-7' }];
		const shared = { settings: { ...settings, settings: { fixedDebtors } } };
		expect(words(shown({}, stored, shared))).toContain('Customer card a card for several');
	});

	it('leads to the order in the shop, only where its address is known and is one', () => {
		const to = (s: string) => shown({}, stored, { shopAddresses: { s } });
		const link = /<a href="(https?:[^"]*)" target="_blank"/;
		expect(link.exec(to('https://shop.example/order?post={order}&action=edit'))?.[1]).toBe(
			'https://shop.example/order?post=728&amp;action=edit',
		);
		for (const other of ['', 'javascript:{order}', 'https://shop.example/orders'])
			expect(to(other)).not.toContain('Open the order in the shop');
	});

	it('says when the totals differ', () => {
		expect(shown({}, { ...stored, notes: '' })).toContain('These totals differ');
	});

	it('leads to what belongs to it, and to nothing else', () => {
		expect(shown()).toContain('order=c%2Fs%2F1%2Frefund%2F9');
		expect(shown()).not.toContain('order=c%2Fs%2F2');
	});

	it('shows no record of another order or another client, and no row of another client', () => {
		const none = 'What the shop charged, and the history, stand here once it is booked.';
		expect(shown()).not.toContain(none);
		expect(shown({}, { ...stored, documentKey: 'c/s/2' })).toContain(none);
		expect(shown({}, { ...stored, client: 'd' })).toContain(none);
		expect(readRequest({ order: 'd/s/1' }, defaults).order).toBeUndefined();
		expect(shown({ order: 'c/s/7' })).toContain('not in the chosen period');
	});
});

describe('the tab Reconciliation', () => {
	const check = (more: object) => ({
		client: 'c',
		shop: 's',
		periodFrom: '2026-10-01',
		periodUntil: '2026-10-31',
		...more,
	});
	const stored = [
		check({ kind: 'summary', found: '5 documents, 3 agree, 2 differences' }),
		check({
			kind: 'box',
			box: '1a',
			shopTotal: 200,
			booksTotal: 190.08,
			shopVat: 42,
			booksVat: 44.06,
		}),
		check({
			kind: 'icp',
			box: '3b',
			found: 'BE goods',
			invoiceNumber: 'W7',
			shopTotal: 5,
			booksTotal: 5,
		}),
		check({
			kind: 'missing',
			orderNumber: '28',
			invoiceNumber: 'W28',
			difference: -62.3,
			found: '<b>',
		}),
		check({ kind: 'wrongRate', orderNumber: '45', invoiceNumber: 'W45', difference: 0 }),
		check({ kind: 'missing', orderNumber: '9', client: 'other' }),
	];
	const shown = (period: object, search = '') => {
		const request = { ...readRequest({ tab: 'reconciliation', search }, defaults), ...period };
		const checks = periodChecks(stored, request);
		return page({ request, rows: [], days: [], checks, token: 't', processed: false });
	};
	const october = { from: '2026-10-15', until: '2026-11-30' };

	it('shows boxes, statements and every difference of a period that it touches', () => {
		const text = shown(october);
		expect(text).toMatch(/200,00[\s\S]*190,08[\s\S]*42,00[\s\S]*44,06/);
		expect(text).toContain('ICP BE goederen (W7)');
		expect(text).toMatch(/28<\/strong> niet geboekt:\s*€ -62,30/);
		expect(text).toContain('&lt;b&gt;');
		expect(text.match(/class="differs"/g)).toHaveLength(1);
		expect(text).toMatch(/Aansluiting<small>2<\/small>/);
	});

	it('shows nothing of other clients and other periods', () => {
		expect(shown(october)).not.toContain('data-order="9"');
		expect(shown({ from: '2026-11-01', until: '2026-11-30' })).toContain('geen periode vergeleken');
	});

	it('its file tells turnover of boxes, and with VAT of documents: never one in the column of the other', () => {
		const request = {
			...readRequest({ tab: 'reconciliation', language: 'en' }, defaults),
			...october,
		};
		const of116 = {
			kind: 'wrongAmount',
			orderNumber: '116',
			shopTotal: 114.85,
			booksTotal: 169.29,
		};
		const account = {
			kind: 'clearing',
			invoiceNumber: '1104',
			shopTotal: 514.54,
			booksTotal: 820.79,
		};
		const more = [
			check({ ...of116, difference: 54.44 }),
			check({ ...account, difference: 820.79 }),
		];
		const checks = periodChecks([...stored, ...more], request);
		const { heads, lines } = download({
			...{ request, rows: [], days: [], checks, token: 't', processed: false },
		});
		const told = (kind: string, number: string): object => {
			const line = lines.find((one) => one[3] === kind && one[4] === number) ?? [];
			const cells = heads.map((head, at) => [head, line[at]] as const);
			return Object.fromEntries(cells.filter(([head]) => /shop$|books$|Difference/.test(head)));
		};
		const none = euroCell(undefined);
		const euro = euroCell;
		expect(told('Box', '')).toEqual({
			...{ 'Turnover shop': euro(200), 'Turnover books': euro(190.08) },
			...{ 'VAT shop': euro(42), 'VAT books': euro(44.06) },
			...{ 'Total shop': none, 'Total books': none, Difference: euro(0) },
		});
		expect(told('another amount', '116')).toEqual({
			...{ 'Turnover shop': none, 'Turnover books': none, 'VAT shop': none, 'VAT books': none },
			...{ 'Total shop': euro(114.85), 'Total books': euro(169.29), Difference: euro(54.44) },
		});
		// What is left on an account stands on the tab, so in its file too.
		expect(told('clearing account', '1104')).toMatchObject({
			...{ 'Total shop': none, 'Total books': euro(820.79), Difference: none },
		});
	});

	it('J204: the search looks at the numbers of shop and SnelStart', () => {
		const text = shown(october, 'w45');
		expect(text).toContain('data-order="45"');
		expect(text).not.toContain('data-order="28"');
	});
});

describe('the charts', () => {
	it('adds cents per day: orders and refunds, not payments; 0.10 + 0.20 is 0.30', () => {
		const rows = [
			...[{ total: 0.1 }, { total: 0.2 }, { total: -0.05, kind: 'refund' }],
			...[
				{ total: 99, kind: 'payment' },
				{ total: 99, state: 'waiting' },
			],
		].map((more) => row({ orderDate: '2026-11-02', bookedAt: '2026-11-03', ...more }));
		// Booked in November, and of October.
		rows.push(row({ total: 5, orderDate: '2026-10-30', bookedAt: '2026-11-02' }));
		expect(totalsPerDay(rows, ['2026-11-01', '2026-11-02'])).toEqual([
			{ day: '2026-11-01', orders: 0, amount: 0 },
			{ day: '2026-11-02', orders: 2, amount: 25 },
		]);
	});

	it('is per month where the days are too many, and says its amounts', () => {
		const days = Array.from({ length: 61 }, (_, index) => {
			const day = new Date(Date.UTC(2026, 9, 1 + index)).toISOString().slice(0, 10);
			return { day, orders: 1, amount: 100 };
		});
		expect(forChart(days)).toHaveLength(61);
		// Sixty-two days fit; of more, October has 31 and November 30.
		const more = [...days, ...['2026-12-01', '2026-12-02'].map((day) => ({ ...days[0]!, day }))];
		expect(forChart(more)).toEqual([
			{ day: '2026-10', orders: 31, amount: 3100 },
			{ day: '2026-11', orders: 30, amount: 3000 },
			{ day: '2026-12', orders: 2, amount: 200 },
		]);
		const drawn = chartPerDay(forChart(more), 'Per maand', texts.nl, writingIn('nl')).text;
		expect(drawn).toContain('aria-label="Per maand"');
		expect(drawn).toMatch(/text-anchor="middle"\s*>€ 31,00<\/text/);
		expect(drawn).toContain('10-2026: 31 bestellingen, € 31,00');
	});

	it('counts codes, most frequent first', () => {
		const rows = ['B', 'A', 'B', '', 'A', 'C', 'B'].map((code) => row({ code }));
		expect(countPerCode(rows).map((one) => [one.code, one.rows.length])).toEqual([
			['B', 3],
			['A', 2],
			['C', 1],
		]);
	});
});

test.each([
	['en', 'The order has … refund(s).'],
	['nl', 'De bestelling heeft … '],
] as const)('the filter by code says what each stands for (%s)', (language, sentence) => {
	const rows = ['ORDER_HAS_REFUNDS', 'OF_BEFORE'].map((code) =>
		row({ code, state: 'needsAttention' }),
	);
	const request = readRequest({ tab: 'errors', language }, defaults);
	const written = page({ request, rows, days: [], checks: [], token: 't', processed: false });
	const [, choices = ''] = /<select name="code">(.*?)<\/select>/s.exec(written) ?? [];
	expect(choices).toContain(`ORDER_HAS_REFUNDS: ${sentence}`);
	// A code that no register has any more stands by itself.
	expect(choices).toMatch(/>\s*OF_BEFORE\s*</);
});

test.each(['en', 'nl'] as const)('an empty tab says what to do (%s)', (language) => {
	const said = (['report', 'errors', 'open', 'payments'] as const).map((tab) => {
		const request = readRequest({ tab, language }, defaults);
		const written = page({ request, rows: [], days: [], checks: [], token: 't', processed: false });
		expect(written.replaceAll('&quot;', '"')).toContain(texts[language].nothing[tab]);
		return texts[language].nothing[tab];
	});
	expect(new Set(said).size).toBe(4);
	for (const sentence of said) expect(sentence).toMatch(/^[^.]*\.$/);
});

test('W071, J206: a problem report holds no card, no administration and no address', () => {
	const report = problemReport(
		[
			{
				orderKey: 'Bakkerij Jansen/web/1',
				client: 'Bakkerij Jansen',
				orderNumber: '1',
				orderDate: '2026-11-02',
				code: 'SNELSTART_REFUSED',
				message: 'Relation of jan@example.org was refused',
				relationId: '1f8c0b1e',
			},
		],
		{
			version: 3,
			settings: {
				client: 'Bakkerij Jansen',
				paymentTermDays: 14,
				administration: { name: 'Jansen BV' },
				fixedDebtors: [{ relationId: '1f8c0b1e' }],
				vatNumberCheck: { ownVatNumber: 'NL123456789B01' },
			},
		},
	);
	expect(JSON.stringify(report)).not.toMatch(/jan@|Jansen|1f8c0b1e|NL123456789B01/);
	expect(report).toMatchObject({
		...{ package: manifest.name, version: manifest.version },
		rows: [{ key: 'web/1', orderNumber: '1', orderDate: '2026-11-02', code: 'SNELSTART_REFUSED' }],
		settingsVersion: 3,
		settings: { paymentTermDays: 14 },
	});
});
