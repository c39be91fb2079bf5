import { complaint } from '../../../bookkeeping/orderFile/complaint';

it('names the row and keeps the code with its facts', () => {
	const { row, why } = complaint(7, { case: 'twice', number: '12' });
	expect([row, why]).toEqual([
		7,
		{ code: 'ORDER_FILE_ROW', facts: { case: 'twice', number: '12' } },
	]);
});
