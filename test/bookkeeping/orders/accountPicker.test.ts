import { accountPicker } from '../../../bookkeeping/orders/accountPicker';
import { bareFacts, facts } from './proposalSupport';

const HIGH = 'VerkopenOmzetHoog';

test('the plain account of a function, not one for something in particular or out of use', () => {
	expect(accountPicker(facts(), true).pick({ function: HIGH })?.account).toBe('8000 Omzet hoog');
	const words = /korting/i;
	expect(accountPicker(facts(), true).pick({ function: HIGH, words })).toEqual({
		account: '8400 Korting hoog',
		isNew: false,
	});
});

test('what is missing is made once, on a number that is free, only when that may be', () => {
	const wanted = {
		function: HIGH,
		words: /verzend/i,
		make: { name: 'Verzendkosten', number: 8000 },
	};
	const picker = accountPicker(bareFacts(), true);
	expect(picker.pick(wanted)).toEqual({ account: '8001 Verzendkosten', isNew: true });
	expect(picker.pick(wanted)?.account).toBe('8001 Verzendkosten');
	expect(picker.made).toEqual([
		{ number: 8001, name: 'Verzendkosten', function: HIGH, statement: 'WinstEnVerlies' },
	]);
	expect(accountPicker(bareFacts(), false).pick(wanted)).toBeUndefined();
});

test('a clearing account is made on the balance sheet, one for OSS with its rate code', () => {
	const picker = accountPicker(bareFacts(), true);
	picker.pick({ function: 'Diversen', words: /x/, make: { name: 'Mollie', number: 1104 } });
	picker.pick({ function: 'OSS', vatRateCode: 'SR', make: { name: 'OSS SR', number: 8180 } });
	expect(picker.made).toMatchObject([{ statement: 'Balans' }, { vatRateCode: 'SR' }]);
});
