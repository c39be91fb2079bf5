import { euroIn, fromEuro, type Language } from '../../../bookkeeping';
import { retellToReader } from '../../shared/toldToReader';
import { html, type Html } from '../../shared/html';
import { payoutLineIn } from '../../shared/payoutLine';
import { listOf, numberOf, textOf, type Row } from './read';
import { texts } from './texts';

const euro = (row: Row, column: string, language: Language): string =>
	euroIn(language, fromEuro(numberOf(row, column)));

/** So many lines are shown: the others are in the order table. */
const MOST_SHOWN = 200;

/** What of thousands of lines somebody looks at, and how many others there are. */
function lines(entries: readonly Row[], say: (entry: Row) => string, language: Language): Html {
	const words = texts[language].payout;
	const rest = entries.length - MOST_SHOWN;
	return entries.length === 0
		? html`<p>${words.none}</p>`
		: html`<ul>
				${entries.slice(0, MOST_SHOWN).map((entry) => html`<li>${say(entry)}</li>`)}
				${rest > 0 && html`<li>${words.more(counted(rest, language))}</li>`}
			</ul>`;
}

const counted = (count: number, language: Language): string => count.toLocaleString(language);

function outcomeOf(payout: Row, language: Language): string {
	const words = texts[language].payout;
	const state = textOf(payout, 'state');
	if (payout.bookedNow === true) return words.booked(euro(payout, 'net', language));
	if (state === 'booked') return words.bookedBefore;
	if (state === 'booking') return words.busy;
	if (state === 'ready' || state === 'unknown') return words.notYet;
	return words.notBooked;
}

/** Why a line has no order; in English as it came when its facts are not there. */
function whyOf(entry: Row, language: Language): string {
	const { code = '', facts } = (entry.reason ?? {}) as Row;
	return retellToReader(String(code), facts, language)?.message ?? textOf(entry, 'why');
}

/**
 * The answer to whoever uploaded a payout.
 *
 * @param payout what Match and book payout made of it; with `linesAtWork` it is still at it.
 */
export function payoutPage(payout: Row, language: Language): string {
	const words = texts[language].payout;
	const atWork = numberOf(payout, 'linesAtWork');
	if (atWork > 0) {
		const [said, listed] = [textOf(payout, 'state'), numberOf(payout, 'linesListed')];
		const isKnown = ['booked', 'booking'].includes(said);
		const now = isKnown ? outcomeOf(payout, language) : words.atWork(counted(atWork, language));
		return framed(
			html`<p><strong>${now}</strong></p>
				${listed > 0 &&
				html`<p>${words.progress(counted(atWork, language), counted(listed, language))}</p>`}
				${said !== 'booked' && html`<p>${words.howFar}</p>`}`,
			payout,
			language,
		);
	}
	const [matched, unmatched] = [listOf(payout, 'matched'), listOf(payout, 'unmatched')];
	const ofOrder = (entry: Row): string =>
		`${euro(entry, 'gross', language)} ${textOf(entry, 'orderKey')}`;
	const withoutOrder = (entry: Row): string => {
		const [payment] = Array.isArray(entry.paymentIds) ? (entry.paymentIds as string[]) : [];
		const name = payment || payoutLineIn(textOf(entry, 'entryId'), language);
		return `${euro(entry, 'gross', language)} ${name}: ${whyOf(entry, language)}`;
	};
	const heading = (what: string, all: readonly Row[]): Html =>
		html`<h2>${what}${all.length > 0 && ` (${counted(all.length, language)})`}</h2>`;
	const code = textOf(payout, 'code');
	// A file that was refused as a whole has no lines to tell of.
	const hasLines = code === '' || matched.length + unmatched.length > 0;
	const told = retellToReader(code, textOf(payout, 'facts'), language);
	return framed(
		html`<p><strong>${outcomeOf(payout, language)}</strong></p>
			${code !== '' &&
			html`<p><strong>${code}</strong> ${told?.message ?? textOf(payout, 'message')}</p>
				<p>${told?.tip ?? textOf(payout, 'tip')}</p>`}
			${hasLines &&
			html`${heading(words.matched, matched)} ${lines(matched, ofOrder, language)}
			${heading(words.unmatched, unmatched)} ${lines(unmatched, withoutOrder, language)}`}`,
		payout,
		language,
	);
}

function framed(content: Html, payout: Row, language: Language): string {
	return html`<main
		lang="${language}"
		style="font-family: sans-serif; max-width: 40em; margin: 3em auto; padding: 0 1em; line-height: 1.6"
	>
		<h1>${texts[language].payout.title(textOf(payout, 'reference'))}</h1>
		${content}
	</main>`.text;
}
