import { DateTime } from 'luxon';

import {
	clientStates,
	isSilent,
	type TablesOfClients,
} from '../../../nodes/WebshopDashboard/clients';
import { clientsPage } from '../../../nodes/WebshopDashboard/clientsPage';

const NOW = '2026-11-29T19:30:00.000Z';
const settings = (client: string, shops: object[], more: object = {}) => ({
	...{ client, version: 1, settings: JSON.stringify({ shops }) },
	...{ createdAt: '2026-11-01T08:00:00.000Z', ...more },
});
const web = { shop: 'web', kind: 'wooCommerce' };
const ran = (client: string, updatedAt: string, shop = 'web') => ({ client, shop, updatedAt });
const statesOf = (tables: Partial<TablesOfClients>) =>
	clientStates(
		{ settings: [], cursors: [], rows: [], troubles: [], signOffs: [], ...tables },
		{
			now: DateTime.fromISO(NOW),
			silentAfter: 3,
			dayOf: (moment) => moment.slice(0, 10),
		},
	);
const pageOf = (tables: Partial<TablesOfClients>, language: 'nl' | 'en' = 'nl') =>
	clientsPage({
		language,
		clients: statesOf(tables),
		addresses: { bloom: 'https://n8n.example/webhook/books' },
		momentOf: (moment) => moment.slice(0, 16).replace('T', ' '),
	});

test('a file of orders that is being booked is no trouble until nothing of it is handed over for two hours', () => {
	const troublesAt = (updatedAt: string) =>
		statesOf({
			settings: [settings('bloom', [])],
			troubles: [
				{
					...{ client: 'bloom', shop: 'web', subject: 'order file', updatedAt },
					...{ code: 'ORDER_FILE_UNFINISHED', message: 'Booking a file …', tip: '', facts: '{}' },
				},
			],
		})[0]!.troubles.length;
	expect(troublesAt('2026-11-29T17:31:00.000Z')).toBe(0);
	expect(troublesAt('2026-11-29T17:30:00.000Z')).toBe(1);
});

describe('a client is silent', () => {
	it.each([
		['2026-11-29T16:31:00.000Z', false],
		['2026-11-29T16:30:00.000Z', true],
		['2026-11-27T19:00:00.000Z', true],
	])('when the last run of its sync ended at %s: %s', (moment, expected) => {
		const [state] = statesOf({
			settings: [settings('bloom', [web])],
			cursors: [ran('bloom', '2026-11-20T00:00:00.000Z'), ran('bloom', moment)],
		});
		expect(isSilent(state!)).toBe(expected);
	});

	it.each([
		['2026-11-29T18:00:00.000Z', false],
		['2026-11-29T10:00:00.000Z', true],
	])('when its settings were saved at %s and no run ended since: %s', (createdAt, expected) => {
		const [state] = statesOf({ settings: [settings('bloom', [web], { createdAt })] });
		expect(isSilent(state!)).toBe(expected);
	});

	it('when one of its shops is, or its refunds once they were read', () => {
		const shops = [web, { shop: 'kiosk', kind: 'jouwWeb' }];
		const now = ['web', 'kiosk'].map((shop) => ran('bloom', NOW, shop));
		const of = (cursors: object[]) =>
			statesOf({ settings: [settings('bloom', shops)], cursors: cursors as typeof now })[0]!;
		expect(isSilent(of(now))).toBe(false);
		expect(of(now.slice(0, 1)).runs.map((run) => run.isSilent)).toEqual([false, true]);
		const refunds = of([...now, ran('bloom', '2026-11-28T00:00:00.000Z', 'web refunds')]);
		expect(refunds.runs.at(-1)).toMatchObject({ shop: 'web refunds', isSilent: true, hours: 43 });
	});

	it('never by a shop whose orders come from a file, or that its settings no longer name', () => {
		const [state] = statesOf({
			settings: [
				settings('bloom', [web]),
				settings('bloom', [{ shop: 'file', kind: 'other' }], { version: 2 }),
			],
			cursors: [ran('bloom', '2025-01-01T00:00:00.000Z')],
		});
		expect(state).toMatchObject({ runs: [] });
	});
});

const row = (client: string, number: number, more: object) => ({
	...{ client, orderKey: `${client}/web/${number}`, orderNumber: String(number), shop: 'web' },
	...{ kind: 'order', updatedAt: '2026-11-20T10:00:00.000Z', ...more },
});
const rows = [
	row('bloom', 1, { state: 'needsAttention', code: 'NO_VAT_MAPPING', orderDate: '2026-09-03' }),
	row('bloom', 2, { state: 'unknown', orderDate: '2026-10-01' }),
	row('bloom', 3, { state: 'needsAttention', code: 'AWAITS_APPROVAL', orderDate: '2026-08-01' }),
	row('bloom', 4, { state: 'waiting' }),
	row('bloom', 5, { state: 'booked', code: 'CHANGED_AFTER_BOOKING', message: 'Other total' }),
	row('bloom', 6, {
		...{ state: 'booked', code: 'CHANGED_AFTER_BOOKING', message: 'Other total' },
		checkedAs: 'CHANGED_AFTER_BOOKING Other total',
	}),
	row('aster', 7, { state: 'waiting' }),
];

it('counts what stands on the tabs of its dashboard, and from when on', () => {
	const bloom = statesOf({ rows }).find(({ client }) => client === 'bloom')!;
	expect(bloom).toMatchObject({ attention: 3, toApprove: 1, open: 1, hasSettings: false });
	expect([bloom.attentionSince, bloom.openSince]).toEqual(['2026-09-03', '2026-08-01']);
});

it('has the silent first, then who needs somebody, then the others by name', () => {
	const names = ['zinnia', 'aster', 'bloom', 'carex'];
	const states = statesOf({
		settings: names.map((name) => settings(name, [web])),
		cursors: names.filter((name) => name !== 'zinnia').map((name) => ran(name, NOW)),
		rows: rows.filter(({ client }) => client === 'bloom'),
	});
	expect(states.map(({ client }) => client)).toEqual(['zinnia', 'bloom', 'aster', 'carex']);
});

describe('the page', () => {
	const page = pageOf({
		settings: [settings('bloom', [web]), settings('a/b & <c>', [web])],
		cursors: [ran('bloom', NOW), ran('a/b & <c>', '2026-11-26T19:30:00.000Z')],
		rows,
		troubles: ['unread orders', 'outage'].map((subject) => ({
			...{ client: 'bloom', shop: 'web', subject, code: 'SHOP_OUTAGE' },
			facts: JSON.stringify({ cause: '503' }),
		})),
	});

	it('says of whom nothing is heard, and for how long', () => {
		expect(page).toContain('1 klant is langer niet gelezen dan gewoonlijk');
		expect(page).toMatch(/web: 26-11-2026 19:30 –\s+<strong>3 dagen zonder run<\/strong>/);
		expect(page).toContain('Bij 1 klant vraagt iets aandacht.');
	});

	it('leads to each dashboard, and to its tabs from the first day of what stands there', () => {
		expect(page).toContain('href="https://n8n.example/webhook/books?language=nl"');
		expect(page).toContain('href="./a%2Fb%20%26%20%3Cc%3E?language=nl"');
		expect(page).toContain('tab=errors&amp;from=2026-09-03"');
		expect(page).not.toContain('<c>');
	});

	it('tells an outage once', () => {
		expect(page.match(/<details>/g)).toHaveLength(1);
	});

	it('says which month was signed off last', () => {
		const signed = ['2026-08', '2026-09'].map((month) => ({ client: 'bloom', month }));
		expect(pageOf({ settings: [settings('bloom', [web])], signOffs: signed })).toMatch(
			/data-name="Afgetekend" class="amount">\s+09-2026/,
		);
	});

	it('says so when nobody is silent, in English too', () => {
		const calm = pageOf(
			{ settings: [settings('bloom', [web])], cursors: [ran('bloom', NOW)] },
			'en',
		);
		expect(calm).toMatch(/Every client is being read\.\s+Nothing needs attention\./);
		expect(pageOf({})).toContain('Hier is nog van geen klant iets te zien');
	});
});
