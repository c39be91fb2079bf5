import { randomBytes } from 'node:crypto';
import { isRecord, parseJson, type Answer, type Call } from '../http';
import { shapeOf } from '../journal';
import { startService, type Service } from '../service';
import { accounts } from './accounts';
import { createArticle, renderArticle } from './articles';
import { toFields } from './binding';
import { freshLedger, totalsOf, type Totals } from './books';
import { localTime } from './clock';
import { forbidden, gateway, notFound, unauthorized } from './errors';
import { createGate } from './limits';
import type { Ledger, Relation } from './ledger';
import { answerList, entities, type Entity } from './odata';
import { createRelation, deleteRelation, replaceRelation } from './relations';
import { createSalesEntry, deleteSalesEntry, renderEntry } from './salesEntries';
import { renderInvoice } from './salesInvoices';
import { createSalesOrder, renderSalesOrder } from './salesOrders';
import { companyInfo, plainLists } from './seed';
import { defaultSwitches, readSwitches, type Switches } from './switches';
import { createClientKey, createTokens } from './token';

/** What stands in the administration, as SnelStart itself would show it. */
export interface BooksSummary {
	relations: Relation[];
	salesEntries: Array<ReturnType<typeof renderEntry>>;
	salesInvoices: Array<ReturnType<typeof renderInvoice>>;
	articles: Array<ReturnType<typeof renderArticle>>;
	salesOrders: Array<ReturnType<typeof renderSalesOrder>>;
	totals: Totals;
}

export interface SnelStartBooks {
	summary(): BooksSummary;
	/** Lowers the open balance of an invoice, as a bank booking would; cents. */
	pay(invoiceNumber: string, cents: number): void;
}

export interface SnelStartSandbox extends Service {
	/** …/v2 */
	baseUrl: string;
	tokenUrl: string;
	clientKey: string;
	subscriptionKey: string;
	books: SnelStartBooks;
	/** Live settings; assign to change behaviour. */
	switches: Switches;
	/** Makes every token given so far worthless. */
	revokeTokens(): void;
}

interface Route {
	method: string;
	/** Segments below /v2; `:id` takes one segment. */
	path: string;
	scopes: string[];
	answer: (call: Call, id: string) => Answer;
}

const longestUrl = 2048;
const tokenPath = '/b2b/token';

const match = (route: Route, method: string, segments: string[]): string | undefined => {
	const wanted = route.path.split('/');
	if (route.method !== method || wanted.length !== segments.length) return undefined;
	if (!wanted.every((part, index) => part === ':id' || part === segments[index])) return undefined;
	return decodeURIComponent(segments[wanted.indexOf(':id')] ?? '');
};

/** Starts the SnelStart stand-in: one administration, strict, stateful (reference 7). */
export async function startSnelStart(port: number, now: () => Date): Promise<SnelStartSandbox> {
	const clientKey = createClientKey();
	const subscriptionKey = randomBytes(16).toString('hex');
	const tokens = createTokens(clientKey, now);
	const gate = createGate(now);
	const switches = defaultSwitches();
	let ledger: Ledger = freshLedger();

	const byId = (rows: readonly object[], id: string): Answer => {
		const found = rows.find((row) => 'id' in row && row.id === id.toLowerCase());
		return found ? { status: 200, json: found } : notFound();
	};
	const list = (rows: readonly object[], { query }: Call, entity: Entity): Answer =>
		answerList(rows, query, entity, { ...switches, maxNodes: switches.maxFilterNodes });
	const bodyOf = (call: Call) => toFields(parseJson(call.body));
	const modifiedOn = (): string => localTime(now());
	const bookYear = (): number => Number(localTime(now()).slice(0, 4));
	const invoices = () => ledger.salesInvoices.map(renderInvoice);
	const entries = () => ledger.salesEntries.map(renderEntry);
	const articles = () => ledger.articles.map(renderArticle);
	const orders = () => ledger.salesOrders.map((one) => renderSalesOrder(one, ledger, switches));
	const company = (): Answer => ({
		status: 200,
		json: companyInfo(bookYear(), switches),
	});

	const routes: Route[] = [
		{ method: 'GET', path: 'companyInfo', scopes: ['settings:read'], answer: company },
		{
			method: 'PUT',
			path: 'companyInfo',
			scopes: ['settings:write'],
			answer: (call) => {
				const wanted = bodyOf(call)?.get('factureerbuitenlandsbtw');
				if (typeof wanted === 'boolean') switches.foreignVat = wanted;
				return company();
			},
		},
		{ method: 'GET', path: 'echo', scopes: [], answer: () => ({ status: 204 }) },
		{
			method: 'GET',
			path: 'echo/:id',
			scopes: [],
			answer: (_call, input) => (input ? { status: 200, json: input } : { status: 204 }),
		},
		...Object.entries(plainLists).flatMap(([path, { scope, rows }]): Route[] => [
			{ method: 'GET', path, scopes: [scope], answer: () => ({ status: 200, json: rows }) },
			{
				method: 'GET',
				path: `${path}/:id`,
				scopes: [scope],
				answer: (_call, id) => byId(rows, id),
			},
		]),
		{
			method: 'GET',
			path: 'grootboeken',
			scopes: ['boekhouden:read'],
			answer: (call) => list(accounts, call, entities.grootboeken),
		},
		{
			method: 'GET',
			path: 'grootboeken/:id',
			scopes: ['boekhouden:read'],
			answer: (_call, id) => byId(accounts, id),
		},
		{
			method: 'GET',
			path: 'relaties',
			scopes: ['relaties:read'],
			answer: (call) => list(ledger.relations, call, entities.relaties),
		},
		{
			method: 'POST',
			path: 'relaties',
			scopes: ['relaties:write'],
			answer: (call) => createRelation(bodyOf(call), ledger, switches, modifiedOn()),
		},
		{
			method: 'GET',
			path: 'relaties/:id',
			scopes: ['relaties:read'],
			answer: (_call, id) => byId(ledger.relations, id),
		},
		{
			method: 'PUT',
			path: 'relaties/:id',
			scopes: ['relaties:write'],
			answer: (call, id) =>
				replaceRelation(id.toLowerCase(), bodyOf(call), ledger, switches, modifiedOn()),
		},
		{
			method: 'DELETE',
			path: 'relaties/:id',
			scopes: ['relaties:write'],
			answer: (_call, id) => deleteRelation(id.toLowerCase(), ledger),
		},
		{
			method: 'GET',
			path: 'relaties/:id/verkoopboekingen',
			scopes: ['relaties:read', 'boekhouden:read'],
			answer: (_call, id) => ({
				status: 200,
				json: entries().filter((entry) => entry.klant.id === id.toLowerCase()),
			}),
		},
		{
			method: 'POST',
			path: 'verkoopboekingen',
			scopes: ['boekhouden:write'],
			answer: (call) =>
				createSalesEntry(bodyOf(call), ledger, switches, {
					modifiedOn: modifiedOn(),
					bookYear: bookYear(),
				}),
		},
		{
			method: 'GET',
			path: 'verkoopboekingen/:id',
			scopes: ['boekhouden:read'],
			answer: (_call, id) => byId(entries(), id),
		},
		{
			method: 'DELETE',
			path: 'verkoopboekingen/:id',
			scopes: ['boekhouden:write'],
			answer: (_call, id) => deleteSalesEntry(id.toLowerCase(), ledger),
		},
		{
			method: 'GET',
			path: 'verkoopfacturen',
			scopes: ['orders:read'],
			answer: (call) => list(invoices(), call, entities.verkoopfacturen),
		},
		{
			method: 'GET',
			path: 'verkoopfacturen/:id',
			scopes: ['orders:read'],
			answer: (_call, id) => byId(invoices(), id),
		},
		{
			method: 'GET',
			path: 'artikelen',
			scopes: ['artikelen:read'],
			answer: (call) => list(articles(), call, entities.artikelen),
		},
		{
			method: 'POST',
			path: 'artikelen',
			scopes: ['artikelen:write'],
			answer: (call) => createArticle(bodyOf(call), ledger, switches, modifiedOn()),
		},
		{
			method: 'GET',
			path: 'artikelen/:id',
			scopes: ['artikelen:read'],
			answer: (_call, id) => byId(articles(), id),
		},
		{
			method: 'GET',
			path: 'verkooporders',
			scopes: ['orders:read'],
			answer: (call) => list(orders(), call, entities.verkooporders),
		},
		{
			method: 'POST',
			path: 'verkooporders',
			scopes: ['orders:write'],
			answer: (call) => createSalesOrder(bodyOf(call), ledger, switches, modifiedOn()),
		},
		{
			method: 'GET',
			path: 'verkooporders/:id',
			scopes: ['orders:read'],
			answer: (_call, id) => byId(orders(), id),
		},
	];

	/** After the gateway: the bearer, then the scope, then the resource itself. */
	const answerApi = (call: Call): Answer => {
		if (call.path.length + call.search.length > longestUrl) return gateway.urlTooLong();
		const segments = call.path.slice('/v2/'.length).split('/');
		for (const route of routes) {
			const id = match(route, call.method, segments);
			if (id === undefined) continue;
			const scopes = tokens.scopesOf(call.headers.authorization);
			if (!scopes) return unauthorized();
			const missing = route.scopes.find((scope) => !scopes.includes(scope));
			return missing === undefined ? route.answer(call, id) : forbidden(missing);
		}
		return gateway.unknownPath();
	};

	const books: SnelStartBooks = {
		summary: () => ({
			relations: ledger.relations,
			salesEntries: entries(),
			salesInvoices: invoices(),
			articles: articles(),
			salesOrders: orders(),
			totals: totalsOf(ledger.salesEntries),
		}),
		pay(invoiceNumber, cents) {
			const invoice = ledger.salesInvoices.find((one) => one.number === invoiceNumber);
			if (!invoice) throw new Error(`No invoice ${invoiceNumber}`);
			invoice.openCents -= cents;
		},
	};

	const service = await startService({
		port,
		now,
		shape: ({ method, path }) =>
			path === tokenPath ? `${method} token` : shapeOf(method, path, '/v2'),
		/** The gateway's part: keys and limits, before anything else is looked at. */
		enter: (call) => {
			if (!call.path.startsWith('/v2/')) return () => undefined;
			const key = call.headers['ocp-apim-subscription-key'] ?? call.query.get('subscription-key');
			if (!key) return gateway.missingKey();
			if (key !== subscriptionKey) return gateway.invalidKey();
			const seconds = gate.enter(switches.limits);
			return seconds > 0 ? gateway.rateLimited(seconds) : () => gate.leave();
		},
		latencyMs: () => switches.latencyMs,
		handle: (call) => {
			if (call.method === 'POST' && call.path === tokenPath) {
				return tokens.issue(call, switches.scopes);
			}
			return call.path.startsWith('/v2/') ? answerApi(call) : gateway.unknownPath();
		},
		unauthorized,
		rateLimited: gateway.rateLimited,
		resetRecords: () => {
			ledger = freshLedger();
			gate.clear();
			Object.assign(switches, defaultSwitches());
		},
		control: (call, door) => {
			switch (`${call.method} ${door}`) {
				case 'GET books':
					return { status: 200, json: books.summary() };
				case 'GET switches':
					return { status: 200, json: switches };
				case 'PUT switches': {
					const wanted = readSwitches(parseJson(call.body));
					if (!wanted) {
						return {
							status: 400,
							json: { message: `Known switches: ${Object.keys(switches).join(', ')}.` },
						};
					}
					Object.assign(switches, wanted);
					return { status: 200, json: switches };
				}
				case 'POST revoke-tokens':
					tokens.revokeAll();
					return { status: 204 };
				case 'POST pay': {
					const wanted = parseJson(call.body);
					if (!isRecord(wanted)) return { status: 400 };
					books.pay(String(wanted.invoiceNumber), Number(wanted.cents));
					return { status: 204 };
				}
				default:
					return undefined;
			}
		},
	});
	return {
		...service,
		baseUrl: `${service.origin}/v2`,
		tokenUrl: `${service.origin}${tokenPath}`,
		clientKey,
		subscriptionKey,
		books,
		switches,
		revokeTokens: () => tokens.revokeAll(),
	};
}
