import { all, numbered, says, type Refusals } from './refusal';
import { addressRefusals } from './relations';
import { tips } from './tips';

/** Sales orders (verkooporders) and custom fields. */
export const orderRefusals: Refusals = {
	'REF-0001': says(
		'The record of the custom fields does not exist',
		'Waar de vrije velden bij horen, bestaat niet',
		tips.pickAgain,
	),
	'REF-0002': says('A custom field does not exist', 'Een vrij veld bestaat niet', {
		en: "Write its name as 'Get Custom Fields' returns it",
		nl: "Schrijf de naam zoals 'Get Custom Fields' die geeft",
	}),
	'REF-0003': says('A custom field is named twice', 'Een vrij veld staat er twee keer', {
		en: 'Name each field once',
		nl: 'Noem elk veld één keer',
	}),
	...all(
		['REF-0004', 'REF-0005', ...numbered('REF', 7, 15)],
		says(
			'A value does not fit its custom field',
			'Een waarde past niet in het vrije veld',
			tips.customField,
		),
	),
	'REF-0006': says(
		'The relation does not have this kind of custom fields',
		'De relatie heeft deze soort vrije velden niet',
		{
			en: 'Customers have customer fields only, suppliers have supplier fields only',
			nl: 'Klanten hebben alleen klantvelden, leveranciers alleen leveranciersvelden',
		},
	),
	'REF-0016': says(
		'SnelStart received incomplete custom fields',
		'SnelStart kreeg vrije velden die niet compleet zijn',
		tips.again,
	),
	'VOR-0001': says('The sales order does not exist', 'De verkooporder bestaat niet', {
		en: 'It was probably deleted in SnelStart',
		nl: 'Ze is waarschijnlijk verwijderd in SnelStart',
	}),
	'VOR-0002': says(
		'The relation is not a customer (klant)',
		'De relatie is geen klant',
		tips.isCustomer,
	),
	'VOR-0004': says(
		'The mandate belongs to another customer',
		'De machtiging is van een andere klant',
		tips.mandate,
	),
	'VOR-0005': says(
		'A new sales order was sent with a number',
		'Er is een nieuwe verkooporder verstuurd die al een nummer heeft',
		tips.report,
	),
	'VOR-0006': addressRefusals.street,
	'VOR-0007': addressRefusals.postcode,
	'VOR-0008': addressRefusals.city,
	'VOR-0009': addressRefusals.contact,
	'VOR-0010': addressRefusals.country,
	'VOR-0011': says(
		'The reference of the sales order is longer than 50 characters',
		'Het kenmerk van de verkooporder is langer dan 50 tekens',
		tips.prefix,
	),
	'VOR-0013': says('The mandate does not exist', 'De machtiging bestaat niet', tips.pickAgain),
	'VOR-0014': says(
		'The sales order has purchase orders',
		'Bij de verkooporder horen inkooporders',
		tips.inUse,
	),
	'VOR-0015': says(
		'The sales order is not a quote and cannot be changed as one',
		'De verkooporder is geen offerte en kan niet als offerte gewijzigd worden',
		{
			en: "Use the operations of 'Sales Order'",
			nl: "Gebruik de bewerkingen van 'Sales Order'",
		},
	),
	...all(
		numbered('VOR', 16, 36),
		says(
			'A value does not fit an extra field of the sales order',
			'Een waarde past niet in een extra veld van de verkooporder',
			{
				en: 'Compare it with the extra fields of the sales order template',
				nl: 'Vergelijk haar met de extra velden van het verkoopordersjabloon',
			},
		),
	),
};
