import { fieldsWithin, type Fields } from './declaration';
import { settingsFields } from './declared';

/**
 * The fields of settings that mean nothing, each with the way to it. Reading settings leaves such
 * fields out; where a person wrote them, they are mistakes.
 */
export function unknownSettings(input: unknown): Array<Array<string | number>> {
	return unknownIn(input, settingsFields, []);
}

function unknownIn(
	input: unknown,
	fields: Fields,
	path: ReadonlyArray<string | number>,
): Array<Array<string | number>> {
	if (Array.isArray(input)) {
		return input.flatMap((row, index) => unknownIn(row, fields, [...path, index]));
	}
	if (typeof input !== 'object' || input === null) return [];
	return Object.entries(input).flatMap(([name, value]) => {
		const here = [...path, name];
		const setting = Object.hasOwn(fields, name) ? fields[name] : undefined;
		if (!setting) return [here];
		const within = fieldsWithin(setting);
		return within ? unknownIn(value, within, here) : [];
	});
}
