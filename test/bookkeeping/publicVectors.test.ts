import { allocate } from '../../bookkeeping/money/allocate';
import type { SalesEntryDraft } from '../../bookkeeping/documents/draft';
import { sum, vatOnTop } from '../../bookkeeping/money/money';
import { rateLines } from '../../bookkeeping/vat/ratedLines';
import { readOrder } from '../../bookkeeping/orders/readOrder';
import { splitOverRates } from '../../bookkeeping/vat/spread';
import { transformOrder } from '../../bookkeeping/orders/transform';
import type { SettingsInput } from '../../bookkeeping/settings/settings';
import vectors from '../fixtures/publicVectors.json';
import { settingsWith } from './support';

interface OrderNumbers {
	/** A country of the EU that has the rates; left out for rates that no country has. */
	country?: string;
	date?: string;
	lines: Array<{ percentage: number; kind?: string }>;
	total: string | number;
	paidByGiftCard?: string;
	currency?: string;
}

const accounts = {
	productsAccountId: 'products',
	shippingAccountId: 'shipping',
};

/** A shop in the country of the numbers, with a row for each of their rates. */
const settingsFor = (
	{ country = 'NL', lines }: OrderNumbers,
	exchangeRates?: SettingsInput['exchangeRates'],
) =>
	settingsWith({
		shops: [{ shop: 'shop', kind: 'other', country, statusesToBook: ['paid'] }],
		vatMapping: [...new Set(lines.map(({ percentage }) => percentage))].map((percentage) => ({
			country,
			percentage,
			vatKind: percentage === 0 ? 'none' : 'other',
			...accounts,
		})),
		giftCardAccountId: 'cards',
		exchangeRates,
	});

/** The numbers in the form of docs/other-shops.md. */
const asOrder = ({ country = 'NL', date, lines, total, ...more }: OrderNumbers) => ({
	id: '1',
	number: '1',
	status: 'paid',
	currency: more.currency ?? 'EUR',
	date: date ?? '2026-11-22T12:00:00+01:00',
	total,
	...(more.paidByGiftCard && { paidByGiftCard: more.paidByGiftCard }),
	lines: lines.map((line, index) => ({ title: `Line ${index + 1}`, ...line })),
	billing: { firstName: 'Jo', lastName: 'Bakker', country },
});

const transformNumbers = (
	numbers: OrderNumbers,
	exchangeRates?: SettingsInput['exchangeRates'],
) => {
	const transformed = transformOrder(asOrder(numbers), 'shop', settingsFor(numbers, exchangeRates));
	return { ...transformed, draft: transformed.draft as SalesEntryDraft | undefined };
};

const cents = (euro: number) => Math.round(euro * 100);
const netsOf = ({ lines }: SalesEntryDraft) =>
	lines.filter(({ role }) => role !== 'rounding').map(({ amount }) => cents(amount));
const vatOf = ({ vat }: SalesEntryDraft) =>
	Object.fromEntries(vat.map(({ percentage, amount }) => [percentage, cents(amount)]));

/**
 * Numbers that other shop systems publish; `differs` says where and why ours are others. Among them
 * are HC-01, HC-02, HC-04 and HC-08.
 */
describe('public numbers of other systems', () => {
	test.each(vectors.allocate)('$amount over $weights: $source', ({ amount, weights, ours }) => {
		const parts = allocate(amount, weights);
		expect(parts).toEqual(ours);
		expect(sum(parts)).toBe(amount);
	});

	test.each(vectors.splitOverRates)('$gross: $source', ({ gross, vat, basket, vatPerRate }) => {
		const parts = splitOverRates(gross, vat, basket, 'shipping');
		expect(parts.map((part) => part.vat)).toEqual(vatPerRate);
		expect(sum(parts.map((part) => part.net + part.vat))).toBe(gross);
	});

	test.each(vectors.vatOnTop)('$percentage % of $net: $source', ({ net, percentage, vat }) => {
		expect(vatOnTop(net, percentage)).toBe(vat);
	});

	describe('whole orders, as any other shop hands them over', () => {
		const known = vectors.orders.filter(({ country }) => country !== undefined);
		const foreign = vectors.orders.filter(({ country }) => country === undefined);

		test.each(known)('$source', (numbers) => {
			const { draft, code, message } = transformNumbers(numbers);
			expect([code, message]).toEqual(['', '']);
			const rounding = draft!.lines.filter(({ role }) => role === 'rounding');
			expect(netsOf(draft!)).toEqual(numbers.nets);
			expect(vatOf(draft!)).toEqual(numbers.vat);
			expect(rounding.map(({ amount }) => cents(amount))).toEqual(
				numbers.rounding === undefined ? [] : [numbers.rounding],
			);
			expect(cents(draft!.invoiceAmount)).toBe(Math.round(Number(numbers.total) * 100 + 1e-6));
			expect(draft!.giftCard?.amount).toBe(
				numbers.paidByGiftCard === undefined ? undefined : Number(numbers.paidByGiftCard),
			);
		});

		test.each(foreign)('rates that no country of the EU has: $source', (numbers) => {
			const settings = settingsFor(numbers);
			const raw = asOrder(numbers);
			const [shop] = settings.shops;
			const order = readOrder({ id: '1', number: '1', status: 'paid' }, raw, shop!, settings);
			const { lines, vat } = rateLines(order, 'en');
			expect(lines.map(({ net, discount }) => net - discount)).toEqual(numbers.nets);
			const charged = vat.filter(({ amount }) => amount !== 0);
			expect(
				Object.fromEntries(charged.map(({ percentage, amount }) => [percentage, amount])),
			).toEqual(numbers.vat);
			expect(sum([...numbers.nets, ...vat.map(({ amount }) => amount)])).toBe(order.total);
		});
	});

	test.each(vectors.refused)('needs attention: $source', (numbers) => {
		expect(transformNumbers(numbers)).toMatchObject({ outcome: 'attention', code: numbers.code });
	});

	test.each(vectors.converted)('in euro: $source', ({ rate, ours, ...numbers }) => {
		const rates = [{ currency: numbers.currency, rate }];
		const { draft } = transformNumbers(numbers, { use: 'fixed', rates });
		expect(cents(draft!.invoiceAmount)).toBe(ours.total);
		expect(vatOf(draft!)).toEqual(ours.vat);
		expect(netsOf(draft!)).toEqual(ours.nets);
	});
});
