import { imbalanceOf } from '../../../bookkeeping/documents/balance';
import type { EntryDraft } from '../../../bookkeeping/documents/draft';

describe('what an entry leaves over', () => {
	test('an entry that balances, and one that does not (BOE-0039)', () => {
		const entry = {
			invoiceAmount: 12.1,
			lines: [{ amount: 11 }, { amount: -1 }],
			vat: [{ amount: 2.1 }],
		};
		expect(imbalanceOf(entry as EntryDraft)).toBe(0);
		expect(imbalanceOf({ ...entry, invoiceAmount: 12 } as EntryDraft)).toBe(10);
		expect(imbalanceOf({ ...entry, vat: [] } as unknown as EntryDraft)).toBe(-210);
	});
});
