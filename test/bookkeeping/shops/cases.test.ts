import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { draftOf, linesOf, settingsWith, transform, vatOf } from '../support';

const FIXTURES = path.join(__dirname, '..', '..', 'fixtures', 'cases');
const settings = settingsWith({ giftCardAccountId: 'gift cards' });

/** An order made after a public report; names, addresses and numbers are invented. */
const orderOf = (name: string): unknown =>
	(JSON.parse(readFileSync(path.join(FIXTURES, `${name}.json`), 'utf8')) as { input: unknown })
		.input;

test('JouwWeb charges all shipping of a mixed basket at the highest rate (j01)', () => {
	const draft = draftOf(orderOf('j01-shipping-highest-rate'), settings);
	expect(linesOf(draft).filter(([role]) => role === 'shipping')).toEqual([
		['shipping', '21 shipping', 4.09],
	]);
	expect(vatOf(draft)).toEqual({ 21: 11.27, 9: 3.3 });
	expect(draft.invoiceAmount).toBe(104.95);
});

test.each([
	['PW Gift Cards lists the card at the top of the order (r13)', 'r13-pw-gift-cards', 25],
	[
		'account funds paid all of it: a sale, never a free order (r14)',
		'r14-account-funds-full',
		60.5,
	],
	['account funds paid a part (r14b)', 'r14b-account-funds-stated', 20],
])('%s', (_, name, amount) => {
	const draft = draftOf(orderOf(name), settings);
	expect(draft).toMatchObject({
		invoiceAmount: 60.5,
		giftCard: { amount, ledgerAccountId: 'gift cards' },
	});
	expect(vatOf(draft)).toEqual({ 21: 10.5 });
});

test('PW Gift Cards on an order without a card: an empty list (r13b)', () => {
	const draft = draftOf(orderOf('r13b-pw-gift-cards-none'), settings);
	expect(draft.invoiceAmount).toBe(60.5);
	expect(draft.giftCard).toBeUndefined();
});

test('an exchange with nothing to pay is booked at 0.00 with both lines (r18)', () => {
	const draft = draftOf(orderOf('r18-exchange-zero-total'), settings);
	expect(draft.invoiceAmount).toBe(0);
	expect(linesOf(draft)).toEqual([
		['product', '21 products', 50],
		['fee', '21 fees', -50],
	]);
});

test('rounding at subtotal: the VAT as charged, a cent of rounding (r05)', () => {
	const draft = draftOf(orderOf('r05-round-at-subtotal'), settings);
	expect(draft.invoiceAmount).toBe(46.95);
	expect(vatOf(draft)).toEqual({ 21: 8.14 });
	expect(linesOf(draft).at(-1)).toEqual(['rounding', 'rounding', 0.01]);
});

test.each([
	['on the shipping address, as Germanized Pro has it (r22)', 'r22-germanized-shipping-vat-id'],
	['under the key _billing_eu_vat (r23-a)', 'r23-a-vat-key'],
	['under the key _billing_dic (r23-b)', 'r23-b-vat-key'],
	['in a field of the block checkout (r23-e)', 'r23-e-vat-key'],
])('the VAT number %s: ICP', (_, name) => {
	const { outcome, regime } = transform(orderOf(name), settings);
	expect([outcome, regime]).toEqual(['book', 'icp']);
});

describe('fields that hold numbers but no money (r79 to r87)', () => {
	const names = readdirSync(FIXTURES).filter((file) => /^r(79|80|85|87)/.test(file));

	test('are there', () => expect(names).toHaveLength(15));

	test.each(names)('%s: booked, since the order adds up without it', (file) => {
		const draft = draftOf(orderOf(file.replace('.json', '')), settings);
		expect(draft.invoiceAmount).toBe(60.5);
		expect(vatOf(draft)).toEqual({ 21: 10.5 });
	});

	test('a note names the field; an order that does not add up names it as a suspect', () => {
		const order = orderOf('r80-o-false-alarm') as Record<string, unknown>;
		expect(draftOf(order, settings).notes).toContain(
			'The order adds up without the field "total_weight", which is not looked at.',
		);
		expect(transform({ ...order, total: '61.75' }, settings)).toMatchObject({
			...{ outcome: 'attention', code: 'UNEXPLAINED_AMOUNT' },
			message: 'The order has an amount in the field "total_weight".',
		});
	});

	test('further totals of a JouwWeb order repeat what is known (j02)', () => {
		expect(draftOf(orderOf('j02-extra-totals'), settings).invoiceAmount).toBe(34.95);
	});
});
