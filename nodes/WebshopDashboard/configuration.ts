import type { IDataObject } from 'n8n-workflow';

import {
	dutchNameOf,
	sayFact,
	settingsFields,
	type Fields,
	type Language,
	type Setting,
} from '../../bookkeeping';
import { html, type Html } from '../shared/html';
import { texts } from './texts';

/** The newest settings of the client, as they are in the settings table. */
export interface SavedSettings {
	version: number;
	settings: IDataObject;
}

/** What is needed to say a setting. */
interface Saying {
	language: Language;
	/** Names of the administration by id: ledger accounts with their number. */
	names: ReadonlyMap<string, string>;
	/** Whether orders become sales orders. */
	salesOrders: boolean;
}

/** The settings that decide about bookings, with the names that they have in the settings node. */
export function configuration(saved: SavedSettings | undefined, language: Language): Html {
	const words = texts[language];
	if (saved === undefined) return html`<p>${words.noSettings}</p>`;
	const saying = sayingOf(saved, language);
	const all = entries(settingsFields, saved.settings, saying).filter(
		([setting]) => setting !== settingsFields.client,
	);
	const empty = all.filter(([setting, value]) => shown(setting, value, saying).text === '');
	return html`<p>${words.version} ${saved.version}</p>
		<dl class="settings">
			${all
				.filter((entry) => !empty.includes(entry))
				.map(
					([setting, value]) =>
						html`<dt>${heading(setting, language)}</dt>
							<dd>${shown(setting, value, saying)}</dd>`,
				)}
			${empty.length > 0 &&
			html`<dt>${words.notSet}</dt>
				<dd>${empty.map(([{ title }]) => nameIn(language, title)).join(', ')}</dd>`}
		</dl>`;
}

const sayingOf = ({ settings }: SavedSettings, language: Language): Saying => ({
	language,
	names: namesIn(settings),
	salesOrders: settings.document === 'salesOrder',
});

function namesIn({ administration }: IDataObject): Map<string, string> {
	const { accounts = [], named = {} } = (administration ?? {}) as {
		accounts?: IDataObject[];
		named?: Record<string, string>;
	};
	return new Map([
		...Object.entries(named),
		...accounts.map(({ id, number, name }): [string, string] => [
			String(id),
			`${String(number)} ${String(name)}`,
		]),
	]);
}

/** Settings with their values, in the order of the settings node. */
function entries(
	fields: Fields,
	values: IDataObject,
	saying: Saying,
): Array<[setting: Setting, value: unknown]> {
	return Object.entries(fields).flatMap(([name, setting]): Array<[Setting, unknown]> => {
		const { shown: how, drawer, onlyFor = drawer?.onlyFor } = setting;
		if (how.as === 'hidden' || (onlyFor === 'salesOrder' && !saying.salesOrders)) return [];
		if (how.as === 'spread') return entries(how.fields, objectOf(values[name]), saying);
		return [[setting, values[name]]];
	});
}

const objectOf = (value: unknown): IDataObject =>
	typeof value === 'object' && value !== null ? (value as IDataObject) : {};

const nameIn = (language: Language, name: string): string =>
	language === 'nl' ? dutchNameOf(name) : name;

/** The settings one under the other, for a spreadsheet: the fields of a row after its name and number. */
export function configurationRows(
	saved: SavedSettings | undefined,
	language: Language,
): Array<[name: string, value: string]> {
	if (saved === undefined) return [];
	const saying = sayingOf(saved, language);
	const flat = (fields: Fields, values: IDataObject, before: string): Array<[string, string]> =>
		entries(fields, values, saying).flatMap(([setting, value]): Array<[string, string]> => {
			const { shown: how, title } = setting;
			const name = [before, nameIn(language, title)].filter(Boolean).join(' / ');
			if (Array.isArray(value) && how.as === 'rows') {
				return value.flatMap((row, index) =>
					flat(how.fields, objectOf(row), `${name} ${index + 1}`),
				);
			}
			if ('fields' in how && typeof value === 'object' && value !== null) {
				return flat(how.fields, objectOf(value), name);
			}
			const said = plain(setting, value, saying);
			return said === '' ? [] : [[name, said]];
		});
	return [
		[texts[language].version, String(saved.version)],
		...flat(settingsFields, saved.settings, ''),
	];
}

/** A Dutch reader needs the English name too: the settings node has no other. */
function heading({ title }: Setting, language: Language): Html {
	const name = nameIn(language, title);
	return html`${name}${name !== title && html` <span class="english" lang="en">${title}</span>`}`;
}

function shown(setting: Setting, value: unknown, saying: Saying): Html {
	const { shown: how } = setting;
	if (Array.isArray(value) && how.as === 'rows') {
		const rows = value.map(
			(row) => html`<div class="card">${within(how.fields, objectOf(row), saying)}</div>`,
		);
		return html`${rows}`;
	}
	if ('fields' in how && typeof value === 'object' && value !== null) {
		return within(how.fields, objectOf(value), saying);
	}
	return html`${plain(setting, value, saying)}`;
}

/** The fields of a row or group, as far as they are filled in. */
function within(fields: Fields, values: IDataObject, saying: Saying): Html {
	return html`${entries(fields, values, saying)
		.filter(([, value]) => !isEmpty(value))
		.map(
			([setting, value]) =>
				html`<div>
					<span class="dim">${nameIn(saying.language, setting.title)}:</span> ${shown(
						setting,
						value,
						saying,
					)}
				</div>`,
		)}`;
}

const isEmpty = (value: unknown): boolean =>
	value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length);

/** A value that has no fields of its own. */
function plain({ shown: how }: Setting, value: unknown, { language, names }: Saying): string {
	const words = texts[language];
	if (isEmpty(value)) return '';
	if (Array.isArray(value)) {
		const said = how.as === 'list' && how.of && sayFact(how.of, value, language);
		return said || value.map(String).join(', ');
	}
	if (typeof value === 'boolean') return value ? words.yes : words.no;
	const text = String(value as string | number);
	if (how.as === 'choice') {
		const choice = how.choices.find((one) => one.value === text);
		return nameIn(language, choice?.name ?? text);
	}
	if (how.as === 'pick') return picked(how.from, text, { language, names });
	return /^\d{4}-\d{2}-\d{2}$/.test(text) ? (sayFact('date', text, language) ?? text) : text;
}

function picked(
	from: string,
	text: string,
	{ language, names }: Pick<Saying, 'language' | 'names'>,
): string {
	const words = texts[language];
	if (from === 'deliveryCountries') return text;
	if (from === 'vatRates') {
		const rates: Record<string, string> = words.vatRates;
		return rates[text] ?? text;
	}
	return names.get(text) ?? words.chosenInSnelStart;
}
