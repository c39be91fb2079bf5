import { readOrder } from '../../../bookkeeping/orders/readOrder';
import { settingsWith } from '../support';
import { order } from '../refunds/support';

const dollars = settingsWith({
	exchangeRates: { use: 'fixed', rates: [{ currency: 'USD', rate: '1.0850' }] },
});
const [shop] = dollars.shops;
const identity = { id: '1000', number: '1000', status: 'processing' };
const read = (changes: object, settings = dollars) =>
	readOrder(identity, { ...order([{ net: 10_000, rate: 21 }]), ...changes }, shop!, settings);

test('an order in euro is read as it is, also in small letters', () => {
	for (const currency of ['EUR', 'eur']) {
		const read_ = read({ currency });
		expect(read_).toMatchObject({ currency: 'EUR', total: 12_100 });
		expect(read_.foreign).toBeUndefined();
	}
});

// HC-13: 121.00 / 1.0850 = 111.52.
test('HC-13: another currency becomes euro at the rate of the settings, and is remembered', () => {
	for (const currency of ['USD', 'usd']) {
		expect(read({ currency })).toMatchObject({
			...{ currency: 'EUR', total: 11_152 },
			foreign: { currency: 'USD', total: 12_100, rate: '1.0850' },
		});
	}
});

test('without a rate it is refused, never read one to one', () => {
	expect(() => read({ currency: 'USD' }, settingsWith())).toThrow(
		expect.objectContaining({ code: 'CURRENCY_NOT_EUR' }),
	);
});
