import { DateTime } from 'luxon';
import type { IExecuteFunctions } from 'n8n-workflow';

import { checkAgainstAdministration, readSettings, type Settings } from '../../../bookkeeping';
import { administrationFacts } from '../../shared/snelStart/administrationFacts';
import {
	company,
	journals,
	ledgerAccounts,
	type Company,
} from '../../shared/snelStart/referenceData';
import { request } from '../../shared/snelStart/transport';
import { checking, green, red, type Check } from './check';
import { checkDoubledCustomers } from './doubledCustomers';
import { checkOtherStatements } from './otherStatements';
import { checkScopes } from './scopes';

const ZONE = 'Europe/Amsterdam';
/** Of a key of the product "Ontwikkeling & Test" (SS-101). */
const DEVELOPMENT_KEY_DAYS = 90;
const WARN_DAYS = 14;
/** What articles of shipping, fees and deleted products need (J057). */
const ITEM_CODE_LENGTH = 25;

export interface ConnectionQuestion {
	/** The client's settings, when they are to be checked too. */
	settings?: unknown;
	/** When a development key was made, yyyy-MM-dd; empty for other keys. */
	keyMadeOn: string;
}

/**
 * Checks everything that has to be right before orders can be booked, each as a line with what was
 * found and what to do. Writes nothing.
 *
 * @throws NodeApiError never; what is refused becomes a red line
 */
export async function checkConnection(
	this: IExecuteFunctions,
	{ settings: given, keyMadeOn }: ConnectionQuestion,
): Promise<Check[]> {
	const today = DateTime.now().setZone(ZONE);
	let administration: Company | undefined;
	const keys = await checking('Client key and subscription key', async () => {
		administration = await company.call(this);
		return green('Client key and subscription key', `Administration "${administration.name}"`);
	});
	const life = checkKeyLife(keyMadeOn, today);
	// Without access every other check would only say the same again.
	if (!administration) return [...keys, ...life];
	const isOssOn = administration.foreignVatEnabled;
	const read = given === undefined ? undefined : readSettings(given);
	const settings = read?.ok ? read.settings : undefined;
	const { accessToken } = await this.getCredentials<{ accessToken: string }>('snelStartB2bApi');
	return [
		...keys,
		...life,
		checkScopes(accessToken, settings),
		...(await checking('Sales orders (package)', () => checkPackage.call(this, settings))),
		checkItemCodes(administration, settings),
		green(
			'OSS',
			isOssOn
				? 'Foreign VAT on invoices is switched on'
				: 'Foreign VAT on invoices is switched off',
			isOssOn ? '' : 'Switch it on in SnelStart before orders with foreign VAT are booked',
		),
		...(await checking('Journals', () => checkJournals.call(this))),
		...(await checking('Ledger accounts', async () => {
			const accounts = await ledgerAccounts.call(this);
			const inUse = accounts.filter(({ inactive }) => !inactive).length;
			return green('Ledger accounts', `${inUse} in use`);
		})),
		...(await checking('Customers with more than one card', () =>
			checkDoubledCustomers.call(this, isOssOn),
		)),
		...(read && !read.ok
			? read.complaints.map((complaint) => red('Settings', complaint, SETTINGS_TIP))
			: []),
		...(settings
			? [
					...(await checking('Settings', () => checkSettings.call(this, settings, today))),
					...(await checking('Statements of payment providers', () =>
						checkOtherStatements.call(this, settings, today),
					)),
				]
			: []),
	];
}

const SETTINGS_TIP = "Correct it in the 'Webshop Settings' node and save the settings again";

async function checkSettings(
	this: IExecuteFunctions,
	settings: Settings,
	today: DateTime,
): Promise<Check[]> {
	const facts = await administrationFacts.call(this, settings);
	const complaints = checkAgainstAdministration(settings, facts, today.toFormat('yyyy-MM-dd'));
	if (complaints.length > 0) {
		return complaints.map((complaint) => red('Settings', complaint, SETTINGS_TIP));
	}
	return [
		green(
			'Settings',
			`Every account, journal and relation that the settings of "${settings.client}" name is in the administration and takes its VAT`,
		),
	];
}

/** SnelStart does not say when a key ends, so the day it was made has to be told. */
function checkKeyLife(keyMadeOn: string, today: DateTime): Check[] {
	const name = 'Days left of the development key';
	if (keyMadeOn === '') return [];
	const made = DateTime.fromISO(keyMadeOn, { zone: ZONE });
	if (!made.isValid) {
		return [red(name, 'The day it was made is not a date', 'Write it like 2026-01-31')];
	}
	const ends = made.startOf('day').plus({ days: DEVELOPMENT_KEY_DAYS });
	const left = Math.floor(ends.diff(today.startOf('day'), 'days').days);
	const tip =
		'Make a new subscription key in the SnelStart developer portal, or ask for a Maatwerk key, which does not end';
	return [(left > WARN_DAYS ? green : red)(name, `${Math.max(left, 0)} days`, tip)];
}

/** Sales orders need the package inBalans or inZicht; SnelStart does not name the package (J022). */
async function checkPackage(
	this: IExecuteFunctions,
	settings: Settings | undefined,
): Promise<Check> {
	const name = 'Sales orders (package)';
	const result = await request.call(this, {
		method: 'GET',
		path: '/verkooporders',
		query: { $top: 1 },
	});
	if (result.outcome === 'ok') return green(name, 'Sales orders can be read');
	const tip =
		'Sales orders need the package inBalans or inZicht and the right orders:read; with inKaart choose Sales Entry in the settings';
	return (settings?.document === 'salesOrder' ? red : green)(name, result.refusal.message, tip);
}

/** J057: SnelStart's factory setting of ten digits is too small for the items of sales orders. */
function checkItemCodes(
	{ itemCodeKind, itemCodeMaxLength }: Company,
	settings: Settings | undefined,
): Check {
	const name = 'Article codes (artikelcodes)';
	const digits = itemCodeKind === 'Numeriek';
	const found = `${itemCodeMaxLength} ${digits ? 'digits' : 'letters and digits'}`;
	if (!digits && itemCodeMaxLength >= ITEM_CODE_LENGTH) return green(name, found);
	const tip = `Sales orders need ${ITEM_CODE_LENGTH} letters and digits: change it in SnelStart. Sales entries do without`;
	return (settings?.document === 'salesEntry' ? green : red)(name, found, tip);
}

async function checkJournals(this: IExecuteFunctions): Promise<Check> {
	const inUse = (await journals.call(this)).filter(({ inactive }) => !inactive);
	const found = inUse.map(({ name, kind }) => `${name} (${kind})`).join(', ');
	return inUse.some(({ kind }) => kind === 'Verkoop')
		? green('Journals', found)
		: red('Journals', found || 'none', 'Sales entries need a sales journal (Verkoop) in SnelStart');
}
