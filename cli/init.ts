import { access, writeFile } from 'node:fs/promises';

import {
	proposeSettings,
	seenOrders,
	usualPaidStatuses,
	type AccountToMake,
	type Language,
	type Proposal,
	type ShopKind,
} from '../bookkeeping';
import type { Send } from '../probe';
import type { Answers, Question } from './answers';
import { checkClientFile, readClientFile, type ClientFile } from './clientFile';
import { fill, SNELSTART, wantedCredentials, type SecretSource } from './credentials';
import { textsIn, type Say } from './initTexts';
import { inBooks, oldNumbers } from './oldNumbers';
import { openSnelStart } from './openSnelStart';
import { readAdministration } from './readRecords';
import { recentOrders } from './recentOrders';
import { asOldInvoices, numberAndDay, oldBookings } from './runningNumbers';
import { asList, reason, shown, Trouble } from './trouble';
import { refusedKeys, type Ask } from './tryKeys';

export interface InitRequest {
	/** The client file that is written. */
	file: string;
	answers: Answers;
	secrets: SecretSource;
	ask: Ask;
	/** yyyy-MM-dd. */
	today: string;
	language: Language;
	/** Where SnelStart answers, when that is not its own address. */
	snelStart: { baseUrl: string; tokenUrl: string };
	tell: (line: string) => void;
	/** Puts the client into n8n; left out where no n8n is given. */
	importFile?: (file: ClientFile) => Promise<void>;
}

/**
 * Sets a new client up: asks what cannot be known, tries the keys of both sides, looks at the last
 * orders and at the administration, proposes the whole client file with a reason per line, makes
 * ledger accounts that are missing after consent, and imports. Stopped half-way it goes on: answers
 * are kept, accounts that were made are found again, and a file that was written is not touched.
 *
 * @throws Trouble
 */
export async function init(request: InitRequest): Promise<void> {
	const { file, answers, tell, language } = request;
	const say = textsIn(language);
	if (answers.isResumed) tell(say('resumed'));
	const isWritten = await exists(file);
	if (isWritten && !answers.isResumed) {
		throw new Trouble(reason('FILE_EXISTS', { file }));
	}
	if (!isWritten) await writeProposal(request, say);
	if (request.importFile && (await saysYes(answers, say, 'doImport', say('yes'), { file }))) {
		await request.importFile(await readClientFile(file));
	}
	await answers.forget();
}

async function writeProposal(request: InitRequest, say: Say): Promise<void> {
	const { answers, ask, language, today, tell, file } = request;
	const connections = await askConnections(request, say);
	const { client, shop, kind, website = '' } = connections;
	const filled = await fill(keysToTry(connections.file), request.secrets);
	const refused = await refusedKeys(filled, ask);
	if (refused.length > 0) {
		throw new Trouble(reason('KEYS_REFUSED', { complaints: asList(refused) }));
	}
	const [snelStart, ofShop] = filled;
	const { clientKey = '', subscriptionKey = '' } = snelStart?.secrets ?? {};
	const send = await openSnelStart(ask, { ...request.snelStart, clientKey, subscriptionKey });
	const { company, facts } = await readAdministration(send);
	const raws = ofShop ? await recentOrders(ofShop, website, ask) : [];
	const rules = { country: 'NL', zone: 'Europe/Amsterdam', paidStatuses: usualPaidStatuses };
	const seen = seenOrders(kind, raws, rules);
	tell(
		say('read', {
			...{ name: company.name, accounts: facts.accounts.length },
			...{ orders: seen.read, from: seen.from || '-', to: seen.to || '-' },
		}),
	);
	const proposed = (mayMake: boolean): Proposal =>
		proposeSettings({
			...{ client, seen, facts, today, language, mayMake },
			shop: { shop, kind },
			ownVatNumber: company.vatNumber,
		});
	let proposal = proposed(true);
	if (proposal.toMake.length > 0) {
		tell(say('missing'));
		for (const account of proposal.toMake) tell(`  ${named(account)} (${account.function})`);
		if (await saysYes(answers, say, 'makeAccounts', say('no'))) {
			for (const account of proposal.toMake) {
				await makeAccount(send, account);
				tell(say('made', { account: named(account) }));
			}
		} else proposal = proposed(false);
	}
	const old = await oldConnector(send, raws, request, say);
	const ordersFrom = await answers.ask({
		key: 'ordersFrom',
		question: say('ordersFrom'),
		usual: old.date ?? `${today.slice(0, 7)}-01`,
		check: (answer) => (/^\d{4}-\d{2}-\d{2}$/.test(answer) ? undefined : say('notDay')),
	});
	const { settings } = proposal;
	const [row, ...rows] = settings.shops;
	const shops = [
		{
			...row!,
			...(old.prefix !== undefined && { invoiceNumberPrefix: old.prefix }),
			// An earlier order that changes later is read again, and must not be booked again.
			...(old.recognised && {
				bookFrom: later(ordersFrom, old.date),
				oldInvoices: old.recognised.oldInvoices,
			}),
		},
	];
	const content = {
		...connections.file,
		settings: { ...settings, shops: [...shops, ...rows] },
		shops: {
			[shop]: {
				...connections.file.shops[shop],
				// What was booked is read, to be taken over.
				ordersFrom: earlier(ordersFrom, old.recognised?.since),
			},
		},
	};
	checkClientFile(content, file);
	await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
	const reasons = `${file.replace(/\.json$/, '')}.reasons.md`;
	await writeFile(reasons, reasonsPage(proposal, client, say));
	tell(say('written', { file, reasons }));
	for (const question of proposal.questions) tell(`? ${question}`);
}

/** Whoever has more read than that has been told all the same that nothing of before is booked. */
const later = (day: string, other = ''): string => (day > other ? day : other);

const earlier = (day: string, other = day): string => (day < other ? day : other);

/** What another connector booked. */
interface OldConnector {
	/** What stood before the number of the order. */
	prefix?: string;
	/** First day to read: that of its last order; today when that is not known. */
	date?: string;
	/** Its numbers run by themselves: what it booked, and the day of the first order of it. */
	recognised?: { since: string; oldInvoices: string[] };
}

async function oldConnector(
	send: Send,
	raws: ReadonlyArray<Record<string, unknown>>,
	request: InitRequest,
	say: Say,
): Promise<OldConnector> {
	const { answers, tell, today } = request;
	const orders = raws.map(numberAndDay).filter(({ number }) => number !== '');
	const last = (
		await answers.ask({ key: 'lastOldNumber', question: say('lastOldNumber'), usual: '' })
	).trim();
	if (last === '') return {};
	const { prefix, order } = oldNumbers(last, orders);
	// What was booked already must not be read again because a number was not understood.
	if (prefix === undefined) {
		const running = await runningNumbers(send, raws, request, say);
		if (running) return running;
		tell(say('patternUnknown', { last }));
		return { date: today };
	}
	const pattern = `${prefix}{orderNumber}`;
	const found = await inBooks(send, orders, prefix);
	const examples = found
		.slice(0, 3)
		.map(({ number }) => `${prefix}${number}`)
		.join(', ');
	const facts = { pattern, count: found.length, all: orders.length, examples };
	tell(say(found.length > 0 ? 'inBooks' : 'notInBooks', facts));
	// A number may end like that of an order and still not be one: then it is not in the books.
	const isInBooks = order ? found.includes(order) : found.length > 0;
	if (found.length === 0) {
		const running = await runningNumbers(send, raws, request, say);
		if (running) return running;
	}
	if (!isInBooks) tell(say('patternUnknown', { last }));
	return { prefix, ...(!isInBooks ? { date: today } : order && { date: order.date }) };
}

/**
 * Recognises what stands in the books under numbers that say nothing about the order, and tells what
 * is unclear and what is missing; `undefined` when nothing of it is recognised.
 */
async function runningNumbers(
	send: Send,
	raws: ReadonlyArray<Record<string, unknown>>,
	{ tell, language }: InitRequest,
	say: Say,
): Promise<OldConnector | undefined> {
	const found = await oldBookings(send, raws);
	if (!found) return undefined;
	const { pairs, unclear, missing, from, all } = found;
	const examples = pairs
		.slice(0, 3)
		.map(({ order, entry }) => `${order.number} = ${entry.number}`)
		.join(', ');
	tell(say('recognised', { all, count: pairs.length, examples, from }));
	for (const group of unclear) {
		const named = {
			orders: group.orders.map(({ number }) => number),
			entries: group.entries.map(({ number }) => number),
		};
		tell(shown(new Trouble(reason('OLD_ENTRY_UNCLEAR', named)), language));
	}
	if (missing.length > 0) {
		const orders = missing.map(({ number }) => number).join(', ');
		tell(say('notRecognised', { from, orders }));
	}
	return { date: from, recognised: { since: found.since, oldInvoices: asOldInvoices(pairs) } };
}

/** SnelStart takes no account twice, so making again what is there is refused, not done. */
async function makeAccount(send: Send, account: AccountToMake): Promise<void> {
	const { number, name, function: purpose, statement, vatRateCode } = account;
	const body = {
		...{ nummer: number, omschrijving: name, grootboekfunctie: purpose },
		...{ rekeningCode: statement, ...(vatRateCode && { vatRateCode }) },
	};
	const { status, body: said } = await send({ method: 'POST', path: '/grootboeken', body });
	if (status === 201) return;
	const words = JSON.stringify(said).slice(0, 300);
	throw new Trouble(reason('ACCOUNT_NOT_MADE', { account: named(account), status, words }));
}

/** The keys of SnelStart and the shop; the password of the dashboard is the import's to ask. */
const keysToTry = (file: ClientFile) =>
	wantedCredentials(file).filter(({ key }) => key !== 'dashboard');

const named = ({ number, name }: AccountToMake): string => `${number} ${name}`;

const kinds = ['wooCommerce', 'jouwWeb'] as const satisfies readonly ShopKind[];

/** People write WooCommerce. */
const kindOf = (said: string): (typeof kinds)[number] | undefined =>
	kinds.find((kind) => kind.toLowerCase() === said.trim().toLowerCase());

async function askConnections({ answers, language, snelStart }: InitRequest, say: Say) {
	const notEmpty = (one: string) => (one === '' ? say('notEmpty') : undefined);
	const ask = async (key: string, more: Omit<Question, 'key' | 'question'> = {}) =>
		await answers.ask({ key, question: say(key as Parameters<Say>[0]), check: notEmpty, ...more });
	const client = await ask('client', {
		check: (one) => (/^[a-z0-9][a-z0-9-]{0,39}$/.test(one) ? undefined : say('notName')),
	});
	const asked = await ask('kind', {
		usual: kinds[0],
		check: (one) => (kindOf(one) === undefined ? say('notKind') : undefined),
	});
	const kind = kindOf(asked)!;
	const check = (one: string) =>
		/^https:\/\/[^/]/.test(one) || /^http:\/\/(localhost|127\.)/.test(one)
			? undefined
			: say('notAddress');
	const connection =
		kind === 'wooCommerce'
			? { url: await ask('url', { check }), website: undefined }
			: { baseUrl: await ask('baseUrl', { check }), website: await ask('website') };
	const shop = kind.toLowerCase();
	const isOwn =
		snelStart.baseUrl === SNELSTART.baseUrl && snelStart.tokenUrl === SNELSTART.tokenUrl;
	const file = {
		language,
		settings: { client, shops: [{ shop, kind }], vatMapping: [] },
		shops: { [shop]: { ...connection, ordersFrom: '' } },
		...(!isOwn && { snelStart }),
		dashboard: {},
	} as unknown as ClientFile;
	return { client, kind, shop, website: connection.website, file };
}

async function saysYes(
	answers: Answers,
	say: Say,
	key: 'doImport' | 'makeAccounts',
	usual: string,
	facts: Record<string, string> = {},
): Promise<boolean> {
	const check = (one: string) =>
		/^(y(es)?|ja?|no?|nee)$/i.test(one) ? undefined : say('notYesNo');
	const isForNow = key === 'makeAccounts';
	const answer = await answers.ask({ key, question: say(key, facts), usual, check, isForNow });
	return /^(y|j)/i.test(answer);
}

function reasonsPage({ reasons, questions }: Proposal, client: string, say: Say): string {
	return [
		`# ${say('reasonsTitle', { client })}`,
		'',
		...reasons.map(({ setting, why }) => `- \`${setting}\`: ${why}`),
		...(questions.length > 0 ? ['', `## ${say('questionsTitle')}`, ''] : []),
		...questions.map((question) => `- ${question}`),
		'',
	].join('\n');
}

const exists = async (file: string): Promise<boolean> =>
	await access(file).then(
		() => true,
		() => false,
	);
