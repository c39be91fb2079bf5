import { commandTexts } from '../../cli/commandTexts';
import { lineOf, reportTexts, startReport } from '../../cli/report';
import { usage } from '../../cli/usage';
import { expectBothLanguages } from '../support/bothLanguages';

const inLanguage = (texts: object, language: 'en' | 'nl'): object =>
	Object.fromEntries(
		Object.entries(texts).map(([name, text]) => [name, (text as Record<string, string>)[language]]),
	);

test.each([
	['what the command says', commandTexts, ['"{value}" is {record} ({id})']],
	['what it does', reportTexts.actions, []],
	['with what', reportTexts.things, ['workflow', 'credential', 'n8n']],
])('%s is said in both languages', (_, texts, alike) => {
	expectBothLanguages({ en: inLanguage(texts, 'en'), nl: inLanguage(texts, 'nl') }, alike);
});

test('both languages of a text name the same facts', () => {
	const factsOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([fact]) => fact).sort();
	for (const { en, nl } of Object.values(commandTexts)) expect(factsOf(nl)).toEqual(factsOf(en));
});

describe('--help', () => {
	const named = (text: string, what: RegExp) => [...text.matchAll(what)].map(([, name]) => name);

	test.each([
		['commands', /^ {2}webshop-snelstart (\w+ \S+)/gm],
		['options', /^ {2}(--[\w-]+(?: [A-Z0-9,]+)?) {2,}/gm],
		['variables', /\b([A-Z0-9]+(?:_[A-Z0-9]+)+)\b/g],
	])('names the same %s in both languages', (_, what) => {
		expect(named(usage.en, what).length).toBeGreaterThan(5);
		expect(named(usage.nl, what)).toEqual(named(usage.en, what));
	});

	test.each(['en', 'nl'] as const)('in %s fits a terminal of 110 characters', (language) => {
		const lines = usage[language].split('\n');
		expect(lines.filter((line) => line.length > 110)).toEqual([]);
	});
});

test('a change is a line in the language of its reader', () => {
	const report = startReport();
	const note = { en: 'it was changed in n8n', nl: 'hij is in n8n gewijzigd' };
	report.add('kept', 'workflow', 'bloom: Alerts', note);
	const [change] = report.changes;
	expect(lineOf(change!, 'en')).toBe('kept       workflow bloom: Alerts: it was changed in n8n');
	expect(lineOf(change!, 'nl')).toBe('gelaten    workflow bloom: Alerts: hij is in n8n gewijzigd');
});
