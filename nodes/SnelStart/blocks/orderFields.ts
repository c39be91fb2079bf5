import { addressFields } from './addresses';
import {
	choice,
	day,
	lines,
	longText,
	number,
	reference,
	text,
	type Field,
	type Options,
} from './field';

/** What an order can be set to; an invoice is made by a person in SnelStart (SS-224). */
export const processStatuses: Options = [
	['Confirmation (Bevestiging)', 'Bevestiging'],
	['Order', 'Order'],
	['Packing Slip (Pakbon)', 'Pakbon'],
	['Pick-Up Slip (Afhaalbon)', 'Afhaalbon'],
	['Quote (Offerte)', 'Offerte'],
	['Work Order (Werkbon)', 'Werkbon'],
];

/** Fields without which there is no order or quote. */
export const required: Field[] = [
	reference(
		{
			path: 'relatie',
			name: 'relationId',
			displayName: 'Relation',
			description: 'The customer (klant)',
		},
		'searchRelations',
	),
	day({ path: 'datum', name: 'orderDate', displayName: 'Date' }),
	lines(
		{
			path: 'regels',
			name: 'lines',
			displayName: 'Lines',
			description: 'What is sold; SnelStart works out the VAT from the article',
		},
		[
			reference({ path: 'artikel', name: 'articleId', displayName: 'Article' }, 'searchArticles'),
			text({
				path: 'omschrijving',
				name: 'description',
				displayName: 'Description',
				description: "The article's own when empty",
			}),
			number({
				path: 'kortingsPercentage',
				name: 'discountPercentage',
				displayName: 'Discount (%)',
			}),
			number({ path: 'aantal', name: 'quantity', displayName: 'Quantity', default: 1 }),
			number({
				path: 'stuksprijs',
				name: 'unitPrice',
				displayName: 'Unit Price',
				description: "Without VAT, unless 'Prices' of the additional fields says that it holds VAT",
			}),
		],
	),
];

/** Further fields of an order or quote. */
export const additional: Field[] = [
	reference(
		{ path: 'kostenplaats', name: 'costCentreId', displayName: 'Cost Centre' },
		'searchCostCentres',
	),
	...addressFields('afleveradres', 'delivery', 'Delivery '),
	text({ path: 'omschrijving', name: 'orderDescription', displayName: 'Description' }),
	...addressFields('factuuradres', 'invoice', 'Invoice '),
	longText({ path: 'memo', name: 'memo', displayName: 'Memo' }),
	text({
		path: 'betalingskenmerk',
		name: 'paymentReference',
		displayName: 'Payment Reference',
	}),
	number({
		path: 'krediettermijn',
		name: 'paymentTermDays',
		displayName: 'Payment Term (Days)',
		description: "From 0 to 100 days; the customer's own when left out",
	}),
	choice(
		{
			path: 'verkooporderBtwIngaveModel',
			name: 'prices',
			displayName: 'Prices',
			description: 'Whether the unit prices hold VAT',
		},
		[
			['Excluding VAT', 'Exclusief'],
			['Including VAT', 'Inclusief'],
		],
	),
	choice(
		{
			path: 'procesStatus',
			name: 'processStatus',
			displayName: 'Process Status',
			default: 'Order',
		},
		processStatuses,
	),
	text({
		path: 'orderreferentie',
		name: 'reference',
		displayName: 'Reference',
		description: 'At most 50 characters',
	}),
];
