import type { CodeEntry } from './code';

/** Why orders of a file, or the file as a whole, are not understood. */
export const orderFileCodes = {
	ORDER_FILE_ROW: {
		cases: {
			noNumber: {
				en: 'The row has no order number.',
				nl: 'De rij heeft geen bestelnummer.',
			},
			noRecord: {
				en: 'In the list of orders stands something that is not an order.',
				nl: 'In de lijst van bestellingen staat iets dat geen bestelling is.',
			},
			twice: {
				facts: { number: 'text' },
				en: 'Order {number} stands in the file a second time, and nothing tells which of them counts.',
				nl: 'Bestelling {number} staat een tweede keer in het bestand, en niets zegt welke van beide telt.',
			},
			differs: {
				facts: { number: 'text', column: 'text' },
				en: 'The rows of order {number} do not agree in the column "{column}".',
				nl: 'De rijen van bestelling {number} zijn het in de kolom "{column}" niet eens.',
			},
			date: {
				facts: { number: 'text', column: 'text' },
				en: 'The date of order {number} in the column "{column}" cannot be read.',
				nl: 'De datum van bestelling {number} in de kolom "{column}" is niet te lezen.',
				tip: {
					en: 'Write dates as 28-11-2026 or 2026-11-28.',
					nl: 'Schrijf datums als 28-11-2026 of 2026-11-28.',
				},
			},
			amount: {
				facts: { number: 'text', column: 'text' },
				en: 'What stands in the column "{column}" of order {number} is not an amount.',
				nl: 'Wat bij bestelling {number} in de kolom "{column}" staat, is geen bedrag.',
			},
			noTotal: {
				facts: { number: 'text' },
				en: 'Order {number} states no total, so nothing proves that it is complete.',
				nl: 'Bestelling {number} noemt geen totaal, dus niets bewijst dat ze volledig is.',
			},
			rate: {
				facts: { number: 'text' },
				en: 'The VAT rate of a line of order {number} stands nowhere, and its amounts fit no rate or several.',
				nl: 'Het btw-tarief van een regel van bestelling {number} staat nergens, en de bedragen passen bij geen tarief of bij meer dan één.',
				tip: {
					en: 'Take a column with the VAT rate per line, or with the amounts per rate, into the export. Amounts without VAT beside those with VAT are enough where an order has one rate.',
					nl: 'Neem een kolom met het btw-tarief per regel, of met de bedragen per tarief, op in de export. Bedragen zonder btw naast die met btw zijn genoeg als een bestelling één tarief heeft.',
				},
			},
			vat: {
				facts: { number: 'text', vat: 'cents', lines: 'cents' },
				en: 'The VAT of order {number} is {vat}, but its lines have {lines}.',
				nl: 'De btw van bestelling {number} is {vat}, maar haar regels hebben {lines}.',
			},
			sum: {
				facts: { number: 'text', total: 'cents', lines: 'cents' },
				en: 'The total of order {number} is {total}, but its lines make {lines}.',
				nl: 'Het totaal van bestelling {number} is {total}, maar haar regels maken {lines}.',
				tip: {
					en: 'Look for a column with an amount that is not used, such as shipping, discount or a gift card, and name it in the settings of the shop under Order File Columns.',
					nl: 'Zoek een kolom met een bedrag die niet gebruikt wordt, zoals verzendkosten, korting of een cadeaubon, en noem haar in de instellingen van de winkel bij Kolommen van het bestelbestand.',
				},
			},
		},
		tip: {
			en: 'Correct the row in the file, or make the export again, and upload it once more. What is booked already is not booked again.',
			nl: 'Verbeter de rij in het bestand, of maak de export opnieuw, en upload het nog een keer. Wat al geboekt is, wordt niet nog eens geboekt.',
		},
	},
	ORDER_FILE_NOT_RECORDED: {
		facts: { missing: 'count', read: 'count', named: 'names' },
		found: {
			en: '{missing} of the {read} orders of the file have no row in the order table ({named}).',
			nl: '{missing} van de {read} bestellingen van het bestand hebben geen regel in de ordertabel ({named}).',
		},
		tip: {
			en: "Upload the same file again: what is booked already is not booked again. If it stays, check in the node 'Process orders' that every input has its expression.",
			nl: "Upload hetzelfde bestand nog een keer: wat al geboekt is, wordt niet nog eens geboekt. Blijft het zo, controleer dan in de node 'Process orders' of elke invoer haar expressie heeft.",
		},
	},
	ORDER_FILE_UNFINISHED: {
		facts: { orders: 'text', since: 'text' },
		found: {
			en: 'Booking a file of {orders} orders began on {since}, and nothing shows that it ended.',
			nl: 'Het boeken van een bestand met {orders} bestellingen begon op {since}, en niets laat zien dat het klaar is.',
		},
		tip: {
			en: 'When no run of Orders from a file is under way in n8n any more, n8n was stopped or the run failed. Upload the same file again, two hours after that at the earliest: it books the rest, and nothing twice.',
			nl: 'Is er in n8n geen run van Orders from a file meer bezig, dan is n8n gestopt of is de run mislukt. Upload hetzelfde bestand dan opnieuw, op zijn vroegst twee uur daarna: het boekt de rest, en niets dubbel.',
		},
	},
	ORDER_FILE_UNREADABLE: {
		cases: {
			tooLarge: {
				facts: { most: 'count' },
				en: 'The file has more than {most} rows.',
				nl: 'Het bestand heeft meer dan {most} rijen.',
				tip: {
					en: 'Export a shorter period, or divide the file. What is booked already is not booked again.',
					nl: 'Exporteer een kortere periode, of verdeel het bestand. Wat al geboekt is, wordt niet nog eens geboekt.',
				},
			},
			size: {
				facts: { most: 'count' },
				en: 'The file is larger than {most} MB.',
				nl: 'Het bestand is groter dan {most} MB.',
				tip: {
					en: 'Export a shorter period, or divide the file; a CSV file may be larger than a spreadsheet. Nothing was booked.',
					nl: 'Exporteer een kortere periode, of verdeel het bestand; een CSV-bestand mag groter zijn dan een spreadsheet. Er is niets geboekt.',
				},
			},
			form: {
				en: 'The file is not a CSV, Excel or JSON file.',
				nl: 'Het bestand is geen CSV-, Excel- of JSON-bestand.',
			},
			record: {
				facts: { record: 'count' },
				en: 'Row {record} of the file has another number of columns than the headings, or a quote that does not end.',
				nl: 'Rij {record} van het bestand heeft een ander aantal kolommen dan de kopregel, of een aanhalingsteken dat niet gesloten wordt.',
			},
			reading: {
				en: 'The file is damaged, or is not what its beginning says.',
				nl: 'Het bestand is beschadigd, of is niet wat het begin ervan zegt.',
			},
			empty: {
				en: 'The file has no rows with orders.',
				nl: 'Het bestand heeft geen rijen met bestellingen.',
			},
			columns: {
				facts: { columns: 'columns', found: 'names' },
				en: 'No column holds {columns}. The file has the columns {found}.',
				nl: 'Geen kolom bevat {columns}. Het bestand heeft de kolommen {found}.',
				tip: {
					en: 'Name the column in the settings of the shop under Order File Columns, or add it to the export.',
					nl: 'Noem de kolom in de instellingen van de winkel bij Kolommen van het bestelbestand, of voeg haar toe aan de export.',
				},
			},
			namedColumns: {
				facts: { columns: 'names', found: 'names' },
				en: 'The settings name {columns}, which the file does not have. It has the columns {found}.',
				nl: 'De instellingen noemen {columns}, en die heeft het bestand niet. Het heeft de kolommen {found}.',
				tip: {
					en: 'Correct Order File Columns in the settings of the shop, or make the export as before.',
					nl: 'Verbeter Kolommen van het bestelbestand in de instellingen van de winkel, of maak de export zoals eerst.',
				},
			},
			twoDecimalMarks: {
				en: 'Some amounts have a decimal comma, others a point.',
				nl: 'Sommige bedragen hebben een decimale komma, andere een punt.',
			},
			noDecimalMark: {
				en: 'Nothing tells whether a comma or a point stands before the cents.',
				nl: 'Niets zegt of er een komma of een punt voor de centen staat.',
			},
			monthFirst: {
				facts: { column: 'text', date: 'text' },
				en: 'The dates in the column {column} have the month before the day, such as {date}: of others nothing tells which is which.',
				nl: 'De datums in de kolom {column} hebben de maand voor de dag, zoals {date}: bij andere zegt niets wat wat is.',
				tip: {
					en: 'Make the export with dates as 2026-11-28 or 28-11-2026. Nothing was booked.',
					nl: 'Maak de export met datums als 2026-11-28 of 28-11-2026. Er is niets geboekt.',
				},
			},
		},
		tip: {
			en: 'Make the export of the shop again and upload it as it is. Nothing was booked.',
			nl: 'Maak de export van de winkel opnieuw en upload die zoals ze is. Er is niets geboekt.',
		},
	},
} as const satisfies Record<string, CodeEntry>;
