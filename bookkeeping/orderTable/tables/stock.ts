import { number, owner, text, type DataTable } from './column';

export const stockMemory = {
	meaning: 'The [stock](stock.md) that was written to each shop last',
	madeBy: 'Set up tables',
	personalData: 'never',
	columns: {
		...owner,
		sku: text('The SKU in the shop, which is the article code in SnelStart'),
		productId: number("The shop's own id of the product"),
		variationId: number("The shop's own id of the variation; 0 without one"),
		written: number('The stock that was written', 'pieces'),
		held: number('What orders made since `since` held of it then', 'pieces'),
		since: text('From when on orders are counted in `held`', 'ISO moment'),
	},
} as const satisfies DataTable;

export const articleChecks = {
	meaning: 'Which products and [articles](stock.md) do not fit each other: the newest report',
	madeBy: 'Set up tables',
	personalData: 'never',
	columns: {
		...owner,
		report: text('`stock`, `articles` or `codes`'),
		code: text('What was found, as a [code](stock.md); empty in the row that counts'),
		sku: text('The SKU in the shop'),
		productId: number("The shop's own id of the product"),
		variationId: number("The shop's own id of the variation; 0 without one"),
		articleCode: text('The article code (artikelcode) in SnelStart'),
		found: text('What was found'),
		tip: text('What to do'),
	},
} as const satisfies DataTable;
