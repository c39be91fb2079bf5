import type { EntryDraft } from '../../../bookkeeping/documents/draft';
import { readRecords } from '../../../bookkeeping/reconciliation/records';
import { wrongCards } from '../../../bookkeeping/reconciliation/wrongCards';

const draft = (changes: object = {}) =>
	({ regime: 'oss', deliveryCountry: 'DE', ...changes }) as EntryDraft;
const found = (
	countries: Array<[string, string]> | undefined,
	{ relationId = 'CARD', ...more }: { relationId?: string; draft?: EntryDraft } = {},
) =>
	wrongCards(
		[
			{
				document: { orderKey: 'c/s/1', orderNumber: '1' } as never,
				booking: {
					base: {
						...{ invoiceNumber: 'W1', relationId, total: 11_900, dates: [], description: '' },
						perAccount: new Map(),
					},
					...{ later: [], credits: [] },
				},
				draft: more.draft ?? draft(),
			},
		],
		readRecords([{ documentKey: 'c/s/1', kind: 'order', relationId: 'card' }]),
		countries && new Map(countries),
	).map(({ kind, invoiceNumber, box, booksTotal, found: said }) => [
		...[kind, invoiceNumber, box, booksTotal, said],
	]);

test('a distance sale on a card of its country is right', () => {
	expect(found([['card', 'DE']])).toEqual([]);
	const kept = draft({
		...{ deliveryCountry: undefined },
		customer: { kind: 'consumer', address: { country: 'DE' } },
	});
	expect(found([['card', 'DE']], { draft: kept })).toEqual([]);
});

test('on a card of another country it is declared there', () => {
	expect(found([['card', 'BE']])).toEqual([
		...[
			['wrongCard', 'W1', 'oss', 119, 'W1 is a distance sale to DE, and stands on a card in BE.'],
		],
	]);
});

test('an entry that was put on another card is named, whatever the country of that card', () => {
	expect(found([['card', 'DE']], { relationId: 'other' })).toEqual([
		[
			...['wrongCard', 'W1', 'oss', 119],
			'W1 is a distance sale to DE, and stands on another card than it was booked on.',
		],
	]);
});

test('nothing is judged that is not known, or is no distance sale', () => {
	expect(found(undefined)).toEqual([]);
	expect(found([])).toEqual([]);
	expect(found([['card', 'BE']], { draft: draft({ regime: 'domestic' }) })).toEqual([]);
	const debtor = draft({ deliveryCountry: undefined, customer: { kind: 'fixedDebtor' } });
	expect(found([['card', 'BE']], { draft: debtor })).toEqual([]);
});
