import { html, type Html } from '../shared/html';
import type { PageContent } from './pageContent';
import { toQuery } from './request';
import { button } from './table';
import { texts } from './texts';
import { toldOnPage } from './told';

/** On every page of a client that is paused: since when, by whom, and where that ends. */
export function pauseBanner({ pause, request }: PageContent): Html | false {
	if (pause === undefined) return false;
	const there = { ...request, tab: 'configuration', order: undefined, page: 1 } as const;
	const { message, english } = toldOnPage(pause, request.language);
	const words = texts[request.language];
	return html`<p class="note alarm" role="status">
		<strong>${message || english}</strong>
		<a href="?${toQuery(there)}">${words.pause.where}</a>
	</p>`;
}

/** Stops all that runs by itself, once it is confirmed, or lets it go on. */
export function pauseCard({ pause, request, token }: PageContent): Html {
	const words = texts[request.language].pause;
	return html`<section class="card">
		<h2>${words.title}</h2>
		${pause === undefined
			? html`<details>
					<summary>${words.ask}</summary>
					<p>${words.means}</p>
					<form method="post">
						<input type="hidden" name="action" value="pause" />
						<input type="hidden" name="token" value="${token}" />
						<p>
							<label><input type="checkbox" required /> ${words.sure}</label>
						</p>
						<button class="quiet">${words.pause}</button>
					</form>
				</details>`
			: html`<p>${toldOnPage(pause, request.language).tip}</p>
					<div class="actions">${button('goOn', words.goOn, token)}</div>`}
		<p class="dim">${words.end}</p>
	</section>`;
}
