import type { Drawer } from '../declaration';
import { optionalDay } from '../formats';
import { choice, formatted, list, onOff, optionalPick, optionalText, wholeNumber } from '../kinds';

const drawer: Drawer = { title: 'Options', parameter: 'options', add: 'Add option' };

/** What most clients leave as it is, by title. */
export const options = {
	/** D-CLOSED. */
	booksClosedUntil: formatted(optionalDay, {
		title: 'Books Closed Until',
		drawer,
		placeholder: 'e.g. 2026-03-31',
		description:
			'The last day that the bookkeeper has closed: nothing is booked on it or before. What SnelStart says was filed counts as well.',
	}),
	/** D-CLOSED. */
	closedPeriods: choice({
		title: 'Closed Periods',
		drawer,
		usual: 'attention',
		choices: [
			{
				name: 'First Open Day',
				value: 'firstOpenDay',
				description: 'Date the entry on the first open day and keep a note of its own date',
			},
			{ name: 'Needs Attention', value: 'attention' },
		],
		description:
			'What to do with an entry whose date lies in a VAT period that was filed, or in books that are closed',
		page: 'See [closed periods](transformer.md#closed-periods).',
	}),
	/** J068. */
	costCentreId: optionalPick({
		title: 'Cost Centre',
		drawer,
		from: 'costCentres',
		description: 'Goes on every line (kostenplaats)',
	}),
	descriptionPattern: optionalText({
		title: 'Description Pattern',
		drawer,
		placeholder: 'e.g. Order {orderNumber} {paymentMethod}',
		description:
			'Text of an entry, in which {orderNumber}, {invoiceNumber}, {paymentMethod} and {shop} are filled in',
	}),
	/** HC-08. */
	giftCardAccountId: optionalPick({
		title: 'Gift Card Account',
		drawer,
		from: 'optionalLedgerAccounts',
		description:
			'What sold gift cards (cadeaubonnen) and store credit stand on until they are spent',
	}),
	/** HC-08. */
	giftCardJournalId: optionalPick({
		title: 'Gift Card Journal',
		drawer,
		from: 'paymentJournals',
		description:
			'The journal (memoriaal) in which what a gift card or store credit paid is booked on the open item of its order',
		page: 'See [gift cards](payments.md#gift-cards).',
	}),
	/** J112, J123 in the bookkeeper's language. */
	lineLanguage: choice({
		title: 'Language of Lines',
		drawer,
		usual: 'nl',
		choices: [
			{ name: 'Dutch', value: 'nl', description: 'Verzendkosten (21 % btw)' },
			{ name: 'English', value: 'en', description: 'Shipping VAT percentage 21' },
		],
		description:
			'The language of lines that the shop gives no name, such as an order-wide discount and a rounding difference, and of what drafts and previews say to the bookkeeper',
	}),
	/** D-NEGATIVE-FEE. */
	negativeFeeWithoutVat: choice({
		title: 'Negative Fee Without VAT',
		drawer,
		usual: 'attention',
		choices: [
			{
				name: 'Discount',
				value: 'discount',
				description: 'Book it as the shop charged it, on the account of its line without VAT',
			},
			{ name: 'Needs Attention', value: 'attention' },
		],
		description:
			'What to do with a fee or article below zero that bears no VAT: it is a discount, or a payment that a plugin or somebody put in the wrong place',
		page: 'Payments that plugins mark as such, or that have the name of one, are always payments.',
	}),
	ordersWithRefunds: choice({
		title: 'Orders With Refunds',
		drawer,
		usual: 'attention',
		choices: [
			{
				name: 'Book the Sale',
				value: 'book',
				description: "For flows that also book the refunds, with 'Transform Refunds'",
			},
			{ name: 'Needs Attention', value: 'attention' },
		],
		description: 'What to do with an order that has refunds',
		page: 'See [refunds](refunds.md).',
	}),
	/** D-OSS-LINES. */
	ossAccountWithoutVatId: optionalPick({
		title: 'OSS Account Without VAT',
		drawer,
		from: 'optionalLedgerAccounts',
		description:
			'Takes what is sold without VAT in an order with VAT of another EU country (OSS): articles, and shipping and fees unless those include VAT. They are booked in an entry of their own beside that of the order; choose an account without VAT, and none for distance sales. Left empty, such an order needs attention.',
		page: 'See [consumers in other EU countries](vat.md#consumers-in-other-eu-countries-oss).',
	}),
	/** D-OSS-LINES. */
	ossChargeWithoutVat: choice({
		title: 'OSS Charge Without VAT',
		drawer,
		usual: 'attention',
		choices: [
			{
				name: 'Includes VAT',
				value: 'gross',
				description: 'The amount includes VAT at the rates of the goods, in proportion',
			},
			{ name: 'Needs Attention', value: 'attention' },
		],
		description:
			'What to do with shipping and fees without VAT in an order with VAT of another EU country (OSS); SnelStart takes no lines without VAT there',
		page: 'See [consumers in other EU countries](vat.md#consumers-in-other-eu-countries-oss).',
	}),
	/** D-CANCELLED. */
	paidAndCancelled: choice({
		title: 'Paid and Cancelled',
		drawer,
		usual: 'attention',
		choices: [
			{ name: 'Credit It', value: 'credit', description: 'With a note that the money was kept' },
			{ name: 'Needs Attention', value: 'attention' },
		],
		description:
			'What to do with a booked order that is cancelled in the shop while its payment was not refunded',
		page: 'See [refunds](refunds.md#cancel-orders).',
	}),
	/** W049. */
	paymentCostsAccountId: optionalPick({
		title: 'Payment Costs Account',
		drawer,
		from: 'optionalLedgerAccounts',
		description: 'Takes the fees of payment providers',
	}),
	paymentFeeFields: list({
		title: 'Payment Fee Fields',
		drawer,
		placeholder: 'e.g. _my_gateway_fee',
		description:
			'Metadata fields of orders that hold the fee of the payment provider, with commas between; tried before the usual ones',
	}),
	/** D-J142. */
	paymentTermDays: wholeNumber({
		title: 'Payment Term (Days)',
		drawer,
		usual: 14,
		min: 0,
		max: 999,
		description: 'Days until an invoice is due (betalingstermijn)',
	}),
	/** D-J142. */
	paymentTermOfCard: onOff({
		title: 'Payment Term of the Card',
		drawer,
		description:
			"Whether a term on the customer's card in SnelStart (krediettermijn) goes before the Payment Term (Days). Payment methods with a term of their own keep theirs.",
	}),
	refundAmountDiffers: choice({
		title: 'Refund Amount Differs From Its Lines',
		drawer,
		usual: 'attention',
		choices: [
			{
				name: 'Book the Amount',
				value: 'book',
				description: 'Credit the amount over the VAT rates of the lines, marked as estimated',
			},
			{ name: 'Needs Attention', value: 'attention' },
		],
		description: 'What to do with a refund whose lines do not add up to its amount',
	}),
	/** HC-10. */
	refundWithoutVat: choice({
		title: 'Refunded Line Without VAT',
		drawer,
		usual: 'gross',
		choices: [
			{
				name: 'As Entered',
				value: 'asEntered',
				description: 'Credit it without VAT; the VAT stays due',
			},
			{
				name: 'Includes VAT',
				value: 'gross',
				description: 'The amount includes VAT at the rate of the line, marked as estimated',
			},
		],
		description: 'What to do with a refunded line without VAT, while VAT was paid on it',
	}),
	/** D-J040. */
	roundingAccountId: optionalPick({
		title: 'Rounding Account',
		drawer,
		from: 'optionalLedgerAccounts',
		description:
			'Takes a difference of a few cents between the lines and the total; choose an account without VAT',
		page: 'See [the tolerances](transformer.md#tolerances).',
	}),
	/** J067. */
	salesJournalId: optionalPick({
		title: 'Sales Journal',
		drawer,
		from: 'salesJournals',
		description:
			"Is checked only (verkoopdagboek): SnelStart's API has no place for it on a sales entry",
	}),
	/** J024. */
	salesOrderTemplateId: optionalPick({
		title: 'Sales Order Template',
		drawer,
		from: 'salesOrderTemplates',
		description: 'Layout (verkoopordersjabloon) of sales orders; for sales orders only',
	}),
	/** D-SET-OFF. */
	setOffJournalId: optionalPick({
		title: 'Set-Off Journal',
		drawer,
		from: 'paymentJournals',
		description:
			'The journal (memoriaal) in which a credit note is settled with its invoice where that was not paid, so that neither stays open. Leave empty to do that by hand.',
		page: 'See [set-off](payments.md#set-off).',
	}),
	/** D-VAT-SHOWN. */
	vatOffItsRate: choice({
		title: 'VAT Off Its Rate',
		drawer,
		usual: 'attention',
		choices: [
			{ name: 'Needs Attention', value: 'attention' },
			{
				name: 'Rest Without VAT',
				value: 'restWithoutVat',
				description:
					'Book the VAT that was charged with the amount it is the VAT of, and the rest on the account of its line at 0 %',
			},
		],
		description:
			'What to do with an article, shipping or fee whose VAT is up to € 1 less or more than its rate makes, as in a shop that keeps whole euros, or where an amount was entered with a comma',
		page: 'The VAT that was shown is owed either way. VAT that fits another rate of the country needs attention whatever is chosen. See [VAT off its rate](vat.md#vat-off-its-rate).',
	}),
};
