import { languages, sayFact, type PlainKind } from '../../../bookkeeping/codes/facts';
import {
	reason,
	retell,
	textOf,
	told,
	toldOther,
	withRemark,
} from '../../../bookkeeping/codes/register';
import { snelStartRefusals } from '../../../bookkeeping/codes/snelStart';
import { tips as refusalTips } from '../../../bookkeeping/codes/snelStart/tips';
import { codeSamples, entries, sentencesOf } from '../../support/codeSamples';

const slots = (pattern: string) =>
	[...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();
const distinct = (names: string[]) => [...new Set(names)];

describe.each(entries)('%s', (code, entry) => {
	test('has every sentence and a tip in both languages, and they differ', () => {
		const texts = sentencesOf(entry).flatMap((one) => [one, one.tip]);
		for (const { en, nl } of texts) {
			expect(en).toMatch(/^[^\s].*[^\s]$/);
			expect(nl).toMatch(/^[^\s].*[^\s]$/);
			expect(nl).not.toBe(en);
		}
	});

	test('sends a reader to a button of the dashboard where there is one, not to a table', () => {
		for (const { tip } of sentencesOf(entry)) {
			expect(`${tip.en} ${tip.nl}`).not.toMatch(/\b(?:to|op) ready\b|order table|ordertabel/);
		}
	});

	test('says every fact, in both languages, and nothing that is not a fact', () => {
		for (const { facts, tip, ...found } of sentencesOf(entry)) {
			const names = Object.keys(facts).sort();
			for (const language of languages) {
				const said = [...slots(found[language]), ...slots(tip[language])];
				expect(distinct(said.sort())).toEqual(names);
			}
		}
	});

	test('is told from facts that went through JSON', () => {
		for (const { facts } of codeSamples.filter((sample) => sample.code === code)) {
			for (const language of languages) {
				const said = retell(code, JSON.stringify(facts), language);
				expect(said?.message).toEqual(expect.not.stringMatching(/[{}]/));
			}
		}
	});
});

describe('facts in words', () => {
	test.each<[PlainKind, unknown, string, string]>([
		['text', 'VAT Mapping', 'VAT Mapping', 'VAT Mapping'],
		['cents', 101507, '€ 1,015.07', '€ 1.015,07'],
		['cents', -5, '€ -0.05', '€ -0,05'],
		['cents', 123456789, '€ 1,234,567.89', '€ 1.234.567,89'],
		['cents', Infinity, '€ ?', '€ ?'],
		['cents', 1e21, '€ ?', '€ ?'],
		['percentage', NaN, '? %', '? %'],
		['amount', 101507, '1,015.07', '1.015,07'],
		['count', 3, '3', '3'],
		['percentage', 21, '21 %', '21 %'],
		['percentage', 5.5, '5.5 %', '5,5 %'],
		['percentages', [21], '21 %', '21 %'],
		['percentages', [21, 9], '21 % and 9 %', '21 % en 9 %'],
		['percentages', [21, 9, 5.5], '21 %, 9 % and 5.5 %', '21 %, 9 % en 5,5 %'],
		['date', '2026-11-28', '2026-11-28', '28-11-2026'],
		['moment', '2026-11-30T09:12:33.123Z', '2026-11-30 09:12 UTC', '30-11-2026 09:12 UTC'],
		['country', 'DE', 'DE', 'DE'],
		['names', ['paid', 'completed'], 'paid, completed', 'paid, completed'],
		['statuses', ['paid', 'completed', 'x'], 'paid, completed, x', 'betaald, afgerond, x'],
		['status', 'on-hold', 'on-hold', 'in de wacht'],
		['status', 'my-status', 'my-status', 'my-status'],
		[
			'figures',
			'EUR 1.50 | untaxed 1.50+0.00 | to NL',
			'EUR 1.50 | untaxed 1.50+0.00 | to NL',
			'EUR 1,50 | onbelast 1,50+0,00 | naar NL',
		],
		[
			'figures',
			'USD 2.00, 1.1 | EUR 1.82 | picked up',
			'USD 2.00, 1.1 | EUR 1.82 | picked up',
			'USD 2,00, 1,1 | EUR 1,82 | afgehaald',
		],
		[
			'figures',
			'EUR 1.50 | to ES | outside the EU VAT area | VAT number #3fa2 | paid by gift card 0.50',
			'EUR 1.50 | to ES | outside the EU VAT area | VAT number #3fa2 | paid by gift card 0.50',
			'EUR 1,50 | naar ES | buiten het btw-gebied van de EU | btw-nummer #3fa2 | betaald met cadeaubon 0,50',
		],
		[
			'figures',
			'no VAT number | VAT number not read | articles 91c0-07de | Northern Ireland',
			'no VAT number | VAT number not read | articles 91c0-07de | Northern Ireland',
			'geen btw-nummer | btw-nummer niet gelezen | artikelen 91c0-07de | Noord-Ierland',
		],
		['part', 'fee', 'fee', 'toeslag'],
		['place', 'order', 'The order', 'De bestelling'],
		['place', 'line 3', 'Line 3', 'Regel 3'],
		['place', 'line 3, gross', 'Line 3, gross', 'Regel 3, bruto'],
		['place', 'rate 5.5', 'VAT rate 5.5 %', 'Btw-tarief 5,5 %'],
		['place', 'fee Gift wrap', 'The fee "Gift wrap"', 'De toeslag "Gift wrap"'],
		['place', 'refunded product', 'A refunded product', 'Terugbetaald: artikel'],
		['place', 'shipping line 71', 'A line (shipping 71)', 'Een regel (verzendkosten 71)'],
		['place', 'product line ', 'A line (product )', 'Een regel (artikel )'],
		['amounts', [101507, -5], '€ 1,015.07 and € -0.05', '€ 1.015,07 en € -0,05'],
		[
			'dates',
			['2026-11-28', '2026-12-01'],
			'2026-11-28 and 2026-12-01',
			'28-11-2026 en 01-12-2026',
		],
		['record', 'tax rate', 'tax rate', 'belastingtarief'],
		['record', 'something new', 'something new', 'something new'],
		['record', 'toString', 'toString', 'toString'],
		['payoutEntry', 'chargeback', 'Chargeback', 'Terugboeking'],
		['products', ['product 7'], 'product 7', 'product 7'],
		[
			'products',
			['product 7', 'variation 8 of product 7'],
			'product 7 and variation 8 of product 7',
			'product 7 en variatie 8 van product 7',
		],
	])('%s %j', (kind, value, en, nl) => {
		expect([sayFact(kind, value, 'en'), sayFact(kind, value, 'nl')]).toEqual([en, nl]);
	});

	test.each<[PlainKind, unknown]>([
		['text', 5],
		['cents', 1.5],
		['cents', '5'],
		['percentage', null],
		['percentages', [21, '9']],
		['names', 'paid'],
		['statuses', 'paid'],
		['part', 'toString'],
		['place', 'somewhere'],
		['place', 'refunded cat'],
		['payoutEntry', 5],
		['products', ['thing 7']],
	])('%s is not %j', (kind, value) => {
		expect(sayFact(kind, value, 'en')).toBeUndefined();
	});
});

describe('a reason', () => {
	const gap = reason('TOTAL_MISMATCH', { case: 'gap', made: 1815, total: 1795, gap: -20 });

	test('in words, in both languages', () => {
		expect(textOf(gap).message).toBe(
			'Lines and VAT make € 18.15, the total is € 17.95: a gap of € -0.20.',
		);
		expect(textOf(gap, 'nl')).toEqual({
			message:
				'Regels en btw komen uit op € 18,15, het totaal is € 17,95: een verschil van € -0,20.',
			tip: 'Vergelijk de bestelling met wat de klant betaald heeft, en verbeter haar in de winkel of boek haar met de hand.',
		});
	});

	test('as an item carries it', () => {
		expect(told(gap)).toEqual({ ...gap, ...textOf(gap) });
		expect(told()).toEqual({ code: '', message: '', tip: '', facts: {} });
	});

	test('names the total of an order in another currency', () => {
		const facts = { status: 'new', case: 'order', totalCurrency: 'USD', totalAmount: 123456 };
		const why = { code: 'STATUS_SKIPPED', facts } as const;
		expect(textOf(why).message).toBe(
			'The status is "new", which is not booked. The total is USD 1,234.56.',
		);
		expect(textOf(why, 'nl').message).toBe(
			'De status is "nieuw"; die wordt niet geboekt. Het totaal is USD 1.234,56.',
		);
	});

	test('that is found by another one', () => {
		const why = reason('TOTAL_MISMATCH', { case: 'noLines', total: 500 });
		const earlier = reason('EARLIER_REFUND_UNCLEAR', { refund: '12', why });
		expect(textOf(earlier).message).toBe(
			'Refund 12 came before. The order of € 5.00 has no lines.',
		);
		expect(retell('EARLIER_REFUND_UNCLEAR', JSON.stringify(earlier.facts), 'nl')?.message).toBe(
			'Terugbetaling 12 ging eraan vooraf. De bestelling van € 5,00 heeft geen regels.',
		);
	});

	test('of another service is told as one of ours, under its own code', () => {
		const why = reason('UNKNOWN_SNELSTART_CODE', { case: 'words', words: 'Mag niet' });
		const other = toldOther('CMP-0001', why);
		expect(other).toMatchObject({ code: 'CMP-0001', message: 'SnelStart says: Mag niet' });
		expect(retell('CMP-0001', JSON.stringify(other.facts), 'nl')?.message).toBe(
			'SnelStart zegt: Mag niet',
		);
		expect(toldOther('BOE-0042', why)).toEqual({
			code: 'BOE-0042',
			message: 'The date lies in a blocked period',
			tip: snelStartRefusals['BOE-0042']!.tip.en,
			facts: {},
		});
	});

	test('says what else the same answer refused', () => {
		const also = [
			{ code: 'BOE-0046', facts: {} },
			{ code: 'BOE-0058', facts: {} },
		];
		const both = withRemark(toldOther('BOE-0042', reason('NOT_ACCEPTED')), { also });
		expect(both.message).toBe(
			'The date lies in a blocked period; The date belongs to a VAT return that was filed; The invoice number is empty or longer than 25 characters',
		);
		const { dates, prefix } = refusalTips;
		expect(both.tip).toBe(`${dates.en}; ${prefix.en}`);
		expect(retell('BOE-0042', both.facts, 'nl')?.tip).toBe(`${dates.nl}; ${prefix.nl}`);
	});

	test('says that nobody knows whether it was carried out', () => {
		const lost = withRemark(told(reason('TIMED_OUT')), { unsettled: 'you' });
		expect(lost).toMatchObject({
			message: 'SnelStart did not answer in time; whether SnelStart carried it out is not known',
			tip: 'Look in SnelStart before you try again',
		});
		expect(retell('TIMED_OUT', lost.facts, 'nl')).toEqual({
			message:
				'SnelStart antwoordde niet op tijd; of SnelStart het heeft uitgevoerd, is niet bekend',
			tip: 'Kijk in SnelStart voordat je het opnieuw probeert',
		});
	});

	test.each([
		['TIMED_OUT', { unsettled: 'toString' }],
		['TIMED_OUT', { also: 'BOE-0042' }],
		['TIMED_OUT', { also: [null] }],
		['TIMED_OUT', { also: [{ code: 'NO_SUCH_CODE', facts: {} }] }],
		['NO_SUCH_CODE', { toldAs: 'NO_SUCH_CODE_EITHER' }],
		['EARLIER_REFUND_UNCLEAR', { refund: '12', why: null }],
		['EARLIER_REFUND_UNCLEAR', { refund: '12', why: 'x' }],
		['EARLIER_REFUND_UNCLEAR', { refund: '12', why: { code: 'FREE_ORDER', facts: {} } }],
		['NO_SUCH_CODE', {}],
		['toString', {}],
		['TOTAL_MISMATCH', {}],
		['TOTAL_MISMATCH', { case: 'toString' }],
		['TOTAL_MISMATCH', { case: 'noLines', total: '5' }],
		['TOTAL_MISMATCH', '{"case":'],
		['TOTAL_MISMATCH', null],
		['TOTAL_MISMATCH', 'null'],
	])('%s with %j cannot be told again', (code, facts) => {
		expect(retell(code, facts, 'nl')).toBeUndefined();
	});

	test('without facts is told from a cell that is empty', () => {
		expect(retell('COUNTRY_MISSING', '', 'en')).toEqual(textOf(reason('COUNTRY_MISSING')));
	});

	test('whose facts are of another code is a fault of the program', () => {
		expect(() => textOf({ code: 'TOTAL_MISMATCH', facts: {} })).toThrow(RangeError);
	});
});
