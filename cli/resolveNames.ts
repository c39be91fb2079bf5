import { namedPicks, replacePicks, resolvePicks, type NamedPick } from '../bookkeeping';
import { placeInSettings, type ClientFile } from './clientFile';
import { commandText } from './commandTexts';
import { SNELSTART, type SecretSource } from './credentials';
import type { Ledger } from './ledger';
import { openSnelStart, readKeys } from './openSnelStart';
import { readRecords } from './readRecords';
import type { Report } from './report';
import { complaintAt, unknownNames } from './trouble';
import type { Ask } from './tryKeys';

/** Journals of two kinds may bear one name, so the kind belongs to it. */
const keyOf = ({ list, kinds, value }: NamedPick): string =>
	`${list}${kinds ? ` ${kinds.join('/')}` : ''} ${value}`;

export interface ResolveOptions {
	file: ClientFile;
	ledger: Pick<Ledger, 'names' | 'keepNames'>;
	secrets: SecretSource;
	ask: Ask;
	report: Report;
	/** Whether the keys are new: they may open another administration. */
	isRenewed?: boolean;
}

/**
 * The client file with ids in the place of numbers and names, which are looked up in the
 * administration. An account keeps its id when SnelStart gives it another number later; with new
 * keys only where the administration that they open has that id.
 *
 * @returns the file, and what keeps the names for the next import
 * @throws Trouble that names every name that is not there once; nothing was made then
 */
export async function resolveNames({
	file,
	ledger,
	secrets,
	ask,
	report,
	isRenewed = false,
}: ResolveOptions): Promise<{ file: ClientFile; keep: () => Promise<void> }> {
	const picks = namedPicks(file.settings);
	if (picks.length === 0) return { file, keep: async () => {} };
	const known = ledger.names();
	const listed = isRenewed ? await lookUp(file, picks, secrets, ask) : undefined;
	const before = replacePicks(file.settings, (pick) => {
		const id = known[keyOf(pick)];
		return !listed || listed[pick.list]?.some((record) => record.id === id) ? id : undefined;
	});
	const unknown = namedPicks(before);
	const lists = listed ?? (unknown.length > 0 ? await lookUp(file, unknown, secrets, ask) : {});
	const { settings, found, complaints } = resolvePicks(before, lists);
	if (complaints.length > 0) {
		throw unknownNames(
			complaints.map(({ path, words }) => complaintAt(placeInSettings(path), words)),
		);
	}
	for (const { path, value, record } of found) {
		const named = `${record.number ?? ''} ${record.name}`.trim();
		const note = commandText('isNamed', { value, record: named, id: record.id });
		report.add('found', 'setting', placeInSettings(path), note);
	}
	const names = Object.fromEntries(found.map((one) => [keyOf(one), one.record.id]));
	return {
		file: { ...file, settings },
		keep: async () => {
			if (found.length > 0) await ledger.keepNames({ ...known, ...names });
		},
	};
}

async function lookUp(
	{ snelStart = {} }: ClientFile,
	picks: readonly NamedPick[],
	secrets: SecretSource,
	ask: Ask,
) {
	const send = await openSnelStart(ask, {
		baseUrl: snelStart.baseUrl ?? SNELSTART.baseUrl,
		tokenUrl: snelStart.tokenUrl ?? SNELSTART.tokenUrl,
		...(await readKeys(secrets)),
	});
	return await readRecords(send, picks);
}
