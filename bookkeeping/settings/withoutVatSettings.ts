import { fieldsWithin, type Fields, type Setting } from './declaration';
import { settingsFields } from './declared';
import type { SettingsInput } from './settings';

/**
 * The settings as a client starts over with them (J065, "Remove VAT settings"): without the link
 * between VAT rates and SnelStart, all else as it is. They are not valid settings, so that nothing
 * is booked by half of them: every workflow that reads them says what is missing.
 */
export function withoutVatSettings(settings: SettingsInput): SettingsInput {
	return without(settings, settingsFields) as SettingsInput;
}

function without(values: Readonly<Record<string, unknown>>, fields: Fields) {
	const kept = { ...values };
	for (const [name, setting] of Object.entries(fields)) {
		const value = kept[name];
		if (setting.isVatSetting) kept[name] = emptied(setting);
		else if (setting.shown.as === 'spread' && typeof value === 'object' && value !== null) {
			kept[name] = without({ ...value }, fieldsWithin(setting) ?? {});
		}
	}
	return kept;
}

/** Rows are none; whatever else is left out. */
function emptied({ shown }: Setting): [] | undefined {
	return shown.as === 'rows' ? [] : undefined;
}
