import type { Spoken } from '../codes/facts';
import type { Outcome } from './transform';

/** What an outcome is called where nothing is booked yet: in a preview. */
export const outcomeNames = {
	book: { en: 'would be booked', nl: 'zou geboekt worden' },
	wait: { en: 'waits', nl: 'wacht' },
	nothingToBook: { en: 'nothing to book', nl: 'niets te boeken' },
	attention: { en: 'needs attention', nl: 'vraagt aandacht' },
} as const satisfies Record<Outcome, Spoken>;
