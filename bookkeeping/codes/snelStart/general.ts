import { says, type Refusals } from './refusal';
import { tips } from './tips';

/** What any record can meet (ALG), and cost centres (KPL). */
export const generalRefusals: Refusals = {
	'ALG-0100': says(
		'A new record was sent with an ID',
		'Er is iets nieuws verstuurd dat al een ID heeft',
		tips.report,
	),
	'ALG-0101': says(
		'The ID in the address and in the record differ',
		'Het ID in het adres is een ander dan dat in de gegevens',
		tips.report,
	),
	'ALG-0102': says('SnelStart reports an unknown cause', 'SnelStart meldt een onbekende oorzaak', {
		en: 'Try again later; if it stays, ask SnelStart what this booking lacks',
		nl: 'Probeer het later opnieuw; blijft het zo, vraag SnelStart dan wat er aan deze boeking ontbreekt',
	}),
	'ALG-0103': says('An ID is not valid', 'Een ID is ongeldig', {
		en: 'Choose the record from the list again',
		nl: 'Kies opnieuw uit de lijst',
	}),
	'ALG-0104': says(
		'SnelStart does not understand the filter',
		'SnelStart begrijpt het filter niet',
		{
			en: "Write field names as SnelStart does (e.g. Email, ModifiedOn) and text in 'single quotes'",
			nl: "Schrijf veldnamen zoals SnelStart dat doet (bijvoorbeeld Email, ModifiedOn) en tekst tussen 'enkele aanhalingstekens'",
		},
	),
	'ALG-0105': says('The record is inactive in SnelStart', 'Het staat in SnelStart op inactief', {
		en: 'Make it active in SnelStart, or choose another one',
		nl: 'Maak het actief in SnelStart, of kies een ander',
	}),
	'ALG-0106': says(
		'SnelStart received an empty record',
		'SnelStart kreeg lege gegevens',
		tips.report,
	),
	'KPL-0001': says(
		'The cost centre (kostenplaats) does not exist',
		'De kostenplaats bestaat niet',
		tips.costCentre,
	),
	'KPL-0002': says(
		'The cost centre has an ID that exists already',
		'De kostenplaats heeft een ID dat al bestaat',
		tips.bySnelStart,
	),
	'KPL-0003': says(
		'The ID of the cost centre is missing',
		'Het ID van de kostenplaats ontbreekt',
		tips.pickAgain,
	),
	'KPL-0004': says('The cost centre has no name', 'De kostenplaats heeft geen naam', tips.again),
	'KPL-0005': says(
		'The name of the cost centre is longer than 50 characters',
		'De naam van de kostenplaats is langer dan 50 tekens',
		tips.again,
	),
	'KPL-0006': says(
		'The cost centre has no number',
		'De kostenplaats heeft geen nummer',
		tips.again,
	),
	'KPL-0007': says(
		'The number of a cost centre must be from 1 to 999999999',
		'Het nummer van een kostenplaats moet van 1 tot en met 999999999 zijn',
		tips.again,
	),
	'KPL-0008': says(
		'There is already a cost centre with this number',
		'Er is al een kostenplaats met dit nummer',
		{
			en: "Choose another number, or use 'Create or Update'",
			nl: "Kies een ander nummer, of gebruik 'Create or Update'",
		},
	),
	'KPL-0009': says(
		'A new cost centre cannot be inactive',
		'Een nieuwe kostenplaats kan niet inactief zijn',
		{
			en: 'Add it first, then make it inactive',
			nl: 'Voeg haar eerst toe en maak haar dan inactief',
		},
	),
};
