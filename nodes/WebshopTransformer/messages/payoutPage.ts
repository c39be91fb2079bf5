import { retell, type Language } from '../../../bookkeeping';
import { html, type Html } from '../../shared/html';
import { euroOf, listOf, textOf, type Row } from './read';
import { texts } from './texts';

const euro = (row: Row, column: string, language: Language): string =>
	`${language === 'nl' ? '€' : 'EUR'} ${euroOf(row, column, language)}`;

const lines = (said: readonly string[], none: string): Html =>
	said.length === 0
		? html`<p>${none}</p>`
		: html`<ul>
				${said.map((line) => html`<li>${line}</li>`)}
			</ul>`;

function outcomeOf(payout: Row, language: Language): string {
	const words = texts[language].payout;
	const state = textOf(payout, 'state');
	if (payout.bookedNow === true) return words.booked(euro(payout, 'net', language));
	if (state === 'booked') return words.bookedBefore;
	if (state === 'ready' || state === 'unknown') return words.notYet;
	return words.notBooked;
}

/** Why a line has no order; in English as it came when its facts are not there. */
function whyOf(entry: Row, language: Language): string {
	const { code = '', facts } = (entry.reason ?? {}) as Row;
	return retell(String(code), facts, language)?.message ?? textOf(entry, 'why');
}

/**
 * The answer to whoever uploaded a payout.
 *
 * @param payout what Match and book payout made of it.
 */
export function payoutPage(payout: Row, language: Language): string {
	const words = texts[language].payout;
	const matched = listOf(payout, 'matched').map(
		(entry) => `${euro(entry, 'gross', language)} ${textOf(entry, 'orderKey')}`,
	);
	const unmatched = listOf(payout, 'unmatched').map((entry) => {
		const [payment] = Array.isArray(entry.paymentIds) ? (entry.paymentIds as string[]) : [];
		const name = payment || textOf(entry, 'entryId');
		return `${euro(entry, 'gross', language)} ${name}: ${whyOf(entry, language)}`;
	});
	const code = textOf(payout, 'code');
	const told = language === 'en' ? undefined : retell(code, textOf(payout, 'facts'), language);
	return html`<main
		lang="${language}"
		style="font-family: sans-serif; max-width: 40em; margin: 3em auto"
	>
		<h1>${words.title(textOf(payout, 'reference'))}</h1>
		<p><strong>${outcomeOf(payout, language)}</strong></p>
		${code !== '' &&
		html`<p><strong>${code}</strong> ${told?.message ?? textOf(payout, 'message')}</p>
			<p>${told?.tip ?? textOf(payout, 'tip')}</p>`}
		<h2>${words.matched}</h2>
		${lines(matched, words.none)}
		<h2>${words.unmatched}</h2>
		${lines(unmatched, words.none)}
	</main>`.text;
}
