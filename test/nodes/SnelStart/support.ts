import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { CustomerDraft, SalesEntryDraft } from '../../../bookkeeping/documents/draft';
import { SnelStart } from '../../../nodes/SnelStart/SnelStart.node';
import type { BookResult } from '../../../nodes/SnelStart/booking/bookResult';
import type { Sandbox } from '../../../sandbox';
import { accounts } from '../../../sandbox/snelstart/accounts';
import { runNode } from '../../support/engine';
import type { NodeRun, RunNodeOptions } from '../../support/engine';

export type Customer = Exclude<CustomerDraft, { kind: 'fixedDebtor' }>;

export const accountId = (number: number): string =>
	accounts.find(({ nummer }) => nummer === number)!.id;

/** What must never stand in a message, a code or a tip. */
export const PERSON = { name: 'Zwaantje Quist', email: 'zwaantje.quist@mail.example' };

export function consumer(over: Partial<Customer> = {}): Customer {
	return {
		kind: 'consumer',
		name: PERSON.name,
		email: PERSON.email,
		phone: '0612345678',
		vatNumber: '',
		chamberOfCommerceNumber: '',
		address: {
			contact: '',
			street: 'Dorpsstraat 12',
			postcode: '1234 AB',
			city: 'Utrecht',
			country: 'NL',
		},
		...over,
	};
}

/** An order of 12.10 with 21 % VAT inside. */
export function draft(number: string, over: Partial<SalesEntryDraft> = {}): SalesEntryDraft {
	return {
		document: 'salesEntry',
		orderKey: `demo:shop:${number}`,
		orderNumber: number,
		invoiceNumber: number,
		invoiceDate: '2026-05-13',
		paymentTermDays: 14,
		description: `Order ${number}`,
		invoiceAmount: 12.1,
		customer: consumer(),
		lines: [
			{
				role: 'product',
				description: 'Candle',
				ledgerAccountId: accountId(8000),
				amount: 10,
				vatKind: 'high',
				reason: 'test',
			},
		],
		vat: [{ vatKind: 'high', percentage: 21, amount: 2.1 }],
		regime: 'domestic',
		regimeReason: 'test',
		notes: [],
		...over,
	};
}

export function credentialsOf({ snelStart }: Sandbox) {
	const { clientKey, subscriptionKey, baseUrl, tokenUrl } = snelStart;
	const keys = { clientKey, subscriptionKey, baseUrl, tokenUrl, accessToken: '' };
	// The sandbox has limits of its own; the node's are tested on their own.
	return { snelStartB2bApi: { ...keys, requestsPerMinute: 0, requestsInFlight: 0 } };
}

export async function run(
	sandbox: Sandbox,
	parameters: INodeParameters,
	more: Partial<RunNodeOptions> = {},
): Promise<NodeRun> {
	const credentials = credentialsOf(sandbox);
	return await runNode({ node: new SnelStart(), parameters, credentials, ...more });
}

/** Books drafts (or whatever else stands in for one) and returns their results. */
export async function book(sandbox: Sandbox, drafts: unknown[]): Promise<BookResult[]> {
	const items = drafts.map((one) => ({ draft: one }) as IDataObject);
	const { outputs, error } = await run(sandbox, bookParameters, { items });
	if (error) throw new Error(error.message);
	return jsonOf(outputs[0]) as unknown as BookResult[];
}

export const bookParameters = { resource: 'salesEntry', operation: 'book', draftField: 'draft' };

export const jsonOf = (items: INodeExecutionData[] = []): IDataObject[] =>
	items.map(({ json }) => json);
