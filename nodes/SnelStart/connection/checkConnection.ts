import { DateTime } from 'luxon';
import type { IExecuteFunctions } from 'n8n-workflow';

import {
	checkAgainstAdministration,
	explainedIn,
	lightText,
	lightTexts,
	readSettings,
	type Language,
	type LightTextName,
	type Settings,
} from '../../../bookkeeping';
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
	const read = given === undefined ? undefined : readSettings(given);
	const language = read?.ok ? read.settings.lineLanguage : languageIn(given);
	const lights = await lightsIn.call(this, { read, keyMadeOn, language });
	return lights.map((light) => ({
		...light,
		found: explainedIn(language, light.found),
		tip: explainedIn(language, light.tip),
	}));
}

interface Asked {
	read?: ReturnType<typeof readSettings>;
	keyMadeOn: string;
	language: Language;
}

async function lightsIn(
	this: IExecuteFunctions,
	{ read, keyMadeOn, language }: Asked,
): Promise<Check[]> {
	const today = DateTime.now().setZone(ZONE);
	const settings = read?.ok ? read.settings : undefined;
	const say = sayIn(language);
	let administration: Company | undefined;
	const keys = await checking(say('keys'), async () => {
		administration = await company.call(this);
		const { name } = administration;
		return green(say('keys'), lightText(language, 'administration', { name }));
	});
	const life = checkKeyLife(keyMadeOn, today, language);
	// Without access every other check would only say the same again.
	if (!administration) return [...keys, ...life];
	const isOssOn = administration.foreignVatEnabled;
	const { accessToken } = await this.getCredentials<{ accessToken: string }>('snelStartB2bApi');
	return [
		...keys,
		...life,
		checkScopes(accessToken, settings, language),
		...(await checking(say('package'), () => checkPackage.call(this, settings, language))),
		checkItemCodes(administration, settings, language),
		green('OSS', say(isOssOn ? 'ossOn' : 'ossOff'), isOssOn ? '' : say('ossTip')),
		...(await checking(say('journals'), () => checkJournals.call(this, language))),
		...(await checking(say('accounts'), async () => {
			const accounts = await ledgerAccounts.call(this);
			const count = accounts.filter(({ inactive }) => !inactive).length;
			return green(say('accounts'), lightText(language, 'inUse', { count }));
		})),
		...(await checking(say('doubled'), () => checkDoubledCustomers.call(this, isOssOn, language))),
		...(read && !read.ok
			? read.spoken.map((complaint) =>
					red(say('settings'), complaint[language], say('settingsTip')),
				)
			: []),
		...(settings
			? [
					...(await checking(say('settings'), () => checkSettings.call(this, settings, today))),
					...(await checking(say('statements'), () =>
						checkOtherStatements.call(this, settings, today),
					)),
				]
			: []),
	];
}

/** The language of settings that may not be whole; Dutch where they do not say. */
const languageIn = (given: unknown): Language =>
	(given as { lineLanguage?: unknown } | undefined)?.lineLanguage === 'en' ? 'en' : 'nl';

/** Texts without facts. */
const sayIn =
	(language: Language) =>
	(name: Plain): string =>
		lightText(language, name);
type Plain = {
	[Name in LightTextName]: (typeof lightTexts)[Name] extends { facts: unknown } ? never : Name;
}[LightTextName];

async function checkSettings(
	this: IExecuteFunctions,
	settings: Settings,
	today: DateTime,
): Promise<Check[]> {
	const { client, lineLanguage: language } = settings;
	const say = sayIn(language);
	const facts = await administrationFacts.call(this, settings);
	const complaints = checkAgainstAdministration(settings, facts, today.toFormat('yyyy-MM-dd'));
	if (complaints.length > 0) {
		return complaints.map((complaint) =>
			red(say('settings'), complaint[language], say('settingsTip')),
		);
	}
	return [green(say('settings'), lightText(language, 'settingsFit', { client }))];
}

/** SnelStart does not say when a key ends, so the day it was made has to be told. */
function checkKeyLife(keyMadeOn: string, today: DateTime, language: Language): Check[] {
	const say = sayIn(language);
	const name = say('keyDays');
	if (keyMadeOn === '') return [];
	const made = DateTime.fromISO(keyMadeOn, { zone: ZONE });
	if (!made.isValid) {
		return [red(name, say('keyDayUnknown'), say('writeDay'))];
	}
	const ends = made.startOf('day').plus({ days: DEVELOPMENT_KEY_DAYS });
	const left = Math.floor(ends.diff(today.startOf('day'), 'days').days);
	const found = lightText(language, 'days', { days: Math.max(left, 0) });
	return [(left > WARN_DAYS ? green : red)(name, found, say('keyEnds'))];
}

/** Sales orders need the package inBalans or inZicht; SnelStart does not name the package (J022). */
async function checkPackage(
	this: IExecuteFunctions,
	settings: Settings | undefined,
	language: Language,
): Promise<Check> {
	const say = sayIn(language);
	const name = say('package');
	const result = await request.call(this, {
		method: 'GET',
		path: '/verkooporders',
		query: { $top: 1 },
	});
	if (result.outcome === 'ok') return green(name, say('packageReads'));
	const light = settings?.document === 'salesOrder' ? red : green;
	return light(name, result.refusal.message, say('packageTip'));
}

/** J057: SnelStart's factory setting of ten digits is too small for the items of sales orders. */
function checkItemCodes(
	{ itemCodeKind, itemCodeMaxLength }: Company,
	settings: Settings | undefined,
	language: Language,
): Check {
	const name = lightText(language, 'itemCodes');
	const digits = itemCodeKind === 'Numeriek';
	const found = lightText(language, digits ? 'digits' : 'letters', { count: itemCodeMaxLength });
	if (!digits && itemCodeMaxLength >= ITEM_CODE_LENGTH) return green(name, found);
	const tip = lightText(language, 'itemCodesTip', { count: ITEM_CODE_LENGTH });
	return (settings?.document === 'salesEntry' ? green : red)(name, found, tip);
}

async function checkJournals(this: IExecuteFunctions, language: Language): Promise<Check> {
	const say = sayIn(language);
	const inUse = (await journals.call(this)).filter(({ inactive }) => !inactive);
	const found = inUse.map(({ name, kind }) => `${name} (${kind})`).join(', ');
	return inUse.some(({ kind }) => kind === 'Verkoop')
		? green(say('journals'), found)
		: red(say('journals'), found || say('none'), say('journalsTip'));
}
