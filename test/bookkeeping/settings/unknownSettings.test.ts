import { unknownSettings } from '../../../bookkeeping/settings/unknownSettings';
import { completeSettings } from '../support';

const found = (input: unknown) => unknownSettings(input).map((path) => path.join('.'));

test('settings that mean something are none', () => {
	expect(found(completeSettings)).toEqual([]);
	expect(found({})).toEqual([]);
});

test('each with the way to it, in rows and collections too', () => {
	const [shop] = completeSettings.shops;
	const paths = found({
		...completeSettings,
		shop: 'web',
		shops: [shop, { ...shop, prefix: 'W' }],
		salesOrders: { vatEntry: 'inclusive', piece: 1 },
		constructor: 'x',
	});
	expect(paths.sort()).toEqual(['constructor', 'salesOrders.piece', 'shop', 'shops.1.prefix']);
});

test.each([null, 'text', 7, undefined])('%j holds none', (input) => {
	expect(found(input)).toEqual([]);
});
