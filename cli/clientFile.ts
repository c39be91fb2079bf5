import { readFile } from 'node:fs/promises';

import type { z } from 'zod';

import {
	clientFileText,
	readSettings,
	spokenValue,
	unknownSettings,
	valueText,
	withNumbersAsText,
} from '../bookkeeping';
import type { SettingsInput, Spoken } from '../bookkeeping';
import { connectionsSchema } from './clientFileSchema';
import type { ShopConnection } from './clientFileSchema';
import { complaintAt, reason, refusedFile, Trouble } from './trouble';

/** One client, as it stands in the file. Secrets never do. */
export interface ClientFile extends z.infer<typeof connectionsSchema> {
	settings: SettingsInput;
}

type Path = ReadonlyArray<string | number>;

/**
 * Reads a client file and says everything that is wrong with it: its form, and settings that
 * contradict each other. Whether they fit the administration is found out when n8n saves them.
 *
 * @throws Trouble that names every wrong field and every contradiction
 */
export async function readClientFile(file: string): Promise<ClientFile> {
	let content: unknown;
	try {
		content = JSON.parse(await readFile(file, 'utf8'));
	} catch (error) {
		throw new Trouble(reason('FILE_UNREADABLE', { file, error: (error as Error).message }));
	}
	return checkClientFile(content, file);
}

/** @throws Trouble that names every wrong field and every contradiction */
export function checkClientFile(content: unknown, name: string): ClientFile {
	const { settings: written, ...connections } = asObject(content);
	const settings = withNumbersAsText(written);
	const file = { ...connections, settings } as ClientFile;
	const read = readSettings(settings, placeInSettings);
	const isMissing = written === undefined;
	const complaints = [
		...unknownSettings(settings).map((path) => complaintAt(placeInSettings(path), UNKNOWN)),
		...(isMissing ? [complaintAt('settings', MISSING)] : read.ok ? [] : read.spoken),
		...connectionComplaints(
			content === null || typeof content !== 'object' ? content : connections,
		),
		...formulas(content),
	];
	if (complaints.length === 0) complaints.push(...shopComplaints(file));
	if (complaints.length === 0) return file;
	throw refusedFile(complaints, name);
}

const UNKNOWN = clientFileText('unknownField');
const MISSING = spokenValue(valueText('missing'));

/** A place in the file as people write it: `settings.vatMapping[0].country`. */
function placeOf(path: Path): string {
	return path.reduce<string>((place, key) => {
		if (typeof key === 'number') return `${place}[${key}]`;
		return place === '' ? key : `${place}.${key}`;
	}, '');
}

/** The kind of shop that no node reads: its orders can come from a file. */
export const KIND_WITHOUT_API = 'other';

/** The kinds of shop that the package has a node for, and the credentials that their nodes take. */
export const SHOP_TYPES: Record<string, string[]> = {
	wooCommerce: ['wooCommerceStoreApi'],
	jouwWeb: ['jouwWebTokenApi', 'jouwWebOAuth2Api'],
};

export const placeInSettings = (path: Path): string => placeOf(['settings', ...path]);

function asObject(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? { ...value } : {};
}

function connectionComplaints(connections: unknown): Spoken[] {
	const { error } = connectionsSchema.safeParse(connections);
	return (error?.issues ?? []).flatMap((issue) => {
		if (issue.code === 'unrecognized_keys') {
			return issue.keys.map((key) => complaintAt(placeOf([...issue.path, key]), UNKNOWN));
		}
		const value = issue.path.reduce<unknown>((part, key) => asObject(part)[key], connections);
		const isMissing = value === undefined && issue.path.length > 0;
		return [
			complaintAt(
				placeOf(issue.path) || clientFileText('theFile'),
				isMissing ? MISSING : spokenValue(issue.message),
			),
		];
	});
}

/** n8n would run a text that begins with = as a formula. */
function formulas(value: unknown, path: Path = []): Spoken[] {
	if (typeof value === 'string' && value.startsWith('=')) {
		return [complaintAt(placeOf(path), clientFileText('formula'))];
	}
	if (Array.isArray(value)) return value.flatMap((part, index) => formulas(part, [...path, index]));
	return Object.entries(asObject(value)).flatMap(([key, part]) => formulas(part, [...path, key]));
}

/** What the form cannot say: the shops of the settings and their connections belong together. */
function shopComplaints(file: ClientFile): Spoken[] {
	const { settings, shops } = file;
	const named = settings.shops.map(({ shop }) => shop);
	const { credential, host, database, user: dbUser } = file.postgres ?? {};
	return [
		...(file.postgres && !credential && !(host && database && dbUser)
			? [complaintAt('postgres', clientFileText('postgresFields'))]
			: []),
		...(file.orderFiles && !settings.shops.some(({ kind }) => kind === KIND_WITHOUT_API)
			? [complaintAt('orderFiles', clientFileText('noFileShop'))]
			: []),
		...Object.keys(shops)
			.filter((shop) => !named.includes(shop))
			.map((shop) => complaintAt(`shops.${shop}`, clientFileText('unknownShop'))),
		...settings.shops.flatMap(({ shop, kind }) => {
			const connection = shops[shop];
			if (!SHOP_TYPES[kind]) return [];
			if (!connection) return [complaintAt(`shops.${shop}`, MISSING)];
			return neededFields(kind, connection)
				.filter((field) => connection[field] === undefined)
				.map((field) => complaintAt(`shops.${shop}.${field}`, MISSING));
		}),
	];
}

function neededFields(
	kind: string,
	{ credential }: ShopConnection,
): Array<'url' | 'website' | 'baseUrl'> {
	if (kind === 'jouwWeb') return credential ? ['website'] : ['website', 'baseUrl'];
	return credential ? [] : ['url'];
}
