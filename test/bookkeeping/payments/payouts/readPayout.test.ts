import { identifyPayout, readPayout } from '../../../../bookkeeping/payments/payouts/readPayout';

const zone = 'Europe/Amsterdam';

test('the general form is taken as it is; what is not an object is not a payout', () => {
	const raw = { provider: 'bank', id: '1' };
	expect(readPayout(raw, 'general', zone)).toBe(raw);
	for (const none of [undefined, null, 'x', 1, []]) {
		expect(() => readPayout(none, 'general', zone)).toThrow(
			expect.objectContaining({
				code: 'PAYOUT_UNREADABLE',
				message: 'The item holds no payout.',
			}),
		);
	}
});

test.each(['csv', 'klarna', 'mollie', 'payPal', 'stripe'] as const)(
	'%s: each form has a reader that refuses what it cannot read',
	(form) => {
		expect(() => readPayout({ id: '1' }, form, zone)).toThrow(
			expect.objectContaining({ code: expect.stringMatching(/^[A-Z_]+$/) as string }),
		);
	},
);

describe('a payout has a name before it is read', () => {
	test.each<[string, unknown, Parameters<typeof identifyPayout>[1], object]>([
		[
			'in the general form by what it says',
			{ provider: 'bank', id: '1', reference: 'R' },
			'general',
			{ provider: 'bank', id: '1', reference: 'R' },
		],
		[
			'a file by what was filled in',
			{ provider: 'multisafepay', id: 'M1' },
			'csv',
			{ provider: 'multisafepay', id: 'M1', reference: '' },
		],
		[
			'a provider by its own name, whatever the item says',
			{ provider: 'x', payout: { id: 'po_1' } },
			'stripe',
			{ provider: 'stripe', id: 'po_1', reference: '' },
		],
		[
			'of Mollie, the settlement inside',
			{ settlement: { id: 'stl_1', reference: '1234.2404.03' } },
			'mollie',
			{ provider: 'mollie', id: 'stl_1', reference: '1234.2404.03' },
		],
		[
			'of Klarna, the text on the bank statement (PAY-204)',
			{ payout: { payment_reference: 'K9' } },
			'klarna',
			{ provider: 'klarna', id: 'K9', reference: 'K9' },
		],
		['nothing', 'x', 'mollie', { provider: 'mollie', id: '', reference: '' }],
	])('%s', (_, raw, form, head) => {
		expect(identifyPayout(raw, form)).toEqual(head);
	});
});
