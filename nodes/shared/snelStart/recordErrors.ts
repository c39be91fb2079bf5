import type { Explanation } from './explanation';

const again = 'Correct the field and run the item again';
const inUse = 'Settle or remove what uses it first, or make the record inactive instead';
const pickAgain = 'Choose the record from the list again: it may have been deleted';
const bySnelStart = 'SnelStart does this itself; leave the field out';

/** Several codes with one explanation. */
const all = (codes: string[], message: string, tip: string): Record<string, Explanation> =>
	Object.fromEntries(codes.map((code) => [code, { message, tip }]));

const numbered = (prefix: string, from: number, to: number): string[] =>
	Array.from(
		{ length: to - from + 1 },
		(_, index) => `${prefix}-${String(from + index).padStart(4, '0')}`,
	);

const semicolon = 'Write it like name@example.com; separate several addresses with a semicolon';
const mails = {
	reminders: [
		'REL-0029',
		['REL-0030', 'REL-0031', 'REL-0068', 'REL-0070'],
		['REL-0069', 'REL-0071'],
	],
	invoices: [
		'REL-0032',
		['REL-0033', 'REL-0034', 'REL-0072', 'REL-0074'],
		['REL-0073', 'REL-0075'],
	],
	confirmations: [
		'REL-0038',
		['REL-0039', 'REL-0040', 'REL-0076', 'REL-0078'],
		['REL-0077', 'REL-0079'],
	],
	quotes: ['REL-0044', ['REL-0045', 'REL-0046', 'REL-0080', 'REL-0082'], ['REL-0081', 'REL-0083']],
	'requests for quotes': [
		'REL-0089',
		['REL-0090', 'REL-0091', 'REL-0093', 'REL-0094'],
		['REL-0092', 'REL-0095'],
	],
	'purchase orders': [
		'REL-0096',
		['REL-0097', 'REL-0098', 'REL-0100', 'REL-0101'],
		['REL-0099', 'REL-0102'],
	],
} as const;

/** The e-mail addresses of a relation, per kind of document: missing, not valid, too long. */
const mailCodes = Object.fromEntries(
	Object.entries(mails).flatMap(([documents, [missing, invalid, long]]) => [
		[
			missing,
			{
				message: `The e-mail address for ${documents} is missing`,
				tip: `Fill in the address, or switch off that ${documents} are sent by e-mail`,
			},
		],
		...invalid.map((code) => [
			code,
			{ message: `The e-mail address for ${documents} is not valid`, tip: semicolon },
		]),
		...long.map((code) => [
			code,
			{
				message: `The e-mail address for ${documents} is longer than 250 characters`,
				tip: 'Use fewer addresses',
			},
		]),
	]),
) as Record<string, Explanation>;

/**
 * SnelStart's codes that reading, changing and removing records can meet (SS-903),
 * besides those of bookings and new relations.
 */
export const recordCodes: Record<string, Explanation> = {
	'ART-0010': { message: 'The article (artikel) still has stock', tip: inUse },
	'ART-0011': {
		message: 'The article (artikel) is used in an open order or invoice',
		tip: inUse,
	},
	'ART-0012': { message: 'The article (artikel) is part of a composed article', tip: inUse },
	'ART-0013': {
		message: 'The article (artikel) is linked to a wholesaler',
		tip: 'Undo the link in SnelStart first',
	},
	'ART-0014': { message: 'The customer does not exist', tip: pickAgain },
	'ART-0015': {
		message: 'SnelStart uses this article (artikel) for texts on invoices',
		tip: 'Choose another text article in SnelStart first',
	},
	'ART-0016': { message: 'The supplier of the article does not exist', tip: pickAgain },
	'ART-0017': {
		message: 'The supplier of the article is not a supplier (leverancier)',
		tip: 'Choose a relation that is a supplier',
	},
	'ART-0018': {
		message: 'The supplier of the article is inactive',
		tip: 'Make the relation active in SnelStart, or choose another one',
	},
	'BLG-0001': { message: 'The document does not exist', tip: pickAgain },
	'BLG-0002': { message: 'The document has an ID that exists already', tip: bySnelStart },
	'BLG-0003': { message: 'SnelStart could not keep the document', tip: 'Try again later' },
	'BLG-0004': {
		message: 'The purchase entry cannot be changed',
		tip: 'Attach the document in SnelStart itself',
	},
	'BLG-0005': { message: 'The purchase entry of the document does not exist', tip: pickAgain },
	...all(['BLG-0006', 'BLG-0013'], 'The file is larger than 10 MB', 'Send a smaller file'),
	'BLG-0007': { message: 'The file has no name', tip: "Fill in 'File Name'" },
	...all(
		['BLG-0008', 'BLG-0009', 'BLG-0010', 'BLG-0011'],
		'The file is empty',
		'Check the node that makes the file',
	),
	...all(
		['BLG-0012', 'BLG-0014'],
		'The thumbnail of the document is not accepted',
		'Leave the picture out',
	),
	'BLG-0015': { message: 'SnelStart could not take the document in', tip: 'Try again later' },
	'BLG-0016': {
		message: 'The file name contains characters that SnelStart does not accept',
		tip: "Set 'File Name' to letters, digits, spaces, dots and dashes",
	},
	'BLG-0017': { message: 'The file name is too long', tip: "Set a shorter 'File Name'" },
	...all(['BOE-0002', 'BOE-0038'], 'The supplier (leverancier) does not exist', pickAgain),
	'BOE-0003': {
		message: 'The relation is not a supplier (leverancier)',
		tip: 'Choose a relation that is a supplier',
	},
	'BOE-0009': {
		message: 'The purchase journal is inactive',
		tip: 'Make the journal (dagboek) active in SnelStart',
	},
	'BOE-0010': { message: 'There is no purchase journal', tip: 'Add the journal in SnelStart' },
	'BOE-0024': {
		message: 'The cash journal is inactive',
		tip: 'Make the journal (dagboek) active in SnelStart, or choose another one',
	},
	'BOE-0025': { message: 'The journal is not a cash journal', tip: 'Choose a journal of kind Kas' },
	'BOE-0027': {
		message: 'Money received and money spent are both filled in',
		tip: 'Make two entries, or fill in only one of the two',
	},
	...all(
		['BOE-0029', 'BOE-0032', 'BOE-0043', 'BOE-0044', 'BOE-0045', 'BOE-0092'],
		'SnelStart cannot read the UBL file',
		'Ask the supplier for a UBL invoice after SI-UBL, or book it by hand',
	),
	'BOE-0031': { message: 'The UBL file is empty', tip: 'Check the node that makes the file' },
	...all(
		['BOE-0047', 'BOE-0048', 'BOE-0049', 'BOE-0050'],
		'The booking is tied to an invoice, a till or a payment order',
		'Change it in SnelStart itself',
	),
	'BOE-0052': {
		message: 'Direct debit needs the IBAN of the customer',
		tip: 'Fill in the IBAN on the relation',
	},
	'BOE-0053': {
		message: 'VAT to reclaim needs a line on a purchase account',
		tip: 'Add the line that the VAT belongs to',
	},
	'BOE-0055': {
		message: 'Direct debit is not allowed for this customer',
		tip: 'Set the kind of direct debit on the relation',
	},
	...all(['BOE-0056', 'BOE-0057'], 'A text of the mandate is longer than 50 characters', again),
	'BOE-0063': {
		message: 'There is already a mandate with this reference',
		tip: 'Give the mandate another reference',
	},
	'BOE-0064': {
		message: 'Two kinds of mandate are given',
		tip: 'Give the mandate for once or the one for repeated direct debit, not both',
	},
	...all(
		['BOE-0066', 'BOE-0067', 'BOE-0079'],
		'The mandate for direct debit cannot be used',
		"Choose one of 'Relation: Get Direct Debit Mandates' that is not withdrawn",
	),
	...all(
		['BOE-0076', 'BOE-0091'],
		'A line has both debit and credit',
		'Fill in only one of the two on each line',
	),
	'BOE-0077': {
		message: 'An entry cannot move to another journal',
		tip: 'Delete the entry and create it again in the other journal',
	},
	'BOE-0078': { message: 'The ID of an entry cannot change', tip: bySnelStart },
	'BOE-0084': { message: 'The ledger account has no name', tip: again },
	...all(
		['BOE-0085', 'BOE-0090'],
		'SnelStart does not know the function of the ledger account',
		'Choose the function from the list',
	),
	'BOE-0086': {
		message: 'There is already a ledger account with this number',
		tip: 'Choose another number',
	},
	'BOE-0087': {
		message: 'Only one ledger account may have this function',
		tip: 'Use the account that has it',
	},
	'BOE-0088': {
		message: 'The name of the ledger account is longer than 50 characters',
		tip: again,
	},
	'BOE-0093': {
		message: 'A ledger account of the purchase entry takes no cost centre',
		tip: 'Leave the cost centre out of that line',
	},
	'BOE-0094': { message: 'A memorial entry needs at least two lines', tip: 'Add the other side' },
	'BOE-0095': {
		message: 'The journal is not a memorial journal',
		tip: 'Choose a journal of kind Memoriaal',
	},
	'BOE-0096': { message: 'The journal does not exist or is of another kind', tip: pickAgain },
	'BTW-0001': {
		message: 'The VAT return has already been accepted',
		tip: 'Nothing needs to be done; correct it with a supplement in SnelStart',
	},
	'BTW-0002': { message: 'The new state of the VAT return is missing', tip: again },
	'KPL-0002': { message: 'The cost centre has an ID that exists already', tip: bySnelStart },
	'KPL-0003': { message: 'The ID of the cost centre is missing', tip: pickAgain },
	'KPL-0004': { message: 'The cost centre has no name', tip: again },
	'KPL-0005': { message: 'The name of the cost centre is longer than 50 characters', tip: again },
	'KPL-0006': { message: 'The cost centre has no number', tip: again },
	'KPL-0007': { message: 'The number of a cost centre must be from 1 to 999999999', tip: again },
	'KPL-0008': {
		message: 'There is already a cost centre with this number',
		tip: "Choose another number, or use 'Create or Update'",
	},
	'KPL-0009': {
		message: 'A new cost centre cannot be inactive',
		tip: 'Add it first, then make it inactive',
	},
	'REF-0001': { message: 'The record of the custom fields does not exist', tip: pickAgain },
	'REF-0002': {
		message: 'A custom field does not exist',
		tip: "Write its name as 'Get Custom Fields' returns it",
	},
	'REF-0003': { message: 'A custom field is named twice', tip: 'Name each field once' },
	...all(
		['REF-0004', 'REF-0005', ...numbered('REF', 7, 15)],
		'A value does not fit its custom field',
		"Look at type, length and choices in 'Get Custom Fields'",
	),
	'REF-0006': {
		message: 'The relation does not have this kind of custom fields',
		tip: 'Customers have customer fields only, suppliers have supplier fields only',
	},
	'REF-0016': { message: 'SnelStart received incomplete custom fields', tip: again },
	...all(
		['REL-0002', 'REL-0004', 'REL-0016', 'REL-0062'],
		'Reminders, discount, direct debit and credit limit are for customers only',
		'Leave the field out, or make the relation a customer',
	),
	'REL-0003': { message: 'The payment term must be from -365 to 1000 days', tip: again },
	'REL-0009': {
		message: 'Payments by bank or direct debit need an IBAN',
		tip: 'Fill in the IBAN on the relation',
	},
	'REL-0010': { message: 'The BIC is not valid', tip: again },
	'REL-0011': { message: 'The IBAN is not valid', tip: again },
	'REL-0014': {
		message: 'Payments by bank are for suppliers only',
		tip: 'Leave the field out, or make the relation a supplier',
	},
	'REL-0015': { message: 'The website is not valid', tip: 'Write it like https://example.com' },
	'REL-0017': { message: 'The invoice relation does not exist', tip: pickAgain },
	...all(
		['REL-0018', 'VOR-0003'],
		'The invoice relation is not a customer (klant)',
		'Choose a relation that is a customer',
	),
	'REL-0047': { message: 'The ID in the address and in the relation differ', tip: bySnelStart },
	'REL-0048': {
		message: 'Only the administration itself is its own relation',
		tip: 'Choose Customer or Supplier',
	},
	...all(
		numbered('REL', 49, 54),
		'The relation is used in invoices or orders, or gets the invoices of others',
		inUse,
	),
	'REL-0064': {
		message: 'SnelStart does not let a relation change from customer to supplier or back',
		tip: 'Add a second relation',
	},
	'REL-0065': {
		message: 'SnelStart does not accept a relation that is both customer and supplier',
		tip: 'Add a second relation',
	},
	...all(
		['REL-0067', 'REL-0103'],
		'SnelStart uses this relation itself',
		'Leave the relation as it is',
	),
	'REL-0086': { message: 'The OIN must have exactly 20 digits', tip: again },
	...mailCodes,
	'VOR-0004': {
		message: 'The mandate belongs to another customer',
		tip: "Choose one of 'Relation: Get Direct Debit Mandates'",
	},
	'VOR-0013': { message: 'The mandate does not exist', tip: pickAgain },
	'VOR-0014': { message: 'The sales order has purchase orders', tip: inUse },
	'VOR-0015': {
		message: 'The sales order is not a quote and cannot be changed as one',
		tip: "Use the operations of 'Sales Order'",
	},
	...all(
		numbered('VOR', 16, 36),
		'A value does not fit an extra field of the sales order',
		'Compare it with the extra fields of the sales order template',
	),
};
