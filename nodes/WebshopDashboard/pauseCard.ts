import type { Code } from '../../bookkeeping';
import { html, type Html } from '../shared/html';
import type { PageContent } from './pageContent';
import { toQuery } from './request';
import { button } from './table';
import { texts } from './texts';
import { toldOnPage, type Kept } from './told';

const STOPPED: Code = 'CLIENT_STOPPED';
const isStopped = (pause: Kept | undefined): boolean => pause?.code === STOPPED;

/** On every page of a client that is paused or stopped: since when, by whom, and where that ends. */
export function pauseBanner({ pause, request }: PageContent): Html | false {
	if (pause === undefined) return false;
	const there = { ...request, tab: 'configuration', order: undefined, page: 1 } as const;
	const { message, english } = toldOnPage(pause, request.language);
	const words = texts[request.language].pause;
	return html`<p class="note alarm" role="status">
		<strong>${message || english}</strong>
		<a href="?${toQuery(there)}">${isStopped(pause) ? words.whereStopped : words.where}</a>
	</p>`;
}

/** Pauses or stops the client, once it is confirmed, or lets it go on. */
export function pauseCard(content: PageContent): Html {
	const { pause, wentOn, nextSync, request, token } = content;
	const { language } = request;
	const words = texts[language].pause;
	const goOn = isStopped(pause) ? words.startAgain : words.goOn;
	return html`<section class="card">
		<h2>${words.title}</h2>
		${pause === undefined
			? [
					nextSync && html`<p>${words.next(nextSync)}</p>`,
					confirmed('pause', content),
					confirmed('stop', content),
				]
			: html`<p>${toldOnPage(pause, language).tip}</p>
					${nextSync && html`<p>${words.nextAfter(goOn, nextSync)}</p>`}
					<div class="actions">${button('goOn', goOn, token)}</div>
					${!isStopped(pause) && confirmed('stop', content)}`}
		${wentOn && html`<p class="dim">${toldOnPage(wentOn, language).message}</p>`}
		<p class="dim">${words.end}</p>
	</section>`;
}

/** A button that works only once somebody has read what it does and said yes. */
function confirmed(action: 'pause' | 'stop', { request, token }: PageContent): Html {
	const words = texts[request.language].pause[action];
	return html`<details>
		<summary>${words.ask}</summary>
		<p>${words.means}</p>
		<form method="post">
			<input type="hidden" name="action" value="${action}" />
			<input type="hidden" name="token" value="${token}" />
			<p>
				<label><input type="checkbox" required /> ${words.sure}</label>
			</p>
			<button class="quiet">${words.button}</button>
		</form>
	</details>`;
}
