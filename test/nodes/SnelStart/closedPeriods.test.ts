import type { IDataObject } from 'n8n-workflow';

import { forgetWrites } from '../../../nodes/SnelStart/booking/writeOnce';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { guidFor } from '../../../sandbox/snelstart/identity';
import { accountId, book, bookParameters, draft, jsonOf, run } from './support';

/** The sandbox has a return of the second quarter of 2024 that was accepted. */
const LATE = '2024-05-14';
const FIRST_OPEN = '2024-07-01';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => {
	sandbox.snelStart.reset();
	forgetWrites();
	// The worst that SnelStart may do: take it in silence.
	sandbox.snelStart.switches.filedReturns = 'accept';
});
afterAll(() => sandbox.stop());

const entries = () => sandbox.snelStart.books.summary().salesEntries;
const firstOpenDay = { whenClosed: { book: 'firstOpenDay' } } as const;

it('never books into a VAT return that was filed, and reads the returns once', async () => {
	const late = ['A1', 'A2'].map((number) => draft(number, { invoiceDate: LATE }));
	const [first, second, third] = await book(sandbox, [...late, draft('A3')]);
	for (const result of [first, second]) {
		expect(result).toMatchObject({
			state: 'needsAttention',
			code: 'PERIOD_CLOSED',
			facts: { case: 'filed', date: LATE, from: '2024-04-01', until: '2024-06-30' },
		});
		expect(result!.message).toContain('2024-05-14');
	}
	expect(third).toMatchObject({ state: 'booked' });
	expect(entries().map(({ factuurnummer }) => factuurnummer)).toEqual(['A3']);
	// The second page proves that the first was the last.
	expect(sandbox.snelStart.journal.calls()['GET btwaangiftes']).toBe(2);
});

it('dates it on the first open day where the settings say so, and knows it again', async () => {
	const late = draft('B1', { invoiceDate: LATE, ...firstOpenDay });
	const booked = { state: 'booked', datedOn: FIRST_OPEN };
	expect(await book(sandbox, [late])).toMatchObject([{ ...booked, alreadyThere: false }]);
	expect(entries()).toMatchObject([{ factuurdatum: '2024-07-01T00:00:00' }]);
	expect(await book(sandbox, [late])).toMatchObject([{ ...booked, alreadyThere: true }]);
	expect(entries()).toHaveLength(1);
});

it('does so for a credit note', async () => {
	await book(sandbox, [draft('C1')]);
	const sale = draft('C2', { invoiceDate: LATE, ...firstOpenDay });
	const credit = {
		...sale,
		document: 'creditNote',
		originalInvoiceNumber: 'C1',
		originalOrderKey: 'demo:shop:C1',
		estimated: false,
		invoiceAmount: -12.1,
		lines: sale.lines.map((line) => ({ ...line, amount: -line.amount })),
		vat: sale.vat.map((row) => ({ ...row, amount: -row.amount })),
	};
	expect(await book(sandbox, [credit])).toMatchObject([{ datedOn: FIRST_OPEN }]);
	const waiting = { ...credit, whenClosed: undefined, invoiceNumber: 'C3', orderKey: 'c3' };
	expect(await book(sandbox, [waiting])).toMatchObject([{ code: 'PERIOD_CLOSED' }]);
});

it('counts a return that was filed outside SnelStart', async () => {
	const [filed] = jsonOf(
		(
			await run(sandbox, {
				resource: 'vatReturn',
				operation: 'markAsFiled',
				vatReturnId: guidFor('btwaangiftes', '2026-04-01'),
				filedElsewhere: true,
			})
		).outputs[0],
	);
	expect(filed).toMatchObject({ filedElsewhere: true });
	const [may] = await book(sandbox, [draft('D1', firstOpenDay)]);
	expect(may).toMatchObject({ state: 'booked', datedOn: '2026-07-01' });
});

it('counts books that the settings call closed', async () => {
	const closed = { whenClosed: { book: 'attention', until: '2026-05-13' } } as const;
	expect(await book(sandbox, [draft('E1', closed)])).toMatchObject([
		{ code: 'PERIOD_CLOSED', facts: { case: 'booksClosed', until: '2026-05-13' } },
	]);
});

describe('payments and payouts', () => {
	const entry = (number: string, over: Record<string, unknown> = {}) => ({
		...{ document: 'payment', paymentKey: `demo/${number}`, orderKey: 'demo:shop:H1' },
		...{ orderNumber: 'H1', paymentId: '', paymentMethod: '', amount: 0 },
		openItem: { invoiceNumber: 'H1', orderNumber: 'H1', amount: 0, email: '' },
		...{ kind: 'memorial', journalId: guidFor('dagboeken', 5), date: LATE, number },
		...{ description: number, received: 0, spent: 0, salesLines: [], notes: [] },
		ledgerLines: [line('costs', 4900, 0, 21), line('clearing', 1104, 21, 0)],
		...over,
	});
	const line = (role: string, account: number, debit: number, credit: number) => ({
		...{ role, description: role, ledgerAccountId: accountId(account), debit, credit },
	});
	const payout = (number: string, over: Record<string, unknown> = {}) =>
		entry(number, {
			...{ document: 'payout', payoutKey: `demo/mollie/${number}`, provider: 'mollie' },
			...{ payoutId: number, reference: number, net: 118.79, gross: 121, fees: 2.21 },
			...{ kind: 'bank', journalId: guidFor('dagboeken', 2), received: 118.79 },
			ledgerLines: [line('clearing', 1104, 0, 121), line('costs', 4310, 2.21, 0)],
			...over,
		});
	const register = async (...drafts: unknown[]) => {
		const { outputs, error } = await run(
			sandbox,
			{ resource: 'payment', operation: 'register', draftField: 'draft' },
			{ items: drafts.map((one) => ({ draft: one }) as IDataObject) },
		);
		if (error) throw new Error(error.message);
		return jsonOf(outputs[0]);
	};

	const withVat = payout('P5b', {
		ledgerLines: [
			line('clearing', 1104, 0, 121),
			{ ...line('costs', 4310, 1.83, 0), vatKind: 'high' },
		],
		vatLines: [{ debit: 0.38, credit: 0 }],
		feesBooked: { on: 'costsWithVat', fees: 2.21, vat: 0.38 },
	});
	const shifted = payout('P4b', { feesBooked: { on: 'reverseCharge', fees: 2.21, vat: 0 } });
	const claimed = entry('BD1', {
		ledgerLines: [line('vat', 1671, 21, 0), line('costs', 4900, 0, 21)],
	});

	it.each([
		['VAT of fees that is deducted (5b)', withVat],
		['fees by reverse charge (4b and 5b)', shifted],
		['VAT of a bad debt (1a)', claimed],
	])('%s never lands in a VAT return that was filed', async (_, draftOf) => {
		const inFiled = { state: 'needsAttention', code: 'PERIOD_CLOSED', facts: { case: 'filed' } };
		expect(await register(draftOf)).toMatchObject([inFiled]);
		const calls = sandbox.snelStart.journal.calls();
		expect(Object.keys(calls).filter((shape) => shape.startsWith('POST'))).toEqual([]);
		expect(await register({ ...draftOf, ...firstOpenDay })).toMatchObject([
			{ state: 'booked', datedOn: FIRST_OPEN },
		]);
	});

	it('others touch no return, and none is read for them', async () => {
		const plain = payout('P1', { feesBooked: { on: 'costs', fees: 2.21, vat: 0 } });
		const [booked] = await register(plain);
		expect(booked).toMatchObject({ state: 'booked' });
		expect(booked).not.toHaveProperty('datedOn');
		expect(sandbox.snelStart.journal.calls()['GET btwaangiftes']).toBeUndefined();
	});
});

it('books nothing when SnelStart does not give its VAT returns', async () => {
	const { switches } = sandbox.snelStart;
	switches.scopes = switches.scopes.filter((scope) => !scope.startsWith('btwaangiftes'));
	const { error } = await run(sandbox, bookParameters, { items: [{ draft: draft('F1') }] });
	expect(error).toBeDefined();
	expect(entries()).toEqual([]);
});

it('says so before anything is booked', async () => {
	const { outputs } = await run(
		sandbox,
		{ resource: 'salesEntry', operation: 'findBooked', draftField: 'draft' },
		{ items: [{ draft: draft('G1', { invoiceDate: LATE }) }] },
	);
	expect(jsonOf(outputs[0])).toMatchObject([
		{ found: { state: 'needsAttention', code: 'PERIOD_CLOSED' } },
	]);
});
