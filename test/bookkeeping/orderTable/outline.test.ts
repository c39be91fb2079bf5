import { draftText } from '../../../bookkeeping/codes/draftTexts';
import { languages } from '../../../bookkeeping/codes/facts';
import { outlineOfDraft, outlinePattern, sealIn } from '../../../bookkeeping/orderTable/outline';

const draft = {
	document: 'salesEntry',
	invoiceNumber: 'W1',
	invoiceDate: '2026-11-28',
	regime: 'domestic',
	deliveryCountry: 'NL',
	customer: { kind: 'consumer', name: 'Jan Jansen', email: 'jan@shop.example' },
	lines: [{ amount: 10, description: 'Cup', ledgerAccountId: 'a', vatKind: 'Hoog' }],
	vat: [{ vatKind: 'VerkopenHoog', amount: 2.1 }],
	notes: ['Rounded by a cent'],
};

test('it says what would be booked and what to read first, and nobody by name', () => {
	const outline = outlineOfDraft(draft);
	expect(JSON.parse(outline)).toMatchObject({
		number: 'W1',
		date: '2026-11-28',
		card: 'consumer',
		says: ['Rounded by a cent'],
	});
	expect(outline).not.toMatch(/Jansen|jan@/);
});

test('it is what a booking record keeps, of both entries where there are two', () => {
	const line = { role: 'product', percentage: 21, vatKind: 'high', amount: 10 };
	const sale = {
		...draft,
		...{ customer: { kind: 'business', relationId: 'r-1' }, notes: [7, 'Read this'] },
		lines: [{ ...line, ledgerAccountId: 'a77e2c90-51d4' }],
		beside: { lines: [{ ...line, amount: 5, ledgerAccountId: 'b0000000-51d4' }] },
	};
	const kept = JSON.parse(outlineOfDraft(sale)) as Record<string, unknown>;
	expect(kept).toMatchObject({
		...{ document: 'salesEntry', regime: 'domestic', country: 'NL' },
		...{ card: 'business', relation: 'r-1', says: ['Read this'] },
	});
	const accounts = (lines: unknown) =>
		(lines as unknown[][]).map((of) => [of[3], of.at(-1)].map(String));
	expect(accounts(kept.lines)).toEqual([['a77e2c90', '1000']]);
	expect(accounts(kept.beside)).toEqual([['b0000000', '500']]);
	expect(JSON.parse(outlineOfDraft({ ...draft, notes: 'none' }))).toMatchObject({ says: [] });
	expect(JSON.parse(outlineOfDraft(draft))).not.toHaveProperty('beside');
});

test.each(languages)('W071: a note keeps nothing that was written freely (%s)', (language) => {
	const amounts = { made: 1_209, total: 1_210, gap: 1 };
	const line = 'Ring for "Jan {line} Jansen", engraved';
	const note = draftText(language, 'gapOnLine', { ...amounts, line });
	const { says } = JSON.parse(outlineOfDraft({ ...draft, notes: [note, 'Read this'] })) as {
		says: string[];
	};
	expect(note).toContain('Jansen');
	expect(says).toEqual([note.replace(line, '…'), 'Read this']);
});

test('the seal changes with what is booked, not with what is noted', () => {
	const seal = sealIn(outlineOfDraft(draft));
	expect(seal).not.toBe('');
	expect(sealIn(outlineOfDraft({ ...draft, notes: [] }))).toBe(seal);
	expect(sealIn(outlineOfDraft({ ...draft, invoiceDate: '2026-11-29' }))).not.toBe(seal);
	const elsewhere = [{ ...draft.lines[0]!, ledgerAccountId: 'b' }];
	expect(sealIn(outlineOfDraft({ ...draft, lines: elsewhere }))).not.toBe(seal);
});

test('an outline begins with its seal, so that a table can be asked for it', () => {
	const outline = outlineOfDraft(draft);
	const pattern = outlinePattern(sealIn(outline));
	expect(outline.startsWith(pattern.slice(0, -1))).toBe(true);
	expect(pattern).toBe(`{"seal":"${sealIn(outline)}"%`);
	expect(sealIn('')).toBe('');
});
