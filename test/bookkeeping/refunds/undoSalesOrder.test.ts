import type { UndoRules } from '../../../bookkeeping/refunds/undo';
import type { Json } from './support';
import { invoiceNumber, key, undo } from './undoSupport';

describe('a sales order is deleted instead of credited', () => {
	const standing = {
		...{ number: 17, processStatus: 'Order', status: 'InBehandeling', invoiceId: '' },
		...{ total: 12.1, lineCount: 1 },
	};
	const record = { documentKey: key, document: 'salesOrder', number: invoiceNumber, entryId: 'o' };
	const ask = (how: Json = {}, more: Json = {}, by: Partial<UndoRules> = {}) =>
		undo([{ record, salesOrder: { ...standing, ...how } }], more, by);

	test('as long as it stands as it was made; the order keeps its version', () => {
		expect(ask()).toMatchObject({
			...{ outcome: 'book', code: '', orderKey: key, originalOrderKey: key, nextVersion: 1 },
			...{ deletes: { id: 'o', number: 17 }, total: 12.1, invoiceNumber },
		});
		expect(ask()).not.toHaveProperty('draft');
		// SnelStart rounds the VAT itself: two cents, or one per line.
		expect(ask({ total: 12.12 })).toHaveProperty('deletes');
		expect(ask({ total: null })).toHaveProperty('deletes');
	});

	test.each<[Json, string, Json]>([
		[{ processStatus: 'Factuur' }, 'UNDO_SALES_ORDER', { case: 'invoiced', number: '17' }],
		[{ processStatus: 'Contantbon' }, 'UNDO_SALES_ORDER', { case: 'invoiced', number: '17' }],
		[{ invoiceId: 'f' }, 'UNDO_SALES_ORDER', { case: 'invoiced', number: '17' }],
		[
			{ processStatus: 'Pakbon', status: 'Uitgevoerd' },
			'UNDO_SALES_ORDER',
			{ case: 'handled', status: 'Pakbon, Uitgevoerd' },
		],
		[{ total: 12.13 }, 'UNDO_SALES_ORDER', { case: 'changed', theirs: 1213, total: 1210 }],
		[{ number: undefined }, 'BOOKED_ENTRY_UNCLEAR', {}],
	])('not %j', (how, code, facts) => {
		const left = ask(how);
		expect(left).toMatchObject({ outcome: 'attention', code, orderKey: key, facts });
		expect(left).not.toHaveProperty('deletes');
	});

	test('not one by the settings of today, or compared with the shop, unless that was begun', () => {
		const period = { shop: 'woocommerce', periodFrom: '2026-03-01', periodUntil: '2026-03-01' };
		const same = { settingsVersion: 2 };
		expect(ask({}, same).code).toBe('UNDO_SAME_SETTINGS');
		expect(ask({}, {}, { checkedPeriods: [period] }).code).toBe('UNDO_PERIOD_CHECKED');
		expect(ask({}, { ...same, code: 'UNDO_STARTED' })).toHaveProperty('deletes');
	});

	test('one that is gone is handed back only where an undo had begun', () => {
		const gone = [{ record, notRead: '404' }];
		expect(undo(gone).code).toBe('BOOKED_ENTRY_GONE');
		expect(undo(gone, { code: 'UNDO_STARTED' })).toMatchObject({
			...{ outcome: 'book', deletes: { id: 'o' } },
		});
		const unread = [{ record, notRead: '500' }];
		expect(undo(unread, { code: 'UNDO_STARTED' }).code).toBe('BOOKED_ENTRY_NOT_READ');
	});
});
