import type { ClientFile } from '../../cli/clientFile';
import { startReport } from '../../cli/report';
import { resolveNames } from '../../cli/resolveNames';
import { startSandbox, type Sandbox } from '../../sandbox/index';
import { accounts } from '../../sandbox/snelstart/accounts';
import { costCentres, journals } from '../../sandbox/snelstart/seed';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.stop());

const fileOf = (account: string, more: object = {}): ClientFile =>
	({
		settings: {
			client: 'bloom',
			vatMapping: [{ country: 'NL', percentage: 21, vatKind: 'high', productsAccountId: account }],
			...more,
		},
		snelStart: { baseUrl: sandbox.snelStart.baseUrl, tokenUrl: sandbox.snelStart.tokenUrl },
		shops: {},
	}) as unknown as ClientFile;

function ledgerOf(names: Record<string, string> = {}) {
	return {
		kept: names,
		names() {
			return this.kept;
		},
		async keepNames(wanted: Record<string, string>) {
			this.kept = wanted;
		},
	};
}

async function resolve(
	file: ClientFile,
	ledger = ledgerOf(),
	keys: object = sandbox.snelStart,
	isRenewed = false,
) {
	const report = startReport();
	const { clientKey, subscriptionKey } = keys as Record<string, string | undefined>;
	const known: Record<string, string | undefined> = {
		SNELSTART_CLIENT_KEY: clientKey,
		SNELSTART_SUBSCRIPTION_KEY: subscriptionKey,
	};
	const { file: resolved, keep } = await resolveNames({
		...{ file, ledger, report, ask: fetch, isRenewed },
		secrets: async (variable) => known[variable],
	});
	await keep();
	return { settings: resolved.settings, changes: report.changes, ledger };
}
const idOf = (number: number) => accounts.find(({ nummer }) => nummer === number)?.id;

test('numbers and names become the ids of the administration, and are told', async () => {
	const { settings, changes, ledger } = await resolve(
		fileOf('8000', {
			costCentreId: 'webwinkel',
			paymentMethods: [
				{ paymentMethod: 'ideal', journalId: '5', clearingAccountId: 'Kruisposten' },
			],
		}),
	);
	expect(settings).toMatchObject({
		vatMapping: [{ productsAccountId: idOf(8000) }],
		costCentreId: costCentres[0]!.id,
		paymentMethods: [{ journalId: journals[4]!.id, clearingAccountId: idOf(1105) }],
	});
	expect(changes.map(({ action, name }) => `${action} ${name}`)).toEqual([
		'found settings.vatMapping[0].productsAccountId',
		'found settings.costCentreId',
		'found settings.paymentMethods[0].journalId',
		'found settings.paymentMethods[0].clearingAccountId',
	]);
	expect(changes[0]!.note?.en).toBe(`"8000" is 8000 Omzet hoog (${idOf(8000)})`);
	expect(ledger.kept).toMatchObject({ 'ledgerAccounts 8000': idOf(8000) });
});

const THEN = '0f8fad5b-d9cb-469f-a165-70867728950e';

test('what was looked up once needs no keys again, and keeps its id', async () => {
	const { settings, changes } = await resolve(
		fileOf('8000'),
		ledgerOf({ 'ledgerAccounts 8000': THEN }),
		{},
	);
	expect(settings.vatMapping[0]!.productsAccountId).toBe(THEN);
	expect(changes).toEqual([]);
});

test('new keys may open another administration: an id that it lacks is looked up again', async () => {
	const kept = { 'ledgerAccounts 8000': THEN, 'ledgerAccounts 8001': idOf(8010)! };
	const file = fileOf('8000', { roundingAccountId: '8001' });
	const { settings, ledger } = await resolve(file, ledgerOf(kept), sandbox.snelStart, true);
	expect(settings).toMatchObject({
		vatMapping: [{ productsAccountId: idOf(8000) }],
		// Renumbered since: what is still there is still meant.
		roundingAccountId: idOf(8010),
	});
	expect(ledger.kept).toMatchObject({ 'ledgerAccounts 8000': idOf(8000) });
});

test('journals of two kinds that bear one name stay apart at the next import', async () => {
	const journalIds: Array<{ omschrijving: string }> = journals.filter(({ soort }) =>
		['Verkoop', 'Kas'].includes(soort),
	);
	const names = journalIds.map((journal) => journal.omschrijving);
	for (const journal of journalIds) journal.omschrijving = 'Webshop';
	try {
		const file = fileOf('8000', {
			salesJournalId: 'Webshop',
			paymentMethods: [{ paymentMethod: 'cash', journalId: 'Webshop', clearingAccountId: '1105' }],
		});
		const first = await resolve(file);
		const { settings } = await resolve(file, first.ledger, {});
		expect(settings).toEqual(first.settings);
		expect(settings.salesJournalId).not.toBe(settings.paymentMethods?.[0]?.journalId);
	} finally {
		journalIds.forEach((journal, index) => (journal.omschrijving = names[index]!));
	}
});

test('all that is wrong is named at once, and nothing is kept', async () => {
	const ledger = ledgerOf();
	const wrong = fileOf('8999', { costCentreId: 'Opgeheven filiaal', roundingAccountId: '4900' });
	await expect(resolve(wrong, ledger)).rejects.toMatchObject({
		code: 'NAMES_UNKNOWN',
		message: expect.stringMatching(
			/productsAccountId: the administration has no ledger account "8999"\n.*costCentreId: "Opgeheven filiaal" is inactive/,
		),
	});
	expect(ledger.kept).toEqual({});
});

test('a customer is found by number or name', async () => {
	const { id, relatiecode, naam } = await addRelation('Particuliere kopers');
	const rows = [
		{ paymentMethod: 'ideal', relationId: naam },
		{ paymentMethod: 'bacs', relationId: String(relatiecode) },
	];
	const { settings } = await resolve(fileOf('8000', { fixedDebtors: rows }));
	expect(settings.fixedDebtors?.map(({ relationId }) => relationId)).toEqual([id, id]);
});

test('wrong keys and a silent SnelStart are said as such', async () => {
	await expect(resolve(fileOf('8000'), ledgerOf(), {})).rejects.toMatchObject({
		code: 'SECRET_MISSING',
	});
	const keys = { ...sandbox.snelStart, subscriptionKey: 'cut' };
	await expect(resolve(fileOf('8000'), ledgerOf(), keys)).rejects.toMatchObject({
		code: 'SNELSTART_UNREAD',
		message: expect.stringContaining('/grootboeken'),
	});
	const file = fileOf('8000');
	file.snelStart!.tokenUrl = 'http://127.0.0.1:9/token';
	await expect(resolve(file)).rejects.toMatchObject({ code: 'SNELSTART_UNREAD' });
});

async function addRelation(
	naam: string,
): Promise<{ id: string; relatiecode: number; naam: string }> {
	const { baseUrl, tokenUrl, clientKey, subscriptionKey } = sandbox.snelStart;
	const { openSnelStart } = await import('../../cli/openSnelStart');
	const send = await openSnelStart(fetch, { baseUrl, tokenUrl, clientKey, subscriptionKey });
	const body = { naam, relatiesoort: ['Klant'] };
	const answer = await send({ method: 'POST', path: '/relaties', body });
	expect(answer.status).toBe(201);
	return answer.body as { id: string; relatiecode: number; naam: string };
}
