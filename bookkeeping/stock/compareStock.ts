import type { Facts } from '../codes/facts';
import { reason, textOf } from '../codes/register';
import type { Article } from './article';
import { inactiveArticle } from './compareCodes';
import { heldByKey, type HeldStock } from './heldStock';
import { matchCodes, unknownSku, type Match } from './matchCodes';
import { nameOf, problemOf, type StockProblem } from './problems';
import { keyOf, type ShopItem } from './shopItem';

/** What the last run left in the shop for one product or variation. */
export interface StockMemory {
	productId: number;
	variationId: number | null;
	/** Pieces in the shop then. */
	written: number;
	/** Pieces that orders made since `since` held then. */
	held: number;
	/** yyyy-MM-ddTHH:mm:ss in GMT. */
	since: string;
}

/** One product whose stock in the shop is to become that of SnelStart, or did already. */
export interface StockChange extends StockMemory {
	sku: string;
	articleCode: string;
	/** Pieces in the shop now. */
	shopStock: number;
	/** `STOCK_OVERRIDDEN` when somebody changed it in the shop, otherwise empty. */
	code: 'STOCK_OVERRIDDEN' | '';
	found: string;
	tip: string;
	facts: Facts;
}

export interface StockInput {
	items: readonly ShopItem[];
	articles: readonly Article[];
	/** Orders of the shop made since `ordersSince`. */
	orders: readonly HeldStock[];
	/** IDs of the orders that are in SnelStart, so that its free stock is without them. */
	booked: ReadonlySet<string>;
	memory: readonly StockMemory[];
	/** First moment of the orders that were read, yyyy-MM-ddTHH:mm:ss in GMT. */
	ordersSince: string;
	/** What the next run is to count from: well after `ordersSince`, well before now. */
	rememberSince: string;
	/** Which stock of SnelStart is for sale in the shop. */
	basis: 'freeStock' | 'stock';
	/** Whether the shop is to keep stock of products whose article has it. */
	switchOn: boolean;
	/**
	 * Whether a booked order lowers the stock in SnelStart: by its pieces, by one where the price of
	 * a line does not divide by them, or not at all.
	 */
	lowering: 'exact' | 'rough' | 'none';
}

export interface StockComparison {
	/** To be written, and remembered once that is done. */
	changes: StockChange[];
	/** Right already; only to be remembered. */
	toRemember: StockChange[];
	problems: StockProblem[];
	/** Products whose stock follows SnelStart. */
	followed: number;
}

/**
 * Compares the stock of the shop with SnelStart, which leads (W014, W055): the shop gets what
 * SnelStart has for sale, less what orders hold that are not in SnelStart yet. Whatever else the shop
 * says is put back.
 *
 * A stock changed by hand is told apart from a sale without a log of either: what the shop has plus
 * what its orders hold stays the same when something is sold, cancelled or restocked, and does not
 * when somebody types another number.
 */
export function compareStock(input: StockInput): StockComparison {
	const { items, articles, orders, booked } = input;
	const result: StockComparison = { changes: [], toRemember: [], problems: [], followed: 0 };
	const barrier = wholeRunProblem(input);
	if (barrier) return { ...result, problems: [barrier] };
	if (input.lowering === 'rough') {
		result.problems.push(problemOf(reason('STOCK_PIECES_UNSURE')));
	}
	const { matches, unmatched, problems } = matchCodes(items, articles);
	const kept = new Set(items.filter(({ stockAt }) => stockAt !== 'nowhere').map(keyOf));
	const keepsStock = ({ productId, variationId }: StockProblem) =>
		productId !== null && kept.has(keyOf({ productId, variationId }));
	result.problems.push(
		...problems.filter(keepsStock),
		...unmatched.map((item) => unknownSku(item, articles)).filter(keepsStock),
	);
	const notBooked = heldByKey(orders.filter(({ orderId }) => !booked.has(orderId)));
	const heldSince = counter(orders);
	const memory = new Map(input.memory.map((row) => [keyOf(row), row]));
	for (const match of matches) {
		const verdict = followable(match, input.switchOn);
		if (verdict !== 'yes') {
			if (verdict !== 'no') result.problems.push(verdict);
			continue;
		}
		result.followed += 1;
		const { item, article } = match;
		const key = keyOf(item);
		const last = memory.get(key);
		const change: StockChange = {
			sku: item.sku,
			productId: item.productId,
			variationId: item.variationId,
			articleCode: article.code,
			shopStock: item.stock,
			written: forSale(article[input.basis] - (notBooked.get(key) ?? 0), item),
			held: heldSince(input.rememberSince, key),
			since: input.rememberSince,
			...(last && last.since >= input.ordersSince
				? overridden(item, last, last.written + last.held - heldSince(last.since, key))
				: unchanged),
		};
		if (change.written !== item.stock || item.stockAt === 'nowhere') result.changes.push(change);
		else if (!last || isOutdated(last, change, input)) result.toRemember.push(change);
	}
	return result;
}

/** What makes the whole run pointless, or dangerous. */
function wholeRunProblem({ articles, lowering }: StockInput): StockProblem | undefined {
	if (lowering === 'none') {
		return problemOf(reason('STOCK_NOT_LOWERED'));
	}
	if (!articles.some(({ stockKept }) => stockKept)) {
		return problemOf(reason('STOCK_NOT_IN_PACKAGE', { articles: articles.length }));
	}
	return undefined;
}

/** Whether the product's stock can follow the article's; `no` when neither side keeps any. */
function followable({ item, article }: Match, switchOn: boolean): StockProblem | 'no' | 'yes' {
	const { code } = article;
	if (item.stockAt === 'nowhere' && (!article.stockKept || !item.isSold)) return 'no';
	if (article.inactive) return inactiveArticle(item, article);
	if (!article.stockKept) {
		return problemOf(reason('STOCK_NOT_KEPT', { code }), item, code);
	}
	if (item.stockAt === 'product') {
		return problemOf(reason('STOCK_AT_PARENT', { product: [nameOf(item)] }), item, code);
	}
	if (item.stockAt === 'nowhere' && !switchOn) {
		return problemOf(reason('STOCK_NOT_MANAGED', { product: [nameOf(item)] }), item, code);
	}
	return 'yes';
}

/** Whole pieces, as a shop sells them: a part of a piece is none. Below zero only with backorders. */
function forSale(pieces: number, { backorders }: ShopItem): number {
	// A sum such as 0.1 + 0.2 may miss a whole number by a hair.
	const whole = Math.floor(pieces + 1e-6);
	return backorders || whole > 0 ? whole : 0;
}

const unchanged = { code: '', found: '', tip: '', facts: {} } as const;

/** Whether the shop has another stock than is left by its orders since it was last written. */
function overridden(
	{ stock, stockAt }: ShopItem,
	{ written }: StockMemory,
	expected: number,
): Pick<StockChange, 'code' | 'found' | 'tip' | 'facts'> {
	if (stock === expected || stockAt === 'nowhere') return unchanged;
	const why = reason('STOCK_OVERRIDDEN', { stock, expected, written });
	const { message, tip } = textOf(why);
	return { code: 'STOCK_OVERRIDDEN', found: message, tip, facts: why.facts };
}

/** Whether a memory no longer explains the shop, or soon cannot be counted from. */
function isOutdated(
	last: StockMemory,
	now: StockChange,
	{ ordersSince, rememberSince }: StockInput,
) {
	const middle = (Date.parse(`${ordersSince}Z`) + Date.parse(`${rememberSince}Z`)) / 2;
	return now.code !== '' || Date.parse(`${last.since}Z`) < middle;
}

/** Pieces that orders made since a moment hold, by moment and product. */
function counter(orders: readonly HeldStock[]): (moment: string, key: string) => number {
	const byMoment = new Map<string, Map<string, number>>();
	return (moment, key) => {
		const known =
			byMoment.get(moment) ?? heldByKey(orders.filter(({ createdAt }) => createdAt >= moment));
		byMoment.set(moment, known);
		return known.get(key) ?? 0;
	};
}
