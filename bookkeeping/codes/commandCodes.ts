import type { CodeEntry } from './code';

/** The n8n that nodes and templates are tested with. */
export const TESTED_N8N = '2.41.1';

/** The oldest n8n that `npm run test:compat` walks the main path on. */
export const OLDEST_N8N = '2.40.7';

const WHERE_N8N_IS = {
	en: 'Give the address at which you open n8n in the browser, such as https://n8n.example.com or 127.0.0.1:5678.',
	nl: 'Geef het adres waarop u n8n in de browser opent, zoals https://n8n.voorbeeld.nl of 127.0.0.1:5678.',
} as const;

/** Why the command that imports a client stops. */
export const commandCodes = {
	ACCOUNT_NOT_MADE: {
		facts: { account: 'text', status: 'count', words: 'words' },
		found: {
			en: 'SnelStart did not make ledger account {account} (HTTP {status}): {words}',
			nl: 'SnelStart heeft grootboekrekening {account} niet gemaakt (HTTP {status}): {words}',
		},
		tip: {
			en: 'Make it in SnelStart by hand with the function named above, or answer no, and give the command again: it goes on from here.',
			nl: 'Maak hem met de hand in SnelStart met de functie die erbij staat, of antwoord no, en geef de opdracht opnieuw: zij gaat hier verder.',
		},
	},
	ANSWER_MISSING: {
		facts: { key: 'text', question: 'text', words: 'words' },
		found: {
			en: 'The answer "{key}" is missing or not right ({words}): {question}',
			nl: 'Het antwoord "{key}" ontbreekt of klopt niet ({words}): {question}',
		},
		tip: {
			en: 'Write it in the file of --answers, or run the command in a terminal: it then asks.',
			nl: 'Schrijf het in het bestand van --answers, of geef de opdracht in een terminal: dan vraagt zij het.',
		},
	},
	CANNOT_INVITE: {
		cases: {
			noApp: {
				en: 'Give the short name of your app at SnelStart with --app.',
				nl: 'Geef de korte naam van uw app bij SnelStart met --app.',
			},
			noShop: {
				facts: { shop: 'text', shops: 'names' },
				en: 'The file has no WooCommerce shop "{shop}"; it has {shops}.',
				nl: 'Het bestand heeft geen WooCommerce-winkel "{shop}"; het heeft {shops}.',
			},
			http: {
				facts: { address: 'text' },
				en: 'A key would come or go over http at {address}, where everyone on the way can read it.',
				nl: 'Bij {address} zou een sleutel over http gaan, waar iedereen onderweg hem kan lezen.',
			},
			credentialLost: {
				facts: { name: 'text' },
				en: 'n8n has no credential "{name}" that a key could be put into.',
				nl: 'n8n heeft geen credential "{name}" waar een sleutel in kan.',
			},
		},
		tip: {
			en: 'See docs/snelstart-access.md for what an invitation needs.',
			nl: 'In docs/snelstart-access.md staat wat een uitnodiging nodig heeft.',
		},
	},
	CLIENT_AWAKE: {
		facts: { client: 'text', workflows: 'words' },
		found: {
			en: 'The rows of "{client}" cannot be moved while these workflows are on or at work:{workflows}',
			nl: 'De regels van "{client}" kunnen niet verhuizen terwijl deze workflows aan staan of bezig zijn:{workflows}',
		},
		tip: {
			en: 'Switch them off in n8n, wait until no run is left, and run the command again.',
			nl: 'Zet ze uit in n8n, wacht tot er niets meer loopt en geef de opdracht opnieuw.',
		},
	},
	CLIENT_UNKNOWN: {
		cases: {
			imported: {
				facts: { client: 'text' },
				en: 'This n8n has nothing imported for client "{client}".',
				nl: 'In deze n8n is niets geïmporteerd voor klant "{client}".',
			},
			settings: {
				facts: { client: 'text' },
				en: 'This n8n has no settings of client "{client}".',
				nl: 'Deze n8n heeft geen instellingen van klant "{client}".',
			},
		},
		tip: {
			en: 'Check the name; it is the one that stands in the settings under "client".',
			nl: 'Controleer de naam; het is die van "client" in de instellingen.',
		},
	},
	CREDENTIAL_MISSING: {
		facts: { name: 'text', types: 'text' },
		found: {
			en: 'n8n has no credential "{name}" of type {types}.',
			nl: 'n8n heeft geen credential "{name}" van soort {types}.',
		},
		tip: {
			en: 'Make it in n8n under Credentials, with exactly this name.',
			nl: 'Maak hem in n8n onder Credentials, met precies deze naam.',
		},
	},
	FILE_EXISTS: {
		facts: { file: 'text' },
		found: {
			en: '{file} is there already.',
			nl: '{file} bestaat al.',
		},
		tip: {
			en: 'Import it, or give another name for the new client file.',
			nl: 'Importeer het, of geef het nieuwe klantbestand een andere naam.',
		},
	},
	FILE_INVALID: {
		facts: { file: 'text', complaints: 'words' },
		found: {
			en: '{file} is not right.{complaints}',
			nl: '{file} klopt niet.{complaints}',
		},
		tip: {
			en: 'Correct the named fields. With "$schema" in the file, an editor shows them while you type.',
			nl: 'Verbeter de genoemde velden. Met "$schema" in het bestand toont een editor ze tijdens het typen.',
		},
	},
	FILE_UNREADABLE: {
		facts: { file: 'text', error: 'words' },
		found: {
			en: '{file} cannot be read: {error}',
			nl: '{file} kan niet gelezen worden: {error}',
		},
		tip: {
			en: 'Give the path of a JSON file, made with "export" or after docs/import.md.',
			nl: 'Geef het pad van een JSON-bestand, gemaakt met "export" of volgens docs/import.md.',
		},
	},
	KEYS_REFUSED: {
		facts: { complaints: 'words' },
		found: {
			en: 'Keys are refused, so nothing was made:{complaints}',
			nl: 'Sleutels zijn geweigerd, dus er is niets gemaakt:{complaints}',
		},
		tip: {
			en: 'Copy the keys once more from SnelStart or the shop: whole, not swapped, and of this administration or shop. docs/credentials.md says where they stand.',
			nl: 'Kopieer de sleutels opnieuw uit SnelStart of de winkel: heel, niet verwisseld, en van deze administratie of winkel. docs/credentials.md zegt waar ze staan.',
		},
	},
	KEY_ONLY_READS: {
		facts: { complaints: 'words' },
		found: {
			en: 'Realtime makes webhooks in the shop, and the key may not write there, so nothing was made:{complaints}',
			nl: 'Realtime maakt webhooks in de winkel, en de sleutel mag daar niet schrijven, dus er is niets gemaakt:{complaints}',
		},
		tip: {
			en: 'Make a key in WooCommerce under Settings, Advanced, REST API, with the permission Read/Write, for a user who may manage the shop. Or take "realtime" out of the client file: orders are then read every hour.',
			nl: 'Maak in WooCommerce onder Instellingen, Geavanceerd, REST API een sleutel met het recht Lezen/Schrijven, voor een gebruiker die de winkel mag beheren. Of haal "realtime" uit het klantbestand: bestellingen worden dan elk uur gelezen.',
		},
	},
	KEY_OVER_HTTP: {
		facts: { host: 'text' },
		found: {
			en: 'The key is not sent to {host} over http, where everyone on the way can read it. Give an address that begins with https, or --allow-http in a network of your own.',
			nl: 'De sleutel gaat niet over http naar {host}, want iedereen onderweg kan hem lezen. Geef een adres dat met https begint, of --allow-http in een eigen netwerk.',
		},
		tip: {
			en: 'Put n8n behind https: docs.n8n.io tells how.',
			nl: 'Zet n8n achter https: docs.n8n.io vertelt hoe.',
		},
	},
	NAMES_UNKNOWN: {
		facts: { complaints: 'words' },
		found: {
			en: 'The settings name what the administration in SnelStart does not have once, so nothing was made:{complaints}',
			nl: 'De instellingen noemen wat de administratie in SnelStart niet precies één keer heeft, dus er is niets gemaakt:{complaints}',
		},
		tip: {
			en: 'Write the number, or the name as SnelStart spells it, or the id.',
			nl: 'Schrijf het nummer, of de naam zoals SnelStart hem spelt, of het id.',
		},
	},
	N8N_KEY_REFUSED: {
		found: {
			en: 'n8n does not accept the API key.',
			nl: 'n8n accepteert de API-sleutel niet.',
		},
		tip: {
			en: 'Make a new key in n8n under Settings, n8n API.',
			nl: 'Maak in n8n een nieuwe sleutel onder Settings, n8n API.',
		},
	},
	N8N_KEY_RIGHTS: {
		facts: { request: 'text' },
		found: {
			en: 'The API key may not do {request}.',
			nl: 'De API-sleutel heeft geen recht op {request}.',
		},
		tip: {
			en: 'Make a key in n8n under Settings, n8n API, with all scopes for workflows, credentials, tags, executions and data tables.',
			nl: 'Maak in n8n een sleutel onder Settings, n8n API, met alle scopes voor workflows, credentials, tags, executions en data tables.',
		},
	},
	N8N_REDIRECTS: {
		cases: {
			elsewhere: {
				facts: { url: 'text', target: 'text' },
				en: '{url} leads on to {target}, and the key never follows. If that is your n8n, give it as --n8n.',
				nl: '{url} verwijst door naar {target}, en de sleutel gaat nooit mee. Is dat jouw n8n, geef dat adres dan bij --n8n.',
			},
			nowhere: {
				facts: { url: 'text' },
				en: '{url} leads on to another address, and the key never follows. If that is your n8n, give it as --n8n.',
				nl: '{url} verwijst door naar een ander adres, en de sleutel gaat nooit mee. Is dat jouw n8n, geef dat adres dan bij --n8n.',
			},
		},
		tip: {
			en: 'Nothing was sent there. Check that the address named is your n8n (mind https and www) before you use it.',
			nl: 'Er is niets heen gestuurd. Ga na of het genoemde adres jouw n8n is (let op https en www) voordat je het gebruikt.',
		},
	},
	N8N_REFUSED: {
		cases: {
			request: {
				facts: { request: 'text', status: 'count', words: 'words' },
				en: 'n8n refused {request} (HTTP {status}): {words}',
				nl: 'n8n weigerde {request} (HTTP {status}): {words}',
			},
			endless: {
				facts: { seconds: 'count' },
				en: 'A run did not end within {seconds} s.',
				nl: 'Een uitvoering was niet binnen {seconds} s klaar.',
			},
		},
		tip: {
			en: 'Read what n8n says; nothing after it was done. Running the command again is safe.',
			nl: 'Lees wat n8n zegt; daarna is er niets meer gedaan. De opdracht nog eens geven kan geen kwaad.',
		},
	},
	N8N_TOO_OLD: {
		cases: {
			version: {
				facts: { url: 'text', version: 'text', oldest: 'text' },
				en: 'The n8n at {url} is version {version}; {oldest} is the oldest that takes a client.',
				nl: 'De n8n op {url} is versie {version}; {oldest} is de oudste die een klant aankan.',
			},
			api: {
				facts: { url: 'text' },
				en: 'The n8n at {url} has no data tables in its API.',
				nl: 'De n8n op {url} heeft geen data tables in zijn API.',
			},
		},
		tip: {
			en: `Update n8n: the templates are tested with ${TESTED_N8N}, and with ${OLDEST_N8N} as the oldest.`,
			nl: `Werk n8n bij: de sjablonen zijn getest met ${TESTED_N8N}, en met ${OLDEST_N8N} als oudste.`,
		},
	},
	N8N_UNREACHABLE: {
		facts: { url: 'text', error: 'text' },
		found: {
			en: 'n8n does not answer at {url} ({error}).',
			nl: 'n8n antwoordt niet op {url} ({error}).',
		},
		tip: {
			en: 'Check the address given with --n8n, and whether n8n runs there.',
			nl: 'Controleer het adres bij --n8n, en of n8n daar draait.',
		},
	},
	NOT_N8N: {
		cases: {
			status: {
				facts: { url: 'text', status: 'count' },
				en: "What answers at {url} is not n8n's API (HTTP {status}).",
				nl: 'Wat er op {url} antwoordt, is niet de API van n8n (HTTP {status}).',
			},
			page: {
				facts: { url: 'text', title: 'words' },
				en: 'At {url} stands a page that is not n8n: "{title}".',
				nl: 'Op {url} staat een pagina die niet van n8n is: "{title}".',
				tip: WHERE_N8N_IS,
			},
			server: {
				facts: { url: 'text' },
				en: 'At {url} answers a web server that is not n8n.',
				nl: 'Op {url} antwoordt een webserver die niet n8n is.',
				tip: WHERE_N8N_IS,
			},
			apiOff: {
				facts: { url: 'text' },
				en: 'At {url} stands n8n, but its public API does not answer there.',
				nl: 'Op {url} staat n8n, maar de publieke API antwoordt daar niet.',
			},
		},
		tip: {
			en: 'Give the address of the editor, without /api or /home, and check that the public API is not switched off there (N8N_PUBLIC_API_DISABLED).',
			nl: 'Geef het adres van de editor, zonder /api of /home, en controleer of de publieke API daar niet uit staat (N8N_PUBLIC_API_DISABLED).',
		},
	},
	OLD_ENTRY_UNCLEAR: {
		facts: { orders: 'names', entries: 'names' },
		found: {
			en: 'Orders {orders} of the shop and invoices {entries} in SnelStart have the same amount, about the same day, and fit each other in more than one way: which belongs to which is not known.',
			nl: 'Bestellingen {orders} van de winkel en facturen {entries} in SnelStart hebben hetzelfde bedrag, rond dezelfde dag, en passen op meer dan één manier bij elkaar: welke bij welke hoort, is niet bekend.',
		},
		tip: {
			en: "Look at them in SnelStart. These orders are from before the first day and are not booked by itself: write what belongs together at 'Invoices of Another Connector', book by hand what turns out to be missing, and correct what stands there twice.",
			nl: "Bekijk ze in SnelStart. Deze bestellingen zijn van voor de eerste dag en worden niet vanzelf geboekt: schrijf wat bij elkaar hoort bij 'Invoices of Another Connector', boek met de hand wat blijkt te ontbreken, en herstel wat er dubbel staat.",
		},
	},
	OLD_NUMBERS: {
		cases: {
			prefix: {
				facts: { shop: 'text', last: 'text', prefix: 'text' },
				en: 'The last invoice of the other connector of "{shop}" is {last}, but this client would number with the prefix "{prefix}": what is booked already would not be recognised, and be booked again.',
				nl: 'De laatste factuur van de andere koppeling van "{shop}" is {last}, maar deze klant zou nummeren met het voorvoegsel "{prefix}": wat al geboekt is, zou niet herkend worden en nog eens geboekt.',
				tip: {
					en: 'Take what stands before the number of the order in it as "invoiceNumberPrefix" of the shop. Do you want other numbers, then leave lastOldNumber out and let ordersFrom be the day after the last order that was booked.',
					nl: 'Neem wat daarin voor het bestelnummer staat als "invoiceNumberPrefix" van de winkel. Wilt u andere nummers, laat lastOldNumber dan weg en laat ordersFrom de dag na de laatste geboekte bestelling zijn.',
				},
			},
			running: {
				facts: {
					...{ shop: 'text', last: 'text', count: 'count', all: 'count' },
					...{ since: 'date', lines: 'text' },
				},
				en: 'The numbers of the other connector of "{shop}" run by themselves ({last}). Of the {all} last orders {count} were recognised in SnelStart by amount, day and number or customer.',
				nl: 'De nummers van de andere koppeling van "{shop}" lopen op zichzelf ({last}). Van de {all} laatste bestellingen zijn er {count} in SnelStart herkend aan bedrag, dag en nummer of klant.',
				tip: {
					en: 'Look at them and write in the file at this shop of "settings": {lines}; and let ordersFrom be {since}. Then import again: they are taken over and never booked again.',
					nl: 'Bekijk ze en schrijf in het bestand bij deze winkel van "settings": {lines}; en laat ordersFrom {since} zijn. Importeer daarna opnieuw: ze worden overgenomen en nooit nog eens geboekt.',
				},
			},
			salesOrders: {
				facts: { shop: 'text', last: 'text' },
				en: 'This client books sales orders, and those take over no invoices: what the other connector of "{shop}" booked up to {last} would be made again as sales orders.',
				nl: 'Deze klant boekt verkooporders, en die nemen geen facturen over: wat de andere koppeling van "{shop}" tot en met {last} boekte, zou nog eens als verkooporder gemaakt worden.',
				tip: {
					en: 'Leave lastOldNumber out and let ordersFrom be the day after the last order that was booked. Do you want older orders read too, then name those that were booked in "oldInvoices" of the shop (4102=2026-0901), with "bookFrom": they are left alone.',
					nl: 'Laat lastOldNumber weg en laat ordersFrom de dag na de laatste geboekte bestelling zijn. Wilt u ook oudere bestellingen laten lezen, noem dan wat al geboekt is in "oldInvoices" van de winkel (4102=2026-0901), met "bookFrom": die worden met rust gelaten.',
				},
			},
			notThere: {
				facts: { shop: 'text', last: 'text' },
				en: 'SnelStart has no invoice {last}, the last one of the other connector of "{shop}".',
				nl: 'SnelStart heeft geen factuur {last}, de laatste van de andere koppeling van "{shop}".',
			},
		},
		tip: {
			en: 'Look the last number up in SnelStart and write it as it stands there. Without it nobody can tell which orders are booked already.',
			nl: 'Zoek het laatste nummer op in SnelStart en schrijf het zoals het daar staat. Zonder dat kan niemand zeggen welke bestellingen al geboekt zijn.',
		},
	},
	PACKAGE_MISSING: {
		facts: { url: 'text' },
		found: {
			en: 'The package n8n-nodes-webshop-snelstart is not installed in the n8n at {url}.',
			nl: 'Het pakket n8n-nodes-webshop-snelstart is niet geïnstalleerd in de n8n op {url}.',
		},
		tip: {
			en: 'Install it in n8n under Settings, Community nodes, or in the nodes folder of n8n, and start n8n again.',
			nl: 'Installeer het in n8n onder Settings, Community nodes, of in de map nodes van n8n, en start n8n opnieuw.',
		},
	},
	SECRET_MISSING: {
		cases: {
			one: {
				facts: { variable: 'text', what: 'text' },
				en: '{variable} is not set: it holds {what}.',
				nl: '{variable} is niet ingesteld: daarin staat {what}.',
			},
			several: {
				facts: { list: 'words' },
				en: 'Some secrets are not set:{list}',
				nl: 'Sommige geheimen zijn niet ingesteld:{list}',
			},
		},
		tip: {
			en: 'Set the environment variable of each, or run the command in a terminal: it then asks for them.',
			nl: 'Zet van elk de omgevingsvariabele, of geef de opdracht in een terminal: dan wordt ernaar gevraagd.',
		},
	},
	SECRET_TOO_SHORT: {
		facts: { variable: 'text', what: 'text', shortest: 'count' },
		found: {
			en: '{variable} ({what}) has fewer than {shortest} characters.',
			nl: '{variable} ({what}) heeft minder dan {shortest} tekens.',
		},
		tip: {
			en: 'Choose a longer one; a password manager makes and keeps it.',
			nl: 'Kies een langere; een wachtwoordbeheerder maakt en bewaart hem.',
		},
	},
	SETTINGS_REFUSED: {
		facts: { words: 'words' },
		found: {
			en: 'The settings are not saved: {words}',
			nl: 'De instellingen zijn niet bewaard: {words}',
		},
		tip: {
			en: 'Correct the settings in the file and run the command again.',
			nl: 'Verbeter de instellingen in het bestand en geef de opdracht opnieuw.',
		},
	},
	SHOP_NOT_READ: {
		cases: {
			light: {
				facts: { workflow: 'text', words: 'words' },
				en: '{workflow}: {words}',
				nl: '{workflow} zegt: {words}',
			},
			noEnd: {
				facts: { workflow: 'text' },
				en: '{workflow}: the check came to no end',
				nl: '{workflow}: de controle kwam niet tot een einde',
			},
		},
		tip: {
			en: 'Nothing was switched on. Correct the address of the shop in the file or its key, and run the command again with --renew-secrets.',
			nl: 'Er is niets aangezet. Verbeter het adres van de winkel in het bestand of haar sleutel, en geef de opdracht opnieuw met --renew-secrets.',
		},
	},
	SHOP_UNREAD: {
		facts: { address: 'text', words: 'words' },
		found: {
			en: 'The shop does not give its orders at {address}: {words}',
			nl: 'De winkel geeft haar bestellingen niet op {address}: {words}',
		},
		tip: {
			en: 'Check its address and key; the key needs the right to read orders. Of a shop over http the orders are read by n8n only: write the client file by hand.',
			nl: 'Controleer adres en sleutel; de sleutel heeft het recht nodig om bestellingen te lezen. Van een winkel over http leest alleen n8n de bestellingen: schrijf het klantbestand met de hand.',
		},
	},
	SNELSTART_UNREAD: {
		cases: {
			noAnswer: {
				facts: { words: 'words' },
				en: 'SnelStart gives no answer at {words}',
				nl: 'SnelStart geeft geen antwoord op {words}',
			},
			refused: {
				facts: { path: 'text', status: 'count', words: 'words' },
				en: 'SnelStart does not give {path} (HTTP {status}): {words}',
				nl: 'SnelStart geeft {path} niet (HTTP {status}): {words}',
			},
		},
		tip: {
			en: 'Nothing was made. Check the keys and the connection of this machine, and give the command again.',
			nl: 'Er is niets gemaakt. Controleer de sleutels en de verbinding van deze machine, en geef de opdracht opnieuw.',
		},
	},
	STORE_DIFFERS: {
		facts: { client: 'text', known: 'text', asked: 'text' },
		found: {
			en: 'The rows of "{client}" are in {known}, so its workflows cannot be imported for {asked}: they would find nothing there.',
			nl: 'De regels van "{client}" staan in {known}, dus de workflows kunnen niet voor {asked} worden geïmporteerd: daar zouden ze niets vinden.',
		},
		tip: {
			en: 'Leave --store out, or move the rows first with the command move.',
			nl: 'Laat --store weg, of verhuis eerst de regels met de opdracht move.',
		},
	},
	STORE_MISCOUNTED: {
		facts: { complaints: 'words' },
		found: {
			en: 'Not all rows arrived, so the client stays where it was:{complaints}',
			nl: 'Niet alle regels zijn aangekomen, dus de klant blijft waar hij was:{complaints}',
		},
		tip: {
			en: 'Make sure that no workflow of the client is at work, and run the command again: it starts anew.',
			nl: 'Zorg dat geen workflow van de klant bezig is en geef de opdracht opnieuw: die begint van voren af aan.',
		},
	},
	STORE_NOT_NAMED: {
		found: {
			en: 'The file does not say which PostgreSQL keeps the rows.',
			nl: 'Het bestand zegt niet welke PostgreSQL de regels bewaart.',
		},
		tip: {
			en: 'Write host, database and user under "postgres" in the file, or the name of a credential.',
			nl: 'Zet host, database en user onder "postgres" in het bestand, of de naam van een credential.',
		},
	},
	STORE_REFUSED: {
		facts: { words: 'words' },
		found: {
			en: 'PostgreSQL or n8n stopped at the tables: {words}',
			nl: 'PostgreSQL of n8n liep vast bij de tabellen: {words}',
		},
		tip: {
			en: 'Look at the name and the password of the user, whether it may make a schema in the database, and whether n8n reaches the host. Of a row that is there twice ("duplicate key"), delete the older one in n8n under Data tables.',
			nl: 'Kijk naar de naam en het wachtwoord van de gebruiker, of hij in de database een schema mag maken, en of n8n de host bereikt. Staat een regel er twee keer ("duplicate key"), verwijder dan de oudste in n8n onder Data tables.',
		},
	},
	USAGE: {
		cases: {
			words: {
				facts: { words: 'words' },
				en: '{words}',
				nl: 'Verkeerd gebruikt: {words}',
			},
			noCommand: {
				facts: { commands: 'names' },
				en: 'Say what to do: {commands}.',
				nl: 'Zeg wat er moet gebeuren: {commands}.',
			},
			file: {
				facts: { command: 'text' },
				en: '"{command}" takes one file.',
				nl: '"{command}" wil één bestand.',
			},
			client: {
				facts: { command: 'text' },
				en: '"{command}" takes one client.',
				nl: '"{command}" wil één klant.',
			},
			address: {
				en: 'Give the address of n8n with --n8n.',
				nl: 'Geef het adres van n8n met --n8n.',
			},
			path: {
				facts: { path: 'text' },
				en: 'The last part of the address of the page may hold letters, digits and dashes only: "{path}" has others.',
				nl: 'Het laatste deel van het adres van de pagina mag alleen letters, cijfers en streepjes bevatten: "{path}" heeft andere tekens.',
			},
			webhooks: { en: '--webhooks takes an address.', nl: '--webhooks wil een adres.' },
			store: {
				facts: { stores: 'names' },
				en: '--store takes one of {stores}.',
				nl: '--store wil een van {stores}.',
			},
			days: {
				facts: { most: 'count' },
				en: '--days takes a whole number of days from 1 to {most}.',
				nl: '--days wil een heel aantal dagen van 1 tot en met {most}.',
			},
		},
		tip: {
			en: 'Run it with --help to see how it is used.',
			nl: 'Geef --help mee om te zien hoe het werkt.',
		},
	},
	WEBHOOK_UNREACHABLE: {
		facts: { origin: 'text', answer: 'text' },
		found: {
			en: "n8n's webhooks do not answer at {origin} ({answer}).",
			nl: 'De webhooks van n8n antwoorden niet op {origin} ({answer}).',
		},
		tip: {
			en: "The settings are saved by a workflow that is started over n8n's webhook address. Give that address with --webhooks, for example https://n8n.example.com/webhook.",
			nl: 'De instellingen worden bewaard door een workflow die via het webhookadres van n8n start. Geef dat adres met --webhooks, bijvoorbeeld https://n8n.example.com/webhook.',
		},
	},
	WORKFLOWS_CHANGED: {
		facts: { client: 'text', workflows: 'words' },
		found: {
			en: 'These workflows of "{client}" would stay as they are and go on without the rows that move:{workflows}',
			nl: 'Deze workflows van "{client}" zouden blijven zoals ze zijn en doorgaan zonder de regels die verhuizen:{workflows}',
		},
		tip: {
			en: 'Run the command with --overwrite to replace them, or delete them in n8n first.',
			nl: 'Geef --overwrite mee om ze te vervangen, of verwijder ze eerst in n8n.',
		},
	},
} as const satisfies Record<string, CodeEntry>;
