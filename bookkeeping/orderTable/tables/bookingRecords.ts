import { moment, number, owner, text, type DataTable } from './column';

/** What was booked of each document, as far as SnelStart does not know it. */
export const bookingRecords = {
	meaning:
		'What was booked, one row per document: what SnelStart itself does not know of it. The amounts are those of the entry in SnelStart, read by its id',
	madeBy: 'Set up tables',
	personalData: 'never',
	columns: {
		documentKey: text('The key of its row in `WebshopOrders`'),
		kind: text('`order`, `refund`, `payment`, `payout` or `total`'),
		parentKey: text(
			'Of a refund or payment: the key of its order; of a total of a payout: the key of the payout',
		),
		...owner,
		document: text('`salesEntry`, `creditNote`, `salesOrder`, `payment` or `payout`'),
		number: text('The number in SnelStart; of an order in a total that of the total'),
		entryId: text('The id in SnelStart of the entry (boeking) or sales order (verkooporder)'),
		relationId: text('The id of the customer (relatie) in SnelStart'),
		buyerKey: text(
			"Of an order: a keyed hash of the shop's own id of the customer's account, by which his next order finds the card",
		),
		contactKey: text('Of an order: a keyed hash of its e-mail address, for the same'),
		documentId: text('The id in SnelStart of a document (bijlage) that was added to the entry'),
		documentClaim: text(
			'The run that is attaching a [paper](papers.md) to the entry, after the moment it began; a claim of more than two hours is that of a run that died or found no paper',
		),
		documentDate: text('The day it is booked on', 'yyyy-MM-dd'),
		regime: text('How it was treated for VAT, as in `WebshopOrders`'),
		deliveryCountry: text('Where the goods went: two letters, as the VAT area says'),
		settingsVersion: number('The version of the client settings that decided'),
		lines: text(
			'For each line of the entry, in its order: the shop\'s own id of the line it was made of, or nothing; what it is for (`product`, `discount`, `shipping`, `fee`, `vat`, `rounding`); its VAT rate; the first 8 characters of the id of its ledger account; its amount in cents without VAT: `["11","product",21,"1f8c0b1e",2833]`. Of an order in a total, whose entry holds others too, the last two are: ledger account, cost centre, kind of VAT, amount in cents without VAT, and description',
			'JSON',
		),
		charged: text(
			'What the shop charged per VAT rate, in cents: `{"21":[2833,595]}` is 28.33 without VAT and 5.95 VAT at 21 %; without a rate under `none`. Negative for a credit note',
			'JSON',
		),
		notes: text(
			'What else decided: `consultation` (number of the VAT check at VIES), `vatCheck` (of an ICP supply: `valid`, `unknown` or `formOnly`, and the moment of the check), `estimated` (the VAT of a refund was worked out), `rounding` (cents on the rounding account), `onVat` (cents that the VAT total of the shop has more than its VAT per rate, on the rate with the largest VAT), `onLine` (cents on a line of a distance sale, which takes no rounding account), `giftCard` (what it paid in cents, and the account), `beside` (the entry beside it, with a number that ends in `-G`: its id in SnelStart, and its lines as in `lines`), `ofBeside` (a credit note of that entry alone), `withoutBeside` (a credit note whose second entry SnelStart refused), `total` (of an order in a total: the number it would have had by itself, its payment method, its VAT per kind and rate in cents), `version` (of an entry that replaced an earlier one), `bookedBefore` (it is the entry of another connector), `undoes` (a credit note that [undoes](undo.md) its sale, which may be booked again), `movedFrom` (the day it should have been booked on, which lay in a closed period), `exchange` (currency, its amount in hundredths, rate and what the rate says), `fees` (of a payout: where they are booked, as _Fees On_ says, their amount and the VAT that the entry deducts, in cents), `parts` (of a payout, where a shop books its totals per payout: its payments, refunds, chargebacks, fees and the rest, in cents), `warnings` (what SnelStart did not accept on the customer’s card)',
			'JSON',
		),
		readAt: moment('When the order was read first'),
		claimedAt: moment('When the run that booked it claimed it'),
		bookedAt: moment('When it was booked, or found in SnelStart'),
		creditedAt: moment('Of an order: when a credit note on it was booked last'),
	},
} as const satisfies DataTable;
