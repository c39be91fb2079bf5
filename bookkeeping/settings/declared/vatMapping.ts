import { z } from 'zod';

import { vatKinds } from '../../trade/vatKinds';
import { country } from '../formats';
import { accounts, percentage, pickedBy, requiredRows } from '../kinds';
import { rowAccounts } from './rowAccounts';

/** VAT kinds of a mapping row: those of SnelStart's lines, or its own OSS way (SS-420). */
export const mappingVatKinds = [...vatKinds, 'oss'] as const;

const vatKind = z.enum(mappingVatKinds, {
	message: `must be one of ${mappingVatKinds.join(', ')}`,
});

/** Which VAT rate and ledger accounts go with a country and percentage. */
export const vatMapping = requiredRows({
	title: 'VAT Mapping',
	item: 'VAT Rate',
	add: 'Add VAT rate',
	description:
		'One row per country and percentage you sell with: the VAT rate (btw-tarief) and the ledger accounts (grootboekrekeningen) in SnelStart',
	fields: {
		country: pickedBy(country, {
			title: 'Country',
			from: 'deliveryCountries',
			proposed: 'NL',
			description: 'The country of delivery, with the VAT rates in force there today',
		}),
		percentage: percentage({
			title: 'Percentage',
			proposed: 21,
			description: 'The VAT percentage the shop sells with',
		}),
		vatKind: pickedBy(vatKind, {
			title: 'VAT Rate',
			from: 'vatRates',
			description:
				'The VAT rate (btw-tarief) in SnelStart: high, low, other, none, or OSS for foreign VAT; 0 % goes with none',
		}),
		...rowAccounts,
	},
	whenNone: 'Add at least one row to VAT Mapping',
	isVatSetting: true,
});

const withoutVat = (title: string, description: string, page?: string) =>
	accounts({ title, description, page, fields: rowAccounts, isVatSetting: true });

/** Ledger accounts of sales without VAT, one regime each; such orders need attention without them. */
export const regimes = {
	/** J063, J064. */
	icp: withoutVat(
		'ICP (EU Businesses Without VAT)',
		'Ledger accounts of deliveries to businesses in other EU countries (intracommunautaire prestaties); leave out if there are none',
	),
	/** J064, J093. */
	international: withoutVat(
		'International (Outside the EU)',
		'Ledger accounts of deliveries outside the EU (export); leave out if there are none',
	),
	margin: withoutVat(
		'Margin Scheme',
		'Ledger accounts of sales under the margin scheme (margeregeling); leave out if there are none',
		'Only for shops that have it switched on.',
	),
	reverseCharge: withoutVat(
		'Reverse Charge',
		'Ledger accounts of sales without VAT to Dutch businesses that owe it themselves (btw verlegd); leave out if there are none',
		'Left out, such orders are booked as domestic without VAT.',
	),
};
