import { outcomeNames } from '../../../bookkeeping';

test('every outcome has a name of its own in each language', () => {
	for (const language of ['en', 'nl'] as const) {
		const names = Object.values(outcomeNames).map((name) => name[language]);
		expect(new Set(names).size).toBe(4);
	}
	expect(outcomeNames.attention.nl).toBe('vraagt aandacht');
});
