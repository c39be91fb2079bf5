import { lightTexts } from '../../../bookkeeping';
import type { SalesEntryDraft } from '../../../bookkeeping/documents/draft';
import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { countries } from '../../../sandbox/snelstart/countries';
import { accountId, book, bookParameters, consumer, draft, jsonOf, run } from './support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => {
	sandbox.snelStart.reset();
	sandbox.snelStart.switches.foreignVat = true;
});
afterAll(() => sandbox.stop());

const idOf = (code: string) => countries.find(({ landcode }) => landcode === code)!.id;
const cards = () =>
	sandbox.snelStart.books.summary().relations.filter(({ relatiecode }) => relatiecode > 1000);
const moveTo = (code: string, index = 0) => {
	Object.assign(cards()[index]!, { vestigingsAdres: { land: { id: idOf(code) } } });
};
const in_ = (country: string) =>
	consumer({ address: { ...consumer().address, country }, cardCountry: country });

/** Sold for 10.00 without VAT, at the standard rate of the country: BE 21 %, DE 19 %, FR 20 %. */
const RATES: Record<string, number> = { BE: 21, DE: 19, FR: 20 };
function sold(number: string, country: string, over: Partial<SalesEntryDraft> = {}) {
	const percentage = RATES[country]!;
	const line = (role: 'product' | 'vat', account: number, amount: number) => ({
		...{ role, description: role, ledgerAccountId: accountId(account), amount },
		...{ vatKind: 'none' as const, percentage, reason: 'test' },
	});
	return draft(number, {
		...{ regime: 'oss', deliveryCountry: country, vat: [], invoiceAmount: 10 + percentage / 10 },
		lines: [line('product', 8180, 10), line('vat', 1680, percentage / 10)],
		customer: in_(country),
		...over,
	});
}

it('Relation → Get Countries reads the countries of many cards with few calls', async () => {
	await book(sandbox, [sold('W1', 'BE'), sold('W2', 'DE')]);
	const [belgian, german] = cards().map(({ id }) => id);
	sandbox.snelStart.journal.clear();
	const { outputs } = await run(
		sandbox,
		{ resource: 'relation', operation: 'getCountries', relationId: '={{ $json.relationId }}' },
		{
			items: [german!, belgian!.toUpperCase(), 'b0f9a1a4-0000-4000-8000-000000000000', german!].map(
				(relationId) => ({ relationId }),
			),
		},
	);
	expect(outputs[0]!.map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
		[{ id: german, country: 'DE' }, { item: 0 }],
		[{ id: belgian, country: 'BE' }, { item: 1 }],
		[{ id: german, country: 'DE' }, { item: 3 }],
	]);
	expect(sandbox.snelStart.journal.calls()).toEqual({ 'GET relaties': 1, 'GET landen': 1 });
});

describe('where OSS is switched on, the card decides the country (SS-420)', () => {
	it('a customer in three countries has a card in each, and one at home', async () => {
		const home = draft('W4', { customer: consumer({ cardCountry: 'NL' }) });
		const first = [sold('W1', 'BE'), sold('W2', 'DE'), sold('W3', 'FR'), home];
		const results = await book(sandbox, first);
		expect(results.map(({ state }) => state)).toEqual(['booked', 'booked', 'booked', 'booked']);
		expect(cards().map(({ vestigingsAdres }) => vestigingsAdres?.land?.id)).toEqual(
			['BE', 'DE', 'FR', 'NL'].map(idOf),
		);
		const next = [sold('W5', 'FR'), sold('W6', 'BE')];
		const again = await book(sandbox, next);
		expect(again.map(({ relationId }) => relationId)).toEqual([
			results[2]!.relationId,
			results[0]!.relationId,
		]);
		expect(cards()).toHaveLength(4);
	});

	it('J051: the card of earlier orders is left when it is in another country now', async () => {
		const [first] = await book(sandbox, [sold('W1', 'BE')]);
		moveTo('DE');
		const items = [{ draft: sold('W2', 'BE'), earlierRelationId: first!.relationId }];
		const { outputs } = await run(sandbox, bookParameters, { items: items as never });
		expect(jsonOf(outputs[0])[0]).toMatchObject({ state: 'booked', relationCreated: true });
		expect(cards()).toHaveLength(2);
	});

	it('a company without a VAT number does not land on the card of one with a number', async () => {
		const company = { kind: 'business', name: 'Quist BV' } as const;
		const numbered = consumer({ ...company, vatNumber: 'BE0417497106' });
		await book(sandbox, [draft('W1', { customer: { ...numbered, address: in_('BE').address } })]);
		const customer = { ...in_('BE'), ...company, chamberOfCommerceNumber: '12345678' };
		const [result] = await book(sandbox, [sold('W2', 'BE', { customer })]);
		expect(result).toMatchObject({ state: 'booked', relationCreated: true });
	});

	it('what is no distance sale is booked on a card without an address', async () => {
		await book(sandbox, [sold('W1', 'BE')]);
		const empty = { contact: '', street: '', postcode: '', city: '', country: '' };
		const customer = consumer({ address: empty, cardCountry: 'NL' });
		const results = await book(sandbox, [draft('W2', { customer }), draft('W3', { customer })]);
		expect(results.map(({ state }) => state)).toEqual(['booked', 'booked']);
		expect(results[0]!.relationId).toBe(results[1]!.relationId);
		expect(cards()[1]).not.toHaveProperty('vestigingsAdres.land.id');
	});

	it('a card that is given is looked at too: a credit note goes on the card of the sale', async () => {
		const [first] = await book(sandbox, [sold('W1', 'BE')]);
		const customer = { kind: 'fixedDebtor' as const, relationId: String(first!.relationId) };
		const [fine] = await book(sandbox, [sold('C1', 'BE', { customer })]);
		expect(fine).toMatchObject({ state: 'booked', relationId: first!.relationId });
		moveTo('FR');
		const [moved] = await book(sandbox, [sold('C2', 'BE', { customer })]);
		expect(moved).toMatchObject({ state: 'needsAttention', code: 'OSS_CARD_ELSEWHERE' });
		expect(moved!.message).toMatch(/VAT of BE .* \(relation \d+\) is in FR/);
		Object.assign(cards()[0]!, { vestigingsAdres: null });
		const [nowhere] = await book(sandbox, [sold('C3', 'BE', { customer })]);
		expect(nowhere!.message).toMatch(/has no country/);
		expect(sandbox.snelStart.books.summary().salesEntries).toHaveLength(2);
	});

	it('cards in two countries are no doubled customer, two in one country are', async () => {
		const home = draft('W3', { customer: consumer({ cardCountry: 'NL' }) });
		await book(sandbox, [sold('W1', 'BE'), sold('W2', 'DE'), home]);
		const doubled = async () => {
			const { outputs } = await run(sandbox, { resource: 'connection', operation: 'check' });
			return jsonOf(outputs[0]).find(({ check }) => check === lightTexts.doubled.nl);
		};
		expect(await doubled()).toMatchObject({ ok: true });
		moveTo('DE');
		expect(await doubled()).toMatchObject({ ok: false, found: 'Relaties 1001 + 1002' });
		sandbox.snelStart.switches.foreignVat = false;
		expect(await doubled()).toMatchObject({ found: 'Relaties 1001 + 1002 + 1003' });
	});
});
