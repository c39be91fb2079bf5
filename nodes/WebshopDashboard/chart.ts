import { html, type Html } from '../shared/html';
import type { Language } from '../../bookkeeping';
import { commonSentence } from './told';
import type { CodeCount, DayTotal } from './totals';
import type { Writing } from './writing';
import type { Texts } from './texts';

const WIDTH = 720;
const HEIGHT = 150;
const BOTTOM = 18;
const LABELS = 8;

/** Columns of the amounts booked per day; each column tells its day, orders and amount. */
export function chartPerDay(
	totals: readonly DayTotal[],
	words: Texts,
	{ money, day: written }: Writing,
): Html {
	const highest = Math.max(1, ...totals.map(({ amount }) => Math.abs(amount)));
	const step = WIDTH / Math.max(1, totals.length);
	const every = Math.ceil(totals.length / LABELS);
	const columns = totals.map(({ day, orders, amount }, index) => {
		const height = (Math.abs(amount) / highest) * (HEIGHT - BOTTOM - 6);
		const x = (index * step).toFixed(1);
		const title = `${written(day)}: ${orders} ${orders === 1 ? words.order : words.orders}, ${money(amount)}`;
		return html`<g>
			<title>${title}</title>
			<rect
				class="${amount < 0 ? 'minus' : 'plus'}"
				x="${x}"
				y="${(HEIGHT - BOTTOM - height).toFixed(1)}"
				width="${Math.max(1, step - 2).toFixed(1)}"
				height="${height.toFixed(1)}"
			/>
			${index % every === 0 &&
			html`<text x="${x}" y="${HEIGHT - 4}">${written(day).replace(/-?\d{4}-?/, '')}</text>`}
		</g>`;
	});
	return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${words.ordersPerDay}">
		${columns}
	</svg>`;
}

/** A bar per code with its sentence, as long as it occurs often. */
export function chartPerCode(counts: readonly CodeCount[], language: Language): Html {
	const highest = Math.max(1, ...counts.map(({ rows }) => rows.length));
	return html`<ul class="bars">
		${counts.map(
			({ code, rows }) =>
				html`<li>
					<span style="width:${((rows.length / highest) * 100).toFixed(0)}%"></span
					><b>${rows.length}</b> ${commonSentence(rows, language)} <code>${code}</code>
				</li>`,
		)}
	</ul>`;
}
