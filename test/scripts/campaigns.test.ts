/** What a campaign of faults puts where, and what it knows of earlier sittings. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { startSandbox } from '../../sandbox';
import type { Call } from '../../sandbox/http';
import { randomFrom } from '../../sandbox/random';
import { nameOf, planFaults, type Place } from '../campaigns/faultPlan';
import { addEpoch, figuresOf, isMade, readEpochs, type Epoch } from '../campaigns/faultResults';
import { changeMeanwhile, shopChanges } from '../campaigns/shopChanges';
import { Trade } from '../campaigns/trade';

const STEP = 'Hourly order sync WooCommerce';
const KINDS = ['500', 'cut', 'timeout-after-commit'] as const;
const PLACES: Place[] = [
	{ service: 'wooCommerce', shape: 'GET orders', skip: 0 },
	{ service: 'snelStart', shape: 'POST verkoopboekingen', skip: 0 },
	{ service: 'snelStart', shape: 'POST verkoopboekingen', skip: 1 },
];
const SINGLES = PLACES.flatMap((place, index) =>
	[...KINDS, ...(index === 0 ? shopChanges : [])].map((kind) => nameOf({ ...place, kind })),
);
const never = () => false;
const plan = (isDone: Parameters<typeof planFaults>[3] = never, seed = 1) =>
	planFaults(new Map([[STEP, PLACES]]), KINDS, randomFrom(seed), isDone);
const draw = (one: ReturnType<typeof plan>, times: number) =>
	Array.from({ length: times }, () => one.next(STEP).map(nameOf));

test('a placement is named by its kind, its service and which call of its shape it is', () => {
	expect(nameOf({ ...PLACES[2]!, kind: 'cut' })).toBe('cut at snelStart POST verkoopboekingen 2');
});

test('every kind is put at every call once, and every change at a list, between pairs, and after that only pairs come', () => {
	const drawn = draw(plan(), 80);
	const singles = drawn.filter(({ length }) => length === 1).map(([name]) => name);
	expect([...singles].sort()).toEqual([...SINGLES].sort());
	expect(drawn.every(({ length }) => length === 1 || length === 2)).toBe(true);
	const last = drawn.findLastIndex(({ length }) => length === 1);
	expect(drawn.slice(0, last).some(({ length }) => length === 2)).toBe(true);
});

test('the same seed makes the same placements, another seed others', () => {
	expect(draw(plan(), 20)).toEqual(draw(plan(), 20));
	expect(draw(plan(never, 2), 20)).not.toEqual(draw(plan(), 20));
});

test('what an earlier sitting made is not made again, and counts among all there are', () => {
	const done = SINGLES.slice(0, 11);
	const later = plan((step, put) => step === STEP && done.includes(nameOf(put)));
	expect([later.singles, later.left(STEP)]).toEqual([13, 2]);
	const singles = draw(later, 30).filter(({ length }) => length === 1);
	expect(singles.flat().sort()).toEqual(SINGLES.slice(11).sort());
});

test('what no call came to is put again, three times in all', () => {
	const one = plan((_, put) => nameOf(put) !== SINGLES[0]);
	let times = 0;
	for (let turn = 0; turn < 60; turn++) {
		const puts = one.next(STEP);
		if (puts.length !== 1) continue;
		times += 1;
		one.notMet(STEP, puts[0]!);
	}
	expect(times).toBe(3);
});

test('epochs are kept over sittings; a placement counts once every fault of it was met', async () => {
	const folder = await mkdtemp(path.join(tmpdir(), 'webshop-snelstart-results-'));
	const file = path.join(folder, 'below', 'faults.jsonl');
	try {
		expect(await readEpochs(file)).toEqual([]);
		const epoch: Epoch = {
			...{ trade: 'plain', seed: 1, at: '2026-11-30T18:00:00Z', seconds: 60, documents: 5 },
			placements: [
				{ step: STEP, faults: [SINGLES[0]!], met: 1 },
				{ step: STEP, faults: [SINGLES[0]!], met: 1, isRed: true },
				{ step: STEP, faults: [SINGLES[1]!, SINGLES[12]!], met: 2 },
				{ step: STEP, faults: [SINGLES[1]!, SINGLES[2]!], met: 1 },
			],
			wrong: [],
		};
		await addEpoch(file, epoch);
		await addEpoch(file, {
			...epoch,
			trade: 'totals',
			placements: [],
			wrong: ['W900001 is lost.'],
		});
		const epochs = await readEpochs(file);
		expect(epochs.map(({ trade }) => trade)).toEqual(['plain', 'totals']);
		expect(epochs[0]!.placements.map(isMade)).toEqual([true, true, true, false]);
		expect(figuresOf(epochs)).toEqual([
			'3 placements made (1 different single ones, 1 pairs), 1 not met by a call',
			'10 orders and refunds in 2 epochs, 1 red runs',
			'by trade: plain 3',
			`by run: ${STEP} 3`,
			'by kind: 500 2, cut 1, timeout-after-commit 1',
			'by service: snelStart 1, wooCommerce 3',
			'1 wrong',
			'W900001 is lost.',
		]);
	} finally {
		await rm(folder, { recursive: true });
	}
});

test('the shop changes right after the call that is meant, once', async () => {
	const sandbox = await startSandbox();
	try {
		const { wooCommerce } = sandbox;
		const trade = new Trade(sandbox);
		const ids = (): number[] =>
			wooCommerce.orders
				.map(({ id }) => id)
				.filter((id) => id > 700_000)
				.sort();
		const answer = (path: string): void =>
			wooCommerce.meanwhile({ method: 'GET', path: `/wp-json/wc/v3/${path}` } as Call);
		for (let count = 0; count < 3; count++) trade.unpaid.add();
		expect(ids()).toEqual([800_001, 800_002, 800_003]);
		const shape = 'GET orders';
		const left = changeMeanwhile(sandbox, trade.unpaid, [
			{ kind: 'order-leaves', shape, skip: 1 },
			{ kind: 'order-returns', shape, skip: 2 },
			{ kind: 'order-comes', shape, skip: 3 },
		]);
		const after = ['orders', 'taxes', 'orders', 'orders/7', 'orders', 'orders'].map((path) => {
			answer(path);
			return [left().length, ids()];
		});
		const [two, three] = [
			[800_002, 800_003],
			[800_000, 800_002, 800_003],
		];
		expect(after).toEqual([
			[3, [800_001, ...two]],
			[3, [800_001, ...two]],
			[2, two],
			[1, three],
			[0, [...three, 900_001]],
			[0, [...three, 900_001]],
		]);
		expect(trade.documents.map(({ number }) => number)).toEqual(['W900001']);
	} finally {
		await sandbox.stop();
	}
});
