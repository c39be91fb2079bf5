import { ossThreshold, textOf } from '../../../bookkeeping';

const sale = (net: number, more: object = {}) => ({
	kind: 'order',
	regime: 'domestic',
	deliveryCountry: 'BE',
	documentDate: '2026-05-01',
	charged: JSON.stringify({ '21': [net, Math.round(net * 0.21)] }),
	...more,
});

/** Directive 2006/112 art. 59c: € 10,000 a year without VAT, all other member states together. */
describe('the OSS threshold', () => {
	it.each([
		['nothing is sold abroad', [], undefined],
		['little is', [sale(799_999)], undefined],
		['80 % is reached', [sale(500_000), sale(300_000, { deliveryCountry: 'DE' })], 'near'],
		['exactly the threshold', [sale(1_000_000)], 'near'],
		['a cent more', [sale(1_000_000), sale(1)], 'passed'],
		['refunds take away', [sale(1_000_001), sale(-1, { kind: 'refund' })], 'near'],
		['refunds without a sign too', [sale(1_000_001), sale(1, { kind: 'refund' })], 'near'],
		['sales at home do not count', [sale(2_000_000, { deliveryCountry: 'NL' })], undefined],
		['export does not count', [sale(2_000_000, { deliveryCountry: 'US' })], undefined],
		['ICP does not count', [sale(2_000_000, { regime: 'icp' })], undefined],
		['OSS is what it is about', [sale(2_000_000, { regime: 'oss' })], undefined],
		['payments are no sales', [sale(2_000_000, { kind: 'payment' })], undefined],
		['two years ago is over', [sale(2_000_000, { documentDate: '2024-12-31' })], undefined],
		['the year before counts', [sale(1_000_001, { documentDate: '2025-12-31' })], 'yearBefore'],
		['under it the year before', [sale(1_000_000, { documentDate: '2025-12-31' })], undefined],
		['a record without amounts', [sale(0, { charged: '' })], undefined],
	])('%s', (_, records, expected) => {
		expect(ossThreshold(records, 2026)?.facts.case).toBe(expected);
	});

	it('says how much was sold, in both languages', () => {
		const why = ossThreshold([sale(841_250)], 2026)!;
		expect(textOf(why).message).toContain('€ 8,412.50 of € 10,000.00');
		expect(textOf(why, 'nl').message).toContain('€ 8.412,50 van € 10.000,00');
	});
});
