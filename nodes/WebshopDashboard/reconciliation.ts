import { facts } from './facts';
import { html, type Html } from '../shared/html';
import { foundDifferences, type CheckRow, type PeriodCheck } from './periodChecks';
import type { Texts } from './texts';
import type { Writing } from './writing';

/** The page of the reconciliations: boxes, statements and differences of each period checked. */
export function reconciliation(
	checks: readonly PeriodCheck[],
	search: string,
	words: Texts,
	writing: Writing,
): Html {
	if (checks.length === 0) return html`<p>${words.noChecks}</p>`;
	return html`${checks.map((check) => period(check, search, words, writing))}`;
}

function period(check: PeriodCheck, search: string, words: Texts, writing: Writing): Html {
	const differences = foundDifferences(check, search);
	return html`<section data-period="${check.shop} ${check.from}">
		<h2>${check.shop}, ${writing.day(check.from)} – ${writing.day(check.until)}</h2>
		${check.summary && html`<p class="dim">${check.summary.found}</p>`}
		${comparison(
			words.boxes,
			check.boxes,
			({ box }) => (box === 'none' ? words.noBox : box),
			words,
			writing,
		)}
		${comparison(words.statements, check.statements, statementName, words, writing)}
		${differences.length === 0
			? html`<p>${check.differences.length === 0 ? words.noDifferences : words.searchAll}</p>`
			: differences.map((row) => difference(row, words, writing))}
	</section>`;
}

const statementName = ({ kind, found, invoiceNumber }: CheckRow): string =>
	`${kind.toUpperCase()} ${found} (${invoiceNumber})`;

/** Turnover and VAT of the shop beside those of the books; a line that differs stands out. */
function comparison(
	title: string,
	rows: readonly CheckRow[],
	nameOf: (row: CheckRow) => string,
	words: Texts,
	writing: Writing,
): Html | false {
	if (rows.length === 0) return false;
	const shown = (euro: number): string => writing.money(Math.round(euro * 100));
	const cell = (name: string, euro: number): Html =>
		html`<td data-name="${name}" class="amount">${shown(euro)}</td>`;
	return html`<table>
		<thead>
			<tr>
				<th>${title}</th>
				<th class="amount">${words.shopTurnover}</th>
				<th class="amount">${words.booksTurnover}</th>
				<th class="amount">${words.shopVat}</th>
				<th class="amount">${words.booksVat}</th>
			</tr>
		</thead>
		<tbody>
			${rows.map(
				(row) =>
					html`<tr${!agrees(row) && html` class="differs"`}>
						<td data-name="${title}"><strong>${nameOf(row)}</strong></td>
						${cell(words.shopTurnover, row.shopTotal)} ${cell(words.booksTurnover, row.booksTotal)}
						${cell(words.shopVat, row.shopVat)} ${cell(words.booksVat, row.booksVat)}
					</tr>`,
			)}
		</tbody>
	</table>`;
}

const agrees = ({ shopTotal, booksTotal, shopVat, booksVat }: CheckRow): boolean =>
	shopTotal === booksTotal && shopVat === booksVat;

function difference(row: CheckRow, words: Texts, writing: Writing): Html {
	const kinds: Record<string, string> = words.differences;
	return html`<details data-order="${row.orderNumber}">
		<summary>
			<strong>${row.orderNumber}</strong> ${kinds[row.kind] ?? row.kind}:
			${writing.money(Math.round(row.difference * 100))}
		</summary>
		${facts([
			['', row.found],
			[words.likelyCause, row.likelyCause],
			[words.whatToDo, row.tip],
		])}
	</details>`;
}
