import type { Language } from '../codes/facts';
import { reason, told } from '../codes/register';
import type { Settings, ShopSettings } from '../settings/settings';
import { shopOf } from '../settings/shopOf';
import { readIdentity, shops } from '../shops';
import { previewRowOf, type PreviewRow } from './preview';
import { featuresOf, mostDifferent } from './mostDifferent';
import { transformUnchecked } from './transform';

/** Which orders a preview is to show. */
export interface Choice {
	/** The numbers that somebody chose; empty: the orders that differ most. */
	numbers: readonly string[];
	/** Among how many of the newest orders those that differ most are looked for. */
	newest: number;
	/** How many of them are shown; 0 for all. */
	atMost: number;
}

/** What stands between numbers that somebody wrote down. */
export const BETWEEN_NUMBERS = /[,;\s]+/;

/**
 * The order numbers that somebody wrote down, each once: with commas, spaces or lines between them, as
 * a list, with or without the `#` that shops show before them.
 */
export function orderNumbersIn(written: unknown): string[] {
	const texts = Array.isArray(written) ? written.map(String) : [String(written ?? '')];
	const numbers = texts.flatMap((text) => text.split(BETWEEN_NUMBERS)).map(plain);
	return [...new Set(numbers.filter((number) => number !== ''))];
}

/**
 * The raw orders that a preview is to show, in their order. Orders that cannot be read are among the
 * newest too: what would become of them is part of the picture.
 *
 * @param shopName which of the settings' shops they come from.
 * @throws Finding SHOP_NOT_IN_SETTINGS.
 */
export function chooseOrders<Item>(
	items: readonly Item[],
	rawOf: (item: Item) => unknown,
	{ numbers, newest, atMost }: Choice,
	shopName: string,
	settings: Settings,
): Item[] {
	const shop = shopOf(shopName, settings);
	if (numbers.length > 0) {
		return items.filter((item) => numbers.includes(numberOf(rawOf(item), shop)));
	}
	const dated = items.map((item) => ({ item, day: dayOf(rawOf(item), shop) }));
	const newestFirst = dated.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1));
	const seen = newestFirst.slice(0, newest).map(({ item }) => {
		const { transformed, order } = transformUnchecked(rawOf(item), shopName, settings);
		return { item, transformed, order };
	});
	return mostDifferent(seen, atMost, featuresOf).map(({ item }) => item);
}

/** A row for each number that somebody chose and that none of these orders has. */
export function notFoundRows(
	numbers: readonly string[],
	orders: ReadonlyArray<{ orderNumber: string }>,
	language: Language,
): PreviewRow[] {
	const found = new Set(orders.map(({ orderNumber }) => plain(orderNumber)));
	return numbers
		.filter((number) => !found.has(number))
		.map((number) =>
			previewRowOf(
				{
					...{ orderNumber: number, orderStatus: '', outcome: 'attention' },
					...told(reason('CHOSEN_ORDER_NOT_FOUND', { number })),
				},
				language,
			),
		);
}

const plain = (number: string): string => number.trim().replace(/^#/, '');

function numberOf(raw: unknown, { kind }: ShopSettings): string {
	try {
		return plain(readIdentity(kind, raw).number);
	} catch {
		return '';
	}
}

/** yyyy-MM-dd; empty when it cannot be read, which comes last. */
function dayOf(raw: unknown, shop: ShopSettings): string {
	try {
		return shops[shop.kind].orderedOn(readIdentity(shop.kind, raw).raw, shop);
	} catch {
		return '';
	}
}
