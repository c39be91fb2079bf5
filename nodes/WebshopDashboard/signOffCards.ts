import type { Language } from '../../bookkeeping';
import { html, type Html } from '../shared/html';
import { READ_HOURLY } from './clients';
import type { PageContent } from './pageContent';
import { toQuery } from './request';
import {
	changedSince,
	comparedMonths,
	setAside,
	typedAmount,
	type ComparedMonth,
	type NamedDifference,
	type SignOff,
} from './signOffs';
import { texts } from './texts';
import { unbroken } from './told';
import { writingIn } from './writing';

/** A card for each month that was compared as a whole, or is signed off. */
export function signOffCards(content: PageContent): Html {
	const { checks, signOffs = [], request } = content;
	const compared = comparedMonths(checks);
	const isShown = ({ month }: SignOff) =>
		month >= request.from.slice(0, 7) && month <= request.until.slice(0, 7);
	const months = new Set([...compared, ...signOffs.filter(isShown)].map(({ month }) => month));
	return html`${[...months]
		.sort()
		.reverse()
		.map((month) => {
			const one = compared.find((each) => each.month === month);
			const signed = signOffs.find((each) => each.month === month);
			return signed ? signedCard(signed, one, content) : one && openCard(one, content);
		})}`;
}

const name = (month: string, language: Language): string => writingIn(language).day(month);

function signedCard(
	signOff: SignOff,
	compared: ComparedMonth | undefined,
	{ request, token, bookings = [], dayOf = (moment) => moment.slice(0, 10) }: PageContent,
): Html {
	const { language } = request;
	const words = texts[language].signOff;
	const { money, day } = writingIn(language);
	const changes = changedSince(signOff, bookings, compared, language, dayOf);
	return html`<section class="card" data-month="${signOff.month}">
		<h2>${name(signOff.month, language)}: ${words.signed(signOff.by, day(dayOf(signOff.at)))}</h2>
		${aside(signOff.setAside, words.aside(money(signOff.upTo)), language)}
		${changes.map(
			({ message, tip }) =>
				html`<p class="alarm"><strong>${message}</strong></p>
					<p>${tip}</p>`,
		)}
		<details>
			<summary>${words.undo}</summary>
			<form method="post" class="actions">
				<input type="hidden" name="action" value="takeBack" /><input
					type="hidden"
					name="month"
					value="${signOff.month}"
				/><input type="hidden" name="token" value="${token}" />
				<button class="quiet">${words.undo}</button>
			</form>
		</details>
	</section>`;
}

/** First the amount, and what it would set aside by name; then the signature under that. */
function openCard(compared: ComparedMonth, content: PageContent): Html {
	const { request, settings, token } = content;
	const { language, upTo: typed = '' } = request;
	const words = texts[language].signOff;
	const writing = writingIn(language);
	const { month, shops, differences, unmeasured } = compared;
	const upTo = typedAmount(typed);
	const { aside: trifles, left: larger } = setAside(differences, upTo ?? 0);
	const left = [...larger, ...unmeasured];
	const missing = shopsOf(settings?.settings).filter((shop) => !shops.includes(shop));
	const fields = { ...request, order: undefined, page: 1 };
	return html`<section class="card" data-month="${month}">
		<h2>${name(month, language)}: ${words.open}</h2>
		<form method="get" class="filter">
			${new URLSearchParams(toQuery(fields))
				.toString()
				.split('&')
				.map((pair) => pair.split('=').map((part) => decodeURIComponent(part.replace(/\+/g, ' '))))
				.map(
					([field = '', value = '']) =>
						html`<input type="hidden" name="${field}" value="${value}" />`,
				)}
			<label
				>${words.upTo}<input name="upTo" inputmode="decimal" value="${typed || '0'}" size="8"
			/></label>
			<button>${words.look}</button>
		</form>
		${upTo === undefined && typed !== '' && html`<p class="alarm">${words.noAmount}</p>`}
		${aside(trifles, words.wouldBeAside(writing.money(upTo ?? 0)), language)}
		${aside(left, words.left, language)}
		${missing.length > 0 && html`<p>${words.notCompared(missing.join(', '))}</p>`}
		${left.length === 0 &&
		missing.length === 0 &&
		html`<form method="post" class="actions">
			${Object.entries({
				...{ action: 'signOff', month, token, upTo: String(upTo ?? 0) },
				setAside: JSON.stringify(trifles),
			}).map(([field, value]) => html`<input type="hidden" name="${field}" value="${value}" />`)}
			<button>${words.sign(name(month, language))}</button>
		</form>`}
	</section>`;
}

/** Differences by their names, under a heading; nothing when there are none. */
function aside(
	named: readonly NamedDifference[],
	heading: string,
	language: Language,
): Html | false {
	const { money } = writingIn(language);
	return (
		named.length > 0 &&
		html`<p>
			${heading}:
			${named
				.map(([shop, number, cents]) => unbroken(`${shop} ${number} (${money(cents)})`))
				.join('; ')}
		</p>`
	);
}

/** The shops that are to be compared before a month can be signed off. */
function shopsOf(settings: unknown): string[] {
	const { shops = [] } = (settings ?? {}) as { shops?: Array<{ shop: string; kind: string }> };
	return shops.filter(({ kind }) => READ_HOURLY.includes(kind)).map(({ shop }) => shop);
}
