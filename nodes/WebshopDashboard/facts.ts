import { html, type Html } from '../shared/html';

/** What is known, each with its name; empty facts are left out. */
export function facts(all: ReadonlyArray<[name: string, fact: string]>): Html {
	return html`<dl>
		${all
			.filter(([, fact]) => fact !== '')
			.map(
				([name, fact]) =>
					html`<dt>${name}</dt>
						<dd>${fact}</dd>`,
			)}
	</dl>`;
}
