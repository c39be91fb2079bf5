import {
	CLAIM_HOURS,
	columnInWords,
	formTexts,
	isSameFingerprint,
	outcomeNames,
	type Language,
} from '../../../bookkeeping';
import { retellToReader } from '../../shared/toldToReader';
import { html, type Html } from '../../shared/html';
import { htmlTable } from './htmlTable';
import { dayOf, euroOf, listOf, numberOf, textOf, type Row } from './read';

const words = {
	title: formTexts.orderFile.title,
	nothing: { en: 'Nothing was booked.', nl: 'Er is niets geboekt.' },
	preview: {
		en: 'This is a preview: nothing was booked. Send the file again with Book all to book it.',
		nl: 'Dit is een voorbeeld: er is niets geboekt. Verstuur het bestand opnieuw met Alles boeken om het te boeken.',
	},
	notWhole: {
		en: 'Nothing was booked, because not every row is understood. Correct the rows below, or choose "Book what is understood".',
		nl: 'Er is niets geboekt, omdat niet elke rij begrepen is. Verbeter de rijen hieronder, of kies "Boeken wat begrepen is".',
	},
	atWork: {
		en: 'The orders are being booked now. The dashboard shows them; or send the same file with Preview to see how far it is. Nothing is booked twice.',
		nl: 'De bestellingen worden nu geboekt. Het dashboard laat ze zien; of verstuur hetzelfde bestand met Voorbeeld om te zien hoe ver het is. Niets wordt dubbel geboekt.',
	},
	counts: { en: 'Rows and orders', nl: 'Rijen en bestellingen' },
	rows: { en: 'rows with something in them', nl: 'rijen met inhoud' },
	orders: { en: 'orders understood', nl: 'bestellingen begrepen' },
	complaints: { en: 'rows not understood', nl: 'rijen niet begrepen' },
	columns: { en: 'Columns', nl: 'Kolommen' },
	column: { en: 'Column', nl: 'Kolom' },
	field: { en: 'Is taken as', nl: 'Wordt gelezen als' },
	unused: { en: 'not used', nl: 'niet gebruikt' },
	row: { en: 'Row', nl: 'Rij' },
	found: { en: 'What was found', nl: 'Wat er gevonden is' },
	todo: { en: 'What to do', nl: 'Wat te doen' },
	notUnderstood: { en: 'Rows that are not understood', nl: 'Rijen die niet begrepen zijn' },
	order: { en: 'Order', nl: 'Bestelling' },
	ordersHeading: { en: 'Orders', nl: 'Bestellingen' },
	date: { en: 'Date', nl: 'Datum' },
	total: { en: 'Total', nl: 'Totaal' },
	vat: { en: 'VAT', nl: 'Btw' },
	outcome: { en: 'Becomes', nl: 'Wordt' },
	why: { en: 'Why', nl: 'Waarom' },
	more: { en: 'and more; the first are shown', nl: 'en meer; de eerste staan hier' },
} as const satisfies Record<string, Record<Language, string>>;

/** What would become of an order, or became of it. */
const outcomes: Readonly<Record<string, Record<Language, string>>> = {
	...outcomeNames,
	booked: { en: 'booked', nl: 'geboekt' },
	waiting: outcomeNames.wait,
	needsAttention: outcomeNames.attention,
	bookedBefore: { en: 'is booked already', nl: 'is al geboekt' },
	changed: {
		en: 'is booked, and is otherwise in this file; it is not booked again',
		nl: 'is geboekt, en staat anders in dit bestand; het wordt niet opnieuw geboekt',
	},
	notRecorded: {
		en: 'not recorded: send the file again',
		nl: 'niet vastgelegd: verstuur het bestand opnieuw',
	},
	booking: {
		en: `is being booked; when it stays so, send the file again after ${CLAIM_HOURS} hours`,
		nl: `wordt geboekt; blijft dat zo, verstuur het bestand dan na ${CLAIM_HOURS} uur opnieuw`,
	},
	gathered: { en: 'is booked in a total', nl: 'wordt geboekt in een totaal' },
	inTotal: { en: 'is booked in a total', nl: 'wordt geboekt in een totaal' },
	ready: {
		en: 'not booked yet: send the file again',
		nl: 'nog niet geboekt: verstuur het bestand opnieuw',
	},
	unknown: {
		en: 'not sure yet: send the file again',
		nl: 'nog onzeker: verstuur het bestand opnieuw',
	},
};

const MOST_ROWS = 200;
/** n8n's own style of the page gives cells no room. */
const STYLE = {
	table: 'border-collapse: collapse; font-size: 14px; margin-bottom: 2em',
	cell: 'padding: 6px 16px 6px 0; border-bottom: 1px solid #ddd; vertical-align: top',
};

interface RowsOfPage {
	/** Of Preview Orders; none when the orders were booked. */
	previews: readonly Row[];
	/**
	 * Of the order table of this shop, read after booking: they say what became of each order, and one
	 * that has no row is told, too.
	 */
	recorded: readonly Row[];
	/** What the table of shop troubles says of a file that was being booked when this one came. */
	unfinished: Row | undefined;
}

/**
 * The answer to whoever uploaded a file with orders.
 *
 * @param file what Read Order File says of it.
 * @param rows what stands in the tables, and in a preview.
 */
export function orderFilePage(
	file: Row,
	{ previews, recorded, unfinished }: RowsOfPage,
	language: Language,
): string {
	const say = (word: keyof typeof words): string => words[word][language];
	const complaints = listOf(file, 'complaints');
	const rows = new Map(recorded.map((row) => [textOf(row, 'orderNumber'), row]));
	const orders: Fate[] = [
		...previews.map((preview) => ({ ...preview, fate: fateOfPreview(preview, rows) })),
		...listOf(file, 'listed').map((order) => {
			const row = rows.get(textOf(order, 'orderNumber')) ?? {};
			return { ...row, ...order, fate: textOf(row, 'state') || 'notRecorded' };
		}),
	];
	const fates = orders.map(({ fate }) => fate);
	const look = { shortened: { most: MOST_ROWS, more: say('more') }, style: STYLE };
	const told = (row: Row) => retellToReader(textOf(row, 'code'), row.facts, language);
	const parts: Array<Html | false> = [
		html`<p><strong>${summaryOf(file, say)}</strong></p>`,
		textOf(file, 'code') !== '' &&
			html`<p>
				<strong>${textOf(file, 'code')}</strong> ${told(file)?.message} ${told(file)?.tip}
			</p>`,
		unfinished !== undefined &&
			file.books !== true &&
			html`<p>
				<strong>${textOf(unfinished, 'code')}</strong> ${told(unfinished)?.message}
				${told(unfinished)?.tip}
			</p>`,
		html`<h2>${say('counts')}</h2>
			<ul>
				<li>${numberOf(file, 'rows')} ${say('rows')}</li>
				<li>${numberOf(file, 'orders')} ${say('orders')}</li>
				<li>${complaints.length} ${say('complaints')}</li>
				${[...new Set(fates)].map(
					(fate) =>
						html`<li>${fates.filter((one) => one === fate).length} ${wordOf(fate, language)}</li>`,
				)}
			</ul>`,
		complaints.length > 0 &&
			html`<h2>${say('notUnderstood')}</h2>
				${htmlTable(
					[say('row'), say('found'), say('todo')],
					complaints.map((row) => [
						numberOf(row, 'row'),
						`${textOf(row, 'code')}: ${told(row)?.message ?? textOf(row, 'message')}`,
						told(row)?.tip ?? textOf(row, 'tip'),
					]),
					look,
				)}`,
		orders.length > 0 &&
			html`<h2>${say('ordersHeading')}</h2>
				${htmlTable(
					[say('order'), say('date'), say('total'), say('vat'), say('outcome'), say('why')],
					orders.map((order) => orderRow(order, language)),
					look,
				)}`,
		listOf(file, 'columns').length > 0 &&
			html`<h2>${say('columns')}</h2>
				${htmlTable(
					[say('column'), say('field')],
					listOf(file, 'columns').map((column) => [
						textOf(column, 'heading'),
						columnInWords(textOf(column, 'field'), language) || say('unused'),
					]),
					look,
				)}`,
	];
	return html`<main style="font-family: sans-serif; max-width: 70em; margin: 3em auto">
		<h1>${say('title')}</h1>
		${parts}
	</main>`.text;
}

function summaryOf(file: Row, say: (word: keyof typeof words) => string): string {
	if (textOf(file, 'code') !== '') return say('nothing');
	if (file.answersFirst === true) return say('atWork');
	if (file.books === true) return '';
	return textOf(file, 'asked') === 'preview' ? say('preview') : say('notWhole');
}

const wordOf = (fate: string, language: Language): string => outcomes[fate]?.[language] ?? fate;

/** An order of the file with what becomes or became of it: a key of `outcomes`. */
type Fate = Row & { fate: string };

function fateOfPreview(preview: Row, rows: ReadonlyMap<string, Row>): string {
	const before = rows.get(textOf(preview, 'orderNumber'));
	if (!before || textOf(before, 'state') !== 'booked') return textOf(preview, 'outcome');
	const isSame = isSameFingerprint(textOf(before, 'fingerprint'), textOf(preview, 'fingerprint'));
	return isSame ? 'bookedBefore' : 'changed';
}

function orderRow(order: Fate, language: Language): Array<string | number> {
	const code = textOf(order, 'code');
	const message = retellToReader(code, order.facts, language)?.message ?? textOf(order, 'message');
	return [
		textOf(order, 'orderNumber'),
		dayOf(order, 'date', language),
		euroOf(order, 'shopTotal', language),
		textOf(order, 'bookedVat') || textOf(order, 'shopVat'),
		wordOf(order.fate, language),
		[code, message].filter(Boolean).join(': ') || textOf(order, 'why'),
	];
}
