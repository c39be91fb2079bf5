import type { IDataObject } from 'n8n-workflow';

import { WebshopTransformer } from '../../../nodes/WebshopTransformer/WebshopTransformer.node';
import { runNode } from '../../support/engine';

async function run(operation: string, items: IDataObject[], parameters: IDataObject = {}) {
	const { outputs, error } = await runNode({
		node: new WebshopTransformer(),
		parameters: { resource: 'orderTable', operation, ...(parameters as object) },
		items,
	});
	if (error) throw error;
	return outputs.map((items) =>
		items.map(({ json, pairedItem }) => ({ json, from: linked(pairedItem) })),
	);
}

function linked(pairedItem: unknown): number | number[] {
	const all = [pairedItem].flat() as Array<{ item: number }>;
	return all.length === 1 ? all[0]!.item : all.map(({ item }) => item);
}

const item = {
	outcome: 'book',
	orderKey: 'c/s/1',
	client: 'c',
	shop: 's',
	orderId: '1',
	orderNumber: '1001',
	total: 12.1,
	vat: 2.1,
	draft: { invoiceNumber: 'WC-1', invoiceDate: '2026-01-05' },
};
const called = (more: IDataObject, kind = 'order') => ({
	kind,
	settingsVersion: 3,
	item: { ...item, ...more },
});

describe('Decide Rows', () => {
	it('parts what is to be booked from what is not and from what cannot have a row', async () => {
		const [book, other, refused, drafts, reasons, , lookUps] = await run(
			'decideRows',
			[
				called({ outcome: 'wait', code: 'STATUS_NOT_YET' }),
				{ ...called({}), salesEntryId: 'e-7' },
				called({ orderKey: '' }),
				called({ outcome: 'wait' }, 'payment'),
			],
			{ settingsVersion: '={{ $json.settingsVersion }}' },
		);
		const seen = {
			orderKey: 'c/s/1',
			kind: 'order',
			parentKey: '',
			client: 'c',
			shop: 's',
			orderId: '1',
			orderNumber: '1001',
			orderStatus: '',
			seenFingerprint: '',
			paymentIds: '',
		};
		// Columns and nothing else, so that the Data Table node can map them by itself.
		expect(book).toEqual([{ from: 1, json: { ...seen, orderDate: '2026-01-05' } }]);
		expect(other).toEqual([{ from: 0, json: seen }]);
		expect(lookUps).toEqual([{ from: 1, json: { values: Array(12).fill('c/s/1') } }]);
		expect(drafts).toEqual([
			{
				from: 1,
				json: {
					orderKey: 'c/s/1',
					kind: 'order',
					draft: item.draft,
					found: expect.objectContaining({ outcome: 'book', orderDate: '2026-01-05' }),
					salesEntryId: 'e-7',
				},
			},
		]);
		expect(reasons).toEqual([
			{
				from: 0,
				json: {
					orderKey: 'c/s/1',
					state: 'waiting',
					claimId: '',
					code: 'STATUS_NOT_YET',
					message: '',
					tip: '',
					facts: '',
					total: 12.1,
					vat: 2.1,
					regime: '',
					paymentMethod: '',
					fingerprint: '',
					settingsVersion: 3,
				},
			},
		]);
		expect(refused).toEqual([
			{ from: 2, json: expect.objectContaining({ code: 'ROW_KEY_MISSING', kind: 'order' }) },
			{ from: 3, json: expect.objectContaining({ code: 'ROW_KEY_MISSING', kind: 'payment' }) },
		]);
	});

	it('takes the item itself when no field is named', async () => {
		const parameters = { itemField: '', kind: 'order', settingsVersion: 4 };
		const [, , , drafts] = await run('decideRows', [item], parameters);
		expect(drafts![0]!.json.found).toMatchObject({ figures: { settingsVersion: 4, total: 12.1 } });
	});
});

const note = { code: '', message: '', tip: '', facts: '' };

describe('Decide Results', () => {
	const offer = async (answers: IDataObject[], claimed: IDataObject = {}) => {
		const [, , , drafts] = await run('decideRows', [called({})], { settingsVersion: 3 });
		const { found, draft } = drafts![0]!.json as { found: IDataObject; draft: IDataObject };
		const offered = { found, draft, claimed };
		return await run(
			'decideResults',
			answers.map((answer) => ({ ...answer, offered })),
			{ offered: '={{ $json.offered }}', claimId: '55' },
		);
	};

	it('makes the row of each answer, errors too', async () => {
		const [bookings, credits, rows] = await offer(
			[
				{ state: 'booked', invoiceNumber: 'WC-1', salesEntryId: 'e-1' },
				{ error: 'No access', details: { code: 'TOKEN_REFUSED', tip: 'Check the key' } },
			],
			{ attempts: 2 },
		);
		expect(rows).toEqual([
			{
				from: 0,
				json: {
					orderKey: 'c/s/1',
					kind: 'order',
					parentKey: '',
					state: 'booked',
					claimId: '55',
					...note,
					snelStartNumber: 'WC-1',
					originalInvoiceNumber: '',
					outline: '',
					salesEntryId: 'e-1',
					relationId: '',
					total: 12.1,
					vat: 2.1,
					regime: '',
					paymentMethod: '',
					fingerprint: '',
					settingsVersion: 3,
					mayBeSent: false,
					attempts: 3,
					tryUntil: '',
					alreadyThere: false,
					bookedAt: expect.stringMatching(/^\d{4}-/),
				},
			},
			{
				from: 1,
				json: expect.objectContaining({
					state: 'ready',
					claimId: '',
					code: 'TOKEN_REFUSED',
					message: 'No access',
					tip: 'Check the key',
				}),
			},
		]);
		// A record of what is booked, and of nothing else.
		expect(bookings).toEqual([
			{
				from: 0,
				json: expect.objectContaining({
					documentKey: 'c/s/1',
					number: 'WC-1',
					entryId: 'e-1',
					documentDate: '2026-01-05',
					settingsVersion: 3,
				}),
			},
		]);
		expect(credits).toEqual([]);
	});

	it('counts the days of a payment by the clock of the workflow', async () => {
		const [, , rows] = await offer([{ state: 'openItemNotFound', code: 'OPEN_ITEM_NOT_FOUND' }]);
		const { tryUntil } = rows![0]!.json as { tryUntil: string };
		const inAmsterdam = new Intl.DateTimeFormat('nl-NL', {
			timeZone: 'Europe/Amsterdam',
			hour: '2-digit',
			minute: '2-digit',
		}).format(new Date(tryUntil));
		expect(inAmsterdam).toBe('00:00');
		const hours = (Date.parse(tryUntil) - Date.now()) / 3_600_000;
		expect(hours).toBeGreaterThan(47);
		expect(hours).toBeLessThan(73);
	});
});

it('Decide Changes lets only booked orders through that the shop has otherwise', async () => {
	const row = { orderKey: 'c/s/1', kind: 'order', state: 'booked', orderStatus: 'completed' };
	const [changed] = await run('decideChanges', [
		{ ...row, fingerprint: 'EUR 1.00', seenFingerprint: 'EUR 1.00' },
		{ ...row, fingerprint: 'EUR 1.00', seenFingerprint: 'EUR 2.00' },
		{ ...row, state: null, fingerprint: null, seenFingerprint: 'EUR 2.00' },
	]);
	expect(changed).toEqual([
		{
			from: 1,
			json: {
				orderKey: 'c/s/1',
				row: {
					code: 'CHANGED_AFTER_BOOKING',
					message: 'Booked: EUR 1.00. Now in the shop: status completed, EUR 2.00.',
					tip: expect.stringMatching(/^A booked order is never changed/),
					facts: expect.stringMatching(/"case":"changed"/),
				},
			},
		},
	]);
});

it('Decide Paid State sums the payments of each order up', async () => {
	const payment = (parentKey: string, state: string | null, kind = 'payment') => ({
		...{ parentKey, state, kind },
	});
	const [orders] = await run('decidePaidState', [
		payment('a', 'booked'),
		payment('b', 'needsAttention'),
		payment('a', 'waiting'),
		payment('b', 'booked'),
		payment('c', 'nothingToBook'),
		payment('c', 'waiting', 'refund'),
		{},
	]);
	expect(orders).toEqual([
		{ from: [0, 2], json: { parentKey: 'a', row: { paidState: 'open' } } },
		{ from: [1, 3], json: { parentKey: 'b', row: { paidState: 'attention' } } },
		{ from: 4, json: { parentKey: 'c', row: { paidState: 'done' } } },
	]);
});

/** What leaves each output of an operation with two inputs. */
const runWithTwo = async (
	operation: string,
	inputs: IDataObject[][],
	parameters: { claimId?: string } = {},
) => {
	const { outputs, error } = await runNode({
		node: new WebshopTransformer(),
		parameters: { resource: 'orderTable', operation, ...parameters },
		items: inputs[0]!,
		otherInputs: inputs.slice(1),
	});
	if (error) throw error;
	return outputs.map((items) => items.map(({ json }) => json));
};

describe('Attach Drafts', () => {
	const draft = (orderKey: string, more: IDataObject = {}, kind = 'order'): IDataObject => ({
		orderKey,
		kind,
		draft: { invoiceNumber: orderKey, ...more },
		found: { figures: { fingerprint: 'EUR 12.10', total: 12.1 } },
		salesEntryId: '',
	});
	const inTotal = { dayTotal: { series: 'WDAG' } };

	it('gives claimed rows their drafts and parts them by where they go', async () => {
		const claimed = [
			{ orderKey: 'b', version: 2 },
			{ orderKey: 'p' },
			{ orderKey: 't', mayBeSent: false, snelStartNumber: '' },
		];
		const drafts = [draft('a'), draft('b'), draft('p', {}, 'payment'), draft('t', inTotal)];
		const [register, , book] = await runWithTwo('attachDrafts', [claimed, drafts]);
		expect(register).toMatchObject([{ kind: 'payment', claimed: claimed[1], entryVersion: 1 }]);
		expect(book).toEqual([
			{
				kind: 'order',
				draft: { invoiceNumber: 'b' },
				found: draft('b').found,
				claimed: claimed[0],
				entryVersion: 2,
				salesEntryId: '',
			},
			// Looked up by its number first: SnelStart may have it by itself.
			expect.objectContaining({ draft: { invoiceNumber: 't', ...inTotal }, claimed: claimed[2] }),
		]);
	});

	it('refuses a claimed row without a draft, which would stay claimed in silence', async () => {
		const inputs = [[{ orderKey: 'a' }], [draft('b')]];
		await expect(runWithTwo('attachDrafts', inputs)).rejects.toMatchObject({
			message: expect.stringMatching(/^A claimed row has no draft: connect 'Drafts'/),
		});
	});

	it.each([
		['may have been sent', { mayBeSent: true }],
		['is in SnelStart', { snelStartNumber: 'W1' }],
		['was booked once and undone', { version: 2 }],
	])('books by itself what %s, and in no total', async (_, known) => {
		const [, total, book] = await runWithTwo('attachDrafts', [
			[{ orderKey: 't', ...known }],
			[draft('t', inTotal)],
		]);
		expect(total).toEqual([]);
		expect(book).toMatchObject([{ draft: { invoiceNumber: 't' } }]);
		expect(book![0]!.draft).not.toHaveProperty('dayTotal');
	});
});

it('Claim New claims what has no row, and names the keys of all for the reading of the claims', async () => {
	const row = (orderKey: string) => ({ orderKey, orderNumber: `no. ${orderKey}` });
	const parameters = { claimId: '55' };
	const [added, known, lookUps] = await runWithTwo(
		'claimNew',
		[[row('a'), row('b'), row('a')], [row('b')]],
		parameters,
	);
	expect(added).toEqual([{ ...row('a'), state: 'booking', claimId: '55' }]);
	expect(known).toEqual([row('b'), row('a')]);
	expect(lookUps).toEqual([{ values: ['a', ...Array<string>(11).fill('b')] }]);
	const [all, none] = await runWithTwo('claimNew', [[row('a')], [{}]], parameters);
	expect([all!.length, none!.length]).toEqual([1, 0]);
});

it('Look Up Together gives each key once, twelve at a time, apart where they may not come together', async () => {
	const of = (total: string, count: number) =>
		Array.from({ length: count }, (_, index) => ({ total, key: `${total}${index}` }));
	const all = [...of('a', 13), { total: 'b', key: '' }, ...of('b', 1), ...of('a', 1)];
	const value = '={{ $json.key }}';
	const [any] = await run('lookUpTogether', all, { value });
	expect(any!.map(({ json }) => new Set(json.values as string[]).size)).toEqual([12, 2]);
	const [apart] = await run('lookUpTogether', all, {
		value,
		onlyWithTheSame: '={{ $json.total }}',
	});
	expect(apart).toEqual([
		{ from: 0, json: expect.anything() },
		{ from: 12, json: { values: Array(12).fill('a12') } },
		{ from: 14, json: { values: Array(12).fill('b0') } },
	]);
	expect(await run('lookUpTogether', [{}], { value })).toEqual([[]]);
});

it('Decide Customers names who has to be looked up alone: no booking of theirs among as many as there can be', async () => {
	const draft = (...keys: string[]): IDataObject => ({
		found: keys.length === 0 ? {} : { ofCustomer: { buyerKey: keys[0], contactKey: keys[1] } },
	});
	const many = Array.from({ length: 240 }, () => ({ buyerKey: 'b1', contactKey: '' }));
	const drafts = [draft('b1', 'c1'), draft(), draft('b2', 'c2'), draft('b2', 'c2')];
	const left = async (records: IDataObject[]) =>
		(await runWithTwo('decideCustomers', [drafts, records]))[0];
	expect(await left(many)).toEqual([{ buyerKey: 'b2', contactKey: 'c2' }]);
	expect(await left(many.slice(1))).toEqual([]);
	expect(await left([{}])).toEqual([]);
});

it('Attach Cards goes by the latest booking, whichever look-up found it', async () => {
	const record = (bookedAt: string, relationId: string) => ({
		buyerKey: 'b1',
		bookedAt,
		relationId,
	});
	const [drafts] = await runWithTwo('attachCards', [
		[{ found: { ofCustomer: { buyerKey: 'b1', contactKey: '' } } }],
		[record('2026-01-05T08:00:00.000Z', 'r-old'), record('2026-02-05T08:00:00.000Z', 'r-new')],
	]);
	expect(drafts![0]!.earlierRelationId).toBe('r-new');
});

it('Attach Cards finds the card of the latest booking of a customer, by either key (J051)', async () => {
	const draft = (ofCustomer?: IDataObject): IDataObject => ({
		found: ofCustomer ? { ofCustomer } : {},
	});
	const record = (buyerKey: string, contactKey: string, relationId: string): IDataObject => ({
		buyerKey,
		contactKey,
		relationId,
	});
	const [drafts] = await runWithTwo('attachCards', [
		[
			draft({ buyerKey: 'b1', contactKey: 'c1' }),
			draft({ buyerKey: '', contactKey: 'c2' }),
			draft({ buyerKey: '', contactKey: '' }),
			draft(),
		],
		[{}, record('b1', '', 'r-new'), record('b1', 'c2', 'r-old'), record('', '', 'r-total')],
	]);
	expect(drafts!.map(({ earlierRelationId }) => earlierRelationId)).toEqual([
		'r-new',
		'r-old',
		'',
		'',
	]);
});
