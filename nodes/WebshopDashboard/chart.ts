import { html, type Html } from '../shared/html';
import type { Language } from '../../bookkeeping';
import { commonSentence, unbroken } from './told';
import type { CodeCount, DayTotal } from './totals';
import type { Writing } from './writing';
import type { Texts } from './texts';

const WIDTH = 720;
const HEIGHT = 150;
const BOTTOM = 18;
/** Where the amount of a column stands. */
const TOP = 16;
const LABELS = 8;
/** So many columns are wide enough for their amounts; of more only the highest says it. */
const WIDE_ENOUGH = 9;

/** Columns of the amounts booked per day or month; each tells its day, orders and amount. */
export function chartPerDay(
	totals: readonly DayTotal[],
	label: string,
	words: Texts,
	{ money, day: written }: Writing,
): Html {
	const highest = Math.max(1, ...totals.map(({ amount }) => Math.abs(amount)));
	const step = WIDTH / Math.max(1, totals.length);
	const every = Math.ceil(totals.length / LABELS);
	const columns = totals.map(({ day, orders, amount }, index) => {
		const height = (Math.abs(amount) / highest) * (HEIGHT - BOTTOM - TOP);
		const x = index * step;
		const y = HEIGHT - BOTTOM - height;
		const title = `${written(day)}: ${orders} ${orders === 1 ? words.order : words.orders}, ${money(amount)}`;
		const saysAmount =
			amount !== 0 && (totals.length <= WIDE_ENOUGH || Math.abs(amount) === highest);
		const middle = Math.min(Math.max(x + step / 2, EDGE), WIDTH - EDGE).toFixed(1);
		return html`<g>
			<title>${title}</title>
			<rect
				class="${amount < 0 ? 'minus' : 'plus'}"
				x="${x.toFixed(1)}"
				y="${y.toFixed(1)}"
				width="${Math.max(1, step - 2).toFixed(1)}"
				height="${height.toFixed(1)}"
			/>
			${saysAmount &&
			html`<text x="${middle}" y="${(y - 4).toFixed(1)}" text-anchor="middle"
				>${money(amount)}</text
			>`}
			${index % every === 0 &&
			x <= WIDTH - EDGE &&
			html`<text x="${x.toFixed(1)}" y="${HEIGHT - 4}"
				>${/^\d{4}-\d\d$/.test(day) ? written(day) : written(day).replace(/-?\d{4}-?/, '')}</text
			>`}
		</g>`;
	});
	return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
		${columns}
	</svg>`;
}

/** Half the width of an amount, so that none is cut off at a side. */
const EDGE = 34;

/** A bar per code with its sentence, as long as it occurs often. */
export function chartPerCode(counts: readonly CodeCount[], language: Language): Html {
	const highest = Math.max(1, ...counts.map(({ rows }) => rows.length));
	return html`<ul class="bars">
		${counts.map(
			({ code, rows }) =>
				html`<li>
					<span style="width:${((rows.length / highest) * 100).toFixed(0)}%"></span
					><b>${rows.length}</b> ${unbroken(commonSentence(rows, language))} <code>${code}</code>
				</li>`,
		)}
	</ul>`;
}
