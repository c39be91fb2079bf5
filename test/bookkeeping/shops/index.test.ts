import {
	listedRefunds,
	paymentIdsOf,
	readIdentity,
	shopKinds,
	shops,
} from '../../../bookkeeping/shops';
import { settingsWith } from '../support';

const [woo] = settingsWith().shops;

const identity = { id: '7', number: '1007', status: 'processing' };

const unreadable = (code: string, message: string) => expect.objectContaining({ code, message });

test('every kind of shop is one entry with a name of its own', () => {
	expect([...shopKinds].sort()).toEqual(['jouwWeb', 'other', 'shopify', 'wooCommerce']);
	const names = shopKinds.map((kind) => shops[kind].name);
	expect(new Set(names).size).toBe(names.length);
});

describe('which order it is', () => {
	test.each([undefined, null, 'x', [], {}, { id: '' }, { id: null }, { number: '1' }])(
		'%j is not an order',
		(raw) => {
			for (const kind of shopKinds) {
				expect(() => readIdentity(kind, raw)).toThrow(
					expect.objectContaining({ code: 'ORDER_UNREADABLE' }),
				);
			}
		},
	);

	test('an id is text, also where the shop has a number', () => {
		expect(
			readIdentity('wooCommerce', { id: 7, number: '1001', status: 'completed' }),
		).toMatchObject({ id: '7', number: '1001', status: 'completed' });
	});
});

describe('the ids that a payment provider knows an order by (PAY-101)', () => {
	test('those of the order, its list of payments and its row in the table, each once', () => {
		const raw = {
			transaction_id: 'tr_1',
			paymentIds: 'tr_1 ord_2',
			paymentId: 'tr_3',
			payments: [{ id: 'tr_4' }, {}, { id: 'tr_3' }],
			meta_data: [
				{ key: '_mollie_order_id', value: 'ord_5' },
				{ key: '_something_else', value: 'no' },
			],
		};
		expect(paymentIdsOf(raw, 'wooCommerce')).toEqual([
			...['tr_1', 'ord_2', 'tr_3', 'ord_5', 'tr_4'],
		]);
	});

	test('a list counts as well as one text', () => {
		expect(paymentIdsOf({ paymentIds: ['a', 'b c', 4, null] })).toEqual(['a', 'b', 'c', '4']);
		expect(paymentIdsOf({})).toEqual([]);
	});

	test('of any shop when the shop is not known', () => {
		const raw = { transaction_id: 'woo', transactionId: 'other' };
		expect(paymentIdsOf(raw)).toEqual(expect.arrayContaining(['woo', 'other']));
		expect(paymentIdsOf(raw, 'jouwWeb')).toEqual(['other']);
	});
});

test('a shop that sends no refunds lists none', () => {
	const raw = { refunds: [{ id: 1, total: '-5.00' }] };
	expect(listedRefunds('jouwWeb', raw, woo!)).toEqual([]);
	expect(listedRefunds('wooCommerce', raw, woo!)).toMatchObject([{ id: '1', amount: 500 }]);
});

describe('which order it is', () => {
	test.each([
		['wooCommerce', { id: 7, number: '1007', status: 'processing' }],
		['jouwWeb', { id: 7, orderNumber: '1007', status: 'processing' }],
		['other', { id: 7, number: '1007', status: 'processing' }],
	] as const)('%s', (kind, raw) => {
		expect(readIdentity(kind, raw)).toEqual({ ...identity, raw });
	});

	test.each([[null], ['text'], [[]], [{}], [{ id: '' }], [{ id: {} }]])(
		'%j is not an order',
		(raw) => {
			expect(() => readIdentity('other', raw)).toThrow(
				unreadable('ORDER_UNREADABLE', 'The item is not an order: it has no field "id".'),
			);
		},
	);
});
