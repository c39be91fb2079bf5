import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { readSettings, transformOrder } from '../bookkeeping';
import type { SettingsInput } from '../bookkeeping';
import { expectedInvoice } from '../bookkeeping/reconciliation/expected';
import { accountRoles } from '../nodes/shared/snelStart/accountRoles';
import { ROOT } from './setUp.js';

export const PAGE = path.join(ROOT, 'docs', 'vat.md');

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
const accounts = {
	high: account(8000, 'Omzet NL hoog', 'VerkopenOmzetHoog'),
	low: account(8010, 'Omzet NL laag', 'VerkopenOmzetLaag'),
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
const all = Object.values(accounts);

const products = ({ id }: Account) => ({ productsAccountId: id });
const vatMapping: SettingsInput['vatMapping'] = [
	{
		...{ country: 'NL', percentage: 21, vatKind: 'high', ...products(accounts.high) },
		shippingAccountId: accounts.shipping.id,
	},
	{ country: 'NL', percentage: 9, vatKind: 'low', ...products(accounts.low) },
	{ country: 'DE', percentage: 19, vatKind: 'oss', ...products(accounts.oss) },
];
const usual: SettingsInput = {
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
	title: string;
	sku?: string;
	percentage?: number;
	net: string;
	vat?: string;
	giftCard?: boolean;
}

interface Example {
	name: string;
	/** The rule in a sentence or two. */
	rule: string;
	country: string;
	vatNumber?: string;
	total: string;
	lines: Line[];
	settings?: Partial<SettingsInput>;
	/** What has to be changed in the settings to get it, in words. */
	needs?: string;
}

const mug = (percentage: number, vat: string): Line => ({
	...{ title: 'Mug', percentage, net: '100.00', vat },
});
const own: SettingsInput['vatMapping'][number] = {
	...{ country: 'DE', percentage: 19, vatKind: 'ownRegistration', ...products(accounts.germany) },
	vatAccountId: accounts.germanVat.id,
};

/** One example per regime; the page has a part for each. */
export const examples: Readonly<Record<string, Example>> = {
	domestic: {
		name: 'At home',
		rule: 'Goods that stay in the Netherlands bear Dutch VAT, by the rate that the shop charged. Each rate has its row of VAT Mapping.',
		...{ country: 'NL', total: '136.50' },
		lines: [
			{ ...mug(21, '21.00'), net: '100.00' },
			{ title: 'Book', percentage: 9, net: '10.00', vat: '0.90' },
			{ kind: 'shipping', title: 'Post', percentage: 21, net: '3.80', vat: '0.80' },
		],
	},
	reverseCharge: {
		name: 'Reverse charge at home (btw verlegd)',
		rule: 'Without VAT to a Dutch business with a VAT number, where the settings know reverse charge: the customer declares the VAT.',
		...{ country: 'NL', vatNumber: 'NL123456782B12', total: '100.00', lines: [mug(0, '0.00')] },
	},
	icp: {
		name: 'Businesses in other EU countries (ICP)',
		rule: 'Without VAT to a business in another EU country with a valid VAT number of that country. It goes into the ICP statement too.',
		...{ country: 'BE', vatNumber: 'BE0403170701', total: '100.00', lines: [mug(0, '0.00')] },
	},
	oss: {
		name: 'Consumers in other EU countries (OSS)',
		rule: "VAT of the customer's country, declared in the return of the Union scheme. The row of VAT Mapping says OSS; SnelStart books the VAT on its account for foreign VAT.",
		...{ country: 'DE', total: '119.00', lines: [mug(19, '19.00')] },
	},
	ownRegistration: {
		name: 'A VAT registration of your own abroad',
		rule: 'The same order, when the client declares German VAT in Germany: the row says own registration, and neither turnover nor VAT is in a Dutch return.',
		...{ country: 'DE', total: '119.00', lines: [mug(19, '19.00')] },
		settings: { vatMapping: [...vatMapping.filter(({ country }) => country !== 'DE'), own] },
		needs: 'the row for DE 19 % says own registration',
	},
	export: {
		name: 'Outside the EU (export)',
		rule: 'Without VAT to a country outside the EU VAT area.',
		...{ country: 'US', total: '100.00', lines: [mug(0, '0.00')] },
	},
	margin: {
		name: 'Margin scheme (margeregeling)',
		rule: 'Without VAT on the invoice, in a shop that sells under the margin scheme. SnelStart works the VAT out per period from what stands on the margin accounts.',
		...{ country: 'NL', total: '100.00', lines: [mug(0, '0.00')] },
		settings: {
			shops: [{ shop: 'shop', kind: 'other', statusesToBook: ['paid'], marginScheme: true }],
			margin: products(accounts.margin),
		},
		needs: "the shop's Margin Scheme is on",
	},
	exempt: {
		name: 'Exempt products (vrijgesteld)',
		rule: 'Products that the settings name as exempt, such as courses.',
		...{ country: 'NL', total: '100.00' },
		lines: [{ title: 'Course', sku: 'COURSE', percentage: 0, net: '100.00', vat: '0.00' }],
	},
	smallBusiness: {
		name: 'Small-business scheme (KOR)',
		rule: 'A client under the scheme charges no VAT on anything, wherever it goes.',
		...{ country: 'DE', total: '100.00', lines: [mug(0, '0.00')] },
		settings: { smallBusiness: products(accounts.small) },
		needs: 'Small-Business Scheme has accounts',
	},
	giftCard: {
		name: 'A gift card is sold',
		rule: 'Money received for later, no turnover: the VAT falls due when the card is spent.',
		...{ country: 'NL', total: '50.00' },
		lines: [{ title: 'Gift card', net: '50.00', giftCard: true }],
	},
};

const nameOf = (id: string): string => {
	const found = all.find((one) => one.id === id);
	return found ? `${found.number} ${found.name}` : id;
};
const euro = (cents: number): string => (cents / 100).toFixed(2);

/** The draft of an example, and what it puts in which box. @throws Error when it is not booked */
export function booked(example: Example) {
	const read = readSettings({ ...usual, ...example.settings });
	if (!read.ok) throw new Error(read.complaints.join('\n'));
	const order = {
		...{ id: '1', number: '1', status: 'paid', currency: 'EUR', date: '2026-11-22' },
		...{ paymentMethod: 'ideal', total: example.total, lines: example.lines },
		billing: { lastName: 'Jansen', company: '', street: 'Street 1', city: 'City' },
		shipping: { lastName: 'Jansen', country: example.country },
		customer: { vatNumber: example.vatNumber ?? '' },
	};
	Object.assign(order.billing, { country: example.country });
	const transformed = transformOrder(order, 'shop', read.settings);
	const { draft } = transformed;
	if (draft?.document !== 'salesEntry') {
		throw new Error(`${example.name}: ${JSON.stringify(transformed)}`);
	}
	const boxes = expectedInvoice(draft, accountRoles(all, accounts.foreign.id)).perBox;
	return { draft, boxes };
}

function partOf(example: Example): string[] {
	const { draft, boxes } = booked(example);
	const inBoxes = [...boxes].map(([box, { turnover, vat }]) => {
		if (box === 'none') return `in no box ${euro(turnover)}`;
		const name = box === 'oss' ? 'the OSS return' : `box ${box}`;
		return `${name} turnover ${euro(turnover)}${vat === 0 ? '' : ` and VAT ${euro(vat)}`}`;
	});
	const needs = example.needs === undefined ? [] : [`Settings: ${example.needs}.`, ''];
	const number = example.vatNumber === undefined ? '' : `, VAT number ${example.vatNumber}`;
	return [
		example.rule,
		'',
		...needs,
		`The shop charged (delivered in ${example.country}${number}):`,
		'',
		'| Line | Net | VAT rate | VAT |',
		'| --- | --: | --: | --: |',
		...example.lines.map(
			({ title, net, percentage, vat }) =>
				`| ${title} | ${net} | ${percentage === undefined ? 'none' : `${percentage} %`} | ${vat ?? ''} |`,
		),
		`| **Total** | | | **${example.total}** |`,
		'',
		'In SnelStart:',
		'',
		'| Line of the sales entry | Ledger account | Amount |',
		'| --- | --- | --: |',
		...draft.lines.map(
			({ description, ledgerAccountId, amount }) =>
				`| ${description} | ${nameOf(ledgerAccountId)} | ${amount.toFixed(2)} |`,
		),
		...draft.vat.map(
			({ vatKind, percentage, amount }) =>
				`| VAT ${percentage} % (${vatKind}) | SnelStart's own | ${amount.toFixed(2)} |`,
		),
		`| **Invoice amount** | | **${draft.invoiceAmount.toFixed(2)}** |`,
		'',
		`Regime \`${draft.regime}\`. VAT return: ${inBoxes.join('; ')}.`,
		...draft.notes.map((note) => `\nNote on the draft: ${note}`),
	];
}

/**
 * The bookkeeper's page of VAT, with an example per regime as the rules draft it.
 *
 * @throws Error when an example has no place on the page, or is not booked
 */
export function vatPage(page: string): string {
	const parts = Object.values(examples).flatMap((example) => [
		`## ${example.name}`,
		'',
		...partOf(example),
		'',
	]);
	const made = page.replace(
		/(<!-- made: examples -->\n)[^]*?(<!-- end -->)/,
		(_, start: string, end: string) => [start, ...parts, end].join('\n'),
	);
	if (!made.includes(parts[0]!)) throw new Error('docs/vat.md has no place for the examples');
	return made;
}

if (require.main === module) {
	void writeFile(PAGE, vatPage(readFileSync(PAGE, 'utf8'))).then(() =>
		console.log(`Wrote ${PAGE}`),
	);
}
