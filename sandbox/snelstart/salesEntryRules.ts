import { foreignVatAccountId } from './accounts';
import { countries, euCountries } from './countries';
import type { ErrorCode } from './errors';
import {
	taxedKinds,
	vatRowOf,
	type EntryLine,
	type Ledger,
	type Relation,
	type SalesEntry,
} from './ledger';
import { sum } from './money';
import { foreignVatRates, percentageOn } from './seed';
import type { Switches } from './switches';

const icpFunctions = new Set(['VerkopenExportBinnenEU', 'DienstverleningBinnenEU']);
const distanceSales = 'InstallatieTeleverkoopBinnenEUgeen';
const kindIsMandatory = new Set(['InkopenKostenAlleBtwTarieven', 'InkopenVraagPosten']);

/** VAT of a base in hundredths of a cent, so that percentages such as 17.5 stay exact. */
const vatHundredths = (baseCents: number, percentage: number): number =>
	(baseCents * Math.round(percentage * 100)) / 100;

/** The kind a line stands for: its own word, else the only one its account takes. */
const kindOf = (line: EntryLine): EntryLine['kind'] =>
	line.kind ?? (line.account?.btwSoort.length === 1 ? line.account.btwSoort[0] : undefined);

const countryOf = (customer: Relation | undefined): string | undefined =>
	countries.find((one) => one.id === customer?.vestigingsAdres?.land?.id)?.landcode;

function numberProblems(
	entry: SalesEntry,
	ledger: Ledger,
	{ ignoreCase, invoiceNumberScope }: Switches,
): ErrorCode[] {
	const codes: ErrorCode[] = [];
	const fold = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
	if (entry.number.trim() === '' || entry.number.length > 25) codes.push('BOE-0058');
	else if (
		ledger.salesEntries.some(
			(one) =>
				fold(one.number) === fold(entry.number) &&
				(invoiceNumberScope === 'administration' || one.relationId === entry.relationId),
		)
	) {
		codes.push('BOE-0021');
	}
	if ((entry.voucher ?? '').length > 25) codes.push('BOE-0068');
	const texts = [entry.description, ...entry.lines.map((line) => line.description)];
	if (texts.some((text) => (text ?? '').length > 250)) codes.push('BOE-0071');
	return codes;
}

function customerProblems(customer: Relation | undefined): ErrorCode[] {
	if (!customer) return ['BOE-0001'];
	const codes: ErrorCode[] = [];
	if (!customer.relatiesoort.includes('Klant')) codes.push('BOE-0060');
	if (customer.nonactief) codes.push('BOE-0054');
	return codes;
}

/** Dates SnelStart does not book on, whatever the booking. */
export function dateProblems(
	date: string,
	bookYear: number,
	{ blockedUntil }: Switches,
): ErrorCode[] {
	if (date < '1900-01-01') return ['BOE-0070'];
	if (Number(date.slice(0, 4)) < bookYear - 5) return ['BOE-0033'];
	return blockedUntil !== null && date <= blockedUntil ? ['BOE-0042'] : [];
}

const monthsOf: Record<string, number> = { Maand: 1, Kwartaal: 3, Jaar: 12 };
const filedStatus = /^(Verzonden|Geaccepteerd.*)$/;

/** Whether a day lies in a VAT return that was filed (SS-432). */
export function isInFiledReturn(date: string, { records }: Ledger): boolean {
	return (records.btwaangiftes ?? []).some((row) => {
		if (!filedStatus.test(String(row.btwAangifteStatus))) return false;
		const from = String(row.aangiftePeriodeBeginDatum).slice(0, 10);
		const next = new Date(`${from}T00:00:00Z`);
		next.setUTCMonth(next.getUTCMonth() + (monthsOf[String(row.btwAangiftePeriode)] ?? 12));
		return date >= from && date < next.toISOString().slice(0, 10);
	});
}

/** Journals other than sales lines, VAT accounts and purchases are no place for a sales line. */
function accountProblems({ account, costCentreId }: EntryLine, ledger: Ledger): ErrorCode[] {
	if (!account) return ['BOE-0037'];
	const codes: ErrorCode[] = [];
	if (account.nonactief) codes.push('BOE-0008');
	const { grootboekfunctie: purpose } = account;
	if (purpose === 'DagboekMemoriaal' || purpose === 'DagboekBalans') codes.push('BOE-0075');
	else if (/^(Dagboek|Btw|InkopenKosten(Hoog|Laag|Overig)$|InkopenImport)/.test(purpose)) {
		codes.push('BOE-0061');
	}
	const centre = ledger.records.kostenplaatsen?.find((one) => one.id === costCentreId);
	if (costCentreId === null && account.kostenplaatsVerplicht) codes.push('BOE-0022');
	if (costCentreId !== null && !centre) codes.push('BOE-0019');
	if (centre?.nonactief) codes.push('BOE-0026');
	return codes;
}

/** BOE-0082: each place has its own vocabulary, and each account its own kinds. */
function vocabularyProblems(entry: SalesEntry): ErrorCode[] {
	const wrongLine = entry.lines.some(({ account, kind }) => {
		if (!account) return false;
		if (kind === undefined) return kindIsMandatory.has(account.grootboekfunctie);
		return !account.btwSoort.some((accepted) => accepted === kind);
	});
	const wrongRow = entry.vat.some(({ kind }) => kind !== 'Geen' && !kind.startsWith('Verkopen'));
	return wrongLine || wrongRow ? ['BOE-0082'] : [];
}

/** BOE-0062: reverse charge (verlegd) stands alone, on untaxed lines of its account, with VAT 0. */
function reverseChargeProblems(entry: SalesEntry): ErrorCode[] {
	const rows = entry.vat.filter((row) => row.kind === 'VerkopenVerlegd');
	if (rows.length === 0) return [];
	const codes: ErrorCode[] = [];
	const others = entry.vat.some((row) => row.kind !== 'VerkopenVerlegd' && row.kind !== 'Geen');
	if (others || entry.lines.some((line) => (kindOf(line) ?? 'Geen') !== 'Geen')) {
		codes.push('BOE-0062');
	}
	if (sum(rows.map((row) => row.cents)) !== 0) codes.push('BOE-0069');
	const fits = (line: EntryLine): boolean =>
		line.account?.grootboekfunctie === 'VerkopenOmzetOnbelastVerlegd';
	if (!entry.lines.some(fits)) codes.push('BOE-0082');
	return codes;
}

/** Hundredths of a cent by which the VAT of so many lines may depart. */
const vatTolerances: Record<Switches['vatCheck'], (lines: number) => number> = {
	centPerLine: (lines) => 100 * lines,
	centPerRate: (lines) => (lines > 0 ? 100 : 0),
	exact: () => 50,
	off: () => Infinity,
};

/** BOE-0069: one row per kind, within the tolerance of rate × base on the invoice date. */
function vatAmountProblems(entry: SalesEntry, { vatCheck }: Switches): ErrorCode[] {
	if (vatCheck === 'off') return [];
	const wrong = taxedKinds.some((kind) => {
		const rows = entry.vat.filter((row) => row.kind === vatRowOf[kind]);
		const lines = entry.lines.filter((line) => kindOf(line) === kind);
		const percentage = percentageOn(kind, entry.date) ?? 0;
		const due = vatHundredths(sum(lines.map((line) => line.cents)), percentage);
		const stated = sum(rows.map((row) => row.cents)) * 100;
		return rows.length > 1 || Math.abs(stated - due) > vatTolerances[vatCheck](lines.length);
	});
	const taxOnNothing = entry.vat.some((row) => row.kind === 'Geen' && row.cents !== 0);
	return wrong || taxOnNothing ? ['BOE-0069'] : [];
}

/** BOE-0080: an ICP account needs a customer elsewhere in the EU with a VAT number. */
function icpProblems(entry: SalesEntry, customer: Relation | undefined): ErrorCode[] {
	const uses = entry.lines.some((line) => icpFunctions.has(line.account?.grootboekfunctie ?? ''));
	if (!uses) return [];
	const country = countryOf(customer);
	const abroad = country !== undefined && country !== 'NL' && euCountries.has(country);
	return abroad && customer?.btwNummer ? [] : ['BOE-0080'];
}

/** Distance sales (OSS, SS-420): foreign VAT is a line on its own account, by the rates of the day. */
function distanceSalesProblems(
	entry: SalesEntry,
	customer: Relation | undefined,
	{ foreignVat, ossCardCountry }: Switches,
): ErrorCode[] {
	if (foreignVat && ossCardCountry === 'ignored') return [];
	const country = countryOf(customer);
	const applies =
		foreignVat &&
		country !== undefined &&
		country !== 'NL' &&
		euCountries.has(country) &&
		!customer?.btwNummer &&
		entry.date >= '2021-07-01';
	const sales = entry.lines.filter((line) => line.account?.grootboekfunctie === distanceSales);
	if (!applies) return sales.length > 0 ? ['BOE-0080'] : [];
	const codes: ErrorCode[] = [];
	if (entry.vat.length > 0) codes.push('BOE-0069');
	const tax = entry.lines.filter((line) => line.accountId === foreignVatAccountId);
	if (sales.length + tax.length < entry.lines.length) codes.push('BOE-0061');
	const three = countries.find((one) => one.landcode === country)?.landcodeISO;
	const rates = foreignVatRates.find((one) => one.countryCode === three)?.vatRates ?? [];
	const due = sum(
		sales.map((line) => {
			const rate = rates
				.filter(({ rateCode }) => rateCode === line.account?.vatRateCode)
				.findLast(({ validFrom }) => validFrom.slice(0, 10) <= entry.date)?.rate;
			return vatHundredths(line.cents, rate ?? 0);
		}),
	);
	const stated = sum(tax.map((line) => line.cents)) * 100;
	if (Math.abs(stated - due) > 100 * sales.length) codes.push('BOE-0069');
	return codes;
}

/** Every rule a sales entry breaks, in SnelStart's codes; empty when it may be booked. */
export function entryProblems(
	entry: SalesEntry,
	ledger: Ledger,
	switches: Switches,
	bookYear: number,
): ErrorCode[] {
	const customer = ledger.relations.find((one) => one.id === entry.relationId);
	const parts = [...entry.lines.map((line) => line.cents), ...entry.vat.map((row) => row.cents)];
	const zeroLine = entry.lines.some((line) => line.cents === 0);
	return [
		...numberProblems(entry, ledger, switches),
		...customerProblems(customer),
		...dateProblems(entry.date, bookYear, switches),
		...(switches.filedReturns === 'refuse' && isInFiledReturn(entry.date, ledger)
			? (['BOE-0046'] as const)
			: []),
		...(entry.lines.length === 0 ? (['BOE-0023'] as const) : []),
		...(zeroLine && switches.zeroLines === 'refuse' ? (['BOE-0028'] as const) : []),
		...entry.lines.flatMap((line) => accountProblems(line, ledger)),
		...vocabularyProblems(entry),
		...reverseChargeProblems(entry),
		...vatAmountProblems(entry, switches),
		...icpProblems(entry, customer),
		...distanceSalesProblems(entry, customer, switches),
		...(Math.abs(sum(parts) - entry.grossCents) <=
		(switches.sumCheck === 'exact' ? 0 : entry.lines.length)
			? []
			: (['BOE-0039'] as const)),
	];
}
