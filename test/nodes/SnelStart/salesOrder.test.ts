import type { SalesOrderDraft, SalesOrderLine } from '../../../bookkeeping/documents/draft';
import type { BookResult } from '../../../nodes/SnelStart/booking/bookResult';
import { compareTotal } from '../../../nodes/SnelStart/booking/orders/compareTotal';
import { forgetWrites } from '../../../nodes/SnelStart/booking/writeOnce';
import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { guidFor } from '../../../sandbox/snelstart/identity';
import {
	book,
	bookParameters,
	consumer,
	draft as entryDraft,
	jsonOf,
	PERSON,
	run,
} from './support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => {
	sandbox.snelStart.reset();
	forgetWrites();
});
afterAll(() => sandbox.stop());

const summary = () => sandbox.snelStart.books.summary();
const calls = () => sandbox.snelStart.journal.calls();
const added = () => summary().relations.filter(({ relatiecode }) => relatiecode > 1000);
const group = (number: number) => guidFor('artikelomzetgroepen', number);

const product = (over: Partial<SalesOrderLine> & { code?: string } = {}): SalesOrderLine => {
	const { code = 'MOK-1', ...fields } = over;
	return {
		role: 'product',
		item: { code, description: 'Mok', revenueGroupId: group(1) },
		description: 'Mok, blauw',
		quantity: 2,
		unitPrice: 5,
		amount: 10,
		vatKind: 'high',
		percentage: 21,
		reason: 'test',
		...fields,
	};
};

/** An order of 12.10: 2 × 5.00 and 21 % VAT. */
function order(number: string, over: Partial<SalesOrderDraft> = {}): SalesOrderDraft {
	return {
		...entryDraft(number),
		document: 'salesOrder',
		description: `${number} / iDEAL`,
		vatEntry: 'exclusive',
		lines: [product()],
		...over,
	};
}

/** Any Book operation takes any draft, so that one workflow serves both kinds of client. */
async function bookOrders(drafts: unknown[]): Promise<BookResult[]> {
	const items = drafts.map((one) => ({ draft: one }) as never);
	const parameters = { ...bookParameters, resource: 'salesOrder' };
	const { outputs, error } = await run(sandbox, parameters, { items });
	if (error) throw new Error(error.message);
	return jsonOf(outputs[0]) as unknown as BookResult[];
}

describe('a new sales order', () => {
	it('is made with its customer and its articles, in SnelStart’s words (J023, J050-J053, J150-J158)', async () => {
		const template = guidFor('verkoopordersjablonen', 1);
		const [result] = await bookOrders([order('890492', { templateId: template })]);
		expect(result).toEqual({
			orderKey: 'demo:shop:890492',
			invoiceNumber: '890492',
			state: 'booked',
			alreadyThere: false,
			salesOrderId: summary().salesOrders[0]!.id,
			salesOrderNumber: 1,
			relationId: added()[0]!.id,
			relationCreated: true,
			itemsCreated: ['MOK-1'],
		});
		expect(summary().salesOrders[0]).toMatchObject({
			relatie: { id: added()[0]!.id },
			procesStatus: 'Order',
			datum: '2026-05-13T00:00:00',
			krediettermijn: 14,
			omschrijving: '890492 / iDEAL',
			betalingskenmerk: '890492',
			orderreferentie: '890492',
			memo: null,
			afleveradres: null,
			verkooporderBtwIngaveModel: 'Exclusief',
			verkoopordersjabloon: { id: template },
			regels: [{ omschrijving: 'Mok, blauw', stuksprijs: 5, aantal: 2, totaal: 10 }],
			totaalExclusiefBtw: 10,
			totaalInclusiefBtw: 12.1,
		});
		expect(summary().articles).toMatchObject([
			{
				artikelcode: 'MOK-1',
				omschrijving: 'Mok',
				artikelOmzetgroep: { id: group(1) },
				isNonActief: false,
			},
		]);
		expect(summary().salesEntries).toEqual([]);
	});

	it('carries a shipping address of its own, and prices with VAT (J055, J153)', async () => {
		const shippingAddress = {
			...{ contact: 'B. Bezorg', street: 'Kade 7', postcode: '3012 CA' },
			...{ city: 'Rotterdam', country: 'NL' },
		};
		const lines = [product({ unitPrice: 6.05, amount: 12.1 })];
		await bookOrders([order('W1', { shippingAddress, vatEntry: 'inclusive', lines })]);
		expect(summary().salesOrders[0]).toMatchObject({
			afleveradres: {
				...{ contactpersoon: 'B. Bezorg', straat: 'Kade 7' },
				...{ postcode: '3012 CA', plaats: 'Rotterdam' },
			},
			verkooporderBtwIngaveModel: 'Inclusief',
			totaalInclusiefBtw: 12.1,
		});
		const away = { ...shippingAddress, country: 'QQ' };
		const [refused] = await bookOrders([order('W2', { shippingAddress: away })]);
		expect(refused).toMatchObject({ state: 'needsAttention', code: 'COUNTRY_UNKNOWN' });
	});

	it('may be booked by any Book operation, beside sales entries', async () => {
		const results = await book(sandbox, [entryDraft('W1'), order('W2')]);
		expect(results.map(({ state }) => state)).toEqual(['booked', 'booked']);
		expect(summary().salesEntries).toHaveLength(1);
		expect(summary().salesOrders).toHaveLength(1);
		expect(added()).toHaveLength(1);
	});
});

describe('articles (artikelen)', () => {
	it('are added once per batch and found from then on, never changed (J052, J054, W064)', async () => {
		const shipping = product({
			role: 'shipping',
			item: {
				...{ code: 'Shipping_21', description: 'Shipping VAT percentage 21' },
				revenueGroupId: group(7),
			},
		});
		const two = { invoiceAmount: 24.2, vat: [{ ...order('').vat[0]!, amount: 4.2 }] };
		const batch = ['W1', 'W2'].map((number) =>
			order(number, { ...two, lines: [product(), shipping] }),
		);
		const results = await bookOrders(batch);
		expect(results.map(({ itemsCreated }) => itemsCreated)).toEqual([
			['MOK-1', 'Shipping_21'],
			undefined,
		]);
		expect(calls()).toEqual({
			'GET verkooporders': 1,
			// Before anything is written, and once for cards that others added meanwhile.
			'GET relaties': 2,
			'GET landen': 1,
			'GET artikelen': 1,
			'GET companyInfo': 1,
			'POST relaties': 1,
			'POST artikelen': 2,
			'POST verkooporders': 2,
		});
		sandbox.snelStart.journal.clear();
		const renamed = { ...product(), item: { ...product().item, description: 'Beker' } };
		const [again] = await bookOrders([order('W3', { ...two, lines: [renamed, shipping] })]);
		expect(again).toMatchObject({ state: 'booked' });
		expect(calls()).toEqual({
			'GET verkooporders': 1,
			'GET relaties': 1,
			'GET artikelen': 1,
			'POST verkooporders': 1,
		});
		expect(summary().articles.map(({ omschrijving }) => omschrijving)).toEqual([
			'Mok',
			'Shipping VAT percentage 21',
		]);
	});

	it('may stand on several lines of one order', async () => {
		const lines = [product(), product({ quantity: 3, unitPrice: 0, amount: 0 })];
		const [result] = await bookOrders([order('W1', { lines })]);
		expect(result).toMatchObject({ state: 'booked', itemsCreated: ['MOK-1'] });
		expect(summary().salesOrders[0]!.regels).toMatchObject([{ aantal: 2 }, { aantal: 3 }]);
	});

	it.each([
		['ITEM_CODE_NOT_NUMERIC', { itemCodeKind: 'Numeriek' as const }],
		['ITEM_CODE_TOO_LONG', { itemCodeMaxLength: 4 }],
	])('%s before anything is sent (J057)', async (code, switches) => {
		Object.assign(sandbox.snelStart.switches, switches);
		const [result] = await bookOrders([order('W1')]);
		expect(result).toMatchObject({ state: 'needsAttention', code });
		expect(result!.message).toMatch(/"MOK-1"/);
		expect(result!.tip).toMatch(/25/);
		expect(Object.keys(calls()).filter((shape) => shape.startsWith('POST'))).toEqual([]);
	});

	it('with another VAT rate in SnelStart are left to a person, except where no VAT is due', async () => {
		await bookOrders([order('W1')]);
		const low = { vatKind: 'low' as const, percentage: 9 };
		const lines = [product({ ...low, item: { ...product().item, revenueGroupId: group(2) } })];
		const vat = [{ ...low, amount: 0.9 }];
		const [result] = await bookOrders([order('W2', { lines, vat, invoiceAmount: 10.9 })]);
		expect(result).toMatchObject({ state: 'needsAttention', code: 'ITEM_VAT_DIFFERS' });
		expect(result!.message).toMatch(/"MOK-1" has high, the order low/);
		const abroad = [
			product({
				...{ vatKind: 'none', percentage: 0 },
				item: { ...product().item, revenueGroupId: group(4) },
			}),
		];
		const icp = order('W3', {
			...{ regime: 'icp', lines: abroad, vat: [], invoiceAmount: 10 },
			customer: consumer({
				...{ kind: 'business', name: 'Bücher GmbH', email: 'b@mail.example' },
				vatNumber: 'DE136695976',
				address: { ...consumer().address, country: 'DE' },
			}),
		});
		expect((await bookOrders([icp]))[0]).toMatchObject({ state: 'booked' });
		expect(summary().salesOrders.at(-1)).toMatchObject({ totaalInclusiefBtw: 10 });
	});

	it('whose answer is lost are looked up, never sent again blindly', async () => {
		sandbox.snelStart.faults.add({ kind: '504-after-commit', shape: 'POST artikelen' });
		const [result] = await bookOrders([order('W1')]);
		expect(result).toMatchObject({ state: 'booked', itemsCreated: ['MOK-1'] });
		expect(calls()['POST artikelen']).toBe(1);
	});

	it('that cannot be settled leave their orders unknown, and the next run adds them once', async () => {
		sandbox.snelStart.faults.add({ kind: 'reset-before-commit', shape: 'POST artikelen' });
		const batch = [order('W1'), order('W2'), order('W3', { lines: [product({ code: 'B' })] })];
		const results = await bookOrders(batch);
		expect(results.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'booked']);
		expect(calls()['POST artikelen']).toBe(2);
		await bookOrders(batch);
		expect(summary().articles).toHaveLength(2);
		expect(summary().salesOrders).toHaveLength(3);
	});
});

describe('the total that SnelStart works out', () => {
	it('is told when it differs, never silently (HC-03)', async () => {
		sandbox.snelStart.switches.orderVatRounding = 'perLine';
		// 2 × 10.70 and 21 %: 4.49 over the whole, 2.25 + 2.25 per line.
		const line = product({ quantity: 1, unitPrice: 10.7, amount: 10.7 });
		const vat = [{ ...order('').vat[0]!, amount: 4.49 }];
		const draft = order('W1', { lines: [line, line], vat, invoiceAmount: 25.89 });
		const [result] = await bookOrders([draft]);
		expect(result).toMatchObject({
			state: 'booked',
			code: 'SALES_ORDER_TOTAL_DIFFERS',
			salesOrderNumber: 1,
		});
		expect(result!.message).toMatch(
			/€ 25\.90 \(VAT € 4\.50\) instead of € 25\.89 \(VAT € 4\.49\)$/,
		);
		expect(result!.tip).not.toBe('');
		const [again] = await bookOrders([draft]);
		expect(again).toMatchObject({
			...{ state: 'booked', alreadyThere: true, code: 'SALES_ORDER_TOTAL_DIFFERS' },
		});
		expect(calls()['POST verkooporders']).toBe(1);
	});
});

it('a total that SnelStart does not state is told as well', () => {
	const unknown = { cents: Number.NaN, netCents: Number.NaN };
	expect(compareTotal(order('W1'), unknown)?.code).toBe('SALES_ORDER_TOTAL_UNKNOWN');
	expect(compareTotal(order('W1'), { cents: 1210, netCents: 1000 })).toBeUndefined();
	// The right total with the VAT of another rate is wrong too.
	const vatOnly = compareTotal(order('W1'), { cents: 1210, netCents: 1110 })!;
	expect(vatOnly).toMatchObject({
		code: 'SALES_ORDER_TOTAL_DIFFERS',
		message: expect.stringMatching(
			/right total of € 12\.10, .* VAT of € 1\.00 instead of € 2\.10$/,
		),
	});
	// The total is right: the tip does not say how to get it right.
	expect(vatOnly.tip).not.toContain('Including VAT');
});

describe('a reference that is in SnelStart already', () => {
	it('is taken over when customer and total are the same', async () => {
		const [first] = await bookOrders([order('W1')]);
		sandbox.snelStart.journal.clear();
		const [again] = await bookOrders([order('W1')]);
		expect(again).toEqual({
			orderKey: 'demo:shop:W1',
			invoiceNumber: 'W1',
			state: 'booked',
			alreadyThere: true,
			salesOrderId: first!.salesOrderId,
			salesOrderNumber: 1,
			relationId: first!.relationId,
		});
		expect(calls()).toEqual({ 'GET verkooporders': 1, 'GET relaties': 1 });
	});

	it.each([
		[
			'another total',
			order('W1', {
				lines: [product({ quantity: 4, amount: 20 })],
				invoiceAmount: 24.2,
				vat: [{ vatKind: 'high', percentage: 21, amount: 4.2 }],
			}),
			/€ 12\.10 instead of € 24\.20/,
		],
		[
			'another customer',
			order('W1', { customer: consumer({ name: 'Iemand Anders', email: 'ander@mail.example' }) }),
			/another customer/,
		],
	])('is in use when it stands there for %s', async (_what, other, message) => {
		await bookOrders([order('W1')]);
		const [result] = await bookOrders([other]);
		expect(result).toMatchObject({ state: 'needsAttention', code: 'ORDER_REFERENCE_IN_USE' });
		expect(result!.message).toMatch(message);
		expect(summary().salesOrders).toHaveLength(1);
	});

	it('is never sent twice in one batch', async () => {
		const results = await bookOrders([
			order('W1'),
			order('W1'),
			order('w1', { orderKey: 'demo:other:1' }),
		]);
		expect(results.map(({ state, code }) => code ?? state)).toEqual([
			'booked',
			'booked',
			'INVOICE_NUMBER_TWICE_IN_BATCH',
		]);
		expect(results[1]!.salesOrderId).toBe(results[0]!.salesOrderId);
		expect(calls()['POST verkooporders']).toBe(1);
	});
});

describe('a sales order whose answer is lost', () => {
	it.each(['reset-after-commit', '504-after-commit'] as const)(
		'%s: is found by its reference and taken over',
		async (kind) => {
			sandbox.snelStart.faults.add({ kind, shape: 'POST verkooporders' });
			const results = await bookOrders([order('W1'), order('W2')]);
			expect(results.map(({ state }) => state)).toEqual(['booked', 'booked']);
			expect(results[0]).toMatchObject({ alreadyThere: true, salesOrderNumber: 1 });
			expect(calls()['POST verkooporders']).toBe(2);
		},
	);

	it('reset-before-commit: stays unknown, and the next run makes it once', async () => {
		sandbox.snelStart.faults.add({ kind: 'reset-before-commit', shape: 'POST verkooporders' });
		const results = await bookOrders([order('W1'), order('W2')]);
		expect(results.map(({ state }) => state)).toEqual(['unknown', 'booked']);
		const [meanwhile] = await bookOrders([order('W1')]);
		expect(meanwhile).toMatchObject({ state: 'unknown' });
		forgetWrites();
		const [again] = await bookOrders([order('W1')]);
		expect(again).toMatchObject({ state: 'booked', alreadyThere: false });
		expect(summary().salesOrders).toHaveLength(2);
	});
});

describe('what is refused', () => {
	it('a draft whose sums do not hold or whose price is negative, before any call', async () => {
		const [gap, product1, negative] = await bookOrders([
			order('W1', { invoiceAmount: 12.2 }),
			order('W2', { lines: [product({ unitPrice: 4.99 })] }),
			order('W3', { lines: [product({ unitPrice: -5, quantity: -2 })] }),
		]);
		expect([gap, product1, negative].map((result) => result?.code)).toEqual([
			'DRAFT_NOT_BALANCED',
			'DRAFT_NOT_BALANCED',
			'DRAFT_INVALID',
		]);
		expect(calls()).toEqual({});
	});

	it('by SnelStart, with a tip and without personal data; the next one is booked', async () => {
		const supplier = { kind: 'fixedDebtor' as const, relationId: guidFor('relatie', -1) };
		const results = await bookOrders([order('W1', { customer: supplier }), order('W2')]);
		expect(results[0]).toMatchObject({ state: 'needsAttention', code: 'VOR-0002' });
		expect(results[0]!.tip).not.toBe('');
		expect(results[1]).toMatchObject({ state: 'booked' });
		expect(JSON.stringify(results)).not.toContain(PERSON.name);
	});

	it('an inactive item', async () => {
		const status = await addItem({ artikelcode: 'OUD-1', isNonActief: true });
		expect(status).toBe(201);
		const [result] = await bookOrders([order('W1', { lines: [product({ code: 'OUD-1' })] })]);
		expect(result).toMatchObject({ state: 'needsAttention', code: 'ITEM_INACTIVE' });
	});
});

/** Adds an item as a user of SnelStart would. */
async function addItem(fields: object): Promise<number> {
	const { baseUrl, tokenUrl, clientKey, subscriptionKey } = sandbox.snelStart;
	const token = await fetch(tokenUrl, {
		method: 'POST',
		body: new URLSearchParams({ grant_type: 'clientkey', clientkey: clientKey }),
	});
	const { access_token: bearer } = (await token.json()) as { access_token: string };
	const { status } = await fetch(`${baseUrl}/artikelen`, {
		method: 'POST',
		headers: {
			Authorization: `Bearer ${bearer}`,
			'Ocp-Apim-Subscription-Key': subscriptionKey,
			'Content-Type': 'application/json',
		},
		body: JSON.stringify({ omschrijving: 'Mok', artikelOmzetgroep: { id: group(1) }, ...fields }),
	});
	return status;
}

test('a batch sends nothing more when its claims are about to end: SnelStart takes an order twice', async () => {
	const clock = jest.spyOn(Date, 'now');
	const began = Date.now();
	// The first order takes an hour and a half: half an hour is left of the claim.
	clock.mockImplementation(() => began + (summary().salesOrders.length > 0 ? 90 * 60_000 : 0));
	const results = await bookOrders([order('T1'), order('T2'), order('T3')]);
	clock.mockRestore();
	expect(results.map(({ state, code }) => [state, code])).toEqual([
		['booked', undefined],
		['ready', 'BATCH_OUT_OF_TIME'],
		['ready', 'BATCH_OUT_OF_TIME'],
	]);
	expect(summary().salesOrders).toHaveLength(1);
	expect((await bookOrders([order('T2'), order('T3')])).map(({ state }) => state)).toEqual([
		'booked',
		'booked',
	]);
	expect(summary().salesOrders).toHaveLength(3);
});
