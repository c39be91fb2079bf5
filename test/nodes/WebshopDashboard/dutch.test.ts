import { rowKinds } from '../../../bookkeeping/orderTable/found';
import { cardText, keptFacts, retell, type Language } from '../../../bookkeeping';
import { page } from '../../../nodes/WebshopDashboard/page';
import { periodChecks } from '../../../nodes/WebshopDashboard/periodChecks';
import { download } from '../../../nodes/WebshopDashboard/download';
import { readRecord } from '../../../nodes/WebshopDashboard/record';
import { readRequest } from '../../../nodes/WebshopDashboard/request';
import { readRows, tabs, type Tab } from '../../../nodes/WebshopDashboard/rows';
import { texts } from '../../../nodes/WebshopDashboard/texts';
import { completeSettings, settingsWith } from '../../bookkeeping/support';
import { codeSamples } from '../../support/codeSamples';
import { visibleTexts } from '../../support/visibleTexts';

const period = { from: '2026-11-01', until: '2026-11-30' };
const states = Object.keys(texts.en.states);
const regimes = Object.keys(texts.en.regimes);
const kinds = [...rowKinds, 'undo', 'undone'];
const statuses = [
	'pending',
	'processing',
	'on-hold',
	'completed',
	'cancelled',
	'refunded',
	'failed',
];
const nth = (list: readonly string[], index: number) => list[index % list.length]!;

/** A row as the tables keep it, for every sentence of every code, and one for every other word. */
const stored = [
	...codeSamples.map(({ code, facts }, index) => ({
		code,
		facts: keptFacts(code, facts),
		...retell(code, keptFacts(code, facts), 'en'),
		state: nth(['needsAttention', 'waiting', 'nothingToBook'], index),
		kind: nth(kinds, index),
	})),
	...states.flatMap((state) => kinds.map((kind) => ({ state, kind }))),
	...regimes.map((regime) => ({ state: 'booked', kind: 'order', regime })),
	...statuses.map((orderStatus) => ({ state: 'booked', kind: 'order', orderStatus })),
].map((row, index) => ({
	...{ client: 'c', shop: 'winkel-1', orderKey: `c/winkel-1/${index}`, orderNumber: `N${index}` },
	...{ total: 1015.07, vat: 176.17, updatedAt: '2026-11-28', salesEntryId: '0-0-0' },
	...row,
}));

/** What a comparison keeps: every difference, every box and both statements. */
const compared = [
	...codeSamples
		.map(({ code, facts }) => ({ code, facts, text: retell(code, facts, 'en') }))
		.filter(({ text, code }) => text?.cause !== undefined || code === 'PERIOD_COMPARED')
		.map(({ code, facts, text }, index) => ({
			...{ code, facts: keptFacts(code, facts), found: text?.message, tip: text?.tip },
			likelyCause: text?.cause ?? '',
			kind: code === 'PERIOD_COMPARED' ? 'summary' : nth(Object.keys(texts.en.differences), index),
		})),
	{ kind: 'box', box: 'none' },
	{ kind: 'box', box: 'oss' },
	{ kind: 'icp', found: 'BE goods' },
	{ kind: 'icp', found: 'BE services' },
].map((row, index) => ({
	...{ client: 'c', shop: 'winkel-1', orderNumber: `N${index}`, invoiceNumber: `W${index}` },
	...{ periodFrom: '2026-10-01', periodUntil: '2026-12-31', difference: 1015.07 },
	...row,
}));

const settings = {
	...settingsWith(completeSettings),
	administration: { accounts: [], vatRates: [], name: '' },
};

/** Fifty rows stand on a page: all pages of a tab, one after the other. */
function shown(tab: Tab, language: Language, rows: readonly object[] = stored): string {
	const all = readRows(
		rows.map((row) => ({ ...row })),
		(moment) => moment,
	);
	const checks = periodChecks(compared, { client: 'c', ...period });
	const last = Math.ceil(all.length / 50);
	return Array.from({ length: last }, (_, index) => {
		const asked = { tab, language, page: String(index + 1) };
		const request = readRequest(asked, { client: 'c', language, ...period });
		const days = ['2026-11-27', '2026-11-28'];
		const saved = { version: 3, settings };
		return page({ request, rows: all, days, checks, settings: saved, token: 't', processed: true });
	}).join('');
}

/** Numbers of orders, the shop and its client, and words that both languages have. */
const NAMES = [
	...[/^N\d+$/, /^winkel-1$/, /^c$/, /^· SnelStart$/, /^Open$/, /^SnelStart[ -]ID$/, /^winkel-1, /],
	...[/^Percentage:$/, /^Document$/, /^WooCommerce$/, /^JouwWeb$/, /^OSS$/],
	// The way to the other language, and a choice of a setting.
	/^English$/,
];
const codes = new Set(codeSamples.map(({ code }) => code));
/** Settings hold what somebody typed: statuses, names of shops. */
const isTyped = (text: string) =>
	text.split(', ').every((part) => JSON.stringify(settings).includes(`"${part}"`));
const isName = (text: string) =>
	codes.has(text) || isTyped(text) || NAMES.some((name) => name.test(text));

describe('the page of an order', () => {
	const shownOrder = (language: Language, kept: object) => {
		const rows = readRows(stored, (moment) => moment);
		const key = rows[0]!.key;
		const request = readRequest({ order: key, language }, { client: 'c', language, ...period });
		const record = readRecord(
			{ client: 'c', documentKey: key, ...kept },
			request,
			() => '2026-11-28 10:15',
		);
		const content = { request, rows, days: [], checks: [], token: 't', processed: false };
		return page({ ...content, record });
	};
	const full = {
		charged: '{"21":[3000,630],"none":[100,0]}',
		lines: JSON.stringify(
			['product', 'shipping', 'discount', 'fee', 'vat', 'rounding'].map((role) => ['', role, 21]),
		),
		notes: JSON.stringify({
			...{ consultation: 'W1', estimated: true, rounding: 2, giftCard: [500, 'x'] },
			...{ onVat: -1, onLine: 2, vatCheck: ['valid', '2026-11-30T09:12:00.000Z'] },
			...{
				exchange: ['USD', 1234, '1.1', ''],
				warnings: [cardText('withoutEmail'), cardText('maybeTwice', { code: '9' })],
			},
		}),
		settingsVersion: 3,
	};

	test.each([full, {}])('says in Dutch everything that it says in English', (kept) => {
		const english = new Set(visibleTexts(shownOrder('en', kept)));
		const same = visibleTexts(shownOrder('nl', kept)).filter(
			(text) => english.has(text) && !isName(text) && text !== 'SnelStart',
		);
		expect(same).toEqual([]);
	});
});

test.each([...tabs])('the file of the tab %s says in Dutch what it says in English', (tab) => {
	const heads = (language: Language) => {
		const request = readRequest({ tab, language }, { client: 'c', language, ...period });
		const content = { request, rows: [], days: [], checks: [], token: 't', processed: false };
		return download({ ...content, settings: { version: 3, settings } }).heads;
	};
	const english = heads('en');
	expect(heads('nl')).toHaveLength(english.length);
	const same = heads('nl').filter((head) => english.includes(head));
	expect(same.filter((head) => !/^SnelStart([ -]ID)?$/.test(head))).toEqual([]);
});

describe.each([...tabs])('the tab %s', (tab) => {
	test('says in Dutch everything that it says in English', () => {
		const english = new Set(visibleTexts(shown(tab, 'en')));
		const same = visibleTexts(shown(tab, 'nl')).filter(
			(text) => english.has(text) && !isName(text),
		);
		expect(same).toEqual([]);
	});

	test('has nothing in Dutch that is said in English only', () => {
		const pages = shown(tab, 'nl');
		expect(pages.match(/<span lang="en">[^<]*<\/span>/g) ?? []).toEqual([]);
	});
});

test('settings of sales orders stand there for a client who makes them, and for no other', () => {
	const pages = (document: string) => {
		const request = readRequest(
			{ tab: 'configuration' },
			{ client: 'c', language: 'nl', ...period },
		);
		const saved = { version: 3, settings: { ...settings, document } };
		const content = { request, rows: [], days: [], checks: [], token: 't', processed: false };
		return page({ ...content, settings: saved });
	};
	expect(pages('salesOrder')).toContain('Prijsinvoer');
	expect(pages('salesEntry')).not.toContain('Prijsinvoer');
});

test('amounts and days are written as in Dutch', () => {
	const text = shown('report', 'nl');
	expect(text).toContain('€ 1.015,07');
	expect(text).toContain('28-11-2026');
	expect(text.replace(/value="2026-11-\d\d"|from=[\d-]+|until=[\d-]+/g, '')).not.toMatch(/2026-11/);
});

describe('a row of before, without facts', () => {
	const old = (more: object) => ({ ...stored[0], state: 'needsAttention', facts: '', ...more });

	test('has the Dutch sentence of a code that is told without facts, and nothing in English', () => {
		const why = { code: 'CUSTOMER_CANNOT_BE_FOUND' };
		const html = shown('errors', 'nl', [old({ ...why, ...retell(why.code, '', 'en') })]);
		expect(html).toContain('De klant heeft geen e-mailadres, nummer of postcode om op te zoeken');
		expect(html).not.toContain('lang="en">The');
	});

	test('of another code has the sentence without its facts, and what was kept as it is', () => {
		const message = 'Line 3 has VAT 2.10 in 12.10, which fits 21 %.';
		const html = shown('errors', 'nl', [old({ code: 'RATE_AMBIGUOUS', message })]);
		expect(html).toContain('… heeft … btw in …; dat past bij ….');
		expect(html).toContain(`<span lang="en">${message}</span>`);
	});

	test('of a code of another version is shown as it is', () => {
		const row = old({ code: 'GONE', message: 'What it was.', tip: 'What to do.' });
		expect(shown('errors', 'nl', [row])).toContain(
			'<span lang="en">What it was. What to do.</span>',
		);
		expect(shown('errors', 'en', [row])).toContain('What it was.');
	});
});

test('statuses of the settings stand there as the lists call them', () => {
	expect(shown('configuration', 'nl')).toContain('in behandeling, afgerond');
	expect(shown('configuration', 'en')).toContain('processing, completed');
});

test('a box is called as people do, whatever the tables call it', () => {
	const names = visibleTexts(shown('reconciliation', 'nl'));
	expect(names).toEqual(expect.arrayContaining(['in geen aangifte', 'OSS']));
	expect(names).not.toContain('oss');
});

test('a line of a payout file without a number is called by its place', () => {
	const line = {
		state: 'needsAttention',
		kind: 'payoutEntry',
		orderNumber: 'line 2',
		orderKey: 'p',
	};
	expect(visibleTexts(shown('payments', 'nl', [line]))).toContain('regel 2');
	expect(visibleTexts(shown('payments', 'en', [line]))).toContain('line 2');
});
