import { html, type Html } from '../shared/html';

/** What is known, each with its name; empty facts are left out. */
export function facts(
	all: ReadonlyArray<[name: string, fact: string | Html, isLeftOut?: boolean]>,
): Html {
	return html`<dl>
		${all
			.filter(([, fact, isLeftOut]) => fact !== '' && isLeftOut !== true)
			.map(
				([name, fact]) =>
					html`<dt>${name}</dt>
						<dd>${fact}</dd>`,
			)}
	</dl>`;
}
