import { priceByUnit } from '../../../bookkeeping/documents/unitPrice';

describe('pieces and their price (J157, J159)', () => {
	test.each<[number, string, number, number, string]>([
		[1000, '4', 4, 250, 'Mug'],
		[10_331, '100', 1, 10_331, '100 x Mug'],
		[-1000, '4', -4, 250, 'Mug'],
		[-10_331, '100', -1, 10_331, '100 x Mug'],
		[1000, '2.5', 2.5, 400, 'Mug'],
		[1000, '0.125', 1, 1000, '0.125 x Mug'],
		[1000, '', 1, 1000, 'Mug'],
		[1000, 'many', 1, 1000, 'Mug'],
		[1000, '-4', 4, 250, 'Mug'],
		[0, '3', 3, 0, 'Mug'],
	])('%d for "%s" pieces', (total, quantity, pieces, unitPrice, description) => {
		expect(priceByUnit(total, quantity, 'Mug')).toEqual({
			quantity: pieces,
			unitPrice,
			description,
		});
	});

	test('descriptions keep to 250 characters', () => {
		expect(priceByUnit(1000, '4', 'x'.repeat(300)).description).toHaveLength(250);
		expect(priceByUnit(10_331, '100', 'x'.repeat(300)).description).toHaveLength(250);
	});
});
