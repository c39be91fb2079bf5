import { clientFileText } from '../codes/clientFileTexts';
import type { Spoken } from '../codes/facts';
import { settingsFields } from './declared';
import { fieldsWithin, type Fields, type PickList, type Setting } from './declaration';

/** The lists of an administration whose records have ids, as the command reads them. */
export const recordLists = [
	...(['ledgerAccounts', 'journals', 'costCentres'] as const),
	...(['salesOrderTemplates', 'revenueGroups', 'debtors'] as const),
] as const;
export type RecordList = (typeof recordLists)[number];

/** A record that a setting can name. */
export interface ListedRecord {
	id: string;
	/** Templates have none. */
	number?: number;
	name: string;
	inactive: boolean;
	/** Of a journal: SnelStart's word for its kind. */
	kind?: string;
}

/** A place in the settings: `['vatMapping', 0, 'productsAccountId']`. */
export type SettingPath = ReadonlyArray<string | number>;

/** A setting that names a record by its number or name instead of its id. */
export interface NamedPick {
	path: SettingPath;
	list: RecordList;
	/** Which journals it may be. */
	kinds?: readonly string[];
	/** What stands there. */
	value: string;
}

const LISTS: Partial<Record<PickList, Pick<NamedPick, 'list' | 'kinds'>>> = {
	ledgerAccounts: { list: 'ledgerAccounts' },
	optionalLedgerAccounts: { list: 'ledgerAccounts' },
	salesJournals: { list: 'journals', kinds: ['Verkoop'] },
	paymentJournals: { list: 'journals', kinds: ['Bank', 'Kas', 'Memoriaal'] },
	costCentres: { list: 'costCentres' },
	salesOrderTemplates: { list: 'salesOrderTemplates' },
	revenueGroups: { list: 'revenueGroups' },
	debtors: { list: 'debtors' },
};
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text is the id of a record. */
export const isRecordId = (value: string): boolean => ID.test(value.trim());

/** Every setting that names a record of the administration otherwise than by its id. */
export function namedPicks(settings: unknown): NamedPick[] {
	return picksIn(settings, settingsFields, []).filter(({ value }) => value && !isRecordId(value));
}

/** Settings in which numbers of records stand as texts, as people write them in a file: `8000`. */
export function withNumbersAsText<S>(settings: S): S {
	return picksIn(settings, settingsFields, []).reduce(
		(changed, { path, value }) => (value ? withValue(changed, path, value) : changed),
		settings,
	);
}

/** What settings became when names were looked up. */
export interface ResolvedPicks<S> {
	settings: S;
	found: Array<NamedPick & { record: ListedRecord }>;
	/** One sentence per name that is not there, or that several have. */
	complaints: Array<{ path: SettingPath; words: Spoken }>;
}

/**
 * Puts ids in the place of numbers and names (J066, W051). A name counts in capitals or not, and
 * with its number before it, as lists show it: `8000 Omzet hoog`; a number goes before a name that
 * reads the same. Only records in use are taken.
 *
 * @param lists every list that a name is looked up in
 */
export function resolvePicks<S>(
	settings: S,
	lists: Partial<Record<RecordList, readonly ListedRecord[]>>,
): ResolvedPicks<S> {
	const found: ResolvedPicks<S>['found'] = [];
	const complaints: ResolvedPicks<S>['complaints'] = [];
	for (const pick of namedPicks(settings)) {
		const records = candidates(pick, lists[pick.list] ?? []);
		const inUse = records.filter(({ inactive }) => !inactive);
		const numbered = inUse.filter(({ number }) => String(number ?? '') === spelled(pick.value));
		const [record, ...others] = numbered.length > 0 ? numbered : inUse;
		if (record && others.length === 0) found.push({ ...pick, record });
		else complaints.push({ path: pick.path, words: complaintOf(pick, records) });
	}
	const ids = new Map(found.map(({ path, record }) => [path.join('.'), record.id]));
	const resolved = replacePicks(settings, ({ path }) => ids.get(path.join('.')));
	return { settings: resolved, found, complaints };
}

/** The settings with an id wherever one is given for a number or name. */
export function replacePicks<S>(settings: S, idOf: (pick: NamedPick) => string | undefined): S {
	return namedPicks(settings).reduce((changed, pick) => {
		const id = idOf(pick);
		return id === undefined ? changed : withValue(changed, pick.path, id);
	}, settings);
}

function candidates(
	{ value, kinds }: NamedPick,
	records: readonly ListedRecord[],
): readonly ListedRecord[] {
	const wanted = spelled(value);
	return records.filter(
		({ number, name, kind }) =>
			(kinds === undefined || kinds.includes(kind ?? '')) &&
			[String(number ?? ''), spelled(name), spelled(`${number ?? ''} ${name}`)].includes(wanted),
	);
}

const WHAT: Record<RecordList, string> = {
	ledgerAccounts: 'ledger account',
	journals: 'journal of the right kind',
	costCentres: 'cost centre',
	salesOrderTemplates: 'sales order template',
	revenueGroups: 'revenue group',
	debtors: 'customer',
};

function complaintOf({ list, value }: NamedPick, records: readonly ListedRecord[]): Spoken {
	const inUse = records.filter(({ inactive }) => !inactive);
	const named = (inUse.length > 0 ? inUse : records).map(({ number, name }) =>
		`${number ?? ''} ${name}`.trim(),
	);
	if (inUse.length > 1) return clientFileText('nameTwice', { value, named });
	if (named.length > 0) return clientFileText('nameInactive', { value, named });
	return clientFileText('nameUnknown', { what: WHAT[list], value });
}

const spelled = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

function picksIn(values: unknown, fields: Fields, path: SettingPath): NamedPick[] {
	if (Array.isArray(values)) {
		return values.flatMap((row, index) => picksIn(row, fields, [...path, index]));
	}
	if (typeof values !== 'object' || values === null) return [];
	return Object.entries(values).flatMap(([name, value]) => {
		const setting: Setting | undefined = fields[name];
		if (!setting) return [];
		const place = [...path, name];
		const within = fieldsWithin(setting);
		if (within) return picksIn(value, within, place);
		const from = setting.shown.as === 'pick' ? LISTS[setting.shown.from] : undefined;
		const isNamed = typeof value === 'string' || Number.isInteger(value);
		return from && isNamed ? [{ ...from, path: place, value: String(value) }] : [];
	});
}

function withValue<S>(settings: S, path: SettingPath, value: unknown): S {
	const [key, ...rest] = path;
	if (key === undefined) return value as S;
	const copy = (Array.isArray(settings) ? [...settings] : { ...settings }) as Record<
		string | number,
		unknown
	>;
	copy[key] = withValue(copy[key], rest, value);
	return copy as S;
}
