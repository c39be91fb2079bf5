import { z } from 'zod';

import { fieldsWithin, placesOf, shapeOf } from '../../../bookkeeping/settings/declaration';
import { settingsFields } from '../../../bookkeeping/settings/declared';
import * as kinds from '../../../bookkeeping/settings/kinds';

const inner = kinds.optionalText({ title: 'Inner', description: 'What it is' });
const fields = {
	plain: kinds.text({ title: 'Plain', parameter: 'other' }),
	spread: kinds.spread({ title: 'Spread', fields: { inner } }),
	options: kinds.collection({ title: 'Options', fields: { inner } }),
	hidden: kinds.hidden(z.string().optional(), { title: 'Hidden' }),
};

test('a setting that is spread shows its fields by themselves, a collection is one; hidden ones are not shown', () => {
	expect(placesOf(fields).map(({ path, parameter }) => [path.join('.'), parameter])).toEqual([
		['plain', 'other'],
		['spread.inner', 'inner'],
		['options', 'options'],
	]);
});

test('fields within a setting, and schemas that say what they are', () => {
	expect(fieldsWithin(fields.options)).toEqual({ inner });
	expect(fieldsWithin(fields.plain)).toBeUndefined();
	expect(shapeOf({ inner }).inner.description).toBe('What it is');
});

test('no two settings share a parameter of the node', () => {
	const names = placesOf(settingsFields).map(({ parameter, setting }) =>
		[setting.drawer?.parameter, parameter].join('.'),
	);
	expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
