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
import { boxes, words } from './previewWords';

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
export function previewPage(preview: PreviewToSign, language: Language): string {
	const { client, shop, rows, sums } = preview;
	const say = sayIn(language);
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
				${aboutOf(preview, language)}
				<p><strong>${agreement(rows, language)}</strong></p>
				${sumTable('account', sums, language)} ${sumTable('box', sums, language)}
				${orderTable(rows, language)} ${toSign(language)}
			</body>
		</html>`.text;
}

type Word = keyof typeof words;
const sayIn =
	(language: Language) =>
	(word: Word): string =>
		words[word][language];
const moneyIn = (language: Language, euro: number | null): string =>
	euro === null ? '' : euroIn(language, fromEuro(euro));
const dayIn = (language: Language, date: string): string => sayFact('date', date, language) ?? date;

const amount = (said: string): Html => html`<td class="amount">${said}</td>`;
const head = (said: string, isAmount = false): Html =>
	isAmount ? html`<th class="amount">${said}</th>` : html`<th>${said}</th>`;

function aboutOf(
	{ client, shop, madeOn, settingsVersion, rows }: PreviewToSign,
	language: Language,
): Html {
	const say = sayIn(language);
	const facts: Array<[Word, string]> = [
		['client', client],
		['shop', shop],
		['madeOn', dayIn(language, madeOn)],
		[
			'settings',
			settingsVersion === undefined ? say('notSaved') : `${say('version')} ${settingsVersion}`,
		],
		['shown', countsOf(rows, language)],
	];
	return html`<dl>
		${facts.map(
			([name, fact]) =>
				html`<dt>${say(name)}</dt>
					<dd>${fact}</dd>`,
		)}
	</dl>`;
}

/** Whether the books would say what the shop says, as far as anything would be booked. */
function agreement(rows: readonly PreviewRow[], language: Language): string {
	const say = sayIn(language);
	const differing = rows.filter(differs).length;
	if (differing > 0) return `${say('differs')} ${differing}`;
	return say(rows.some(({ outcome }) => outcome === 'book') ? 'agrees' : 'noneBooked');
}

function sumTable(
	kind: PreviewSum['kind'],
	sums: readonly PreviewSum[],
	language: Language,
): Html | false {
	const say = sayIn(language);
	const those = sums.filter((sum) => sum.kind === kind);
	const isBox = kind === 'box';
	const total = (field: 'amount' | 'vat'): string =>
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
						${head(say(isBox ? 'box' : 'account'))}${head(say('orders'), true)}
						${head(say('net'), true)}${isBox && head(say('vat'), true)}
					</tr>
				</thead>
				<tbody>
					${those.map(
						(sum) =>
							html`<tr>
								<td>${nameOf(sum)}</td>
								${amount(String(sum.orders))}${amount(moneyIn(language, sum.amount))}
								${isBox && amount(moneyIn(language, sum.vat))}
							</tr>`,
					)}
					<tr class="all">
						<td>${say('all')}</td>
						${amount('')}${amount(total('amount'))}${isBox && amount(total('vat'))}
					</tr>
				</tbody>
			</table>`
	);
}

function orderTable(rows: readonly PreviewRow[], language: Language): Html {
	const say = sayIn(language);
	const vatOf = (whose: 'byShop' | 'booked') => `${say('vat')} (${say(whose).toLowerCase()})`;
	return html`<h2>${say('orders')}</h2>
		<table>
			<thead>
				<tr>
					${head(say('order'))}${head(say('date'))}${head(say('becomes'))}
					${head(say('byShop'), true)}${head(say('booked'), true)}${head(vatOf('byShop'))}
					${head(vatOf('booked'))}${head(say('how'))}
				</tr>
			</thead>
			<tbody>
				${rows.map((row) => orderRow(row, language))}
			</tbody>
		</table>`;
}

function orderRow(row: PreviewRow, language: Language): Html {
	const say = sayIn(language);
	const regimes: Record<string, string> = regimeNames(language);
	const said = [
		row.dayTotal === '' ? '' : `${say('dayTotal')}: ${row.dayTotal}`,
		...row.lines.split('; '),
		row.why,
		row.notes,
		[row.code, row.message].filter(Boolean).join(': '),
		row.tip,
	].filter((text) => text !== '');
	return html`<tr${differs(row) && html` class="differs"`}>
		<td>
			${row.orderNumber}${
				row.refund !== '' && html`<div class="small">${say('refund')} ${row.refund}</div>`
			}
		</td>
		<td>${dayIn(language, row.date)}</td>
		<td>
			${outcomeNames[row.outcome][language]}
			<div class="small">${regimes[row.regime] ?? row.regime}</div>
		</td>
		${amount(moneyIn(language, row.shopTotal))}${amount(moneyIn(language, row.bookedTotal))}
		<td class="small">${row.shopVat}</td>
		<td class="small">${row.bookedVat}</td>
		<td class="small">${said.map((text) => html`<p class="small">${text}</p>`)}</td>
	</tr>`;
}

function toSign(language: Language): Html {
	const say = sayIn(language);
	return html`<section class="sign">
		<h2>${say('approval')}</h2>
		<dl>
			${(['name', 'date', 'signature', 'remarks'] as const).map(
				(name) =>
					html`<dt>${say(name)}</dt>
						<dd></dd>`,
			)}
		</dl>
	</section>`;
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
