import type { IExecuteFunctions } from 'n8n-workflow';

import { lightText, type Language } from '../../../bookkeeping';
import { findAllCards } from '../booking/customers/findCards';
import { readCountryIds } from '../booking/customers/findOrCreateCustomers';
import { keysOfCard, type RelationCard } from '../booking/customers/matchCustomer';
import { green, red, type Check } from './check';

const LISTED = 10;

/**
 * Whether a customer has more than one card by which a booking would find him: made by hand, by
 * another program, or by a SnelStart that carried a request out after it had given it up. Names
 * relation codes only.
 *
 * @param isOssOn whether a customer has a card in each country
 * @throws NodeApiError when SnelStart refuses the list
 */
export async function checkDoubledCustomers(
	this: IExecuteFunctions,
	isOssOn: boolean,
	language: Language,
): Promise<Check> {
	const countryIds = isOssOn ? await readCountryIds.call(this) : undefined;
	const all = await findAllCards.call(this, countryIds);
	const cards = all.filter((card) => card.isCustomer && !card.inactive);
	const groups = doubled(cards);
	const name = lightText(language, 'doubled');
	if (groups.length === 0) {
		return green(name, lightText(language, 'oneCardEach', { count: cards.length }));
	}
	const named = groups.slice(0, LISTED).map((codes) => codes.join(' + '));
	const more = groups.length > LISTED ? [`… (${groups.length})`] : [];
	return red(
		name,
		lightText(language, 'doubledCards', { codes: [...named, ...more].join('; ') }),
		lightText(language, 'doubledTip'),
	);
}

/** The relation codes of cards that share what a customer is found by, the lowest first. */
function doubled(cards: readonly RelationCard[]): number[][] {
	const byKey = new Map<string, number[]>();
	for (const card of [...cards].sort((a, b) => a.code - b.code)) {
		for (const key of keysOfCard(card)) byKey.set(key, [...(byKey.get(key) ?? []), card.code]);
	}
	const groups = [...byKey.values()].filter((codes) => codes.length > 1);
	return [...new Map(groups.map((codes) => [codes.join(), codes])).values()];
}
