import type { CodeEntry } from './code';

/** What the order table and the workflows find themselves. */
export const tableCodes = {
	CHANGED_AFTER_BOOKING: {
		cases: {
			changed: {
				facts: { booked: 'figures', status: 'status', now: 'figures' },
				en: 'Booked: {booked}. Now in the shop: status {status}, {now}.',
				nl: 'Geboekt: {booked}. Nu in de winkel: status {status}, {now}.',
			},
			unreadNow: {
				facts: { booked: 'figures', status: 'status' },
				en: 'Booked: {booked}. Now in the shop: status {status}.',
				nl: 'Geboekt: {booked}. Nu in de winkel: status {status}.',
			},
			credited: {
				facts: { status: 'status', now: 'figures' },
				en: 'Booked: nothing is left, it was credited. Now in the shop: status {status}, {now}.',
				nl: 'Geboekt: er is niets over, alles is gecrediteerd. Nu in de winkel: status {status}, {now}.',
				tip: {
					en: 'The order was credited and is open again in the shop. If the sale goes on, book it in SnelStart by hand, under its number with -2 after it, on the same customer and ledger accounts; its payment goes there. Do not have it processed again: the credited entry has its number.',
					nl: 'De bestelling is gecrediteerd en staat in de winkel weer open. Gaat de verkoop door, boek haar dan met de hand in SnelStart, onder haar nummer met -2 erachter, op dezelfde klant en grootboekrekeningen; daar hoort de betaling bij. Laat haar niet opnieuw verwerken: de gecrediteerde boeking heeft haar nummer.',
				},
			},
			trashed: {
				facts: { booked: 'figures' },
				en: 'Booked: {booked}. In the shop the order was moved to the trash.',
				nl: 'Geboekt: {booked}. In de winkel is de bestelling naar de prullenbak verplaatst.',
				tip: {
					en: 'The sale stays in the books. Was it no sale, restore the order in the shop and set its status to cancelled: then it is credited. Was it one, restore it or leave it.',
					nl: 'De verkoop blijft in de boekhouding staan. Was het geen verkoop, zet de bestelling in de winkel dan terug en geef haar de status geannuleerd: dan wordt zij gecrediteerd. Was het er wel een, zet haar terug of laat het zo.',
				},
			},
			gone: {
				en: 'The order is in the books, but was deleted in the shop.',
				nl: 'De bestelling staat in de boekhouding, maar is in de winkel verwijderd.',
				tip: {
					en: 'The sale stays in the books. Was it no sale, credit its entry in SnelStart by hand; the shop has nothing left to credit it by.',
					nl: 'De verkoop blijft in de boekhouding staan. Was het geen verkoop, crediteer de boeking dan met de hand in SnelStart; de winkel heeft niets meer waarop dat kan.',
				},
			},
			creditedUnread: {
				facts: { status: 'status' },
				en: 'Booked: nothing is left, it was credited. Now in the shop: status {status}.',
				nl: 'Geboekt: er is niets over, alles is gecrediteerd. Nu in de winkel: status {status}.',
			},
		},
		tip: {
			en: "A booked order is never changed by itself. Leave it if the booking is right. Else 'Undo bookings' credits it and books it again as it is now: choose its number, with bookings by the settings of today. Where something is paid or refunded on it, take that off in SnelStart first, or do both by hand.",
			nl: "Een geboekte bestelling wordt nooit vanzelf gewijzigd. Laat het zo als de boeking klopt. Anders crediteert 'Undo bookings' haar en boekt haar opnieuw zoals zij nu is: kies haar nummer, met boekingen met de instellingen van nu. Is er iets op betaald of terugbetaald, haal dat er in SnelStart dan eerst af, of doe beide met de hand.",
		},
	},
	CLIENT_PAUSED: {
		facts: { by: 'text', since: 'date' },
		found: {
			en: 'Paused by {by} since {since}: nothing is read from the shop or booked by itself.',
			nl: 'Gepauzeerd door {by} sinds {since}: er wordt niets vanzelf uit de winkel gelezen of geboekt.',
		},
		tip: {
			en: 'Choose "Go on" on the tab Configuration of the dashboard. Nothing is lost: what happened in the shop since is read then.',
			nl: 'Kies "Ga verder" op de tab Instellingen van het dashboard. Er gaat niets verloren: wat sindsdien in de winkel gebeurde, wordt dan gelezen.',
		},
	},
	CLIENT_STOPPED: {
		facts: { by: 'text', since: 'date' },
		found: {
			en: 'Stopped by {by} on {since}: nothing is read from the shop or booked.',
			nl: 'Gestopt door {by} op {since}: er wordt niets uit de winkel gelezen of geboekt.',
		},
		tip: {
			en: 'Choose "Start again" on the tab Configuration of the dashboard. What happened in the shop since then is read and booked; what was booked otherwise meanwhile, and under another number, is not recognised.',
			nl: 'Kies "Start weer" op de tab Instellingen van het dashboard. Wat sindsdien in de winkel gebeurde, wordt dan gelezen en geboekt; wat intussen anders is geboekt, onder een ander nummer, wordt niet herkend.',
		},
	},
	CLIENT_WENT_ON: {
		facts: { by: 'text', since: 'date', until: 'date', startedBy: 'text' },
		found: {
			en: 'Stood still since {since} by {by}, goes on since {until} by {startedBy}.',
			nl: 'Stond stil sinds {since} door {by}, gaat door sinds {until} door {startedBy}.',
		},
		tip: {
			en: 'Nothing to do: kept so that it is known who did it.',
			nl: 'Niets te doen: bewaard zodat bekend is wie het deed.',
		},
	},
	PAPER_NOT_ATTACHED: {
		facts: { answer: 'text' },
		found: {
			en: 'The order is booked, but its paper is not attached to the entry in SnelStart ({answer}).',
			nl: 'De bestelling is geboekt, maar het document hangt nog niet aan de boeking in SnelStart ({answer}).',
		},
		tip: {
			en: 'It is tried again every two hours for a week. If it stays, look the code between brackets up in the list of codes; or attach the invoice in SnelStart by hand.',
			nl: 'Het wordt een week lang elke twee uur opnieuw geprobeerd. Blijft het zo, zoek dan de code tussen haakjes op in de lijst met codes; of hang de factuur in SnelStart met de hand aan de boeking.',
		},
	},
	SHOP_NOT_TOLD: {
		facts: { answer: 'text' },
		found: {
			en: 'The order is booked, but the shop was not told so ({answer}).',
			nl: 'De bestelling is geboekt, maar dat is nog niet in de winkel gezet ({answer}).',
		},
		tip: {
			en: 'It is tried again every hour for a week. If it stays, look the code between brackets up in the list of codes; the key of the shop needs the permission Read/Write.',
			nl: 'Het wordt een week lang elk uur opnieuw geprobeerd. Blijft het zo, zoek dan de code tussen haakjes op in de lijst met codes; de sleutel van de winkel heeft het recht Lezen/schrijven nodig.',
		},
	},
	FIRST_DAY_MISSING: {
		facts: { value: 'text' },
		found: {
			en: "Nobody chose the first day: '{value}' in the node 'Your values' is not a day.",
			nl: "Niemand heeft de eerste dag gekozen: '{value}' in de node 'Your values' is geen dag.",
		},
		tip: {
			en: 'Write there from which day on this workflow has to read, as 2026-01-31. What is older is left alone.',
			nl: 'Schrijf daar vanaf welke dag deze workflow moet lezen, als 2026-01-31. Wat ouder is, blijft met rust.',
		},
	},
	INPUTS_MISSING: {
		facts: { inputs: 'text' },
		found: {
			en: 'This workflow was called without {inputs}.',
			nl: 'Deze workflow werd aangeroepen zonder {inputs}.',
		},
		tip: {
			en: 'In the node that calls it, choose this workflow again and fill in its inputs, or import that template again.',
			nl: 'Kies in de node die hem aanroept deze workflow opnieuw en vul de invoer in, of importeer dat sjabloon opnieuw.',
		},
	},
	ORDER_NOT_READ: {
		cases: {
			order: {
				en: 'The shop did not give the order.',
				nl: 'De winkel gaf de bestelling niet.',
			},
			refund: {
				en: 'The shop did not give the order of the refund.',
				nl: 'De winkel gaf de bestelling van de terugbetaling niet.',
				tip: {
					en: 'The refund is tried again by every run. Is its order gone from the shop, then set state to nothingToBook.',
					nl: 'De terugbetaling wordt bij elke uitvoering opnieuw geprobeerd. Is haar bestelling uit de winkel verdwenen, zet state dan op nothingToBook.',
				},
			},
		},
		tip: {
			en: 'The order is tried again by every run. Is it gone from the shop, then set state to nothingToBook.',
			nl: 'De bestelling wordt bij elke uitvoering opnieuw geprobeerd. Is ze uit de winkel verdwenen, zet state dan op nothingToBook.',
		},
	},
	DOUBLED_ROWS_MERGED: {
		facts: { rows: 'count', named: 'names' },
		found: {
			en: 'Rows that stood in the order table more than once were merged: {rows} were removed ({named}).',
			nl: 'Regels die meer dan eens in de ordertabel stonden, zijn samengevoegd: er zijn er {rows} verwijderd ({named}).',
		},
		tip: {
			en: 'Nothing to do: two runs had recorded the same at one moment, and the row that knows most of the booking stays. Nothing was booked twice by it.',
			nl: 'Niets te doen: twee uitvoeringen hadden hetzelfde op één moment vastgelegd, en de regel die het meeste van de boeking weet blijft. Er is niets dubbel door geboekt.',
		},
	},
	DOUBLED_ROWS_DIFFER: {
		facts: { named: 'names' },
		found: {
			en: 'Rows that stand in the order table more than once contradict each other, so they were not merged ({named}).',
			nl: 'Regels die meer dan eens in de ordertabel staan, spreken elkaar tegen en zijn dus niet samengevoegd ({named}).',
		},
		tip: {
			en: "Look at these rows in n8n, in the data table WebshopOrders. When they name two documents, look for both in SnelStart: credit the one that should not be there. Then remove the row of that one. 'Clean up tables' looks again every night.",
			nl: "Bekijk deze regels in n8n, in de datatabel WebshopOrders. Noemen ze twee documenten, zoek dan beide op in SnelStart en crediteer het document dat er niet hoort. Verwijder daarna de regel ervan. 'Clean up tables' kijkt elke nacht opnieuw.",
		},
	},
	ORDERS_NOT_COUNTED: {
		found: {
			en: 'The shop did not list its orders, so they were not counted against the order table this night.',
			nl: 'De winkel gaf haar lijst van bestellingen niet, dus die is vannacht niet naast de ordertabel gelegd.',
		},
		tip: {
			en: 'It is tried again next night.',
			nl: 'Het wordt de volgende nacht opnieuw geprobeerd.',
		},
	},
	CLIENT_NOT_SAVED: {
		facts: { client: 'text' },
		found: {
			en: 'No settings are saved of the client {client}.',
			nl: 'Van de klant {client} zijn geen instellingen opgeslagen.',
		},
		tip: {
			en: "Write the name of the client at 'Your values' as it stands in the workflow 'Client settings', and run that once.",
			nl: "Schrijf de naam van de klant bij 'Your values' zoals die in de workflow 'Client settings' staat, en voer die eenmaal uit.",
		},
	},
	PAYMENTS_NOT_LOOKED_AT: {
		facts: { order: 'text', cause: 'text' },
		found: {
			en: 'The shop did not give order {order}, or its refunds, when its payments were to be booked ({cause}); there may be others.',
			nl: 'De winkel gaf bestelling {order} of de terugbetalingen ervan niet toen de betalingen geboekt moesten worden ({cause}); er kunnen er meer zijn.',
		},
		tip: {
			en: "It is tried again every day. If the order is gone from the shop: book what was paid by hand in SnelStart, and write done in the column paidState of its row in the data table WebshopOrders. If it stays for others, check credential and website in the node 'Get order' of 'Daily payment matching'.",
			nl: "Het wordt elke dag opnieuw geprobeerd. Is de bestelling weg uit de winkel: boek wat er betaald is met de hand in SnelStart, en zet done in de kolom paidState van haar regel in de datatabel WebshopOrders. Blijft het zo voor andere, controleer dan credential en website in de node 'Get order' van 'Daily payment matching'.",
		},
	},
	ORDERS_PASSED_OVER: {
		facts: { missing: 'count', listed: 'count', named: 'names' },
		found: {
			en: 'The sync had passed over {missing} of the {listed} orders that the shop lists ({named}).',
			nl: 'De sync had {missing} van de {listed} bestellingen overgeslagen die de winkel noemt ({named}).',
		},
		tip: {
			en: 'The nightly review has processed them like any other; look on the dashboard what became of them. If this comes back, something takes orders out of the list of the shop while it is read, or removes rows: say so in a problem report.',
			nl: 'De nachtelijke controle heeft ze als alle andere verwerkt; kijk op het dashboard wat ervan geworden is. Komt dit terug, dan haalt iets bestellingen uit de lijst van de winkel terwijl die gelezen wordt, of verwijdert regels: meld dat.',
		},
	},
	REFUNDS_NOT_COUNTED: {
		found: {
			en: 'The shop did not list its refunds, so they were not counted against the order table this night.',
			nl: 'De winkel gaf haar lijst van terugbetalingen niet, dus die is vannacht niet naast de ordertabel gelegd.',
		},
		tip: {
			en: 'It is tried again next night.',
			nl: 'Het wordt de volgende nacht opnieuw geprobeerd.',
		},
	},
	REFUNDS_PASSED_OVER: {
		facts: { missing: 'count', listed: 'count', named: 'names' },
		found: {
			en: 'The refund sync had passed over {missing} of the {listed} refunds that the shop lists ({named}).',
			nl: 'De sync van terugbetalingen had {missing} van de {listed} overgeslagen die de winkel noemt ({named}).',
		},
		tip: {
			en: 'The refund sync reads them again within the hour; look on the dashboard what became of them. If this comes back, the orders of these refunds are gone from the shop, or something takes refunds out of its list while it is read: say so in a problem report.',
			nl: 'De sync van terugbetalingen leest ze binnen het uur opnieuw; kijk op het dashboard wat ervan geworden is. Komt dit terug, dan zijn de bestellingen ervan weg uit de winkel, of haalt iets terugbetalingen uit haar lijst terwijl die gelezen wordt: meld dat.',
		},
	},
	PAYOUT_ENTRY_UNMATCHED: {
		facts: {
			entry: 'payoutEntry',
			gross: 'cents',
			date: 'date',
			payout: 'text',
			why: 'reason',
		},
		found: {
			en: '{entry} of {gross} of {date} in payout {payout}: {why}',
			nl: '{entry} van {gross} van {date} in uitbetaling {payout}: {why}',
		},
		tip: {
			en: 'Find out what was paid and book it against the clearing account. Then set the state of this row to nothingToBook.',
			nl: 'Zoek uit wat er betaald is en boek het op de tussenrekening. Zet daarna state van deze regel op nothingToBook.',
		},
	},
	READ_NOT_RECORDED: {
		facts: { missing: 'count', read: 'count', named: 'names' },
		found: {
			en: '{missing} of the {read} records that were read have no row in the order table ({named})',
			nl: 'Van de {read} die gelezen zijn, staan er {missing} niet in de ordertabel ({named})',
		},
		tip: {
			en: "The cursor stays where it is, so the next run reads them again. Check in the node 'Process orders' and in the workflows below it that every input has its expression: importing by hand can empty them.",
			nl: "De cursor blijft waar hij is, dus de volgende uitvoering leest ze opnieuw. Controleer in de node 'Process orders' en in de workflows daaronder of elke invoer haar expressie heeft: met de hand importeren kan ze leegmaken.",
		},
	},
	REFUND_DELETED: {
		cases: {
			refund: {
				facts: { refund: 'text' },
				en: 'Refund {refund} was deleted in the shop after its credit note was booked.',
				nl: 'Terugbetaling {refund} is in de winkel verwijderd nadat haar creditnota geboekt was.',
			},
			cancelled: {
				facts: { order: 'text' },
				en: 'Order {order} was cancelled. A credit note of it is booked whose refund the shop no longer gives, so that it is not known what is left.',
				nl: 'Bestelling {order} is geannuleerd. Er is een creditnota van geboekt waarvan de winkel de terugbetaling niet meer geeft, zodat niet bekend is wat er over is.',
				tip: {
					en: 'Was the refund deleted, then book a credit note of what is left of this order by hand and set state to nothingToBook; else nothing: it is tried again next night.',
					nl: 'Is de terugbetaling verwijderd, boek dan met de hand een creditnota van wat er van deze bestelling over is en zet state op nothingToBook; anders niets: de volgende nacht wordt het opnieuw geprobeerd.',
				},
			},
		},
		tip: {
			en: 'Book the opposite of the credit note by hand, or leave it when the money did go back.',
			nl: 'Boek met de hand het omgekeerde van de creditnota, of laat het zo als het geld wel terugging.',
		},
	},
	ROW_KEY_MISSING: {
		facts: { outcome: 'text', field: 'text' },
		found: {
			en: 'An item with outcome "{outcome}" names no {field}.',
			nl: 'Een item met outcome "{outcome}" noemt geen {field}.',
		},
		tip: {
			en: 'Hand over the items as the transformer gave them: nothing is recorded of one without its key, client and shop.',
			nl: 'Geef de items door zoals de transformer ze gaf: van een item zonder sleutel, klant en winkel wordt niets vastgelegd.',
		},
	},
	ROW_UNREADABLE: {
		cases: {
			kind: {
				facts: { kind: 'text' },
				en: '"{kind}" is not a kind of row.',
				nl: '"{kind}" is geen soort regel.',
			},
			noItem: {
				en: 'There is no item to record.',
				nl: 'Er is geen item om vast te leggen.',
			},
			noOutcome: {
				en: 'The item does not say what is to become of it.',
				nl: 'Het item zegt niet wat ermee moet gebeuren.',
			},
			noDraft: {
				en: 'An item to book has no draft.',
				nl: 'Een item om te boeken heeft geen concept.',
			},
		},
		tip: {
			en: 'Hand over the items as the transformer gave them, with the kind they are of.',
			nl: 'Geef de items door zoals de transformer ze gaf, met hun soort.',
		},
	},
	SALE_NOT_BOOKED_YET: {
		facts: { order: 'text' },
		found: {
			en: 'Order {order} is not in SnelStart yet.',
			nl: 'Bestelling {order} staat nog niet in SnelStart.',
		},
		tip: {
			en: 'Nothing to do for the refund: it is booked once its order is booked.',
			nl: 'Voor de terugbetaling is niets te doen: ze wordt geboekt zodra haar bestelling geboekt is.',
		},
	},
	SETTINGS_OF_ANOTHER_CLIENT: {
		facts: { client: 'text', asked: 'text' },
		found: {
			en: 'These are settings of client {client}, and those of client {asked} were asked for.',
			nl: 'Dit zijn instellingen van klant {client}, en er werd gevraagd om die van klant {asked}.',
		},
		tip: {
			en: "In the node that calls it, choose the workflow 'Client settings' of the right client, or correct 'client' in 'Your values'.",
			nl: "Kies in de node die hem aanroept de workflow 'Client settings' van de juiste klant, of verbeter 'client' bij 'Your values'.",
		},
	},
	SNELSTART_NOT_REACHED: {
		found: {
			en: 'The step that books in SnelStart stopped without a result.',
			nl: 'De stap die in SnelStart boekt, stopte zonder resultaat.',
		},
		tip: {
			en: 'It is tried again by the next run.',
			nl: 'De volgende uitvoering probeert het opnieuw.',
		},
	},
	ENTRY_MATCHED_LATER: {
		found: {
			en: 'The entry was matched with its order later.',
			nl: 'De bestelling bij deze regel werd later gevonden.',
		},
		tip: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	SHOP_OUTAGE: {
		facts: { cause: 'text' },
		found: {
			en: 'The shop cannot be read at the moment ({cause}).',
			nl: 'De winkel is op dit moment niet te lezen ({cause}).',
		},
		tip: {
			en: 'The hourly sync tries again and reads everything that came in between; a message tells when it is over. When it lasts, see whether the shop is online and run the set-up check.',
			nl: 'De sync probeert het elk uur opnieuw en leest alles wat er intussen bij kwam; een bericht zegt wanneer het voorbij is. Kijk als het lang duurt of de winkel online is en draai de set-up check.',
		},
	},
	SNELSTART_OUTAGE: {
		facts: { cause: 'text' },
		found: {
			en: 'SnelStart takes no bookings at the moment ({cause}).',
			nl: 'SnelStart neemt op dit moment geen boekingen aan ({cause}).',
		},
		tip: {
			en: 'The hourly sync tries again and books what is held; a message tells when it is over. Look at the cause when it lasts.',
			nl: 'De sync probeert het elk uur opnieuw en boekt wat blijft liggen; een bericht zegt wanneer het voorbij is. Kijk naar de oorzaak als het lang duurt.',
		},
	},
	WORKFLOW_FAILS: {
		facts: { workflow: 'text', node: 'text' },
		found: {
			en: "The workflow '{workflow}' fails at its node '{node}'.",
			nl: "De workflow '{workflow}' mislukt bij het blok '{node}'.",
		},
		tip: {
			en: 'Open it in n8n and run it by hand: the editor shows where it stops. Nothing is lost: a run goes on where the last one stopped. A message tells when it did not fail for a day.',
			nl: 'Open hem in n8n en start hem met de hand: de editor toont waar hij stopt. Er is niets verloren: een uitvoering gaat verder waar de vorige stopte. Een bericht zegt wanneer het een dag lang niet is mislukt.',
		},
	},
	TABLES_FILLING: {
		facts: { percent: 'count', used: 'count', limit: 'count' },
		found: {
			en: 'The data tables hold about {used} of the {limit} MB that n8n allows them ({percent} %).',
			nl: 'De datatabellen bevatten ongeveer {used} van de {limit} MB die n8n toestaat ({percent} %).',
		},
		tip: {
			en: "When they are full, n8n refuses every further row and the syncs of all clients stop. Raise the limit in time: set N8N_DATA_TABLES_MAX_SIZE_BYTES for every process of n8n, for example to 1073741824, restart n8n, and write 1024 at limitMb in 'Clean up tables'. Or have finished rows removed sooner, with monthsWhenFull.",
			nl: "Zijn ze vol, dan weigert n8n elke volgende regel en stoppen de syncs van alle klanten. Verhoog de grens op tijd: zet N8N_DATA_TABLES_MAX_SIZE_BYTES voor elk proces van n8n, bijvoorbeeld op 1073741824, start n8n opnieuw, en schrijf 1024 bij limitMb in 'Clean up tables'. Of laat afgeronde regels eerder verwijderen, met monthsWhenFull.",
		},
	},
	TABLES_FULL: {
		found: {
			en: 'The data tables of n8n are full: n8n refuses every further row.',
			nl: 'De datatabellen van n8n zijn vol: n8n weigert elke volgende regel.',
		},
		tip: {
			en: 'Nothing is booked until this is mended. Set N8N_DATA_TABLES_MAX_SIZE_BYTES for every process of n8n, for example to 1073741824, and restart n8n. Nothing is lost: the next run then reads the same orders again, and looks in SnelStart for what the run that stopped may have sent.',
			nl: 'Er wordt niets geboekt tot dit verholpen is. Zet N8N_DATA_TABLES_MAX_SIZE_BYTES voor elk proces van n8n, bijvoorbeeld op 1073741824, en start n8n opnieuw. Er gaat niets verloren: de volgende uitvoering leest dan dezelfde bestellingen opnieuw en zoekt in SnelStart wat de gestopte misschien al verstuurd had.',
		},
	},
	WEBHOOK_DISABLED: {
		facts: { topic: 'text' },
		found: {
			en: 'WooCommerce switched the webhook {topic} off.',
			nl: 'WooCommerce heeft de webhook {topic} uitgezet.',
		},
		tip: {
			en: 'See why it failed in WooCommerce under Status, Logs; then publish the workflow that it starts again.',
			nl: 'Kijk in WooCommerce onder Status, Logs waarom hij mislukte; publiceer daarna de workflow die hij start opnieuw.',
		},
	},
	WEBHOOKS_NOT_READ: {
		found: {
			en: 'The shop did not list its webhooks.',
			nl: 'De winkel gaf haar webhooks niet.',
		},
		tip: {
			en: 'It is tried again next night.',
			nl: 'Het wordt de volgende nacht opnieuw geprobeerd.',
		},
	},
} as const satisfies Record<string, CodeEntry>;
