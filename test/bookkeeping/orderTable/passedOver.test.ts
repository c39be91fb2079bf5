import { passedOver, readListed } from '../../../bookkeeping/orderTable/passedOver';
import { fc, runs } from '../../support/property';

const NOON = Date.parse('2026-11-22T12:00:00Z');

it('reads an order as each shop lists it', () => {
	const [createdAt, modifiedAt] = ['2026-11-20T10:00:00', '2026-11-21T10:00:00'];
	expect(readListed({ id: 28, number: '1028', createdAt, modifiedAt })).toEqual({
		...{ id: '28', number: '1028', changedAt: modifiedAt },
	});
	expect(readListed({ id: 9, orderNumber: 'JW-9', createdAt })).toEqual({
		...{ id: '9', number: 'JW-9', changedAt: createdAt },
	});
	expect(readListed({ id: 7 })).toEqual({ id: '7', number: '7', changedAt: '' });
	expect(readListed(null)).toEqual({ id: '', number: '', changedAt: '' });
});

describe('what was passed over', () => {
	it('is what has no row, each once', () => {
		const listed = ['1', '2', '2', '3'].map((id) => ({ id, changedMs: NOON - 1 }));
		expect(passedOver(listed, ['1', '4'], NOON).map(({ id }) => id)).toEqual(['2', '3']);
	});

	it('is not what changed after the sync read: a later run reads that', () => {
		const at = (changedMs: number | undefined) => passedOver([{ id: '1', changedMs }], [], NOON);
		expect(
			[at(NOON - 1), at(NOON), at(NOON + 1), at(undefined)].map(({ length }) => length),
		).toEqual([1, 1, 0, 1]);
	});

	it('leaves no order of the list out, and brings in no other', () => {
		const ids = fc.array(fc.nat({ max: 30 }).map(String));
		fc.assert(
			fc.property(ids, ids, (listedIds, recordedIds) => {
				const listed = listedIds.map((id) => ({ id, changedMs: NOON }));
				const found = passedOver(listed, recordedIds, NOON).map(({ id }) => id);
				const recorded = new Set(recordedIds);
				expect(new Set(found)).toEqual(new Set(listedIds.filter((id) => !recorded.has(id))));
				expect(found).toHaveLength(new Set(found).size);
			}),
			{ numRuns: runs(300) },
		);
	});
});
