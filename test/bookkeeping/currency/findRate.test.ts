import { order, type Json, type Line } from '../refunds/support';
import { draftOf, jouwWebOrder, settingsWith, transform } from '../support';

const fromField = (orderField: string, quoted: 'perEuro' | 'inEuro' = 'perEuro') =>
	settingsWith({ exchangeRates: { use: 'orderField', orderField, quoted } });

const dollars = (lines: Line[], changes: Json = {}) =>
	order(lines, { currency: 'USD', ...changes });

const simple = dollars([{ net: 10_000, rate: 21 }]);

describe('where the rate comes from', () => {
	const meta = (key: string, value: unknown) => ({ ...simple, meta_data: [{ id: 1, key, value }] });

	test.each([
		['WooPayments', '_wcpay_multi_currency_order_exchange_rate', 'perEuro', '1.085'],
		['a currency switcher', '_woocs_order_rate', 'perEuro', 1.085],
		['euro per dollar', '_base_currency_exchange_rate', 'inEuro', '0.92165899'],
	] as const)('%s', (_, key, quoted, value) => {
		const draft = draftOf(meta(key, value), fromField(key, quoted));
		expect(draft.invoiceAmount).toBe(111.52);
	});

	test('inside an object of the metadata, by the currency of the order', () => {
		const info = { USD: { rate: '1.0850', is_main: 0 }, EUR: { rate: '1', is_main: 1 } };
		const settings = fromField('wmc_order_info.{currency}.rate');
		expect(draftOf(meta('wmc_order_info', info), settings).invoiceAmount).toBe(111.52);
	});

	test('a field of the order itself, as JouwWeb or another shop has it', () => {
		const raw = jouwWebOrder(440003, { currency: 'USD', exchange: { rate: '1.0850' } });
		expect(draftOf(raw, fromField('exchange.rate')).foreign?.rate).toBe('1.0850');
	});

	test.each([
		['missing', simple, /field "_rate" has no rate/],
		['empty', meta('_rate', ''), /has no rate/],
		['zero', meta('_rate', '0'), /has no rate/],
		['negative', meta('_rate', '-1.08'), /has no rate/],
		['a comma', meta('_rate', '1,0850'), /has no rate/],
		['an object', meta('_rate', { usd: 1 }), /has no rate/],
		['one to one', meta('_rate', '1.0000'), /one to one/],
	])('no rate on the order: %s', (_, raw, message) => {
		const transformed = transform(raw, fromField('_rate'));
		expect(transformed).toMatchObject({ outcome: 'attention', code: 'EXCHANGE_RATE_MISSING' });
		expect(transformed.message).toMatch(message);
	});

	test('the newest row that is not after the order', () => {
		const rates = [
			{ currency: 'USD', rate: '1.2', from: '2026-03-02' },
			{ currency: 'USD', rate: '1.0850' },
			{ currency: 'USD', rate: '1.1', from: '2026-03-01' },
			{ currency: 'GBP', rate: '0.85', from: '2026-03-01' },
		];
		const settings = settingsWith({ exchangeRates: { use: 'fixed', rates } });
		const on = (day: string) =>
			draftOf({ ...simple, date_created_gmt: `${day}T11:00:00` }, settings).foreign?.rate;
		expect([on('2026-02-28'), on('2026-03-01'), on('2026-03-02')]).toEqual([
			'1.0850',
			'1.1',
			'1.2',
		]);
	});

	test('no row for the day or currency', () => {
		const rates = [{ currency: 'USD', rate: '1.1', from: '2026-03-02' }];
		const settings = settingsWith({ exchangeRates: { use: 'fixed', rates } });
		expect(transform(simple, settings)).toMatchObject({
			code: 'EXCHANGE_RATE_MISSING',
			message: expect.stringContaining('no rate is set for 2026-03-01') as string,
		});
		expect(transform({ ...simple, currency: 'GBP' }, settings).code).toBe('EXCHANGE_RATE_MISSING');
	});
});
