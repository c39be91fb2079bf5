import { regimes } from '../../trade/vatKinds';
import { flag, moment, number, text, type DataTable } from './column';

/** What became of every order, refund, payment and payout: one row each. */
export const webshopOrders = {
	meaning: 'One row per order, refund, payment and payout: its state, and why it was not booked',
	madeBy: 'Set up tables',
	personalData: 'never',
	columns: {
		orderKey: text(
			"Client, shop and the shop's own id: `my-client/woocommerce/28`. One order, one key, for ever. A refund adds `/refund/66`, a cancellation `/credit/1`, a payment `/paid` or the id of the payment. A day total has its number: `my-client/woocommerce/total/WDAG-2026-11-28`. A payout has client, provider and the provider's id: `my-client/payout/mollie/stl_jDk30akdN`",
		),
		kind: text(
			'`order`, `refund` (also of a cancelled order), `payment`, `payout`, `payoutEntry`: a line of a [payout](payouts.md) that has no order, or `total`: a [day total](day-totals.md)',
		),
		parentKey: text(
			'Of a refund or payment: the key of its order; of a line of a payout, or a total of one: the key of the payout',
		),
		client: text('The client, as in the client settings'),
		shop: text('The name of the shop, as in the client settings; of a payout the provider'),
		orderId: text("The shop's own id of the order"),
		orderNumber: text(
			'The number that the customer sees; of a payout what the bank statement says',
		),
		orderStatus: text('The status in the shop when the order was read last'),
		orderDate: text(
			'The day it is booked on; as long as it is not booked, the day of the order, refund or payment in the shop. Empty where that cannot be read',
			'yyyy-MM-dd',
		),
		state: text('What became of it, see [states](#states)'),
		claimId: text(
			'The run that is booking the row, booked it or gathered it for a total; empty in every other state',
		),
		regime: text(
			`One of ${regimes.map((regime) => `\`${regime}\``).join(', ')}; empty as long as it is not decided`,
		),
		total: number(
			'With VAT, as it was when the state was written; negative for a refund. Empty for an order in another currency that was not turned into euro: `message` says its amount',
			'EUR',
		),
		vat: number('The VAT in `total`; empty as long as it is not known', 'EUR'),
		paymentMethod: text(
			'The payment method as the shop calls it, cut to 30 characters; empty as long as the order was not read in full, and of a refund',
		),
		fingerprint: text(
			'What of the order decides what is booked, as it was when the state was written: see [changed orders](#an-order-that-was-changed-later). Empty when a cancelled order was credited in full',
		),
		seenFingerprint: text('The same, as the order was read last'),
		paymentIds: text(
			"The payment provider's ids, with spaces between them, as the order states them: a payout names an order by one of them",
		),
		code: text('Why it is not booked, or that it changed afterwards: one of the [codes](codes.md)'),
		message: text('What was found'),
		tip: text('What to do'),
		facts: text(
			'What `code` is told with, so that the dashboard can say it in Dutch too; empty when it is told without, and in rows of before',
			'JSON',
		),
		snelStartNumber: text('The number in SnelStart'),
		originalInvoiceNumber: text(
			'Of a refund or payment: the number of the invoice it belongs to. Of an order or refund that is booked in a day total: the number of that total, or what it begins with as long as it is open; of an order that waits for its payout `WDAG-W-` with its day',
		),
		salesEntryId: text(
			'The id in SnelStart: of the sales entry (verkoopboeking), sales order (verkooporder), or the entry of a payment',
		),
		version: number(
			'Of an order: which entry of it the row is about. Empty for the first one, 2 when that was [undone](undo.md): its number then ends in `-2`',
		),
		approved: text(
			'Of an order that waits for approval first: the `fingerprint` that somebody approved on the dashboard. What would be booked otherwise is to be approved again',
		),
		outline: text(
			'Of an order that waits for approval: what it would be booked as, with `seal`, by which the dashboard knows that it is what it showed; document, number, date, regime, country of delivery, kind of card (and the shared card), `lines`, `beside`, `charged` and `notes` as in [BookingRecords](#bookingrecords), and under `says` the notes to read first. Empty once it is booked',
			'JSON',
		),
		checkedAs: text(
			'Of a booked order that tells something: the code and its facts that somebody marked as seen on the dashboard. It counts as long as the row says the same',
		),
		checkedBy: text('Who marked it: the user of the dashboard'),
		checkedAt: moment('When it was marked'),
		payout: text(
			'Of an order of a shop with [totals per payout](day-totals.md#totals-per-payout): the key of the payout that named it first',
		),
		paidAtProvider: text(
			'Of an order that its [payment provider](payments.md#payments-the-shop-does-not-tell) calls paid and the shop does not: the day, the amount and the id of that payment',
		),
		relationId: text('The id of the customer (relatie) in SnelStart'),
		paidState: text(
			'Of an order: `done` when all its payments are booked or there is nothing to book, `attention` when one needs it, `open` when one is still to come; empty as long as nobody looked. The payment matching leaves `done` and `attention` alone, and looks at all others every day; write `done` to set an order aside',
		),
		toldNumber: text(
			'Of a booked order: the number in SnelStart that was [written on the order](write-back.md) in the shop',
		),
		mayBeSent: flag(
			'It was sent to SnelStart, or may have been, and no run has asked SnelStart for it since',
		),
		attempts: number('How often it was offered to SnelStart'),
		tryUntil: text(
			'Of a payment whose open item is not there: the start of the third day after the first try. A run after that moment tries once more, and then it needs attention. Of an order that may have been sent and was taken back in the shop since: an hour after the first look in SnelStart, until which it may still turn up there. Of an order or refund that is gathered for a day total: when that is closed, or until when it waits for its payout; no run reads the row for its total before',
			'ISO moment',
		),
		settingsVersion: number('The version of the client settings that decided'),
		alreadyThere: flag('It was in SnelStart already and was taken over, not booked by us'),
		bookedAt: moment('When it was booked'),
	},
} as const satisfies DataTable;
