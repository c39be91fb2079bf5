import type { Cents, Language } from '../../bookkeeping';
import { html, type Html } from '../shared/html';
import { texts } from './texts';
import { writingIn } from './writing';

/** A line of amounts; what it has with VAT follows. */
export interface RateLine {
	name: string;
	net: Cents;
	vat: Cents;
}

/** Amounts without VAT, VAT, and both, one line each. */
export function rateTable(lines: readonly RateLine[], language: Language): Html {
	const words = texts[language];
	const { money } = writingIn(language);
	return html`<table>
		<thead>
			<tr>
				<th>${words.detail.rate}</th>
				<th class="amount">${words.detail.net}</th>
				<th class="amount">${words.vat}</th>
				<th class="amount">${words.detail.gross}</th>
			</tr>
		</thead>
		<tbody>
			${lines.map(
				({ name, net, vat }) =>
					html`<tr>
						<td data-name="${words.detail.rate}">${name}</td>
						<td data-name="${words.detail.net}" class="amount">${money(net)}</td>
						<td data-name="${words.vat}" class="amount">${money(vat)}</td>
						<td data-name="${words.detail.gross}" class="amount">${money(net + vat)}</td>
					</tr>`,
			)}
		</tbody>
	</table>`;
}
