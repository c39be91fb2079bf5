import type { Language } from '../../../bookkeeping';

const english = {
	title: 'Webshop orders in SnelStart',
	needsAttention: 'needs attention',
	runFailed: 'a run failed',
	lists: {
		notLetIn: 'Held because SnelStart does not accept the key',
		attention: 'Need attention',
		toApprove: 'Wait for approval',
		held: 'Held for more than a day',
		notCome: 'Wait for days for what has not come',
		statusNotCome: 'Wait for a status of the shop',
		notClosed: 'Gathered, and not booked in a total a day after that was due',
		outage: 'Held until it is over',
		changed: 'Changed after booking',
		refundDeleted: 'Refund deleted after booking',
		undoStarted: 'Being undone and not booked again yet',
		withoutPaper: 'Booked, but without their paper',
		besideMissing: 'Booked, but for a second entry that SnelStart refused',
		shopNotTold: 'Booked, but the shop was not told',
	},
	giveStatus: (days: number) =>
		`For more than ${days} days. Give each in the shop the status in which it is booked, or cancel it. After how many days this is told stands in "Your values" of the daily digest (statusDays; 0 is never).`,
	closeTotals: 'Look whether "Book day totals" is imported, published and not paused.',
	outageOver: 'SnelStart takes bookings again: nothing is held any more.',
	shopBack: (shop: string) =>
		`${shop}: the shop can be read again, and what came in between is being booked.`,
	more: (count: number) => `and ${count} more`,
	keyEnds: (days: number) =>
		`The SnelStart key ends in ${days} days: make a new one in the developer portal`,
	unknown: 'unknown',
	why: 'Why',
	openIt: 'Open the workflow',
	runByHand:
		'Run it by hand to see where it stops: the editor shows everything. Runs that may hold an order are not kept.',
	notStarted: 'It did not start.',
	nothingLost: 'Nothing is lost: the next run goes on where this one stopped.',
	toldOnce:
		'When it fails again this is told every morning in the digest, and once more when it did not fail for a day.',
	failsNoMore: (what: string) => `${what}: did not fail for a day.`,
	plan: {
		title: (days: string) => `Dry run: ${days}`,
		days: (from: string, until: string) => `${from} until ${until}`,
		fates: {
			toBook: 'Would be booked',
			alreadyThere: 'In SnelStart already',
			needsAttention: 'Needs attention',
			waiting: 'Waits',
			nothingToBook: 'Nothing to book',
		} as Record<string, string>,
		kinds: { order: 'order', refund: 'refund' } as Record<string, string>,
		documents: 'Orders and refunds',
		documentColumns: ['What', 'Kind', 'Why', 'What to do', 'Number', 'Euro', 'For example'],
		months: 'To be booked, per month and VAT rate',
		monthColumns: ['Month', 'VAT', 'Without VAT', 'VAT amount', 'With VAT'],
		after: (action: string) =>
			`Nothing was booked. Open the form again and choose ${action} with the same days to book this.`,
	},
	progress: {
		title: 'Progress',
		none: 'No dry run was made yet.',
		states: {
			'': 'planned',
			running: 'running',
			stopped: 'stopped',
			done: 'done',
		} as Record<string, string>,
		read: (read: number, found: number) => `${read} of ${found}`,
		columns: [
			...['Days', 'State', 'Read', 'Booked', 'Was there', 'Refunds', 'Waits'],
			...['Nothing to book', 'Needs attention', 'Left', 'Euro'],
		],
		after:
			'A period that is running goes on every five minutes. Left are orders that a batch could not finish; they are tried again at the end.',
	},
	payout: {
		title: (reference: string) => `Payout ${reference}`,
		booked: (euro: string) => `Booked: ${euro}`,
		bookedBefore: 'Booked before: nothing was booked again',
		notYet: 'Not booked yet: upload it again later',
		atWork: (lines: string) => `${lines} lines are being matched and booked now`,
		howFar:
			'It takes about a minute. The dashboard shows the payout under Payments, and its lines without an order under Errors. Send the same file again to see how far it is: nothing is booked twice.',
		busy: 'Being booked now: send the same file again in a minute',
		progress: (lines: string, listed: string) =>
			`${lines} lines; ${listed} without an order are listed so far.`,
		more: (rest: string) => `and ${rest} more`,
		notBooked: 'Not booked',
		matched: 'Matched',
		unmatched: 'Unmatched',
		none: 'None.',
	},
};
type Texts = typeof english;

const dutch: Texts = {
	title: 'Webshopbestellingen in SnelStart',
	needsAttention: 'vraagt aandacht',
	runFailed: 'een uitvoering is mislukt',
	lists: {
		notLetIn: 'Blijft liggen omdat SnelStart de sleutel niet accepteert',
		attention: 'Vraagt aandacht',
		toApprove: 'Wacht op goedkeuring',
		held: 'Ligt al meer dan een dag',
		notCome: 'Wacht al dagen op wat niet is gekomen',
		statusNotCome: 'Wachten op een status van de winkel',
		notClosed: 'Verzameld, en een dag na het moment van hun totaal nog niet geboekt',
		outage: 'Blijft liggen tot het voorbij is',
		changed: 'Gewijzigd na het boeken',
		refundDeleted: 'Terugbetaling verwijderd na het boeken',
		undoStarted: 'Wordt teruggedraaid en is nog niet opnieuw geboekt',
		withoutPaper: 'Geboekt, maar nog zonder document',
		besideMissing: 'Geboekt, op een tweede boeking na die SnelStart weigerde',
		shopNotTold: 'Geboekt, maar nog niet in de winkel gezet',
	},
	giveStatus: (days: number) =>
		`Al meer dan ${days} dagen. Geef elke bestelling in de winkel de status waarin ze geboekt wordt, of annuleer haar. Na hoeveel dagen dit gemeld wordt, staat in "Your values" van de dagelijkse melding (statusDays; 0 is nooit).`,
	closeTotals: 'Kijk of "Book day totals" geïmporteerd, gepubliceerd en niet gepauzeerd is.',
	outageOver: 'SnelStart neemt weer boekingen aan: er blijft niets meer liggen.',
	shopBack: (shop) =>
		`${shop}: de winkel is weer te lezen, en wat er intussen bij kwam wordt geboekt.`,
	more: (count) => `en nog ${count}`,
	keyEnds: (days) =>
		`De sleutel van SnelStart loopt over ${days} dagen af: maak een nieuwe in de developer portal`,
	unknown: 'onbekend',
	why: 'Reden',
	openIt: 'Open de workflow',
	runByHand:
		'Start hem met de hand om te zien waar hij stopt: de editor toont alles. Uitvoeringen met bestellingen erin worden niet bewaard.',
	notStarted: 'De workflow begon niet.',
	nothingLost: 'Er is niets verloren: de volgende uitvoering gaat verder waar deze stopte.',
	toldOnce:
		'Mislukt het opnieuw, dan staat het elke ochtend in de samenvatting, en nog een keer als het een dag lang niet is mislukt.',
	failsNoMore: (what) => `${what}: een dag lang niet mislukt.`,
	plan: {
		title: (days) => `Proefronde: ${days}`,
		days: (from, until) => `${from} tot en met ${until}`,
		fates: {
			toBook: 'Zou geboekt worden',
			alreadyThere: 'Staat al in SnelStart',
			needsAttention: 'Vraagt aandacht',
			waiting: 'Wacht',
			nothingToBook: 'Niets te boeken',
		},
		kinds: { order: 'bestelling', refund: 'terugbetaling' },
		documents: 'Bestellingen en terugbetalingen',
		documentColumns: ['Wat', 'Soort', 'Waarom', 'Wat te doen', 'Aantal', 'Euro', 'Bijvoorbeeld'],
		months: 'Te boeken, per maand en btw-tarief',
		monthColumns: ['Maand', 'Btw', 'Zonder btw', 'Btw-bedrag', 'Met btw'],
		after: (action) =>
			`Er is niets geboekt. Open het formulier opnieuw en kies ${action} met dezelfde dagen om dit te boeken.`,
	},
	progress: {
		title: 'Voortgang',
		none: 'Er is nog geen proefronde gedaan.',
		states: { '': 'gepland', running: 'loopt', stopped: 'gestopt', done: 'klaar' },
		read: (read, found) => `${read} van ${found}`,
		columns: [
			...['Dagen', 'Toestand', 'Gelezen', 'Geboekt', 'Was er al', 'Terugbetalingen', 'Wacht'],
			...['Niets te boeken', 'Vraagt aandacht', 'Over', 'Euro'],
		],
		after:
			'Een periode die loopt, gaat elke vijf minuten verder. Over zijn bestellingen die een deel niet kon afmaken; die worden aan het einde opnieuw geprobeerd.',
	},
	payout: {
		title: (reference) => `Uitbetaling ${reference}`,
		booked: (euro) => `Geboekt: ${euro}`,
		bookedBefore: 'Eerder geboekt: er is niets opnieuw geboekt',
		notYet: 'Nog niet geboekt: upload het bestand later opnieuw',
		atWork: (lines) => `${lines} regels worden nu gekoppeld en geboekt`,
		howFar:
			'Dat duurt ongeveer een minuut. Het dashboard toont de uitbetaling bij Betalingen, en haar regels zonder bestelling bij Fouten. Verstuur hetzelfde bestand opnieuw om te zien hoe ver het is: niets wordt dubbel geboekt.',
		busy: 'Wordt nu geboekt: verstuur hetzelfde bestand over een minuut opnieuw',
		progress: (lines, listed) =>
			`${lines} regels; ${listed} zonder bestelling staan al in de lijst.`,
		more: (rest) => `en nog ${rest}`,
		notBooked: 'Niet geboekt',
		matched: 'Met bestelling',
		unmatched: 'Zonder bestelling',
		none: 'Geen.',
	},
};

/** Every word of digest, alert and the pages of forms but those of the codes, which the register has. */
export const texts: Record<Language, Texts> = { en: english, nl: dutch };
