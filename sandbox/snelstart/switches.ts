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
	/** VAT amount against rate × base: within one cent per line, or not looked at. */
	vatCheck: 'centPerLine' | 'off';
	/** BOE-0028. */
	zeroLines: 'refuse' | 'accept';
	/** BOE-0042: bookings up to and including this day (yyyy-MM-dd) are refused. */
	blockedUntil: string | null;
	/** BOE-0046: a new sales entry dated in a VAT return that was filed; taking it in silence is not excluded. */
	filedReturns: 'refuse' | 'accept';
	/** REL-0060: an address with some fields filled and others not. */
	partialAddresses: 'refuse' | 'accept';
	topAboveMaximum: 'clip' | 'refuse';
	/** A PUT on a sales entry that payments are attached to; SnelStart's own answer is not known. */
	paidEntryUpdate: 'accept' | 'refuse';
	/** How GET /verkoopfacturen/{id}/ubl answers; only "a list of objects" is documented. */
	ublAnswer: 'list' | 'xml';
	/** Most nodes of one $filter; ASP.NET's own default is 100, whether SnelStart raised it is unknown. */
	maxFilterNodes: number | null;
	/** companyInfo.factureerBuitenlandsBtw: the OSS way of booking is on. */
	foreignVat: boolean;
	/** companyInfo.artikelcodeSoort and artikelcodeMaxLengte; SnelStart's factory setting is 10 digits. */
	itemCodeKind: 'Numeriek' | 'Alfanumeriek';
	itemCodeMaxLength: number;
	/** How the VAT of a sales order is rounded; SnelStart's own way is not known. */
	orderVatRounding: 'perRate' | 'perLine';
	/** Whether one invoice number may be used for several customers; not known for sure. */
	invoiceNumberScope: 'administration' | 'customer';
	/** Whether names in a body are read in any case; inferred from what clients send. */
	bodyNames: 'anyCase' | 'exact';
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
	zeroLines: 'refuse',
	blockedUntil: null,
	filedReturns: 'refuse',
	partialAddresses: 'refuse',
	topAboveMaximum: 'clip',
	paidEntryUpdate: 'accept',
	ublAnswer: 'list',
	maxFilterNodes: null,
	foreignVat: false,
	itemCodeKind: 'Alfanumeriek',
	itemCodeMaxLength: 25,
	orderVatRounding: 'perRate',
	invoiceNumberScope: 'administration',
	bodyNames: 'anyCase',
	modelStateNames: 'lower',
	latencyMs: 0,
});

/** What each switch does, for whoever starts the sandbox. */
export const switchTexts: Record<keyof Switches, string> = {
	blockedUntil: 'a day such as "2026-09-30": bookings up to and including it get BOE-0042; or null',
	bodyNames: '"anyCase" or "exact": whether names in a body are read in any case',
	filedReturns:
		'"refuse" or "accept": a new sales entry in a VAT return that was filed gets BOE-0046, or is taken',
	foreignVat: 'true: the OSS way of booking is on (factureerBuitenlandsBtw)',
	ignoreCase: 'true: filters, invoice numbers and article codes make no difference of capitals',
	invoiceNumberScope: '"administration" or "customer": where an invoice number must be unique',
	itemCodeKind: '"Alfanumeriek" or "Numeriek": what article codes may hold',
	itemCodeMaxLength: 'the most characters of an article code',
	latencyMs: 'how long every answer takes at least, in milliseconds',
	limits: '"development", "production", null, or {"perMinute":…,"perHour":…,"concurrent":…}',
	maxFilterNodes: 'the most parts of one $filter, or null for no limit',
	modelStateNames: '"lower" or "upper": message and modelState, or Message and ModelState',
	orderVatRounding: '"perRate" or "perLine": how the VAT of a sales order is rounded',
	paidEntryUpdate: '"accept" or "refuse": a PUT on a sales entry that payments are attached to',
	partialAddresses: '"refuse" or "accept": an address that is filled in by half (REL-0060)',
	scopes: 'the rights that the next tokens carry',
	topAboveMaximum: '"clip" or "refuse": what $top above the page size does',
	ublAnswer: '"list" or "xml": how the UBL of an invoice is answered',
	vatCheck: '"centPerLine" or "off": whether VAT amounts are compared with rate times base',
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
