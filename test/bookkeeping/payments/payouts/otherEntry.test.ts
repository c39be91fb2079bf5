import { otherEntry, type Movement } from '../../../../bookkeeping/payments/payouts/otherEntry';
import { transformPayout } from '../../../../bookkeeping/payments/payouts/transformPayout';
import { mollie, order, paymentSettings, payout, payoutOptions } from '../support';

const draftOf = (entryKind: 'bank' | 'memorial', raw: object = payout()) => {
	const settings = paymentSettings({
		payoutProviders: [{ ...mollie, entryKind, journalId: 'own journal' }],
	});
	const orders = [order('101', { paymentIds: ['tr_7UhSN1zuXS'] })];
	return transformPayout(raw, orders, settings, payoutOptions).draft!;
};
const [line] = payout().entries;
/** 118.79 on 2026-11-20, called 1234567.2611.01. */
const raw = payout({ entries: [{ ...line!, paymentIds: ['tr_7UhSN1zuXS', 'ord_long_enough'] }] });
const memorial = draftOf('memorial', raw);
const bank = draftOf('bank', raw);

/** A line of an imported statement on the clearing account. */
const statement = (changes: Partial<Movement> = {}): Movement => ({
	...{ journalId: 'mollie journal', isBank: true, accountId: 'clearing mollie' },
	...{ date: '2026-11-19', number: '17', description: 'iDEAL', amount: -1_000, ...changes },
});
const named = statement({ description: 'Uitbetaling 1234567 2611 01' });

test.each<[string, Movement]>([
	['the reference, however it is written', named],
	['the id of the payout', statement({ description: 'STL_1 x', number: '3' })],
	['the id of a payment', statement({ description: 'Bestelling 101 TR_7UhSN1zuXS' })],
	['the amount, off the clearing account', statement({ amount: -11_879 })],
	['ten days apart', { ...named, date: '2026-11-30' }],
])('in another bank journal: %s', (name, movement) => {
	// Ids as short as that stand in a text by chance.
	expect(otherEntry(memorial, [movement])).toBe(
		name.startsWith('the id of the') ? undefined : movement,
	);
});

test('in the own bank journal: by name, on whatever account', () => {
	const own = { ...named, journalId: 'OWN JOURNAL', accountId: 'bank' };
	expect(otherEntry(bank, [own])).toBe(own);
	expect(otherEntry(bank, [{ ...own, description: 'x', amount: 11_879 }])).toBeUndefined();
});

test.each<[string, Movement]>([
	['nothing of it', statement()],
	['eleven days apart', { ...named, date: '2026-12-01' }],
	['a memorial, such as the payments', { ...named, isBank: false }],
	['the payout itself', { ...named, number: 'stl_1' }],
	['another account', { ...named, accountId: 'costs' }],
	['money that came in', statement({ amount: 11_879 })],
	[
		'a refund of as much, booked on the way back',
		statement({ amount: -11_879, description: 'Refund iDEAL 98' }),
	],
	['a refund in a later payout', statement({ description: 'Refund tr_7UhSN1zuXS' })],
	['a chargeback in a later payout', statement({ description: 'Chargeback tr_7UhSN1zuXS' })],
	['a second id, which other entries have too', statement({ description: 'ord_long_enough' })],
])('%s is not it', (_, movement) => {
	expect(otherEntry(memorial, [movement])).toBeUndefined();
});

test('a reference that is the name of the shop says nothing', () => {
	const shop = draftOf('bank', payout({ reference: 'MY WEBSHOP 24' }));
	const own = statement({ journalId: 'own journal', description: 'Payout mollie MY WEBSHOP 24' });
	expect(otherEntry(shop, [own])).toBeUndefined();
});

test('money that the provider collects is not looked for by its amount', () => {
	const entries = [{ ...line!, type: 'refund' as const, gross: '-5.00', fee: '0', net: '-5.00' }];
	const draft = draftOf('memorial', payout({ net: '-5.00', entries }));
	expect(otherEntry(draft, [statement({ amount: 500 })])).toBeUndefined();
});
