import { fromEuro, sayFact, sealIn, type Language } from '../../bookkeeping';
import { linesInShort } from './bookedLines';
import type { SavedSettings } from './configuration';
import { facts } from './facts';
import { html, type Html } from '../shared/html';
import { readOutline } from './record';
import { mayApprove, mayProcess, numberIn, type Row } from './rows';
import { texts } from './texts';
import { toldOnPage, type ToldAgain } from './told';
import { writingIn } from './writing';

export interface TableWords {
	language: Language;
	/** What every form carries, so that only this page can post it. */
	token: string;
	/** The address of a row's own page. */
	link: (row: Row) => string;
	settings: SavedSettings | undefined;
}

const known = <T>(names: Record<string, T>, name: string): T | string => names[name] ?? name;

/** The rows as a table; on a phone every row becomes a block with its column names. */
export function table(rows: readonly Row[], more: TableWords): Html {
	const words = texts[more.language];
	return html`<table>
		<thead>
			<tr>
				<th>${words.number}</th>
				<th>${words.shop}</th>
				<th>${words.orderDate}</th>
				<th>${words.paymentMethod}</th>
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

function tableRow(row: Row, { language, token, link, settings }: TableWords): Html {
	const words = texts[language];
	const { money, day } = writingIn(language);
	const told = toldOnPage(row, language);
	const amount = (euro: number | undefined) => (euro === undefined ? '' : money(fromEuro(euro)));
	return html`<tr data-key="${row.key}">
		<td data-name="${words.number}">
			<span
				><a href="${link(row)}"><strong>${numberIn(row, language)}</strong></a
				>${row.kind !== 'order' &&
				html` <span class="dim kind">${known(words.kinds, row.kind)}</span>`}</span
			>
		</td>
		<td data-name="${words.shop}">${row.shop}</td>
		<td data-name="${words.orderDate}" class="day">${day(row.orderDate)}</td>
		<td data-name="${words.paymentMethod}" class="method">${row.paymentMethod}</td>
		<td data-name="${words.total}" class="amount">${amount(row.total)}</td>
		<td data-name="${words.vat}" class="amount">${amount(row.vat)}</td>
		<td class="wide">
			${mayApprove(row) ? words.toApprove : known(words.states, row.state)}${row.snelStartNumber !==
				'' && html` · ${words.snelStart} <strong>${row.snelStartNumber}</strong>`}
			${told.message !== '' && html`<div>${told.message}</div>`}
			${row.code !== '' && html`<code>${row.code}</code>`}
			${mayApprove(row) && toCome(row, settings, language)}
			${mayApprove(row) &&
			html`<div class="actions">${button('approve', words.approve, token, row)}</div>`}
			${checkMark(row, language)}
			<details>
				<summary>${words.moreInfo}</summary>
				${info(row, told, language)}
				<div class="actions">
					${mayProcess(row) && button('process', words.process, token, row)}
					${checkButton(row, token, language)}
					${button('reportProblem', words.reportProblem, token, row)}
				</div>
			</details>
		</td>
	</tr>`;
}

/** What would be booked, in short; its page has it in full. */
function toCome(row: Row, settings: SavedSettings | undefined, language: Language): Html | false {
	const outline = readOutline(row.outline);
	return (
		outline !== undefined &&
		html`${linesInShort([...outline.lines, ...(outline.beside ?? [])], settings, language)}
		${outline.toCome?.says.map((note) => html`<div class="dim">${note}</div>`) ?? []}`
	);
}

function info(row: Row, told: ToldAgain, language: Language): Html {
	const words = texts[language];
	return facts([
		[words.whatToDo, told.tip],
		[words.day, writingIn(language).day(row.day)],
		[words.inEnglish, html`<span lang="en">${told.english}</span>`, told.english === ''],
		[words.status, sayFact('status', row.status, language) ?? ''],
		// Not decided as long as it cannot be booked.
		[
			words.regime,
			known(words.regimes, row.regime),
			row.state === 'needsAttention' && !mayApprove(row),
		],
		[words.identifier, row.snelStartId],
	]);
}

/** Who has seen what is told of a booked row, and when. */
export function checkMark(row: Row, language: Language): Html | false {
	const { seen } = texts[language];
	const on = writingIn(language).day(row.checkedOn);
	return row.isChecked && html`<div class="dim">${seen.by(row.checkedBy, on)}</div>`;
}

/** Marks what is told of a booked row as seen, or takes that back. */
export function checkButton(row: Row, token: string, language: Language): Html | false {
	const { seen } = texts[language];
	return row.toCheck !== '' && button('check', row.isChecked ? seen.undo : seen.mark, token, row);
}

/** A change is always a posted form with a token, never a link. */
export function button(action: string, label: string, token: string, row?: Row): Html {
	const fields = {
		...{ action, token },
		...(row && { orderKey: row.key, state: row.state }),
		...(row && action === 'approve' && { fingerprint: row.fingerprint, seal: sealIn(row.outline) }),
		...(row && action === 'check' && { checkedAs: row.isChecked ? '' : row.toCheck }),
	};
	// It hands a file over, and no next page comes.
	const stays = action === 'reportProblem';
	return html`<form method="post"${stays && html` data-stays`}>${Object.entries(fields).map(
		([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
	)}<button${stays && html` class="quiet"`}>${label}</button></form>`;
}
