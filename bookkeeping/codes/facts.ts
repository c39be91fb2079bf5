import { formatCents, type Cents } from '../money/money';
import { columnInWords } from './fileColumns';
import { figuresIn } from './figures';

/** The languages the product speaks; names of settings and fields stay English, as on the screen. */
export const languages = ['en', 'nl'] as const;
export type Language = (typeof languages)[number];
export type Spoken = Readonly<Record<Language, string>>;

/** What a fact can be, with its value as it travels in JSON. Facts hold no personal data (W071). */
interface Kinds {
	/** As it is: an id, a status, the name of a field or a setting. */
	text: string;
	/** What people or other systems wrote freely. It can name somebody, so no table keeps it. */
	words: string;
	/** Euro, in cents. */
	cents: Cents;
	amounts: readonly Cents[];
	/** An amount in another currency, in hundredths; the currency is a fact of its own. */
	amount: number;
	count: number;
	percentage: number;
	percentages: readonly number[];
	/** yyyy-MM-dd. */
	date: string;
	dates: readonly string[];
	/** ISO 8601, UTC. */
	moment: string;
	/** Two letters of ISO 3166. */
	country: string;
	names: readonly string[];
	/** What columns of an uploaded file hold, by the names that the settings have for it. */
	columns: readonly string[];
	/** Of which one is enough. */
	alternatives: readonly string[];
	statuses: readonly string[];
	/** The status of an order, as its shop states it. */
	status: string;
	/** Amounts in a text, such as what makes an order the same order for the books. */
	figures: string;
	part: Part;
	place: Place;
	/** What a request was about. */
	record: string;
	/** The kind of a line of a payout. */
	payoutEntry: string;
	/** Products and variations of a shop. */
	products: readonly ProductName[];
	/** Why the fee of a payment is not known. */
	feeReason: FeeReason;
	/** Another code with its own facts, said within the sentence. */
	reason: ReasonFact;
}
export type Kind = keyof Kinds;
export type FactKinds = Readonly<Record<string, Kind>>;
export type ValuesOf<F> = {
	readonly [Name in keyof F]: F[Name] extends Kind ? Kinds[F[Name]] : never;
};

/** Facts as JSON holds them, of whatever code. */
export interface Facts {
	readonly [name: string]:
		| string
		| number
		| readonly string[]
		| readonly number[]
		| ReasonFact
		| readonly ReasonFact[];
}

/** A code with its facts, as a fact of another one. */
export interface ReasonFact {
	readonly code: string;
	readonly facts: Facts;
}

/** A code in words. */
export interface Text {
	/** Where it probably comes from, of a code that says so. */
	cause?: string;
	message: string;
	tip: string;
}

/** Tells a code that is a fact of another one. */
export type TellAgain = (code: string, facts: unknown, language: Language) => Text | undefined;

const parts = {
	product: { en: 'product', nl: 'artikel' },
	shipping: { en: 'shipping', nl: 'verzendkosten' },
	discount: { en: 'discount', nl: 'korting' },
	fee: { en: 'fee', nl: 'toeslag' },
} as const satisfies Record<string, Spoken>;
/** What a line of an order is for. */
export type Part = keyof typeof parts;

const places = {
	order: { en: 'The order', nl: 'De bestelling' },
	price: { en: 'The order (price)', nl: 'De bestelling (price)' },
	refund: { en: 'The refund', nl: 'De terugbetaling' },
	refundLine: { en: 'A line of the refund', nl: 'Een regel van de terugbetaling' },
	payoutDay: { en: 'The day of the payout', nl: 'De dag van de uitbetaling' },
	paidOut: { en: 'What was paid out', nl: 'Het uitbetaalde bedrag' },
	giftCard: { en: 'A gift card', nl: 'Een cadeaubon' },
	voucher: { en: 'A voucher', nl: 'Een waardebon' },
	shipping: { en: 'Shipping', nl: 'Het verzendbedrag' },
	discount: { en: 'Discount', nl: 'De korting' },
} as const satisfies Record<string, Spoken>;
/**
 * Where in an order, refund or payout something was found: a place with a name, the n-th line (and a
 * column of it), a line by the
 * shop's id of it, a VAT rate, a fee by its title, a refunded line.
 */
export type Place =
	| keyof typeof places
	| `line ${number}`
	| `line ${number}, ${string}`
	| `rate ${number}`
	| `fee ${string}`
	| `refunded ${Part}`
	| `${Part} line ${string}`;

const records: Readonly<Record<string, Spoken>> = {
	change: { en: 'change', nl: 'wijziging' },
	'cost centre': { en: 'cost centre', nl: 'kostenplaats' },
	coupon: { en: 'coupon', nl: 'kortingsbon' },
	customer: { en: 'customer', nl: 'klant' },
	'journal of the right kind': {
		en: 'journal of the right kind',
		nl: 'dagboek van de goede soort',
	},
	'ledger account': { en: 'ledger account', nl: 'grootboekrekening' },
	order: { en: 'order', nl: 'bestelling' },
	'order note': { en: 'order note', nl: 'notitie bij een bestelling' },
	'payment gateway': { en: 'payment gateway', nl: 'betaalmethode' },
	product: { en: 'product', nl: 'product' },
	record: { en: 'record', nl: 'gegeven' },
	refund: { en: 'refund', nl: 'terugbetaling' },
	'revenue group': { en: 'revenue group', nl: 'omzetgroep' },
	'sales order template': { en: 'sales order template', nl: 'verkoopordersjabloon' },
	setting: { en: 'setting', nl: 'instelling' },
	'shipping method': { en: 'shipping method', nl: 'verzendmethode' },
	'shipping zone': { en: 'shipping zone', nl: 'verzendzone' },
	'system status': { en: 'system status', nl: 'systeemstatus' },
	'tax class': { en: 'tax class', nl: 'belastingklasse' },
	'tax rate': { en: 'tax rate', nl: 'belastingtarief' },
	variation: { en: 'variation', nl: 'variatie' },
	webhook: { en: 'webhook', nl: 'webhook' },
};

/** Statuses of WooCommerce as its Dutch pages call them, and of JouwWeb. */
const dutchStatuses: Readonly<Record<string, string>> = {
	pending: 'wachtend op betaling',
	processing: 'in behandeling',
	'on-hold': 'in de wacht',
	completed: 'afgerond',
	cancelled: 'geannuleerd',
	refunded: 'terugbetaald',
	failed: 'mislukt',
	trash: 'in de prullenbak',
	// Of JouwWeb.
	new: 'nieuw',
	paid: 'betaald',
	processed: 'verwerkt',
	shipped: 'verzonden',
};

const statusIn = (language: Language, status: string): string =>
	language === 'nl' && Object.hasOwn(dutchStatuses, status) ? dutchStatuses[status]! : status;

/** A line of a payout that is money of an order. */
const payoutEntries: Readonly<Record<string, Spoken>> = {
	payment: { en: 'Payment', nl: 'Betaling' },
	refund: { en: 'Refund', nl: 'Terugbetaling' },
	chargeback: { en: 'Chargeback', nl: 'Terugboeking' },
	conversion: { en: 'Currency conversion', nl: 'Valutaomrekening' },
};

/** A product of a shop by its id, or a variation of one. */
export type ProductName = `product ${number}` | `variation ${number} of product ${number}`;
const PRODUCT = /^(?:variation (\d+) of )?product (\d+)$/;

function productIn(language: Language, name: string): string {
	const [, variation, product = ''] = PRODUCT.exec(name) ?? [];
	if (language === 'en' || variation === undefined) return name;
	return `variatie ${variation} van product ${product}`;
}

const feeReasons = {
	'the order does not state it': 'de bestelling noemt ze niet',
	'the payment does not state it': 'de betaling noemt ze niet',
	'it changes with the refunds of the order':
		'ze veranderen met de terugbetalingen van de bestelling',
	'a refund has none': 'een terugbetaling heeft er geen',
	'a gift card has none': 'een cadeaubon heeft er geen',
	'no money moves': 'er gaat geen geld om',
} as const satisfies Record<string, string>;
/** Why the fee of a payment is not known, as a part of an English sentence. */
export type FeeReason =
	| keyof typeof feeReasons
	| `the order states it in ${string}`
	| `the order does not say whether it is in EUR or ${string}`;

function feeReasonIn(language: Language, reason: string): string | undefined {
	const [, inCurrency] = /^the order states it in (.+)$/.exec(reason) ?? [];
	const [, orCurrency] = /^the order does not say whether it is in EUR or (.+)$/.exec(reason) ?? [];
	const isKnown = Object.hasOwn(feeReasons, reason);
	if (!isKnown && !inCurrency && !orCurrency) return undefined;
	if (language === 'en') return reason;
	if (inCurrency) return `de bestelling noemt ze in ${inCurrency}`;
	if (orCurrency) return `de bestelling zegt niet of ze in EUR of ${orCurrency} zijn`;
	return feeReasons[reason as keyof typeof feeReasons];
}

const and: Spoken = { en: ' and ', nl: ' en ' };
const or: Spoken = { en: ' or ', nl: ' of ' };

/** `3, gross` as `3, bruto` in Dutch; `3` as it is. */
function columnAt(line: string, language: Language): string {
	const [, count = line, column = ''] = /^(\d+), (.+)$/.exec(line) ?? [];
	return column === '' ? line : `${count}, ${columnInWords(column, language)}`;
}

function placeIn(language: Language, place: string): string | undefined {
	if (Object.hasOwn(places, place)) return places[place as keyof typeof places][language];
	const [, first = '', rest = ''] = /^(\w+) (.+)$/s.exec(place) ?? [];
	const [, part = '', id = ''] = /^(\w+) line (.*)$/.exec(place) ?? [];
	const isDutch = language === 'nl';
	if (isPart(part)) return `${isDutch ? 'Een regel' : 'A line'} (${parts[part][language]} ${id})`;
	if (first === 'line') return `${isDutch ? 'Regel' : 'Line'} ${columnAt(rest, language)}`;
	if (first === 'rate') {
		return `${isDutch ? 'Btw-tarief' : 'VAT rate'} ${percentageIn(language, Number(rest))}`;
	}
	if (first === 'fee') return `${isDutch ? 'De toeslag' : 'The fee'} "${rest}"`;
	if (first === 'refunded' && isPart(rest)) {
		return isDutch ? `Terugbetaald: ${parts[rest].nl}` : `A refunded ${parts[rest].en}`;
	}
	return undefined;
}

function listIn(language: Language, words: readonly string[]): string {
	const last = words.length < 2 ? '' : `${and[language]}${words.at(-1)}`;
	return `${words.slice(0, last === '' ? 1 : -1).join(', ')}${last}`;
}

const noVat = { en: 'no VAT', nl: 'geen btw' } as const;

function percentageIn(language: Language, value: number): string {
	const plain = Number.isFinite(value) ? String(value) : '?';
	return `${language === 'nl' ? plain.replace('.', ',') : plain} %`;
}

const separators = { en: [',', '.'], nl: ['.', ','] } as const;

/** 101507 as `1,015.07` or `1.015,07`. */
function amountIn(language: Language, cents: number): string {
	if (!Number.isSafeInteger(cents)) return '?';
	const [whole = '', decimals = ''] = formatCents(cents).split('.');
	const [ofThousands, ofDecimals] = separators[language];
	return `${whole.replace(/\B(?=(\d{3})+$)/g, ofThousands)}${ofDecimals}${decimals}`;
}

/**
 * An amount as sentences and pages name it: `€ 1,015.07`, in Dutch `€ 1.015,07`, and `€ -2.60`, the sign
 * before the figure as in books. Files for a spreadsheet have amounts of their own.
 */
export const euroIn = (language: Language, cents: Cents): string =>
	`€ ${amountIn(language, cents)}`;

function dateIn(language: Language, date: string): string {
	return language === 'nl' ? date.replace(/^(\d{4})-(\d{2})-(\d{2})/, '$3-$2-$1') : date;
}

/** A list of parts in a sentence. */
export const joinedIn = (language: Language, parts: readonly string[]): string =>
	parts.join(and[language]);

/** A word of ours, else as it is. */
const wordIn = (words: Readonly<Record<string, Spoken>>, name: string, language: Language) =>
	Object.hasOwn(words, name) ? words[name]![language] : name;

const isPart = (value: unknown): value is Part =>
	typeof value === 'string' && Object.hasOwn(parts, value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';
/** Also what no amount can be: an order may state a rate that makes one of it. */
const isWhole = (value: unknown): value is number =>
	isNumber(value) && (Number.isInteger(value) || !Number.isFinite(value));
const isListOf =
	<T>(isOne: (value: unknown) => value is T) =>
	(value: unknown): value is readonly T[] =>
		Array.isArray(value) && value.every(isOne);

interface Sayable<T> {
	is(value: unknown): value is T;
	say(value: T, language: Language): string;
}

/** A fact that says itself; a reason is said by the register. */
export type PlainKind = Exclude<Kind, 'reason'>;

const kinds: { [K in PlainKind]: Sayable<Kinds[K]> } = {
	text: { is: isText, say: (value) => value },
	words: { is: isText, say: (value) => value },
	cents: {
		is: isWhole,
		say: (cents, language) => euroIn(language, cents),
	},
	amounts: {
		is: isListOf(isWhole),
		say: (values, language) => values.map((cents) => euroIn(language, cents)).join(and[language]),
	},
	amount: { is: isWhole, say: (value, language) => amountIn(language, value) },
	count: { is: isWhole, say: String },
	percentage: { is: isNumber, say: (value, language) => percentageIn(language, value) },
	percentages: {
		is: isListOf(isNumber),
		say: (values, language) =>
			listIn(
				language,
				values.map((value) => percentageIn(language, value)),
			) || noVat[language],
	},
	date: { is: isText, say: (value, language) => dateIn(language, value) },
	dates: {
		is: isListOf(isText),
		say: (values, language) => values.map((date) => dateIn(language, date)).join(and[language]),
	},
	moment: {
		is: isText,
		say: (value, language) => `${dateIn(language, value.slice(0, 10))} ${value.slice(11, 16)} UTC`,
	},
	country: { is: isText, say: (value) => value },
	names: { is: isListOf(isText), say: (values) => values.join(', ') },
	columns: {
		is: isListOf(isText),
		say: (values, language) => values.map((value) => columnInWords(value, language)).join(', '),
	},
	alternatives: {
		is: isListOf(isText),
		say: (values, language) => values.join(or[language]),
	},
	statuses: {
		is: isListOf(isText),
		say: (values, language) => values.map((status) => statusIn(language, status)).join(', '),
	},
	status: { is: isText, say: (status, language) => statusIn(language, status) },
	figures: { is: isText, say: (value, language) => figuresIn(language, value) },
	part: { is: isPart, say: (part, language) => parts[part][language] },
	place: {
		is: (value): value is Place => isText(value) && placeIn('en', value) !== undefined,
		say: (place, language) => placeIn(language, place) ?? '',
	},
	record: { is: isText, say: (name, language) => wordIn(records, name, language) },
	payoutEntry: { is: isText, say: (name, language) => wordIn(payoutEntries, name, language) },
	feeReason: {
		is: (value): value is FeeReason => isText(value) && feeReasonIn('en', value) !== undefined,
		say: (reason, language) => feeReasonIn(language, reason) ?? '',
	},
	products: {
		is: isListOf((value): value is ProductName => isText(value) && PRODUCT.test(value)),
		say: (values, language) => values.map((name) => productIn(language, name)).join(and[language]),
	},
};

/** A fact in words; `undefined` when the value is not of its kind, as in a table somebody changed. */
export function sayFact(kind: PlainKind, value: unknown, language: Language): string | undefined {
	const { is, say } = kinds[kind] as Sayable<unknown>;
	return is(value) ? say(value, language) : undefined;
}

/** Stands for what a table does not keep, as `…` stands for every fact in the manual. */
export const LEFT_OUT = '…';

/** A fact as a table may keep it (W071): without what was written freely, such as the title of a fee. */
export function keepable(kind: PlainKind, value: Facts[string]): Facts[string] {
	if (kind === 'words') return LEFT_OUT;
	if (kind === 'place' && isText(value)) return value.replace(/^fee .*$/s, `fee ${LEFT_OUT}`);
	return value;
}
