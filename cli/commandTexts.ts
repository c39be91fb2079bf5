import { sayInBoth, type FactsIn, type Spoken, type SpokenEntry } from '../bookkeeping';

/** What the command says of its own work; why it stops stands in the register of codes. */
export const commandTexts = {
	nothingToChange: { en: 'Nothing to change.', nl: 'Niets te wijzigen.' },
	changesMade: {
		facts: { count: 'count' },
		en: 'Changes made: {count}.',
		nl: 'Wijzigingen gedaan: {count}.',
	},
	changesWaiting: {
		facts: { count: 'count' },
		en: 'Changes that would be made: {count}; nothing was done.',
		nl: 'Wijzigingen die gedaan zouden worden: {count}; er is niets gedaan.',
	},
	linkWaiting: {
		facts: { client: 'text' },
		en: 'A link for {client} would be made; nothing was done.',
		nl: 'Er zou een link voor {client} gemaakt worden; er is niets gedaan.',
	},
	packageWritten: {
		facts: { file: 'text' },
		en: "Written to {file}. With a key of n8n's API (Settings, n8n API; scope workflow:import) n8n takes\nit in:",
		nl: 'Geschreven naar {file}. Met een sleutel van de API van n8n (Settings, n8n API; scope\nworkflow:import) neemt n8n het op:',
	},
	packageNext: {
		facts: { client: 'text' },
		en: 'Then run "Set up tables" once, fill in the credentials, run "{client}: Client settings", and publish.',
		nl: 'Voer daarna één keer "Set up tables" uit, vul de credentials in, voer "{client}: Client settings" uit, en publiceer.',
	},
	sharedQuota: {
		en: 'The last questions use up what SnelStart takes in a minute. Keys of one developer account may share that, and the calls of an hour: let no other workflow run on them, or leave these questions out with --only.',
		nl: 'De laatste vragen gebruiken op wat SnelStart in een minuut aanneemt. Sleutels van één ontwikkelaarsaccount delen dat mogelijk, net als de aanroepen van een uur: laat er geen andere workflow op lopen, of laat deze vragen weg met --only.',
	},
	waits: {
		facts: { seconds: 'count' },
		en: 'waits {seconds} s',
		nl: 'wacht {seconds} s',
	},
	reportWritten: {
		facts: { file: 'text' },
		en: 'Written to {file}.\nTry it: npm run sandbox -- --like {file}',
		nl: 'Geschreven naar {file}.\nProbeer het: npm run sandbox -- --like {file}',
	},
	noDryRun: {
		facts: { command: 'text' },
		en: '{command} takes no --dry-run',
		nl: '{command} kent geen --dry-run',
	},
	clientAtPath: {
		facts: { path: 'text' },
		en: '"{path}" is a client: choose another path for the page of all clients',
		nl: '"{path}" is een klant: kies een ander pad voor de pagina van alle klanten',
	},
	red: { en: 'RED', nl: 'ROOD' },

	noUse: {
		en: 'the file has no use for it any more',
		nl: 'het bestand heeft er geen gebruik meer voor',
	},
	runByHand: {
		en: 'run it by hand to save what stands in it',
		nl: 'voer hem met de hand uit om te bewaren wat erin staat',
	},
	savesSettings: {
		en: 'checks the settings and saves them',
		nl: 'controleert de instellingen en bewaart ze',
	},
	looksAtShop: {
		en: 'looks whether the shop accepts its key',
		nl: 'kijkt of de winkel haar sleutel aanneemt',
	},
	makesTables: {
		en: 'makes and checks the tables in PostgreSQL',
		nl: 'maakt en controleert de tabellen in PostgreSQL',
	},
	madeByHand: {
		en: 'a workflow of this name was made by hand',
		nl: 'een workflow met deze naam is met de hand gemaakt',
	},
	archived: { en: 'it was archived', nl: 'hij is gearchiveerd' },
	changed: { en: 'it was changed in n8n', nl: 'hij is in n8n gewijzigd' },
	leftBehind: {
		en: 'an import that was broken off left it behind',
		nl: 'een afgebroken import liet hem achter',
	},
	rowsLeftBehind: {
		en: 'a move that was broken off left them there',
		nl: 'een afgebroken verhuizing liet ze daar achter',
	},
	rowsMove: {
		en: 'the rows of the client and its workflows go there',
		nl: 'de rijen van de klant en zijn workflows gaan daarheen',
	},
	mute: {
		facts: { node: 'text' },
		en: 'nobody hears it: write mail at "channel" in "{node}" or in the file under values, or give the file "chat": {}',
		nl: 'niemand hoort het: schrijf mail bij "channel" in "{node}" of in het bestand onder values, of geef het bestand "chat": {}',
	},
	versionUnknown: {
		facts: { oldest: 'text', tested: 'text' },
		en: 'its version cannot be read; it has to be {oldest} or newer, and {tested} is what everything is tested with',
		nl: 'de versie is niet te lezen; nodig is {oldest} of nieuwer, en met {tested} is alles getest',
	},
	isNamed: {
		facts: { value: 'text', record: 'text', id: 'text' },
		en: '"{value}" is {record} ({id})',
		nl: '"{value}" is {record} ({id})',
	},
	takenOver: {
		facts: { last: 'text', there: 'count', before: 'count' },
		en: '{last} and {there} of the {before} numbers before it are in SnelStart: taken over, not booked again',
		nl: '{last} en {there} van de {before} nummers ervoor staan in SnelStart: overgenomen, niet opnieuw geboekt',
	},
	namedTakenOver: {
		facts: { there: 'count', all: 'count' },
		en: '{there} of the {all} invoices of another connector are in SnelStart: taken over, not booked again',
		nl: '{there} van de {all} facturen van een andere koppeling staan in SnelStart: overgenomen, niet opnieuw geboekt',
	},
	namedLeftAlone: {
		facts: { there: 'count', all: 'count' },
		en: '{there} of the {all} invoices of another connector are in SnelStart: left alone, not booked again',
		nl: '{there} van de {all} facturen van een andere koppeling staan in SnelStart: met rust gelaten, niet opnieuw geboekt',
	},
} as const satisfies Record<string, SpokenEntry>;
export type CommandTextName = keyof typeof commandTexts;

/** A text of the command with its facts, in both languages. */
export const commandText = <Name extends CommandTextName>(
	name: Name,
	...[facts]: FactsIn<(typeof commandTexts)[Name]>
): Spoken => sayInBoth(commandTexts[name], facts);
