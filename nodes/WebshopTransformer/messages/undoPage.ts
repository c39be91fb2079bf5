import { BETWEEN_NUMBERS, formTexts, isWhole, type Language } from '../../../bookkeeping';
import { retellToReader } from '../../shared/toldToReader';
import { html, type Html } from '../../shared/html';
import { htmlTable } from './htmlTable';
import { dayOf, euroOf, textOf, type Row } from './read';

const { undo: form } = formTexts;

const words = {
	title: form.title,
	nothingFound: {
		en: 'No booking fits what you chose.',
		nl: 'Geen boeking past bij wat u koos.',
	},
	notFound: (numbers: string): Record<Language, string> => ({
		en: `No booking was found of: ${numbers}. Look whether the number is right and the order is booked (tab Report of the dashboard), and whether the days, the run and the version on the form fit it too.`,
		nl: `Geen boeking gevonden van: ${numbers}. Kijk of het nummer klopt en de bestelling geboekt is (tab Rapport van het dashboard), en of de dagen, de run en de versie op het formulier er ook bij passen.`,
	}),
	noneUndoable: {
		en: 'Nothing was undone: none of these bookings can be undone. Why is below.',
		nl: 'Er is niets teruggedraaid: geen van deze boekingen kan teruggedraaid worden. Hieronder staat waarom.',
	},
	preview: (count: number): Record<Language, string> => ({
		en: `This is a preview: nothing was changed. ${count === 1 ? '1 booking' : `${count} bookings`} can be undone. To do so, send the same form with "${form.undo.en}" and the number ${count}.`,
		nl: `Dit is een voorbeeld: er is niets gewijzigd. ${count === 1 ? '1 boeking kan' : `${count} boekingen kunnen`} teruggedraaid worden. Verstuur hetzelfde formulier met "${form.undo.nl}" en het aantal ${count} om dat te doen.`,
	}),
	otherNumber: (count: number): Record<Language, string> => ({
		en: `Nothing was undone: the number on the form is not ${count}, the number of bookings that can be undone now. Look at the list, and send the form with that number.`,
		nl: `Er is niets teruggedraaid: het aantal op het formulier is niet ${count}, het aantal boekingen dat nu teruggedraaid kan worden. Bekijk de lijst, en verstuur het formulier met dat aantal.`,
	}),
	done: (count: number): Record<Language, string> => ({
		en: `${count === 1 ? '1 booking was' : `${count} bookings were`} undone. The next order sync books those orders again, by the settings of today; orders from a file are booked when the file is sent again.`,
		nl: `${count === 1 ? '1 boeking is' : `${count} boekingen zijn`} teruggedraaid. De volgende synchronisatie boekt die bestellingen opnieuw, met de instellingen van nu; bestellingen uit een bestand worden geboekt als het bestand opnieuw verstuurd wordt.`,
	}),
	order: { en: 'Order', nl: 'Bestelling' },
	number: { en: 'Number in SnelStart', nl: 'Nummer in SnelStart' },
	date: { en: 'Booked on', nl: 'Geboekt op' },
	amount: { en: 'Amount', nl: 'Bedrag' },
	becomes: { en: 'Becomes', nl: 'Wordt' },
	why: { en: 'Why', nl: 'Waarom' },
	todo: { en: 'What to do', nl: 'Wat te doen' },
	leftOut: { en: 'Left as they are', nl: 'Gelaten zoals ze zijn' },
	more: { en: 'more', nl: 'meer' },
	wouldCredit: { en: 'credit note {number}', nl: 'creditnota {number}' },
	total: (number: string, count: number, orders: string): Record<Language, string> => ({
		en: `${number}: day total of ${count} (${orders})`,
		nl: `${number}: dagomzet van ${count} (${orders})`,
	}),
	wouldDelete: {
		en: 'deleted: sales order {number}',
		nl: 'verwijderd: verkooporder {number}',
	},
	deleted: { en: 'sales order {number} is deleted', nl: 'verkooporder {number} is verwijderd' },
	credited: { en: 'undone by {number}', nl: 'teruggedraaid door {number}' },
	notYet: {
		en: 'not undone yet: send the form again',
		nl: 'nog niet teruggedraaid: verstuur het formulier opnieuw',
	},
} as const;

const MOST_ROWS = 500;
/** Of one total. */
const MOST_ORDERS = 20;

/** What an undo would do, or did. */
export interface Undo {
	/** What was asked on the form. */
	request: Row;
	/** Bookings that can be undone, as Undo Bookings gave them. */
	undoable: readonly Row[];
	/** Bookings that are left as they are; what SnelStart found stands in `found`. */
	left: readonly Row[];
	/**
	 * The rows of the credit notes in the order table, read after booking, and what became of sales
	 * orders that were to be deleted; none of a preview.
	 */
	credits: readonly Row[];
}

/** The page that ends the form. */
export function undoPage(
	{ request, undoable, left, credits }: Undo,
	language: Language,
): { title: string; html: string } {
	const rows = new Map(credits.map((row) => [textOf(row, 'orderKey'), row]));
	const say = (text: Record<Language, string>): string => text[language];
	const count = undoable.length;
	const asked = [form.undo.en, form.undo.nl].some((one) => one === textOf(request, 'action'));
	const isDone = asked && Number(textOf(request, 'count') || '0') === count;
	const done = [...rows.values()].filter(isUndone).length;
	const summary =
		count === 0
			? words.noneUndoable
			: !asked
				? words.preview(count)
				: isDone
					? words.done(done)
					: words.otherNumber(count);
	const notFound = numbersNotFound(request, [...undoable, ...left]);
	const shortened = { shortened: { most: MOST_ROWS, more: say(words.more) } };
	const parts: Html[] = [
		html`<p>
			<strong>${say(count + left.length === 0 ? words.nothingFound : summary)}</strong>
		</p>`,
	];
	if (notFound.length > 0) {
		parts.push(html`<p><strong>${say(words.notFound(listed(notFound)))}</strong></p>`);
	}
	if (count > 0) {
		const heads = [words.order, words.number, words.date, words.amount, words.becomes];
		const cells = undoable.map((one) => {
			const row = rows.get(textOf(one, 'orderKey'));
			return [...namesOf(one, one.deletes ? 1 : -1, language), becomes(one, row, isDone, language)];
		});
		parts.push(htmlTable(heads.map(say), cells, shortened));
	}
	if (left.length > 0) {
		const heads = [words.order, words.number, words.date, words.amount, words.why, words.todo];
		const cells = left.map((one) => [
			...namesOf(one, 1, language),
			...whyNot(foundIn(one) ?? one, language),
		]);
		parts.push(html`<h4>${say(words.leftOut)}</h4>`);
		parts.push(htmlTable(heads.map(say), cells, shortened));
	}
	return { title: say(words.title), html: html`${parts}`.text };
}

/** The numbers on the form that no booking on the page bears. */
function numbersNotFound(request: Row, shown: readonly Row[]): string[] {
	const found = new Set(
		shown.flatMap((one) => [
			textOf(one, 'orderNumber'),
			...(Array.isArray(one.members) ? one.members.map(String) : []),
		]),
	);
	const asked = textOf(request, 'orders').split(BETWEEN_NUMBERS);
	return [...new Set(asked)].filter((number) => number !== '' && !found.has(number));
}

const listed = (numbers: readonly string[]): string =>
	numbers.slice(0, MOST_ORDERS).join(', ') + (numbers.length > MOST_ORDERS ? ', …' : '');

const isUndone = (row: Row): boolean => isWhole(row) || textOf(row, 'state') === 'deleted';

/** @param sign what is undone has the amount of its credit note. */
const namesOf = (one: Row, sign: 1 | -1, language: Language): string[] => {
	const total = typeof one.total === 'number' ? one.total : 0;
	const isDraft = typeof one.draft === 'object' && one.draft !== null;
	return [
		Array.isArray(one.members)
			? totalOf(textOf(one, 'invoiceNumber'), one.members.map(String), language)
			: textOf(one, 'orderNumber'),
		textOf(one, 'invoiceNumber'),
		dayOf(one, 'orderDate', language),
		euroOf({ total: isDraft ? -total : sign * total }, 'total', language),
	];
};

/** A total with the first of its orders. */
function totalOf(number: string, orders: readonly string[], language: Language): string {
	return words.total(number, orders.length, listed(orders))[language];
}

function becomes(one: Row, row: Row | undefined, isDone: boolean, language: Language): string {
	const { deletes } = one as { deletes?: Row };
	const number = deletes ? deletes.number : (one.draft as Row | undefined)?.invoiceNumber;
	const named = (text: Record<Language, string>) =>
		text[language].replace('{number}', String(number ?? '')).trimEnd();
	if (!isDone) return named(deletes ? words.wouldDelete : words.wouldCredit);
	if (row && isUndone(row)) return named(deletes ? words.deleted : words.credited);
	const [why = '', todo = ''] = row ? whyNot(row, language) : [];
	return [words.notYet[language], why, todo].filter(Boolean).join('. ');
}

function whyNot(told: Row, language: Language): [string, string] {
	const code = textOf(told, 'code');
	const said = retellToReader(code, told.facts, language);
	const message = said?.message ?? textOf(told, 'message');
	return [[code, message].filter(Boolean).join(': '), said?.tip ?? textOf(told, 'tip')];
}

/** What SnelStart says against it. */
function foundIn({ found }: Row): Row | undefined {
	return typeof found === 'object' && found !== null ? (found as Row) : undefined;
}
