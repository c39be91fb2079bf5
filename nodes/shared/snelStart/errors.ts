import type { Explanation } from './explanation';
import { recordCodes } from './recordErrors';

export type { Explanation };

const settingsTip = "Choose another account in the 'Webshop Settings' node and save the settings";
const datesTip =
	'Open the period in SnelStart (or ask the accountant), or book this one by hand in an open period';
const customerTip = "Correct the customer's details in the shop, or add the relation in SnelStart";
const addressTip =
	'Complete the address in the shop, or add the relation in SnelStart with the same e-mail address';
const packageTip = 'Report this code together with the order number: the node should not send this';

/**
 * SnelStart's codes in plain English with the way out (SS-903): here those that a
 * booking or a new relation can meet, the others in `recordErrors.ts`. SnelStart's list is not
 * complete, so unknown codes are possible and pass through with SnelStart's own words.
 */
export const snelStartCodes: Record<string, Explanation> = {
	...recordCodes,
	'ALG-0100': { message: 'A new record was sent with an ID', tip: packageTip },
	'ALG-0101': { message: 'The ID in the address and in the record differ', tip: packageTip },
	'ALG-0102': {
		message: 'SnelStart reports an unknown cause',
		tip: 'Try again later; if it stays, ask SnelStart what this booking lacks',
	},
	'ALG-0103': { message: 'An ID is not valid', tip: 'Choose the record from the list again' },
	'ALG-0104': {
		message: 'SnelStart does not understand the filter',
		tip: "Write field names as SnelStart does (e.g. Email, ModifiedOn) and text in 'single quotes'",
	},
	'ALG-0105': {
		message: 'The record is inactive in SnelStart',
		tip: 'Make it active in SnelStart, or choose another one',
	},
	'ALG-0106': { message: 'SnelStart received an empty record', tip: packageTip },
	'ART-0001': {
		message: 'An article (artikel) does not exist',
		tip: 'It was probably deleted; offer the order again, and it will be looked up again',
	},
	'ART-0002': { message: 'An item has no code', tip: packageTip },
	'ART-0003': {
		message: 'SnelStart takes only digits as an article code (artikelcode)',
		tip: 'Set article codes to 25 letters and digits in SnelStart, then offer the order again',
	},
	'ART-0004': {
		message: 'An article code (artikelcode) is longer than SnelStart takes',
		tip: 'Set the length of article codes to 25 in SnelStart, or shorten the SKU in the shop',
	},
	'ART-0005': {
		message: 'The article code (artikelcode) is already in use',
		tip: 'Look the code up in SnelStart: it may differ from the SKU in capitals only',
	},
	'ART-0006': { message: 'An item has no description', tip: packageTip },
	'ART-0007': { message: 'The description of an item is too long', tip: packageTip },
	'ART-0008': { message: 'An item has no revenue group (artikelomzetgroep)', tip: packageTip },
	'ART-0009': {
		message: 'The revenue group (artikelomzetgroep) does not exist',
		tip: "Choose another one in 'Revenue Groups' of the 'Webshop Settings' node",
	},
	'BOE-0001': {
		message: 'SnelStart cannot find a record this booking points at',
		tip: 'It was probably deleted: choose the customer and the accounts in the settings again',
	},
	'BOE-0008': { message: 'A ledger account is inactive', tip: settingsTip },
	'BOE-0019': {
		message: 'The cost centre (kostenplaats) does not exist',
		tip: "Choose another cost centre in the 'Webshop Settings' node",
	},
	'BOE-0021': {
		message: 'The invoice number is already in use in SnelStart',
		tip: 'Look the number up in SnelStart; give the shop its own number prefix if two shops share numbers',
	},
	'BOE-0022': {
		message: 'A ledger account demands a cost centre (kostenplaats)',
		tip: "Set a cost centre in the 'Webshop Settings' node, or lift the demand in SnelStart",
	},
	'BOE-0023': { message: 'The booking has no lines', tip: packageTip },
	'BOE-0026': {
		message: 'The cost centre (kostenplaats) is inactive',
		tip: "Choose another cost centre in the 'Webshop Settings' node",
	},
	'BOE-0028': { message: 'A line has the amount zero', tip: packageTip },
	'BOE-0033': {
		message: 'The date lies more than five years before the current financial year',
		tip: 'Book this one by hand, or leave it out',
	},
	'BOE-0036': { message: 'The currency is not valid', tip: 'SnelStart books in euro only' },
	'BOE-0037': { message: 'A ledger account does not exist', tip: settingsTip },
	'BOE-0039': { message: 'The lines and the VAT do not add up to the total', tip: packageTip },
	'BOE-0042': { message: 'The date lies in a blocked period', tip: datesTip },
	'BOE-0046': { message: 'The date belongs to a VAT return that was filed', tip: datesTip },
	'BOE-0051': {
		message: 'The date lies in a period that the accountant has locked',
		tip: datesTip,
	},
	'BOE-0054': {
		message: 'The customer is inactive in SnelStart',
		tip: 'Make the relation active in SnelStart, or choose another fixed debtor in the settings',
	},
	'BOE-0058': {
		message: 'The invoice number is empty or longer than 25 characters',
		tip: 'Shorten the number prefix of this shop in the settings',
	},
	'BOE-0060': {
		message: 'The relation is not a customer (klant)',
		tip: "Tick 'Klant' on the relation in SnelStart, or choose another fixed debtor in the settings",
	},
	'BOE-0061': { message: 'A ledger account may not be used here', tip: settingsTip },
	'BOE-0062': {
		message: 'Reverse-charged VAT cannot be combined with other VAT on one booking',
		tip: 'Book this one by hand as two bookings',
	},
	'BOE-0068': { message: 'The voucher number is longer than 25 characters', tip: packageTip },
	'BOE-0069': {
		message: 'SnelStart does not accept the VAT amounts',
		tip: 'Compare the VAT rates of the shop with those in SnelStart for this date',
	},
	'BOE-0070': { message: 'The date is not valid', tip: 'Check the date of the order in the shop' },
	'BOE-0071': { message: 'A description is longer than 250 characters', tip: packageTip },
	'BOE-0075': {
		message: 'A line is booked on the account of a journal, which is not allowed',
		tip: settingsTip,
	},
	'BOE-0080': {
		message: 'This customer may not be booked on an EU revenue account',
		tip: "Check the customer's country and VAT number in SnelStart",
	},
	'BOE-0081': {
		message: 'SnelStart misses a ledger account with a function this booking needs',
		tip: 'Add the account in SnelStart with the function that the VAT asks for',
	},
	'BOE-0082': {
		message: 'The VAT kind of a line does not fit its ledger account',
		tip: "Choose an account that takes this VAT kind in the 'Webshop Settings' node",
	},
	'BOE-0083': {
		message: 'The invoice has payments',
		tip: 'Undo the payments in SnelStart first',
	},
	'BOE-0089': { message: 'A ledger account does not exist', tip: settingsTip },
	'KPL-0001': {
		message: 'The cost centre (kostenplaats) does not exist',
		tip: "Choose another cost centre in the 'Webshop Settings' node",
	},
	'REL-0001': { message: 'The relation has no kind', tip: packageTip },
	'REL-0005': {
		message: 'The relation does not exist',
		tip: 'It was probably deleted: choose another one',
	},
	'REL-0006': {
		message: 'The Chamber of Commerce number (KvK) is not valid',
		tip: customerTip,
	},
	'REL-0007': { message: 'The relation has no name', tip: customerTip },
	'REL-0008': {
		message: 'The relation code is already in use',
		tip: 'Choose another code, or leave it out',
	},
	'REL-0012': { message: 'The mobile phone number is too long', tip: customerTip },
	'REL-0013': { message: 'The phone number is too long', tip: customerTip },
	'REL-0020': { message: 'The street is longer than 50 characters', tip: addressTip },
	'REL-0021': { message: 'The postcode is longer than 25 characters', tip: addressTip },
	'REL-0022': { message: 'The city is longer than 50 characters', tip: addressTip },
	'REL-0023': { message: 'The contact person is longer than 50 characters', tip: addressTip },
	'REL-0025': { message: 'The street is longer than 50 characters', tip: addressTip },
	'REL-0026': { message: 'The postcode is longer than 25 characters', tip: addressTip },
	'REL-0027': { message: 'The city is longer than 50 characters', tip: addressTip },
	'REL-0028': { message: 'The contact person is longer than 50 characters', tip: addressTip },
	'REL-0055': { message: 'The country of the postal address does not exist', tip: addressTip },
	'REL-0056': { message: 'The country of the address does not exist', tip: addressTip },
	'REL-0057': { message: 'The VAT number is longer than 50 characters', tip: customerTip },
	'REL-0058': { message: 'The VAT number is too short', tip: customerTip },
	'REL-0059': { message: 'The VAT number may hold letters and digits only', tip: customerTip },
	'REL-0060': {
		message: 'The address is not complete: street, postcode, city and country belong together',
		tip: addressTip,
	},
	'REL-0061': { message: 'The e-mail address is not valid', tip: customerTip },
	'REL-0063': { message: 'A new relation was sent with an ID', tip: packageTip },
	'REL-0066': { message: 'SnelStart received an incomplete relation', tip: packageTip },
	'REL-0084': { message: 'The e-mail address is not valid', tip: customerTip },
	'REL-0085': { message: 'The e-mail address is longer than 250 characters', tip: customerTip },
	'REL-0087': {
		message: 'The country of the VAT number differs from the country of the address',
		tip: 'Check both in the shop; add the relation in SnelStart when they are really meant to differ',
	},
	'REL-0088': {
		message: 'The VAT number is not valid',
		tip: 'Ask the customer for the right VAT number and correct it in the shop',
	},
	'VOR-0001': {
		message: 'The sales order does not exist',
		tip: 'It was probably deleted in SnelStart',
	},
	'VOR-0002': {
		message: 'The relation is not a customer (klant)',
		tip: "Tick 'Klant' on the relation in SnelStart, or choose another fixed debtor in the settings",
	},
	'VOR-0005': { message: 'A new sales order was sent with a number', tip: packageTip },
	'VOR-0006': { message: 'The street is longer than 50 characters', tip: addressTip },
	'VOR-0007': { message: 'The postcode is longer than 25 characters', tip: addressTip },
	'VOR-0008': { message: 'The city is longer than 50 characters', tip: addressTip },
	'VOR-0009': { message: 'The contact person is longer than 50 characters', tip: addressTip },
	'VOR-0010': { message: 'The country of the address does not exist', tip: addressTip },
	'VOR-0011': {
		message: 'The reference of the sales order is longer than 50 characters',
		tip: 'Shorten the number prefix of this shop in the settings',
	},
};

/** What the gateway, the token service and the network answer, under codes of our own. */
export const connectionCodes = {
	CLIENT_KEY_REFUSED: {
		message: "SnelStart does not accept the 'Client Key (Koppelsleutel)'",
		tip: 'Copy the key again from SnelStart Web (Instellingen, Koppelingen) into the credential',
	},
	CONNECTION_LOST: {
		message: 'The connection with SnelStart was broken before an answer came',
		tip: 'Try again later',
	},
	FILTER_NOT_UNDERSTOOD: {
		message: 'SnelStart does not understand the filter',
		tip: "Write field names as SnelStart does (e.g. Email, ModifiedOn) and text in 'single quotes'",
	},
	KEYS_OVER_HTTP: {
		message: 'The keys are not sent over http',
		tip: "Enter addresses that begin with https in the credential, or switch on 'Allow HTTP' there for a test system in your own network",
	},
	NO_ACCESS_TOKEN: {
		message: 'SnelStart gave no access token',
		tip: "Check the 'Token URL' of the credential, and try again later when it is right",
	},
	NO_CONNECTION: {
		message: 'SnelStart cannot be reached',
		tip: "Check the internet connection and the 'Base URL' of the credential, then try again",
	},
	NO_ID_RETURNED: {
		message: 'SnelStart answered without naming the record',
		tip: 'Look the record up in SnelStart',
	},
	NOT_ACCEPTED: {
		message: 'SnelStart did not accept the request',
		tip: 'Try again later; if it stays, report the code together with the order number',
	},
	NOT_FOUND: {
		message: 'SnelStart has no record with this ID',
		tip: 'Choose the record from the list again: it may have been deleted',
	},
	QUOTA_USED_UP: {
		message: 'The calls that SnelStart allows in this period are used up',
		tip: 'Wait until the period is over; fewer runs or a bigger subscription prevent it',
	},
	RATE_LIMITED: {
		message: 'SnelStart asks to slow down, for longer than this run can wait',
		tip: 'Try again later; plan runs apart from each other',
	},
	REDIRECTED: {
		message: 'The address of SnelStart leads on to another one, and keys never follow',
		tip: "Enter 'https://b2bapi.snelstart.nl/v2' as 'Base URL' and 'https://auth.snelstart.nl/b2b/token' as 'Token URL' of the credential; for a test system the address that was named, if you trust it",
	},
	REQUEST_BLOCKED: {
		message: 'A gateway before SnelStart blocked the request',
		tip: 'Try again later; if it stays, ask SnelStart why its gateway blocks this',
	},
	REQUEST_INVALID: {
		message: 'SnelStart does not accept the form of the request',
		tip: 'Correct the fields that are named; report it together with the order number when it is a draft that was booked',
	},
	SCOPE_MISSING: {
		message: "The 'Client Key (Koppelsleutel)' does not give access to this part of SnelStart",
		tip: 'Give the coupling this right in SnelStart Web (Instellingen, Koppelingen)',
	},
	SNELSTART_UNAVAILABLE: {
		message: 'SnelStart is not available for the moment',
		tip: 'Try again later',
	},
	SUBSCRIPTION_KEY_REFUSED: {
		message: "SnelStart does not accept the 'Subscription Key'",
		tip: 'Copy the key again from the SnelStart developer portal; a development key ends after 90 days',
	},
	TIMED_OUT: {
		message: 'SnelStart did not answer in time',
		tip: 'Try again later',
	},
	TOKEN_REFUSED: {
		message: 'SnelStart does not accept the access token, even after renewing it',
		tip: "Check the 'Client Key (Koppelsleutel)' and the 'Base URL' of the credential",
	},
	UNEXPECTED_ANSWER: {
		message: 'Something other than SnelStart answered',
		tip: "Check the 'Base URL' of the credential, and any proxy between this machine and SnelStart",
	},
} satisfies Record<string, Explanation>;
export type ConnectionCode = keyof typeof connectionCodes;

/**
 * Explains one of SnelStart's codes. A code that is not in the list keeps SnelStart's own (Dutch)
 * text, cleared of whatever it quotes.
 */
export function explain(code: string, ownText = ''): Explanation {
	const known = snelStartCodes[code];
	if (known) return known;
	const text = withoutQuotedValues(ownText);
	return {
		message: text === '' ? `SnelStart refuses this with code ${code}` : `SnelStart says: ${text}`,
		tip: 'Look the code up in the SnelStart documentation, or ask SnelStart what it means',
	};
}

/**
 * SnelStart's text without the values it may quote: those can be a customer's name or address.
 * Names of properties and types stay, they are what the reader needs to mend a filter.
 */
export function withoutQuotedValues(text: string): string {
	return text
		.replace(/(property named |on type )'([A-Za-z][\w.`]*)'/g, '$1\u2039$2\u203a')
		.replace(/'[^']*'|"[^"]*"|\u2018[^\u2019]*\u2019|\u201c[^\u201d]*\u201d/g, "'…'")
		.replace(/[^\s<>()]+@[^\s<>()]+/g, '…')
		.replace(/\u2039([^\u203a]*)\u203a/g, "'$1'")
		.trim()
		.slice(0, 300);
}
