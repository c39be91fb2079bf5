import {
	assumptions,
	countOf,
	ProbeRefused,
	textOfReport,
	type ProbeOptions,
	type Report,
} from '../../probe';
import { developmentLimits, productionLimits } from '../../sandbox/snelstart/limits';
import { defaultSwitches, readSwitches } from '../../sandbox/snelstart/switches';
import { allScopes } from '../../sandbox/snelstart/token';
import { openSnelStart } from '../sandbox/client';
import { bookRealEntry, startTrial } from './support';

let trial: Awaited<ReturnType<typeof startTrial>>;
beforeAll(async () => {
	trial = await startTrial();
});
afterAll(() => trial.snelStart.stop());

/** What the sandbox is told, as it keeps it. */
const told = (switches: Record<string, unknown>): Record<string, unknown> =>
	({ ...readSwitches(switches) }) as Record<string, unknown>;
const usual: Record<string, unknown> = { ...defaultSwitches() };
/** Switches that an assumption needs to be tried at all. */
const needs: Record<string, Record<string, unknown>> = { 'oss-card-country': { foreignVat: true } };

test('the sandbox as it is: everything holds that can be tried, and nothing stays', async () => {
	const report = await trial.probe({});
	const others = report.results
		.filter(({ outcome }) => outcome !== 'holds')
		.map(({ id, why }) => [id, why]);
	expect(others).toEqual([
		['oss-card-country', 'The OSS way of booking is off (factureerBuitenlandsBtw).'],
	]);
	expect(report.leftBehind).toEqual([]);
	const books = trial.snelStart.books.summary();
	expect([books.salesEntries, books.articles.length, books.salesOrders]).toEqual([[], 0, []]);
	expect(books.relations.filter(({ naam }) => naam.startsWith('PROBE-'))).toEqual([]);
	expect([...books.bankEntries, ...books.memorialEntries]).toEqual([]);
	// What the report tells the sandbox is what it does already.
	const { scopes, ...same } = told(report.sandbox);
	expect([...(scopes as string[])].sort()).toEqual([...allScopes].sort());
	expect(usual).toMatchObject(same);
});

test('every switch of the sandbox follows from an assumption, and from no other text', () => {
	const named = assumptions.flatMap(({ findings, measures = [] }) => [
		...Object.values(findings).flatMap(({ sandbox = {} }) => Object.keys(sandbox)),
		...measures,
	]);
	expect([...new Set(named)].sort()).toEqual(Object.keys(usual).sort());
});

test('what holds is what the sandbox does by itself', () => {
	for (const { id, findings } of assumptions) {
		const held = Object.values(findings).filter(({ holds }) => holds);
		const asUsual = held.filter(({ sandbox = {} }) =>
			Object.entries(told(sandbox)).every(
				([name, value]) => JSON.stringify(usual[name]) === JSON.stringify(value),
			),
		);
		expect([id, asUsual.length > 0]).toEqual([id, true]);
	}
});

const flips = assumptions.flatMap(({ id, findings }) =>
	Object.entries(findings).flatMap(([finding, { sandbox }]) =>
		sandbox ? [[id, finding, sandbox] as const] : [],
	),
);
const measured: Array<[string, string, Record<string, unknown>]> = [
	['closed-period', 'closed', { blockedUntil: '2026-09-30' }],
	['closed-period', 'closed', { blockedUntil: '2025-03-07' }],
	['filter-size', 'limited', { maxFilterNodes: 100 }],
	['filter-size', 'tooSmall', { maxFilterNodes: 50 }],
	['page-cut', 'cut', { pageClip: 30 }],
	['page-cut', 'tooShort', { pageClip: 10 }],
	['url-length', 'longer', { longestUrl: 4200 }],
	['url-length', 'longer', { longestUrl: null }],
	['url-length', 'tooShort', { longestUrl: 1800 }],
	['card-term', 'days', { termOfNewCard: 30 }],
	['article-codes', 'asSaid', { itemCodeKind: 'Numeriek', itemCodeMaxLength: 10 }],
	['rights', 'some', { scopes: allScopes.filter((scope) => !/^kas|artikelen:w/.test(scope)) }],
];

/** What the report names as left behind, without its numbers. */
const kindsLeft = ({ leftBehind }: Report): string[] =>
	leftBehind.map(({ what }) => what.split(' ')[0]!);

test.each([...flips, ...measured])('%s: %s is found', async (id, finding, sandbox) => {
	const report = await trial.probe({ ...needs[id], ...told(sandbox) }, { only: [id] });
	const [result] = report.results;
	expect([result?.found, result?.why]).toEqual([finding, undefined]);
	expect(told(report.sandbox)).toMatchObject(told(sandbox));
	// A sales order that cannot be deleted stays with its article.
	const stays = sandbox.orderDelete === 'refuse' ? ['artikelen', 'verkooporders'] : [];
	expect(kindsLeft(report)).toEqual(stays);
});

describe('a sales order that was deleted', () => {
	/** What the probe makes of the answer to its look after the deletion. */
	const lookedUp = async (status: number, errorCode: string) => {
		await trial.probe({}, { only: ['page-clip'] });
		const send = await trial.sender();
		const report = await trial.again({
			only: ['order-delete'],
			send: async (call) =>
				call.method === 'GET' && call.path.startsWith('/verkooporders/')
					? { status, headers: {}, body: [{ errorCode }] }
					: await send(call),
		});
		const [result] = report.results;
		return [result?.found, result?.why];
	};

	test('is gone by SnelStart’s own code as well, whatever the status', async () => {
		expect(await lookedUp(400, 'VOR-0001')).toEqual(['gone', undefined]);
		expect(await lookedUp(404, 'ALG-0001')).toEqual(['gone', undefined]);
	});

	test('may be there or not when the look is refused for something else', async () => {
		const why = 'Whether the sales order is there was not answered: VOR-0014.';
		expect(await lookedUp(400, 'VOR-0014')).toEqual([undefined, why]);
	});
});

test('answers that take long are measured', async () => {
	const { snelStart, probe } = trial;
	const report = await probe({ latencyMs: 15 }, { only: ['latency'], now: () => new Date() });
	expect(Number(report.sandbox.latencyMs)).toBeGreaterThanOrEqual(14);
	expect(Number(report.sandbox.latencyMs)).toBeLessThan(500);
	expect(snelStart.switches.latencyMs).toBe(15);
});

test('everything flipped at once is found at once', async () => {
	const one = (id: string) => measured.filter(([name]) => name === id).at(-1)?.[2] ?? {};
	const flipped = Object.assign(
		{},
		...flips
			.filter(([, , sandbox]) => !('setOffByMemorial' in sandbox))
			.map(([, , sandbox]) => sandbox),
		one('article-codes'),
		{ blockedUntil: '2025-03-07', maxFilterNodes: 120, setOffByMemorial: 'refuse' },
		{ limits: 'development', retryAfter: 'none', foreignVat: true, ossCardCountry: 'ignored' },
	) as Record<string, unknown>;
	const report = await trial.probe(told(flipped));
	const differing = Object.entries(told(flipped)).filter(
		([name, value]) =>
			JSON.stringify(told(report.sandbox)[name]) !== JSON.stringify(value) &&
			// With any VAT taken nothing can be said of how it is looked at.
			name !== 'vatCheck',
	);
	expect(differing).toEqual([]);
	expect(report.results.filter(({ why }) => why).map(({ id, why }) => [id, why])).toEqual([]);
	// Of the order whose VAT is looked at, and of the one that is to be deleted.
	const [kept, notSought] = [kindsLeft(report).slice(0, 4), report.leftBehind.slice(4)];
	expect(kept).toEqual(['artikelen', 'verkooporders', 'artikelen', 'verkooporders']);
	// Without substringof nobody can look for what an earlier run left, and it is said.
	expect(new Set(notSought.map(({ why }) => why))).toEqual(new Set(['not looked for: HTTP 400']));
});

test('limits are measured, and what SnelStart asks is waited for', async () => {
	const development = await trial.probe({ limits: developmentLimits }, { only: ['limits'] });
	expect(development.results[0]).toMatchObject({ found: 'development' });
	expect(development.results[0]?.measured).toMatch(/^100 calls/);
	const production = await trial.probe({ limits: productionLimits }, { only: ['limits'] });
	expect(production.results[0]?.measured).toMatch(/^500 calls/);
	const all = await trial.probe({ limits: developmentLimits });
	expect(all.results.filter(({ outcome }) => outcome === 'differs')).toEqual([]);
	expect(trial.waited()).toBeGreaterThanOrEqual(60_000);
});

describe('books that are in use', () => {
	const only = ['exact-sum'];
	test('are refused, unless told twice', async () => {
		await trial.probe({}, { only: ['page-clip'] });
		await bookRealEntry(trial.snelStart);
		const probe = trial.again;
		const before = trial.snelStart.books.summary().salesEntries;
		await expect(probe({ only })).rejects.toThrow(ProbeRefused);
		await expect(probe({ only, despiteBookings: true })).rejects.toMatchObject({
			why: { case: 'name' },
		});
		const wrong = { only, despiteBookings: true, administration: 'voorbeeld webwinkel' };
		await expect(probe(wrong)).rejects.toThrow(ProbeRefused);
		const name = { only, administration: 'Voorbeeld Webwinkel' };
		await expect(probe(name)).rejects.toMatchObject({ why: { case: 'bookings' } });
		expect(trial.snelStart.books.summary().salesEntries).toEqual(before);
		const report = await probe({ ...name, despiteBookings: true });
		expect(report.results[0]?.outcome).toBe('holds');
		expect(trial.snelStart.books.summary().salesEntries).toEqual(before);
	});
});

describe('books in which the probe left much behind', () => {
	/** A list that begins with pages of what the probe made. */
	const listing = async (rows: readonly object[], lists: string[]) => {
		const send = await trial.sender();
		const asked: number[] = [];
		const options: Partial<ProbeOptions> = {
			only: ['page-clip'],
			send: async (call) => {
				if (call.query?.$filter !== undefined || !lists.includes(call.path))
					return await send(call);
				const skip = Number(call.query?.$skip ?? 0);
				asked.push(skip);
				return { status: 200, headers: {}, body: rows.slice(skip, skip + 100) };
			},
		};
		return { asked, report: trial.again(options) };
	};
	const ofProbe = Array.from({ length: 250 }, (_, id) => ({
		...{ id, factuurnummer: `PROBE-ABC123-${id}`, omschrijving: '' },
	}));

	test.each(['/verkoopfacturen', '/grootboekmutaties'])(
		'are in use when a later page of %s holds a row of somebody else',
		async (list) => {
			await trial.probe({}, { only: ['page-clip'] });
			const own = { id: 'x', factuurnummer: '2026-0001' };
			const { asked, report } = await listing([...ofProbe, own], [list]);
			await expect(report).rejects.toMatchObject({ why: { case: 'bookings' } });
			expect(asked).toEqual([0, 100, 200]);
		},
	);

	test('are not in use when all pages are the probe’s', async () => {
		await trial.probe({}, { only: ['page-clip'] });
		const { report } = await listing(ofProbe, ['/verkoopfacturen']);
		expect((await report).results[0]?.outcome).toBe('holds');
	});
});

describe('what was booked is taken back', () => {
	const names = () => {
		const { salesEntries, relations } = trial.snelStart.books.summary();
		return [...salesEntries.map((one) => one.factuurnummer), ...relations.map(({ naam }) => naam)]
			.filter((name) => name.startsWith('PROBE-'))
			.sort();
	};

	test('also when a step fails, and when the answer to a write was lost', async () => {
		const { snelStart, probe } = trial;
		const report = await probe(
			{},
			{
				only: ['exact-sum', 'number-scope'],
				say: ({ id }) => {
					if (id === 'exact-sum') {
						snelStart.faults.add({
							kind: '504-after-commit',
							shape: 'POST verkoopboekingen',
							skip: 1,
						});
					}
				},
			},
		);
		expect(report.results.map(({ outcome }) => outcome)).toEqual(['holds', 'not tried']);
		expect(report.results[1]?.why).toBe('SnelStart answered HTTP 504.');
		expect([report.leftBehind, names()]).toEqual([[], []]);
	});

	test('also when a question is wrongly put, and the others are asked all the same', async () => {
		const wrong = assumptions.find(({ id }) => id === 'exact-sum')!;
		const { steps } = wrong;
		const spied = jest.spyOn(wrong, 'steps').mockImplementation(async (bench) => {
			await steps(bench);
			const name = bench.mark();
			const made = await bench.make('/relaties', { naam: name, relatiesoort: ['Klant'] }, name);
			return (made.body as { nothing: { there: never } }).nothing.there;
		});
		const report = await trial.probe({}, { only: ['exact-sum', 'number-scope'] });
		spied.mockRestore();
		expect(report.results.map(({ id, outcome }) => [id, outcome])).toEqual([
			['exact-sum', 'not tried'],
			['number-scope', 'holds'],
		]);
		expect(report.results[0]?.why).toMatch(/^A fault of the probe itself, .*TypeError/);
		expect([report.leftBehind, names()]).toEqual([[], []]);
	});

	test('also when whoever is told of the results fails', async () => {
		const say = () => {
			throw new Error('EPIPE');
		};
		await expect(trial.probe({}, { only: ['exact-sum'], say })).rejects.toThrow('EPIPE');
		expect(names()).toEqual([]);
	});

	test('and nothing else, whatever its name begins with', async () => {
		await trial.probe({ ignoreCase: true }, { only: ['page-clip'] });
		const { send } = await openSnelStart(trial.snelStart);
		const ours = ['PROBE-Systemen B.V.', 'Probe-3 Lab', 'PROBE-ABC123-x'];
		for (const naam of ours) await send('POST', '/relaties', { naam, relatiesoort: ['Klant'] });
		expect((await trial.again({ only: ['number-scope'] })).leftBehind).toEqual([]);
		const { relations } = trial.snelStart.books.summary();
		const left = relations.map(({ naam }) => naam).filter((naam) => /^probe-/i.test(naam));
		expect(left).toEqual(ours);
	});

	test('what was refused for lack of a right is not said to be there', async () => {
		const scopes = allScopes.filter((scope) => scope !== 'memoriaal:write');
		const report = await trial.probe({ scopes }, { only: ['memorial-single-line'] });
		expect(report.results[0]?.why).toBe('The key may not do this (HTTP 403).');
		expect(report.leftBehind).toEqual([]);
	});

	test('an empty body that is taken after all', async () => {
		await trial.probe({}, { only: ['page-clip'] });
		const send = await trial.sender();
		const deleted: string[] = [];
		const report = await trial.again({
			only: ['rights'],
			send: async (call) => {
				if (call.method === 'DELETE') deleted.push(call.path);
				const isEmpty = call.method === 'POST' && call.path === '/memoriaalboekingen';
				return isEmpty ? { status: 201, headers: {}, body: { id: 'made' } } : await send(call);
			},
		});
		expect(report.results[0]?.outcome).toBe('holds');
		expect(deleted).toContain('/memoriaalboekingen/made');
	});

	test('a run that was broken off is taken back by the next', async () => {
		await trial.probe({}, { only: ['page-clip'] });
		const send = await trial.sender();
		const stop = new Error('killed');
		let isDead = false;
		const run = trial.again({
			only: ['exact-sum'],
			send: (call) => (isDead ? Promise.reject(stop) : send(call)),
			say: () => {
				isDead = true;
				throw stop;
			},
		});
		await expect(run).rejects.toBe(stop);
		expect(names()).not.toEqual([]);
		expect((await trial.again({ only: ['page-clip'] })).leftBehind).toEqual([]);
		expect(names()).toEqual([]);
	});

	test('an entry that cannot be deleted is credited, and the report says so', async () => {
		await trial.probe({}, { only: ['page-clip'] });
		const send = await trial.sender();
		const report = await trial.again({
			only: ['exact-sum'],
			send: async (call) => {
				const isEntry = call.method === 'DELETE' && call.path.startsWith('/verkoopboekingen');
				if (!isEntry) return await send(call);
				return { status: 400, headers: {}, body: [{ errorCode: 'BOE-0083' }] };
			},
		});
		const ofKind = (kind: string) => report.leftBehind.filter(({ what }) => what.startsWith(kind));
		const [entry, ...others] = ofKind('verkoopboekingen');
		expect(entry?.what).toMatch(/^verkoopboekingen PROBE-/);
		expect(entry?.why).toMatch(/^BOE-0083; credited by C-PROBE-/);
		expect([others, ofKind('relaties').length]).toEqual([[], 1]);
		const { salesEntries } = trial.snelStart.books.summary();
		expect(salesEntries.map((one) => one.factuurbedrag).sort()).toEqual([-1.21, 1.21]);
		expect(textOfReport(report)).toContain('COULD NOT BE TAKEN BACK');
		// The next run takes both back, once the entry can be deleted.
		const next = await trial.again({ only: ['page-clip'] });
		expect(next.leftBehind).toEqual([]);
		expect(trial.snelStart.books.summary().salesEntries).toEqual([]);
	});
});

test('the report names no ids and no keys, and says what to do', async () => {
	const report = await trial.probe({ zeroLines: 'accept', memorialSign: 'negative' });
	const text = JSON.stringify(report);
	expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/i);
	expect(text).not.toContain(trial.snelStart.subscriptionKey);
	expect(text).not.toContain('Voorbeeld Webwinkel');
	expect([countOf(report, 'differs'), countOf(report, 'not tried')]).toEqual([2, 1]);
	const page = textOfReport(report);
	expect(page).toContain('memorial-sign');
	expect(page).toContain('→ Set the Entry Kind of payment methods');
	expect(page).toContain('Everything that was booked has been taken back.');
});

test('three failures in a row end the trying', async () => {
	const { snelStart, probe } = trial;
	const failing = { kind: '500' as const, times: 10_000 };
	const report = await probe(
		{},
		{ say: ({ id }) => void (id === 'rights' && snelStart.faults.add(failing)) },
	);
	const whys = report.results.map(({ why }) => why);
	expect(whys.slice(1, 4)).toEqual(Array(3).fill('SnelStart answered HTTP 500.'));
	expect(new Set(whys.slice(4))).toEqual(new Set(['Left out after several failures in a row.']));
});
