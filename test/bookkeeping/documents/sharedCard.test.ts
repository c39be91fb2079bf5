import { sharedCardOf } from '../../../bookkeeping/documents/sharedCard';
import { settingsWith } from '../support';

const settings = settingsWith({
	sharedCards: [
		{ customers: 'consumers', relationId: 'consumers' },
		{ customers: 'consumers', country: 'DE', relationId: 'germany' },
		{ customers: 'all', paymentMethod: 'cod', relationId: 'cash' },
	],
});
const by = { paymentMethod: { code: 'ideal', title: 'iDEAL' } } as never;
const cardOf = (kind: 'business' | 'consumer', regime: string, country = 'NL') =>
	sharedCardOf(by, kind, { regime, country } as never, settings);

test('the row that says most counts, and a business has a card of its own', () => {
	expect(cardOf('consumer', 'domestic')).toBe('consumers');
	expect(cardOf('consumer', 'domestic', 'DE')).toBe('germany');
	expect(cardOf('business', 'domestic')).toBeUndefined();
});

test('never for ICP, and for OSS only with the country, which SnelStart reads from the card', () => {
	expect(cardOf('consumer', 'icp', 'DE')).toBeUndefined();
	expect(cardOf('consumer', 'oss', 'DE')).toBe('germany');
	expect(cardOf('consumer', 'oss', 'BE')).toBeUndefined();
});

test('a payment method says more than country and kind together, a country more than a kind', () => {
	const cards = (rows: object[]) =>
		settingsWith({ sharedCards: rows.map((row, at) => ({ ...row, relationId: `card ${at}` })) });
	const of = (...rows: object[]) =>
		sharedCardOf(by, 'consumer', { regime: 'domestic', country: 'DE' } as never, cards(rows));
	const kind = { customers: 'consumers' };
	const country = { customers: 'all', country: 'DE' };
	const both = { customers: 'consumers', country: 'DE' };
	const method = { customers: 'all', paymentMethod: 'ideal' };
	expect([of({ customers: 'all' }, kind), of(kind, { customers: 'all' })]).toEqual([
		...['card 1', 'card 0'],
	]);
	expect([of(kind, country), of(country, kind)]).toEqual(['card 1', 'card 0']);
	expect([of(both, method), of(method, both)]).toEqual(['card 1', 'card 0']);
	expect([of(method, { ...method, country: 'DE' })]).toEqual(['card 1']);
});
