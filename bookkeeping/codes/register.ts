import { bookingCodes } from './bookingCodes';
import { outline, tell, type CodeEntry, type FactsOfEntry } from './code';
import { commandCodes } from './commandCodes';
import { connectionCodes } from './connectionCodes';
import { documentCodes } from './documentCodes';
import type { Facts, Language, Text } from './facts';
import { invitationCodes } from './invitationCodes';
import { jouwWebCodes } from './jouwWebCodes';
import { orderCodes } from './orderCodes';
import { orderFileCodes } from './orderFileCodes';
import { paymentCodes } from './paymentCodes';
import { payoutCodes } from './payoutCodes';
import { programCodes } from './programCodes';
import { reconciliationCodes } from './reconciliationCodes';
import { refundCodes } from './refundCodes';
import type { Remarks } from './remarks';
import { shopCodes } from './shopCodes';
import { snelStartRefusals } from './snelStart';
import { stockCodes } from './stockCodes';
import { tableCodes } from './tableCodes';
import { vatCodes } from './vatCodes';

/** The codes in groups, as `docs/codes.md` lists them. */
export const codeGroups = {
	order: orderCodes,
	orderFile: orderFileCodes,
	vat: vatCodes,
	document: documentCodes,
	refund: refundCodes,
	payment: paymentCodes,
	payout: payoutCodes,
	booking: bookingCodes,
	reconciliation: reconciliationCodes,
	connection: connectionCodes,
	invitation: invitationCodes,
	table: tableCodes,
	stock: stockCodes,
	shop: shopCodes,
	jouwWeb: jouwWebCodes,
	command: commandCodes,
	program: programCodes,
};

/**
 * Every code of the product, with its sentences and tips in every language; `snelStartRefusals` holds
 * those of SnelStart itself. A code is stable: users filter on it, tables keep it, and `docs/codes.md`
 * lists it.
 */
export const codes = {
	...orderCodes,
	...orderFileCodes,
	...vatCodes,
	...documentCodes,
	...refundCodes,
	...paymentCodes,
	...payoutCodes,
	...bookingCodes,
	...reconciliationCodes,
	...connectionCodes,
	...invitationCodes,
	...tableCodes,
	...stockCodes,
	...shopCodes,
	...jouwWebCodes,
	...commandCodes,
	...programCodes,
};
export type Code = keyof typeof codes;
export type FactsOf<C extends Code> = FactsOfEntry<(typeof codes)[C]>;

/** A code with the facts it is told with: everything that is needed to say it in any language. */
export interface Reason {
	readonly code: Code;
	readonly facts: Facts;
}

/** The facts of a code as an argument: none for a code that is told without. */
export type FactsArgument<C extends Code> = unknown extends FactsOf<C> ? [] : [facts: FactsOf<C>];

export function reason<C extends Code>(code: C, ...[facts]: FactsArgument<C>): Reason {
	return { code, facts: facts ?? {} };
}

/** A reason in words. */
export function textOf({ code, facts }: Reason, language: Language = 'en'): Text {
	const text = retell(code, facts, language);
	if (text) return text;
	throw new RangeError(`The facts of ${code} are not those it is told with`);
}

/** A code of the product or of SnelStart. */
export function entryOf(code: string): CodeEntry | undefined {
	if (Object.hasOwn(codes, code)) return codes[code as Code];
	return Object.hasOwn(snelStartRefusals, code) ? snelStartRefusals[code] : undefined;
}

/**
 * What a table keeps of a reason, in words again. A code that another service gave is told as the
 * code of ours that the fact `toldAs` names.
 *
 * @param facts as they were kept: an object, or the JSON text of one.
 * @returns `undefined` for a code of another version, or facts that somebody changed.
 */
export function retell(code: string, facts: unknown, language: Language): Text | undefined {
	const kept = factsIn(facts);
	const entry = kept && entryToldBy(code, kept);
	return entry && tell(entry, kept, language, retell);
}

/** A code in words without its facts, as the manual has it; `undefined` for a code of another version. */
export function outlineOf(code: string, facts: unknown, language: Language): Text | undefined {
	const kept = factsIn(facts) ?? {};
	const entry = entryToldBy(code, kept);
	return entry && outline(entry, kept, language);
}

/** The entry that tells a code: its own, or the one that its facts name. */
export function entryToldBy(code: string, { toldAs }: Facts): CodeEntry | undefined {
	return entryOf(typeof toldAs === 'string' ? toldAs : code);
}

/** Facts as they travel: an object, or the JSON text of one. */
export function factsIn(facts: unknown): Facts | undefined {
	const read = typeof facts === 'string' ? parsed(facts) : facts;
	return typeof read === 'object' && read !== null ? (read as Facts) : undefined;
}

function parsed(text: string): unknown {
	try {
		return text === '' ? {} : JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** A reason as it stands on an item and in a table, of whatever service. */
export interface ToldCode extends Text {
	code: string;
	facts: Facts;
}

/** A reason of our own as it stands on an item and in a table. */
export interface Told extends ToldCode {
	code: Code | '';
}

/** A reason as an item carries it; without one, a code that is empty. */
export function told(why?: Reason): Told {
	return why ? { ...why, ...textOf(why) } : { code: '', message: '', tip: '', facts: {} };
}

/**
 * A code that another service gave, with its text: as the register has it, else as `toldAs` says.
 *
 * @param toldAs one of our codes that tells what is known of the code
 */
export function toldOther(code: string, toldAs: Reason): ToldCode {
	const facts: Facts = entryOf(code) ? {} : { ...toldAs.facts, toldAs: toldAs.code };
	const text = retell(code, facts, 'en') ?? textOf(toldAs);
	return { code, ...text, facts };
}

/** A reason that says something besides. */
export function withRemark<T extends ToldCode>(why: T, remarks: Remarks): T {
	const facts: Facts = { ...why.facts, ...remarks };
	return { ...why, facts, ...retell(why.code, facts, 'en') };
}
