import {
	sayFact,
	type FactKinds,
	type Language,
	type ReasonFact,
	type Spoken,
	type TellAgain,
	type Text,
	type ValuesOf,
} from './facts';

/** The total of an order in another currency, which has no amount in euro beside it. */
const STATED_TOTAL = {
	facts: { totalCurrency: 'text', totalAmount: 'amount' },
	en: 'The total is',
	nl: 'Het totaal is',
} as const;
export type StatedTotal = ValuesOf<typeof STATED_TOTAL.facts>;

const UNSETTLED: Spoken = {
	en: '; whether SnelStart carried it out is not known',
	nl: '; of SnelStart het heeft uitgevoerd, is niet bekend',
};

const unsettledTips = {
	/** A workflow that looks before it sends. */
	nextRun: {
		en: 'The next run looks in SnelStart before it sends. Or look the number up there yourself',
		nl: 'De volgende keer wordt eerst in SnelStart gekeken voordat er iets verstuurd wordt. Of zoek het nummer daar zelf op',
	},
	/** Somebody at the node. */
	you: {
		en: 'Look in SnelStart before you try again',
		nl: 'Kijk in SnelStart voordat je het opnieuw probeert',
	},
} as const satisfies Record<string, Spoken>;
/** Who looks whether a write that broke was carried out after all. */
export type Unsettled = keyof typeof unsettledTips;

/** What may be added to every code: facts that any sentence can have. */
export interface Remarks {
	/** What the same answer refused besides. */
	also?: readonly ReasonFact[];
	unsettled?: Unsettled;
}

/** The facts that a code may have besides its own. */
export const remarkKinds = {
	case: 'text',
	toldAs: 'text',
	also: 'reason',
	unsettled: 'text',
	...STATED_TOTAL.facts,
} as const satisfies FactKinds;

/** A text with what else its facts tell; `undefined` when these cannot be told. */
export function withRemarks(
	text: Text,
	facts: Readonly<Record<string, unknown>>,
	language: Language,
	again: TellAgain,
): Text | undefined {
	return [withOthers, withOutcome, withTotal].reduce<Text | undefined>(
		(told, add) => told && add(told, facts, language, again),
		text,
	);
}

type Remark = (
	text: Text,
	facts: Readonly<Record<string, unknown>>,
	language: Language,
	again: TellAgain,
) => Text | undefined;

const withOthers: Remark = (text, { also }, language, again) => {
	if (also === undefined) return text;
	if (!Array.isArray(also)) return undefined;
	const others = (also as unknown[]).map((one) => {
		const { code, facts } = (one ?? {}) as { code?: unknown; facts?: unknown };
		return again(String(code), facts, language);
	});
	const texts = [text, ...others.filter((one) => one !== undefined)];
	if (texts.length <= others.length) return undefined;
	const joined = (field: keyof Text) => [...new Set(texts.map((one) => one[field]))].join('; ');
	return { message: joined('message'), tip: joined('tip') };
};

const withOutcome: Remark = (text, { unsettled }, language) => {
	if (unsettled === undefined) return text;
	const isKnown = typeof unsettled === 'string' && Object.hasOwn(unsettledTips, unsettled);
	if (!isKnown) return undefined;
	const tip = unsettledTips[unsettled as Unsettled][language];
	return { message: `${text.message}${UNSETTLED[language]}`, tip };
};

const withTotal: Remark = (text, { totalCurrency, totalAmount }, language) => {
	if (totalAmount === undefined) return text;
	const amount = sayFact('amount', totalAmount, language);
	if (amount === undefined || typeof totalCurrency !== 'string') return text;
	return {
		...text,
		message: `${text.message} ${STATED_TOTAL[language]} ${totalCurrency} ${amount}.`,
	};
};
