import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { book, consumer, draft, jsonOf, PERSON, run } from './support';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.snelStart.reset());
afterAll(() => sandbox.stop());

async function all(parameters: IDataObject, items: IDataObject[]): Promise<IDataObject[]> {
	const { outputs, error } = await run(sandbox, parameters as INodeParameters, { items });
	if (error) throw new Error(error.message);
	expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual(
		items.map((_, item) => ({ item })),
	);
	return jsonOf(outputs[0]);
}

describe('Open Item → Find (J162)', () => {
	const find = {
		resource: 'openItem',
		operation: 'find',
		invoiceNumber: '={{ $json.number }}',
		amount: '={{ $json.amount }}',
		email: '={{ $json.email }}',
		orderNumber: '={{ $json.order }}',
	};
	const ask = (over: IDataObject): IDataObject => ({
		number: '',
		amount: 0,
		email: '',
		order: '',
		...over,
	});

	beforeEach(async () => {
		const other = consumer({ email: 'other@mail.example', name: 'Other' });
		await book(sandbox, [
			draft('F1'),
			draft('F2'),
			draft('F3', { customer: other, description: 'Order 4711' }),
		]);
		sandbox.snelStart.books.pay('F2', 1210);
		sandbox.snelStart.journal.clear();
	});

	it('by number, and by e-mail and amount; what is paid or unknown is said', async () => {
		const results = await all(find, [
			ask({ number: 'F1' }),
			ask({ number: 'F2' }),
			ask({ number: 'nowhere' }),
			ask({ email: 'OTHER@mail.example', amount: 12.1 }),
			ask({ email: 'other@mail.example', amount: 12.11 }),
			ask({ email: 'other@mail.example', amount: 12.1, order: '471' }),
			ask({ email: 'other@mail.example', amount: 12.1, order: '4711' }),
		]);
		expect(
			results.map(({ state, foundBy, invoiceNumber }) => [state, foundBy, invoiceNumber]),
		).toEqual([
			['found', 'invoiceNumber', 'F1'],
			['openItemNotFound', undefined, undefined],
			['openItemNotFound', undefined, undefined],
			['found', 'emailAndAmount', 'F3'],
			['openItemNotFound', undefined, undefined],
			['openItemNotFound', undefined, undefined],
			['found', 'emailAndAmount', 'F3'],
		]);
		expect(results[0]).toMatchObject({ openAmount: 12.1, invoiceAmount: 12.1 });
		expect(sandbox.snelStart.journal.calls()).toEqual({
			'GET verkoopfacturen': 2,
			'GET relaties': 1,
			'GET verkoopboekingen': 1,
		});
	});

	it('several that fit are handed over, none is chosen', async () => {
		await book(sandbox, [draft('F4')]);
		const [result] = await all(find, [ask({ email: PERSON.email, amount: 12.1 })]);
		expect(result).toMatchObject({ state: 'ambiguous' });
		expect((result!.candidates as IDataObject[]).map((one) => one.invoiceNumber)).toEqual([
			'F1',
			'F4',
		]);
		expect(result).not.toHaveProperty('salesEntryId');
	});

	it('an item without number and e-mail stops with what to do', async () => {
		const { error } = await run(sandbox, find as INodeParameters, { items: [ask({})] });
		expect(error!.message).toContain("'Invoice Number'");
	});
});

describe('Relation → Find or Create (W046, W062, J050, J054)', () => {
	const parameters = {
		resource: 'relation',
		operation: 'findOrCreate',
		customerKind: '={{ $json.kind }}',
		name: '={{ $json.name }}',
		email: '={{ $json.email }}',
		findBy: ['email', 'vatNumber', 'chamberOfCommerceNumber', 'name'],
		additionalFields: {
			vatNumber: '={{ $json.vat }}',
			chamberOfCommerceNumber: '={{ $json.kvk }}',
			postcode: '',
		},
	};
	const who = (over: IDataObject): IDataObject => ({
		kind: 'business',
		name: 'Quist BV',
		email: '',
		vat: '',
		kvk: '',
		...over,
	});
	const customers = () =>
		sandbox.snelStart.books
			.summary()
			.relations.filter(({ relatiecode }) => relatiecode > 1000)
			.map(({ naam }) => naam);

	it('adds once, then finds by each key, and keeps businesses and consumers apart', async () => {
		const first = await all(parameters, [
			who({ email: 'a@quist.example', vat: 'NL810755610B01', kvk: '12345678' }),
			who({ email: 'A@quist.example', vat: 'NL810755610B01', kvk: '12345678' }),
			who({ kind: 'consumer', name: 'Zwaan', email: 'a@quist.example' }),
		]);
		expect(first.map(({ state }) => state)).toEqual(['created', 'found', 'created']);
		expect(first[1]!.relationId).toBe(first[0]!.relationId);
		expect(customers()).toEqual(['Quist BV', 'Zwaan']);
		const found = await all(parameters, [
			who({ email: 'b@quist.example', vat: '810755610B01' }),
			who({ email: 'c@quist.example', kvk: '12345678' }),
			who({ vat: 'NL810755610B01' }),
			who({ kind: 'consumer', name: 'Zwaan', email: 'other@mail.example' }),
		]);
		expect(found.map(({ state }) => state)).toEqual(Array(4).fill('found'));
		expect(customers()).toHaveLength(2);
	});

	it('looks only by what is chosen, in the order it is chosen', async () => {
		await all(parameters, [
			who({ name: 'One', email: 'one@mail.example', kvk: '11111111' }),
			who({ name: 'Two', email: 'two@mail.example', kvk: '22222222' }),
		]);
		const both = who({ name: 'X', email: 'one@mail.example', kvk: '22222222' });
		const relations = sandbox.snelStart.books.summary().relations;
		const nameOf = (id: unknown) => relations.find((one) => one.id === id)?.naam;
		const [byEmail] = await all({ ...parameters, findBy: ['email'] }, [{ ...both, kvk: '' }]);
		const [byKvk] = await all({ ...parameters, findBy: ['chamberOfCommerceNumber', 'email'] }, [
			both,
		]);
		expect([nameOf(byEmail!.relationId), nameOf(byKvk!.relationId)]).toEqual(['One', 'Two']);
	});

	it('a refused card is a state of its own item, and a lost answer makes no second card', async () => {
		sandbox.snelStart.faults.add({ kind: '504-after-commit', shape: 'POST relaties', skip: 1 });
		const results = await all(parameters, [
			who({ name: 'Bad', vat: 'NL81075561B01' }),
			who({ name: 'Good', email: 'good@mail.example' }),
		]);
		expect(results).toMatchObject([
			{ state: 'needsAttention', code: 'REL-0088' },
			{ state: 'created' },
		]);
		expect(customers()).toEqual(['Good']);
	});
});
