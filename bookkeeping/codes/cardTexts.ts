import type { Language } from './facts';
import { sayText, type FactsIn, type SpokenEntry } from './sayText';

/**
 * What the bookkeeper is told of a customer's card that was made: what SnelStart did not accept on it,
 * and what is to be looked at.
 */
export const cardTexts = {
	withoutEmail: {
		en: 'SnelStart did not accept the e-mail address: the relation was added without it',
		nl: 'SnelStart nam het e-mailadres niet aan: de relatie is zonder toegevoegd',
	},
	withoutChamberOfCommerce: {
		en: 'SnelStart did not accept the Chamber of Commerce number (KvK): the relation was added without it',
		nl: 'SnelStart nam het KvK-nummer niet aan: de relatie is zonder toegevoegd',
	},
	withoutPhone: {
		en: 'SnelStart did not accept the phone number: the relation was added without it',
		nl: 'SnelStart nam het telefoonnummer niet aan: de relatie is zonder toegevoegd',
	},
	withoutMobile: {
		en: 'SnelStart did not accept the mobile phone number: the relation was added without it',
		nl: 'SnelStart nam het mobiele nummer niet aan: de relatie is zonder toegevoegd',
	},
	withoutVatNumber: {
		en: 'SnelStart did not accept the VAT number: the customer was booked without it',
		nl: 'SnelStart nam het btw-nummer niet aan: de klant is zonder geboekt',
	},
	maybeTwice: {
		facts: { code: 'text' },
		en: 'SnelStart did not say whether someone else added a card of this customer at the same moment; look whether the customer of relation {code} stands there twice',
		nl: 'SnelStart zei niet of iemand anders op hetzelfde moment een kaart van deze klant toevoegde; kijk of de klant van relatie {code} er twee keer staat',
	},
	canBeDeleted: {
		facts: { code: 'text' },
		en: 'Someone else added a card of this customer at the same moment and that one is used; the relation {code} can be deleted in SnelStart',
		nl: 'Iemand anders voegde op hetzelfde moment een kaart van deze klant toe, en die wordt gebruikt; relatie {code} kan in SnelStart verwijderd worden',
	},
} as const satisfies Record<string, SpokenEntry>;
export type CardTextName = keyof typeof cardTexts;

/** A sentence on a card, in English as a booking record keeps it. */
export const cardText = <Name extends CardTextName>(
	name: Name,
	...[facts]: FactsIn<(typeof cardTexts)[Name]>
): string => sayText(cardTexts[name], 'en', facts);

/**
 * A kept sentence on a card in the reader's language; one that the register does not have, as it is.
 *
 * @param kept what `cardText` gave, in whatever version.
 */
export function retellCard(kept: string, language: Language): string {
	for (const entry of Object.values<SpokenEntry>(cardTexts)) {
		const [before = '', after] = entry.en.split('{code}');
		if (after === undefined ? kept !== before : !fits(kept, before, after)) continue;
		const code = after === undefined ? '' : kept.slice(before.length, kept.length - after.length);
		return sayText(entry, language, { code });
	}
	return kept;
}

const fits = (kept: string, before: string, after: string): boolean =>
	kept.length >= before.length + after.length && kept.startsWith(before) && kept.endsWith(after);
