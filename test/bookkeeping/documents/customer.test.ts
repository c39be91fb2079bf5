import { addressOf, customerOf, fullName } from '../../../bookkeeping/documents/customer';
import { readOtherShopOrder } from '../../../bookkeeping/shops/other/order';
import type { RegimeDecision } from '../../../bookkeeping/vat/regime';
import { draftOf, settingsWith, transform, wooCommerceOrder } from '../support';

const refused = (code: string, message: string) => expect.objectContaining({ code, message });

describe('the customer (J050, J070, J071, W002)', () => {
	const order = (billing: object, more: object = {}) => {
		const [shop] = settingsWith().shops;
		return readOtherShopOrder(
			{ id: '1', number: '1', status: 'x' },
			{ date: '2026-03-01', total: 0, lines: [], billing, paymentMethod: 'cod', ...more },
			shop!,
			settingsWith().orderFields,
		);
	};
	const home: RegimeDecision = {
		regime: 'domestic',
		country: 'NL',
		deliveryCountry: 'NL',
		date: '2026-03-01',
		reason: '',
	};
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
		expect(card({ ...person, firstName: long }, { phone: long })).toMatchObject({
			...{ name: 'x'.repeat(50), phone: 'x'.repeat(25) },
		});
		// A mail address or number that is cut is another one.
		const kvk = (length: number) => card(person, { chamberOfCommerceNumber: '1'.repeat(length) });
		expect(kvk(12)).toMatchObject({ chamberOfCommerceNumber: '1'.repeat(12) });
		expect(kvk(13)).toMatchObject({ chamberOfCommerceNumber: '' });
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

	describe('one card for several customers', () => {
		const rows = [
			{ customers: 'consumers' as const, relationId: 'consumers' },
			{ customers: 'consumers' as const, country: 'de', relationId: 'germany' },
			{ customers: 'all' as const, paymentMethod: 'Cash', relationId: 'cash' },
		];
		const settings = settingsWith({ sharedCards: rows });
		const cardOf = (
			raw: ReturnType<typeof order>,
			regime: RegimeDecision['regime'] = 'domestic',
			country = 'NL',
			own = settings,
		) => {
			const customer = customerOf(raw, { ...home, regime, country }, own);
			return customer.kind === 'fixedDebtor' ? customer.relationId : customer.kind;
		};

		it('goes by who the customer is, the country and the payment method, the narrowest row first', () => {
			expect(cardOf(order(person))).toBe('consumers');
			expect(cardOf(order(person), 'export', 'US')).toBe('consumers');
			expect(cardOf(order(person), 'domestic', 'DE')).toBe('germany');
			const cash = { paymentMethodTitle: 'cash' };
			expect(cardOf(order(person, cash), 'domestic', 'DE')).toBe('cash');
			expect(cardOf(order({ ...person, company: 'Bloom BV' }))).toBe('business');
			expect(cardOf(order({ ...person, company: 'Bloom BV' }, cash))).toBe('cash');
		});

		it('is for OSS only where the row names the country, and never for ICP', () => {
			expect(cardOf(order(person), 'oss', 'DE')).toBe('germany');
			expect(cardOf(order(person), 'oss', 'FR')).toBe('consumer');
			expect(cardOf(order(person, { paymentMethodTitle: 'cash' }), 'icp', 'DE')).toBe('consumer');
		});

		it('gives way to a fixed debtor, and needs no name on the order', () => {
			const fixedDebtors = [{ paymentMethod: 'Cash', relationId: 'fixed' }];
			const both = settingsWith({ sharedCards: rows, fixedDebtors });
			const raw = order(person, { paymentMethodTitle: 'cash' });
			expect(cardOf(raw, 'domestic', 'NL', both)).toBe('fixed');
			const nobody = { ...person, firstName: '', lastName: '', company: '' };
			expect(cardOf(order(nobody))).toBe('consumers');
		});

		it('refuses two rows for the same customers', () => {
			const twice = [rows[1]!, { ...rows[1]!, relationId: 'other' }];
			expect(() => settingsWith({ sharedCards: twice })).toThrow(
				/'Shared Cards' "consumers, DE" has two rows; keep one/,
			);
		});
	});
});

describe('customers', () => {
	test('W002: a company is a business, its person the contact; lengths are kept (HC-21)', () => {
		const billing = {
			company: 'Caf\u0065\u0301 &amp; Co 😀'.padEnd(80, 'x'),
			first_name: 'Jan',
			last_name: 'Jansen',
			country: 'NL',
		};
		const { customer } = draftOf(wooCommerceOrder('rest_simple_nl', { billing }));
		expect(customer).toMatchObject({ kind: 'business', address: { contact: 'Jan Jansen' } });
		const name = 'name' in customer ? customer.name : '';
		expect(name).toBe(`Café & Co 😀${'x'.repeat(38)}`);
	});

	test('a consumer goes by the full name', () => {
		const { customer } = draftOf(wooCommerceOrder('rest_simple_nl'));
		expect(customer).toMatchObject({ kind: 'consumer', name: 'Piet Jansen' });
	});

	test('a customer without any name needs attention', () => {
		const billing = { country: 'NL', email: 'x@example.com' };
		expect(transform(wooCommerceOrder('rest_simple_nl', { billing })).code).toBe(
			'CUSTOMER_NAME_MISSING',
		);
	});

	test('a Dutch business keeps its VAT number and pays Dutch VAT', () => {
		expect(draftOf(wooCommerceOrder('rest_b2b_nl_vat'))).toMatchObject({
			regime: 'domestic',
			customer: { kind: 'business' },
		});
	});
});
