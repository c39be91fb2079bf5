import { page } from '../../../nodes/WebshopDashboard/page';
import { periodChecks } from '../../../nodes/WebshopDashboard/periodChecks';
import { readRequest } from '../../../nodes/WebshopDashboard/request';
import {
	changedSince,
	comparedMonths,
	readBookings,
	readSignOffs,
	typedAmount,
} from '../../../nodes/WebshopDashboard/signOffs';

const client = 'c';
const october = { client, shop: 'web', periodFrom: '2026-10-01', periodUntil: '2026-10-31' };
const differing = (orderNumber: string, difference: number, more: object = {}) => ({
	...{ ...october, kind: 'wrongAmount', orderNumber, difference, ...more },
});
const signed = {
	...{ client, month: '2026-10', signedBy: 'anna', signedAt: '2026-11-05T09:00:00.000Z' },
	...{ upTo: 0.05, setAside: JSON.stringify([['web', '33', -2]]) },
};
const checksOf = (rows: object[]) =>
	periodChecks(rows as never, { client, from: '2026-09-01', until: '2026-11-30' });
const pageOf = (
	rows: object[],
	more: { signOffs?: object[]; bookings?: object[]; upTo?: string },
) =>
	page({
		request: readRequest(
			{ tab: 'reconciliation', ...(more.upTo !== undefined && { upTo: more.upTo }) },
			{ client, language: 'nl', from: '2026-10-01', until: '2026-11-30' },
		),
		...{ rows: [], days: [], token: 'the-token', processed: false, checks: checksOf(rows) },
		settings: { version: 1, settings: { shops: [{ shop: 'web', kind: 'wooCommerce' }] } },
		signOffs: readSignOffs((more.signOffs ?? []) as never, client),
		bookings: readBookings((more.bookings ?? []) as never, client),
	}).replace(/\s+/g, ' ');

test.each([
	['0,05', 5],
	['0.5', 50],
	['12', 1200],
	['1.000,00', undefined],
	['-1', undefined],
	['een euro', undefined],
	['', undefined],
])('an amount that is typed as %p is %p cents', (typed, cents) => {
	expect(typedAmount(typed)).toBe(cents);
});

test('a month is one that every day of was compared, with all its shops', () => {
	const rows = [
		differing('33', -0.02),
		differing('K7', 1, { shop: 'kiosk' }),
		differing('1', 5, { periodFrom: '2026-09-01' }),
		differing('2', 5, { periodFrom: '2026-11-02', periodUntil: '2026-11-30' }),
	];
	expect(comparedMonths(checksOf(rows))).toEqual([
		{
			month: '2026-10',
			shops: ['web', 'kiosk'],
			differences: [
				['web', '33', -2],
				['kiosk', 'K7', 100],
			],
			unmeasured: [],
		},
	]);
});

test.each([
	['an order in dollars that is not booked: its euros are not known', 'notBookable', 0],
	['turnover in another box at an equal total', 'wrongAccount', 0],
	['another VAT rate, the total a cent off', 'wrongRate', 0.01],
	['another month', 'wrongPeriod', 0.01],
])('no amount sets aside %s', (_what, kind, difference) => {
	const shown = pageOf([differing('41', difference, { kind })], { upTo: '1000' });
	expect(shown).toContain('herstel dit of kies een groter bedrag: web 41');
	expect(shown).not.toContain('zou opzij gezet worden');
	expect(shown).not.toContain('Teken 10-2026 af');
});

describe('a month is signed off', () => {
	const rows = [differing('33', -0.02), differing('34', 0.05), differing('35', -12.5)];

	it('only when no difference is left beside those that the amount sets aside, each by name', () => {
		const shown = pageOf(rows, { upTo: '0,05' });
		expect(shown).toContain(
			'Tot en met € 0,05 zou opzij gezet worden: web 33 (€ -0,02); web 34 (€ 0,05)',
		);
		expect(shown).toContain('herstel dit of kies een groter bedrag: web 35 (€ -12,50)');
		expect(shown).not.toContain('Teken 10-2026 af');
		const all = pageOf(rows, { upTo: '12.50' });
		expect(all).toContain('Teken 10-2026 af');
		expect(all).toContain('name="upTo" value="1250"');
		expect(all).toContain('name="token" value="the-token"');
		expect(all).not.toContain('herstel dit');
	});

	it('not before each shop was compared, and with no amount that cannot be read', () => {
		const other = rows.map((row) => ({ ...row, shop: 'kiosk' }));
		expect(pageOf(other, { upTo: '99' })).toContain('nog niet vergeleken: web.');
		expect(pageOf(other, { upTo: '99' })).not.toContain('Teken 10-2026 af');
		expect(pageOf(rows, { upTo: 'veel' })).toContain('Dat is geen bedrag in euro.');
	});

	it('and says who, when, and what was set aside', () => {
		const shown = pageOf([differing('33', -0.02)], { signOffs: [signed] });
		expect(shown).toContain('10-2026: afgetekend door anna op 05-11-2026');
		expect(shown).toContain('Opzij gezet, tot en met € 0,05: web 33 (€ -0,02)');
		expect(shown).not.toContain('class="alarm"');
		expect(pageOf([], { signOffs: [{ ...signed, client: 'other' }] })).not.toContain('anna');
	});
});

describe('what changes in it afterwards is found by name', () => {
	const [signOff] = readSignOffs([signed], client);
	const booking = (number: string, documentDate: string, bookedAt: string) =>
		readBookings([{ client, number, documentDate, bookedAt }], client);
	const found = (...bookings: Array<[string, string, string]>) =>
		changedSince(
			signOff!,
			bookings.flatMap((one) => booking(...one)),
			undefined,
			'nl',
			(moment) => moment.slice(0, 10),
		).map(({ message }) => message);

	it('a booking that came later, such as a credit dated in the month', () => {
		expect(
			found(
				['W1', '2026-10-31', '2026-11-05T09:00:01.000Z'],
				['W2', '2026-10-31', '2026-11-05T08:59:59.000Z'],
				['W3', '2026-11-01', '2026-11-06T10:00:00.000Z'],
			),
		).toEqual([
			'W1, gedateerd op 31-10-2026, is geboekt op 05-11-2026, nadat anna de maand op 05-11-2026 had afgetekend.',
		]);
	});

	it('a difference that a later comparison finds, or that is another amount now', () => {
		const shown = pageOf([differing('33', -0.03), differing('40', 9)], { signOffs: [signed] });
		expect(shown).toContain('33 verschilt € -0,03; anna, die de maand op 05-11-2026 aftekende');
		expect(shown).toContain('40 verschilt € 9,00;');
	});

	it('on the page, beside the month', () => {
		const bookings = [
			{ client, number: 'C9', documentDate: '2026-10-12', bookedAt: '2026-11-20T10:00:00.000Z' },
		];
		expect(pageOf([], { signOffs: [signed], bookings })).toContain(
			'<strong>C9, gedateerd op 12-10-2026, is geboekt op 20-11-2026',
		);
	});
});
