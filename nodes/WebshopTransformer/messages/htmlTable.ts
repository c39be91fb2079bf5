import { html, type Html } from '../../shared/html';

interface Look {
	/** How many rows are shown, and what the others are called: "… 12 more." */
	shortened?: { most: number; more: string };
	/** CSS of the table, and of its cells. */
	style?: { table: string; cell: string };
}

const styled = (css: string | undefined): Html | undefined =>
	css === undefined ? undefined : html` style="${css}"`;

/** A table of a page that ends a form. */
export function htmlTable(
	heads: readonly string[],
	rows: ReadonlyArray<ReadonlyArray<string | number>>,
	{ shortened: { most, more } = { most: Infinity, more: '' }, style }: Look = {},
): Html {
	const head = style && `${style.cell}; text-align: left`;
	return html`<table${styled(style?.table)}>
			<tr>
				${heads.map((text) => html`<th${styled(head)}>${text}</th>`)}
			</tr>
			${rows.slice(0, most).map(
				(cells) =>
					html`<tr>
						${cells.map((text) => html`<td${styled(style?.cell)}>${text}</td>`)}
					</tr>`,
			)}
		</table>
		${rows.length > most && html`<p>… ${rows.length - most} ${more}.</p>`}`;
}
