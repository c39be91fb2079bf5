import { cardPlace } from '../../../bookkeeping/documents/cardPlace';
import { readOtherShopOrder } from '../../../bookkeeping/shops/other/order';
import type { Regime } from '../../../bookkeeping/trade/vatKinds';
import { settingsWith } from '../support';

const ossOn = settingsWith({
	administration: { name: 'A', accounts: [], vatRates: [], foreignVatAccountId: 'foreign' },
});

const person = { firstName: 'Ada', lastName: 'Test', street: 'Kerkstraat 1' };

function placeOf(
	[billing, shipping]: [object, object?],
	[regime, country]: [Regime, string],
	{ settings = ossOn, vatNumber = '' } = {},
) {
	const [shop] = settings.shops;
	const order = readOtherShopOrder(
		{ id: '1', number: '1', status: 'x' },
		{ date: '2026-03-01', total: 0, lines: [], billing, ...(shipping && { shipping }) },
		shop!,
		settings.orderFields,
	);
	const decision = {
		regime,
		country,
		deliveryCountry: country,
		date: '2026-03-01',
		reason: '' as const,
	};
	const {
		address,
		cardCountry,
		note = '',
	} = cardPlace({ ...order, vatNumber }, decision, settings);
	return { at: [address.firstName, address.country], cardCountry, note };
}
const at = (country: string, more: object = {}) => ({ ...person, country, ...more });
const friend = { firstName: 'Bo' };

describe('the card of a distance sale (SS-420)', () => {
	test.each<[string, [object, object?], string, unknown[], RegExp]>([
		['at home there', [at('BE')], 'BE', ['Ada', 'BE'], /^$/],
		['a gift to BE', [at('NL'), at('BE', friend)], 'BE', ['Bo', 'BE'], /delivery in BE/],
		['billed in DE', [at('DE'), at('BE', friend)], 'BE', ['Bo', 'BE'], /delivery in BE/],
		['billed nowhere', [at(''), at('BE', friend)], 'BE', ['Bo', 'BE'], /delivery in BE/],
		['Monaco, which is France', [at('MC')], 'FR', ['Ada', 'FR'], /^$/],
	])('%s', (_, addresses, country, where, note) => {
		expect(placeOf(addresses, ['oss', country])).toEqual({
			...{ at: where, cardCountry: country },
			note: expect.stringMatching(note),
		});
	});
});

describe('the card of what is no distance sale, where OSS is switched on', () => {
	test.each<[string, [object, object?], [Regime, string], unknown[], RegExp]>([
		['at home', [at('NL')], ['domestic', 'NL'], ['Ada', 'NL'], /^$/],
		['outside the EU', [at('US')], ['export', 'US'], ['Ada', 'US'], /^$/],
		['a gift to NL', [at('BE'), at('NL', friend)], ['domestic', 'NL'], ['Bo', 'NL'], /of delivery/],
		['a gift to the US', [at('BE'), at('US', friend)], ['export', 'US'], ['Bo', 'US'], /of deliv/],
		['picked up', [at('BE')], ['domestic', 'NL'], ['', ''], /without an address/],
		['a card for BE', [at('BE'), at('BE')], ['domestic', 'NL'], ['', ''], /without an address/],
		[
			'the Canary Islands',
			[at('ES', { postcode: '35001' })],
			['export', 'ES'],
			['', ''],
			/lives in ES/,
		],
	])('%s', (_, addresses, decision, where, note) => {
		expect(placeOf(addresses, decision)).toEqual({
			...{ at: where, cardCountry: 'NL' },
			note: expect.stringMatching(note),
		});
	});
});

test('elsewhere the billing address is the card, as it is where SnelStart has to judge', () => {
	const billing = { at: ['Ada', 'BE'], cardCountry: undefined, note: '' };
	const addresses: [object, object] = [at('BE'), at('NL', friend)];
	expect(placeOf(addresses, ['domestic', 'NL'], { settings: settingsWith() })).toEqual(billing);
	expect(placeOf(addresses, ['domestic', 'NL'], { vatNumber: 'BE0123456749' })).toEqual(billing);
	expect(placeOf(addresses, ['icp', 'BE'])).toEqual(billing);
	expect(placeOf([at('BE')], ['domestic', 'BE'])).toEqual(billing);
});
