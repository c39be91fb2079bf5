import { all, says, type Refusals } from './refusal';
import { tips } from './tips';

/** Documents (bijlagen) and VAT returns. */
export const documentRefusals: Refusals = {
	'BLG-0001': says('The document does not exist', 'De bijlage bestaat niet', tips.pickAgain),
	'BLG-0002': says(
		'The document has an ID that exists already',
		'De bijlage heeft een ID dat al bestaat',
		tips.bySnelStart,
	),
	'BLG-0003': says(
		'SnelStart could not keep the document',
		'SnelStart kon de bijlage niet bewaren',
		tips.later,
	),
	'BLG-0004': says(
		'The purchase entry cannot be changed',
		'De inkoopboeking kan niet gewijzigd worden',
		{
			en: 'Attach the document in SnelStart itself',
			nl: 'Voeg de bijlage toe in SnelStart zelf',
		},
	),
	'BLG-0005': says(
		'The purchase entry of the document does not exist',
		'De inkoopboeking van de bijlage bestaat niet',
		tips.pickAgain,
	),
	...all(
		['BLG-0006', 'BLG-0013'],
		says('The file is larger than 10 MB', 'Het bestand is groter dan 10 MB', {
			en: 'Send a smaller file',
			nl: 'Verstuur een kleiner bestand',
		}),
	),
	'BLG-0007': says('The file has no name', 'Het bestand heeft geen naam', {
		en: "Fill in 'File Name'",
		nl: "Vul 'File Name' in",
	}),
	...all(
		['BLG-0008', 'BLG-0009', 'BLG-0010', 'BLG-0011'],
		says('The file is empty', 'Het bestand is leeg', tips.file),
	),
	...all(
		['BLG-0012', 'BLG-0014'],
		says(
			'The thumbnail of the document is not accepted',
			'Het voorbeeldplaatje van de bijlage wordt niet aangenomen',
			{ en: 'Leave the picture out', nl: 'Laat het plaatje weg' },
		),
	),
	'BLG-0015': says(
		'SnelStart could not take the document in',
		'SnelStart kon de bijlage niet verwerken',
		tips.later,
	),
	'BLG-0016': says(
		'The file name contains characters that SnelStart does not accept',
		'De bestandsnaam bevat tekens die SnelStart niet aanneemt',
		{
			en: "Set 'File Name' to letters, digits, spaces, dots and dashes",
			nl: "Gebruik in 'File Name' letters, cijfers, spaties, punten en streepjes",
		},
	),
	'BLG-0017': says('The file name is too long', 'De bestandsnaam is te lang', {
		en: "Set a shorter 'File Name'",
		nl: "Kies een kortere 'File Name'",
	}),
	'BTW-0001': says(
		'The VAT return has already been accepted',
		'De btw-aangifte is al geaccepteerd',
		{
			en: 'Nothing needs to be done; correct it with a supplement in SnelStart',
			nl: 'Er hoeft niets te gebeuren; verbeteren kan met een suppletie in SnelStart',
		},
	),
	'BTW-0002': says(
		'The new state of the VAT return is missing',
		'De nieuwe status van de btw-aangifte ontbreekt',
		tips.again,
	),
};
