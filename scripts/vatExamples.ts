import type { SettingsInput, Spoken } from '../bookkeeping';

interface Account {
	id: string;
	number: number;
	name: string;
	/** SnelStart's function (grootboekfunctie), which decides the box of the VAT return. */
	function: string;
}

const account = (number: number, name: string, purpose: string): Account => ({
	...{ id: `account ${number}`, number, name },
	function: purpose,
});

/** The ledger accounts of the examples. */
export const accounts = {
	high: account(8000, 'Omzet NL hoog', 'VerkopenOmzetHoog'),
	low: account(8010, 'Omzet NL laag', 'VerkopenOmzetLaag'),
	untaxed: account(8040, 'Omzet zonder btw', 'VerkopenBtwVrij'),
	shipping: account(8050, 'Verzendkosten hoog', 'VerkopenOmzetHoog'),
	icp: account(8200, 'Omzet ICP', 'VerkopenExportBinnenEU'),
	export: account(8210, 'Omzet export', 'VerkopenExportBuitenEU'),
	oss: account(8250, 'Omzet OSS Duitsland 19 %', 'InstallatieTeleverkoopBinnenEUgeen'),
	reverse: account(8230, 'Omzet btw verlegd', 'VerkopenOmzetOnbelastVerlegd'),
	margin: account(8240, 'Omzet marge', 'VerkoopGlobalisatieHoog'),
	exempt: account(8260, 'Omzet vrijgesteld', 'VerkopenBtwVrij'),
	small: account(8270, 'Omzet KOR', 'VerkopenBtwVrij'),
	foreign: account(1675, 'Btw buitenland (OSS)', 'Diversen'),
	germany: account(8280, 'Omzet Duitse registratie', 'Diversen'),
	germanVat: account(1680, 'Btw Duitsland', 'Diversen'),
	cards: account(1690, 'Cadeaubonnen', 'Diversen'),
};
export const all = Object.values(accounts);

const products = ({ id }: Account) => ({ productsAccountId: id });
const vatMapping: SettingsInput['vatMapping'] = [
	{
		...{ country: 'NL', percentage: 21, vatKind: 'high', ...products(accounts.high) },
		shippingAccountId: accounts.shipping.id,
	},
	{ country: 'NL', percentage: 9, vatKind: 'low', ...products(accounts.low) },
	{ country: 'DE', percentage: 19, vatKind: 'oss', ...products(accounts.oss) },
];
export const usual: SettingsInput = {
	client: 'example',
	shops: [{ shop: 'shop', kind: 'other', statusesToBook: ['paid'] }],
	vatMapping,
	icp: products(accounts.icp),
	international: products(accounts.export),
	reverseCharge: products(accounts.reverse),
	exempt: { skus: ['COURSE'], ...products(accounts.exempt) },
	giftCardAccountId: accounts.cards.id,
	vatNumberCheck: { use: 'formOnly' },
	administration: {
		name: 'Example',
		foreignVatAccountId: accounts.foreign.id,
		accounts: all.map(({ id, number, name, function: purpose }) => {
			const kind = purpose.endsWith('Hoog') ? 'high' : purpose.endsWith('Laag') ? 'low' : 'none';
			return { id, number, name, vatKinds: [kind, 'none'] as const };
		}),
		vatRates: [
			{ vatKind: 'high', percentage: 21, validFrom: '2012-10-01', validTo: '2400-12-31' },
			{ vatKind: 'low', percentage: 9, validFrom: '2019-01-01', validTo: '2400-12-31' },
		],
	},
};

interface Line {
	kind?: 'shipping';
	title: Spoken;
	sku?: string;
	percentage?: number;
	net: string;
	vat?: string;
	giftCard?: boolean;
}

export interface Example {
	name: Spoken;
	/** The rule in a sentence or two. */
	rule: Spoken;
	country: string;
	vatNumber?: string;
	total: string;
	lines: Line[];
	settings?: Partial<SettingsInput>;
	/** What has to be changed in the settings to get it, in words. */
	needs?: Spoken;
}

const mug = (percentage: number, vat: string): Line => ({
	...{ title: { en: 'Mug', nl: 'Mok' }, percentage, net: '100.00', vat },
});
const own: SettingsInput['vatMapping'][number] = {
	...{ country: 'DE', percentage: 19, vatKind: 'ownRegistration', ...products(accounts.germany) },
	vatAccountId: accounts.germanVat.id,
};

/** One example per regime; the page has a part for each. */
export const examples: Readonly<Record<string, Example>> = {
	domestic: {
		name: { en: 'At home', nl: 'Binnenland' },
		rule: {
			en: 'Goods that stay in the Netherlands bear Dutch VAT, by the rate that the shop charged. Each rate has its row of VAT Mapping.',
			nl: 'Op goederen die in Nederland blijven zit Nederlandse btw, naar het tarief dat de winkel rekende. Elk tarief heeft een eigen regel in _Btw-tarieven en rekeningen_.',
		},
		...{ country: 'NL', total: '136.50' },
		lines: [
			{ ...mug(21, '21.00'), net: '100.00' },
			{ title: { en: 'Book', nl: 'Boek' }, percentage: 9, net: '10.00', vat: '0.90' },
			{
				kind: 'shipping',
				title: { en: 'Post', nl: 'Verzending' },
				percentage: 21,
				net: '3.80',
				vat: '0.80',
			},
		],
	},
	offItsRate: {
		name: { en: 'VAT off its rate', nl: 'Btw naast haar tarief' },
		rule: {
			en: 'A shop that keeps whole euros charged 5.00 over 25.00 where 21 % makes 5.25. VAT that is shown is owed, and SnelStart takes VAT only over what it is the VAT of: that part is booked with it, the rest without VAT. The same with an amount that was entered with a comma, of which the shop takes VAT over the whole euros, and with VAT above its rate: then the rest is below zero. More than € 1 of VAT off its rate needs attention whatever the settings say.',
			nl: 'Een winkel die hele euro’s bewaart, rekende 5,00 over 25,00 waar 21 % op 5,25 uitkomt. Vermelde btw is verschuldigd, en SnelStart neemt alleen btw over het bedrag waar die bij hoort: dat deel wordt ermee geboekt, de rest zonder btw. Zo ook bij een bedrag dat met een komma ingevuld is, waarvan de winkel de btw over de hele euro’s neemt, en bij btw boven het tarief: dan is de rest negatief. Meer dan € 1 btw naast het tarief vraagt aandacht, wat de instellingen ook zeggen.',
		},
		...{ country: 'NL', total: '30.00', lines: [{ ...mug(21, '5.00'), net: '25.00' }] },
		settings: {
			vatOffItsRate: 'restWithoutVat',
			vatMapping: [
				...vatMapping,
				{ country: 'NL', percentage: 0, vatKind: 'none', ...products(accounts.untaxed) },
			],
		},
		needs: {
			en: 'VAT Off Its Rate is Rest Without VAT, and VAT Mapping has a row for NL 0 %',
			nl: 'Btw naast haar tarief staat op Rest zonder btw, en er is een regel voor NL 0 %',
		},
	},
	reverseCharge: {
		name: { en: 'Reverse charge at home (btw verlegd)', nl: 'Btw verlegd binnen Nederland' },
		rule: {
			en: 'Without VAT to a business with a Dutch VAT number in its right form, where the settings know reverse charge: the customer declares the VAT.',
			nl: 'Zonder btw aan een bedrijf met een Nederlands btw-nummer in de juiste vorm, als de instellingen btw verlegd kennen: de klant geeft de btw aan.',
		},
		...{ country: 'NL', vatNumber: 'NL123456782B12', total: '100.00', lines: [mug(0, '0.00')] },
	},
	icp: {
		name: {
			en: 'Businesses in other EU countries (ICP)',
			nl: 'Bedrijven in andere EU-landen (ICP)',
		},
		rule: {
			en: 'Without VAT to a business in another EU country with a valid VAT number of that country. It goes into the ICP statement too.',
			nl: 'Zonder btw aan een bedrijf in een ander EU-land met een geldig btw-nummer van dat land. De verkoop komt ook in de opgaaf ICP.',
		},
		...{ country: 'BE', vatNumber: 'BE0403170701', total: '100.00', lines: [mug(0, '0.00')] },
	},
	oss: {
		name: {
			en: 'Consumers in other EU countries (OSS)',
			nl: 'Particulieren in andere EU-landen (OSS)',
		},
		rule: {
			en: "VAT of the customer's country, declared in the return of the Union scheme. The row of VAT Mapping says OSS; SnelStart books the VAT on its account for foreign VAT. It takes the country from the customer's card, so a customer has a card per country, and a gift to an address abroad goes on a card with that address. An entry takes lines with VAT of that country only: cents of rounding go on the largest line, shipping and fees without VAT need attention or hold the VAT (_OSS Charge Without VAT_). A gift card that is sold with them is booked in an entry of its own beside that of the order, and so is anything else without VAT where _OSS Account Without VAT_ names a ledger account.",
			nl: 'Btw van het land van de klant, aangegeven in de OSS-aangifte (Unieregeling). De regel in _Btw-tarieven en rekeningen_ zegt OSS; SnelStart boekt de btw op zijn rekening voor buitenlandse btw. Het haalt het land van de relatiekaart, dus een klant heeft een kaart per land, en een cadeau naar een adres in het buitenland komt op een kaart met dat adres. Een boeking neemt alleen regels met btw van dat land: centen van afronding komen op de grootste regel, verzendkosten en toeslagen zonder btw vragen aandacht of bevatten de btw (_OSS-kosten zonder btw_). Een cadeaubon die ermee verkocht is, krijgt een eigen boeking naast die van de bestelling, en al het andere zonder btw ook waar _Rekening zonder btw bij OSS_ een grootboekrekening noemt.',
		},
		...{ country: 'DE', total: '119.00', lines: [mug(19, '19.00')] },
	},
	ownRegistration: {
		name: {
			en: 'A VAT registration of your own abroad',
			nl: 'Een eigen btw-registratie in het buitenland',
		},
		rule: {
			en: 'The same order, when the client declares German VAT in Germany: the row says own registration, and neither turnover nor VAT is in a Dutch return.',
			nl: 'Dezelfde bestelling, als de ondernemer de Duitse btw in Duitsland aangeeft: de regel zegt eigen btw-registratie, en omzet noch btw komt in een Nederlandse aangifte.',
		},
		...{ country: 'DE', total: '119.00', lines: [mug(19, '19.00')] },
		settings: { vatMapping: [...vatMapping.filter(({ country }) => country !== 'DE'), own] },
		needs: {
			en: 'the row for DE 19 % says own registration',
			nl: 'de regel voor DE 19 % zegt eigen btw-registratie',
		},
	},
	export: {
		name: { en: 'Outside the EU (export)', nl: 'Buiten de EU (export)' },
		rule: {
			en: 'Without VAT to a country outside the EU VAT area.',
			nl: 'Zonder btw naar een land buiten het btw-gebied van de EU.',
		},
		...{ country: 'US', total: '100.00', lines: [mug(0, '0.00')] },
	},
	margin: {
		name: { en: 'Margin scheme (margeregeling)', nl: 'Margeregeling' },
		rule: {
			en: 'Without VAT on the invoice, in a shop that sells under the margin scheme. SnelStart works the VAT out per period from what stands on the margin accounts.',
			nl: 'Zonder btw op de factuur, in een winkel die onder de margeregeling verkoopt. SnelStart berekent de btw per tijdvak uit wat op de marge-rekeningen staat.',
		},
		...{ country: 'NL', total: '100.00', lines: [mug(0, '0.00')] },
		settings: {
			shops: [{ shop: 'shop', kind: 'other', statusesToBook: ['paid'], marginScheme: true }],
			margin: products(accounts.margin),
		},
		needs: { en: "the shop's Margin Scheme is on", nl: 'de margeregeling van de winkel staat aan' },
	},
	exempt: {
		name: { en: 'Exempt products (vrijgesteld)', nl: 'Vrijgestelde artikelen' },
		rule: {
			en: 'Products that the settings name as exempt, such as courses.',
			nl: 'Artikelen die de instellingen als vrijgesteld noemen, zoals cursussen.',
		},
		...{ country: 'NL', total: '100.00' },
		lines: [
			{
				title: { en: 'Course', nl: 'Cursus' },
				sku: 'COURSE',
				percentage: 0,
				net: '100.00',
				vat: '0.00',
			},
		],
	},
	smallBusiness: {
		name: { en: 'Small-business scheme (KOR)', nl: 'Kleineondernemersregeling (KOR)' },
		rule: {
			en: 'A client under the scheme charges no VAT on anything, wherever it goes.',
			nl: 'Een ondernemer onder de KOR rekent nergens btw over, waar het ook naartoe gaat.',
		},
		...{ country: 'DE', total: '100.00', lines: [mug(0, '0.00')] },
		settings: { smallBusiness: products(accounts.small) },
		needs: {
			en: 'Small-Business Scheme has accounts',
			nl: 'de kleineondernemersregeling heeft rekeningen',
		},
	},
	giftCard: {
		name: { en: 'A gift card is sold', nl: 'Een cadeaubon wordt verkocht' },
		rule: {
			en: 'Money received for later, no turnover: the VAT falls due when the card is spent.',
			nl: 'Geld dat voor later ontvangen is, geen omzet: de btw is verschuldigd als de bon wordt besteed.',
		},
		...{ country: 'NL', total: '50.00' },
		lines: [{ title: { en: 'Gift card', nl: 'Cadeaubon' }, net: '50.00', giftCard: true }],
	},
};
