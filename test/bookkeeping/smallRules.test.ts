import { allocate } from '../../bookkeeping/money/allocate';
import { imbalanceOf } from '../../bookkeeping/documents/balance';
import { decideClaims } from '../../bookkeeping/orderTable/claims';
import { countryCode, deliveryArea, euCountryNames } from '../../bookkeeping/vat/countries';
import { addressOf, customerOf, fullName } from '../../bookkeeping/documents/customer';
import type { EntryDraft } from '../../bookkeeping/documents/draft';
import { itemOf } from '../../bookkeeping/documents/itemCode';
import {
	divideRounded,
	formatCents,
	fromEuro,
	readMicros,
	roundingTolerance,
	sum,
	toEuro,
	vatInside,
} from '../../bookkeeping/money/money';
import type { RegimeDecision } from '../../bookkeeping/vat/regime';
import { priceLines, settleOnTotal } from '../../bookkeeping/documents/salesOrderPrices';
import { brokenSum } from '../../bookkeeping/documents/salesOrderTotal';
import type { SalesOrderDraft } from '../../bookkeeping/documents/draft';
import type { RatedLine } from '../../bookkeeping/vat/ratedLines';
import { readOtherShopOrder } from '../../bookkeeping/shops/otherShop';
import { cleanText, cutText, joinWithinLength } from '../../bookkeeping/trade/text';
import { priceByUnit } from '../../bookkeeping/documents/unitPrice';
import {
	hasVatNumberFormat,
	normaliseVatNumber,
	vatPrefix,
} from '../../bookkeeping/trade/vatNumber';
import {
	checkDigitWarnings,
	judgeVatNumber,
	unknownAnswer,
	type VatAnswer,
} from '../../bookkeeping/vat/vatNumberCheck';
import { addAtRate, sumByRate } from '../../bookkeeping/vat/vatRates';
import { settingsWith } from './support';

const refused = (code: string, message: string) => expect.objectContaining({ code, message });

describe('amounts', () => {
	test.each<[unknown, number | undefined]>([
		[' 1.50 ', 1_500_000],
		['.5', undefined],
		['-.5', undefined],
		['1.2.3', undefined],
		['-', undefined],
		['+', undefined],
		['--1', undefined],
		['1-', undefined],
		['1 000', undefined],
		['0', 0],
		['-0', 0],
		['-0.00', 0],
		['9', 9_000_000],
		['1/2', undefined],
		['1:2', undefined],
		['0.1234565', 123_457],
		['0.1234564', 123_456],
		['0.12345649', 123_456],
		['-0.1234565', -123_457],
		['0.123456', 123_456],
		['9007199254', 9_007_199_254_000_000],
		['9007199255', undefined],
		[1e-6, 1],
		[-1e-7, 0],
		[1e21, undefined],
		[-12.5, -12_500_000],
		[true, undefined],
		[12n, undefined],
	])('%p is %p millionths', (value, micros) => {
		const read = readMicros(value);
		expect(read).toBe(micros);
		expect(Object.is(read, -0)).toBe(false);
	});

	test.each([
		[5, 2, 3],
		[-5, 2, -3],
		[4, 3, 1],
		[5, 3, 2],
		[-1, 3, 0],
		[0, 3, 0],
		[6, 3, 2],
	])('%d / %d is %d', (dividend, divisor, quotient) => {
		expect(Object.is(divideRounded(dividend, divisor), quotient)).toBe(true);
	});

	test('cents in texts, in euro and back', () => {
		expect([1, 12, 123, -1, -123, 100_000].map(formatCents)).toEqual([
			...['0.01', '0.12', '1.23', '-0.01', '-1.23', '1000.00'],
		]);
		expect(Object.is(toEuro(-0), 0)).toBe(true);
		expect([19.99, -0.01, 0, 1.1].map(fromEuro)).toEqual([1999, -1, 0, 110]);
		expect(sum([1, -2, 4])).toBe(3);
		expect(sum([])).toBe(0);
		expect([0, 2, 3, 10].map(roundingTolerance)).toEqual([2, 2, 3, 10]);
		expect(vatInside(10_550, 5.5)).toBe(550);
	});

	test('an entry that balances, and one that does not (BOE-0039)', () => {
		const entry = {
			invoiceAmount: 12.1,
			lines: [{ amount: 11 }, { amount: -1 }],
			vat: [{ amount: 2.1 }],
		};
		expect(imbalanceOf(entry as EntryDraft)).toBe(0);
		expect(imbalanceOf({ ...entry, invoiceAmount: 12 } as EntryDraft)).toBe(10);
		expect(imbalanceOf({ ...entry, vat: [] } as unknown as EntryDraft)).toBe(-210);
	});
});

describe('splitting over weights by the largest remainder (J114, J120)', () => {
	test.each<[number, number[], number[]]>([
		[100, [1, 1, 1], [34, 33, 33]],
		[200, [1, 1, 1], [67, 67, 66]],
		[-100, [1, 1, 1], [-34, -33, -33]],
		[5, [0, 0], [3, 2]],
		[10, [0, 1, 0], [0, 10, 0]],
		// 10 x 2/7 = 2.86, 10 x 5/7 = 7.14.
		[10, [2, 5], [3, 7]],
		// The same remainder: the larger weight first.
		[1, [1, 3], [0, 1]],
		[2, [1, 3], [0, 2]],
		[0, [1, 2], [0, 0]],
		[-1, [5, 0], [-1, 0]],
	])('%d over %j', (amount, weights, parts) => {
		const found = allocate(amount, weights);
		expect(found).toEqual(parts);
		expect(found.some((part) => Object.is(part, -0))).toBe(false);
	});

	test.each<[number[], string]>([
		[[], 'An amount needs at least one weight'],
		[[1, -1], 'Weights are integers of zero or more'],
		[[1, 0.5], 'Weights are integers of zero or more'],
		[[2 ** 53], 'Weights are integers of zero or more'],
	])('%j is refused', (weights, message) => {
		expect(() => allocate(1, weights)).toThrow(new RangeError(message));
	});
});

describe('texts', () => {
	test.each<[unknown, string]>([
		['plain text', 'plain text'],
		['two  blanks', 'two blanks'],
		[' ends ', 'ends'],
		['a&b', 'a&b'],
		['&quot;x&quot; &apos;y&apos;', `"x" 'y'`],
		['&euro;5 &ndash; &mdash; &nbsp;x', '€5 - - x'],
		['&EURO;', '€'],
		['&#x41;&#X42;&#67;', 'ABC'],
		['&#1114111;', '\u{10FFFF}'],
		['&#1114112;', '&#1114112;'],
		['&#xZZ;', '&#xZZ;'],
		['&#;', '&#;'],
		['a\u0007b', 'a b'],
		['~', '~'],
		['', ''],
		[12.5, '12.5'],
		[true, ''],
		[undefined, ''],
	])('%j becomes %j', (value, text) => {
		expect(cleanText(value)).toBe(text);
	});

	test('cut to a length, on whole characters, without a blank at the end', () => {
		expect(['abc', 'abcd', 'ab c'].map((text) => cutText(text, 3))).toEqual(['abc', 'abc', 'ab']);
		expect(cutText('a😀b', 2)).toBe('a');
		expect(joinWithinLength(['', 'a', '', 'b'], '-', 10)).toBe('a-b');
	});
});

describe('countries (VAT-701)', () => {
	test('there are 27 of them', () => {
		expect(euCountryNames.size).toBe(27);
	});

	test.each([
		[' nl ', 'NL'],
		['el', 'GR'],
		['UK', 'GB'],
		['', ''],
	])('"%s" is "%s"', (value, code) => expect(countryCode(value)).toBe(code));

	test.each<[string, string, string, string, string]>([
		['NL', '1000 AA', 'NL', 'eu', ''],
		['US', '10001', 'US', 'outsideEu', ''],
		['MC', '98000', 'FR', 'eu', 'Monaco counts as France'],
		['GB', 'bt1 5gs', 'XI', 'northernIreland', 'the postcode is in Northern Ireland'],
		['XI', '', 'XI', 'northernIreland', 'the postcode is in Northern Ireland'],
		['IE', 'BT1', 'IE', 'eu', ''],
		['ES', '38-001', 'ES', 'outsideEu', 'postcode 38001 in ES lies outside the EU VAT area'],
		['DE', '27498', 'DE', 'outsideEu', 'postcode 27498 in DE lies outside the EU VAT area'],
		['GR', '63086', 'GR', 'outsideEu', 'postcode 63086 in GR lies outside the EU VAT area'],
		['DE', '10115', 'DE', 'eu', ''],
	])('%s %s', (country, postcode, code, area, because) => {
		expect(deliveryArea(country, postcode)).toEqual({ country: code, area, because });
	});
});

describe('VAT numbers (VAT-601)', () => {
	test.each([
		['GR', 'EL'],
		['MC', 'FR'],
		['NL', 'NL'],
	])('those of %s start with %s', (country, prefix) => expect(vatPrefix(country)).toBe(prefix));

	test.each([
		['', 'NL', ''],
		['..', 'NL', ''],
		['40303265045', 'FR', 'FR40303265045'],
		['AB303265045', 'MC', 'FRAB303265045'],
		['FR40303265045', 'MC', 'FR40303265045'],
		['be412345678', '', 'BE0412345678'],
		['BE0412345678', 'BE', 'BE0412345678'],
		['BE12345678', 'BE', 'BE12345678'],
		['1234567+A', 'IE', 'IE1234567+A'],
		['NL 1234.56.789.b01', 'NL', 'NL123456789B01'],
	])('"%s" of %s is "%s"', (value, country, expected) => {
		expect(normaliseVatNumber(value, country)).toBe(expected);
	});

	test('a country nobody knows has no form', () => {
		expect(hasVatNumberFormat('ZZ123')).toBe(false);
		expect(hasVatNumberFormat('N')).toBe(false);
	});

	const wrong =
		'The VAT number looks wrong: its check digits do not fit. Check it with the customer.';
	test.each<[string, string[]]>([
		// 1 x 9 + 2 x 8 + 3 x 7 + 4 x 6 + 5 x 5 + 6 x 4 + 7 x 3 + 8 x 2 = 156 = 14 x 11 + 2.
		['NL123456782B01', []],
		['NL123456783B01', [wrong]],
		// A sole trader of the tax authorities' own example: 1 modulo 97.
		['NL000099998B57', []],
		['NL000099998B58', [wrong]],
		['DE123456783', []],
		['xNL123456783B01', []],
		['NL123456783B01x', []],
		['', []],
	])('the check digits of %s', (vatNumber, warnings) => {
		expect(checkDigitWarnings(vatNumber)).toEqual(warnings);
	});
});

describe('what VIES said (J041, J044, HC-14)', () => {
	const number = 'DE136695976';
	const check = settingsWith({ vatNumberCheck: { use: 'vies' } }).vatNumberCheck;
	const at = '2026-11-30T09:12:33.123Z';
	const valid: VatAnswer = {
		...{
			status: 'valid',
			checkedAt: at,
			consultationNumber: '',
			code: '',
			ownNumberRefused: false,
		},
	};
	const judge = (answer?: VatAnswer, changes: Partial<typeof check> = {}) =>
		judgeVatNumber(number, { ...check, ...changes }, new Map(answer ? [[number, answer]] : []));
	const confirmed = 'VIES confirmed the VAT number on 2026-11-30 09:12 UTC';

	test.each<[string, VatAnswer, Partial<typeof check>, string]>([
		[
			'with proof',
			{ ...valid, consultationNumber: 'WAPI1' },
			{},
			`${confirmed}, consultation number WAPI1.`,
		],
		[
			'without an own number',
			valid,
			{},
			`${confirmed}, without a consultation number, because the client settings have no 'Own VAT Number'.`,
		],
		[
			'with one',
			valid,
			{ ownVatNumber: 'NL123456782B01' },
			`${confirmed}, without a consultation number.`,
		],
		[
			'with one that VIES refused',
			{ ...valid, ownNumberRefused: true },
			{ ownVatNumber: 'NL123456782B01' },
			`${confirmed}, without a consultation number, because it refused 'Own VAT Number' of the client settings.`,
		],
	])('valid, %s', (_, answer, changes, note) => {
		expect(judge(answer, changes)).toEqual({ may: 'book', notes: [note] });
	});

	test('nobody asked', () => {
		expect(judge(undefined, { use: 'formOnly' })).toEqual({
			...{
				may: 'book',
				notes: ['The form of the VAT number was checked, not its registration (VIES).'],
			},
		});
	});

	test('not valid', () => {
		expect(judge({ ...valid, status: 'invalid' })).toEqual({
			...{ may: 'attention', code: 'ICP_VAT_NUMBER_INVALID' },
			message:
				'Delivered without VAT, but VIES said on 2026-11-30 09:12 UTC that the VAT number is not valid.',
		});
		expect(judge(unknownAnswer('INVALID_INPUT', at))).toEqual({
			...{ may: 'attention', code: 'ICP_VAT_NUMBER_INVALID' },
			message:
				'Delivered without VAT, but VIES does not take the VAT number for one (INVALID_INPUT).',
		});
	});

	test.each([
		['', 'it was not asked'],
		['NO_ANSWER', 'it could not be reached or did not answer in time'],
		['NOT_UNDERSTOOD', 'its answer could not be read'],
		['IP_BLOCKED', 'it has blocked the internet address of this n8n (IP_BLOCKED)'],
		['VAT_BLOCKED', 'it has blocked the VAT number that asks (VAT_BLOCKED)'],
		['INVALID_REQUESTER_INFO', 'it asks for an own VAT number (INVALID_REQUESTER_INFO)'],
		['MS_UNAVAILABLE', 'it answered MS_UNAVAILABLE'],
	])('unknown by "%s"', (code, words) => {
		const answer = code === '' ? undefined : unknownAnswer(code, at);
		const message = `VIES did not say whether the VAT number is valid: ${words}.`;
		const held = { code: 'VAT_NUMBER_NOT_CHECKED', message };
		expect(judge(answer)).toEqual({ may: 'wait', ...held });
		expect(judge(answer, { whenUnknown: 'error' })).toEqual({ may: 'attention', ...held });
		expect(judge(answer, { whenUnknown: 'bookWithWarning' })).toEqual({
			...{ may: 'book', notes: [`${message} Booked as ICP.`] },
		});
	});
});

describe('VAT rates by date (VAT-101, VAT-801)', () => {
	test('amounts per rate, at four decimals', () => {
		const entries = [
			{ percentage: 21, amount: 1 },
			{ percentage: 9, amount: 2 },
			{ percentage: 21.00001, amount: 3 },
		];
		expect([...sumByRate(entries)]).toEqual([
			[21, 4],
			[9, 2],
		]);
		const groups = new Map([[5.5, 1]]);
		addAtRate(groups, 5.5, 2);
		addAtRate(groups, 5.6, 1);
		expect([...groups]).toEqual([
			[5.5, 3],
			[5.6, 1],
		]);
	});
});

describe('claims on rows of the order table (HC-17)', () => {
	const decide = (...rows: Array<[string, string]>) => {
		const { mine, toGiveBack } = decideClaims(
			rows.map(([orderKey, claimId]) => ({ orderKey, claimId })),
			'me',
		);
		return [[...mine], [...toGiveBack]];
	};

	test('only orders on which nobody else has a claim', () => {
		expect(decide(['a', 'me'], ['b', 'me'], ['b', 'other'], ['c', 'other'], ['d', ''])).toEqual([
			['a'],
			['b'],
		]);
		expect(decide(['a', ''], ['a', 'me'])).toEqual([['a'], []]);
		expect(decide()).toEqual([[], []]);
	});
});

describe('the customer (J050, J070, J071, W002)', () => {
	const order = (billing: object, more: object = {}) => {
		const [shop] = settingsWith().shops;
		return readOtherShopOrder(
			{ id: '1', number: '1', status: 'x' },
			{ date: '2026-03-01', total: 0, lines: [], billing, paymentMethod: 'cod', ...more },
			shop!,
		);
	};
	const home: RegimeDecision = { regime: 'domestic', country: 'NL', reason: '' };
	const person = { firstName: 'Ada', lastName: 'Test', country: 'NL' };
	const card = (billing: object, customer: object = {}) =>
		customerOf(order(billing, { customer }), home, settingsWith());

	test('a consumer by the full name, a business by its company', () => {
		const address = { contact: '', street: '', postcode: '', city: '', country: 'NL' };
		const empty = { email: '', phone: '', vatNumber: '', chamberOfCommerceNumber: '', address };
		expect(card(person)).toEqual({ kind: 'consumer', name: 'Ada Test', ...empty });
		expect(card({ ...person, company: 'Test BV' })).toEqual({
			...{ kind: 'business', name: 'Test BV', ...empty },
			address: { ...address, contact: 'Ada Test' },
		});
		expect(card(person, { vatNumber: 'NL123456782B01' })).toMatchObject({
			kind: 'business',
			name: 'Ada Test',
		});
		expect(card(person, { chamberOfCommerceNumber: '12345678' })).toMatchObject({
			kind: 'business',
		});
		expect(fullName({ firstName: '', lastName: 'Test' })).toBe('Test');
	});

	test('nobody', () => {
		expect(() => card({ country: 'NL' })).toThrow(
			refused('CUSTOMER_NAME_MISSING', 'The billing address has neither a company nor a name.'),
		);
	});

	test('within the lengths of SnelStart (SS-230)', () => {
		const long = 'x'.repeat(300);
		expect(
			card({ ...person, firstName: long }, { phone: long, chamberOfCommerceNumber: long }),
		).toMatchObject({
			...{ name: 'x'.repeat(50), phone: 'x'.repeat(25), chamberOfCommerceNumber: 'x'.repeat(12) },
		});
		// A mail address or VAT number that is cut is another one.
		expect(card(person, { email: 'x'.repeat(250) })).toMatchObject({ email: 'x'.repeat(250) });
		expect(card(person, { email: 'x'.repeat(251) })).toMatchObject({ email: '' });
		expect(card(person, { vatNumber: `NL${'1'.repeat(48)}` })).toMatchObject({
			vatNumber: `NL${'1'.repeat(48)}`,
		});
		expect(card(person, { vatNumber: `NL${'1'.repeat(49)}` })).toMatchObject({ vatNumber: '' });
		const all = { firstName: '', lastName: '', company: '', country: 'NL' };
		expect(addressOf({ ...all, street: long, postcode: long, city: long }, long)).toEqual({
			...{ contact: 'x'.repeat(50), street: 'x'.repeat(50), postcode: 'x'.repeat(25) },
			...{ city: 'x'.repeat(50), country: 'NL' },
		});
	});

	test.each<[RegimeDecision['regime'], string, boolean]>([
		['domestic', 'COD', true],
		['export', 'Cash', true],
		['icp', 'cod', false],
		['oss', 'cod', false],
		['domestic', 'other', false],
	])('%s with a fixed debtor for %s: %s', (regime, paymentMethod, fixed) => {
		const settings = settingsWith({ fixedDebtors: [{ paymentMethod, relationId: 'r' }] });
		const raw = order(person, { paymentMethodTitle: 'cash' });
		const { kind } = customerOf(raw, { ...home, regime }, settings);
		expect(kind).toBe(fixed ? 'fixedDebtor' : 'consumer');
	});
});

describe('the lines of a sales order (J113, J153, J157, J159, J180)', () => {
	const line = (
		role: RatedLine['role'],
		net: number,
		percentage: number | null,
		more: Partial<RatedLine> = {},
	) => ({
		...{ role, title: 'Mug', sku: 'M1', quantity: '1', percentage, net, discount: 0 },
		...more,
	});
	const prices = (lines: RatedLine[], vatEntry: 'exclusive' | 'inclusive' = 'exclusive') =>
		priceLines(lines, vatEntry).map(({ role, price }) => [role, price]);

	test.each<[string, RatedLine[], unknown[][]]>([
		['after its own discount', [line('product', 1000, 21, { discount: 100 })], [['product', 900]]],
		[
			'free products stay, free shipping and fees do not (HC-12)',
			[line('product', 0, 21), line('shipping', 0, 21), line('fee', 0, 21), line('fee', 100, 21)],
			[
				['product', 0],
				['fee', 100],
			],
		],
		[
			// 3.00 over 10.00 and 20.00.
			'a discount over the products of its rate',
			[
				line('product', 1000, 21),
				line('product', 2000, 21),
				line('product', 500, 9),
				line('discount', -300, 21),
			],
			[
				['product', 900],
				['product', 1800],
				['product', 500],
			],
		],
		[
			'a discount as large as them',
			[line('product', 1000, 21), line('discount', -1000, 21)],
			[['product', 0]],
		],
		[
			'a larger one keeps its line',
			[line('product', 1000, 21), line('discount', -1001, 21)],
			[
				['product', 1000],
				['discount', -1001],
			],
		],
		[
			'so does one that adds',
			[line('product', 1000, 21), line('discount', 100, 21)],
			[
				['product', 1000],
				['discount', 100],
			],
		],
		[
			'a product taken back has no part in it',
			[line('product', 1000, 21), line('product', -200, 21), line('discount', -300, 21)],
			[
				['product', 700],
				['product', -200],
			],
		],
	])('%s', (_, lines, expected) => {
		expect(prices(lines)).toEqual(expected);
	});

	test('with VAT: what the shop states, else what the rate makes of it', () => {
		const lines = [
			line('product', 1000, 21, { gross: 1211 }),
			line('product', 1000, 21),
			line('fee', 100, null),
		];
		expect(prices(lines, 'inclusive')).toEqual([
			['product', 1211],
			['product', 1210],
			['fee', 100],
		]);
		expect(prices([line('product', 1000, 21, { discount: 100 })], 'inclusive')).toEqual([
			['product', 1089],
		]);
	});

	test('lines with VAT add up to the total; the largest takes the cents', () => {
		const priced = (...all: number[]) =>
			all.map((price) => ({ ...line('product', price, 21), price }));
		const settled = (total: number, ...all: number[]) =>
			settleOnTotal(priced(...all), total).map(({ price }) => price);
		expect(settled(600, 100, 500)).toEqual([100, 500]);
		expect(settled(602, 100, 500)).toEqual([100, 502]);
		expect(settled(598, 500, 100)).toEqual([498, 100]);
		expect(settled(-401, 100, -500)).toEqual([100, -501]);
		expect(settled(303, 100, 100, 100)).toEqual([103, 100, 100]);
		expect(() => settled(603, 100, 500)).toThrow(
			refused('TOTAL_MISMATCH', 'The lines with VAT make 6.00, the total is 6.03.'),
		);
	});

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

	const [woo, jouwWeb] = settingsWith().shops;
	test.each<[Parameters<typeof itemOf>[0]['role'], string, string, string, string]>([
		['product', 'M1', 'Mug', 'M1', 'Mug'],
		['product', 'M1', '', 'M1', 'M1'],
		['product', '', 'Mug', 'DELETED-21', 'Product without SKU (with VAT percentage 21 %)'],
		['shipping', 'X', 'Post', 'Shipping_21', 'Shipping VAT percentage 21'],
		['discount', 'X', 'Off', 'Discount_21', 'Discount (with VAT percentage 21 %)'],
		['fee', 'X', 'Gift', 'Fee_21', 'Fee (with VAT percentage 21 %)'],
	])('the item of a %s "%s"', (role, sku, title, code, description) => {
		const { salesOrders } = settingsWith();
		expect(itemOf({ role, sku, title }, 21, woo!, salesOrders)).toEqual({ code, description });
		if (code === 'DELETED-21') {
			expect(itemOf({ role, sku, title }, 21, jouwWeb!, salesOrders).code).toBe('JOUWWEB-21');
		}
	});

	const draft = (changes: object) =>
		({
			...{ vatEntry: 'exclusive', invoiceAmount: 12.1, vat: [{ amount: 2.1 }] },
			lines: [{ quantity: 4, unitPrice: 2.5, amount: 10 }],
			...changes,
		}) as unknown as SalesOrderDraft;
	test.each<[string, object, string | undefined]>([
		['holds', {}, undefined],
		['two cents off', { invoiceAmount: 12.12 }, undefined],
		['three cents off', { invoiceAmount: 12.13 }, 'a gap of 0.03'],
		['three cents off the other way', { invoiceAmount: 12.07 }, 'a gap of -0.03'],
		['with VAT', { vatEntry: 'inclusive', invoiceAmount: 10 }, undefined],
		['with VAT, a cent off', { vatEntry: 'inclusive', invoiceAmount: 10.01 }, 'a gap of 0.01'],
		[
			'a line that is not its quantity times its price',
			{
				lines: [
					{ quantity: 4, unitPrice: 2.5, amount: 10 },
					{ quantity: 3, unitPrice: 0.33, amount: 1 },
				],
			},
			'line 2 is not its quantity times its unit price',
		],
	])('a sales order that %s', (_, changes, broken) => {
		expect(brokenSum(draft(changes))).toBe(broken);
	});
});
