import { randomBytes } from 'node:crypto';
import { isRecord, parseJson, type Answer, type Call } from '../http';
import { shapeOf } from '../journal';
import { startService, type Service } from '../service';
import { renderArticle } from './articles';
import { toFields } from './binding';
import { createActivation, type Activation } from './activation';
import { freshLedger, totalsOf, type Totals } from './books';
import { localTime, withoutZones } from './clock';
import { forbidden, gateway, invalidModel, unauthorized } from './errors';
import type { Ledger, Relation, Row } from './ledger';
import { createGate } from './limits';
import { resources } from './resources';
import { unknownNameIn, withExactNames } from './model';
import { createRouter, seedRecords } from './routing';
import { renderEntry } from './salesEntries';
import { renderInvoice } from './salesInvoices';
import { renderSalesOrder } from './salesOrders';
import { defaultSwitches, readSwitches, type Switches } from './switches';
import { createClientKey, createTokens } from './token';

/** What stands in the administration, as SnelStart itself would show it. */
export interface BooksSummary {
	relations: Relation[];
	salesEntries: Array<ReturnType<typeof renderEntry>>;
	salesInvoices: Array<ReturnType<typeof renderInvoice>>;
	articles: Array<ReturnType<typeof renderArticle>>;
	salesOrders: Array<ReturnType<typeof renderSalesOrder>>;
	bankEntries: Row[];
	cashEntries: Row[];
	memorialEntries: Row[];
	/** Papers, each with what it hangs on as `parentIdentifier`. */
	documents: Row[];
	totals: Totals;
}

export interface SnelStartBooks {
	summary(): BooksSummary;
	/** Lowers the open balance of an invoice, as a bank booking would; cents. */
	pay(invoiceNumber: string, cents: number): void;
	/** Counts the stock of an article anew, as a user would; its moment of change stays. */
	count(code: string, pieces: number): void;
	/** Makes an invoice of the sales order with this reference, as somebody does in SnelStart. */
	invoice(orderReference: string): void;
}

export interface SnelStartSandbox extends Service {
	/** …/v2 */
	baseUrl: string;
	tokenUrl: string;
	clientKey: string;
	subscriptionKey: string;
	/** Where owners activate a coupling; the short name of the app follows. */
	activationUrl: string;
	activation: Activation;
	books: SnelStartBooks;
	/** Live settings; assign to change behaviour. */
	switches: Switches;
	/** Makes every token given so far worthless. */
	revokeTokens(): void;
}

/** Model state with its other spelling: Message and ModelState (SS-401). */
function withCapitals(answer: Answer): Answer {
	if (!isRecord(answer.json) || !('modelState' in answer.json)) return answer;
	const { message, modelState } = answer.json;
	return { ...answer, json: { Message: message, ModelState: modelState } };
}

/** Whether a write has more lines, of whatever kind, than the gateway waits for. */
function isTooLong({ method, body }: Call, { mostLines }: Switches): boolean {
	if (mostLines === null || !['POST', 'PUT'].includes(method)) return false;
	const sent = parseJson(body);
	const lists = isRecord(sent) ? Object.values(sent).filter(Array.isArray) : [];
	return lists.reduce((lines, list) => lines + list.length, 0) > mostLines;
}

const writtenBy = {
	amsterdam: localTime,
	utc: (moment: Date) => moment.toISOString().slice(0, 19),
};
const tokenPath = '/b2b/token';

/** Starts the SnelStart stand-in: one administration, strict, stateful (SS-701). */
export async function startSnelStart(port: number, now: () => Date): Promise<SnelStartSandbox> {
	const clientKey = createClientKey();
	const subscriptionKey = randomBytes(16).toString('hex');
	const clientKeys = new Set([clientKey]);
	const couplings = createActivation(clientKeys, createClientKey);
	const tokens = createTokens(clientKeys, now);
	const gate = createGate(now);
	const switches = defaultSwitches();
	const freshBooks = (): Ledger => ({ ...freshLedger(), records: seedRecords(resources) });
	let ledger = freshBooks();

	const route = createRouter(resources);
	const entries = () => ledger.salesEntries.map(renderEntry);

	/** After the gateway: the bearer, then the scope, then the resource itself. */
	const answerApi = (call: Call): Answer => {
		const { longestUrl } = switches;
		if (longestUrl !== null && call.path.length + call.search.length > longestUrl) {
			return gateway.urlTooLong();
		}
		const found = route(call.method, call.path.slice('/v2/'.length));
		if (!found) return gateway.unknownPath();
		const scopes = tokens.scopesOf(call.headers.authorization);
		if (!scopes) return unauthorized();
		const missing = found.route.scopes.find((scope) => !scopes.includes(scope));
		if (missing !== undefined) return forbidden(missing);
		const sent = parseJson(call.body);
		const unknown = switches.unknownNames === 'refuse' ? unknownNameIn(sent) : undefined;
		if (unknown !== undefined) return invalidModel({ [unknown]: ['The field is not known.'] });
		const timed = withoutZones(sent, switches.dateZones);
		const json = switches.bodyNames === 'exact' ? withExactNames(timed) : timed;
		const modifiedOn = writtenBy[switches.clock](now());
		const [first = ''] = Object.values(found.params);
		const answer = found.route.answer(
			{ call, json, body: toFields(json), params: found.params, id: first.toLowerCase() },
			{ ledger, switches, modifiedOn, bookYear: Number(modifiedOn.slice(0, 4)) },
		);
		return switches.modelStateNames === 'upper' ? withCapitals(answer) : answer;
	};

	const books: SnelStartBooks = {
		summary: () => ({
			relations: ledger.relations,
			salesEntries: entries(),
			salesInvoices: ledger.salesInvoices.map(renderInvoice),
			articles: ledger.articles.map((one) => renderArticle(one, ledger)),
			salesOrders: ledger.salesOrders.map((one) => renderSalesOrder(one, ledger, switches)),
			bankEntries: ledger.records.bankboekingen ?? [],
			cashEntries: ledger.records.kasboekingen ?? [],
			memorialEntries: ledger.records.memoriaalboekingen ?? [],
			documents: ledger.records.documenten ?? [],
			totals: totalsOf(ledger.salesEntries),
		}),
		pay(invoiceNumber, cents) {
			const invoice = ledger.salesInvoices.find((one) => one.number === invoiceNumber);
			if (!invoice) throw new Error(`No invoice ${invoiceNumber}`);
			invoice.openCents -= cents;
		},
		count(code, pieces) {
			const article = ledger.articles.find((one) => one.code === code);
			if (!article) throw new Error(`No article ${code}`);
			article.stock = pieces;
		},
		invoice(orderReference) {
			const order = ledger.salesOrders.find(({ reference }) => reference === orderReference);
			if (!order) throw new Error(`No sales order ${orderReference}`);
			order.status = 'Factuur';
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
			if (seconds <= 0) return () => gate.leave();
			const { headers, ...answer } = gateway.rateLimited(seconds);
			return switches.retryAfter === 'header' && headers ? { ...answer, headers } : answer;
		},
		latencyMs: () => switches.latencyMs,
		handle: async (call) => {
			if (call.method === 'POST' && call.path === tokenPath) {
				return tokens.issue(call, switches.scopes);
			}
			const activated = await couplings.answer(call);
			if (activated) return activated;
			if (!call.path.startsWith('/v2/')) return gateway.unknownPath();
			const answer = answerApi(call);
			return answer.status < 300 && isTooLong(call, switches) ? gateway.gaveUp() : answer;
		},
		unauthorized,
		rateLimited: gateway.rateLimited,
		resetRecords: () => {
			ledger = freshBooks();
			gate.clear();
			clientKeys.clear();
			clientKeys.add(clientKey);
			couplings.reset();
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
				case 'PUT webhook': {
					const wanted = parseJson(call.body);
					couplings.activation.webhookUrl = isRecord(wanted) ? String(wanted.url ?? '') : '';
					return { status: 204 };
				}
				case 'POST regenerate':
				case 'POST disconnect': {
					const wanted = parseJson(call.body);
					if (!isRecord(wanted)) return { status: 400 };
					const change = door === 'regenerate' ? 'regenerate' : 'disconnect';
					void couplings.activation[change](String(wanted.referenceKey));
					return { status: 204 };
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
				case 'POST count': {
					const wanted = parseJson(call.body);
					if (!isRecord(wanted)) return { status: 400 };
					books.count(String(wanted.code), Number(wanted.pieces));
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
		activationUrl: `${service.origin}/couplings/activate`,
		activation: couplings.activation,
		books,
		switches,
		revokeTokens: () => tokens.revokeAll(),
	};
}
