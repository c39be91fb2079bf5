import type { IDataObject } from 'n8n-workflow';

import { NOW, useShop } from './support';

const shop = useShop();
const orderOf = (id: number): IDataObject =>
	shop.sandbox.orders.find((order) => order.id === id) as unknown as IDataObject;
const orderId = '={{ $json.order }}';

it('reads the orders of all items with one request, and another for the trash', async () => {
	shop.sandbox.putOrder({ ...shop.sandbox.orders[0]!, status: 'trash' });
	const trashed = shop.sandbox.orders[0]!.id;
	const { outputs } = await shop.run(
		{ resource: 'order', operation: 'getBatch', orderId, simplify: true },
		[{ order: trashed }, { order: 999_999 }, { order: 'x' }, { order: 35 }, { order: trashed }],
		{ onError: 'continueRegularOutput' },
	);
	expect(outputs[0]).toMatchObject([
		{ json: { id: trashed, status: 'trash' }, pairedItem: { item: 0 } },
		{
			json: { details: { code: 'woocommerce_rest_shop_order_invalid_id' } },
			pairedItem: { item: 1 },
		},
		{ json: { details: { code: 'INPUT_ID' } }, pairedItem: { item: 2 } },
		{ json: { id: 35, total: '44.90' }, pairedItem: { item: 3 } },
		{ json: { id: trashed }, pairedItem: { item: 4 } },
	]);
	expect(shop.sandbox.journal.calls()).toEqual({ 'GET orders': 2 });
});

it('stops at an order that is not there', async () => {
	const { error } = await shop.run({ resource: 'order', operation: 'getBatch', orderId }, [
		{ order: 35 },
		{ order: 999_999 },
	]);
	expect(error?.message).toBe('The shop has no order with the ID 999999');
	expect(error?.context).toMatchObject({ itemIndex: 1 });
});

describe('what only tells of the visitor', () => {
	const ofVisitor = {
		customer_ip_address: '192.0.2.10',
		customer_user_agent: 'Mozilla/5.0',
		customer_note: 'Mind the dog',
		order_key: 'wc_order_1',
		payment_url: 'https://shop.example/pay?key=wc_order_1',
	};
	const fromAPlugin = { deposit_due: '12.50' };
	const meta = [
		{ id: 1, key: '_wc_order_attribution_user_agent', value: 'Mozilla/5.0' },
		{ id: 2, key: '_vat_number', value: 'NL123456782B90' },
	];
	beforeEach(() =>
		shop.sandbox.putOrder({
			...shop.sandbox.orders.find(({ id }) => id === 35)!,
			...ofVisitor,
			...fromAPlugin,
			meta_data: meta,
		} as never),
	);

	it.each([
		['get', { orderId: '35' }],
		['getBatch', { orderId: '35' }],
		['getMany', { returnAll: true, filters: { orderIds: '35' } }],
		['update', { orderId: '35', updateFields: { transactionId: 'tr_1' } }],
	])('never leaves by %s, and what a plugin adds does', async (operation, parameters) => {
		const { rows } = await shop.run({ resource: 'order', operation, ...parameters });
		expect(rows).toHaveLength(1);
		for (const name of Object.keys(ofVisitor)) expect(rows[0]).not.toHaveProperty(name);
		expect(rows[0]).toMatchObject({ id: 35, total: '44.90', ...fromAPlugin });
		expect(rows[0]!.meta_data).toEqual([meta[1]]);
	});

	it('leaves nothing of his note but a VAT number in it', async () => {
		const order = shop.sandbox.orders.find(({ id }) => id === 35)!;
		const customer_note = 'Second floor. Invoice with BE 0403.170.701 please';
		shop.sandbox.putOrder({ ...order, customer_note } as never);
		const { rows } = await shop.run({ resource: 'order', operation: 'get', orderId: '35' });
		expect(rows[0]).toMatchObject({ id: 35, customer_note: 'BE0403170701' });
	});

	it('comes along when Fields names it', async () => {
		const { rows } = await shop.run({
			resource: 'order',
			operation: 'getMany',
			returnAll: true,
			filters: { orderIds: '35' },
			options: { fields: 'id,customer_note' },
		});
		expect(rows).toEqual([{ id: 35, customer_note: 'Mind the dog' }]);
	});
});

it('reads only the fields that are asked for', async () => {
	const { rows } = await shop.run({
		resource: 'order',
		operation: 'getMany',
		returnAll: true,
		filters: { orderIds: '35, 28' },
		options: { fields: 'number, total' },
	});
	expect(rows).toEqual([
		{ id: 28, number: '28', total: '62.30' },
		{ id: 35, number: '35', total: '44.90' },
	]);
});

it('changes status, meta fields and transaction ID', async () => {
	const { outputs } = await shop.run(
		{
			resource: 'order',
			operation: 'update',
			orderId,
			updateFields: {
				status: '={{ $json.status }}',
				transactionId: 'tr_1',
				meta: { field: [{ key: '_booked', value: '={{ $json.booked }}' }] },
			},
		},
		[
			{ order: 44, status: 'completed', booked: 'W44' },
			{ order: 44, status: 'flying', booked: 'W44' },
			{ order: 44, status: 'completed', booked: 'W45' },
		],
		{ onError: 'continueRegularOutput' },
	);
	expect(outputs[0]).toMatchObject([
		{ json: { status: 'completed', transaction_id: 'tr_1' }, pairedItem: { item: 0 } },
		{ json: { details: { code: 'rest_invalid_param' } }, pairedItem: { item: 1 } },
		{ json: { id: 44 }, pairedItem: { item: 2 } },
	]);
	expect(orderOf(44)).toMatchObject({ date_modified_gmt: NOW, date_paid_gmt: NOW });
	const booked = (orderOf(44).meta_data as IDataObject[]).filter(({ key }) => key === '_booked');
	expect(booked).toEqual([expect.objectContaining({ value: 'W45' })]);
});

it('tries a change again when the shop stumbles', async () => {
	shop.sandbox.faults.add({ kind: '504-after-commit', shape: 'PUT orders' });
	const { error } = await shop.run(
		{ resource: 'order', operation: 'update', orderId, updateFields: { status: 'completed' } },
		[{ order: 44 }],
	);
	expect(error).toBeUndefined();
	expect(shop.sandbox.journal.calls()).toEqual({ 'PUT orders': 2 });
});

it.each([
	[{}, 'No field is to be changed'],
	[{ meta: { field: [{ key: '', value: 'x' }] } }, "A meta field has no 'Key'"],
])('sends nothing without something to change', async (updateFields, message) => {
	const { error } = await shop.run(
		{ resource: 'order', operation: 'update', orderId, updateFields },
		[{ order: 44 }],
	);
	expect(error?.message).toBe(message);
	expect(shop.sandbox.journal.entries).toEqual([]);
});

it('makes one refund without lines of an order that is set to refunded', async () => {
	await shop.run(
		{ resource: 'order', operation: 'update', orderId, updateFields: { status: 'refunded' } },
		[{ order: 29 }],
	);
	expect(orderOf(29)).toMatchObject({
		status: 'refunded',
		refunds: [{ reason: 'Order fully refunded.', total: '-12.95' }],
	});
});

describe('notes', () => {
	it('adds notes and reads them', async () => {
		const { outputs } = await shop.run(
			{ resource: 'orderNote', operation: 'create', orderId, note: '={{ $json.note }}' },
			[
				{ order: 28, note: 'Eerste' },
				{ order: 999_999, note: 'Weg' },
				{ order: 28, note: 'Tweede' },
			],
			{ onError: 'continueRegularOutput' },
		);
		expect(outputs[0]).toMatchObject([
			{ json: { note: 'Eerste', customer_note: false }, pairedItem: { item: 0 } },
			{ json: { error: expect.any(String) }, pairedItem: { item: 1 } },
			{ json: { note: 'Tweede' }, pairedItem: { item: 2 } },
		]);
		const { rows } = await shop.run(
			{ resource: 'orderNote', operation: 'getMany', orderId, simplify: true },
			[{ order: 28 }, { order: 29 }],
		);
		expect(rows.map(({ note, createdAt }) => [note, createdAt])).toEqual([
			['Tweede', `${NOW}Z`],
			['Eerste', `${NOW}Z`],
		]);
	});

	it('adds a note once when the answer is lost', async () => {
		shop.sandbox.faults.add({ kind: 'reset-after-commit', shape: 'POST orders' });
		const { rows } = await shop.run(
			{ resource: 'orderNote', operation: 'create', orderId, note: 'Eenmaal' },
			[{ order: 28 }],
		);
		expect(rows).toMatchObject([{ note: 'Eenmaal' }]);
		const { rows: all } = await shop.run({
			resource: 'orderNote',
			operation: 'getMany',
			orderId: '28',
		});
		expect(all).toHaveLength(1);
	});
});

describe('writing the SnelStart number back', () => {
	const writeBack = { resource: 'order', operation: 'writeBack', orderId, bookedNumber: 'W28' };

	it('adds one note, also when it runs twice, and leaves the moment of change', async () => {
		const before = orderOf(28).date_modified_gmt;
		const { rows } = await shop.run({ ...writeBack, writeAs: ['note'] }, [
			{ order: 28 },
			{ order: 28 },
		]);
		expect(rows).toEqual([
			{ orderId: 28, number: 'W28', writtenAs: ['note'] },
			{ orderId: 28, number: 'W28', writtenAs: ['note'] },
		]);
		expect(shop.sandbox.journal.entries.filter(({ method }) => method === 'POST')).toHaveLength(1);
		expect(orderOf(28).date_modified_gmt).toBe(before);
	});

	it.each([
		['nl', 'In SnelStart geboekt als W28 op 31-01-2026'],
		['en', 'Booked in SnelStart as W28 on 2026-01-31'],
	])('says the number and the day in the language %s', async (language, note) => {
		const wanted = { ...writeBack, bookedOn: '2026-01-31', writeAs: ['note'], language };
		await shop.run(wanted, [{ order: 28 }]);
		const { rows } = await shop.run({ resource: 'orderNote', operation: 'getMany', orderId: '28' });
		expect(rows.map((row) => row.note)).toContain(note);
	});

	it('sets one meta field', async () => {
		await shop.run({ ...writeBack, writeAs: ['meta'] }, [{ order: 28 }, { order: 28 }]);
		const meta = orderOf(28).meta_data as IDataObject[];
		expect(meta.filter(({ key }) => key === '_snelstart_invoice_number')).toEqual([
			expect.objectContaining({ value: 'W28' }),
		]);
	});

	it('names the item that has no number', async () => {
		const { outputs } = await shop.run(
			{ ...writeBack, bookedNumber: '={{ $json.number }}', writeAs: ['note'] },
			[
				{ order: 28, number: '' },
				{ order: 29, number: 'W29' },
			],
			{ onError: 'continueRegularOutput' },
		);
		expect(outputs[0]).toMatchObject([
			{ json: { details: { code: 'INPUT_INCOMPLETE' } }, pairedItem: { item: 0 } },
			{ json: { orderId: 29 }, pairedItem: { item: 1 } },
		]);
	});
});

describe('W087: the categories of products', () => {
	const withCategory = (id: number, name: string) => {
		const row = shop.sandbox.products.find((one) => one.id === id)!;
		shop.sandbox.putProduct({ ...row, categories: [{ id: 20, name, slug: 'x' }] } as never);
	};
	const categoriesOf = (rows: Array<Record<string, unknown>>) =>
		rows.map(({ line_items: lines }) =>
			(lines as Array<{ categories?: Array<{ name: string }> }>).map(({ categories }) =>
				categories?.map(({ name }) => name),
			),
		);
	const soldIn = (id: number) =>
		(
			shop.sandbox.orders.find((one) => one.id === id)!.line_items as Array<{ product_id: number }>
		).map(({ product_id }) => product_id);

	it.each([
		['get', { orderId: '35' }],
		['getBatch', { orderId: '35' }],
		['getMany', { returnAll: true, filters: { orderIds: '35' } }],
	])('stand on the lines by %s, read once', async (operation, parameters) => {
		for (const id of soldIn(35)) withCategory(id, 'Gifts');
		shop.sandbox.journal.clear();
		const { rows } = await shop.run({
			...{ resource: 'order', operation, simplify: false, productCategories: true },
			...parameters,
		});
		expect(categoriesOf(rows)).toEqual([soldIn(35).map(() => ['Gifts'])]);
		expect(shop.sandbox.journal.calls()['GET products']).toBe(1);
	});

	it('are not read unless asked for, and a product that is gone leaves its line without', async () => {
		const order = shop.sandbox.orders.find(({ id }) => id === 35)!;
		const [line] = order.line_items as object[];
		shop.sandbox.putOrder({
			...order,
			line_items: [line!, { ...line, product_id: 999 }, { ...line, product_id: 0 }],
		});
		withCategory(soldIn(35)[0]!, 'Gifts');
		const read = async (productCategories: boolean) =>
			(await shop.run({ resource: 'order', operation: 'get', orderId: '35', productCategories }))
				.rows;
		shop.sandbox.journal.clear();
		expect(categoriesOf(await read(false))).toEqual([[undefined, undefined, undefined]]);
		expect(shop.sandbox.journal.calls()['GET products']).toBeUndefined();
		expect(categoriesOf(await read(true))).toEqual([[['Gifts'], undefined, undefined]]);
	});
});

describe('VAT numbers of customers', () => {
	const company = { company: 'Bakkerij', country: 'BE', postcode: '1000' };
	const customer = (id: number, over: object = {}) =>
		shop.sandbox.putCustomer({
			...{ id, role: 'wholesale', email: 'a@mail.example', billing: { vat_number: '' } },
			meta_data: [
				{ id: 1, key: 'billing_eu_vat', value: 'BE 0123.456.749' },
				{ id: 2, key: 'favourite', value: 'blue' },
				{ id: 3, key: 'wishlist', value: [1, 2] },
			],
			...over,
		} as never);
	const put = (id: number, over: object) =>
		shop.sandbox.putOrder({ ...shop.sandbox.orders.find((one) => one.id === 35)!, id, ...over });
	const recordsOf = (rows: readonly IDataObject[]) =>
		Object.fromEntries(
			rows.flatMap((row) => (row.customer_record ? [[row.id, row.customer_record]] : [])),
		);
	const getMany = { resource: 'order', operation: 'getMany', returnAll: true, simplify: false };
	beforeEach(() => {
		customer(7);
		const billing = company;
		put(801, { customer_id: 7, billing, shipping: {} });
		put(802, {
			customer_id: 7,
			billing: { ...company, company: '' },
			shipping: {},
			total_tax: '0.00',
		});
		put(803, { customer_id: 7, billing: { ...company, company: '' }, shipping: {} });
		put(804, { customer_id: 0, billing, shipping: {} });
		put(805, { customer_id: 7, billing, shipping: { country: 'NL' } });
		put(806, { customer_id: 7, billing: { ...company, country: 'US' }, shipping: {} });
		shop.sandbox.journal.clear();
	});

	it('are read once, of what may be a business in another member state, whatever its role', async () => {
		const { rows } = await shop.run({ ...getMany, customersOutside: 'NL' });
		const record = {
			billing: {},
			meta_data: [{ key: 'billing_eu_vat', value: 'BE 0123.456.749' }],
		};
		expect(recordsOf(rows)).toEqual({ 801: record, 802: record });
		expect(shop.sandbox.journal.calls()['GET customers']).toBe(1);
	});

	it('are not read unless asked for', async () => {
		const { rows } = await shop.run(getMany);
		expect(recordsOf(rows)).toEqual({});
		expect(shop.sandbox.journal.calls()['GET customers']).toBeUndefined();
	});

	it('that the key may not see, or that are gone, fail no order', async () => {
		put(802, { customer_id: 9, billing: company, shipping: {} });
		const gone = (await shop.run({ ...getMany, customersOutside: 'NL' })).rows;
		expect(recordsOf(gone)[802]).toEqual({ gone: true });
		shop.sandbox.switches.customersSeen = false;
		const { rows } = await shop.run({ ...getMany, customersOutside: 'NL' });
		const notRead = { notRead: 'woocommerce_rest_cannot_view' };
		expect(recordsOf(rows)).toEqual({ 801: notRead, 802: notRead });
	});
});
