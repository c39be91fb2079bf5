import { reason } from '../../../bookkeeping/codes/register';
import { imbalanceOf } from '../../../bookkeeping/documents/balance';
import { withoutRefusedFields } from '../../../nodes/SnelStart/booking/customers/droppableFields';
import {
	customerKey,
	isCardOf,
	matchCustomer,
} from '../../../nodes/SnelStart/booking/customers/matchCustomer';
import type { RelationCard } from '../../../nodes/SnelStart/booking/customers/matchCustomer';
import { toRelation } from '../../../nodes/SnelStart/booking/customers/toRelation';
import { toSalesEntry } from '../../../nodes/SnelStart/booking/entries/toSalesEntry';
import { withoutQuotedValues } from '../../../nodes/shared/snelStart/quotedValues';
import { readThrown } from '../../../nodes/shared/snelStart/networkTrouble';
import {
	allOf,
	dateTimeLiteral,
	guidLiteral,
	orFilters,
	textLiteral,
} from '../../../nodes/shared/snelStart/odata';
import { explain, readRefusal, refusalOf } from '../../../nodes/shared/snelStart/refusal';
import { accountId, consumer, draft } from './support';

describe('balance', () => {
	it.each([
		[12.1, 0],
		[12.09, 1],
		[12.11, -1],
	])('an invoice amount of %d leaves %d cents', (invoiceAmount, cents) => {
		expect(imbalanceOf(draft('W1', { invoiceAmount }))).toBe(cents);
	});

	it('adds in whole cents', () => {
		const line = draft('W1').lines[0]!;
		const lines = [0.1, 0.2].map((amount) => ({ ...line, amount }));
		expect(imbalanceOf(draft('W1', { lines, vat: [], invoiceAmount: 0.3 }))).toBe(0);
	});
});

describe('the card of a customer', () => {
	const card = (over: Partial<RelationCard> = {}): RelationCard => ({
		id: 'a',
		code: 5,
		name: 'Zwaantje Quist',
		email: 'Zwaantje.Quist@mail.example',
		vatNumber: '',
		chamberOfCommerceNumber: '',
		postcode: '',
		country: '',
		isCustomer: true,
		inactive: false,
		...over,
	});
	const company = (vatNumber = '', chamberOfCommerceNumber = '') =>
		consumer({ kind: 'business', name: 'Quist BV', vatNumber, chamberOfCommerceNumber });

	it.each([
		['the same e-mail in other capitals', consumer(), card(), true],
		[
			'one of several e-mail addresses',
			consumer(),
			card({ email: 'x@y.nl; zwaantje.quist@mail.example' }),
			true,
		],
		['another e-mail', consumer(), card({ email: 'x@y.nl' }), false],
		['an inactive card', consumer(), card({ inactive: true }), false],
		['a supplier', consumer(), card({ isCustomer: false }), false],
		[
			'a consumer on a card with a VAT number',
			consumer(),
			card({ vatNumber: '810755610B01' }),
			false,
		],
		[
			'a consumer on a card with a KvK number',
			consumer(),
			card({ chamberOfCommerceNumber: '12345678' }),
			false,
		],
		['a business on a consumer card', company(), card(), false],
		[
			'a business with a VAT number on a consumer card of its name',
			company('NL810755610B01'),
			card({ name: 'Quist BV' }),
			false,
		],
		[
			'a business, VAT number without NL on the card',
			company('NL810755610B01'),
			card({ vatNumber: '810755610B01' }),
			true,
		],
		[
			'a business with another VAT number',
			company('NL810755610B01'),
			card({ vatNumber: '001234567B01' }),
			false,
		],
		[
			'a German number with its prefix',
			company('DE123456789'),
			card({ vatNumber: 'DE 123456789' }),
			true,
		],
		['a Greek number, GR or EL', company('EL123456789'), card({ vatNumber: 'GR123456789' }), true],
		[
			'a business without numbers on a business card',
			company(),
			card({ vatNumber: '810755610B01' }),
			true,
		],
		[
			'a business without numbers on a bare card of its name',
			company(),
			card({ name: 'QUIST  bv' }),
			true,
		],
		[
			'a business with another KvK number',
			company('', '12345678'),
			card({ chamberOfCommerceNumber: '87654321' }),
			false,
		],
		[
			'a business with the same KvK number',
			company('', '12345678'),
			card({ chamberOfCommerceNumber: '12345678' }),
			true,
		],
		[
			'another e-mail, the same VAT number',
			company('NL810755610B01'),
			card({ email: 'x@y.nl', vatNumber: '810755610B01' }),
			true,
		],
		[
			'another e-mail, the same KvK number',
			company('', '12345678'),
			card({ email: 'x@y.nl', chamberOfCommerceNumber: '12345678' }),
			true,
		],
		[
			'the same KvK number on a card that lacks the Dutch VAT number',
			company('NL810755610B01', '12345678'),
			card({ chamberOfCommerceNumber: '12345678' }),
			true,
		],
		[
			'the same KvK number on a card that lacks the German VAT number, which ICP needs',
			company('DE136695976', '12345678'),
			card({ chamberOfCommerceNumber: '12345678' }),
			false,
		],
		[
			'the same KvK number with another VAT number',
			company('NL810755610B01', '12345678'),
			card({ vatNumber: '001234567B01', chamberOfCommerceNumber: '12345678' }),
			false,
		],
		[
			'W062: a consumer by number on a business card',
			consumer({ email: '', vatNumber: 'NL810755610B01' }),
			card({ email: '', vatNumber: '810755610B01' }),
			false,
		],
		[
			'no e-mail, the same name and postcode',
			consumer({ email: '' }),
			card({ email: '', name: 'zwaantje quist', postcode: '1234ab' }),
			true,
		],
		[
			'no e-mail, the same name at another postcode',
			consumer({ email: '' }),
			card({ email: '', name: 'Zwaantje Quist', postcode: '9999ZZ' }),
			false,
		],
		[
			'an e-mail, and only the name the same',
			consumer(),
			card({ email: 'x@y.nl', name: 'Zwaantje Quist', postcode: '1234AB' }),
			false,
		],
	])('%s', (_what, customer, one, matches) => {
		expect(matchCustomer(customer, [one]) !== undefined).toBe(matches);
	});

	it('is the one with the lowest code of several', () => {
		const cards = [card({ id: 'b', code: 9 }), card({ id: 'c', code: 2 })];
		expect(matchCustomer(consumer(), cards)?.id).toBe('c');
	});

	it('J050, W046: e-mail goes before VAT number, and that before KvK', () => {
		const cards = [
			card({ id: 'kvk', code: 1, email: '', chamberOfCommerceNumber: '12345678' }),
			card({ id: 'vat', code: 2, email: '', vatNumber: '810755610B01' }),
			card({ id: 'email', code: 3, vatNumber: '810755610B01' }),
		];
		const customer = company('NL810755610B01', '12345678');
		expect(matchCustomer(customer, cards)?.id).toBe('email');
		expect(matchCustomer(customer, cards.slice(0, 2))?.id).toBe('vat');
		expect(matchCustomer(customer, cards.slice(0, 1))?.id).toBe('kvk');
		expect(matchCustomer(customer, cards, ['chamberOfCommerceNumber'])?.id).toBe('kvk');
	});

	it('is one per customer within a batch', () => {
		expect(customerKey(consumer())).toBe(
			customerKey(consumer({ email: 'ZWAANTJE.QUIST@mail.example', name: 'Z. Quist' })),
		);
		expect(customerKey(company())).not.toBe(customerKey(consumer()));
		expect(customerKey(company('NL810755610B01'))).toBe(customerKey(company('810755610B01')));
	});

	it('W046: is recognised on an existing entry by e-mail, VAT number or name', () => {
		expect(isCardOf(consumer(), card({ name: 'X' }))).toBe(true);
		expect(isCardOf(consumer({ email: '' }), card({ email: '' }))).toBe(true);
		expect(isCardOf(consumer({ name: 'X' }), card({ email: 'x@y.nl' }))).toBe(false);
	});
});

describe('a new relation', () => {
	const countries = new Map([
		['NL', 'id-nl'],
		['EL', 'id-gr'],
	]);

	it('J181: is a customer with name, phone, e-mail, KvK and VAT number, and one address for both', () => {
		const business = consumer({
			...{ kind: 'business', name: 'Quist BV', email: 'sales@quist.example' },
			...{ vatNumber: 'NL810755610B01', chamberOfCommerceNumber: '12345678' },
		});
		const address = {
			...{ straat: 'Dorpsstraat 12', postcode: '1234 AB', plaats: 'Utrecht' },
			land: { id: 'id-nl' },
		};
		expect(toRelation(business, countries)).toEqual({
			...{ naam: 'Quist BV', relatiesoort: ['Klant'], email: 'sales@quist.example' },
			...{ mobieleTelefoon: '0612345678', btwNummer: 'NL810755610B01', kvkNummer: '12345678' },
			...{ vestigingsAdres: address, correspondentieAdres: address },
		});
	});

	it.each([
		['0612345678', 'NL', true],
		['06-12 34 56 78', 'NL', true],
		['+31 (0)6 1234 5678', 'BE', true],
		['0031612345678', 'NL', true],
		['020 123 4567', 'NL', false],
		['+31201234567', 'NL', false],
		// Six and seven are pagers and dial-in, and a number that is too short is anybody's guess.
		['0661234567', 'NL', false],
		['061234567', 'NL', false],
		// A number without a country code is one of the customer's own country.
		['0612345678', 'BE', false],
		['0470 12 34 56', 'BE', true],
		['+32 470 12 34 56', 'NL', true],
		// Liège.
		['04 222 33 44', 'BE', false],
		['0151 23456789', 'DE', true],
		['+49 170 1234567', 'NL', true],
		['030 1234567', 'DE', false],
		['+33 6 12 34 56 78', 'FR', false],
	])('J181: %s of a customer in %s is a mobile number: %s', (phone, country, mobile) => {
		const { address } = consumer();
		const relation = toRelation(consumer({ phone, address: { ...address, country } }), countries);
		expect(relation.mobieleTelefoon).toBe(mobile ? phone : undefined);
		expect(relation.telefoon).toBe(mobile ? undefined : phone);
	});

	it('keeps to the lengths, cut on code points', () => {
		const relation = toRelation(
			consumer({
				name: '🕯'.repeat(25),
				phone: '0'.repeat(25),
				vatNumber: 'NL8107.55.610 B01',
				address: {
					contact: 'c'.repeat(60),
					street: 's'.repeat(60),
					postcode: 'p'.repeat(30),
					city: 'x'.repeat(60),
					country: 'GR',
				},
			}),
			countries,
		);
		expect(relation.btwNummer).toBe('NL810755610B01');
		expect(relation.vestigingsAdres).toEqual({
			contactpersoon: 'c'.repeat(50),
			straat: 's'.repeat(50),
			postcode: 'p'.repeat(25),
			plaats: 'x'.repeat(50),
			land: { id: 'id-gr' },
		});
		expect(relation).not.toHaveProperty('aanmaningsoort');
		expect(relation.relatiesoort).toEqual(['Klant']);
	});

	it('leaves empty fields out', () => {
		const address = { contact: '', street: '', postcode: '', city: '', country: '' };
		const bare = consumer({ email: '', phone: '', address });
		expect(toRelation(bare, countries)).toEqual({ naam: bare.name, relatiesoort: ['Klant'] });
	});

	it('drops only what may be dropped', () => {
		const relation = toRelation(
			consumer({ chamberOfCommerceNumber: '1', phone: '0201234567' }),
			countries,
		);
		const refusal = (...codes: string[]) => ({ ...refusalOf(reason('NOT_ACCEPTED'), 400), codes });
		const both = withoutRefusedFields(relation, refusal('REL-0013', 'REL-0006'));
		expect(both!.relation).not.toHaveProperty('telefoon');
		expect(both!.relation).not.toHaveProperty('kvkNummer');
		expect(both!.warnings).toHaveLength(2);
		expect(withoutRefusedFields(relation, refusal('REL-0013', 'REL-0088'))).toBeUndefined();
		const byField = { ...refusal('REQUEST_INVALID'), fields: ['relatie.Telefoon'] };
		expect(withoutRefusedFields(relation, byField)!.relation).not.toHaveProperty('telefoon');
		const mobile = withoutRefusedFields(toRelation(consumer(), countries), refusal('REL-0012'));
		expect(mobile!.relation).not.toHaveProperty('mobieleTelefoon');
	});
});

it('J145, J147: a sales entry names the customer by id and uses the words of lines and of documents', () => {
	const line = draft('W1').lines[0]!;
	const lines = (['none', 'low', 'high', 'other'] as const).map((vatKind) => ({
		...line,
		vatKind,
	}));
	const vat = (['low', 'high', 'other'] as const).map((vatKind) => ({
		vatKind,
		percentage: 1,
		amount: 1,
	}));
	lines[0]!.costCentreId = 'centre';
	const entry = toSalesEntry(draft('W1', { lines, vat }), 'relation');
	expect(entry.boekingsregels.map(({ btwSoort }) => btwSoort)).toEqual([
		'Geen',
		'Laag',
		'Hoog',
		'Overig',
	]);
	expect(entry.btw.map(({ btwSoort }) => btwSoort)).toEqual([
		'VerkopenLaag',
		'VerkopenHoog',
		'VerkopenOverig',
	]);
	expect(entry.boekingsregels[0]).toMatchObject({
		grootboek: { id: accountId(8000) },
		kostenplaats: { id: 'centre' },
	});
	expect(toSalesEntry(draft('W1', { vat: [] }), 'relation').btw).toEqual([]);
});

describe('OData', () => {
	it('writes literals', () => {
		expect(textLiteral("O'Neil")).toBe("'O''Neil'");
		expect(guidLiteral("ab-12' or 1 eq 1")).toBe("guid'ab-121e1'");
		expect(dateTimeLiteral("2026-01-31T00:00:00'")).toBe("datetime'2026-01-31T00:00:00'");
		expect(allOf(['', undefined])).toBeUndefined();
		expect(allOf(['A eq 1', undefined, 'B eq 2 or C eq 3'])).toBe(
			'(A eq 1) and (B eq 2 or C eq 3)',
		);
	});

	it('splits many values within both limits and covers each once', () => {
		const values = Array.from({ length: 60 }, (_, n) => textLiteral(`mail${n}@example.com`));
		const filters = orFilters('Email', [...values, ...values], { maxValues: 25, maxLength: 600 });
		expect(filters.every((filter) => encodeURIComponent(filter).length <= 600)).toBe(true);
		expect(filters.join(' or ').split(' or ')).toHaveLength(60);
		expect(orFilters('Email', values)).toHaveLength(3);
		expect(orFilters('Email', [])).toEqual([]);
		expect(orFilters('Email', [textLiteral('x'.repeat(3_000))])).toHaveLength(1);
	});
});

describe('what SnelStart answers', () => {
	it('reads the three shapes and the gateway', () => {
		const rules = [
			{ errorCode: 'BOE-0021', message: 'Het factuurnummer bestaat al', details: 'Zwaantje' },
			{ errorCode: 'BOE-0042', message: '…', details: null },
		];
		expect(readRefusal(400, rules)).toMatchObject({
			code: 'BOE-0021',
			codes: ['BOE-0021', 'BOE-0042'],
			message:
				'The invoice number is already in use in SnelStart; The date lies in a blocked period',
		});
		expect(readRefusal(400, JSON.stringify(rules)).codes).toHaveLength(2);
		const state = { ModelState: { 'relatie.Naam': ["The value 'Zwaantje Quist' is too long."] } };
		const invalid = readRefusal(400, { Message: 'The request is invalid.', ...state });
		expect(invalid).toMatchObject({ code: 'REQUEST_INVALID', fields: ['relatie.Naam'] });
		expect(JSON.stringify(invalid)).not.toMatch(/Zwaantje/);
		const odata = "Could not find a property named 'naam' on type 'SnelStart.RelatieModel'.";
		expect(readRefusal(400, { Message: odata }).message).toBe(`SnelStart says: ${odata}`);
		expect(readRefusal(401, { message: 'invalid subscription key' }).code).toBe(
			'SUBSCRIPTION_KEY_REFUSED',
		);
		expect(readRefusal(401, undefined).code).toBe('TOKEN_REFUSED');
		expect(readRefusal(403, { message: 'Out of call volume quota.' }).code).toBe('QUOTA_USED_UP');
		expect(readRefusal(403, '').code).toBe('SCOPE_MISSING');
		expect(readRefusal(403, '<html>').code).toBe('REQUEST_BLOCKED');
		expect(readRefusal(502, '<html>').code).toBe('SNELSTART_UNAVAILABLE');
		expect(readRefusal(414, 'URI Too Long').code).toBe('NOT_ACCEPTED');
	});

	it('passes an unknown code on in SnelStart’s words, without what they quote', () => {
		const { message, tip } = explain(
			'CMP-0001',
			"Relatie 'Zwaantje Quist' (z@mail.example) mag niet",
		);
		expect(message).toBe("SnelStart says: Relatie '…' (…) mag niet");
		expect(tip).not.toBe('');
		expect(explain('CMP-0002').message).toMatch(/CMP-0002/);
		expect(withoutQuotedValues('Waarde "Kade 1" is fout')).toBe("Waarde '…' is fout");
	});

	it('knows whether a request can have arrived', () => {
		const url = 'https://b2b.example/v2/relaties';
		const thrown = (cause: object) => readThrown({ cause }, url);
		expect(thrown({ code: 'ECONNREFUSED' })).toMatchObject({ arrived: false });
		expect(thrown({ code: 'ECONNRESET', config: { url } })).toMatchObject({
			arrived: true,
			refusal: { code: 'CONNECTION_LOST' },
		});
		expect(thrown({ code: 'ECONNABORTED' })).toMatchObject({
			arrived: true,
			refusal: { code: 'TIMED_OUT' },
		});
		const token = { code: 'ECONNRESET', config: { url: 'https://auth.example/token' } };
		expect(thrown(token)).toMatchObject({ arrived: false });
		expect(thrown({ response: { status: 401, data: {} } })).toMatchObject({
			arrived: false,
			refusal: { code: 'TOKEN_REFUSED' },
		});
		expect(thrown({})).toMatchObject({ arrived: true });
	});
});
