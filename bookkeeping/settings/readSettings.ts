import type { Spoken } from '../codes/facts';
import { spokenValue, valueText } from '../codes/valueTexts';
import { contradictions } from './contradictions';
import { settingsSchema, type Settings } from './settings';
import { withUsualStatuses } from './usualStatuses';

/** How complaints name the place of a setting that has the wrong form. */
type NamePlace = (path: ReadonlyArray<string | number>) => string;

const byDots: NamePlace = (path) => path.join('.') || 'settings';
const MISSING = valueText('missing');

/**
 * Reads settings and says in sentences what is wrong with them. Contradictions name both settings, and
 * are looked for only where every setting has the right form.
 *
 * @returns the settings with defaults filled in, or every complaint at once: in English, and the same in
 * both languages.
 */
export function readSettings(
	input: unknown,
	namePlace: NamePlace = byDots,
): { ok: true; settings: Settings } | { ok: false; complaints: string[]; spoken: Spoken[] } {
	const result = settingsSchema.safeParse(input);
	if (!result.success) {
		return refused(
			result.error.issues.map(({ path, message }) => {
				const isMissing = path.length > 0 && valueAt(input, path) === undefined;
				const { en, nl } = spokenValue(isMissing ? MISSING : message);
				const place = namePlace(path);
				return { en: `${place}: ${en}`, nl: `${place}: ${nl}` };
			}),
		);
	}
	const settings = complete(result.data);
	const found = contradictions(settings);
	return found.length > 0 ? refused(found) : { ok: true, settings };
}

const refused = (spoken: Spoken[]) => ({
	ok: false as const,
	complaints: spoken.map(({ en }) => en),
	spoken,
});

function complete(settings: Settings): Settings {
	return { ...settings, shops: settings.shops.map(withUsualStatuses) };
}

function valueAt(input: unknown, path: ReadonlyArray<string | number>): unknown {
	return path.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], input);
}
