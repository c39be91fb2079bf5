import type { Language } from '../../bookkeeping';
import { html, type Html } from '../shared/html';
import { isSilent, type ClientState, type ShopRun } from './clients';
import { pageFrame } from './pageFrame';
import { texts } from './texts';
import { toldOnPage, type Kept } from './told';
import { writingIn } from './writing';

interface Content {
	language: Language;
	clients: readonly ClientState[];
	/** Addresses of dashboards that do not stand beside this page under the client's name. */
	addresses: Readonly<Record<string, string>>;
	/** A moment (ISO) as day and time in the readers' zone. */
	momentOf: (moment: string) => string;
}

/** All clients of an office on one page: who is silent, who needs somebody, what waits. */
export function clientsPage(content: Content): string {
	const { language, clients } = content;
	const words = texts[language].clients;
	const silent = clients.filter(isSilent).length;
	const attention = clients.filter((one) => one.attention + one.troubles.length > 0).length;
	return pageFrame({
		language,
		title: words.title,
		about: words.about(clients.length),
		inOtherLanguage: `language=${language === 'nl' ? 'en' : 'nl'}`,
		main:
			clients.length === 0
				? html`<p class="card">${words.none}</p>`
				: html`<p class="${silent > 0 ? 'note' : 'dim'}" role="status">
							${silent > 0 ? words.silent(silent) : words.noneSilent}
							${words.needAttention(attention)}
						</p>
						<section class="card">${table(content)}</section>`,
	});
}

function table(content: Content): Html {
	const words = texts[content.language].clients;
	return html`<table>
		<thead>
			<tr>
				<th>${words.client}</th>
				<th>${words.lastRun}</th>
				<th class="amount">${words.attention}</th>
				<th class="amount">${words.toApprove}</th>
				<th class="amount">${words.open}</th>
				<th class="amount">${words.signedOff}</th>
			</tr>
		</thead>
		<tbody>
			${content.clients.map((client) => clientRow(client, content))}
		</tbody>
	</table>`;
}

function clientRow(state: ClientState, { language, addresses, momentOf }: Content): Html {
	const words = texts[language].clients;
	const { client, runs, attention, toApprove, open, pause, troubles } = state;
	const address = addresses[client] ?? `./${encodeURIComponent(client)}`;
	const link = (tab: string, since: string) =>
		`${address}?language=${language}&tab=${tab}${since && `&from=${since}`}`;
	// An empty cell where there is nothing: what is not zero stands out, and a phone leaves it out.
	const count = (name: string, many: number, tab: string, since: string): Html =>
		many === 0
			? html`<td></td>`
			: html`<td data-name="${name}" class="amount">
					<a href="${link(tab, since)}"><strong>${many}</strong></a>
				</td>`;
	return html`<tr data-client="${client}" ${isSilent(state) && html`class="silent"`}>
		<td data-name="${words.client}">
			<a href="${address}?language=${language}"><strong>${client}</strong></a>
		</td>
		<td class="wide">
			${pause && html`<div><strong>${sentenceOf(pause, language)}</strong></div>`}
			${runs.map((run) => lastRun(run, pause !== undefined, language, momentOf))}
			${!state.hasSettings && html`<div class="alarm">${words.noSettings}</div>`}
			${troubles.map((one) => trouble(one, language))}
		</td>
		${count(words.attention, attention, 'errors', state.attentionSince)}
		${count(words.toApprove, toApprove, 'open', state.openSince)}
		${count(words.open, open, 'open', state.openSince)}
		${state.signedOff === ''
			? html`<td></td>`
			: html`<td data-name="${words.signedOff}" class="amount">
					${writingIn(language).day(state.signedOff)}
				</td>`}
	</tr>`;
}

/** When a sync ended last, and whether that is too long ago. */
function lastRun(
	{ shop, ended, hours, isSilent: isLate }: ShopRun,
	isPaused: boolean,
	language: Language,
	momentOf: Content['momentOf'],
): Html {
	const words = texts[language].clients;
	const is = isLate && !isPaused;
	const at = ended === '' ? words.never : writingIn(language).day(momentOf(ended));
	return html`<div ${is && html`class="alarm"`}>
		${words.sync(shop)}: ${at}${is && html` – <strong>${words.noRun(hours)}</strong>`}
	</div>`;
}

function trouble({ shop, ...kept }: ClientState['troubles'][number], language: Language): Html {
	return html`<details>
		<summary>${shop}: ${sentenceOf(kept, language)}</summary>
		<p>${toldOnPage(kept, language).tip}</p>
	</details>`;
}

function sentenceOf(kept: Kept, language: Language): string {
	const { message, english } = toldOnPage(kept, language);
	return message || english;
}
