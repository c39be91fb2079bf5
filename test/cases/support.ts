import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { SettingsInput } from '../../bookkeeping/settings/settings';
import type { SalesEntryDraft } from '../../bookkeeping/documents/draft';
import type { TransformedOrder } from '../../bookkeeping/orders/transform';
import { draftOf, linesOf, settingsWith, transform, vatOf } from '../bookkeeping/support';

type Json = Record<string, unknown>;

const INPUTS = path.join(__dirname, 'inputs');

/** The names of all inputs. */
export const inputs = readdirSync(INPUTS).map((file) => file.replace('.json', ''));

/**
 * An input made after a public report of people who bring web shops into bookkeeping; names,
 * addresses and numbers are invented.
 *
 * @param id the start of its name, such as `r76b`.
 */
export function caseOf<Input = Json>(
	id: string,
): { title: string; input: Input; settings: Partial<SettingsInput> } {
	const [name, ...others] = inputs.filter((one) => one.startsWith(`${id}-`));
	if (name === undefined || others.length > 0) throw new Error(`"${id}" is not one input`);
	const { essence, input, settings } = JSON.parse(
		readFileSync(path.join(INPUTS, `${name}.json`), 'utf8'),
	) as { essence: string; input: Input; settings?: Partial<SettingsInput> };
	return { title: `${id}: ${essence}`, input, settings: settings ?? {} };
}

const usual: Partial<SettingsInput> = { giftCardAccountId: 'gift cards' };

/** What becomes of the order of a case. */
export function outcomeOf(
	id: string,
	changes: Json = {},
	settings: Partial<SettingsInput> = {},
): TransformedOrder {
	const one = caseOf(id);
	const client = settingsWith({ ...usual, ...one.settings, ...settings });
	return transform({ ...one.input, ...changes }, client);
}

/** The draft of a case that must be bookable. */
export function entryOf(
	id: string,
	changes: Json = {},
	settings: Partial<SettingsInput> = {},
): SalesEntryDraft {
	const one = caseOf(id);
	return draftOf(
		{ ...one.input, ...changes },
		settingsWith({ ...usual, ...one.settings, ...settings }),
	);
}

/** Amount, VAT and lines of an entry, short enough to write down by hand. */
export function figuresOf(draft: SalesEntryDraft) {
	return { total: draft.invoiceAmount, vat: vatOf(draft), lines: linesOf(draft) };
}
