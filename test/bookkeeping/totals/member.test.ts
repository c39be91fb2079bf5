import { fromEuro } from '../../../bookkeeping/money/money';
import { entryOfMember, readMember, totalOfMember } from '../../../bookkeeping/totals/member';
import { memberOf, recordOf, transformed } from './support';

test('the record of a gathered order tells all that its total needs, and nobody’s name', () => {
	const { draft, total } = transformed();
	const record = recordOf(transformed());
	const member = readMember(record)!;
	expect(member).toMatchObject({
		orderKey: draft!.orderKey,
		invoiceNumber: draft!.invoiceNumber,
		totalNumber: `WDAG-${draft!.invoiceDate}`,
		entryId: '',
		relationId: 'collective',
		date: draft!.invoiceDate,
		regime: 'domestic',
	});
	expect(totalOfMember(member)).toBe(fromEuro(total!));
	expect(member.lines.map(({ cents }) => cents)).toEqual(
		draft!.lines.map(({ amount }) => fromEuro(amount)),
	);
	expect(record).toMatchObject({ buyerKey: '', contactKey: '', bookedAt: null });
});

test('its part of the entry is its draft', () => {
	const { draft } = transformed();
	const entry = entryOfMember(memberOf(transformed()));
	expect(entry.lines).toEqual(
		draft!.lines.map(({ description, amount, vatKind, ...line }) => ({
			description: description.slice(0, 80),
			ledgerAccountId: 'ledgerAccountId' in line ? line.ledgerAccountId : '',
			amount,
			vatKind,
		})),
	);
	expect(entry.vat).toEqual(draft!.vat.map(({ vatKind, amount }) => ({ vatKind, amount })));
});

test.each([
	{},
	{ notes: '', lines: '[["1","product",21]]' },
	{ notes: '{"total":{}}', lines: '[["1","product",21]]' },
	{ notes: '{', lines: '' },
])('%j is no record of an order in a total', (record) => {
	expect(readMember(record)).toBeUndefined();
});
