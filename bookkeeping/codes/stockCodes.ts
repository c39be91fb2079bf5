import type { CodeEntry } from './code';

/** Why stock is not written, an article is not made, or a SKU and an article code do not fit. */
export const stockCodes = {
	ARTICLE_INACTIVE: {
		facts: { code: 'text' },
		found: {
			en: 'Article "{code}" is inactive in SnelStart.',
			nl: 'Artikel "{code}" is inactief in SnelStart.',
		},
		tip: {
			en: 'Make the article active in SnelStart, or give the product another SKU in the shop.',
			nl: 'Maak het artikel actief in SnelStart, of geef het product in de winkel een andere SKU.',
		},
	},
	ARTICLE_MADE: {
		cases: {
			made: {
				facts: { description: 'text', price: 'text', percentage: 'text' },
				en: '"{description}" was made, price {price}, VAT {percentage} %.',
				nl: '"{description}" is gemaakt, prijs {price}, btw {percentage} %.',
			},
			there: { en: 'It was there already.', nl: 'Het was er al.' },
		},
		tip: {
			en: 'Count the stock in SnelStart and switch stock control (voorraadcontrole) on when the shop is to follow it.',
			nl: 'Tel de voorraad in SnelStart en zet voorraadcontrole aan als de winkel haar moet volgen.',
		},
	},
	ARTICLE_NOT_IN_SHOP: {
		facts: { code: 'text' },
		found: {
			en: 'No product has the SKU "{code}".',
			nl: 'Geen product heeft de SKU "{code}".',
		},
		tip: {
			en: 'Nothing has to be done when it is not sold in the shop. Otherwise give the product this code as its SKU.',
			nl: 'Er hoeft niets te gebeuren als het niet in de winkel verkocht wordt. Geef anders het product deze code als SKU.',
		},
	},
	ARTICLE_NOT_MADE: {
		found: {
			en: 'The article could not be made.',
			nl: 'Het artikel kon niet gemaakt worden.',
		},
		tip: {
			en: 'The next run tries it again, and looks first.',
			nl: 'De volgende uitvoering probeert het opnieuw, en kijkt eerst.',
		},
	},
	CODE_DOUBLE: {
		facts: { codes: 'names' },
		found: { en: 'SnelStart has {codes}.', nl: 'SnelStart heeft {codes}.' },
		tip: {
			en: 'SnelStart has several articles whose codes differ in capitals only. Give the product exactly one of these codes as its SKU.',
			nl: 'SnelStart heeft meer artikelen waarvan de codes alleen in hoofdletters verschillen. Geef het product precies één van deze codes als SKU.',
		},
	},
	DRY_RUN: {
		cases: {
			article: {
				facts: { description: 'text', price: 'text', percentage: 'text' },
				en: '"{description}" would be made, price {price}, VAT {percentage} %.',
				nl: '"{description}" zou gemaakt worden, prijs {price}, btw {percentage} %.',
			},
			stock: {
				facts: { stock: 'text', written: 'text' },
				en: 'The shop has {stock}, it would get {written}.',
				nl: 'De winkel heeft {stock}, het zou {written} worden.',
				tip: {
					en: "Change dryRun in 'Your values' to no, and it is written.",
					nl: "Zet dryRun in 'Your values' op no, en het wordt geschreven.",
				},
			},
		},
		tip: {
			en: "Change dryRun in 'Your values' to no, and it is made.",
			nl: "Zet dryRun in 'Your values' op no, en het wordt gemaakt.",
		},
	},
	PRICE_MISSING: {
		facts: { price: 'text' },
		found: {
			en: 'The regular price is "{price}".',
			nl: 'De normale prijs is "{price}".',
		},
		tip: {
			en: 'Fill the regular price in the shop, or make the article in SnelStart by hand.',
			nl: 'Vul de normale prijs in de winkel in, of maak het artikel met de hand in SnelStart.',
		},
	},
	SKU_DOUBLE: {
		facts: { others: 'products' },
		found: {
			en: 'The SKU is also that of {others}.',
			nl: 'De SKU is ook die van {others}.',
		},
		tip: {
			en: 'Give each product and variation in the shop a SKU of its own.',
			nl: 'Geef elk product en elke variatie in de winkel een eigen SKU.',
		},
	},
	SKU_MISSING: {
		facts: { product: 'products' },
		found: { en: 'The SKU of {product} is empty.', nl: 'De SKU van {product} is leeg.' },
		tip: {
			en: 'Fill the SKU in the shop: it is the only thing products and articles are matched by.',
			nl: 'Vul de SKU in de winkel in: alleen daarop worden producten en artikelen gekoppeld.',
		},
	},
	SKU_NOT_NUMERIC: {
		facts: { sku: 'text' },
		found: {
			en: '"{sku}" is not a number, as the administration wants.',
			nl: '"{sku}" is geen getal, en dat wil de administratie wel.',
		},
		tip: {
			en: 'Set article codes (artikelcodes) to letters and digits in SnelStart, or use a SKU of digits.',
			nl: 'Zet artikelcodes in SnelStart op letters en cijfers, of gebruik een SKU van cijfers.',
		},
	},
	SKU_OF_PARENT: {
		facts: { variation: 'count', product: 'count' },
		found: {
			en: 'Variation {variation} of product {product} has no SKU of its own.',
			nl: 'Variatie {variation} van product {product} heeft geen eigen SKU.',
		},
		tip: {
			en: 'The variation has no SKU of its own and shows that of its product. Fill its own SKU in the shop.',
			nl: 'De variatie heeft geen eigen SKU en toont die van haar product. Vul in de winkel haar eigen SKU in.',
		},
	},
	SKU_SPELLED_DIFFERENTLY: {
		facts: { sku: 'text', code: 'text' },
		found: {
			en: 'The shop writes "{sku}", SnelStart "{code}".',
			nl: 'De winkel schrijft "{sku}", SnelStart "{code}".',
		},
		tip: {
			en: 'They are taken for the same. Write the SKU exactly as the article code (artikelcode).',
			nl: 'Ze gelden als dezelfde. Schrijf de SKU precies zoals de artikelcode.',
		},
	},
	SKU_TOO_LONG: {
		facts: { sku: 'text', length: 'count', most: 'count' },
		found: {
			en: '"{sku}" has {length} characters, the administration takes {most}.',
			nl: '"{sku}" heeft {length} tekens, de administratie neemt er {most} aan.',
		},
		tip: {
			en: 'Set the length of article codes (artikelcodes) to 25 in SnelStart, or shorten the SKU in the shop.',
			nl: 'Zet de lengte van artikelcodes in SnelStart op 25, of kort de SKU in de winkel in.',
		},
	},
	SKU_UNKNOWN: {
		cases: {
			none: {
				facts: { sku: 'text' },
				en: 'SnelStart has no article "{sku}".',
				nl: 'SnelStart heeft geen artikel "{sku}".',
			},
			alike: {
				facts: { sku: 'text', code: 'text' },
				en: 'SnelStart has no article "{sku}". It has "{code}", which looks like it.',
				nl: 'SnelStart heeft geen artikel "{sku}". Het heeft wel "{code}", dat erop lijkt.',
			},
		},
		tip: {
			en: 'Make the article in SnelStart, for example with Articles from WooCommerce, or correct the SKU.',
			nl: "Maak het artikel in SnelStart, bijvoorbeeld met 'Articles from WooCommerce', of verbeter de SKU.",
		},
	},
	STOCK_AT_PARENT: {
		facts: { product: 'products' },
		found: {
			en: 'The stock of {product} is that of its product.',
			nl: 'De voorraad van {product} is die van het hoofdproduct.',
		},
		tip: {
			en: "Its product holds one stock for all variations. Switch 'Manage stock' on at the variation to give it that of its article.",
			nl: "Het product houdt één voorraad voor alle variaties bij. Zet 'Voorraad beheren' aan bij de variatie om haar die van haar artikel te geven.",
		},
	},
	STOCK_NOT_IN_PACKAGE: {
		facts: { articles: 'count' },
		found: {
			en: 'None of the {articles} articles keeps stock.',
			nl: 'Geen van de {articles} artikelen houdt voorraad bij.',
		},
		tip: {
			en: 'No article has stock control (voorraadcontrole) on, so there is nothing to go by. Stock needs a package of SnelStart that has it; switch it on per article.',
			nl: 'Bij geen artikel staat voorraadcontrole aan, dus er is niets om op af te gaan. Voorraad vraagt een pakket van SnelStart dat haar heeft; zet haar per artikel aan.',
		},
	},
	STOCK_NOT_KEPT: {
		facts: { code: 'text' },
		found: {
			en: 'SnelStart keeps no stock of article "{code}", the shop does.',
			nl: 'SnelStart houdt geen voorraad bij van artikel "{code}", de winkel wel.',
		},
		tip: {
			en: 'Switch stock control (voorraadcontrole) on at the article and count it, or stock management off at the product.',
			nl: 'Zet voorraadcontrole aan bij het artikel en tel het, of zet voorraadbeheer uit bij het product.',
		},
	},
	STOCK_NOT_LOWERED: {
		found: {
			en: 'The settings book orders as sales entries.',
			nl: 'De instellingen boeken bestellingen als verkoopboekingen.',
		},
		tip: {
			en: "Sales entries do not lower the stock in SnelStart, so what is sold would come back in the shop. Choose 'Document' Sales Order in the client settings, or say that the stock is lowered by other means.",
			nl: "Verkoopboekingen verlagen de voorraad in SnelStart niet, dus wat verkocht is, zou in de winkel terugkomen. Kies bij 'Document' Sales Order in 'Client settings', of geef aan dat de voorraad anders verlaagd wordt.",
		},
	},
	STOCK_NOT_MANAGED: {
		facts: { product: 'products' },
		found: {
			en: 'The shop keeps no stock of {product}, SnelStart does.',
			nl: 'De winkel houdt geen voorraad bij van {product}, SnelStart wel.',
		},
		tip: {
			en: "Switch 'Manage stock' on at the product, or let the template do it with 'switchOn'.",
			nl: "Zet 'Voorraad beheren' aan bij het product, of laat het sjabloon dat doen met 'switchOn'.",
		},
	},
	STOCK_NOT_WRITTEN: {
		found: {
			en: 'The stock could not be written to the shop.',
			nl: 'De voorraad kon niet naar de winkel geschreven worden.',
		},
		tip: {
			en: 'The next run tries it again. When it stays, look the product up in the shop.',
			nl: 'De volgende uitvoering probeert het opnieuw. Blijft het zo, zoek het product dan op in de winkel.',
		},
	},
	STOCK_OVERRIDDEN: {
		facts: { stock: 'count', expected: 'count', written: 'count' },
		found: {
			en: 'The shop had {stock}; {expected} should have been left of the {written} that were written.',
			nl: 'De winkel had {stock}; van de {written} die geschreven waren, hadden er {expected} over moeten zijn.',
		},
		tip: {
			en: 'SnelStart leads: change the stock there. Somebody changed it in the shop, and it was put back.',
			nl: 'SnelStart gaat voor: wijzig de voorraad daar. Iemand wijzigde haar in de winkel, en ze is teruggezet.',
		},
	},
	STOCK_PIECES_UNSURE: {
		found: {
			en: "'Pieces' is One When Needed in the client settings.",
			nl: "'Pieces' staat in 'Client settings' op One When Needed.",
		},
		tip: {
			en: "A line whose price does not divide by its pieces becomes one piece on the sales order, so SnelStart's stock falls by one only. Choose 'Pieces' As Sold in 'Sales Order Options' of the client settings.",
			nl: "Een regel waarvan de prijs niet door het aantal deelbaar is, wordt één stuk op de verkooporder, dus de voorraad van SnelStart daalt maar met één. Kies bij 'Pieces' As Sold in 'Sales Order Options' van 'Client settings'.",
		},
	},
	VAT_RATE_UNCLEAR: {
		cases: {
			taxClass: {
				facts: { taxClass: 'text', country: 'country' },
				en: 'The tax class "{taxClass}" has not exactly one rate in {country}.',
				nl: 'De belastingklasse "{taxClass}" heeft niet precies één tarief in {country}.',
			},
			mapping: {
				facts: { rate: 'percentage', country: 'country' },
				en: "'VAT Mapping' has no row for {rate} in {country}.",
				nl: "'VAT Mapping' heeft geen regel voor {rate} in {country}.",
			},
		},
		tip: {
			en: "The tax class of the product has no VAT rate at home, or one without a row in 'VAT Mapping' of the client settings.",
			nl: "De belastingklasse van het product heeft in eigen land geen btw-tarief, of een zonder regel in 'VAT Mapping' van 'Client settings'.",
		},
	},
} as const satisfies Record<string, CodeEntry>;
