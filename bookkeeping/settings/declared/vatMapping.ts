import { z } from 'zod';

import { valueText } from '../../codes/valueTexts';
import { vatKinds } from '../../trade/vatKinds';
import { country } from '../formats';
import { accounts, list, optionalPick, percentage, pickedBy, requiredRows } from '../kinds';
import { period } from './period';
import { rowAccounts } from './rowAccounts';

/**
 * VAT kinds of a mapping row: those of SnelStart's lines, its own OSS way (SS-420), or VAT that is
 * declared abroad under a registration of one's own.
 */
export const mappingVatKinds = [...vatKinds, 'oss', 'ownRegistration'] as const;

const vatKind = z.enum(mappingVatKinds, {
	message: valueText('oneOf', { values: mappingVatKinds.join(', ') }),
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
				'The VAT rate (btw-tarief) in SnelStart: high, low, other, none, OSS for foreign VAT, or own registration for VAT that the client declares in that country; 0 % goes with none',
		}),
		...rowAccounts,
		vatAccountId: optionalPick({
			title: 'VAT Account',
			from: 'optionalLedgerAccounts',
			description:
				'Only for an own VAT registration: ledger account on which the VAT owed to that country stands',
		}),
		...period('The rate', 'A row with days of its own decides without the list of rates in force'),
	},
	whenNone: valueText('noRate'),
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
	smallBusiness: accounts({
		title: 'Small-Business Scheme',
		description:
			'Ledger accounts of a client under the small-business scheme (kleineondernemersregeling, KOR), who charges no VAT on anything; leave out if the client charges VAT',
		page: 'While it applies, no order needs a VAT number, and an order with VAT needs attention.',
		fields: {
			...rowAccounts,
			...period('The scheme', 'Empty: from the first order on'),
		},
		isVatSetting: true,
	}),
	exempt: accounts({
		title: 'Exempt Products',
		description:
			'Ledger accounts of products exempt from VAT (vrijgestelde prestaties), such as courses or medical care; leave out if there are none',
		page: 'An order of nothing else needs no VAT number; beside other goods they keep these accounts.',
		fields: {
			skus: list({
				title: 'SKUs',
				placeholder: 'e.g. COURSE-*, BOOKLET',
				description:
					'Article numbers of the exempt products, with commas between; a star at the end stands for any ending',
			}),
			...rowAccounts,
		},
		isVatSetting: true,
	}),
};
