import type { IDataObject } from 'n8n-workflow';

import { sayFact, type Language } from '../../bookkeeping';
import { html, type Html } from '../shared/html';
import type { SavedSettings } from './configuration';
import type { DocumentRecord } from './record';
import { texts } from './texts';
import { writingIn } from './writing';

/** The lines of a booking: what for, on which ledger account, at which rate, how much. */
export function bookedLines(
	{ lines }: Pick<DocumentRecord, 'lines'>,
	saved: SavedSettings | undefined,
	language: Language,
	title: string,
): Html | false {
	if (lines.length === 0) return false;
	const words = texts[language];
	const { detail } = words;
	const { money, rate } = writingIn(language);
	const known = lines.flatMap(({ net }) => net ?? []);
	const hasAmounts = known.length === lines.length;
	const row = (name: string, account: string, percentage: string, net: number | undefined): Html =>
		html`<tr>
			<td data-name="${detail.line}">${name}</td>
			<td data-name="${detail.account}">${account}</td>
			<td data-name="${detail.rate}" class="amount">${percentage}</td>
			<td data-name="${detail.amount}" class="amount">${net === undefined ? '' : money(net)}</td>
		</tr>`;
	return html`<section class="card">
		<h2>${title}</h2>
		<table>
			<thead>
				<tr>
					<th>${detail.line}</th>
					<th>${detail.account}</th>
					<th class="amount">${detail.rate}</th>
					<th class="amount">${detail.amount}</th>
				</tr>
			</thead>
			<tbody>
				${lines.map(({ role, percentage, account, net }) =>
					row(
						partName(role, language),
						accountOf({ role, account }, saved, language),
						rate(String(percentage)),
						net,
					),
				)}
				${hasAmounts &&
				row(
					detail.linesTotal,
					'',
					'',
					known.reduce((all, net) => all + net, 0),
				)}
			</tbody>
		</table>
	</section>`;
}

/** What an order that waits for approval would be booked on, per account and rate, in one line each. */
export function linesInShort(
	lines: DocumentRecord['lines'],
	saved: SavedSettings | undefined,
	language: Language,
): Html {
	const { money, rate } = writingIn(language);
	const sums = new Map<string, number>();
	for (const line of lines) {
		const name = `${accountOf(line, saved, language)}, ${rate(String(line.percentage))}`;
		sums.set(name, (sums.get(name) ?? 0) + (line.net ?? 0));
	}
	return html`<ul class="short">
		${[...sums].map(
			([name, net]) => html`<li>${name}: <span class="amount">${money(net)}</span></li>`,
		)}
	</ul>`;
}

function partName(role: string, language: Language): string {
	const parts: Record<string, string> = texts[language].detail.parts;
	return sayFact('part', role, language) ?? parts[role] ?? role;
}

function accountOf(
	{ role, account }: Pick<DocumentRecord['lines'][number], 'role' | 'account'>,
	saved: SavedSettings | undefined,
	language: Language,
): string {
	const { foreignVatAccount, accountUnknown } = texts[language].detail;
	if (account === '') return '';
	return accountName(account, saved) ?? (role === 'vat' ? foreignVatAccount : accountUnknown);
}

/**
 * Number and name of a ledger account, by its id or the beginning of it.
 *
 * @returns `undefined` for one that the settings do not name, or of which two begin so.
 */
function accountName(idOrPart: string, saved: SavedSettings | undefined): string | undefined {
	const { accounts = [] } = (saved?.settings.administration ?? {}) as { accounts?: IDataObject[] };
	const found = accounts.filter(({ id }) => String(id).startsWith(idOrPart));
	const [only] = found;
	return only !== undefined && found.length === 1
		? `${String(only.number)} ${String(only.name)}`
		: undefined;
}
