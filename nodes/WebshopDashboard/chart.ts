import { html, type Html } from '../shared/html';
import type { DayTotal } from './totals';
import type { Texts } from './texts';

const WIDTH = 720;
const HEIGHT = 150;
const BOTTOM = 18;
const LABELS = 8;

/** Columns of the amounts booked per day; each column tells its day, orders and amount. */
export function chartPerDay(
	totals: readonly DayTotal[],
	words: Texts,
	money: (cents: number) => string,
): Html {
	const highest = Math.max(1, ...totals.map(({ amount }) => Math.abs(amount)));
	const step = WIDTH / Math.max(1, totals.length);
	const every = Math.ceil(totals.length / LABELS);
	const columns = totals.map(({ day, orders, amount }, index) => {
		const height = (Math.abs(amount) / highest) * (HEIGHT - BOTTOM - 6);
		const x = (index * step).toFixed(1);
		const title = `${day}: ${orders} ${words.orders}, ${money(amount)}`;
		return html`<g>
			<title>${title}</title>
			<rect
				class="${amount < 0 ? 'minus' : 'plus'}"
				x="${x}"
				y="${(HEIGHT - BOTTOM - height).toFixed(1)}"
				width="${Math.max(1, step - 2).toFixed(1)}"
				height="${height.toFixed(1)}"
			/>
			${index % every === 0 && html`<text x="${x}" y="${HEIGHT - 4}">${day.slice(5)}</text>`}
		</g>`;
	});
	return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${words.ordersPerDay}">
		${columns}
	</svg>`;
}

/** A bar per code, as long as it occurs often. */
export function chartPerCode(counts: ReadonlyArray<{ code: string; count: number }>): Html {
	const highest = Math.max(1, ...counts.map(({ count }) => count));
	return html`<ul class="bars">
		${counts.map(
			({ code, count }) =>
				html`<li>
					<span style="width:${((count / highest) * 100).toFixed(0)}%"></span
					><b>${count}</b> ${code}
				</li>`,
		)}
	</ul>`;
}
