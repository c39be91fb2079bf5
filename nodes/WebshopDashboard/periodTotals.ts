import { fromEuro, sum, type Cents } from '../../bookkeeping';
import { html, type Html } from '../shared/html';
import type { PageContent } from './pageContent';
import { rateTable } from './rateTable';
import type { ChargedDocument } from './record';
import { rowsOf, type Row } from './rows';
import { texts, type Texts } from './texts';
import { writingIn } from './writing';

interface RateTotal {
	regime: string;
	/** Of a regime whose rates are those of a country. */
	country: string;
	rate: string;
	net: Cents;
	vat: Cents;
}

/** Regimes under which the rate is one of the country of delivery. */
const OF_COUNTRY = ['oss', 'ownRegistration'];

/** The amounts of documents per regime and VAT rate: home first, then by regime, the highest first. */
export function totalsPerRate(documents: readonly ChargedDocument[]): RateTotal[] {
	const totals = new Map<string, RateTotal>();
	for (const { regime, country: where, charged } of documents) {
		const country = OF_COUNTRY.includes(regime) ? where : '';
		for (const { rate, net, vat } of charged) {
			const key = [regime === 'domestic' ? '' : regime, country, rate].join('|');
			const total = totals.get(key) ?? { regime, country, rate, net: 0, vat: 0 };
			totals.set(key, { ...total, net: total.net + net, vat: total.vat + vat });
		}
	}
	const place = ({ regime, country }: RateTotal) =>
		`${regime === 'domestic' ? '' : regime}|${country}`;
	const height = ({ rate }: RateTotal) => (rate === 'none' ? -1 : Number(rate));
	return [...totals.values()].sort(
		(a, b) => place(a).localeCompare(place(b)) || height(b) - height(a),
	);
}

/** What the tab Report lists and is dated in the period, per VAT rate. */
export function periodTotals({ request, rows, charged = [] }: PageContent): Html | false {
	const { language, search, from, until } = request;
	const words = texts[language];
	const booked = rowsOf('report', rows, search).filter(
		({ state, kind, orderDate }) =>
			state === 'booked' && isShops(kind) && orderDate >= from && orderDate <= until,
	);
	if (booked.length === 0) return false;
	const figures = new Map(charged.map((one) => [one.key, one]));
	const known = booked.flatMap(({ key }) => figures.get(key) ?? []);
	const others = booked.filter(({ key }) => !figures.has(key));
	const totals = totalsPerRate(known);
	const centsOf = (of: 'total' | 'vat') => sum(others.map((row: Row) => fromEuro(row[of] ?? 0)));
	const [all, vat] = [centsOf('total'), centsOf('vat')];
	const lines = [
		...totals.map((one) => ({ name: nameOf(one, words, language), net: one.net, vat: one.vat })),
		...(others.length > 0
			? [{ name: `${words.totals.noFigures} (${others.length})`, net: all - vat, vat }]
			: []),
		{
			name: `${words.totals.all} (${words.totals.documents}: ${booked.length})`,
			net: sum(totals.map(({ net }) => net)) + all - vat,
			vat: sum(totals.map((one) => one.vat)) + vat,
		},
	];
	return html`<section class="card" data-totals>
		<h2>${words.totals.title}</h2>
		${rateTable(lines, language)}
	</section>`;
}

/** What undid an entry leaves the order as it is booked by now. */
const isShops = (kind: string): boolean => kind === 'order' || kind === 'refund';

function nameOf(
	{ regime, country, rate }: RateTotal,
	words: Texts,
	language: PageContent['request']['language'],
): string {
	const regimes: Record<string, string> = words.regimes;
	const named = regime === 'domestic' || regime === '' ? '' : (regimes[regime] ?? regime);
	return [writingIn(language).rate(rate), country, named].filter(Boolean).join(' · ');
}
