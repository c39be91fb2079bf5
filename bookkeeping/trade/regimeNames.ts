import { regimes, type Regime } from './vatKinds';
import type { Language, Spoken } from '../codes/facts';

const names = {
	domestic: { en: 'within the country', nl: 'binnenland' },
	oss: {
		en: 'OSS (consumers in other EU countries)',
		nl: 'OSS (particulieren in andere EU-landen)',
	},
	icp: { en: 'ICP (businesses in other EU countries)', nl: 'ICP (bedrijven in andere EU-landen)' },
	export: { en: 'export (outside the EU)', nl: 'export (buiten de EU)' },
	margin: { en: 'margin scheme', nl: 'margeregeling' },
	reverseCharge: { en: 'reverse charge', nl: 'btw verlegd' },
	smallBusiness: { en: 'small-business scheme (KOR)', nl: 'kleineondernemersregeling (KOR)' },
	exempt: { en: 'exempt from VAT', nl: 'vrijgesteld van btw' },
	ownRegistration: {
		en: 'own VAT registration abroad',
		nl: 'eigen btw-registratie in het buitenland',
	},
} as const satisfies Record<Regime, Spoken>;

/** What each VAT regime is called on pages, in the reader's language. */
export const regimeNames = (language: Language): Record<Regime, string> =>
	Object.fromEntries(regimes.map((regime) => [regime, names[regime][language]])) as Record<
		Regime,
		string
	>;
