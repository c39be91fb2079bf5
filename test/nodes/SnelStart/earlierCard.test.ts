import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { book, bookParameters, consumer, draft, jsonOf, run } from './support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.snelStart.reset());
afterAll(() => sandbox.stop());

const cards = () => sandbox.snelStart.books.summary().relations;
const added = () => cards().filter(({ relatiecode }) => relatiecode > 1000);

/** Books the next order of somebody whose earlier one is on a card. */
async function bookNext(earlierRelationId: string, changes: Parameters<typeof draft>[1] = {}) {
	const items = [
		{ draft: draft('W2', { orderKey: 'demo:shop:2', ...changes }), earlierRelationId },
	];
	const { outputs, error } = await run(sandbox, bookParameters, { items: items as never });
	if (error) throw new Error(error.message);
	return jsonOf(outputs[0])[0]!;
}

describe('J051: a customer who was booked before keeps the card', () => {
	it('though its address was changed in SnelStart, and the others are looked for as ever', async () => {
		const [first] = await book(sandbox, [draft('W1')]);
		added()[0]!.email = 'administration@mail.example';
		const id = String(first!.relationId);
		expect(await bookNext(id)).toMatchObject({ state: 'booked', relationId: id });
		expect(added()).toHaveLength(1);
	});

	it('unless it is no longer in use, or gone', async () => {
		const [first] = await book(sandbox, [draft('W1')]);
		Object.assign(added()[0]!, { nonactief: true, email: 'administration@mail.example' });
		const next = await bookNext(String(first!.relationId));
		expect(next).toMatchObject({ state: 'booked', relationCreated: true });
		sandbox.snelStart.reset();
		expect(await bookNext('00000000-0000-4000-8000-000000000000')).toMatchObject({
			state: 'booked',
			relationCreated: true,
		});
	});

	it('W062: unless it became the card of a business', async () => {
		const [first] = await book(sandbox, [draft('W1')]);
		Object.assign(added()[0]!, { kvkNummer: '12345678', email: 'administration@mail.example' });
		const next = await bookNext(String(first!.relationId));
		expect(next).toMatchObject({ state: 'booked', relationCreated: true });
	});

	it('unless a business now has a VAT number that is not on it', async () => {
		const business = consumer({ kind: 'business', name: 'Zwaan B.V.' });
		const [first] = await book(sandbox, [draft('W1', { customer: business })]);
		const id = String(first!.relationId);
		const address = { ...business.address, country: 'DE' };
		const abroad = { ...business, address, vatNumber: 'DE136695976' };
		const next = await bookNext(id, { customer: abroad });
		expect(next).toMatchObject({ state: 'booked', relationCreated: true });
		expect(next.relationId).not.toBe(id);
	});
});

describe("D-J142: the term of the customer's card", () => {
	const termOf = (number: string) =>
		sandbox.snelStart.books.summary().salesEntries.find((one) => one.factuurnummer === number)!
			.betalingstermijn;
	const ofCard = { termOfCard: true as const };

	it.each([
		['goes before that of the settings', 60, ofCard, 60],
		['only where the settings say so', 60, {}, 14],
		['not where the card names none', null, ofCard, 14],
		['not where it was never filled in', 0, ofCard, 14],
		['as far as SnelStart takes it', 1000, ofCard, 999],
	])('%s', async (_, krediettermijn, flag, term) => {
		const [first] = await book(sandbox, [draft('W1')]);
		Object.assign(added()[0]!, { krediettermijn });
		await book(sandbox, [draft('W2', { orderKey: 'demo:shop:2', ...flag })]);
		expect(termOf('W2')).toBe(term);
		await bookNext(String(first!.relationId), { invoiceNumber: 'W3', ...flag });
		expect(termOf('W3')).toBe(term);
		const customer = { kind: 'fixedDebtor' as const, relationId: String(first!.relationId) };
		await book(sandbox, [draft('W4', { orderKey: 'demo:shop:4', customer, ...flag })]);
		expect(termOf('W4')).toBe(term);
	});

	it('a card that is added names none', async () => {
		await book(sandbox, [draft('W1', ofCard)]);
		expect(termOf('W1')).toBe(14);
	});
});
