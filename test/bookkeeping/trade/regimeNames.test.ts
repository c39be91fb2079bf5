import { regimeNames } from '../../../bookkeeping/trade/regimeNames';
import { regimes } from '../../../bookkeeping/trade/vatKinds';

test('every regime has a name of its own in each language', () => {
	for (const named of [regimeNames('en'), regimeNames('nl')]) {
		expect(Object.keys(named)).toEqual([...regimes]);
		expect(new Set(Object.values(named)).size).toBe(regimes.length);
	}
	expect(regimeNames('nl').reverseCharge).toBe('btw verlegd');
});
