/** What stands between two parts of figures. */
export const BETWEEN = ' | ';

/** The words in figures: each stands at the beginning of a part, or is the whole of it. */
export const figureWords = {
	to: { en: 'to', nl: 'naar' },
	pickedUp: { en: 'picked up', nl: 'afgehaald' },
	outsideVatArea: { en: 'outside the EU VAT area', nl: 'buiten het btw-gebied van de EU' },
	northernIreland: { en: 'Northern Ireland', nl: 'Noord-Ierland' },
	noVatNumber: { en: 'no VAT number', nl: 'geen btw-nummer' },
	vatNumberNotRead: { en: 'VAT number not read', nl: 'btw-nummer niet gelezen' },
	vatNumber: { en: 'VAT number', nl: 'btw-nummer' },
	paidByCard: { en: 'paid by gift card', nl: 'betaald met cadeaubon' },
	articles: { en: 'articles', nl: 'artikelen' },
	untaxed: { en: 'untaxed', nl: 'onbelast' },
} as const;

const words = Object.values(figureWords);

/** `EUR 12.10 | 21% 10.00+2.10 | to NL` as `EUR 12,10 | 21% 10,00+2,10 | naar NL`. */
export function figuresIn(language: 'en' | 'nl', value: string): string {
	if (language === 'en') return value;
	return value.split(BETWEEN).map(dutchPart).join(BETWEEN);
}

function dutchPart(part: string): string {
	const word = words.find(({ en }) => part === en || part.startsWith(`${en} `));
	const dutch = word ? `${word.nl}${part.slice(word.en.length)}` : part;
	return dutch.replace(/(\d)\.(?=\d)/g, '$1,');
}
