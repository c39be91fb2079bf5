import { keptFacts } from '../../../bookkeeping/codes/kept';
import { reason, retell, toldOther, withRemark } from '../../../bookkeeping/codes/register';

const kept = ({ code, facts }: ReturnType<typeof reason>) => keptFacts(code, facts);

test('a code is told again, in either language, from what was kept of it', () => {
	const why = reason('DRAFT_NOT_BALANCED', { case: 'gap', gap: 101507 });
	expect(retell(why.code, kept(why), 'en')?.message).toMatch(/a gap of € 1,015\.07$/);
	expect(retell(why.code, kept(why), 'nl')?.message).toMatch(/een verschil van € 1\.015,07$/);
});

test('a code without facts keeps nothing, and is told all the same', () => {
	const why = reason('CUSTOMER_CANNOT_BE_FOUND');
	expect(kept(why)).toBe('');
	expect(retell(why.code, '', 'nl')?.message).toMatch(/^De klant heeft geen e-mailadres/);
});

describe('W071: what was written freely is not kept', () => {
	const name = 'Jan de Vries';

	test('words of a shop', () => {
		const why = reason('SHOP_REFUSES', { case: 'words', words: name, shopCode: 'x_1' });
		expect(kept(why)).not.toContain(name);
		expect(retell(why.code, kept(why), 'nl')?.message).toBe(
			'De winkel weigerde het verzoek: … (x_1)',
		);
	});

	test('words of SnelStart, under its own code and as what was refused besides', () => {
		const other = toldOther(
			'XYZ-0001',
			reason('UNKNOWN_SNELSTART_CODE', { case: 'words', words: name }),
		);
		const both = withRemark(other, { also: [{ code: other.code, facts: other.facts }] });
		const text = keptFacts(both.code, both.facts);
		expect(text).not.toContain(name);
		expect(retell(both.code, text, 'nl')?.message).toBe('SnelStart zegt: …');
	});

	test('the title of a fee, as a fact and as a place', () => {
		const facts = { case: 'x', fee: name, amount: -500, rates: [21] };
		expect(keptFacts('UNTAXED_NEGATIVE_FEE', facts)).toBe(
			'{"fee":"…","amount":-500,"rates":[21]}'.replace('{', '{"case":"x",'),
		);
		const place = { case: 'mix', place: `fee ${name}`, vat: 1, net: 2, rates: [21] };
		expect(keptFacts('RATE_AMBIGUOUS', place)).not.toContain(name);
	});

	test('a fact that the code does not declare, whatever its name', () => {
		expect(keptFacts('CUSTOMER_CANNOT_BE_FOUND', { email: name, unsettled: 'you' })).toBe(
			'{"unsettled":"you"}',
		);
		expect(keptFacts('NO_CODE_OF_OURS', { email: name })).toBe('');
		expect(keptFacts('FREE_ORDER', name)).toBe('');
	});
});

test('what is long is not kept: a row stays small', () => {
	const names = (count: number) => ({ case: 'fields', fields: Array<string>(count).fill('name') });
	expect(keptFacts('DRAFT_INVALID', names(3))).toBe(JSON.stringify(names(3)));
	expect(keptFacts('DRAFT_INVALID', names(200))).toBe('');
});
