import { outlineOf, type Language } from '../../bookkeeping';
import { configuration } from './configuration';
import { chartPerCode, chartPerDay } from './chart';
import { html, type Html } from '../shared/html';
import { periodTotals } from './periodTotals';
import { fileFormats, toQuery, type DashboardRequest } from './request';
import { orderPage } from './orderPage';
import { pageFrame } from './pageFrame';
import type { PageContent } from './pageContent';
import { isAmong, mayApprove, narrowings, rowsOf, tabs, type Row, type Tab } from './rows';
import { pauseBanner, pauseCard } from './pauseCard';
import { foundDifferences } from './periodChecks';
import { reconciliation } from './reconciliation';
import { signOffCards } from './signOffCards';
import { button, table } from './table';
import { texts, type Texts } from './texts';
import { countPerCode, forChart, totalsPerDay } from './totals';
import { writingIn } from './writing';

const ROWS_PER_PAGE = 50;

/** The dashboard's page: one tab, its filter, its rows and its chart (J200–J205, J209). */
export function page(content: PageContent): string {
	const { request } = content;
	const words = texts[request.language];
	const other = request.language === 'nl' ? 'en' : 'nl';
	const narrowed = { ...content, rows: content.rows.filter(isAmong(request)) };
	return pageFrame({
		language: request.language,
		title: words.title,
		about: request.client,
		inOtherLanguage: toQuery({ ...request, language: other }),
		main: html`${pauseBanner(content)}
			<nav>${tabs.map((tab) => tabLink(tab, content, words))}</nav>
			${content.processed &&
			html`<p class="note" role="status">
				${content.pause === undefined ? words.processed : words.processedLater}
			</p>`}
			${request.order === undefined ? tabPage(content, narrowed) : orderPage(content)}`,
	});
}

function tabPage(content: PageContent, narrowed: PageContent): Html {
	const { request } = content;
	const words = texts[request.language];
	return html`<p class="dim">${words.explained[request.tab]}</p>
		${request.tab !== 'configuration' && filter(content, words)} ${charts(narrowed, words)}
		${request.tab === 'report' && periodTotals(narrowed)}
		${request.tab === 'configuration' && pauseCard(content)}
		${request.tab === 'reconciliation' && signOffCards(content)}
		<section class="card">${body(narrowed)}</section>
		<p class="files">
			${fileFormats.map(
				(format) =>
					html`<a href="?${toQuery({ ...request, page: 1 })}&amp;format=${format}" data-stays
						>${words.download[format]}</a
					> `,
			)}
		</p>`;
}

function body(content: PageContent): Html {
	const { request, rows, settings, checks } = content;
	const { tab, search, language } = request;
	if (tab === 'configuration') return configuration(settings, language);
	if (tab === 'reconciliation') return reconciliation(checks, search, language);
	return list(content, rowsOf(tab, rows, search));
}

/** Another tab keeps period, search and shop; what else the rows are narrowed to may have none there. */
function tabLink(tab: Tab, { request, rows, checks }: PageContent, words: Texts): Html {
	const isHere = tab === request.tab;
	const { shop, regime, paymentMethod, code } = request;
	const narrowing = isHere ? { shop, regime, paymentMethod, code } : { shop };
	const count =
		tab === 'reconciliation'
			? checks.flatMap((check) => foundDifferences(check, request.search)).length
			: rowsOf(tab, rows.filter(isAmong(narrowing)), request.search).length;
	const none = { regime: undefined, paymentMethod: undefined, code: undefined };
	const list = { ...request, ...none, ...narrowing };
	const current = isHere && html` aria-current="page"`;
	return html`<a href="?${toQuery({ ...list, tab, page: 1, order: undefined })}" ${current}
		>${words.tabs[tab]}${tab !== 'configuration' && html`<small>${count}</small>`}</a
	>`;
}

function filter({ request, rows }: PageContent, words: Texts): Html {
	const { tab, language, search, from, until } = request;
	return html`<form class="filter card" method="get">
		<input type="hidden" name="tab" value="${tab}" /><input
			type="hidden"
			name="language"
			value="${language}"
		/>
		<label>${words.search}<input type="search" name="search" value="${search}" /></label>
		<label>${words.from}<input type="date" name="from" value="${from}" /></label>
		<label>${words.until}<input type="date" name="until" value="${until}" /></label>
		${tab !== 'reconciliation' && narrowings.map((name) => choice(name, request, rows, words))}
		<button>${words.show}</button>
	</form>`;
}

/** A choice among what the rows hold; none where there is nothing to choose. */
function choice(
	name: (typeof narrowings)[number],
	request: DashboardRequest,
	rows: readonly Row[],
	words: Texts,
): Html | false {
	const found = rows.map((row) => row[name]).filter((value) => value !== '');
	const chosen = request[name];
	const values = [...new Set([...found, ...(chosen === undefined ? [] : [chosen])])].sort();
	if (values.length < 2 && chosen === undefined) return false;
	const labelOf = (value: string): string => {
		if (name === 'regime') return (words.regimes as Record<string, string>)[value] || value;
		return name === 'code' ? codeWithOutline(value, request.language) : value;
	};
	return html`<label
		>${words[name]}<select name="${name}">
			<option value="">${words.all}</option>
			${values.map(
				(value) =>
					html`<option value="${value}" ${value === chosen && html`selected`}>
						${labelOf(value)}
					</option>`,
			)}
		</select></label
	>`;
}

/** So much of a sentence stands beside its code. */
const OUTLINE_LENGTH = 80;

/** A code with its sentence, without the facts of any order. */
function codeWithOutline(code: string, language: Language): string {
	const sentence = outlineOf(code, '', language)?.message ?? '';
	if (sentence === '') return code;
	const isLong = sentence.length > OUTLINE_LENGTH;
	return `${code}: ${isLong ? `${sentence.slice(0, OUTLINE_LENGTH - 1).trimEnd()}…` : sentence}`;
}

function list(content: PageContent, found: readonly Row[]): Html {
	const { request, token } = content;
	const words = texts[request.language];
	if (found.length === 0) return nothingFound(content, words);
	const first = Math.min((request.page - 1) * ROWS_PER_PAGE, found.length - 1);
	const start = first - (first % ROWS_PER_PAGE);
	const part = found.slice(start, start + ROWS_PER_PAGE);
	const link = (number: number, label: string) =>
		html`<a href="?${toQuery({ ...request, page: number })}">${label}</a> `;
	const current = start / ROWS_PER_PAGE + 1;
	const buttons = [
		...(found.some(mayApprove) ? (['approveWithoutNotes', 'approveAll'] as const) : []),
		...(request.tab === 'errors' ? (['processAll'] as const) : []),
	];
	return html`${buttons.length > 0 &&
		html`<div class="actions">${buttons.map((name) => button(name, words[name], token))}</div>`}
		${table(part, {
			language: request.language,
			token,
			link: ({ key }) => `?${toQuery({ ...request, order: key })}`,
			settings: content.settings,
		})}
		<p class="dim">
			${words.shown} ${start + 1}–${start + part.length} ${words.of} ${found.length}
			${current > 1 && link(current - 1, words.previous)}${start + part.length < found.length &&
			link(current + 1, words.next)}
		</p>`;
}

/** Whoever searched on the wrong tab is told which has it: the period is not what is wrong then. */
function nothingFound({ request, rows }: PageContent, words: Texts): Html {
	const { search, tab } = request;
	if (search === '') return html`<p>${(words.nothing as Partial<Record<Tab, string>>)[tab]}</p>`;
	const others = tabs.filter((one) => one !== tab && rowsOf(one, rows, search).length > 0);
	if (others.length === 0) return html`<p>${words.searchAll}</p>`;
	return html`<p>
		${words.elsewhere}
		${others.map(
			(one) =>
				html`<a href="?${toQuery({ ...request, tab: one, page: 1 })}">${words.tabs[one]}</a> `,
		)}
	</p>`;
}

function charts({ request, rows, days }: PageContent, words: Texts): Html | false {
	if (request.tab === 'report') {
		const totals = forChart(totalsPerDay(rowsOf('report', rows, request.search), days));
		if (totals.every(({ orders, amount }) => orders === 0 && amount === 0)) return false;
		const isPerMonth = totals.length < days.length;
		const title = isPerMonth ? words.ordersPerMonth : words.ordersPerDay;
		return html`<section class="card">
			<h2>${title}</h2>
			${chartPerDay(totals, title, words, writingIn(request.language))}
		</section>`;
	}
	const counts = request.tab === 'errors' ? countPerCode(rowsOf('errors', rows, '')) : [];
	return (
		counts.length > 0 &&
		html`<section class="card">
			<h2>${words.errorsPerCode}</h2>
			${chartPerCode(counts, request.language)}
		</section>`
	);
}
