import type { IDataObject } from 'n8n-workflow';

import type { Resource } from '../../shared/kit/resource';
import { readVatKind } from '../../shared/snelStart/vatKinds';
import type { FilterProperty } from '../blocks/conditions';
import { dayOf, english, idIn, rowsIn } from '../blocks/english';
import {
	choice,
	day,
	flag,
	lines,
	longText,
	number,
	reference,
	text,
	type Field,
} from '../blocks/field';
import { create, getMany, getOne, remove, update, type Kind } from '../blocks/operations';

/** What tells bank, cash and memorial entries apart (SS-234, SS-461, SS-462). */
interface MoneyKind {
	resource: 'bankEntry' | 'cashEntry' | 'memorialEntry';
	singular: string;
	plural: string;
	/** SnelStart's own word for one of them. */
	dutch: string;
	path: string;
	journalSearch: string;
}

const sides = [
	number({ path: 'debet', name: 'debit', displayName: 'Debit' }),
	number({ path: 'credit', name: 'credit', displayName: 'Credit' }),
];
const lineDescription = text({
	path: 'omschrijving',
	name: 'description',
	displayName: 'Description',
});

const ledgerLine = (hasVat: boolean): Field[] => [
	lineDescription,
	reference(
		{ path: 'grootboek', name: 'ledgerAccountId', displayName: 'Ledger Account' },
		'searchLedgerAccounts',
	),
	...sides,
	reference(
		{ path: 'kostenplaats', name: 'costCentreId', displayName: 'Cost Centre' },
		'searchCostCentres',
	),
	...(hasVat
		? [
				choice({ path: 'btwSoort', name: 'vatKind', displayName: 'VAT' }, [
					['None (Geen)', 'Geen'],
					['High (Hoog)', 'Hoog'],
					['Low (Laag)', 'Laag'],
					['Other (Overig)', 'Overig'],
				]),
			]
		: []),
];

const salesEntryId = reference(
	{
		path: 'boekingId',
		name: 'salesEntryId',
		displayName: 'Sales Entry',
		description: 'The sales entry (verkoopboeking) that is settled',
	},
	'searchOpenSalesEntries',
);
const amount = number({
	path: 'bedrag',
	name: 'amount',
	displayName: 'Amount',
	description: 'A positive amount settles, a negative one gives back',
});

const vatLine: Field[] = [
	...sides,
	choice({ path: 'tarief', name: 'rate', displayName: 'Rate' }, [
		['High (Hoog)', 'Hoog'],
		['Low (Laag)', 'Laag'],
		['Other (Overig)', 'Overig'],
	]),
	choice({ path: 'type', name: 'type', displayName: 'Type' }, [
		['Owed (Af Te Dragen)', 'AfTeDragenBtwType'],
		['Reclaimed (Te Vorderen)', 'TeVorderenBtwType'],
	]),
];

const number25 = text({
	path: 'boekstuk',
	name: 'documentNumber',
	displayName: 'Document Number',
	description: 'The voucher number (boekstuk), at most 25 characters',
});
const description = longText({
	path: 'omschrijving',
	name: 'description',
	displayName: 'Description',
	description: 'At most 250 characters',
});
const marked = flag({
	path: 'markering',
	name: 'marked',
	displayName: 'Marked',
	description: 'Whether the entry is highlighted in SnelStart (markering)',
});

const conditions: readonly FilterProperty[] = [
	['Date', 'Datum', 'date'],
	['Description', 'Omschrijving', 'text'],
	['Document Number', 'Boekstuk', 'text'],
	['Journal ID', 'Dagboek/Id', 'id'],
	['Received', 'BedragOntvangen', 'number'],
	['Spent', 'BedragUitgegeven', 'number'],
];

const ledgerLineInEnglish = english({
	description: 'omschrijving',
	ledgerAccountId: idIn('grootboek'),
	costCentreId: idIn('kostenplaats'),
	debit: 'debet',
	credit: 'credit',
});
const bankLineInEnglish = (line: IDataObject): IDataObject => ({
	...ledgerLineInEnglish(line),
	vatKind: readVatKind(line.btwSoort) ?? '',
});
/** What a line settles: positive lowers what is open. */
const settledInEnglish = (line: IDataObject): IDataObject => ({
	salesEntryId: idIn('boekingId')(line),
	description: line.omschrijving,
	amount: 'bedrag' in line ? line.bedrag : cents(line.credit) / 100 - cents(line.debet) / 100,
});
const cents = (value: unknown): number => Math.round(Number(value ?? 0) * 100);

const common = {
	id: 'id',
	date: dayOf('datum'),
	journalId: idIn('dagboek'),
	documentNumber: 'boekstuk',
	description: 'omschrijving',
};

function moneyEntries(money: MoneyKind): Resource {
	const { resource, singular, plural, path, dutch, journalSearch } = money;
	const title = singular.replace(/\b\w/g, (letter) => letter.toUpperCase());
	const isMemorial = resource === 'memorialEntry';
	const kind: Kind = {
		singular,
		plural,
		path,
		simplify: english({
			...common,
			...(isMemorial ? {} : { received: 'bedragOntvangen', spent: 'bedragUitgegeven' }),
			ledgerLines: isMemorial
				? rowsIn('memoriaalBoekingsRegels', ledgerLineInEnglish)
				: rowsIn('grootboekBoekingsRegels', bankLineInEnglish),
			salesLines: rowsIn('verkoopboekingBoekingsRegels', settledInEnglish),
			changedOn: 'modifiedOn',
		}),
		id: {
			name: `${resource}Id`,
			displayName: `${title} ID`,
			description: `The ID of the ${singular} (${dutch})`,
		},
	};
	const date = day({ path: 'datum', name: 'date', displayName: 'Date' });
	const journal = reference(
		{
			path: 'dagboek',
			name: 'journalId',
			displayName: 'Journal',
			description: 'The journal (dagboek); it cannot be changed later',
		},
		journalSearch,
	);
	const moved = isMemorial
		? []
		: [
				number({
					path: 'bedragOntvangen',
					name: 'received',
					displayName: 'Received',
					description: 'Either received or spent is 0',
				}),
				number({
					path: 'bedragUitgegeven',
					name: 'spent',
					displayName: 'Spent',
					description: 'Either received or spent is 0',
				}),
			];
	const more = [
		description,
		number25,
		marked,
		lines(
			{
				path: isMemorial ? 'memoriaalBoekingsRegels' : 'grootboekBoekingsRegels',
				name: 'ledgerLines',
				displayName: 'Ledger Lines',
			},
			ledgerLine(!isMemorial),
		),
		lines(
			{
				path: 'verkoopboekingBoekingsRegels',
				name: 'salesLines',
				displayName: 'Sales Lines',
				description: 'What settles sales entries; money received is a credit',
			},
			[salesEntryId, lineDescription, ...(isMemorial ? [amount] : sides)],
		),
		...(isMemorial
			? []
			: [
					lines({ path: 'btwBoekingsregels', name: 'vatLines', displayName: 'VAT Lines' }, vatLine),
				]),
	];
	const write = { required: [date, journal, ...moved], additional: more };
	return {
		name: `${title} (${dutch.charAt(0).toUpperCase()}${dutch.slice(1)})`,
		operations: {
			create: create(kind, write),
			delete: remove(kind),
			get: getOne(kind),
			...(isMemorial ? {} : { getMany: getMany(kind, { conditions, changedSince: true }) }),
			update: update(kind, [date, ...moved, ...more]),
		},
		start: isMemorial ? 'get' : 'getMany',
	};
}

/** Bank entries (bankboekingen). */
export const bankEntry = moneyEntries({
	resource: 'bankEntry',
	singular: 'bank entry',
	plural: 'bank entries',
	dutch: 'bankboeking',
	path: '/bankboekingen',
	journalSearch: 'searchBankJournals',
});

/** Cash entries (kasboekingen). */
export const cashEntry = moneyEntries({
	resource: 'cashEntry',
	singular: 'cash entry',
	plural: 'cash entries',
	dutch: 'kasboeking',
	path: '/kasboekingen',
	journalSearch: 'searchCashJournals',
});

/** Memorial entries (memoriaalboekingen); SnelStart has no list of them. */
export const memorialEntry = moneyEntries({
	resource: 'memorialEntry',
	singular: 'memorial entry',
	plural: 'memorial entries',
	dutch: 'memoriaalboeking',
	path: '/memoriaalboekingen',
	journalSearch: 'searchMemorialJournals',
});
