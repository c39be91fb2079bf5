import { namedColumns } from '../../../bookkeeping/orderFile/namedColumns';

it.each([
	['total=Bedrag', { field: 'total', column: 'Bedrag' }],
	[' number = Nr = x', { field: 'number', column: 'Nr = x' }],
	['colour=Kleur', { field: '', column: 'colour=Kleur' }],
	['total', { field: '', column: 'total' }],
	['total=', { field: '', column: 'total=' }],
])('"%s" names %j', (text, named) => {
	expect(namedColumns([text])).toEqual([named]);
});
