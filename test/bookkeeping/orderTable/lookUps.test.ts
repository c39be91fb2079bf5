import {
	customerLookUps,
	customersLeft,
	lookUpsOf,
	MOST_EARLIER_BOOKINGS,
	VALUES_PER_LOOK_UP,
} from '../../../bookkeeping/orderTable/lookUps';
import { latestFirst } from '../../../bookkeeping/orderTable/customerKeys';
import { fc } from '../../support/property';

const names = (count: number, prefix: string) =>
	Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const customer = (buyerKey: string, contactKey = '') => ({ buyerKey, contactKey });

it('asks for each key once, and with nothing else', () => {
	fc.assert(
		fc.property(fc.array(fc.string({ minLength: 1 })), (keys) => {
			const lookUps = lookUpsOf(keys);
			expect(new Set(lookUps.flatMap(({ values }) => values))).toEqual(new Set(keys));
			expect(lookUps).toHaveLength(Math.ceil(new Set(keys).size / VALUES_PER_LOOK_UP));
			// A node has so many conditions, and each needs a value.
			for (const { values } of lookUps) expect(values).toHaveLength(VALUES_PER_LOOK_UP);
		}),
	);
});

it('asks for a customer by both keys, each in its own column', () => {
	const all = [customer('b1', 'c1'), customer('', 'c2'), customer('b1', 'c1'), customer('', '')];
	const [lookUp, ...more] = customerLookUps(all);
	expect(more).toEqual([]);
	expect(lookUp!.values.slice(0, 4)).toEqual(['b1', 'c1', 'none', 'c2']);
	const columns = (odd: number) => lookUp!.values.filter((_, index) => index % 2 === odd);
	expect(columns(0).filter((value) => !['b1', 'none', 'c2'].includes(value))).toEqual([]);
	expect(columns(1).filter((value) => !['c1', 'c2'].includes(value))).toEqual([]);
	expect(customerLookUps(names(7, 'b').map((name) => customer(name)))).toHaveLength(2);
});

it('asks for nobody where no customer has a key, so that the run goes on', () => {
	expect(customerLookUps([customer('', '')])).toEqual([
		{ values: names(12, '').map(() => 'none') },
	]);
});

it('looks those up one by one whose bookings may have been cut off, and no others', () => {
	const all = names(8, 'b').map((name) => customer(name, `of ${name}`));
	const oneOften = Array.from({ length: MOST_EARLIER_BOOKINGS - 1 }, () => ({ buyerKey: 'b1' }));
	const full = [...oneOften, { contactKey: 'of b3' }];
	expect(customersLeft(all, [...oneOften, {}])).toEqual([]);
	expect(customersLeft(all, [...oneOften, { buyerKey: 'b7' }])).toEqual([]);
	expect(customersLeft(all, full)).toEqual(
		['b0', 'b2', 'b4', 'b5'].map((name) => customer(name, `of ${name}`)),
	);
});

it('has the latest booking first, whichever look-up found it', () => {
	const [old, late, none] = [
		{ bookedAt: '2026-01-05T08:00:00.000Z' },
		{ bookedAt: new Date('2026-02-05T08:00:00Z') },
		{},
	];
	const same = { ...old };
	const sorted = latestFirst([none, old, same, late]);
	expect(sorted[0]).toBe(late);
	expect(sorted[1]).toBe(old);
	expect(sorted[2]).toBe(same);
	expect(sorted[3]).toBe(none);
});
