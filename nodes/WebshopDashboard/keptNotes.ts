import type { IDataObject } from 'n8n-workflow';

import { fromJson, retellCard, sayFact, type Language } from '../../bookkeeping';
import { texts } from './texts';
import { writingIn } from './writing';

/** What a booking was noted with, as its record keeps it: what it is about, and what it says. */
export function notedFacts(kept: IDataObject, language: Language): Array<[string, string]> {
	const words = texts[language].detail;
	const { money } = writingIn(language);
	const cents = (value: unknown): string => (typeof value === 'number' ? money(value) : '');
	const [giftCard] = Array.isArray(kept.giftCard) ? (kept.giftCard as unknown[]) : [];
	const [currency, amount, rate] = Array.isArray(kept.exchange) ? (kept.exchange as unknown[]) : [];
	const said: Array<[string, string]> = [
		[words.takenOver, kept.bookedBefore === true ? words.ofAnother : ''],
		[words.vatCheck, vatCheckOf(kept.vatCheck, language)],
		[words.consultation, String(kept.consultation ?? '')],
		[words.rounding, cents(kept.rounding)],
		[words.onVat, cents(kept.onVat)],
		[words.onLine, cents(kept.onLine)],
		[words.giftCard, cents(giftCard)],
		[
			words.exchange,
			typeof amount === 'number'
				? `${String(rate)} (${String(currency)} ${sayFact('amount', amount, language) ?? ''})`
				: '',
		],
		[words.fees, feesOf(kept.fees, language)],
		[words.warnings, warningsIn(kept.warnings, language)],
	];
	return said.filter(([, fact]) => fact !== '');
}

/** Whether VIES confirmed the VAT number of an ICP supply, and when. */
function vatCheckOf(kept: unknown, language: Language): string {
	const [verdict, at] = Array.isArray(kept) ? (kept as unknown[]) : [];
	const said = texts[language].detail.vatChecked[String(verdict)];
	return said?.(sayFact('moment', at, language) ?? '') ?? '';
}

/** Where the fees of a payout went, and with it where their VAT is deducted: once. */
function feesOf(kept: unknown, language: Language): string {
	const [on, fees, vat] = Array.isArray(kept) ? (kept as unknown[]) : [];
	if (typeof on !== 'string' || typeof fees !== 'number' || typeof vat !== 'number') return '';
	const { money } = writingIn(language);
	const said = texts[language].detail.feesOn[on];
	return `${money(fees)}${said ? `; ${said(money(vat))}` : ''}`;
}

/** The same in one cell of a spreadsheet. */
export function notedText(notes: unknown, language: Language): string {
	const kept = fromJson(notes);
	if (typeof kept !== 'object' || kept === null) return '';
	const estimated = texts[language].detail.estimated.replace(/\.$/, '');
	const said = notedFacts(kept as IDataObject, language).map(
		([about, fact]) => `${about}: ${fact}`,
	);
	return [...((kept as IDataObject).estimated === true ? [estimated] : []), ...said].join('; ');
}

/** What SnelStart did not accept on the card, in the reader's language. */
const warningsIn = (kept: unknown, language: Language): string =>
	Array.isArray(kept) ? kept.map((one) => retellCard(String(one), language)).join('; ') : '';
