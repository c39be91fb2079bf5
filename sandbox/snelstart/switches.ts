import { isRecord } from '../http';
import { developmentLimits, productionLimits, type Limits } from './limits';
import { allScopes } from './token';

/** What can be set while the stand-in runs; each stands for something that differs or is unknown. */
export interface Switches {
	/** Which scopes the next tokens carry. */
	scopes: string[];
	/** null switches rate limits off. */
	limits: Limits | null;
	/** Whether text comparison (filters, invoice numbers) ignores case. */
	ignoreCase: boolean;
	/** VAT amount against rate × base: within one cent per line or per rate, rounded exactly, or not looked at. */
	vatCheck: 'centPerLine' | 'centPerRate' | 'exact' | 'off';
	/** BOE-0039 of a sales entry: invoice amount against lines and VAT (SS-412). */
	sumCheck: 'exact' | 'centPerLine';
	/** BOE-0028. */
	zeroLines: 'refuse' | 'accept';
	/** BOE-0042: bookings up to and including this day (yyyy-MM-dd) are refused. */
	blockedUntil: string | null;
	/** BOE-0046: a new sales entry dated in a VAT return that was filed; taking it in silence is not excluded. */
	filedReturns: 'refuse' | 'accept';
	/** REL-0060: an address with some fields filled and others not; on a new card only, or always. */
	partialAddresses: 'refuse' | 'refuseNew' | 'accept';
	topAboveMaximum: 'clip' | 'refuse';
	/** The most rows on a page, even where more are documented and asked for (SS-311). */
	pageClip: number | null;
	/** Whether a supplier may become a customer too (REL-0064, SS-445). */
	supplierToCustomer: 'accept' | 'refuse';
	/** Codes of new cards: always one more, or the lowest that is free (SS-446). */
	relationCodes: 'up' | 'fillGaps';
	/** A PUT on a sales entry that payments are attached to; SnelStart's own answer is not known. */
	paidEntryUpdate: 'accept' | 'refuse';
	/** How GET /verkoopfacturen/{id}/ubl answers; only "a list of objects" is documented. */
	ublAnswer: 'list' | 'xml';
	/** Most nodes of one $filter; ASP.NET's own default is 100, whether SnelStart raised it is unknown. */
	maxFilterNodes: number | null;
	/** The gateway gives up a write of more lines, which is carried out all the same (SS-124). */
	mostLines: number | null;
	/** The longest path with its query that the gateway lets through. */
	longestUrl: number | null;
	/** Filters with startswith; documented, and never seen (SS-301). */
	startsWith: 'accept' | 'refuse';
	/** Filters with substringof, likewise. */
	substringOf: 'accept' | 'refuse';
	/** Days (krediettermijn) of a card that is made without one; null is nothing at all (SS-447). */
	termOfNewCard: number | null;
	/** companyInfo.factureerBuitenlandsBtw: the OSS way of booking is on. */
	foreignVat: boolean;
	/** Whether the customer's card decides on distance sales and their rates (SS-420), or nothing does. */
	ossCardCountry: 'checked' | 'ignored';
	/** companyInfo.artikelcodeSoort and artikelcodeMaxLengte; SnelStart's factory setting is 10 digits. */
	itemCodeKind: 'Numeriek' | 'Alfanumeriek';
	itemCodeMaxLength: number;
	/** How the VAT of a sales order is rounded; SnelStart's own way is not known. */
	orderVatRounding: 'perRate' | 'perLine';
	/** Whether a sales order that nobody invoiced may be deleted (SS-228). */
	orderDelete: 'accept' | 'refuse';
	/** Whether one invoice number may be used for several customers; not known for sure. */
	invoiceNumberScope: 'administration' | 'customer';
	/** Whether names in a body are read in any case; inferred from what clients send. */
	bodyNames: 'anyCase' | 'exact';
	/** A name in a body that the API does not have. */
	unknownNames: 'ignore' | 'refuse';
	/** A time with a zone: refused, its zone dropped, or taken to Dutch time (SS-204). */
	dateZones: 'refuse' | 'drop' | 'convert';
	/** Which clock `modifiedOn` is written by (SS-204). */
	clock: 'amsterdam' | 'utc';
	/** The sign by which a memorial lowers what is open of a sales entry (SS-462). */
	memorialSign: 'positive' | 'negative';
	/** BOE-0094: a memorial of one line. */
	memorialSingleLine: 'refuse' | 'accept';
	/** What a ledger mutation says: the text of its line, or that of the whole memorial. */
	mutationTexts: 'line' | 'entry';
	/** A memorial that settles sales entries with each other and has no ledger line. */
	setOffByMemorial: 'accept' | 'refuse';
	/** Turnover and its VAT against receipts in one memorial, as till connectors book. */
	turnoverInMemorial: 'accept' | 'refuse';
	/** Paying more than is open (SS-812). */
	overpayment: 'accept' | 'refuse';
	/** Whether a payment moves the invoice's `modifiedOn` (SS-503). */
	paymentMovesModifiedOn: boolean;
	/** Whether a 429 says how long to wait (SS-121). */
	retryAfter: 'header' | 'none';
	/** How the names of a model-state answer are written; both were seen. */
	modelStateNames: 'lower' | 'upper';
	/** How long every answer takes at least, in milliseconds. */
	latencyMs: number;
}

export const defaultSwitches = (): Switches => ({
	scopes: [...allScopes],
	limits: productionLimits,
	ignoreCase: false,
	vatCheck: 'centPerLine',
	sumCheck: 'exact',
	zeroLines: 'refuse',
	blockedUntil: null,
	filedReturns: 'refuse',
	partialAddresses: 'refuse',
	supplierToCustomer: 'accept',
	relationCodes: 'up',
	topAboveMaximum: 'clip',
	pageClip: null,
	paidEntryUpdate: 'accept',
	ublAnswer: 'list',
	maxFilterNodes: null,
	longestUrl: 2048,
	mostLines: 100,
	startsWith: 'accept',
	substringOf: 'accept',
	termOfNewCard: 0,
	foreignVat: false,
	ossCardCountry: 'checked',
	itemCodeKind: 'Alfanumeriek',
	itemCodeMaxLength: 25,
	orderVatRounding: 'perRate',
	orderDelete: 'accept',
	invoiceNumberScope: 'administration',
	bodyNames: 'anyCase',
	unknownNames: 'ignore',
	dateZones: 'refuse',
	clock: 'amsterdam',
	memorialSign: 'positive',
	memorialSingleLine: 'refuse',
	mutationTexts: 'line',
	setOffByMemorial: 'accept',
	turnoverInMemorial: 'accept',
	overpayment: 'accept',
	paymentMovesModifiedOn: false,
	retryAfter: 'header',
	modelStateNames: 'lower',
	latencyMs: 0,
});

/** What each switch does, for whoever starts the sandbox. */
export const switchTexts: Record<keyof Switches, string> = {
	blockedUntil: 'a day such as "2026-09-30": bookings up to and including it get BOE-0042; or null',
	bodyNames: '"anyCase" or "exact": whether names in a body are read in any case',
	clock: '"amsterdam" or "utc": which clock modifiedOn is written by',
	dateZones:
		'"refuse", "drop" or "convert": a time with a zone is refused, loses it, or becomes Dutch time',
	filedReturns:
		'"refuse" or "accept": a new sales entry in a VAT return that was filed gets BOE-0046, or is taken',
	foreignVat: 'true: the OSS way of booking is on (factureerBuitenlandsBtw)',
	ignoreCase: 'true: filters, invoice numbers and article codes make no difference of capitals',
	invoiceNumberScope: '"administration" or "customer": where an invoice number must be unique',
	itemCodeKind: '"Alfanumeriek" or "Numeriek": what article codes may hold',
	itemCodeMaxLength: 'the most characters of an article code',
	latencyMs: 'how long every answer takes at least, in milliseconds',
	limits: '"development", "production", null, or {"perMinute":…,"perHour":…,"concurrent":…}',
	longestUrl: 'the longest path with its query, or null for no limit',
	maxFilterNodes: 'the most parts of one $filter, or null for no limit',
	memorialSign: '"positive" or "negative": the sign by which a memorial settles a sales entry',
	memorialSingleLine: '"refuse" or "accept": a memorial of one line (BOE-0094)',
	mostLines:
		'the most lines of a write that the gateway waits for (a longer one is done, with a 504), or null',
	modelStateNames: '"lower" or "upper": message and modelState, or Message and ModelState',
	mutationTexts:
		'"line" or "entry": whether a ledger mutation has the text of its line or of the memorial',
	orderDelete: '"accept" or "refuse": the deletion of a sales order (VOR-0014)',
	orderVatRounding: '"perRate" or "perLine": how the VAT of a sales order is rounded',
	ossCardCountry:
		'"checked" or "ignored": whether the card decides on distance sales and their rates',
	overpayment: '"accept" or "refuse": paying more than is open',
	paidEntryUpdate: '"accept" or "refuse": a PUT on a sales entry that payments are attached to',
	pageClip:
		'the most rows on a page, even where more are documented and asked for, or null for no such limit',
	partialAddresses:
		'"refuse", "refuseNew" or "accept": an address that is filled in by half (REL-0060), always or on a new card only',
	paymentMovesModifiedOn: 'true: a payment moves the modifiedOn of its invoice',
	relationCodes:
		'"up" or "fillGaps": the code of a new card is one more, or the lowest that is free',
	retryAfter: '"header" or "none": whether a 429 says how long to wait',
	scopes: 'the rights that the next tokens carry',
	setOffByMemorial:
		'"accept" or "refuse": a memorial that settles sales entries with each other, without ledger lines',
	startsWith: '"accept" or "refuse": filters with startswith',
	substringOf: '"accept" or "refuse": filters with substringof',
	sumCheck: '"exact" or "centPerLine": invoice amount against lines and VAT (BOE-0039)',
	supplierToCustomer: '"accept" or "refuse": a supplier that becomes a customer too (REL-0064)',
	termOfNewCard: 'the days (krediettermijn) of a card that is made without any, or null',
	topAboveMaximum: '"clip" or "refuse": what $top above the page size does',
	turnoverInMemorial:
		'"accept" or "refuse": turnover and its VAT against receipts in one memorial (BOE-0061)',
	ublAnswer: '"list" or "xml": how the UBL of an invoice is answered',
	unknownNames: '"ignore" or "refuse": a name in a body that the API does not have',
	vatCheck:
		'"centPerLine", "centPerRate", "exact" or "off": how VAT amounts are compared with rate times base',
	zeroLines: '"refuse" or "accept": lines of amount zero (BOE-0028)',
};

/** Reads PUT /_sandbox/switches: known names only; limits may be "development" or "production". */
export function readSwitches(value: unknown): Partial<Switches> | undefined {
	if (!isRecord(value)) return undefined;
	const known = Object.keys(defaultSwitches());
	if (Object.keys(value).some((name) => !known.includes(name))) return undefined;
	const named: Record<string, Limits> = {
		development: developmentLimits,
		production: productionLimits,
	};
	const limits = typeof value.limits === 'string' ? named[value.limits] : value.limits;
	return 'limits' in value ? { ...value, limits: limits as Limits | null } : value;
}
