import { isWhole, lacksSecond } from '../../../bookkeeping/orderTable/whole';

it.each<[state: string, code: string, whole: boolean, lacks: boolean]>([
	['booked', '', true, false],
	['booked', 'CHANGED_AFTER_BOOKING', true, false],
	['booked', 'BESIDE_NOT_BOOKED', false, true],
	['needsAttention', '', false, false],
	['unknown', 'BESIDE_NOT_BOOKED', false, true],
])('a row %s with the code "%s"', (state, code, whole, lacks) => {
	expect([isWhole({ state, code }), lacksSecond({ state, code })]).toEqual([whole, lacks]);
});
