import { fromEuro, sayFact, totalKey, type Language } from '../../bookkeeping';
import { html, type Html } from '../shared/html';
import { bookedLines } from './bookedLines';
import type { SavedSettings } from './configuration';
import { facts } from './facts';
import { notedFacts } from './keptNotes';
import type { PageContent } from './pageContent';
import { rateTable } from './rateTable';
import { readOutline, type DocumentRecord } from './record';
import { fileFormats, toQuery, type DashboardRequest } from './request';
import { mayApprove, mayProcess, numberIn, type Row } from './rows';
import { button, checkButton, checkMark } from './table';
import { texts, type Texts } from './texts';
import { toldOnPage } from './told';
import { writingIn } from './writing';

const known = (names: Record<string, string>, name: string): string => names[name] ?? name;

/** One order, refund or payment: what was charged beside what is booked, why, and its history. */
export function orderPage({
	request,
	rows,
	record: kept,
	settings,
	token,
	shopAddresses,
}: PageContent): Html {
	const { order, ...list } = request;
	const { language } = request;
	const words = texts[language];
	const back = html`<p><a href="?${toQuery(list)}">← ${words.detail.back}</a></p>`;
	const row = rows.find(({ key }) => key === order);
	if (row === undefined)
		return html`${back}
			<p class="note">${words.detail.notThere}</p>`;
	const record = mayApprove(row) ? readOutline(row.outline) : kept;
	const related = rows.filter(
		({ key, parentKey }) =>
			key !== row.key &&
			(parentKey === row.key ||
				key === row.parentKey ||
				(row.parentKey !== '' && parentKey === row.parentKey)),
	);
	return html`${back}
		<section class="card" data-key="${row.key}">
			<h2>
				${numberIn(row, request.language)} <span class="dim">${known(words.kinds, row.kind)}</span>
			</h2>
			${summary(row, record, settings, request)} ${checkMark(row, language)}
			${memberLinks(row, request)} ${shopLink(row, shopAddresses, words)}
			${row.snelStartId !== '' &&
			html`<details>
				<summary>${words.identifier}</summary>
				<code>${row.snelStartId}</code>
			</details>`}
			<div class="actions">
				${mayApprove(row) && button('approve', words.approve, token, row)}
				${mayProcess(row) && button('process', words.process, token, row)}
				${checkButton(row, token, language)}
				${button('reportProblem', words.reportProblem, token, row)}
			</div>
		</section>
		${record === undefined
			? html`<p class="dim">${words.detail.noRecord}</p>`
			: html`${toRead(record, words)} ${charged(row, record, language)}
				${bookedLines(
					record,
					settings,
					language,
					record.toCome ? words.detail.linesToCome : words.detail.lines,
				)}
				${bookedLines(
					{ lines: record.beside ?? [] },
					settings,
					language,
					words.detail.besideToCome,
				)}
				${notes(record, language)} ${!record.toCome && history(record, language)}`}
		${related.length > 0 && relatedRows(related, request)}`;
}

/** What is to be read before it is approved. */
function toRead({ toCome }: DocumentRecord, { detail }: Texts): Html | false {
	if (!toCome) return false;
	return html`<p class="note">${detail.toCome}</p>
		${toCome.says.length > 0 &&
		html`<section class="card">
			<h2>${detail.toRead}</h2>
			<ul>
				${toCome.says.map((note) => html`<li>${note}</li>`)}
			</ul>
		</section>`}`;
}

/** Refunds and payments of an order, or the order of one of them. */
function relatedRows(related: readonly Row[], request: DashboardRequest): Html {
	const words = texts[request.language];
	const { money, day } = writingIn(request.language);
	return html`<section class="card">
		<h2>${words.detail.related}</h2>
		<ul>
			${related.map((one) => {
				const said = [
					day(one.orderDate),
					one.total === undefined ? '' : money(fromEuro(one.total)),
					known(words.states, one.state),
					one.snelStartNumber === '' ? '' : `${words.snelStart} ${one.snelStartNumber}`,
				];
				return html`<li>
					<a href="?${toQuery({ ...request, order: one.key })}"
						>${known(words.kinds, one.kind)} ${numberIn(one, request.language)}</a
					>: ${said.filter((fact) => fact !== '').join(' · ')}
				</li>`;
			})}
		</ul>
	</section>`;
}

/** The order in the shop's own administration, where the address of that is known. */
function shopLink(
	{ shop, orderId, parentKey, kind }: Row,
	addresses: Readonly<Record<string, string>> | undefined,
	words: Texts,
): Html | false {
	const address = addresses?.[shop] ?? '';
	const id = kind === 'order' ? orderId : /^[^/]+\/[^/]+\/([^/]+)/.exec(parentKey)?.[1];
	if (!address.includes(ORDER_ID) || !/^https?:\/\//.test(address) || !id) return false;
	const href = address.replace(ORDER_ID, encodeURIComponent(id));
	return html`<p><a href="${href}" target="_blank" rel="noopener">${words.detail.inShop}</a></p>`;
}

/** What stands for the shop's own id of an order in the address of its page. */
const ORDER_ID = '{order}';

function summary(
	row: Row,
	record: DocumentRecord | undefined,
	saved: SavedSettings | undefined,
	request: DashboardRequest,
): Html {
	const { language } = request;
	const words = texts[language];
	const { money, day } = writingIn(language);
	const told = toldOnPage(row, language);
	const amount = (euro: number | undefined) => (euro === undefined ? '' : money(fromEuro(euro)));
	return facts([
		[words.state, mayApprove(row) ? words.toApprove : known(words.states, row.state)],
		[words.code, row.code],
		[words.moreInfo, told.message],
		[words.whatToDo, told.tip],
		[words.inEnglish, html`<span lang="en">${told.english}</span>`, told.english === ''],
		[words.orderDate, day(row.orderDate)],
		[words.total, amount(row.total)],
		[words.vat, amount(row.vat)],
		[words.shop, row.shop],
		[words.detail.orderId, row.orderId],
		[words.paymentMethod, row.paymentMethod],
		[words.status, sayFact('status', row.status, language) ?? ''],
		[words.regime, known(words.regimes, row.regime)],
		[words.detail.why, whyRegime(row, record, language)],
		[words.detail.country, record?.deliveryCountry ?? ''],
		[words.snelStart, row.snelStartNumber],
		[words.detail.dayTotal, dayTotalLink(row, request)],
		[
			words.detail[record?.toCome ? 'documentToCome' : 'document'],
			known(words.detail.documents, record?.document ?? ''),
		],
		[words.detail.number, record?.toCome ? record.number : ''],
		[words.detail.invoiceDate, record && isSale(record) ? day(record.documentDate) : ''],
		[
			words.detail.paper,
			record && isSale(record) && !record.toCome ? yesOrNo(record.hasPaper, words) : '',
		],
		[words.detail.card, record && isSale(record) ? cardOf(record, saved, words) : ''],
		[words.day, day(row.day)],
	]);
}

/** The total that a row is booked as or in; `undefined` while it is in none that is booked. */
function bookedTotal(row: Row, { client }: DashboardRequest): string | undefined {
	if (row.state !== 'booked') return undefined;
	if (row.kind === 'total') return row.key;
	const isIn = row.dayTotal !== '' && row.dayTotal === row.snelStartNumber;
	return isIn ? totalKey(client, row.shop, row.dayTotal) : undefined;
}

function dayTotalLink(row: Row, request: DashboardRequest): string | Html {
	const total = bookedTotal(row, request);
	if (total === undefined || total === row.key) return row.dayTotal;
	return html`<a href="?${toQuery({ ...request, order: total })}">${row.dayTotal}</a>`;
}

/** To the list of the orders of a total, for a spreadsheet. */
function memberLinks(row: Row, request: DashboardRequest): Html | false {
	const order = bookedTotal(row, request);
	if (order === undefined) return false;
	const words = texts[request.language];
	const query = toQuery({ ...request, order });
	return html`<p>
		${words.membersOfTotal}
		${fileFormats.map(
			(format) =>
				html`<a href="?${query}&amp;format=${format}" data-stays>${words.download[format]}</a> `,
		)}
	</p>`;
}

const yesOrNo = (is: boolean, { yes, no }: Texts): string => (is ? yes : no);

const isSale = ({ document }: DocumentRecord): boolean =>
	document === 'salesEntry' || document === 'creditNote' || document === 'salesOrder';

/** Which of the client's settings name the card; the name on it is personal data, and not kept. */
function cardOf(
	{ relationId, toCome }: DocumentRecord,
	saved: SavedSettings | undefined,
	words: Texts,
) {
	if (relationId === '') return toCome ? words.detail.ownCard : '';
	const isShared = JSON.stringify(saved?.settings ?? {}).includes(relationId);
	return isShared ? words.detail.sharedCard : words.detail.ownCard;
}

function whyRegime(
	{ regime }: Row,
	record: DocumentRecord | undefined,
	language: Language,
): string {
	const country = record?.deliveryCountry ?? '';
	const reasons: Record<string, (country: string) => string> = texts[language].detail.whyRegime;
	return country === '' ? '' : (reasons[regime]?.(country) ?? '');
}

/** The shop's figures per VAT rate, and under their total what the row says is booked. */
function charged(row: Row, record: DocumentRecord, language: Language): Html | false {
	if (record.charged.length === 0) return false;
	const words = texts[language];
	const writing = writingIn(language);
	const sum = (of: 'net' | 'vat') => record.charged.reduce((all, rate) => all + rate[of], 0);
	const booked = [row.total, row.vat].map((euro) => fromEuro(euro ?? 0));
	const [total = 0, vat = 0] = booked;
	const rounding = Number(record.notes.rounding ?? 0);
	const differs = row.total !== undefined && total !== sum('net') + sum('vat') + rounding;
	const lines = [
		...record.charged.map(({ rate, net, vat: own }) => ({
			name: writing.rate(rate),
			net,
			vat: own,
		})),
		{ name: words.detail.chargedTotal, net: sum('net'), vat: sum('vat') },
		...(row.total === undefined
			? []
			: [
					{
						name: record.toCome ? words.detail.toBeBooked : words.detail.booked,
						net: total - vat,
						vat,
					},
				]),
	];
	return html`<section class="card">
		<h2>${record.toCome ? words.detail.chargedToCome : words.detail.charged}</h2>
		${rateTable(lines, language)} ${differs && html`<p class="note">${words.detail.differs}</p>`}
	</section>`;
}

/** What the booking itself was noted with. */
function notes({ notes: kept }: DocumentRecord, language: Language): Html | false {
	const words = texts[language].detail;
	const said = notedFacts(kept, language);
	const hasNote = kept.estimated === true || said.length > 0;
	return (
		hasNote &&
		html`<section class="card">
			<h2>${words.notes}</h2>
			${kept.estimated === true && html`<p>${words.estimated}</p>`} ${facts(said)}
		</section>`
	);
}

function history(record: DocumentRecord, language: Language): Html {
	const words = texts[language].detail;
	const { day } = writingIn(language);
	return html`<section class="card">
		<h2>${words.history}</h2>
		${facts([
			[words.readAt, day(record.readAt)],
			[words.claimedAt, day(record.claimedAt)],
			[words.bookedAt, day(record.bookedAt)],
			[words.version, record.settingsVersion === 0 ? '' : String(record.settingsVersion)],
		])}
	</section>`;
}
