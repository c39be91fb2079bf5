import { settingsFields } from './declared';
import { fieldsWithin, type Fields, type PickList, type Setting } from './declaration';
import type { Settings } from './settings';

/** The ids that a client's settings pick from some lists of the administration, each once. */
export function pickedFrom(settings: Settings, lists: readonly PickList[]): string[] {
	return [...new Set(pickedIn(settings, settingsFields, lists))];
}

function pickedIn(values: unknown, fields: Fields, lists: readonly PickList[]): string[] {
	return [values].flat().flatMap((row) =>
		Object.entries(row ?? {}).flatMap(([name, value]) => {
			const setting: Setting | undefined = fields[name];
			if (setting?.shown.as !== 'pick') {
				const within = setting && fieldsWithin(setting);
				return within ? pickedIn(value, within, lists) : [];
			}
			return typeof value === 'string' && lists.includes(setting.shown.from) ? [value] : [];
		}),
	);
}
