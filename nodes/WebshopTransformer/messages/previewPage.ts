import {
	euroIn,
	fromEuro,
	outcomeNames,
	regimeNames,
	sayFact,
	type Language,
	type PreviewRow,
	type PreviewSum,
	type VatBox,
} from '../../../bookkeeping';
import { Html, html } from '../../shared/html';

const words = {
	title: { en: 'Preview of bookings in SnelStart', nl: 'Voorbeeld van boekingen in SnelStart' },
	nothing: {
		en: 'This is how these orders would be booked. Nothing of it is in SnelStart.',
		nl: 'Zo zouden deze bestellingen geboekt worden. Er staat niets van in SnelStart.',
	},
	client: { en: 'Client', nl: 'Klant' },
	shop: { en: 'Shop', nl: 'Winkel' },
	madeOn: { en: 'Made on', nl: 'Gemaakt op' },
	settings: { en: 'Settings', nl: 'Instellingen' },
	version: { en: 'version', nl: 'versie' },
	notSaved: { en: 'not saved yet', nl: 'nog niet opgeslagen' },
	shown: { en: 'Rows shown', nl: 'Getoonde regels' },
	agrees: {
		en: 'The books would say what the shop says: no difference in any total or VAT.',
		nl: 'De boekhouding zou zeggen wat de winkel zegt: geen verschil in een totaal of in btw.',
	},
	differs: {
		en: 'Rows in which the books would say something else than the shop; they are marked below:',
		nl: 'Regels waarin de boekhouding iets anders zou zeggen dan de winkel; ze zijn hieronder gemarkeerd:',
	},
	accounts: { en: 'Per ledger account, without VAT', nl: 'Per grootboekrekening, zonder btw' },
	account: { en: 'Ledger account', nl: 'Grootboekrekening' },
	boxes: { en: 'Per box of the VAT return', nl: 'Per rubriek van de btw-aangifte' },
	box: { en: 'Box', nl: 'Rubriek' },
	orders: { en: 'Orders', nl: 'Bestellingen' },
	order: { en: 'Order', nl: 'Bestelling' },
	refund: { en: 'refund', nl: 'terugbetaling' },
	date: { en: 'Date', nl: 'Datum' },
	becomes: { en: 'Becomes', nl: 'Wordt' },
	byShop: { en: 'Shop', nl: 'Winkel' },
	booked: { en: 'Booked', nl: 'Geboekt' },
	vat: { en: 'VAT', nl: 'Btw' },
	net: { en: 'Without VAT', nl: 'Zonder btw' },
	all: { en: 'Together', nl: 'Samen' },
	how: { en: 'How it is booked', nl: 'Hoe het geboekt wordt' },
	dayTotal: { en: 'Day total', nl: 'Dagtotaal' },
	approval: { en: 'Seen and approved', nl: 'Gezien en akkoord' },
	name: { en: 'Name', nl: 'Naam' },
	signature: { en: 'Signature', nl: 'Handtekening' },
	remarks: { en: 'Remarks', nl: 'Opmerkingen' },
} as const satisfies Record<string, Record<Language, string>>;

/** Names of the boxes as the tax authorities have them on the return. */
const boxes: Record<VatBox, Record<Language, string>> = {
	'1a': {
		en: '1a: supplies at the high rate',
		nl: '1a: leveringen/diensten belast met hoog tarief',
	},
	'1b': {
		en: '1b: supplies at the low rate',
		nl: '1b: leveringen/diensten belast met laag tarief',
	},
	'1c': {
		en: '1c: supplies at other rates, but for 0 %',
		nl: '1c: leveringen/diensten belast met overige tarieven behalve 0%',
	},
	'1e': {
		en: '1e: supplies at 0 % or not taxed at you',
		nl: '1e: leveringen/diensten belast met 0% of niet bij u belast',
	},
	'3a': {
		en: '3a: supplies outside the EU',
		nl: '3a: leveringen naar landen buiten de EU (uitvoer)',
	},
	'3b': {
		en: '3b: supplies inside the EU',
		nl: '3b: leveringen naar of diensten in landen binnen de EU',
	},
	oss: { en: 'OSS: the return of the Union scheme', nl: 'OSS: de aangifte van de Unieregeling' },
	none: { en: 'in no return', nl: 'in geen aangifte' },
};

const STYLE = `
body{font:14px/1.4 system-ui,"Liberation Sans",sans-serif;color:#111;background:#fff;max-width:72em;margin:2em auto;padding:0 1em}
h1{font-size:1.4em;margin:0 0 .2em}h2{font-size:1.1em;margin:1.6em 0 .4em}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:4px 10px 4px 0;border-bottom:1px solid #ccc}
.amount{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
tr.all td{font-weight:600}tr.differs{outline:2px solid #b42318}
.small{font-size:12px;color:#444}p.small{margin:2px 0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 12px;margin:0}dt{color:#444}dd{margin:0}
.sign{margin-top:2em;break-inside:avoid}.sign dt{padding-top:1.6em}.sign dd{border-bottom:1px solid #111;padding-top:1.6em}
tr{break-inside:avoid}thead{display:table-header-group}
@media print{body{margin:0;padding:0;max-width:none;font-size:11px}@page{size:A4 landscape;margin:12mm}}`;

/** What a page is made of that a bookkeeper signs. */
export interface PreviewToSign {
	client: string;
	shop: string;
	/** The day (yyyy-MM-dd) on which it was made. */
	madeOn: string;
	/** The version of the settings; left out for settings that are not saved yet. */
	settingsVersion?: number;
	rows: readonly PreviewRow[];
	sums: readonly PreviewSum[];
}

/**
 * A preview as a page of its own, to be printed or kept and signed: sums per ledger account and per
 * box of the VAT return, every order, and lines for name, date and signature.
 *
 * @returns a whole HTML page that loads nothing from anywhere.
 */
export function previewPage(
	{ client, shop, madeOn, settingsVersion, rows, sums }: PreviewToSign,
	language: Language,
): string {
	const say = (word: keyof typeof words): string => words[word][language];
	const money = (euro: number | null): string =>
		euro === null ? '' : euroIn(language, fromEuro(euro));
	const day = (date: string): string => sayFact('date', date, language) ?? date;
	const regimes: Record<string, string> = regimeNames(language);
	const differing = rows.filter(differs);
	const amount = (said: string): Html => html`<td class="amount">${said}</td>`;
	const head = (word: keyof typeof words, isAmount = false): Html =>
		isAmount ? html`<th class="amount">${say(word)}</th>` : html`<th>${say(word)}</th>`;
	const facts: Array<[keyof typeof words, string]> = [
		['client', client],
		['shop', shop],
		['madeOn', day(madeOn)],
		[
			'settings',
			settingsVersion === undefined ? say('notSaved') : `${say('version')} ${settingsVersion}`,
		],
		['shown', countsOf(rows, language)],
	];
	const sumTable = (kind: PreviewSum['kind']): Html | false => {
		const those = sums.filter((sum) => sum.kind === kind);
		const isBox = kind === 'box';
		const total = (field: 'amount' | 'vat') =>
			euroIn(
				language,
				those.reduce((all, sum) => all + fromEuro(sum[field]), 0),
			);
		const nameOf = ({ name }: PreviewSum) =>
			isBox ? (boxes[name as VatBox]?.[language] ?? name) : name;
		return (
			those.length > 0 &&
			html`<h2>${say(isBox ? 'boxes' : 'accounts')}</h2>
				<table>
					<thead>
						<tr>
							${head(isBox ? 'box' : 'account')}${head('orders', true)}${head('net', true)}
							${isBox && head('vat', true)}
						</tr>
					</thead>
					<tbody>
						${those.map(
							(sum) =>
								html`<tr>
									<td>${nameOf(sum)}</td>
									${amount(String(sum.orders))}${amount(money(sum.amount))}
									${isBox && amount(money(sum.vat))}
								</tr>`,
						)}
						<tr class="all">
							<td>${say('all')}</td>
							${amount('')}${amount(total('amount'))}${isBox && amount(total('vat'))}
						</tr>
					</tbody>
				</table>`
		);
	};
	const orderRow = (row: PreviewRow): Html =>
		html`<tr${differs(row) && html` class="differs"`}>
			<td>
				${row.orderNumber}${
					row.refund !== '' && html`<div class="small">${say('refund')} ${row.refund}</div>`
				}
			</td>
			<td>${day(row.date)}</td>
			<td>
				${outcomeNames[row.outcome][language]}
				<div class="small">${regimes[row.regime] ?? row.regime}</div>
			</td>
			${amount(money(row.shopTotal))}${amount(money(row.bookedTotal))}
			<td class="small">${row.shopVat}</td>
			<td class="small">${row.bookedVat}</td>
			<td class="small">
				${[
					row.dayTotal === '' ? '' : `${say('dayTotal')}: ${row.dayTotal}`,
					...row.lines.split('; '),
					row.why,
					row.notes,
					[row.code, row.message].filter(Boolean).join(': '),
					row.tip,
				]
					.filter((said) => said !== '')
					.map((said) => html`<p class="small">${said}</p>`)}
			</td>
		</tr>`;
	return html`<!doctype html>
		<html lang="${language}">
			<head>
				<meta charset="utf-8" />
				<meta
					http-equiv="Content-Security-Policy"
					content="default-src 'none'; style-src 'unsafe-inline'"
				/>
				<title>${say('title')}: ${client}, ${shop}</title>
				<style>
					${new Html(STYLE)}
				</style>
			</head>
			<body>
				<h1>${say('title')}</h1>
				<p>${say('nothing')}</p>
				<dl>
					${facts.map(
						([name, fact]) =>
							html`<dt>${say(name)}</dt>
								<dd>${fact}</dd>`,
					)}
				</dl>
				<p>
					<strong
						>${differing.length === 0
							? say('agrees')
							: `${say('differs')} ${differing.length}`}</strong
					>
				</p>
				${sumTable('account')} ${sumTable('box')}
				<h2>${say('orders')}</h2>
				<table>
					<thead>
						<tr>
							${head('order')}${head('date')}${head('becomes')}${head('byShop', true)}
							${head('booked', true)}
							<th>${say('vat')} (${say('byShop').toLowerCase()})</th>
							<th>${say('vat')} (${say('booked').toLowerCase()})</th>
							${head('how')}
						</tr>
					</thead>
					<tbody>
						${rows.map(orderRow)}
					</tbody>
				</table>
				<section class="sign">
					<h2>${say('approval')}</h2>
					<dl>
						${(['name', 'date', 'signature', 'remarks'] as const).map(
							(name) =>
								html`<dt>${say(name)}</dt>
									<dd></dd>`,
						)}
					</dl>
				</section>
			</body>
		</html>`.text;
}

const differs = ({ totalDifference, vatDifference }: PreviewRow): boolean =>
	(totalDifference ?? 0) !== 0 || (vatDifference ?? 0) !== 0;

/** How many of each outcome, as `12 zou geboekt worden, 1 vraagt aandacht`. */
function countsOf(rows: readonly PreviewRow[], language: Language): string {
	const counts = new Map<string, number>();
	for (const { outcome } of rows) {
		const said = outcomeNames[outcome][language];
		counts.set(said, (counts.get(said) ?? 0) + 1);
	}
	return [...counts].map(([said, count]) => `${count} × ${said}`).join(', ');
}
