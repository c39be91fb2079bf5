import type { Spoken } from './facts';
import { sayInBoth, type FactsIn, type SpokenEntry } from './sayText';

/**
 * What is wrong between settings and the administration. Names of settings and of SnelStart's own
 * screens stay as they are, as in the lights of the set-up check.
 */
export const complaintTexts = {
	accountUnknown: {
		facts: { place: 'text' },
		en: '{place}: this ledger account is not in the administration; choose another one.',
		nl: '{place}: deze grootboekrekening staat niet in de administratie; kies een andere.',
	},
	accountInactive: {
		facts: { place: 'text', account: 'text' },
		en: '{place}: ledger account {account} is inactive; choose another one.',
		nl: '{place}: grootboekrekening {account} is niet actief; kies een andere.',
	},
	accountVat: {
		facts: { place: 'text', account: 'text', takes: 'names', vatKind: 'text' },
		en: "{place}: ledger account {account} takes the VAT rates {takes}, not {vatKind}; choose another account or another 'VAT Rate'.",
		nl: "{place}: grootboekrekening {account} neemt de btw-soorten {takes} aan, niet {vatKind}; kies een andere rekening of een ander 'VAT Rate'.",
	},
	accountNoVat: {
		facts: { place: 'text', account: 'text', vatKind: 'text' },
		en: "{place}: ledger account {account} takes the VAT rates (none at all), not {vatKind}; choose another account or another 'VAT Rate'.",
		nl: "{place}: grootboekrekening {account} neemt geen enkele btw-soort aan, dus ook niet {vatKind}; kies een andere rekening of een ander 'VAT Rate'.",
	},
	accountCostCentre: {
		facts: { place: 'text', account: 'text' },
		en: "{place}: ledger account {account} demands a cost centre; fill 'Cost Centre' or choose another account.",
		nl: "{place}: grootboekrekening {account} vraagt een kostenplaats; vul 'Cost Centre' in of kies een andere rekening.",
	},
	wrongBox: {
		facts: { place: 'text', number: 'text', functions: 'alternatives' },
		en: '{place}: ledger account {number} would land in the wrong box of the VAT return; choose an account with the function {functions}.',
		nl: '{place}: grootboekrekening {number} zou in de verkeerde rubriek van de btw-aangifte komen; kies een rekening met de functie {functions}.',
	},
	wrongFunction: {
		facts: { place: 'text', account: 'text', has: 'text', wanted: 'text' },
		en: '{place}: ledger account {account} has the function {has}, where {wanted} is needed; choose another one.',
		nl: '{place}: grootboekrekening {account} heeft de functie {has}, terwijl {wanted} nodig is; kies een andere.',
	},
	forDistanceSales: {
		facts: { place: 'text', account: 'text' },
		en: '{place}: ledger account {account} is for distance sales (OSS), and SnelStart takes no line without VAT beside those; choose an account of turnover without VAT, such as Omzet nultarief.',
		nl: '{place}: grootboekrekening {account} is voor afstandsverkopen (OSS), en daarnaast neemt SnelStart geen regel zonder btw aan; kies een rekening voor omzet zonder btw, zoals Omzet nultarief.',
	},
	takesVat: {
		facts: { place: 'text', account: 'text', takes: 'names' },
		en: '{place}: ledger account {account} takes VAT ({takes}); choose an account of turnover without VAT, such as Omzet nultarief.',
		nl: '{place}: grootboekrekening {account} neemt btw aan ({takes}); kies een rekening voor omzet zonder btw, zoals Omzet nultarief.',
	},
	rateDiffers: {
		facts: { place: 'text', vatKind: 'text', inForce: 'percentage', percentage: 'percentage' },
		en: "{place}: 'VAT Rate' {vatKind} is {inForce} in SnelStart today, and 'Percentage' says {percentage}; change one of them.",
		nl: "{place}: 'VAT Rate' {vatKind} is vandaag {inForce} in SnelStart, en 'Percentage' zegt {percentage}; wijzig een van beide.",
	},
	rateNotInForce: {
		facts: { place: 'text', vatKind: 'text', percentage: 'percentage' },
		en: "{place}: 'VAT Rate' {vatKind} is not in force in SnelStart today, and 'Percentage' says {percentage}; change one of them.",
		nl: "{place}: 'VAT Rate' {vatKind} geldt vandaag niet in SnelStart, en 'Percentage' zegt {percentage}; wijzig een van beide.",
	},
	chosenUnknown: {
		facts: { place: 'text' },
		en: '{place}: the chosen one is not in the administration; choose another one.',
		nl: '{place}: wat gekozen is, staat niet in de administratie; kies iets anders.',
	},
	chosenInactive: {
		facts: { place: 'text' },
		en: '{place}: the chosen one is inactive; choose another one.',
		nl: '{place}: wat gekozen is, is niet actief; kies iets anders.',
	},
	salesJournalKind: {
		facts: { kind: 'text' },
		en: "'Sales Journal' is a journal of the kind {kind}; choose a sales journal (Debiteuren).",
		nl: "'Sales Journal' is een dagboek van de soort {kind}; kies een verkoopdagboek (Debiteuren).",
	},
	relationUnknown: {
		facts: { place: 'text' },
		en: '{place}: this relation is not in the administration; choose another one.',
		nl: '{place}: deze relatie staat niet in de administratie; kies een andere.',
	},

	// Distance sales.
	ossOff: {
		facts: { place: 'text' },
		en: "{place}: 'VAT Rate' is OSS, but OSS (foreign VAT on invoices) is switched off in SnelStart; switch it on there or choose another 'VAT Rate'.",
		nl: "{place}: 'VAT Rate' is OSS, maar OSS (buitenlandse btw op facturen) staat in SnelStart uit; zet het daar aan of kies een ander 'VAT Rate'.",
	},
	ossRateUnknown: {
		facts: {
			...({ place: 'text', percentage: 'percentage' } as const),
			...({ country: 'country', day: 'date', known: 'text' } as const),
		},
		en: "{place}: SnelStart has no OSS rate of {percentage} in {country} on {day} (it has {known}); correct 'Percentage', or 'From' and 'Until' of the row.",
		nl: "{place}: SnelStart heeft geen OSS-tarief van {percentage} in {country} op {day} (wel: {known}); verbeter 'Percentage', of 'From' en 'Until' van de rij.",
	},
	ossNoRates: {
		facts: {
			...({ place: 'text', percentage: 'percentage' } as const),
			...({ country: 'country', day: 'date' } as const),
		},
		en: "{place}: SnelStart has no OSS rate of {percentage} in {country} on {day} (it has none at all); correct 'Percentage', or 'From' and 'Until' of the row.",
		nl: "{place}: SnelStart heeft geen OSS-tarief van {percentage} in {country} op {day} (het heeft er geen enkel); verbeter 'Percentage', of 'From' en 'Until' van de rij.",
	},
	ossCodeMissing: {
		facts: { place: 'text', number: 'text' },
		en: '{place}: ledger account {number} has no OSS rate code; choose one that has.',
		nl: '{place}: grootboekrekening {number} heeft geen OSS-tariefcode; kies er een die er wel een heeft.',
	},
	ossCodeOfOtherRate: {
		facts: {
			...({ place: 'text', number: 'text', code: 'text' } as const),
			...({ rate: 'percentage', country: 'country', wanted: 'alternatives' } as const),
		},
		en: '{place}: ledger account {number} has the OSS rate code {code}, which is {rate} in {country} in SnelStart; choose an account with the code {wanted}.',
		nl: '{place}: grootboekrekening {number} heeft de OSS-tariefcode {code}, in SnelStart {rate} in {country}; kies een rekening met de code {wanted}.',
	},
	ossCodeOfNoRate: {
		facts: {
			...({ place: 'text', number: 'text', code: 'text' } as const),
			...({ country: 'country', wanted: 'alternatives' } as const),
		},
		en: '{place}: ledger account {number} has the OSS rate code {code}, which is no rate of {country} in SnelStart; choose an account with the code {wanted}.',
		nl: '{place}: grootboekrekening {number} heeft de OSS-tariefcode {code}, die in SnelStart niet bij een tarief van {country} hoort; kies een rekening met de code {wanted}.',
	},
	dutchVatAbroad: {
		facts: { place: 'text', country: 'country', percentage: 'percentage' },
		en: "{place}: OSS (foreign VAT on invoices) is switched on in SnelStart, which then takes no Dutch VAT of consumers in {country}; let the shop charge {percentage} as VAT of {country} and choose OSS as 'VAT Rate', or switch OSS off in SnelStart.",
		nl: "{place}: OSS (buitenlandse btw op facturen) staat aan in SnelStart, dat dan geen Nederlandse btw van particulieren in {country} aanneemt; laat de winkel {percentage} als btw van {country} rekenen en kies OSS als 'VAT Rate', of zet OSS uit in SnelStart.",
	},

	// Payments.
	costsWithoutPurchases: {
		facts: { place: 'text', account: 'text' },
		en: "{place}: 'Fees On' is costsWithVat, and ledger account {account} of 'Payment Costs Account' takes no purchases at the high rate; choose another one.",
		nl: "{place}: 'Fees On' is costsWithVat, en grootboekrekening {account} van 'Payment Costs Account' neemt geen inkopen tegen het hoge tarief aan; kies een andere.",
	},
	itUnknown: {
		facts: { place: 'text' },
		en: '{place}: it is not in the administration; choose another one.',
		nl: '{place}: het staat niet in de administratie; kies een ander.',
	},
	journalInactive: {
		facts: { place: 'text', journal: 'words' },
		en: '{place}: {journal} is inactive; choose another one.',
		nl: '{place}: {journal} is niet actief; kies een ander.',
	},
	memorialKind: {
		facts: { place: 'text', wanted: 'text', journal: 'words', kind: 'text' },
		en: '{place}: it has to be of the kind {wanted}, and {journal} is of the kind {kind}; choose another one.',
		nl: '{place}: het moet van de soort {wanted} zijn, en {journal} is van de soort {kind}; kies een ander.',
	},
	journalKind: {
		facts: {
			...({ place: 'text', entryKind: 'text', wanted: 'text' } as const),
			...({ journal: 'words', kind: 'text' } as const),
		},
		en: "{place}: 'Entry Kind' {entryKind} needs a journal of the kind {wanted}, and {journal} is of the kind {kind}; change one of them.",
		nl: "{place}: 'Entry Kind' {entryKind} vraagt een dagboek van de soort {wanted}, en {journal} is van de soort {kind}; wijzig een van beide.",
	},

	// Sales orders.
	revenueGroupUnknown: {
		facts: { place: 'text' },
		en: '{place}: this revenue group is not in the administration; choose another one.',
		nl: '{place}: deze omzetgroep staat niet in de administratie; kies een andere.',
	},
	revenueGroupVat: {
		facts: { place: 'text', group: 'words', vatKind: 'text' },
		en: '{place}: revenue group {group} has the VAT rate {vatKind}; choose another one.',
		nl: '{place}: omzetgroep {group} heeft btw-soort {vatKind}; kies een andere.',
	},
	revenueGroupWithoutVat: {
		facts: { place: 'text', group: 'words' },
		en: '{place}: revenue group {group} has the VAT rate (unknown); choose another one.',
		nl: '{place}: van omzetgroep {group} is de btw-soort niet bekend; kies een andere.',
	},
	articleDigits: {
		facts: { wanted: 'count', count: 'count' },
		en: "'Document' is Sales Order, so article codes (artikelcodes) in SnelStart have to hold {wanted} letters and digits; they hold {count} digits now. Change that in SnelStart.",
		nl: "'Document' is Sales Order, dus artikelcodes in SnelStart moeten {wanted} letters en cijfers kunnen hebben; nu zijn het {count} cijfers. Wijzig dat in SnelStart.",
	},
	articleLetters: {
		facts: { wanted: 'count', count: 'count' },
		en: "'Document' is Sales Order, so article codes (artikelcodes) in SnelStart have to hold {wanted} letters and digits; they hold {count} letters and digits now. Change that in SnelStart.",
		nl: "'Document' is Sales Order, dus artikelcodes in SnelStart moeten {wanted} letters en cijfers kunnen hebben; nu zijn het er {count}. Wijzig dat in SnelStart.",
	},
} as const satisfies Record<string, SpokenEntry>;
export type ComplaintName = keyof typeof complaintTexts;

/** A complaint in both languages. */
export const complaint = <Name extends ComplaintName>(
	name: Name,
	...[facts]: FactsIn<(typeof complaintTexts)[Name]>
): Spoken => sayInBoth(complaintTexts[name], facts);
