import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { book, bookParameters, draft, jsonOf, run } from './support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.snelStart.reset());
afterAll(() => sandbox.stop());

const numbers = () =>
	sandbox.snelStart.books.summary().salesEntries.map(({ factuurnummer }) => factuurnummer);

async function bookAs(entryVersion: unknown, number = 'W1') {
	const items = [{ draft: draft(number), entryVersion }];
	const { outputs, error } = await run(sandbox, bookParameters, { items: items as never });
	if (error) throw new Error(error.message);
	return jsonOf(outputs[0])[0]!;
}

it('books an order whose entry was undone under the next number, once', async () => {
	await book(sandbox, [draft('W1')]);
	const booked = { state: 'booked', invoiceNumber: 'W1-2' };
	expect(await bookAs(2)).toMatchObject({ ...booked, alreadyThere: false });
	expect(await bookAs(2)).toMatchObject({ ...booked, alreadyThere: true });
	expect(numbers()).toEqual(['W1', 'W1-2']);
});

it('books anew, as its own, what was taken over from another connector and taken back', async () => {
	const old = { ...draft('2026-0901'), bookedBefore: true };
	const once = async (entryVersion: number) => {
		const items = [{ draft: old, entryVersion }] as never;
		return jsonOf((await run(sandbox, bookParameters, { items })).outputs[0])[0]!;
	};
	expect(await once(1)).toMatchObject({ state: 'needsAttention', code: 'OLD_INVOICE_UNCLEAR' });
	expect(await once(2)).toMatchObject({ state: 'booked', alreadyThere: false });
	expect(numbers()).toEqual(['2026-0901-2']);
});

it.each([1, null, undefined, ''])('takes %j for the first entry', async (version) => {
	expect(await bookAs(version)).toMatchObject({ state: 'booked', invoiceNumber: 'W1' });
});

it('refuses a number that gets too long, and sends nothing', async () => {
	const number = 'W'.repeat(25);
	expect(await bookAs(2, number)).toMatchObject({
		state: 'needsAttention',
		code: 'INVOICE_NUMBER_TOO_LONG',
	});
	expect(numbers()).toEqual([]);
});
