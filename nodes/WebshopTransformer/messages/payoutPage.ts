import { html, type Html } from '../../shared/html';
import { euroOf, listOf, textOf, type Row } from './read';

const euro = (row: Row, column: string): string => `EUR ${euroOf(row, column)}`;

const lines = (texts: readonly string[]): Html =>
	texts.length === 0
		? html`<p>None.</p>`
		: html`<ul>
				${texts.map((line) => html`<li>${line}</li>`)}
			</ul>`;

function outcomeOf(payout: Row): string {
	const state = textOf(payout, 'state');
	if (payout.bookedNow === true) return `Booked: ${euro(payout, 'net')}`;
	if (state === 'booked') return 'Booked before: nothing was booked again';
	if (state === 'ready' || state === 'unknown') return 'Not booked yet: upload it again later';
	return 'Not booked';
}

/**
 * The answer to whoever uploaded a payout.
 *
 * @param payout what Match and book payout made of it.
 */
export function payoutPage(payout: Row): string {
	const matched = listOf(payout, 'matched').map(
		(entry) => `${euro(entry, 'gross')} ${textOf(entry, 'orderKey')}`,
	);
	const unmatched = listOf(payout, 'unmatched').map((entry) => {
		const [payment] = Array.isArray(entry.paymentIds) ? (entry.paymentIds as string[]) : [];
		return `${euro(entry, 'gross')} ${payment || textOf(entry, 'entryId')}: ${textOf(entry, 'why')}`;
	});
	const code = textOf(payout, 'code');
	return html`<main style="font-family: sans-serif; max-width: 40em; margin: 3em auto">
		<h1>Payout ${textOf(payout, 'reference')}</h1>
		<p><strong>${outcomeOf(payout)}</strong></p>
		${code !== '' &&
		html`<p><strong>${code}</strong> ${textOf(payout, 'message')}</p>
			<p>${textOf(payout, 'tip')}</p>`}
		<h2>Matched</h2>
		${lines(matched)}
		<h2>Unmatched</h2>
		${lines(unmatched)}
	</main>`.text;
}
