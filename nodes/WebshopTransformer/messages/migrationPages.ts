import { formTexts, sayFact, type Language } from '../../../bookkeeping';
import { outlineToReader, retellToReader } from '../../shared/toldToReader';
import { html } from '../../shared/html';
import { htmlTable } from './htmlTable';
import { dayOf, euroOf, listOf, numberOf, textOf, type Row } from './read';
import { texts } from './texts';

/** A page that ends a form. */
interface Page {
	title: string;
	html: string;
}

const known = (names: Record<string, string>, name: string): string => names[name] ?? name;

const daysOf = (period: Row, language: Language): string =>
	texts[language].plan.days(
		dayOf(period, 'periodFrom', language),
		dayOf(period, 'periodUntil', language),
	);

/** A code with what was found of its first example and what to do; a plan of before has no facts. */
function whyOf(row: Row, language: Language): [found: string, toDo: string] {
	const code = textOf(row, 'code');
	if (code === '') return ['', ''];
	const facts = textOf(row, 'facts');
	const { message = '', tip = '' } =
		retellToReader(code, facts, language) ?? outlineToReader(code, facts, language) ?? {};
	return [[code, message].filter(Boolean).join(': '), tip];
}

/** @param period a row of the table of migrations: what a dry run of it found. */
export function planPage(period: Row, language: Language): Page {
	const words = texts[language].plan;
	const plan = JSON.parse(textOf(period, 'plan') || '{}') as Row;
	const fateRows = listOf(plan, 'fates').map((row) => [
		known(words.fates, textOf(row, 'fate')),
		known(words.kinds, textOf(row, 'kind')),
		...whyOf(row, language),
		numberOf(row, 'documents'),
		euroOf(row, 'total', language),
		Array.isArray(row.examples) ? row.examples.join(', ') : textOf(row, 'examples'),
	]);
	const monthRows = listOf(plan, 'months').map((row) => [
		textOf(row, 'month'),
		sayFact('percentage', numberOf(row, 'percentage'), language) ?? '',
		euroOf(row, 'net', language),
		euroOf(row, 'vat', language),
		euroOf(row, 'gross', language),
	]);
	const page = html`<h4>${words.documents}</h4>
		${htmlTable(words.documentColumns, fateRows)}
		<h4>${words.months}</h4>
		${htmlTable(words.monthColumns, monthRows)}
		<p>${words.after(formTexts.migration.migrate[language])}</p>`;
	return { title: words.title(daysOf(period, language)), html: page.text };
}

/** @param periods rows of the table of migrations. */
export function progressPage(periods: readonly Row[], language: Language): Page {
	const words = texts[language].progress;
	const rows = periods.map((period) => [
		daysOf(period, language),
		known(words.states, textOf(period, 'state')),
		words.read(numberOf(period, 'read'), numberOf(period, 'found')),
		numberOf(period, 'booked'),
		numberOf(period, 'alreadyThere'),
		numberOf(period, 'refundsBooked'),
		numberOf(period, 'waiting'),
		numberOf(period, 'nothingToBook'),
		numberOf(period, 'needsAttention'),
		numberOf(period, 'left'),
		euroOf(period, 'total', language),
	]);
	const page =
		rows.length === 0 ? html`${words.none}` : html`${htmlTable(words.columns, rows)}${words.after}`;
	return { title: words.title, html: page.text };
}
