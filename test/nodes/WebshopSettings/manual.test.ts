import { readFileSync } from 'node:fs';
import path from 'node:path';

import { WebshopSettings } from '../../../nodes/WebshopSettings/WebshopSettings.node';

const page = readFileSync(path.join(__dirname, '../../../docs/settings.md'), 'utf8');

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

const fields = new Set(
	fieldsIn(new WebshopSettings().description.properties)
		.map((name) => name.replace(/ Name or ID$/, ''))
		.filter((name) => name !== 'Options'),
);

it.each([...fields])("the field '%s' stands in the manual", (name) => {
	expect(page).toContain(name);
});
