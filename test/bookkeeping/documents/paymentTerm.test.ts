import { paymentTermOf } from '../../../bookkeeping/documents/paymentTerm';
import { readSettings } from '../../../bookkeeping/settings/readSettings';
import { completeSettings, draftOf, settingsWith, wooCommerceOrder } from '../support';

const paymentTerms = [
	{ paymentMethod: 'bacs', days: 30 },
	{ paymentMethod: 'Achteraf betalen', days: 0 },
];
const settings = settingsWith({ paymentTerms, paymentTermDays: 14 });
const term = (code: string, title = code) =>
	paymentTermOf({ paymentMethod: { code, title } }, settings).paymentTermDays;

test('the term of the payment method goes first, by code or title', () => {
	expect([term('BACS'), term('klarna', 'achteraf betalen'), term('ideal')]).toEqual([30, 0, 14]);
});

test("then that of the customer's card, where the settings say so", () => {
	const ofCard = settingsWith({ paymentTerms, paymentTermDays: 14, paymentTermOfCard: true });
	const said = (code: string) => paymentTermOf({ paymentMethod: { code, title: code } }, ofCard);
	expect(said('ideal')).toEqual({ paymentTermDays: 14, termOfCard: true });
	expect(said('bacs')).toEqual({ paymentTermDays: 30 });
	const raw = wooCommerceOrder('rest_simple_nl');
	expect(draftOf(raw, ofCard).termOfCard).toBe(true);
	expect(draftOf(raw, settings)).not.toHaveProperty('termOfCard');
});

test('it is the term of the sales entry', () => {
	const raw = wooCommerceOrder('rest_simple_nl', { payment_method: 'bacs' });
	expect(draftOf(raw, settings).paymentTermDays).toBe(30);
	expect(draftOf({ ...raw, payment_method: 'x' }, settings).paymentTermDays).toBe(14);
});

test.each<[string, object, RegExp]>([
	[
		'a method twice',
		{ paymentTerms: [paymentTerms[0], paymentTerms[0]] },
		/'Payment Terms' names the payment method "bacs" twice/,
	],
	[
		'more than SnelStart takes of a sales order',
		{ document: 'salesOrder', paymentTerms: [{ paymentMethod: 'bacs', days: 101 }] },
		/'Payment Terms' "bacs" is 101, but with 'Document' Sales Order SnelStart takes 100 at most/,
	],
])('%s is refused', (_, changes, sentence) => {
	const result = readSettings({ ...completeSettings, ...changes });
	const complaints = result.ok ? [] : result.complaints;
	expect(complaints.filter((one) => sentence.test(one))).toHaveLength(1);
});
