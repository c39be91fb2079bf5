import {
	codePrefix,
	country,
	currency,
	numberPrefix,
	optionalDay,
	shortName,
} from '../../../bookkeeping/settings/formats';

const formats = { shortName, country, currency, optionalDay, codePrefix, prefix: numberPrefix(3) };

test.each<[keyof typeof formats, unknown, string | undefined]>([
	['shortName', ' my-shop-2 ', 'my-shop-2'],
	['shortName', 'x'.repeat(40), 'x'.repeat(40)],
	['country', 'nl', 'NL'],
	['currency', 'usd', 'USD'],
	['optionalDay', '2026-01-31', '2026-01-31'],
	['optionalDay', '', undefined],
	['optionalDay', undefined, undefined],
	['codePrefix', 'DELETED_1', 'DELETED_1'],
	['prefix', 'WEB', 'WEB'],
	['prefix', '', ''],
])('%s takes %j as %j', (name, value, read) => {
	expect(formats[name].parse(value)).toBe(read);
});

test.each<[keyof typeof formats, unknown, string]>([
	['shortName', 'My Shop', 'Use small letters, digits and dashes'],
	['shortName', '-shop', 'Use small letters, digits and dashes'],
	['shortName', 'x'.repeat(41), 'Use small letters, digits and dashes'],
	['country', 'NLD', 'A country is a two-letter code, such as NL'],
	['currency', 'US', 'A currency is a three-letter code, such as USD'],
	['optionalDay', '31-01-2026', 'Write a day as 2026-01-31'],
	['codePrefix', 'a b', 'Use letters, digits, dashes and underscores'],
	['codePrefix', '', 'Use letters, digits, dashes and underscores'],
	['prefix', 'WEB1', 'has more than 3 characters'],
	['country', 1, 'must be a text'],
])('%s does not take %j: %s', (name, value, message) => {
	const result = formats[name].safeParse(value);
	expect(result.success ? '' : result.error.issues.map((issue) => issue.message)).toEqual([
		message,
	]);
});
