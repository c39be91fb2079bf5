import { complaintAt, languageOf, reason, refusedFile, shown, Trouble } from '../../cli/trouble';

const trouble = new Trouble(reason('N8N_TOO_OLD', { case: 'api', url: 'https://n8n.test' }));

test('a trouble has a code for programs, and a sentence and a tip for people', () => {
	expect(trouble).toMatchObject({
		code: 'N8N_TOO_OLD',
		message: 'The n8n at https://n8n.test has no data tables in its API.',
		tip: expect.stringMatching(/^Update n8n/),
	});
});

test.each([
	['en', /^N8N_TOO_OLD: The n8n at https:.*\nUpdate n8n/],
	['nl', /^N8N_TOO_OLD: De n8n op https:.*\nWerk n8n bij/],
] as const)('the terminal shows it in %s', (language, text) => {
	expect(shown(trouble, language)).toMatch(text);
});

test.each([
	[{ LANG: 'nl_NL.UTF-8' }, 'nl'],
	[{ LANG: 'nl' }, 'nl'],
	[{ LC_ALL: 'en_US.UTF-8', LANG: 'nl_NL.UTF-8' }, 'en'],
	[{ LC_MESSAGES: 'nl_BE', LANG: 'C.UTF-8' }, 'nl'],
	[{ LANG: 'nlx' }, 'en'],
	[{}, 'en'],
])('%j speaks %s', (environment, language) => {
	expect(languageOf(environment)).toBe(language);
});

test('what is wrong with a file is told in the language of whoever runs the command', () => {
	const missing = complaintAt('shops.web', { en: 'is missing', nl: 'ontbreekt' });
	const refused = refusedFile([missing]);
	expect(shown(refused, 'en')).toMatch(
		/^FILE_INVALID: The file is not right\.\n {2}• shops.web: is missing\n/,
	);
	expect(shown(refused, 'nl')).toMatch(
		/^FILE_INVALID: Het bestand klopt niet\.\n {2}• shops.web: ontbreekt\n/,
	);
});
