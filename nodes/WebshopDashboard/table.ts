import { facts } from './facts';
import { html, type Html } from '../shared/html';
import { mayProcess, type Row } from './rows';
import type { Texts } from './texts';

export interface TableWords {
	words: Texts;
	/** Writes an amount of cents in the reader's language. */
	money: (cents: number) => string;
	/** What every form carries, so that only this page can post it. */
	token: string;
}

const known = <T>(names: Record<string, T>, name: string): T | string => names[name] ?? name;

/** The rows as a table; on a phone every row becomes a block with its column names. */
export function table(rows: readonly Row[], more: TableWords): Html {
	const { words } = more;
	return html`<table>
		<thead>
			<tr>
				<th>${words.number}</th>
				<th>${words.shop}</th>
				<th>${words.day}</th>
				<th class="amount">${words.total}</th>
				<th class="amount">${words.vat}</th>
				<th>${words.state}</th>
			</tr>
		</thead>
		<tbody>
			${rows.map((row) => tableRow(row, more))}
		</tbody>
	</table>`;
}

function tableRow(row: Row, { words, money, token }: TableWords): Html {
	const amount = (euro: number | undefined) =>
		euro === undefined ? '' : money(Math.round(euro * 100));
	const kind = row.kind === 'order' ? '' : ` (${known(words.kinds, row.kind)})`;
	return html`<tr data-key="${row.key}">
		<td data-name="${words.number}"><strong>${row.number}${kind}</strong></td>
		<td data-name="${words.shop}">${row.shop}</td>
		<td data-name="${words.day}" class="day">${row.day}</td>
		<td data-name="${words.total}" class="amount">${amount(row.total)}</td>
		<td data-name="${words.vat}" class="amount">${amount(row.vat)}</td>
		<td class="wide">
			${known(words.states, row.state)}${row.snelStartNumber !== '' &&
			html` · ${words.snelStart} <strong>${row.snelStartNumber}</strong>`}
			${row.code !== '' && html`<div class="code">${row.code}</div>`}
			<details>
				<summary>${words.moreInfo}</summary>
				${info(row, words)}
				<div class="actions">
					${mayProcess(row) && button('process', words.process, token, row)}
					${button('reportProblem', words.reportProblem, token, row)}
				</div>
			</details>
		</td>
	</tr>`;
}

function info(row: Row, words: Texts): Html {
	return facts([
		['', row.message],
		[words.whatToDo, row.tip],
		[words.status, row.status],
		[words.regime, row.regime],
		[words.identifier, row.snelStartId],
	]);
}

/** A change is always a posted form with a token, never a link. */
export function button(action: string, label: string, token: string, row?: Row): Html {
	const fields = { action, token, ...(row && { orderKey: row.key, state: row.state }) };
	return html`<form method="post">${Object.entries(fields).map(
		([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
	)}<button${action === 'reportProblem' && html` class="quiet"`}>${label}</button></form>`;
}
