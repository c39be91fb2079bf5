import type { IDataObject } from 'n8n-workflow';

import { sayFact, type Language } from '../../bookkeeping';
import { html, type Html } from '../shared/html';
import type { SavedSettings } from './configuration';
import type { DocumentRecord } from './record';
import { texts } from './texts';
import { writingIn } from './writing';

/** The lines of a booking: what for, on which ledger account, at which rate, how much. */
export function bookedLines(
	record: DocumentRecord,
	saved: SavedSettings | undefined,
	language: Language,
): Html | false {
	if (record.lines.length === 0) return false;
	const words = texts[language];
	const { detail } = words;
	const { money, rate } = writingIn(language);
	const parts: Record<string, string> = detail.parts;
	const known = record.lines.flatMap(({ net }) => net ?? []);
	const hasAmounts = known.length === record.lines.length;
	const row = (name: string, account: string, percentage: string, net: number | undefined): Html =>
		html`<tr>
			<td data-name="${detail.line}">${name}</td>
			<td data-name="${detail.account}">${account}</td>
			<td data-name="${detail.rate}" class="amount">${percentage}</td>
			<td data-name="${detail.amount}" class="amount">${net === undefined ? '' : money(net)}</td>
		</tr>`;
	return html`<section class="card">
		<h2>${detail.lines}</h2>
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
				${record.lines.map(({ role, percentage, account, net }) =>
					row(
						sayFact('part', role, language) ?? parts[role] ?? role,
						account === ''
							? ''
							: (accountName(account, saved) ??
									(role === 'vat' ? detail.foreignVatAccount : detail.accountUnknown)),
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
