import { columnInWords } from '../../../bookkeeping/codes/fileColumns';
import { orderFileFields } from '../../../bookkeeping/orderFile/columns';

it.each(['en', 'nl'] as const)('every field of an order file has words (%s)', (language) => {
	const said = orderFileFields.map((field) => columnInWords(field, language));
	expect(said.filter((word) => /^[a-z]+[A-Z]/.test(word))).toEqual([]);
	expect(new Set(said).size).toBe(orderFileFields.length);
});

it.each([
	['vat 21 %', 'btw 21 %'],
	['gross', 'bruto'],
	['number', 'bestelnummer'],
	['', ''],
	// Of a later version.
	['somethingNew', 'somethingNew'],
])('%p is %p in Dutch', (field, said) => {
	expect(columnInWords(field, 'nl')).toBe(said);
});
