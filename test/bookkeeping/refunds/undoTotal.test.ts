import type { SalesEntryDraft } from '../../../bookkeeping/documents/draft';
import { mirrored } from '../../../bookkeeping/documents/mirrored';
import { undoBooking, type UndoInput, type UndoRules } from '../../../bookkeeping/refunds/undo';
import { numberOfUndone } from '../../../bookkeeping/refunds/undoTotal';
import { draftTotal } from '../../../bookkeeping/totals/draftTotal';
import { readMember } from '../../../bookkeeping/totals/member';
import { settingsWith } from '../support';
import { recordOf, transformed } from '../totals/support';
import { booked, perPlace } from './bookedDocument';
import { rules } from './undoSupport';

describe('a day total is undone as a whole', () => {
	const NUMBER = 'WDAG-2026-02-28';
	const totalKey = `test-client/woocommerce/total/${NUMBER}`;
	const items = [1, 2].map((id) => transformed({ id, number: String(id) }));
	const records = items.map((item) => ({
		...recordOf(item),
		...{ number: NUMBER, entryId: 't', relationId: 'c' },
	}));
	const members = items.map(({ orderKey, orderNumber, total }) => ({
		...{ orderKey, orderNumber, total, kind: 'order', parentKey: '', settingsVersion: 1 },
		...{ state: 'booked', snelStartNumber: NUMBER, originalInvoiceNumber: NUMBER },
	}));
	const totalDraft = (turned = 1): SalesEntryDraft => {
		const made = draftTotal(
			{ client: 'test-client', shop: 'woocommerce', number: NUMBER },
			records.map((record) => readMember(record)!),
			settingsWith(),
		);
		return turned === 1 ? made : { ...mirrored(made, NUMBER, made.invoiceDate) };
	};
	const ofTotal = {
		...{ orderKey: totalKey, kind: 'total', client: 'test-client', shop: 'woocommerce' },
		...{ orderNumber: NUMBER, snelStartNumber: NUMBER, salesEntryId: 't', settingsVersion: 1 },
	};
	const inTotal = (draft = totalDraft(), open: number | undefined = draft.invoiceAmount) => ({
		...booked(draft, 'total'),
		...(open !== undefined && { openAmount: open }),
	});
	const ask = (more: Partial<UndoInput> = {}, how: Partial<UndoRules> = {}) =>
		undoBooking(
			{ row: ofTotal, booked: [inTotal()], members, ...more },
			{ ...rules, ...how },
			settingsWith(),
		);

	const left = (entries: Parameters<typeof perPlace>[0]) =>
		Object.entries(perPlace(entries)).filter(([, cents]) => cents !== 0);

	test('by its entry with the sign turned, whose number is that of no total', () => {
		const undone = ask();
		const sold = totalDraft();
		expect(undone).toMatchObject({
			...{ outcome: 'book', code: '', originalOrderKey: totalKey, members: ['1', '2'] },
			...{ orderKey: `${totalKey}/credit/1`, orderNumber: `C${NUMBER}-U`, invoiceNumber: NUMBER },
			...{ total: -sold.invoiceAmount, salesEntryId: 't', orderDate: '2026-02-28' },
			draft: {
				...{ document: 'creditNote', undoes: true, invoiceNumber: `C${NUMBER}-U` },
				...{ originalInvoiceNumber: NUMBER, invoiceDate: '2026-02-28' },
				customer: { kind: 'fixedDebtor' },
				lines: sold.lines.map(({ ledgerAccountId, amount, vatKind, description }) => ({
					...{ ledgerAccountId, amount: -amount, vatKind, description },
				})),
			},
		});
		expect(left([sold, undone.draft!])).toEqual([]);
		expect(ask()).toEqual(undone);
	});

	test('one of refunds is credited by an entry above zero', () => {
		const back = totalDraft(-1);
		const refunds = members.map((member) => ({
			...{ ...member, kind: 'refund', parentKey: member.orderKey, total: -Number(member.total) },
			orderKey: `${member.orderKey}/refund/9`,
		}));
		const undone = ask({ booked: [inTotal(back)], members: refunds });
		expect(undone).toMatchObject({ outcome: 'book', total: -back.invoiceAmount });
		expect(undone.total).toBeGreaterThan(0);
		expect(left([back, undone.draft!])).toEqual([]);
	});

	test('a long number keeps within 25 characters', () => {
		expect(numberOfUndone('DAG-K30AKDN9-P2611-DE-12')).toBe('CDAGK30AKDN9P2611DE12U');
		expect(numberOfUndone('WDAG-2026-11-28-DE-2')).toBe('CWDAG-2026-11-28-DE-2-U');
	});

	const credit = (more: object) => ({ document: 'creditNote', ...more });
	test.each<[string, Partial<UndoInput>, Partial<UndoRules>, object]>([
		['UNDO_PAID', { booked: [inTotal(totalDraft(), 0)] }, {}, { case: 'paid', number: NUMBER }],
		['UNDO_PAID', { booked: [{ ...inTotal(), openAmount: undefined }] }, {}, { case: 'notKnown' }],
		['UNDO_NOT_RECORDED', { booked: [] }, {}, {}],
		[
			'UNDO_CREDITED',
			{ credits: [credit({ parentKey: members[1]!.orderKey, number: 'CW9' })] },
			{},
			{ number: NUMBER, credits: ['CW9'] },
		],
		[
			// A run may be booking it: there is no record of it yet.
			'UNDO_CREDITED',
			{ credits: [{ kind: 'refund', parentKey: members[0]!.orderKey, orderNumber: '1' }] },
			{},
			{ credits: ['1'] },
		],
		[
			'UNDO_TOTAL',
			{ members: members.slice(1) },
			{},
			{ case: 'others', members: 1, number: NUMBER },
		],
		[
			'UNDO_TOTAL',
			{
				booked: [inTotal(totalDraft(-1))],
				members: members.map((member) => ({
					...{ ...member, kind: 'refund', parentKey: member.orderKey },
					...{ orderKey: `${member.orderKey}/credit/1`, total: -Number(member.total) },
				})),
			},
			{},
			{ case: 'cancelled', orders: ['1', '2'] },
		],
		['UNDO_SAME_SETTINGS', {}, { settingsVersion: 1 }, {}],
		[
			'UNDO_PERIOD_CHECKED',
			{},
			{
				checkedPeriods: [
					{ shop: 'woocommerce', periodFrom: '2026-02-01', periodUntil: '2026-02-28' },
				],
			},
			{},
		],
	])('%s leaves it as it is', (code, more, how, facts) => {
		const kept = ask(more, how);
		expect(kept).toMatchObject({ code, orderKey: totalKey, invoiceNumber: NUMBER, facts });
		expect(kept.outcome).not.toBe('book');
		expect(kept).not.toHaveProperty('draft');
	});

	test('credit notes on other orders do not matter to it', () => {
		expect(ask({ credits: [credit({ parentKey: 'x', number: 'CW9' })] }).outcome).toBe('book');
	});

	test('orders gathered by earlier settings count, whatever closed it', () => {
		const late = { row: { ...ofTotal, settingsVersion: 2 } };
		expect(ask(late).outcome).toBe('book');
		const all = members.map((member) => ({ ...member, settingsVersion: 2 }));
		expect(ask({ ...late, members: all }).code).toBe('UNDO_SAME_SETTINGS');
	});

	test('what was begun is ended, whatever was chosen or credited meanwhile; then it is over', () => {
		const undone = ask();
		const documents = [inTotal(totalDraft(), 0), booked(undone.draft!, 'total')];
		const credits = [credit({ parentKey: members[1]!.orderKey, number: 'CW9' })];
		const begun = ask(
			{ booked: documents, members: members.slice(1), credits },
			{ settingsVersion: 1 },
		);
		expect(begun).toMatchObject({ outcome: 'book', orderKey: undone.orderKey, members: ['2'] });
		expect(begun.draft).toEqual(undone.draft);
		const row = { ...ofTotal, code: 'UNDO_STARTED' };
		expect(ask({ row, booked: documents, members: [] }).outcome).toBe('book');
		expect(ask({ booked: documents, members: [] })).toMatchObject({
			...{ outcome: 'nothingToBook', code: 'CREDITED_IN_FULL' },
		});
	});
});
