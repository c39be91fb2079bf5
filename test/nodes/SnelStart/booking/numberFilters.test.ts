import { numberFilters } from '../../../../nodes/SnelStart/booking/numberFilters';
import { fc } from '../../../support/property';

const inARow = (from: number, many: number, before = 'W') =>
	Array.from({ length: many }, (_, index) => `${before}${from + index}`);

test('numbers in a row are asked for by what they begin with', () => {
	expect(numberFilters('Factuurnummer', inARow(7_095, 20))).toEqual([
		"startswith(Factuurnummer, 'W71') eq true",
		inARow(7_095, 5)
			.map((number) => `Factuurnummer eq '${number}'`)
			.join(' or '),
	]);
});

test('a beginning of one digit would let through far too many', () => {
	expect(numberFilters('Factuurnummer', inARow(100, 30)).join(' ')).not.toContain('startswith');
});

test('a beginning is a text, and its quotes are doubled', () => {
	expect(numberFilters('Factuurnummer', inARow(7_000, 10, "O'"))).toEqual([
		"startswith(Factuurnummer, 'O''70') eq true",
	]);
});

test('property: every number passes a filter, and no filter is longer than a URL takes', () => {
	const anyNumbers = fc.array(
		fc.oneof(
			fc
				.tuple(fc.constantFrom('', 'W', '2026-'), fc.nat({ max: 2_000 }))
				.map(([before, number]) => `${before}${number}`),
			fc.string({ maxLength: 12 }),
		),
		{ maxLength: 300 },
	);
	fc.assert(
		fc.property(anyNumbers, (numbers) => {
			const filters = numberFilters('Factuurnummer', numbers);
			const terms = filters.flatMap((filter) => filter.split(' or '));
			const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
			for (const number of numbers) {
				const begins = terms.some(
					(term) =>
						term.startsWith('startswith') &&
						number.length > 2 &&
						term === `startswith(Factuurnummer, ${literal(number.slice(0, -2))}) eq true`,
				);
				expect(begins || terms.includes(`Factuurnummer eq ${literal(number)}`)).toBe(true);
			}
			for (const filter of filters) expect(encodeURIComponent(filter).length).toBeLessThan(1_700);
		}),
	);
});
