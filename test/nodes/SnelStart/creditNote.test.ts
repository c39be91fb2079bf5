import type { CreditNoteDraft } from '../../../bookkeeping/documents/draft';
import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { book, draft, jsonOf, run } from './support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.snelStart.reset());
afterAll(() => sandbox.stop());

const entries = () => sandbox.snelStart.books.summary().salesEntries;
const calls = () => sandbox.snelStart.journal.calls();

/** The credit note of the whole order W1 of 12.10. */
function creditNote(number: string, over: Partial<CreditNoteDraft> = {}): CreditNoteDraft {
	const sale = draft('W1');
	return {
		...sale,
		document: 'creditNote',
		orderKey: `${sale.orderKey}/refund/${number}`,
		invoiceNumber: number,
		invoiceAmount: -12.1,
		description: 'Credit W1',
		lines: sale.lines.map((line) => ({ ...line, amount: -line.amount })),
		vat: sale.vat.map((row) => ({ ...row, amount: -row.amount })),
		originalInvoiceNumber: 'W1',
		originalOrderKey: sale.orderKey,
		estimated: false,
		...over,
	};
}

async function bookCreditNotes(drafts: CreditNoteDraft[]) {
	const parameters = { resource: 'creditNote', operation: 'book', draftField: 'draft' };
	const { outputs, error } = await run(sandbox, parameters, {
		items: drafts.map((one) => ({ draft: { ...one } })),
	});
	expect(error).toBeUndefined();
	return jsonOf(outputs[0]);
}

describe('a credit note (W005, W053, SS-450)', () => {
	it('is a negative sales entry on the customer of the order', async () => {
		const [sale] = await book(sandbox, [draft('W1')]);
		const [result] = await bookCreditNotes([creditNote('C66')]);
		expect(result).toMatchObject({
			state: 'booked',
			alreadyThere: false,
			invoiceNumber: 'C66',
			relationId: sale!.relationId,
		});
		expect(entries().find(({ factuurnummer }) => factuurnummer === 'C66')).toMatchObject({
			factuurbedrag: -12.1,
			omschrijving: 'Credit W1',
			boekingsregels: [{ bedrag: -10, btwSoort: 'Hoog' }],
			btw: [{ btwSoort: 'VerkopenHoog', btwBedrag: -2.1 }],
		});
	});

	it('goes in one batch with its order, by Sales Entry → Book', async () => {
		const results = await book(sandbox, [draft('W1'), creditNote('C66')]);
		expect(results.map(({ state }) => state)).toEqual(['booked', 'booked']);
		expect(results[1]!.relationId).toBe(results[0]!.relationId);
	});

	it('is found again and never booked twice', async () => {
		await bookCreditNotes([creditNote('C66')]);
		const [again] = await bookCreditNotes([creditNote('C66')]);
		expect(again).toMatchObject({ state: 'booked', alreadyThere: true });
		expect(calls()['POST verkoopboekingen']).toBe(1);
	});

	it('given twice in one batch is sent once', async () => {
		const results = await bookCreditNotes([creditNote('C66'), creditNote('C66')]);
		expect(results.map(({ state }) => state)).toEqual(['booked', 'booked']);
		expect(calls()['POST verkoopboekingen']).toBe(1);
	});

	it('whose number belongs to something else is refused', async () => {
		await book(sandbox, [draft('C66')]);
		const [result] = await bookCreditNotes([creditNote('C66')]);
		expect(result).toMatchObject({ state: 'needsAttention', code: 'INVOICE_NUMBER_IN_USE' });
	});

	it('whose answer is lost is found and taken over', async () => {
		sandbox.snelStart.faults.add({ kind: '504-after-commit', shape: 'POST verkoopboekingen' });
		const [result] = await bookCreditNotes([creditNote('C66')]);
		expect(result).toMatchObject({ state: 'booked', alreadyThere: true });
		expect(entries()).toHaveLength(1);
	});

	it('that does not add up, or does not name its invoice, is not sent', async () => {
		const results = await bookCreditNotes([
			creditNote('C66', { invoiceAmount: -12.11 }),
			creditNote('C67', { originalInvoiceNumber: '' }),
		]);
		expect(results.map(({ code }) => code)).toEqual(['DRAFT_NOT_BALANCED', 'DRAFT_INVALID']);
		expect(calls()).toEqual({});
	});
});
