import { guidFor } from '../../../sandbox/snelstart/identity';
import { openSnelStart, type Client, type Json } from '../../sandbox/client';
import { cellsOf } from '../../support/flow/rows';
import { startStage, type Stage } from '../../support/flow/stage';
import { lastDayOfLastMonth, noonOfThe15th } from '../../support/months';

/**
 * Mistakes are planted in the books or the shop themselves, never in a draft: the reconciliation has
 * to find each by what SnelStart and the shop say.
 */
let stage: Stage;
let books: Client;

const account = (number: number) => ({ id: guidFor('grootboek', String(number)) });
const shop = () => stage.sandbox.wooCommerce;
const SOMETHING = expect.stringMatching(/./);

const midMonth = () => noonOfThe15th(stage.now(), 1);

function changeOrder(id: number, changes: object): void {
	const order = shop().orders.find((one) => one.id === id)!;
	shop().putOrder({ ...structuredClone(order), ...changes });
}

async function run(name: string, trigger: string) {
	const { error } = await stage.engine.run(name, trigger);
	if (error) throw error;
}

/** The differences as `[kind, order, invoice, euro, box]`, without what could never be booked. */
async function found(): Promise<unknown[][]> {
	await run('Reconcile period WooCommerce', 'When clicked');
	const none = ['box', 'icp', 'oss', 'clearing', 'summary', 'notBookable'];
	return stage.engine
		.rows('PeriodChecks')
		.map(cellsOf)
		.filter(({ kind }) => !none.includes(String(kind)))
		.map(({ kind, orderNumber, invoiceNumber, difference, box }) => [
			...[kind, orderNumber, invoiceNumber, difference, box],
		])
		.sort();
}
const box = (name: string) =>
	stage.engine
		.rows('PeriodChecks')
		.map(cellsOf)
		.find((row) => row.kind === 'box' && row.box === name);

async function entry(number: string): Promise<Json> {
	const { salesEntries } = stage.sandbox.snelStart.books.summary();
	const { id } = salesEntries.find(({ factuurnummer }) => factuurnummer === number)!;
	return (await books.get(`/verkoopboekingen/${id}`)).json;
}

async function send(method: string, path: string, body?: unknown): Promise<Json> {
	const { status, text, json } = await books.send(method, path, body);
	if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
	return json;
}

const replace = async (old: Json, changes: Json) =>
	await send('PUT', `/verkoopboekingen/${old.id}`, { ...old, ...changes });

/** The same entry once more, with other things. */
async function copy(old: Json, changes: Json): Promise<void> {
	const twin = { ...structuredClone(old), ...changes };
	for (const name of ['id', 'uri', 'modifiedOn', 'boekstuk']) delete twin[name];
	await send('POST', '/verkoopboekingen', twin);
}

/** A mistake, what is found of it, and how it is mended. */
async function planted(plant: () => Promise<unknown>, mend?: () => Promise<unknown>) {
	expect(await found()).toEqual([]);
	await plant();
	const differences = await found();
	await mend?.();
	return differences;
}

beforeAll(async () => {
	stage = await startStage();
	const moment = midMonth();
	for (const { id } of [...shop().orders]) {
		const dates = { date_created: moment, date_created_gmt: moment };
		changeOrder(id, dates);
	}
	await run('Hourly order sync WooCommerce', 'Every hour');
	await run('Daily payment matching WooCommerce', 'Every day');
	books = await openSnelStart(stage.sandbox.snelStart);
});
afterAll(async () => await stage?.sandbox.stop());

it('goods for export that somebody put on an account of box 1e', async () => {
	const old = await entry('W34');
	const lines = old.boekingsregels.map((line: Json) => ({ ...line, grootboek: account(8040) }));
	const differences = await planted(() => replace(old, { boekingsregels: lines }));
	expect(differences).toEqual([['wrongRate', '34', 'W34', 0, '1e, 3a']]);
	expect(box('3a')).toMatchObject({ shopTotal: 68.83, booksTotal: 0, difference: -68.83 });
	await replace(old, {});
});

it('an amount that was changed by hand', async () => {
	const old = await entry('W46');
	const [line] = old.boekingsregels;
	const change = async () => {
		const [vat] = old.btw;
		await replace(old, {
			factuurbedrag: 12.1,
			boekingsregels: [{ ...line, bedrag: 10 }],
			btw: [{ ...vat, btwBedrag: 2.1 }],
		});
	};
	expect(await planted(change, () => replace(old, {}))).toEqual([
		// 12.95 less 12.10; its open item is as much less, and agrees with that.
		['wrongAmount', '46', 'W46', -0.85, '1a'],
	]);
});

it('a sale without an order and a credit note without a sale', async () => {
	const old = await entry('W46');
	const differences = await planted(async () => {
		await copy(old, { factuurnummer: 'W9901', omschrijving: 'By hand' });
		const turned = (row: Json, field: string) => ({ ...row, [field]: -row[field] });
		await copy(old, {
			...{ factuurnummer: 'CW9902', omschrijving: 'By hand', factuurbedrag: -12.95 },
			boekingsregels: old.boekingsregels.map((row: Json) => turned(row, 'bedrag')),
			btw: old.btw.map((row: Json) => turned(row, 'btwBedrag')),
		});
	});
	expect(differences).toEqual([
		['creditWithoutSale', '', 'CW9902', -12.95, '1a'],
		['saleWithoutOrder', '', 'W9901', 12.95, '1a'],
	]);
	for (const number of ['W9901', 'CW9902']) {
		await send('DELETE', `/verkoopboekingen/${(await entry(number)).id}`);
	}
});

/** The entry of the payment of an order, as SnelStart gives it. */
async function payment(order: number): Promise<Json> {
	const { memorialEntries } = stage.sandbox.snelStart.books.summary();
	const { id } = memorialEntries.find(({ omschrijving }) =>
		new RegExp(`\\b${order}\\b`).test(String(omschrijving)),
	)!;
	return (await books.get(`/memoriaalboekingen/${String(id)}`)).json;
}

it('a payment that stands on the account of another provider', async () => {
	const old = await payment(37);
	const lines = old.memoriaalBoekingsRegels.map((line: Json) => ({
		...line,
		grootboek: account(1106),
	}));
	const path = `/memoriaalboekingen/${old.id}`;
	const differences = await planted(
		() => send('PUT', path, { ...old, memoriaalBoekingsRegels: lines }),
		() => send('PUT', path, old),
	);
	expect(differences).toEqual([['paymentAccount', '37', 'W37', 0, '']]);
});

it('a payment that was deleted, so that the invoice is open again', async () => {
	const old = await payment(37);
	const again = structuredClone(old);
	for (const name of ['id', 'uri', 'modifiedOn']) delete again[name];
	const differences = await planted(
		() => send('DELETE', `/memoriaalboekingen/${old.id}`),
		() => send('POST', '/memoriaalboekingen', again),
	);
	expect(differences).toEqual([['openItem', '37', 'W37', 22.27, '']]);
});

it('an invoice that is settled although the shop says that it is unpaid', async () => {
	const { date_paid, date_paid_gmt } = shop().orders.find(({ id }) => id === 42) as Json;
	const differences = await planted(
		async () => changeOrder(42, { date_paid: null, date_paid_gmt: null }),
		async () => changeOrder(42, { date_paid, date_paid_gmt }),
	);
	expect(differences).toEqual([['openItem', '42', 'W42', -54.48, '']]);
});

it('a credit note that was deleted', async () => {
	shop().putRefund({
		...{ id: 9301, parent_id: 38, amount: '5.00', reason: '', refunded_payment: false },
		...{ line_items: [], shipping_lines: [], fee_lines: [], tax_lines: [] },
		...{ date_created: midMonth(), date_created_gmt: midMonth() },
	} as never);
	await run('Hourly refund sync WooCommerce', 'Every hour');
	const { id, ...old } = await entry('CW9301');
	const differences = await planted(
		() => send('DELETE', `/verkoopboekingen/${id}`),
		() => copy(old, {}),
	);
	expect(differences).toEqual([['missing', '38', 'CW9301', 5, SOMETHING]]);
});

it('a gift card that was sold, and taken off its account by hand', async () => {
	const { dagboek } = await payment(37);
	const line = (number: number, debet: number, credit: number) => ({
		...{ omschrijving: 'By hand', grootboek: account(number), debet, credit },
	});
	const differences = await planted(() =>
		send('POST', '/memoriaalboekingen', {
			...{ dagboek, datum: midMonth(), omschrijving: 'By hand', boekstuk: 'HAND' },
			memoriaalBoekingsRegels: [line(1550, 10, 0), line(1104, 0, 10)],
		}),
	);
	expect(differences).toEqual([['giftCards', '', '', -10, '']]);
});

it('a payment that the provider paid out in part, and a payout of nothing that was booked', async () => {
	// The card of the account (grootboekkaart), as SnelStart holds it.
	const balance = (): number => {
		const account1104 = guidFor('grootboek', '1104');
		return stage.sandbox.snelStart.books
			.summary()
			.memorialEntries.filter((one) => (one as unknown as Json).datum.slice(0, 10) <= lastDay)
			.flatMap(({ memoriaalBoekingsRegels: lines }) => lines as Json[])
			.filter(({ grootboek }) => grootboek.id === account1104)
			.reduce((all, { debet, credit }) => all + Math.round((debet - credit) * 100), 0);
	};
	const lastDay = lastDayOfLastMonth(stage.now());
	const clearing = () =>
		stage.engine
			.rows('PeriodChecks')
			.map(cellsOf)
			.find(({ kind, invoiceNumber }) => kind === 'clearing' && invoiceNumber === '1104')!;
	const old = await payment(37);
	const line = (text: string, debet: number, credit: number, number = 1104) => ({
		...{ omschrijving: text, grootboek: account(number), debet, credit },
	});
	const datum = midMonth();
	await send('PUT', `/memoriaalboekingen/${old.id}`, { ...old, datum });
	await found();
	const before = Math.round(Number(clearing().booksTotal) * 100);
	const paidOut = await send('POST', '/memoriaalboekingen', {
		...{ dagboek: old.dagboek, datum, omschrijving: 'Payout', boekstuk: 'stl_9' },
		memoriaalBoekingsRegels: [
			...[line('Payment 37', 0, 10), line('Payment tr_lost', 0, 5)],
			line('Payout', 15, 0, 1106),
		],
	});
	const differences = await found();
	expect(differences.filter(([kind]) => kind === 'clearingAccount')).toEqual([
		['clearingAccount', '37', '', 12.27, ''],
		['clearingAccount', 'tr_lost', '', -5, ''],
	]);
	const row = clearing();
	expect(Math.round(Number(row.booksTotal) * 100)).toBe(before - 1500);
	expect(Number(row.booksTotal)).toBe(balance() / 100);
	expect(row.found).toContain('tr_lost -5.00');
	await send('DELETE', `/memoriaalboekingen/${paidOut.id}`);
	await send('PUT', `/memoriaalboekingen/${old.id}`, old);
});
