import { formText, formTextIn, formTexts, type Spoken } from '../../../bookkeeping';
import { expectBothLanguages } from '../../support/bothLanguages';

const texts: Spoken[] = Object.values(formTexts).flatMap((form) => Object.values(form));

it('has every text in both languages', () => {
	expectBothLanguages({ en: texts.map(({ en }) => en), nl: texts.map(({ nl }) => nl) });
});

it('tells each text in the other language, of whichever shop it is', () => {
	for (const text of texts) {
		const [en, nl] = [formText(text, 'en', 'JouwWeb'), formText(text, 'nl', 'JouwWeb')];
		expect(formTextIn('en', nl, 'JouwWeb')).toBe(en);
		expect(formTextIn('nl', en, 'JouwWeb')).toBe(nl);
		expect(formTextIn('nl', nl, 'JouwWeb')).toBe(nl);
		expect(en).not.toContain('{');
	}
});

it('leaves what no form of ours says', () => {
	expect(formTextIn('nl', 'Which colour?')).toBe('Which colour?');
});
