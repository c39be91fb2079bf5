import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { WebshopSettings } from '../../nodes/WebshopSettings/WebshopSettings.node';
import { PAGE, settingsPage } from '../../scripts/settingsPage';

const ROOT = path.resolve(__dirname, '..', '..');
const page = readFileSync(PAGE, 'utf8');

test('docs/settings.md is in step with the settings (npm run docs:settings)', () => {
	const prettier = require.resolve('prettier/bin/prettier.cjs');
	const formatted = execFileSync(process.execPath, [prettier, '--parser', 'markdown'], {
		cwd: ROOT,
		input: settingsPage(page),
		encoding: 'utf8',
	});
	expect(page).toBe(formatted);
});

/** Names of everything a user can fill in, rows and options included. */
function fieldsIn(properties: readonly unknown[]): string[] {
	return properties.flatMap((property) => {
		const { type, displayName, options, values } = property as {
			type?: string;
			displayName?: string;
			options?: unknown[];
			values?: unknown[];
		};
		const own = type === undefined || type === 'notice' ? [] : [displayName ?? ''];
		return [...own, ...fieldsIn(options ?? []), ...fieldsIn(values ?? [])];
	});
}

const filledIn = new Set(
	fieldsIn(new WebshopSettings().description.properties)
		.map((name) => name.replace(/ Name or ID$/, ''))
		.filter((name) => name !== 'Options'),
);

test.each([...filledIn])("the node's field '%s' stands in the manual", (name) => {
	expect(page).toContain(name);
});

test('each setting tells its name in a client file, its choices and what is usual', () => {
	const row = (key: string) => page.split('\n').find((line) => line.includes(`\`${key}\``))!;
	expect(row('shops[].invoiceNumberPrefix')).toContain('Prefix `W` makes order 28 invoice `W28`');
	expect(row('paymentTermDays')).toMatch(/\| `14` +\|/);
	expect(row('exchangeRates.rates[].from')).toContain('Fixed Rates → From');
	expect(row('salesOrders.dummyItems.jouwWeb')).toContain('Sales Order Options → Code of JouwWeb');
	expect(row('vatNumberCheck.use')).toMatch(/_VIES_ \(`vies`\).+_Form Only_ \(`formOnly`\)/);
	expect(row('exempt.skus')).toContain('Exempt Products → SKUs');
});

test('a table that has no place on the page, and a place for no table, are refused', () => {
	expect(() => settingsPage('# Nothing here')).toThrow(
		'docs/settings.md has no place for: client,',
	);
	expect(() => settingsPage('<!-- made: nowhere -->\n<!-- end -->')).toThrow(
		'Nothing makes "nowhere"',
	);
});
