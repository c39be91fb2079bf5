import { html, type Html } from '../../shared/html';
import { euroOf, listOf, numberOf, textOf, type Row } from './read';

type Cell = string | number;

const tableOf = (heads: readonly string[], rows: ReadonlyArray<readonly Cell[]>): Html =>
	html`<table>
		<tr>
			${heads.map((head) => html`<th>${head}</th>`)}
		</tr>
		${rows.map(
			(cells) =>
				html`<tr>
					${cells.map((cell) => html`<td>${cell}</td>`)}
				</tr>`,
		)}
	</table>`;

const fates: Record<string, string> = {
	toBook: 'Would be booked',
	alreadyThere: 'In SnelStart already',
	needsAttention: 'Needs attention',
	waiting: 'Waits',
	nothingToBook: 'Nothing to book',
};

/** @param period a row of the table of migrations: what a dry run of it found. */
export function planPage(period: Row): { title: string; html: string } {
	const plan = JSON.parse(textOf(period, 'plan') || '{}') as Row;
	const fateRows = listOf(plan, 'fates').map((row) => [
		fates[textOf(row, 'fate')] ?? textOf(row, 'fate'),
		textOf(row, 'kind'),
		textOf(row, 'code'),
		numberOf(row, 'documents'),
		euroOf(row, 'total'),
		Array.isArray(row.examples) ? row.examples.join(', ') : textOf(row, 'examples'),
	]);
	const monthRows = listOf(plan, 'months').map((row) => [
		textOf(row, 'month'),
		`${numberOf(row, 'percentage')} %`,
		euroOf(row, 'net'),
		euroOf(row, 'vat'),
		euroOf(row, 'gross'),
	]);
	const page = html`<h4>Orders and refunds</h4>
		${tableOf(['What', 'Kind', 'Why', 'Number', 'Euro', 'For example'], fateRows)}
		<h4>To be booked, per month and VAT rate</h4>
		${tableOf(['Month', 'VAT', 'Without VAT', 'VAT amount', 'With VAT'], monthRows)}
		<p>
			Nothing was booked. Open the form again and choose Migrate with the same days to book this.
		</p>`;
	return { title: `Dry run: ${daysOf(period)}`, html: page.text };
}

const daysOf = (period: Row): string =>
	`${textOf(period, 'periodFrom')} until ${textOf(period, 'periodUntil')}`;

/** @param periods rows of the table of migrations. */
export function progressPage(periods: readonly Row[]): { title: string; html: string } {
	const rows = periods.map((period) => [
		daysOf(period),
		textOf(period, 'state') || 'planned',
		`${numberOf(period, 'read')} of ${numberOf(period, 'found')}`,
		numberOf(period, 'booked'),
		numberOf(period, 'alreadyThere'),
		numberOf(period, 'refundsBooked'),
		numberOf(period, 'waiting'),
		numberOf(period, 'nothingToBook'),
		numberOf(period, 'needsAttention'),
		numberOf(period, 'left'),
		euroOf(period, 'total'),
	]);
	const page =
		rows.length === 0
			? html`No dry run was made yet.`
			: html`${tableOf(
					[
						'Days',
						'State',
						'Read',
						'Booked',
						'Was there',
						'Refunds',
						'Waits',
						'Nothing to book',
						'Needs attention',
						'Left',
						'Euro',
					],
					rows,
				)}A
				period that is running goes on every five minutes. Left are orders that a batch could not
				finish; they are tried again at the end.`;
	return { title: 'Progress', html: page.text };
}
