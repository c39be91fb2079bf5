import { placesOf, type Fields, type Place, type Setting } from './declaration';
import { settingsFields } from './declared';
import type { SettingsInput } from './settings';

/** Settings, or parts of them, by name. */
type Values = Readonly<Record<string, unknown>>;

/**
 * The parameters of the settings node as settings: texts with commas become lists, collections
 * objects. What they mean and whether they fit together is for `readSettings` to judge.
 *
 * @param parameter gives a parameter of the node, or what to take when there is none.
 */
export function settingsFromParameters(
	parameter: (name: string, whenAbsent: unknown) => unknown,
): SettingsInput {
	const settings = {};
	for (const place of placesOf(settingsFields)) {
		const { drawer } = place.setting;
		const value = drawer
			? asValues(parameter(drawer.parameter, {}))[place.parameter]
			: parameter(place.parameter, proposedFor(place.setting));
		put(settings, place.path, fromNode(value, place.setting));
	}
	return settings as SettingsInput;
}

/** Settings as the parameters of the settings node: the other way round. */
export function parametersFromSettings(settings: Values): Record<string, unknown> {
	const parameters: Record<string, unknown> = {};
	for (const place of placesOf(settingsFields)) {
		const value = valueAt(settings, place.path);
		if (value === undefined || !isShown(place, settings)) continue;
		const { drawer } = place.setting;
		const path = [...(drawer ? [drawer.parameter] : []), place.parameter];
		put(parameters, path, toNode(value, place.setting));
	}
	return parameters;
}

function fromNode(value: unknown, setting: Setting): unknown {
	const { shown } = setting;
	if (value === undefined) return undefined;
	switch (shown.as) {
		case 'list':
			return typeof value === 'string' ? listIn(value) : value;
		case 'rows':
			return asRows(asValues(value).rows).map((row) => fieldsFrom(row, shown.fields));
		case 'accounts': {
			const fields = fieldsFrom(asValues(asValues(value).accounts), shown.fields);
			return Object.values(fields).some((id) => id !== '') ? fields : undefined;
		}
		case 'collection':
			return fieldsFrom(asValues(value), shown.fields);
		default:
			return value;
	}
}

function toNode(value: unknown, setting: Setting): unknown {
	const { shown } = setting;
	switch (shown.as) {
		case 'list':
			return Array.isArray(value) ? value.join(', ') : value;
		case 'rows':
			return { rows: asRows(value).map((row) => fieldsTo(row, shown.fields)) };
		case 'accounts':
			return { accounts: fieldsTo(asValues(value), shown.fields) };
		case 'collection':
			return fieldsTo(asValues(value), shown.fields);
		default:
			return value;
	}
}

const fieldsFrom = (values: Values, fields: Fields) => eachField(values, fields, fromNode);
const fieldsTo = (values: Values, fields: Fields) => eachField(values, fields, toNode);

function eachField(
	values: Values,
	fields: Fields,
	turn: (value: unknown, setting: Setting) => unknown,
): Record<string, unknown> {
	const turned = Object.entries(fields).map(([name, setting]) => [
		name,
		turn(values[name], setting),
	]);
	return Object.fromEntries(turned.filter(([, value]) => value !== undefined));
}

/** What the node has where nothing was filled in. */
function proposedFor({ shown }: Setting): unknown {
	if (!('proposed' in shown)) return {};
	return shown.as === 'list' ? shown.proposed.join(', ') : shown.proposed;
}

function isShown({ setting }: Place, settings: Values): boolean {
	const onlyFor = setting.onlyFor ?? setting.drawer?.onlyFor;
	return onlyFor === undefined || settings.document === onlyFor;
}

function listIn(text: string): string[] {
	return text
		.split(',')
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');
}

function valueAt(values: Values, path: readonly string[]): unknown {
	return path.reduce<unknown>((part, name) => asValues(part)[name], values);
}

function put(values: Record<string, unknown>, path: readonly string[], value: unknown): void {
	const [name = '', ...rest] = path;
	if (value === undefined) return;
	if (rest.length === 0) {
		values[name] = value;
		return;
	}
	const inner = { ...asValues(values[name]) };
	put(inner, rest, value);
	values[name] = inner;
}

function asValues(value: unknown): Values {
	return typeof value === 'object' && value !== null ? (value as Values) : {};
}

function asRows(value: unknown): Values[] {
	return Array.isArray(value) ? value.map(asValues) : [];
}
