import { languages, type Language, type Spoken } from './facts';

/** What the forms of the templates say. `{shop}` stands for the kind of the shop. */
export const formTexts = {
	migration: {
		title: {
			en: 'Past orders of {shop} to SnelStart',
			nl: 'Eerdere bestellingen van {shop} naar SnelStart',
		},
		description: {
			en: 'Start with a dry run: it shows what would be booked, and changes nothing in SnelStart. Days are those on which the orders were placed, first and last day included.',
			nl: 'Begin met een proefronde: die laat zien wat er geboekt zou worden en verandert niets in SnelStart. De dagen zijn die waarop de bestellingen zijn geplaatst; de eerste en de laatste dag tellen mee.',
		},
		from: { en: 'First day', nl: 'Eerste dag' },
		until: { en: 'Last day', nl: 'Laatste dag' },
		action: { en: 'What to do', nl: 'Wat te doen' },
		dryRun: { en: 'Dry run', nl: 'Proefronde' },
		migrate: { en: 'Migrate', nl: 'Overzetten' },
		showProgress: { en: 'Show progress', nl: 'Voortgang tonen' },
		stop: { en: 'Stop', nl: 'Stoppen' },
		button: { en: 'Go', nl: 'Uitvoeren' },
		notYet: { en: 'Not yet', nl: 'Nog niet' },
		dryRunFirst: {
			en: 'Make a dry run of the same days first, and look at it.',
			nl: 'Doe eerst een proefronde over dezelfde dagen en bekijk die.',
		},
		wrongPeriod: {
			en: 'Fill in a first and a last day; the last day lies not before the first one and not after today.',
			nl: 'Vul een eerste en een laatste dag in; de laatste dag ligt niet vóór de eerste en niet na vandaag.',
		},
	},
	payout: {
		title: { en: 'Book a payout', nl: 'Een uitbetaling boeken' },
		description: {
			en: 'The report of one payout of a payment provider, as a CSV file of at most 5 MB and 10,000 lines.',
			nl: 'Het overzicht van één uitbetaling van een betaaldienst, als CSV-bestand van hoogstens 5 MB en 10.000 regels.',
		},
		provider: { en: 'Provider', nl: 'Betaaldienst' },
		providerHint: {
			en: 'as in the settings: multisafepay',
			nl: 'zoals ingesteld: multisafepay',
		},
		number: { en: 'Payout number', nl: 'Nummer van de uitbetaling' },
		numberHint: { en: 'as on the bank statement', nl: 'zoals op het bankafschrift' },
		date: { en: 'Paid out on', nl: 'Uitbetaald op' },
		amount: { en: 'Amount paid out', nl: 'Uitbetaald bedrag' },
		file: { en: 'File', nl: 'Bestand' },
		button: { en: 'Book', nl: 'Boeken' },
	},
	orderFile: {
		title: { en: 'Orders from a file', nl: 'Bestellingen uit een bestand' },
		description: {
			en: 'The export of your shop as a CSV, Excel or JSON file. Choose Preview first: it books nothing.',
			nl: 'De export van uw winkel als CSV-, Excel- of JSON-bestand. Kies eerst Voorbeeld: dat boekt niets.',
		},
		action: { en: 'What to do', nl: 'Wat te doen' },
		preview: { en: 'Preview', nl: 'Voorbeeld' },
		book: { en: 'Book all', nl: 'Alles boeken' },
		bookUnderstood: { en: 'Book what is understood', nl: 'Boeken wat begrepen is' },
		file: { en: 'File with orders', nl: 'Bestand met bestellingen' },
		button: { en: 'Send', nl: 'Versturen' },
	},
	undo: {
		title: { en: 'Undo bookings', nl: 'Boekingen terugdraaien' },
		description: {
			en: 'Takes bookings back by credit notes, so that the orders are booked again by the settings of today. Start with a preview: it changes nothing. Fill in days, order numbers, a run or a version of the settings; what you fill in must all be true of a booking.',
			nl: "Draait boekingen terug met creditnota's, zodat de bestellingen opnieuw geboekt worden met de instellingen van nu. Begin met een voorbeeld: dat verandert niets. Vul dagen, bestelnummers, een run of een versie van de instellingen in; alles wat u invult, moet voor een boeking gelden.",
		},
		from: { en: 'First day', nl: 'Eerste dag' },
		until: { en: 'Last day', nl: 'Laatste dag' },
		orders: { en: 'Order numbers', nl: 'Bestelnummers' },
		ordersHint: { en: 'with commas between them', nl: 'met komma’s ertussen' },
		run: { en: 'Number of the run', nl: 'Nummer van de run' },
		runHint: { en: 'as in the column claimId', nl: 'zoals in de kolom claimId' },
		settingsVersion: { en: 'Version of the settings', nl: 'Versie van de instellingen' },
		closed: {
			en: 'Closed periods, and periods compared with the shop',
			nl: 'Afgesloten perioden, en perioden die met de winkel vergeleken zijn',
		},
		same: {
			en: 'Bookings by the settings of today',
			nl: 'Boekingen met de instellingen van nu',
		},
		leaveOut: { en: 'Leave out', nl: 'Overslaan' },
		takeIn: { en: 'Take in', nl: 'Meenemen' },
		action: { en: 'What to do', nl: 'Wat te doen' },
		preview: { en: 'Preview', nl: 'Voorbeeld' },
		undo: { en: 'Undo', nl: 'Terugdraaien' },
		count: {
			en: 'How many bookings, as the preview says',
			nl: 'Hoeveel boekingen, zoals het voorbeeld zegt',
		},
		button: { en: 'Go', nl: 'Uitvoeren' },
		notYet: { en: 'Not yet', nl: 'Nog niet' },
		nothingChosen: {
			en: 'Fill in days, order numbers, a run or a version of the settings; the last day lies not before the first one.',
			nl: 'Vul dagen, bestelnummers, een run of een versie van de instellingen in; de laatste dag ligt niet vóór de eerste.',
		},
	},
} as const satisfies Record<string, Record<string, Spoken>>;

const all: readonly Spoken[] = Object.values(formTexts).flatMap((form) => Object.values(form));

/** A text of a form, about a kind of shop where it names one. */
export const formText = (text: Spoken, language: Language, shop = ''): string =>
	text[language].replaceAll('{shop}', shop);

/** What a form says, in another language; what none of our forms says stays as it is. */
export function formTextIn(language: Language, text: string, shop = ''): string {
	const found = all.find((spoken) =>
		languages.some((spokenIn) => formText(spoken, spokenIn, shop) === text),
	);
	return found ? formText(found, language, shop) : text;
}
