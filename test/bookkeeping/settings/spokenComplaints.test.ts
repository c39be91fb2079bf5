import { spokenValue } from '../../../bookkeeping/codes/valueTexts';
import type { Setting } from '../../../bookkeeping/settings/declaration';
import { settingsFields } from '../../../bookkeeping/settings/declared';
import { readSettings } from '../../../bookkeeping/settings/readSettings';
import { completeSettings } from '../support';

interface Placed {
	place: string;
	setting: Setting;
}

/** Every setting with its place, those of rows and collections too. */
function everySetting(fields: Readonly<Record<string, Setting>>, before = ''): Placed[] {
	return Object.entries(fields).flatMap(([name, setting]) => {
		const place = `${before}${name}`;
		const { shown } = setting;
		if (shown.as === 'hidden') return [];
		const inside = 'fields' in shown ? everySetting(shown.fields, `${place}.`) : [];
		return [{ place, setting }, ...inside];
	});
}

const wrong = [
	1,
	-1,
	0.5,
	1e9,
	'',
	'No Name!',
	'x'.repeat(300),
	true,
	{},
	[],
	[1],
	[''],
	[{}],
	null,
];

test.each(everySetting(settingsFields).map((one) => [one.place, one] as const))(
	'whatever is wrong with %s is said in both languages',
	(_, { setting }) => {
		for (const value of wrong) {
			for (const { message } of setting.schema.safeParse(value).error?.issues ?? []) {
				const { en, nl } = spokenValue(message);
				expect(en).toBe(message);
				expect(nl).not.toBe(en);
			}
		}
	},
);

test('a complaint names its place, and says what is missing, in both languages', () => {
	const result = readSettings({ ...completeSettings, client: undefined, paymentTermDays: -1 });
	expect(result.ok ? [] : result.spoken).toEqual([
		{ en: 'client: is missing', nl: 'client: ontbreekt' },
		{ en: 'paymentTermDays: must be 0 at least', nl: 'paymentTermDays: moet minstens 0 zijn' },
	]);
});

test('what zod says itself is told in general, never in English to a Dutch reader', () => {
	const result = readSettings({ ...completeSettings, administration: { name: 1 } });
	expect(result.ok ? [] : result.spoken.map(({ nl }) => nl)).toContain(
		'administration.name: heeft een vorm die niet bekend is',
	);
});
