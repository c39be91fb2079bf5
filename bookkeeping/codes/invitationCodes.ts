import type { CodeEntry } from './code';

/** What becomes of an invitation to connect an administration or a shop. */
export const invitationCodes = {
	CLIENT_CONNECTED: {
		cases: {
			administration: {
				facts: { client: 'text', administration: 'words' },
				en: '{client} has connected the administration {administration}; its credential holds the key.',
				nl: '{client} heeft de administratie {administration} gekoppeld; de credential bevat de sleutel.',
			},
			renewed: {
				facts: { client: 'text', administration: 'words' },
				en: '{client} has renewed the key of the administration {administration}; its credential holds the new one.',
				nl: '{client} heeft de sleutel van de administratie {administration} vernieuwd; de credential bevat de nieuwe.',
				tip: {
					en: 'Nothing to do: the next run uses the new key.',
					nl: 'Niets te doen: de volgende run gebruikt de nieuwe sleutel.',
				},
			},
			shop: {
				facts: { client: 'text', shop: 'text' },
				en: '{client} has connected the shop {shop}; its credential holds the keys.',
				nl: '{client} heeft de winkel {shop} gekoppeld; de credential bevat de sleutels.',
			},
		},
		tip: {
			en: 'Check that this is the right administration or shop, then import the client: webshop-snelstart import',
			nl: 'Controleer of dit de goede administratie of winkel is, en importeer dan de klant: webshop-snelstart import',
		},
	},
	CLIENT_DISCONNECTED: {
		facts: { client: 'text', count: 'count' },
		found: {
			en: 'The owner of {client} has deleted the key in SnelStart. Workflows of the client that were switched off: {count}.',
			nl: 'De eigenaar van {client} heeft de sleutel in SnelStart verwijderd. Uitgezette workflows van de klant: {count}.',
		},
		tip: {
			en: 'Ask the owner whether it was meant. Invite again to go on: nothing is lost meanwhile, since each sync goes on where it stopped; publish the workflows again afterwards.',
			nl: 'Vraag de eigenaar of dat de bedoeling was. Nodig opnieuw uit om verder te gaan: intussen gaat niets verloren, want elke sync gaat verder waar zij stopte; publiceer de workflows daarna weer.',
		},
	},
	INVITATION_REFUSED: {
		cases: {
			expired: {
				facts: { client: 'text' },
				en: 'The invitation of {client} was answered after it had ended; nothing was done.',
				nl: 'De uitnodiging van {client} werd beantwoord nadat zij verlopen was; er is niets gedaan.',
			},
			used: {
				facts: { client: 'text' },
				en: 'The invitation of {client} was answered once more with another key, but a link works once; nothing was done.',
				nl: 'De uitnodiging van {client} werd nog eens met een andere sleutel beantwoord, maar een link werkt één keer; er is niets gedaan.',
			},
			withdrawn: {
				facts: { client: 'text' },
				en: 'An invitation of {client} was answered that is not valid any more; nothing was done.',
				nl: 'Er werd een uitnodiging van {client} beantwoord die niet meer geldig is; er is niets gedaan.',
			},
			keyRefused: {
				facts: { client: 'text', status: 'count' },
				en: 'A key came for {client} that is not accepted where it should open the door (HTTP {status}); nothing was done.',
				nl: 'Er kwam een sleutel voor {client} die niet wordt geaccepteerd waar hij zou moeten passen (HTTP {status}); er is niets gedaan.',
			},
			notReached: {
				facts: { client: 'text', error: 'text' },
				en: 'A key came for {client}, but it could not be tried ({error}); nothing was done.',
				nl: 'Er kwam een sleutel voor {client}, maar die was niet te proberen ({error}); er is niets gedaan.',
			},
			otherAdministration: {
				facts: { client: 'text', administration: 'words' },
				en: 'A new key came for {client}, but it opens another administration ({administration}); nothing was done.',
				nl: 'Er kwam een nieuwe sleutel voor {client}, maar die opent een andere administratie ({administration}); er is niets gedaan.',
			},
			movesAdministration: {
				facts: { client: 'text', administration: 'words', before: 'words' },
				en: 'The key that came for {client} opens the administration {administration}, but {client} is connected to {before}; nothing was done.',
				nl: 'De sleutel die voor {client} kwam, opent de administratie {administration}, maar {client} is gekoppeld aan {before}; er is niets gedaan.',
				tip: {
					en: 'Let the owner open the link again and choose the administration of before. If the client has moved to the other one on purpose, write withdrawn at state in the earlier row of the client in the table ClientInvitations, let the owner open the link again, and then save new client settings: those of before name accounts of the other administration.',
					nl: 'Laat de eigenaar de link opnieuw openen en de administratie van voorheen kiezen. Is de klant bewust overgestapt, zet dan withdrawn bij state in de eerdere rij van de klant in de tabel ClientInvitations, laat de eigenaar de link opnieuw openen en sla daarna nieuwe klantinstellingen op: die van voorheen noemen rekeningen van de andere administratie.',
				},
			},
			deletionUnclear: {
				facts: { client: 'text', status: 'count' },
				en: 'A call said that the key of {client} was deleted, but SnelStart does not say that it is unknown (HTTP {status}); nothing was switched off.',
				nl: 'Er werd gemeld dat de sleutel van {client} verwijderd is, maar SnelStart zegt niet dat hij onbekend is (HTTP {status}); er is niets uitgezet.',
				tip: {
					en: 'Look in SnelStart Web (Koppelingen) whether the coupling is still there, and whether your subscription key still works. If the owner has ended it, switch the workflows of the client off yourself.',
					nl: 'Kijk in SnelStart Web (Koppelingen) of de koppeling er nog is, en of je abonnementssleutel nog werkt. Heeft de eigenaar de koppeling beëindigd, zet dan de workflows van de klant zelf uit.',
				},
			},
			keyStillWorks: {
				facts: { client: 'text' },
				en: 'A call said that the key of {client} was deleted, but SnelStart still accepts it; nothing was done.',
				nl: 'Er werd gemeld dat de sleutel van {client} verwijderd is, maar SnelStart accepteert hem nog; er is niets gedaan.',
			},
			n8n: {
				facts: { client: 'text', status: 'count' },
				en: 'A key came for {client}, but n8n did not keep it (HTTP {status}).',
				nl: 'Er kwam een sleutel voor {client}, maar n8n bewaarde hem niet (HTTP {status}).',
				tip: {
					en: 'Check the API key of n8n in the credential Webshop Invitation API: it must not have ended, and needs credential:update, dataTable:list, dataTableRow:read, dataTableRow:update, workflow:list and workflow:deactivate. Then invite again.',
					nl: 'Controleer de API-sleutel van n8n in de credential Webshop Invitation API: hij mag niet verlopen zijn en heeft credential:update, dataTable:list, dataTableRow:read, dataTableRow:update, workflow:list en workflow:deactivate nodig. Nodig daarna opnieuw uit.',
				},
			},
		},
		tip: {
			en: 'Invite again with webshop-snelstart invite, or let the owner make a key in SnelStart Web or WooCommerce and paste it into the credential. If nobody of the client did this, someone else has the link: inviting again makes it worthless.',
			nl: 'Nodig opnieuw uit met webshop-snelstart invite, of laat de eigenaar een sleutel maken in SnelStart Web of WooCommerce en plak die in de credential. Was het niemand van de klant, dan heeft een ander de link: opnieuw uitnodigen maakt hem waardeloos.',
		},
	},
} satisfies Record<string, CodeEntry>;
