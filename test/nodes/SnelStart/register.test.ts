import type { IDataObject } from 'n8n-workflow';

import type { PaymentDraft } from '../../../bookkeeping/payments/paymentDraft';
import type { PayoutDraft } from '../../../bookkeeping/payments/payouts/payoutDraft';
import { forgetWrites } from '../../../nodes/SnelStart/booking/writeOnce';
import type { RegisterResult } from '../../../nodes/SnelStart/booking/payments/registerResult';
import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { guidFor } from '../../../sandbox/snelstart/identity';
import { accountId, book, consumer, draft, jsonOf, PERSON, run } from './support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => {
	sandbox.snelStart.faults.clear();
	sandbox.snelStart.journal.clear();
});
afterAll(() => sandbox.stop());

const journal = (number: number) => guidFor('dagboeken', number);
let numbers = 0;

/** Books a sale of 12.10 and gives its invoice number. */
async function sale(over: Parameters<typeof draft>[1] = {}): Promise<string> {
	const number = `R${(numbers += 1)}`;
	const [result] = await book(sandbox, [draft(number, over)]);
	if (result?.state !== 'booked') throw new Error(result?.message);
	sandbox.snelStart.journal.clear();
	return number;
}

const openOf = (invoiceNumber: string): number | undefined =>
	sandbox.snelStart.books.summary().salesInvoices.find((one) => one.factuurnummer === invoiceNumber)
		?.openstaandSaldo;
const entryOf = (invoiceNumber: string): string =>
	sandbox.snelStart.books.summary().salesEntries.find((one) => one.factuurnummer === invoiceNumber)!
		.id;

/** A payment of 12.10 on the clearing account of Mollie, in the memorial journal. */
function payment(invoiceNumber: string, over: Partial<PaymentDraft> = {}): PaymentDraft {
	const amount = over.amount ?? 12.1;
	const id = over.paymentId ?? `tr_${invoiceNumber}`;
	const clearing = {
		role: 'clearing' as const,
		description: `iDEAL ${invoiceNumber}`,
		ledgerAccountId: accountId(1104),
		debit: Math.max(amount, 0),
		credit: Math.max(-amount, 0),
	};
	return {
		document: 'payment',
		paymentKey: `demo/shop/${invoiceNumber}/${id}`,
		orderKey: `demo/shop/${invoiceNumber}`,
		orderNumber: invoiceNumber,
		paymentId: id,
		paymentMethod: 'ideal',
		amount,
		openItem: { invoiceNumber, orderNumber: invoiceNumber, amount, email: PERSON.email },
		kind: 'memorial',
		journalId: journal(5),
		date: '2026-05-14',
		number: id,
		description: `iDEAL ${invoiceNumber}`,
		received: 0,
		spent: 0,
		ledgerLines: [clearing],
		salesLines: [
			{
				orderKey: `demo/shop/${invoiceNumber}`,
				orderNumber: invoiceNumber,
				invoiceNumber,
				amount,
				description: invoiceNumber,
			},
		],
		notes: [],
		...over,
	};
}

/** The same payment in a bank or cash journal, with a fee of 2.00 inside it. */
const direct = (kind: 'bank' | 'cash', number: string, over: Partial<PaymentDraft> = {}) =>
	payment(number, {
		kind,
		journalId: journal(kind === 'bank' ? 2 : 1),
		received: 10.1,
		ledgerLines: [
			{
				role: 'costs',
				description: 'Fee',
				ledgerAccountId: accountId(4310),
				debit: 2,
				credit: 0,
			},
		],
		...over,
	});

/** A payout of 118.79: 121.00 left the clearing account, 2.21 were fees. */
const payout = (id: string, over: Partial<PayoutDraft> = {}): PayoutDraft => ({
	document: 'payout',
	payoutKey: `demo/mollie/${id}`,
	provider: 'mollie',
	payoutId: id,
	reference: id,
	net: 118.79,
	gross: 121,
	fees: 2.21,
	kind: 'bank',
	journalId: journal(2),
	date: '2026-05-20',
	number: id,
	description: `Payout mollie ${id}`,
	received: 118.79,
	spent: 0,
	ledgerLines: [
		{
			role: 'clearing',
			description: 'Payments',
			ledgerAccountId: accountId(1104),
			debit: 0,
			credit: 121,
		},
		{
			role: 'costs',
			description: 'Fees',
			ledgerAccountId: accountId(4310),
			debit: 2.21,
			credit: 0,
		},
	],
	salesLines: [],
	notes: [],
	...over,
});

const parameters = { resource: 'payment', operation: 'register', draftField: 'draft' };

async function register(drafts: unknown[], beside: IDataObject = {}): Promise<RegisterResult[]> {
	const items = drafts.map((one) => ({ draft: one, ...beside }) as IDataObject);
	const { outputs, error } = await run(sandbox, parameters, { items });
	if (error) throw new Error(error.message);
	expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual(
		drafts.map((_, item) => ({ item })),
	);
	return jsonOf(outputs[0]) as unknown as RegisterResult[];
}

const posts = (): number =>
	Object.entries(sandbox.snelStart.journal.calls())
		.filter(([shape]) => shape.startsWith('POST'))
		.reduce((total, [, times]) => total + times, 0);

describe('a payment (J160-J170)', () => {
	it('J163, J168-J170: becomes a memorial on the sales entry, which is then paid', async () => {
		const number = await sale();
		const [result] = await register([payment(number)]);
		expect(result).toMatchObject({
			document: 'payment',
			state: 'booked',
			alreadyThere: false,
			entryKind: 'memorial',
			salesEntryIds: [entryOf(number)],
		});
		expect(openOf(number)).toBe(0);
		const entry = sandbox.snelStart.books
			.summary()
			.memorialEntries.find(({ id }) => id === result!.entryId);
		expect(entry).toMatchObject({
			datum: '2026-05-14T00:00:00',
			boekstuk: `tr_${number}`,
			omschrijving: `iDEAL ${number}`,
			dagboek: { id: journal(5) },
			memoriaalBoekingsRegels: [
				{
					omschrijving: `iDEAL ${number}`,
					debet: 12.1,
					credit: 0,
					grootboek: { id: accountId(1104) },
				},
			],
			verkoopboekingBoekingsRegels: [
				{ boekingId: { id: entryOf(number) }, bedrag: 12.1, omschrijving: number },
			],
		});
	});

	it.each(['bank', 'cash'] as const)('is booked in a %s journal, its fee inside', async (kind) => {
		const number = await sale();
		const [result] = await register([direct(kind, number)]);
		expect(result).toMatchObject({ state: 'booked', entryKind: kind });
		expect(openOf(number)).toBe(0);
	});

	it('is paid in parts, each once', async () => {
		const number = await sale();
		const parts = [5, 7.1].map((amount, index) =>
			payment(number, { amount, paymentId: `tr_${number}_${index}` }),
		);
		const results = await register(parts);
		expect(results.map(({ state }) => state)).toEqual(['booked', 'booked']);
		expect(openOf(number)).toBe(0);
	});

	it('that goes back settles the credit note', async () => {
		await sale();
		const credit = await sale({
			document: 'creditNote',
			originalInvoiceNumber: 'R1',
			originalOrderKey: 'demo:shop:R1',
			estimated: false,
			invoiceAmount: -12.1,
			lines: [{ ...draft('x').lines[0]!, amount: -10 }],
			vat: [{ vatKind: 'high', percentage: 21, amount: -2.1 }],
		} as never);
		const [result] = await register([payment(credit, { amount: -12.1 })]);
		expect([result!.state, openOf(credit)]).toEqual(['booked', 0]);
	});

	it('that goes back on the invoice itself opens it again, for no more than was paid', async () => {
		const number = await sale();
		await register([payment(number)]);
		const back = (amount: number) =>
			payment(number, { amount, paymentId: `re_${number}_${amount}` });
		const [done, tooMuch] = await register([back(-2), back(-11)]);
		expect([done!.state, openOf(number)]).toEqual(['booked', 2]);
		expect([tooMuch!.state, tooMuch!.code]).toEqual(['needsAttention', 'OPEN_ITEM_DOES_NOT_FIT']);
	});
});

describe('the open item (J162)', () => {
	it('is the sales entry whose id stands beside the draft, whatever its number is', async () => {
		const number = await sale();
		const renamed = payment('other', { paymentId: `tr_${number}` });
		const [result] = await register([renamed], { salesEntryId: entryOf(number) });
		expect([result!.state, openOf(number)]).toEqual(['booked', 0]);
	});

	it('is found by e-mail, amount and the order number in the description', async () => {
		const email = 'by.description@mail.example';
		const number = await sale({
			customer: consumer({ name: 'Bea', email }),
			description: 'Webshop order 4711',
		});
		const openItem = { invoiceNumber: 'W4711', orderNumber: '4711', amount: 12.1, email };
		const unlike = payment('W4711', {
			openItem,
			orderNumber: '4711',
			salesLines: [{ ...payment('W4711').salesLines[0]!, orderNumber: '4711' }],
		});
		const other = { ...unlike, salesLines: [{ ...unlike.salesLines[0]!, orderNumber: '471' }] };
		expect((await register([other]))[0]!.state).toBe('openItemNotFound');
		expect((await register([unlike]))[0]!.state).toBe('booked');
		expect(openOf(number)).toBe(0);
	});

	it('J164, J166: that is not there is a state, nothing is sent, and later it is booked', async () => {
		const number = `R${numbers + 1}`;
		const [missing] = await register([payment(number)]);
		expect(missing).toMatchObject({ state: 'openItemNotFound', code: 'OPEN_ITEM_NOT_FOUND' });
		expect(missing!.message).toContain(number);
		expect(posts()).toBe(0);
		await sale();
		expect((await register([payment(number)]))[0]!.state).toBe('booked');
	});

	it('that somebody settled by hand needs attention', async () => {
		const number = await sale();
		sandbox.snelStart.books.pay(number, 1210);
		const [result] = await register([payment(number)]);
		expect(result).toMatchObject({ state: 'needsAttention', code: 'OPEN_ITEM_DOES_NOT_FIT' });
		expect(openOf(number)).toBe(0);
	});
});

describe('never twice (J167)', () => {
	it.each<[string, (number: string) => PaymentDraft]>([
		['memorial', (number) => payment(number)],
		['bank', (number) => direct('bank', number)],
		['cash', (number) => direct('cash', number)],
	])('a %s that is there is taken over', async (_kind, make) => {
		const number = await sale();
		const [first] = await register([make(number)]);
		const [second] = await register([make(number)]);
		expect([first!.alreadyThere, second!.state, second!.alreadyThere]).toEqual([
			false,
			'booked',
			true,
		]);
		expect(posts()).toBe(1);
		expect(openOf(number)).toBe(0);
	});

	it('the same payment twice in a run is booked once', async () => {
		const number = await sale();
		const results = await register([payment(number), payment(number)]);
		expect(results.map(({ state }) => state)).toEqual(['booked', 'booked']);
		expect(posts()).toBe(1);
	});

	it.each(['504-after-commit', 'reset-after-commit', 'cut'] as const)(
		'a lost answer (%s) is settled by looking it up',
		async (kind) => {
			const number = await sale();
			sandbox.snelStart.faults.add({ kind, shape: 'POST memoriaalboekingen' });
			const [result] = await register([payment(number)]);
			expect(result).toMatchObject({ state: 'booked', alreadyThere: true });
			expect([posts(), openOf(number)]).toEqual([1, 0]);
		},
	);

	it('an answer that stays lost is unknown as long as it may be carried out, then it is booked', async () => {
		const number = await sale();
		sandbox.snelStart.faults.add({ kind: '504', shape: 'POST memoriaalboekingen' });
		const [unknown] = await register([payment(number)]);
		const [still] = await register([payment(number)]);
		expect([unknown!.state, still!.state, posts()]).toEqual(['unknown', 'unknown', 1]);
		forgetWrites();
		const [booked] = await register([payment(number)]);
		expect([booked!.state, booked!.alreadyThere, openOf(number)]).toEqual(['booked', false, 0]);
	});

	it('another entry with the number, in SnelStart or in the run, needs attention', async () => {
		const [one, other] = [await sale(), await sale()];
		await register([payment(one, { paymentId: 'same', amount: 5 })]);
		const [inUse] = await register([payment(other, { paymentId: 'same' })]);
		expect(inUse!.code).toBe('DOCUMENT_NUMBER_IN_USE');
		const [, twice] = await register([
			payment(one, { paymentId: 'both', amount: 7.1 }),
			payment(other, { paymentId: 'both' }),
		]);
		expect(twice!.code).toBe('DOCUMENT_NUMBER_TWICE_IN_BATCH');
	});
});

describe('orders that were paid in one transaction', () => {
	/** Two orders of 12.10 under one transaction id, as the transformer drafts them. */
	async function pair(kind: 'memorial' | 'bank', id: string): Promise<PaymentDraft[]> {
		const numbersOf = [await sale(), await sale()];
		return numbersOf.map((number) => ({
			...(kind === 'memorial' ? payment(number) : direct(kind, number)),
			paymentKey: `demo/shop/${number}/paid`,
			paymentId: id,
			number: `${id}-${number}`,
			earlierNumber: id,
		}));
	}
	const states = (results: RegisterResult[]) =>
		results.map(({ state, alreadyThere, number }) => [state, alreadyThere, number]);

	it.each(['memorial', 'bank'] as const)(
		'J167, J168: each %s has a document number of its own, and a second run books nothing',
		async (kind) => {
			const both = await pair(kind, `tr_both_${kind}`);
			expect(states(await register(both))).toEqual(
				both.map(({ number }) => ['booked', false, number]),
			);
			expect(both.map(({ orderNumber }) => openOf(orderNumber))).toEqual([0, 0]);
			sandbox.snelStart.journal.clear();
			expect(states(await register([...both].reverse()))).toEqual(
				[...both].reverse().map(({ number }) => ['booked', true, number]),
			);
			expect(posts()).toBe(0);
		},
	);

	it('J168: two runs at once give each its own number, whoever comes first', async () => {
		const [one, other] = await pair('memorial', 'tr_at_once');
		sandbox.snelStart.switches.latencyMs = 30;
		const runs = await Promise.all([register([one!, other!]), register([other!, one!])]);
		sandbox.snelStart.switches.latencyMs = 0;
		const numbersOf = runs.flat().map(({ number }) => number);
		expect(new Set(numbersOf)).toEqual(new Set([one!.number, other!.number]));
		// Without the order table in between, a run of the same process still sends nothing twice.
		expect(posts()).toBe(2);
		expect([openOf(one!.orderNumber), openOf(other!.orderNumber)]).toEqual([0, 0]);
	});

	it.each(['memorial', 'bank'] as const)(
		'a %s that version 0.1.0 booked under the bare transaction id is taken over by its own order only',
		async (kind) => {
			const [one, other] = await pair(kind, `tr_old_${kind}`);
			await register([{ ...one!, number: one!.earlierNumber! }]);
			expect(states(await register([other!, one!]))).toEqual([
				['booked', false, other!.number],
				['booked', true, one!.earlierNumber],
			]);
			expect([openOf(one!.orderNumber), openOf(other!.orderNumber)]).toEqual([0, 0]);
		},
	);

	it('a lost answer is not settled by the entry of the other order', async () => {
		const [one, other] = await pair('memorial', 'tr_lost');
		sandbox.snelStart.faults.add({ kind: '504-after-commit', shape: 'POST memoriaalboekingen' });
		const [first] = await register([one!]);
		sandbox.snelStart.faults.add({ kind: '504', shape: 'POST memoriaalboekingen' });
		const [lost] = await register([other!]);
		expect([first!.state, lost!.state]).toEqual(['booked', 'unknown']);
		const [meanwhile] = await register([other!]);
		expect(meanwhile!.state).toBe('unknown');
		forgetWrites();
		const [booked] = await register([other!]);
		expect(booked!.state).toBe('booked');
		expect([openOf(one!.orderNumber), openOf(other!.orderNumber)]).toEqual([0, 0]);
	});
});

describe('a payout', () => {
	it('W050: is booked with its fees, once', async () => {
		const [first] = await register([payout('stl_1')]);
		const [second] = await register([payout('stl_1')]);
		expect(first).toMatchObject({
			document: 'payout',
			payoutKey: 'demo/mollie/stl_1',
			state: 'booked',
			alreadyThere: false,
		});
		expect(second).toMatchObject({ entryId: first!.entryId, alreadyThere: true });
		expect(posts()).toBe(1);
	});

	it('deducts the VAT in its fees: net on costs, the VAT to claim back beside it', async () => {
		const [clearing, costs] = payout('stl_vat').ledgerLines;
		const lines = [clearing!, { ...costs!, debit: 1.83, vatKind: 'high' as const }];
		const draftOf = (number: string, kept = lines) =>
			payout(number, { ledgerLines: kept, vatLines: [{ debit: 0.38, credit: 0 }] });
		const [booked] = await register([draftOf('stl_vat')]);
		expect(booked).toMatchObject({ state: 'booked', alreadyThere: false });
		const { outputs } = await run(sandbox, {
			...{ resource: 'ledgerMutation', operation: 'getMany', returnAll: true },
		});
		const moved = jsonOf(outputs[0])
			.filter((one) => one.voucher === 'stl_vat')
			.map((one) => [one.ledgerAccountId, one.balance]);
		expect(moved).toEqual([
			[accountId(1100), 118.79],
			[accountId(1104), -121],
			[accountId(4310), 1.83],
			[accountId(1675), 0.38],
		]);
		// BOE-0053: only beside costs of purchases.
		const [refused] = await register([
			draftOf('stl_diff', [clearing!, { ...lines[1]!, ledgerAccountId: accountId(4900) }]),
		]);
		expect(refused!.state).toBe('needsAttention');
	});

	it('is not booked when its money came another way, such as a statement that was imported', async () => {
		const line = { omschrijving: 'Uitbetaling 7654321.2605.01', btwSoort: 'Geen' };
		const create = async (boekstuk: string, bedragUitgegeven: number) =>
			await run(sandbox, {
				...{ resource: 'bankEntry', operation: 'create', date: '2026-05-19' },
				journalId: { __rl: true, mode: 'id', value: journal(7) },
				...{ received: 0, spent: bedragUitgegeven },
				additionalFields: {
					...{ documentNumber: boekstuk, description: line.omschrijving },
					ledgerLines: {
						line: [
							{
								...{ description: line.omschrijving, debit: bedragUitgegeven, credit: 0 },
								ledgerAccountId: { __rl: true, mode: 'id', value: accountId(1104) },
							},
						],
					},
				},
			});
		const { error } = await create('MT940-1', 118.79);
		expect(error).toBeUndefined();
		const [refused] = await register([payout('stl_mt940', { reference: '7654321.2605.01' })]);
		expect(refused).toMatchObject({ state: 'needsAttention', code: 'PAYOUT_CAME_ANOTHER_WAY' });
		expect(refused!.message).toMatch(/journal PayPal .*118\.79 on 2026-05-19/);
		const [other] = await register([payout('stl_other', { reference: '7654321.2605.02' })]);
		expect(other!.state).toBe('booked');
	});

	it('opens the invoice again for a chargeback', async () => {
		const number = await sale();
		await register([payment(number)]);
		expect(openOf(number)).toBe(0);
		const back = payment(number).salesLines[0]!;
		const [done] = await register([
			payout('stl_chb', {
				received: 0,
				spent: 12.1,
				ledgerLines: [],
				salesLines: [{ ...back, amount: -12.1 }],
			}),
		]);
		expect([done!.state, openOf(number)]).toEqual(['booked', 12.1]);
	});

	it('settles open items straight, all of them or none', async () => {
		const [one, other] = [await sale(), await sale()];
		const lines = (numbersOf: string[]) => ({
			received: 24.2,
			ledgerLines: [],
			salesLines: numbersOf.map((number) => payment(number).salesLines[0]!),
		});
		const [missing] = await register([payout('stl_2', lines([one, 'nowhere']))]);
		expect([missing!.state, openOf(one)]).toEqual(['openItemNotFound', 12.1]);
		const [done] = await register([payout('stl_2', lines([one, other]))]);
		expect([done!.state, openOf(one), openOf(other)]).toEqual(['booked', 0, 0]);
	});
});

it('one bad item never stops the others, and no message holds personal data', async () => {
	const number = await sale();
	const wrongAccount = payment(await sale());
	wrongAccount.ledgerLines[0]!.ledgerAccountId = accountId(8090);
	const results = await register([
		{ document: 'payment', nonsense: PERSON.email },
		payout('stl_3', { received: 1 }),
		wrongAccount,
		payment(number),
	]);
	expect(results.map(({ state, code }) => [state, code])).toEqual([
		['needsAttention', 'PAYMENT_DRAFT_INVALID'],
		['needsAttention', 'PAYMENT_DRAFT_NOT_BALANCED'],
		['needsAttention', 'BOE-0008'],
		['booked', undefined],
	]);
	expect(JSON.stringify(results)).not.toContain(PERSON.email);
	expect(JSON.stringify(results)).not.toContain(PERSON.name);
});

it('a lost right stops the run: the rest stays ready', async () => {
	const [one, other] = [await sale(), await sale()];
	const { switches } = sandbox.snelStart;
	const all = [...switches.scopes];
	switches.scopes = all.filter((scope) => scope !== 'memoriaal:write');
	sandbox.snelStart.revokeTokens();
	const results = await register([payment(one), payment(other)]);
	switches.scopes = all;
	sandbox.snelStart.revokeTokens();
	expect(results.map(({ state, code }) => [state, code])).toEqual([
		['ready', 'SCOPE_MISSING'],
		['ready', 'SCOPE_MISSING'],
	]);
	expect(posts()).toBe(1);
});

it('look-ups are combined: 50 payments take 50 writes and 8 look-ups', async () => {
	// The tests before this one may have used up the minute.
	sandbox.snelStart.switches.limits = null;
	const drafts = Array.from({ length: 50 }, (_, index) => draft(`B${index}`));
	await book(sandbox, drafts);
	sandbox.snelStart.journal.clear();
	const results = await register(
		drafts.map(({ invoiceNumber }) =>
			payment(invoiceNumber, { earlierNumber: `old_${invoiceNumber}` }),
		),
	);
	expect(results.every(({ state }) => state === 'booked')).toBe(true);
	expect(sandbox.snelStart.journal.calls()).toEqual({
		'GET grootboekmutaties': 5,
		'GET verkoopfacturen': 3,
		'POST memoriaalboekingen': 50,
	});
});

test('payments too are sent until the claims are about to end', async () => {
	const numbers = [await sale(), await sale()];
	const clock = jest.spyOn(Date, 'now');
	const began = Date.now();
	clock.mockImplementation(() => began + (openOf(numbers[0]!) === 0 ? 90 * 60_000 : 0));
	const results = await register(numbers.map((number) => payment(number)));
	clock.mockRestore();
	expect(results.map(({ state, code }) => [state, code])).toEqual([
		['booked', undefined],
		['ready', 'BATCH_OUT_OF_TIME'],
	]);
	expect(numbers.map(openOf)).toEqual([0, 12.1]);
});
