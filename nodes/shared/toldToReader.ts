import { outlineOf, retell, withDutchNames, type Language } from '../../bookkeeping';

type Told = ReturnType<typeof retell>;

/**
 * A code in words for somebody who looks at the dashboard or a message: n8n shows settings by their
 * English names, so in Dutch each is followed by what it is called in Dutch.
 */
export const retellToReader = (code: string, facts: unknown, language: Language): Told =>
	explained(retell(code, facts, language), language);

/** The same without its facts. */
export const outlineToReader = (code: string, facts: unknown, language: Language): Told =>
	explained(outlineOf(code, facts, language), language);

function explained(text: Told, language: Language): Told {
	if (!text || language !== 'nl') return text;
	const { cause, message, tip } = text;
	return {
		...(cause !== undefined && { cause: withDutchNames(cause) }),
		message: withDutchNames(message),
		tip: withDutchNames(tip),
	};
}
