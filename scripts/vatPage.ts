import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { languages, readSettings, sayFact, transformOrder, type Language } from '../bookkeeping';
import { expectedInvoice } from '../bookkeeping/reconciliation/expected';
import { accountRoles } from '../nodes/shared/snelStart/accountRoles';
import { texts as dashboardTexts } from '../nodes/WebshopDashboard/texts';
import { ROOT } from './setUp.js';
import { accounts, all, examples, usual, type Example } from './vatExamples';

/** The pages of VAT, one per language. */
export const PAGES: Readonly<Record<Language, string>> = {
	en: path.join(ROOT, 'docs', 'vat.md'),
	nl: path.join(ROOT, 'docs', 'nl', 'btw.md'),
};

const nameOf = (id: string): string => {
	const found = all.find((one) => one.id === id);
	return found ? `${found.number} ${found.name}` : id;
};

/** The draft of an example, and what it puts in which box. @throws Error when it is not booked */
export function booked(example: Example, language: Language = 'en') {
	const read = readSettings({ ...usual, ...example.settings, lineLanguage: language });
	if (!read.ok) throw new Error(read.complaints.join('\n'));
	const order = {
		...{ id: '1', number: '1', status: 'paid', currency: 'EUR', date: '2026-11-22' },
		...{ paymentMethod: 'ideal', total: example.total },
		lines: example.lines.map((line) => ({ ...line, title: line.title[language] })),
		billing: { lastName: 'Jansen', company: '', street: 'Street 1', city: 'City' },
		shipping: { lastName: 'Jansen', country: example.country },
		customer: { vatNumber: example.vatNumber ?? '' },
	};
	Object.assign(order.billing, { country: example.country });
	const transformed = transformOrder(order, 'shop', read.settings);
	const { draft } = transformed;
	if (draft?.document !== 'salesEntry') {
		throw new Error(`${example.name.en}: ${JSON.stringify(transformed)}`);
	}
	const boxes = expectedInvoice(draft, accountRoles(all, accounts.foreign.id)).perBox;
	return { draft, boxes };
}

const english = {
	settings: (needs: string) => `Settings: ${needs}.`,
	charged: (country: string, vatNumber?: string) =>
		`The shop charged (delivered in ${country}${vatNumber === undefined ? '' : `, VAT number ${vatNumber}`}):`,
	chargedColumns: '| Line | Net | VAT rate | VAT |',
	none: 'none',
	total: 'Total',
	booked: 'In SnelStart:',
	bookedColumns: '| Line of the sales entry | Ledger account | Amount |',
	vatLine: (rate: string, kind: string) => `VAT ${rate} (${kind})`,
	own: "SnelStart's own",
	invoiceAmount: 'Invoice amount',
	inBoxes: (regime: string, boxes: string) => `Regime \`${regime}\`. VAT return: ${boxes}.`,
	noBox: (turnover: string) => `in no box ${turnover}`,
	inBox: (box: string, turnover: string, vat?: string) =>
		`${box === 'oss' ? 'the OSS return' : `box ${box}`} turnover ${turnover}${vat === undefined ? '' : ` and VAT ${vat}`}`,
};
const dutch: typeof english = {
	settings: (needs) => `Instellingen: ${needs}.`,
	charged: (country, vatNumber) =>
		`De winkel rekende (geleverd in ${country}${vatNumber === undefined ? '' : `, btw-nummer ${vatNumber}`}):`,
	chargedColumns: '| Regel | Netto | Btw-tarief | Btw |',
	none: 'geen',
	total: 'Totaal',
	booked: 'In SnelStart:',
	bookedColumns: '| Regel van de verkoopboeking | Grootboekrekening | Bedrag |',
	vatLine: (rate, kind) => `Btw ${rate} (${kind})`,
	own: 'van SnelStart zelf',
	invoiceAmount: 'Factuurbedrag',
	inBoxes: (regime, boxes) => `Btw-regeling: ${regime}. Btw-aangifte: ${boxes}.`,
	noBox: (turnover) => `in geen rubriek ${turnover}`,
	inBox: (box, turnover, vat) =>
		`${box === 'oss' ? 'de OSS-aangifte' : `rubriek ${box}`} omzet ${turnover}${vat === undefined ? '' : ` en btw ${vat}`}`,
};
const words: Record<Language, typeof english> = { en: english, nl: dutch };

function partOf(example: Example, language: Language): string[] {
	const said = words[language];
	const { regimes, vatRates } = dashboardTexts[language];
	const euro = (cents: number) => sayFact('amount', cents, language) ?? '';
	const amount = (value: number | string) => euro(Math.round(Number(value) * 100));
	const rate = (percentage: number) => sayFact('percentage', percentage, language) ?? '';
	const isDutch = language === 'nl';
	const { draft, boxes } = booked(example, language);
	const inBoxes = [...boxes].map(([box, { turnover, vat }]) =>
		box === 'none'
			? said.noBox(euro(turnover))
			: said.inBox(box, euro(turnover), vat === 0 ? undefined : euro(vat)),
	);
	const kindOf = (kind: string) =>
		isDutch
			? kind === 'reverseCharge'
				? 'verlegd'
				: vatRates[kind as keyof typeof vatRates]
			: kind;
	return [
		example.rule[language],
		'',
		...(example.needs === undefined ? [] : [said.settings(example.needs[language]), '']),
		said.charged(example.country, example.vatNumber),
		'',
		said.chargedColumns,
		'| --- | --: | --: | --: |',
		...example.lines.map(
			({ title, net, percentage, vat }) =>
				`| ${title[language]} | ${amount(net)} | ${percentage === undefined ? said.none : rate(percentage)} | ${vat === undefined ? '' : amount(vat)} |`,
		),
		`| **${said.total}** | | | **${amount(example.total)}** |`,
		'',
		said.booked,
		'',
		said.bookedColumns,
		'| --- | --- | --: |',
		...draft.lines.map(
			(line) =>
				`| ${line.description} | ${nameOf(line.ledgerAccountId)} | ${amount(line.amount)} |`,
		),
		...draft.vat.map(
			(row) =>
				`| ${said.vatLine(rate(row.percentage), kindOf(row.vatKind))} | ${said.own} | ${amount(row.amount)} |`,
		),
		`| **${said.invoiceAmount}** | | **${amount(draft.invoiceAmount)}** |`,
		'',
		said.inBoxes(isDutch ? regimes[draft.regime] : draft.regime, inBoxes.join('; ')),
		// Notes are written in English.
		...(isDutch ? [] : draft.notes.map((note) => `\nNote on the draft: ${note}`)),
	];
}

/**
 * A bookkeeper's page of VAT, with an example per regime as the rules draft it.
 *
 * @throws Error when an example has no place on the page, or is not booked
 */
export function vatPage(page: string, language: Language): string {
	const parts = Object.values(examples).flatMap((example) => [
		`## ${example.name[language]}`,
		'',
		...partOf(example, language),
		'',
	]);
	const made = page.replace(
		/(<!-- made: examples -->\n)[^]*?(<!-- end -->)/,
		(_, start: string, end: string) => [start, ...parts, end].join('\n'),
	);
	if (!made.includes(parts[0]!)) throw new Error('The page has no place for the examples');
	return made;
}

if (require.main === module) {
	for (const language of languages) {
		const file = PAGES[language];
		writeFileSync(file, vatPage(readFileSync(file, 'utf8'), language));
		console.log(`Wrote ${file}`);
	}
}
