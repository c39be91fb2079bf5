import { choice, lines, number, reference, text, type Field, type Options } from './field';

const lineVat: Options = [
	['High (Hoog)', 'Hoog'],
	['Low (Laag)', 'Laag'],
	['None (Geen)', 'Geen'],
	['Other (Overig)', 'Overig'],
];

/** The lines of a sales or purchase entry: amounts without VAT (SS-411). */
export const entryLines: Field = lines(
	{
		path: 'boekingsregels',
		name: 'lines',
		displayName: 'Lines',
		description: 'What is booked where; amounts without VAT',
	},
	[
		number({
			path: 'bedrag',
			name: 'amount',
			displayName: 'Amount',
			description: 'Without VAT',
		}),
		reference(
			{ path: 'kostenplaats', name: 'costCentreId', displayName: 'Cost Centre' },
			'searchCostCentres',
		),
		text({ path: 'omschrijving', name: 'description', displayName: 'Description' }),
		reference(
			{ path: 'grootboek', name: 'ledgerAccountId', displayName: 'Ledger Account' },
			'searchLedgerAccounts',
		),
		choice(
			{
				path: 'btwSoort',
				name: 'vatKind',
				displayName: 'VAT',
				default: 'Hoog',
				description: 'It must be one the account takes',
			},
			lineVat,
		),
	],
);

/** The VAT rows of an entry: one per kind, in the words of the document (SS-413). */
export const vatRows = (kinds: Options): Field =>
	lines(
		{
			path: 'btw',
			name: 'vat',
			displayName: 'VAT',
			description: 'One row per kind of VAT; none when nothing is taxed',
		},
		[
			number({ path: 'btwBedrag', name: 'amount', displayName: 'Amount' }),
			choice({ path: 'btwSoort', name: 'kind', displayName: 'Kind' }, kinds),
		],
	);

export const invoiceNumber = text({
	path: 'factuurnummer',
	name: 'invoiceNumber',
	displayName: 'Invoice Number',
	description: 'At most 25 characters, each number only once',
});

export const invoiceAmount = number({
	path: 'factuurbedrag',
	name: 'invoiceAmount',
	displayName: 'Invoice Amount',
	description: 'Exactly the sum of all lines and all VAT',
});

export const description = text({
	path: 'omschrijving',
	name: 'entryDescription',
	displayName: 'Description',
	description: 'At most 250 characters',
});

export const voucher = text({
	path: 'boekstuk',
	name: 'voucher',
	displayName: 'Voucher',
	description: 'At most 25 characters (boekstuk)',
});
