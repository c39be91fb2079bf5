import { contradictions } from './contradictions';
import { settingsSchema, type Settings } from './settings';
import { withUsualStatuses } from './usualStatuses';

const completeSchema = settingsSchema.superRefine((settings, context) => {
	for (const message of contradictions(complete(settings))) {
		context.addIssue({ code: 'custom', message });
	}
});

/** How complaints name the place of a setting that has the wrong form. */
type NamePlace = (path: ReadonlyArray<string | number>) => string;

const byDots: NamePlace = (path) => path.join('.') || 'settings';

/**
 * Reads settings and says in sentences what is wrong with them. Contradictions name both settings.
 *
 * @returns the settings with defaults filled in, or every complaint at once.
 */
export function readSettings(
	input: unknown,
	namePlace: NamePlace = byDots,
): { ok: true; settings: Settings } | { ok: false; complaints: string[] } {
	const result = completeSchema.safeParse(input);
	if (result.success) return { ok: true, settings: complete(result.data) };
	return {
		ok: false,
		complaints: result.error.issues.map(({ path, message, code }) => {
			if (code === 'custom') return message;
			const isMissing = path.length > 0 && valueAt(input, path) === undefined;
			return `${namePlace(path)}: ${isMissing ? 'is missing' : message}`;
		}),
	};
}

function complete(settings: Settings): Settings {
	return { ...settings, shops: settings.shops.map(withUsualStatuses) };
}

function valueAt(input: unknown, path: ReadonlyArray<string | number>): unknown {
	return path.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], input);
}
