import {
	isApproved,
	isSameFingerprint,
	likeFingerprints,
} from '../../../bookkeeping/orderTable/fingerprints';

const first = 'EUR 12.10 | 21% 10.00+2.10';
const before = `${first} | to ES`;
const now = `${before} | outside the EU VAT area | VAT number #3fa2 | paid by gift card 5.00 | articles 91c0-07de`;

describe('rows of before', () => {
	test.each([
		['of version 0.1.0', first],
		['of before the VAT number', before],
	])('%s are compared by what they say', (_, old) => {
		expect(isSameFingerprint(old, now)).toBe(true);
		expect(isSameFingerprint(now, old)).toBe(true);
		expect(isApproved(old, now)).toBe(true);
		const other = now.replace('2.10', '2.11');
		expect(isSameFingerprint(old, other)).toBe(false);
		expect(isApproved(old, other)).toBe(false);
	});

	test('that say where it went are changed by another country', () => {
		expect(isSameFingerprint(before, now.replace('to ES', 'to FR'))).toBe(false);
		expect(isSameFingerprint(before, now.replace('to ES', 'picked up'))).toBe(false);
		expect(isSameFingerprint(before, now.replace(' | to ES', ''))).toBe(false);
	});

	test('that say nothing at all are of no order', () => {
		expect(isSameFingerprint('', now)).toBe(false);
		expect(isSameFingerprint(now, '')).toBe(false);
		expect(isSameFingerprint('', '')).toBe(true);
		expect(isApproved('', now)).toBe(false);
	});
});

describe('rows of now', () => {
	test.each([
		['the delivery', ' | to ES', ''],
		['the area', ' | outside the EU VAT area', ''],
		['the VAT number', '#3fa2', '#3fa3'],
		['its absence', 'VAT number #3fa2', 'no VAT number'],
		['the card', ' | paid by gift card 5.00', ''],
		['the articles', '-07de', '-07df'],
	])('%s is compared', (_, part, other) => {
		const changed = now.replace(part, other);
		expect(isSameFingerprint(now, changed)).toBe(false);
		expect(isSameFingerprint(changed, now)).toBe(false);
		expect(isApproved(now, changed)).toBe(false);
	});

	test.each([
		['other rules for articles', '91c0-07de', '91c1-07df'],
		['no rules for articles', ' | articles 91c0-07de', ''],
		['categories that were not read', '-07de', '-?'],
		['a record that was not read', 'VAT number #3fa2', 'VAT number not read'],
	])('%s: no change of the order, but something else than was approved', (_, part, other) => {
		const changed = now.replace(part, other);
		expect(isSameFingerprint(now, changed)).toBe(true);
		expect(isApproved(now, changed)).toBe(false);
		expect(isApproved(now, now)).toBe(true);
	});
});

/** As a data table reads it: `%` is any text. */
const isLike = (text: string, pattern: string): boolean =>
	new RegExp(
		`^${pattern
			.split('%')
			.map((part) => part.replace(/[|.+]/g, '\\$&'))
			.join('.*')}$`,
	).test(text);

test('the row of an order is found whatever form its fingerprint has', () => {
	const found = (row: string) => likeFingerprints(now).some((form) => isLike(row, form));
	const withoutArticles = now.replace(' | articles 91c0-07de', '');
	for (const row of [now, before, withoutArticles, now.replace('91c0-07de', '0-1')]) {
		expect(found(row)).toBe(true);
	}
	for (const row of [first.replace('2.10', '2.11'), now.replace('#3fa2', '#3fa3')]) {
		expect(found(row)).toBe(false);
	}
	expect(likeFingerprints('EUR -5.00')).toEqual(['EUR -5.00', 'EUR -5.00 | articles %']);
	expect(withoutArticles).not.toBe(now);
});
