import { planPapers } from '../../../bookkeeping/documents/papers';
import { settingsWith } from '../support';

const now = new Date('2026-11-28T12:00:00.000Z');
const usual = settingsWith();
const withPaper = (paper: string) =>
	({
		...usual,
		shops: usual.shops.map((shop) => ({ ...shop, paper, invoiceAddress: '/x' })),
	}) as unknown as typeof usual;
const record = (changes: object = {}) => ({
	documentKey: 'my-client/woocommerce/28',
	kind: 'order',
	client: 'my-client',
	shop: 'woocommerce',
	document: 'salesEntry',
	number: 'W28',
	entryId: 'entry-28',
	documentId: '',
	documentClaim: null,
	notes: '',
	bookedAt: '2026-11-28T10:00:00.000Z',
	...changes,
});
const plan = (rows: object[], paper = 'orderSheet') =>
	planPapers(rows as never, withPaper(paper), { id: '7', now });

test('an order that is booked gets what its shop says, under a name of its own', () => {
	expect(plan([record()])).toEqual([
		{
			paper: 'orderSheet',
			documentKey: 'my-client/woocommerce/28',
			client: 'my-client',
			shop: 'woocommerce',
			orderId: '28',
			number: 'W28',
			payoutKey: '',
			entryId: 'entry-28',
			fileName: 'W28.txt',
			invoiceAddress: '/x',
			claimBefore: null,
			documentClaim: '2026-11-28T12:00:00.000Z/7',
		},
	]);
	expect(plan([record({ number: 'W/28:?' })], 'invoice')[0]!.fileName).toBe('W-28--.pdf');
	expect(plan([record({ documentKey: 'my-client/woocommerce/a%2Fb%25' })])[0]!.orderId).toBe(
		'a/b%',
	);
	expect(plan([record()], 'none')).toEqual([]);
});

test('a day total gets its list whatever the shop says, and the orders in it nothing', () => {
	const total = record({ kind: 'total', number: 'WDAG-2026-11-28' });
	expect(plan([total], 'none')).toMatchObject([{ paper: 'list', fileName: 'WDAG-2026-11-28.csv' }]);
	expect(plan([record({ notes: '{"total":{"number":"W28"}}' })])).toEqual([]);
});

test.each([
	['it has its document', { documentId: 'document-1' }],
	['it is not booked', { bookedAt: null }],
	['it has no entry', { entryId: '' }],
	['it is a credit note', { kind: 'refund' }],
	['it is a sales order', { document: 'salesOrder' }],
	['its shop is gone from the settings', { shop: 'closed' }],
	['another run has it', { documentClaim: '2026-11-28T10:00:00.001Z/6' }],
])('nothing is attached when %s', (_, changes) => {
	expect(plan([record(changes)])).toEqual([]);
});

test('a day total that was undone gets no list, nor does what undid it', () => {
	const key = 'my-client/woocommerce/total/WDAG-2026-11-28';
	const total = record({
		kind: 'total',
		documentKey: key,
		number: 'WDAG-2026-11-28',
		entryId: 't',
	});
	const undoing = record({
		...{ kind: 'total', documentKey: `${key}/credit/1`, parentKey: key, document: 'creditNote' },
		...{ number: 'CWDAG-2026-11-28-U', entryId: 'c' },
	});
	expect(plan([total])).toHaveLength(1);
	expect(plan([total, undoing])).toEqual([]);
});

test('the claim of a run that died is taken over after two hours, and only as it is', () => {
	for (const documentClaim of ['2026-11-28T10:00:00.000Z/6', 'no moment']) {
		const [planned] = plan([record({ documentClaim })]);
		if (documentClaim === 'no moment') expect(planned?.claimBefore).toBe('no moment');
		else expect(planned).toMatchObject({ claimBefore: documentClaim });
	}
});

test('an entry leaves once, and not when a second row of its record knows its document', () => {
	expect(plan([record(), record()])).toHaveLength(1);
	expect(plan([record(), record({ documentId: 'document-1' })])).toEqual([]);
});
