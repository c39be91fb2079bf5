import { draftText, draftTexts, type DraftTextName } from '../../../bookkeeping/codes/draftTexts';
import type { FactKinds, Language } from '../../../bookkeeping/codes/facts';
import { expectBothLanguages } from '../../support/bothLanguages';
import { samples } from '../../support/codeSamples';

const names = Object.keys(draftTexts) as DraftTextName[];
const kindsOf = (name: DraftTextName): FactKinds =>
	(draftTexts[name] as { facts?: FactKinds }).facts ?? {};
const factsOf = (name: DraftTextName) =>
	Object.fromEntries(Object.entries(kindsOf(name)).map(([fact, kind]) => [fact, samples[kind]]));
const say = draftText as (language: Language, name: DraftTextName, facts: object) => string;

/** Nothing but the sentence of another code. */
const ALIKE = ['{why}'];

test('everything that a draft says is said in both languages, each in its own words', () => {
	const of = (language: Language) =>
		Object.fromEntries(names.map((name) => [name, draftTexts[name][language]]));
	expectBothLanguages({ en: of('en'), nl: of('nl') }, ALIKE);
});

test.each(names)('%s names its facts in both, and says them', (name) => {
	const declared = Object.keys(kindsOf(name)).sort();
	for (const language of ['en', 'nl'] as const) {
		const used = [...draftTexts[name][language].matchAll(/\{(\w+)\}/g)].map(([, fact]) => fact);
		expect([...new Set(used)].sort()).toEqual(declared);
		expect(say(language, name, factsOf(name))).not.toMatch(/[{}]|undefined|\?/);
	}
});

test('amounts, rates and days are written as each language does', () => {
	const facts = { made: 101_507, total: 101_508, gap: 1 };
	expect(draftText('en', 'gapRounded', facts)).toContain('€ 1,015.07');
	expect(draftText('nl', 'gapRounded', facts)).toContain('€ 1.015,07');
	expect(draftText('nl', 'badDebtOpen', { open: 100, from: '2027-03-15' })).toContain('15-03-2027');
	const why = 'the order states it in USD';
	expect(draftText('nl', 'feeNotBooked', { why })).toBe(
		'De transactiekosten worden niet geboekt: de bestelling noemt ze in USD.',
	);
});

test('a fact of another kind is a fault, and no sentence with a hole', () => {
	expect(() => say('nl', 'viesConfirmed', {})).toThrow(RangeError);
	expect(() => say('nl', 'feeNotBooked', { why: 'some other reason' })).toThrow(RangeError);
});
