import { fromEuro } from '../../bookkeeping';
import type { Language } from '../../bookkeeping';
import { boxName } from './boxName';
import { facts } from './facts';
import { html, type Html } from '../shared/html';
import { foundDifferences, type CheckRow, type PeriodCheck } from './periodChecks';
import { texts, type Texts } from './texts';
import { toldOnPage, type ToldAgain } from './told';
import { writingIn } from './writing';

/** The page of the reconciliations: boxes, statements and differences of each period checked. */
export function reconciliation(
	checks: readonly PeriodCheck[],
	search: string,
	language: Language,
): Html {
	if (checks.length === 0) return html`<p>${texts[language].noChecks}</p>`;
	return html`${checks.map((check) => period(check, search, language))}`;
}

function period(check: PeriodCheck, search: string, language: Language): Html {
	const words = texts[language];
	const writing = writingIn(language);
	const differences = foundDifferences(check, search);
	return html`<section data-period="${check.shop} ${check.from}">
		<h2>${check.shop}, ${writing.day(check.from)} – ${writing.day(check.until)}</h2>
		${check.summary && html`<p class="dim">${sentence(check.summary, language)}</p>`}
		${comparison(words.boxes, check.boxes, ({ box }) => boxName(box, words), language)}
		${comparison(words.statements, check.statements, (row) => statementName(row, words), language)}
		${check.clearing.map((row) => difference(row, language))}
		${differences.length === 0
			? html`<p>${check.differences.length === 0 ? words.noDifferences : words.searchAll}</p>`
			: differences.map((row) => difference(row, language))}
	</section>`;
}

/** `ICP BE goederen (W7)`: country and supply, or country and rate or the quarter that is corrected. */
function statementName(
	{ kind, found, invoiceNumber }: CheckRow,
	{ supplies, correction }: Texts,
): string {
	const said = found
		.replace(/\bgoods$/, supplies.goods)
		.replace(/\bservices$/, supplies.services)
		.replace(/\bcorrection(?= \S+$)/, correction);
	return `${kind.toUpperCase()} ${said} (${invoiceNumber})`;
}

/** What a row found, as far as it can be said; else as it is. */
function sentence(row: CheckRow, language: Language): Html {
	const { message, english } = told(row, language);
	return html`${message}${english !== '' && html` <span lang="en">${english}</span>`}`;
}

const told = ({ found, likelyCause, ...row }: CheckRow, language: Language): ToldAgain =>
	toldOnPage({ ...row, message: found, cause: likelyCause }, language);

/** Turnover and VAT of the shop beside those of the books; a line that differs stands out. */
function comparison(
	title: string,
	rows: readonly CheckRow[],
	nameOf: (row: CheckRow) => string,
	language: Language,
): Html | false {
	if (rows.length === 0) return false;
	const words = texts[language];
	const writing = writingIn(language);
	const shown = (euro: number): string => writing.money(fromEuro(euro));
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

function difference(row: CheckRow, language: Language): Html {
	const words = texts[language];
	const kinds: Record<string, string> = words.differences;
	const { cause, tip } = told(row, language);
	return html`<details data-order="${row.orderNumber}">
		<summary>
			<strong>${row.orderNumber || row.invoiceNumber}</strong> ${kinds[row.kind] ?? row.kind}:
			${writingIn(language).money(fromEuro(row.difference))}
		</summary>
		${facts([
			['', sentence(row, language)],
			[words.likelyCause, cause],
			[words.whatToDo, tip],
		])}
	</details>`;
}
