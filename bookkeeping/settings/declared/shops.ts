import { z } from 'zod';

import { valueText } from '../../codes/valueTexts';
import { country, numberPrefix, optionalDay, shortName } from '../formats';
import {
	choice,
	formatted,
	list,
	onOff,
	optionalText,
	statuses,
	requiredChoice,
	requiredRows,
} from '../kinds';
import { shopKinds, shops as kinds } from '../../shops';
import { USUAL_INVOICE_ADDRESS } from '../usualInvoiceAddress';
import { usualPaidStatuses } from '../usualStatuses';

const timeZone = z
	.string({ message: valueText('text') })
	.trim()
	.min(1, valueText('empty'));

const exampleOf = (which: 'book' | 'skip'): string =>
	`e.g. ${kinds.wooCommerce.statuses?.[which].join(', ') ?? ''}`;
const kindsWithStatuses = shopKinds
	.filter((kind) => kinds[kind].statuses)
	.map((kind) => kinds[kind].name)
	.join(' and ');

/** One shop: what is read of it, when it is booked, and its numbers. */
const shopFields = {
	shop: formatted(shortName, {
		title: 'Shop',
		proposed: 'woocommerce',
		placeholder: 'e.g. woocommerce',
		description:
			'Short name of this shop, as the workflows use it: small letters, digits, dashes; unique per client',
	}),
	kind: requiredChoice({
		title: 'Kind',
		proposed: 'wooCommerce',
		choices: shopKinds.map((value) => ({ name: kinds[value].name, value })),
		description: "What the shop runs on; orders of another shop have the package's own form",
		page: 'See [other shops](other-shops.md) and [a new kind of shop](new-shop.md).',
	}),
	/** The other side of "delivered abroad" (J092). */
	country: formatted(country.default('NL'), {
		title: 'Country',
		proposed: 'NL',
		description: 'Two-letter code of the country of the shop. Abroad is everywhere else.',
	}),
	zone: formatted(timeZone.default('Europe/Amsterdam'), {
		title: 'Time Zone',
		proposed: 'Europe/Amsterdam',
		description: 'Decides on which day an order around midnight is booked',
	}),
	/** J032, W030. */
	statusesToBook: statuses({
		title: 'Statuses to Book',
		placeholder: exampleOf('book'),
		description: `Orders with these statuses are booked, with commas between. All others wait. Leave empty for the usual ones of ${kindsWithStatuses}; for other shops fill it in.`,
	}),
	statusesToSkip: statuses({
		title: 'Statuses to Skip',
		placeholder: exampleOf('skip'),
		description: 'Orders with these statuses are never booked, with commas between',
	}),
	/** J160; JouwWeb gives no list of its own. */
	paidStatuses: list({
		title: 'Paid Statuses',
		usual: usualPaidStatuses,
		description:
			'Payment statuses that mean paid, with commas between. WooCommerce states a payment date instead.',
	}),
	/** HC-16. */
	invoiceNumberPrefix: formatted(numberPrefix(20).default(''), {
		title: 'Invoice Number Prefix',
		placeholder: 'e.g. W',
		description:
			'Goes before the order number, so that two shops never use the same invoice number',
		page: 'Prefix `W` makes order 28 invoice `W28`. Needed when two shops could use the same numbers, or the numbers exist already.',
	}),
	invoiceNumberField: optionalText({
		title: 'Invoice Number Field',
		placeholder: 'e.g. _wcpdf_invoice_number',
		description:
			'Field that holds the invoice number (WooCommerce: key of the metadata). Leave empty to use the order number.',
	}),
	/** D-ENTRY-DATE. */
	entryDate: choice({
		title: 'Entry Date',
		usual: 'ordered',
		choices: [
			{
				name: 'Completed',
				value: 'completed',
				description: 'The day it was completed in WooCommerce; until then it waits',
			},
			{ name: 'Field', value: 'field', description: "The day in the field 'Entry Date Field'" },
			{ name: 'Ordered', value: 'ordered' },
			{
				name: 'Paid',
				value: 'paid',
				description: 'The day it was paid, as the shop says; until then it waits',
			},
		],
		description: 'Which day of an order its entry is dated on',
		page: 'VAT rates and exchange rates are always those of the day of the order. See [the date of an entry](transformer.md#the-date-of-an-entry).',
	}),
	entryDateField: optionalText({
		title: 'Entry Date Field',
		placeholder: 'e.g. _wcpdf_invoice_date',
		description:
			'Field that holds the date of the invoice (WooCommerce: key of the metadata), as a day or as seconds since 1970',
	}),
	creditNoteNumberField: optionalText({
		title: 'Credit Note Number Field',
		placeholder: 'e.g. _wcpdf_credit_note_number',
		description:
			"Field of a refund that holds the number of the shop's own credit note (WooCommerce: key of the metadata). Leave empty to use the number of the refund.",
		page: 'It gets the _Invoice Number Prefix_, as invoices do; cancelled orders have no such number and keep that of the order.',
	}),
	/** W043. */
	creditNoteNumberPrefix: formatted(numberPrefix(10).default('C'), {
		title: 'Credit Note Number Prefix',
		proposed: 'C',
		description:
			'Goes before the number of a credit note (creditnota), which is that of the refund, so that it never equals an invoice number',
	}),
	/** Art. 52 AWR. */
	paper: choice({
		title: 'Paper at the Entry',
		usual: 'none',
		choices: [
			{
				name: "The Shop's Invoice",
				value: 'invoice',
				description: "The PDF at 'Invoice Address' (WooCommerce)",
			},
			{ name: 'None', value: 'none' },
			{
				name: 'Order Sheet',
				value: 'orderSheet',
				description: 'A plain text with what the order says, made by us',
			},
		],
		description: 'What is attached to the sales entry of an order as a file, after it is booked',
		page: 'See [papers at the entry](papers.md).',
	}),
	invoiceAddress: optionalText({
		title: 'Invoice Address',
		placeholder: `e.g. ${USUAL_INVOICE_ADDRESS}`,
		description:
			'Where the shop shows the invoice of an order as a PDF, from the address of the shop on; fields of the order between braces. Leave empty for the plugin PDF Invoices & Packing Slips.',
		page: 'See [papers at the entry](papers.md#the-shops-invoice).',
	}),
	/** W087, as the next two. */
	bookFrom: formatted(optionalDay, {
		title: 'Book From',
		placeholder: 'e.g. 2026-01-31',
		description: 'First day whose orders are booked. Earlier orders are left alone.',
	}),
	oldInvoices: list({
		title: 'Invoices of Another Connector',
		placeholder: 'e.g. 4102=2026-0901, 4103=2026-0902',
		description:
			'Orders that another connector booked under numbers of its own, with commas between: order number, =, its invoice number in SnelStart. They are taken over, never booked again; a client of sales orders leaves them alone.',
		page: 'See [what another connector booked](import.md#taking-over). Needs _Book From_.',
	}),
	approveFirst: onOff({
		title: 'Approve First',
		description:
			'Whether orders wait until somebody approves them on the dashboard, before anything is sent to SnelStart',
		page: 'See [approve first](dashboard.md#approve-first). Refunds and payments of approved orders go on by themselves.',
	}),
	paymentMethodsToBook: list({
		title: 'Payment Methods to Book',
		placeholder: 'e.g. ideal, klarna',
		description:
			'Only orders with these payment methods are booked, with commas between. Leave empty for all.',
	}),
	categoriesToBook: list({
		title: 'Categories to Book',
		placeholder: 'e.g. Books, Gifts',
		description:
			'Only orders whose products are all in these categories are booked, with commas between. The order lines must state their categories. Leave empty for all.',
		page: 'See [categories](#categories).',
	}),
	orderFileColumns: list({
		title: 'Order File Columns',
		placeholder: 'e.g. number=Bestelnr, total=Bedrag incl',
		description:
			'For orders from a file: which column holds which field of an order, with commas between. Leave out what is found by its heading.',
		page: 'See [orders from a file](order-files.md).',
	}),
	/** D-MARKETPLACE. */
	marketplaceOrders: choice({
		title: 'Marketplace Orders',
		usual: 'attention',
		choices: [
			{
				name: 'Book Parents',
				value: 'parents',
				description: 'The order that the customer placed; its sub-orders are left alone',
			},
			{
				name: 'Book Sub-Orders',
				value: 'subOrders',
				description: 'One for each vendor; the order they were made of is left alone',
			},
			{ name: 'Needs Attention', value: 'attention' },
		],
		description:
			'What to book of an order that a marketplace plugin (Dokan, MultiVendorX) divided into sub-orders: together they are one sale',
	}),
	/** D-VAT-NUMBER. */
	customerVatNumbers: choice({
		title: 'VAT Numbers of Customers',
		usual: 'read',
		choices: [
			{
				name: 'Read',
				value: 'read',
				description:
					'Of what may be a business in another EU country, when the order states no number',
			},
			{
				name: 'Leave',
				value: 'leave',
				description: 'The order states every VAT number',
			},
		],
		description:
			"WooCommerce only: whether to look for a VAT number on the shop's record of a customer with an account. The user of the key must be allowed to see customers.",
	}),
	/** D-NO-ADDRESS. */
	noAddressMeansHome: onOff({
		title: 'No Address Means Home',
		description:
			'Whether an order without any address, as a till sends it, counts as delivered in the country of the shop',
		page: 'Give its payment method a _Fixed Debtor_, because there is no name either.',
	}),
	/** Never ICP (J092). */
	marginScheme: onOff({
		title: 'Margin Scheme',
		description: 'Whether the shop sells under the margin scheme (margeregeling)',
	}),
};

export const shops = requiredRows({
	title: 'Shops',
	item: 'Shop',
	add: 'Add shop',
	description: 'The webshops whose orders go into this administration',
	fields: shopFields,
	whenNone: valueText('noShop'),
});
