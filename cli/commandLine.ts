import { parseArgs } from 'node:util';
import { PATH_PART } from './clientFileSchema';
import { commandText } from './commandTexts';
import { SNELSTART } from './credentials';
import { stores, type StoreName } from './store/chosenStore';
import { reason, Trouble, usageTrouble } from './trouble';

const USUAL_DAYS = 7;
const MOST_DAYS = 90;
const COMMANDS = [
	'init',
	'import',
	'export',
	'move',
	'remove',
	'invite',
	'office',
	'package',
	'probe',
] as const;

export interface CommandLine {
	command: (typeof COMMANDS)[number] | 'help';
	/** The file to import or to write, or the client. */
	subject: string;
	n8n: string;
	/** Empty: it is asked for. */
	apiKey: string;
	allowHttp: boolean;
	webhooks: string;
	dryRun: boolean;
	overwrite: boolean;
	renewSecrets: boolean;
	inactive: boolean;
	withData: boolean;
	/** Where a package is written; empty: by the client's name. */
	out: string;
	/** Where the rows go; left out: where they are. */
	store?: StoreName;
	/** Where SnelStart answers a probe. */
	snelStart: { baseUrl: string; tokenUrl: string };
	/** Ids of assumptions; empty: all. */
	only: string[];
	despiteBookings: boolean;
	/** The administration's name, for books that are in use. */
	administration: string;
	/** Of an invitation: the shop; empty for the administration. */
	shop: string;
	/** Of the page of all clients: the credential of the PostgreSQL with their rows; empty: none. */
	postgres: string;
	/** The short name of the integrator's app at SnelStart. */
	app: string;
	/** How long a link works. */
	days: number;
	/** The file with answers for `init`; empty: none. */
	answers: string;
}

const options = {
	n8n: { type: 'string' },
	'api-key': { type: 'string' },
	'allow-http': { type: 'boolean' },
	webhooks: { type: 'string' },
	'dry-run': { type: 'boolean' },
	overwrite: { type: 'boolean' },
	'renew-secrets': { type: 'boolean' },
	inactive: { type: 'boolean' },
	'with-data': { type: 'boolean' },
	out: { type: 'string', default: '' },
	store: { type: 'string' },
	snelstart: { type: 'string', default: SNELSTART.baseUrl },
	'snelstart-token': { type: 'string', default: SNELSTART.tokenUrl },
	only: { type: 'string', default: '' },
	'despite-bookings': { type: 'boolean' },
	administration: { type: 'string', default: '' },
	shop: { type: 'string' },
	postgres: { type: 'string', default: '' },
	app: { type: 'string' },
	days: { type: 'string' },
	answers: { type: 'string', default: '' },
	help: { type: 'boolean', short: 'h' },
} as const;

function parse(args: string[]) {
	try {
		return parseArgs({ args, options, allowPositionals: true });
	} catch (error) {
		throw new Trouble(reason('USAGE', { case: 'words', words: (error as Error).message }));
	}
}

const isAddress = (text: string): boolean => /^https?:\/\/[^/]/.test(text);

/** An address as people say it, such as 127.0.0.1:5678 or n8n.example.com, made whole. */
function withScheme(text: string): string {
	if (text === '' || text.includes('://') || text.includes(' ')) return text;
	return `${/^(localhost|127\.|\[::1\])/.test(text) ? 'http' : 'https'}://${text}`;
}

/** @throws Trouble in one sentence when something is missing or not known */
export function readCommandLine(
	args: string[],
	environment: Record<string, string | undefined>,
): CommandLine {
	const { values, positionals } = parse(args);
	const [command, named, ...others] = positionals;
	const subject = named ?? (command === 'office' ? 'office' : undefined);
	const n8n = withScheme((values.n8n ?? environment.N8N_URL ?? '').trim()).replace(/\/+$/, '');
	const store = stores.find((name) => name === values.store);
	const read = {
		...(store && { store }),
		subject: subject ?? '',
		n8n,
		apiKey: values['api-key'] ?? environment.N8N_API_KEY ?? '',
		allowHttp: values['allow-http'] ?? false,
		webhooks: (values.webhooks ?? `${n8n}/webhook`).replace(/\/+$/, ''),
		dryRun: values['dry-run'] ?? false,
		overwrite: values.overwrite ?? false,
		renewSecrets: values['renew-secrets'] ?? false,
		inactive: values.inactive ?? false,
		withData: values['with-data'] ?? false,
		out: values.out,
		snelStart: { baseUrl: values.snelstart, tokenUrl: values['snelstart-token'] },
		only: values.only.split(',').filter((id) => id !== ''),
		despiteBookings: values['despite-bookings'] ?? false,
		administration: values.administration,
		shop: values.shop ?? '',
		postgres: values.postgres,
		app: values.app ?? environment.SNELSTART_APP ?? '',
		days: Number(values.days ?? USUAL_DAYS),
		answers: values.answers,
	};
	if (values.help) return { ...read, command: 'help' };
	const known = COMMANDS.find((one) => one === command);
	if (!known) throw new Trouble(reason('USAGE', { case: 'noCommand', commands: COMMANDS }));
	if (!subject || others.length > 0) {
		const takesFile = ['init', 'import', 'move', 'invite', 'package', 'probe'].includes(known);
		const one = takesFile ? 'file' : 'client';
		throw new Trouble(reason('USAGE', { case: one, command: known }));
	}
	if ((values.store !== undefined || known === 'move') && !store) {
		throw new Trouble(reason('USAGE', { case: 'store', stores }));
	}
	if (known === 'office' && !PATH_PART.test(subject)) {
		throw new Trouble(reason('USAGE', { case: 'path', path: subject }));
	}
	if (read.dryRun && (known === 'init' || known === 'probe')) {
		throw usageTrouble(commandText('noDryRun', { command: known }));
	}
	const needsNoN8n = known === 'probe' || known === 'package' || (known === 'init' && n8n === '');
	if (needsNoN8n) return { ...read, command: known };
	if (!isAddress(n8n)) throw new Trouble(reason('USAGE', { case: 'address' }));
	if (!isAddress(read.webhooks)) throw new Trouble(reason('USAGE', { case: 'webhooks' }));
	if (!Number.isInteger(read.days) || read.days < 1 || read.days > MOST_DAYS) {
		throw new Trouble(reason('USAGE', { case: 'days', most: MOST_DAYS }));
	}
	return { ...read, command: known };
}
