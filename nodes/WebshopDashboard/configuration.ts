import type { IDataObject } from 'n8n-workflow';

import { html, type Html } from '../shared/html';
import type { Texts } from './texts';

/** The newest settings of the client, as they are in the settings table. */
export interface SavedSettings {
	version: number;
	settings: IDataObject;
}

/** The settings that decide about bookings; ledger accounts by number and name. */
export function configuration(saved: SavedSettings | undefined, words: Texts): Html {
	if (saved === undefined) return html`<p>${words.noSettings}</p>`;
	const accounts = accountNames(saved.settings);
	return html`<p>${words.version} ${saved.version}</p>
		<dl>
			${Object.entries(saved.settings)
				.filter(([name]) => name !== 'administration' && name !== 'client')
				.map(
					([name, value]) =>
						html`<dt>${spaced(name)}</dt>
							<dd>${shown(value, accounts)}</dd>`,
				)}
		</dl>`;
}

function accountNames({ administration }: IDataObject): Map<string, string> {
	const { accounts } = (administration ?? {}) as { accounts?: IDataObject[] };
	return new Map(
		(accounts ?? []).map(({ id, number, name }) => [
			String(id),
			`${String(number)} ${String(name)}`,
		]),
	);
}

/** `vatMapping` as a reader sees it: "Vat mapping". */
function spaced(name: string): string {
	const words = name
		.replace(/Ids?$/, '')
		.replace(/([A-Z])/g, ' $1')
		.toLowerCase();
	return words.charAt(0).toUpperCase() + words.slice(1);
}

function shown(value: unknown, accounts: ReadonlyMap<string, string>): Html {
	if (Array.isArray(value)) {
		return html`${value.map((entry, index) =>
			typeof entry === 'object'
				? html`<div class="card">${shown(entry, accounts)}</div>`
				: html`${index > 0 && ', '}${shown(entry, accounts)}`,
		)}${value.length === 0 && '–'}`;
	}
	if (typeof value === 'object' && value !== null) {
		return html`${Object.entries(value).map(
			([name, entry]) =>
				html`<div><span class="dim">${spaced(name)}:</span> ${shown(entry, accounts)}</div>`,
		)}`;
	}
	const text = String(value ?? '');
	return html`${text === '' ? '–' : (accounts.get(text) ?? text)}`;
}
