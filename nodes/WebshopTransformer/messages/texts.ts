import type { Language } from '../../../bookkeeping';

const english = {
	title: 'Webshop orders in SnelStart',
	needsAttention: 'needs attention',
	runFailed: 'a run failed',
	lists: {
		notLetIn: 'Held because SnelStart does not accept the key',
		attention: 'Need attention',
		held: 'Held for more than a day',
		changed: 'Changed after booking',
		refundDeleted: 'Refund deleted after booking',
	},
	more: (count: number) => `and ${count} more`,
	keyEnds: (days: number) =>
		`The SnelStart key ends in ${days} days: make a new one in the developer portal`,
	unknown: 'unknown',
	lookAt: 'Look at it',
	notStarted: 'It did not start, so there is no run to look at.',
	nothingLost: 'Nothing is lost: the next run goes on where this one stopped.',
};
type Texts = typeof english;

const dutch: Texts = {
	title: 'Webshopbestellingen in SnelStart',
	needsAttention: 'vraagt aandacht',
	runFailed: 'een uitvoering is mislukt',
	lists: {
		notLetIn: 'Blijft liggen omdat SnelStart de sleutel niet accepteert',
		attention: 'Vraagt aandacht',
		held: 'Ligt al meer dan een dag',
		changed: 'Gewijzigd na het boeken',
		refundDeleted: 'Terugbetaling verwijderd na het boeken',
	},
	more: (count) => `en nog ${count}`,
	keyEnds: (days) =>
		`De sleutel van SnelStart loopt over ${days} dagen af: maak een nieuwe in de developer portal`,
	unknown: 'onbekend',
	lookAt: 'Bekijk het op',
	notStarted: 'De workflow begon niet, dus er is geen uitvoering om te bekijken.',
	nothingLost: 'Er is niets verloren: de volgende uitvoering gaat verder waar deze stopte.',
};

/** Every word of digest and alert but those of the codes, which the register has. */
export const texts: Record<Language, Texts> = { en: english, nl: dutch };
