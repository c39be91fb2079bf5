import { spellingsOfName } from '../../../../nodes/SnelStart/booking/customers/spellingsOfName';
import { forgetWrites } from '../../../../nodes/SnelStart/booking/writeOnce';
import { startSandbox } from '../../../../sandbox';
import type { Sandbox } from '../../../../sandbox';
import type { Relation } from '../../../../sandbox/snelstart/ledger';
import { book, bookParameters, consumer, draft, jsonOf, run } from '../support';
import type { Customer } from '../support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => {
	sandbox.snelStart.reset();
	Object.assign(sandbox.snelStart.switches, { latencyMs: 0, substringOf: 'accept' });
	forgetWrites();
});
afterAll(() => sandbox.stop());

const added = () =>
	sandbox.snelStart.books.summary().relations.filter(({ relatiecode }) => relatiecode > 1000);

/** Further back than a run looks for cards that others add meanwhile. */
const LONG_AGO = 800;

/** Books an order of somebody whose card was made long ago. */
async function bookOnOldCard(
	first: Customer,
	next: Customer,
	made: Partial<Relation> = {},
	earlier = false,
) {
	const [before] = await book(sandbox, [draft('W1', { customer: first })]);
	const [old] = added();
	Object.assign(old!, { relatiecode: LONG_AGO, ...made });
	forgetWrites();
	const item = {
		draft: draft('W2', { orderKey: 'demo:shop:2', customer: next }),
		...(earlier && { earlierRelationId: String(before!.relationId) }),
	};
	const { outputs } = await run(sandbox, bookParameters, { items: [item as never] });
	const [result] = jsonOf(outputs[0]);
	expect(result).toMatchObject({ state: 'booked' });
	return result!.relationId === old!.id ? 'kept' : 'new';
}

const company = (changes: Partial<Customer> = {}) =>
	consumer({ kind: 'business', name: 'Café Zon B.V.', email: 'info@zon.example', ...changes });

describe('an old card is found', () => {
	it('J050: by one of several addresses that the bookkeeper wrote on it', async () => {
		const email = 'boekhouding@zon.example;info@zon.example';
		expect(await bookOnOldCard(company(), company(), { email })).toBe('kept');
		expect(added()).toEqual([]);
	});

	it('but not by an address that merely ends like it', async () => {
		const email = 'xinfo@zon.example;boek@zon.example';
		expect(await bookOnOldCard(company(), company(), { email })).toBe('new');
	});

	it('without an e-mail address, by the name in any of the usual capitals', async () => {
		const name = (written: string) => consumer({ email: '', name: written });
		expect(await bookOnOldCard(name('Jan van der Berg'), name('JAN VAN DER BERG'))).toBe('kept');
		sandbox.snelStart.reset();
		expect(await bookOnOldCard(name('ZOË MÜLLER'), name('zoë müller'))).toBe('kept');
	});

	it('of a company without numbers that spells its name in another way', async () => {
		expect(await bookOnOldCard(company(), company({ name: 'CAFE ZON BV' }))).toBe('kept');
		sandbox.snelStart.reset();
		expect(await bookOnOldCard(company(), company({ name: 'Café Maan B.V.' }))).toBe('new');
	});

	it('J051: of his earlier orders, but not where he orders for a company with another KvK number', async () => {
		const one = company({ chamberOfCommerceNumber: '12345678' });
		const other = company({ chamberOfCommerceNumber: '87654321', name: 'Maan Holding' });
		expect(await bookOnOldCard(one, other, {}, true)).toBe('new');
		sandbox.snelStart.reset();
		const without = { ...other, chamberOfCommerceNumber: '' };
		expect(await bookOnOldCard(one, without, {}, true)).toBe('kept');
	});
});

it('a SnelStart that does not take substringof books as before', async () => {
	Object.assign(sandbox.snelStart.switches, { substringOf: 'refuse' });
	const email = 'boekhouding@zon.example;info@zon.example';
	expect(await bookOnOldCard(company(), company(), { email })).toBe('new');
});

it('the spellings of a name', () => {
	expect(spellingsOfName("JAN-PIETER VAN 'T HOF")).toEqual([
		"JAN-PIETER VAN 'T HOF",
		"Jan-Pieter Van 'T Hof",
		"Jan-Pieter van 't Hof",
		"jan-pieter van 't hof",
	]);
});
