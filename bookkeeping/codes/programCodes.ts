import type { CodeEntry } from './code';

/** A fault of the program, which is not a bad order. */
export const programCodes = {
	CONTENT_UNREADABLE: {
		facts: { error: 'text', place: 'text' },
		found: {
			en: 'The program failed: {error} in {place}.',
			nl: 'Het programma liep vast: {error} in {place}.',
		},
		tip: {
			en: 'Run the order again. If it stays, send this message and the order number to the maintainers; the order itself is not needed.',
			nl: 'Bied de bestelling opnieuw aan. Blijft het zo, stuur dan deze melding en het ordernummer naar de makers; de bestelling zelf is niet nodig.',
		},
	},
} as const satisfies Record<string, CodeEntry>;
