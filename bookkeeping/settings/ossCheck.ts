import { isOtherMemberState } from '../trade/countries';
import type { VatMappingRow } from './settings';

/** SnelStart's function of the accounts for distance sales. */
export const OSS_FUNCTION = 'InstallatieTeleverkoopBinnenEUgeen';

/** A VAT rate of another country by SnelStart's own list; in force until the next one of its code. */
export interface OssRate {
	/** Two letters of ISO 3166. */
	country: string;
	/** SR, RRH, RRL, PR or SRR: an account for distance sales has one of them. */
	rateCode: string;
	percentage: number;
	/** yyyy-MM-dd. */
	validFrom: string;
}

/** What the client's administration says of OSS. */
export interface OssFacts {
	/** Where OSS VAT is booked; empty when OSS is switched off. */
	foreignVatAccountId: string;
	/** VAT rates of other countries; only read when the settings have a row for OSS. */
	ossRates?: readonly OssRate[];
}

/** A ledger account of a row, and what the row calls it. */
export interface NamedAccount {
	name: string;
	account: { number: number; function: string; vatRateCode: string };
}

/**
 * What SnelStart would refuse of the rows for distance sales (SS-420): OSS has to be on, and each
 * account needs the code of the rate that SnelStart has for that country and percentage, since
 * SnelStart works the VAT out by it (BOE-0069).
 *
 * @param day yyyy-MM-dd, on which the row counts.
 */
export function checkOssRow(
	row: VatMappingRow,
	place: string,
	accounts: readonly NamedAccount[],
	facts: OssFacts,
	day: string,
): string[] {
	return [
		...(facts.foreignVatAccountId
			? []
			: [
					`${place}: 'VAT Rate' is OSS, but OSS (foreign VAT on invoices) is switched off in SnelStart; switch it on there or choose another 'VAT Rate'.`,
				]),
		...checkRateCodes(row, place, accounts, facts, day),
	];
}

function checkRateCodes(
	row: VatMappingRow,
	place: string,
	accounts: readonly NamedAccount[],
	facts: OssFacts,
	day: string,
): string[] {
	const { country, percentage } = row;
	const rates = ossRatesInForce(facts.ossRates ?? [], country, day);
	const wanted = [...rates].filter(([, rate]) => rate === percentage).map(([code]) => code);
	if (facts.ossRates && wanted.length === 0) {
		const known = [...rates].map(([code, rate]) => `${code} ${rate} %`).join(', ') || 'none at all';
		return [
			`${place}: SnelStart has no OSS rate of ${percentage} % in ${country} on ${day} (it has ${known}); correct 'Percentage', or 'From' and 'Until' of the row.`,
		];
	}
	return accounts.flatMap(({ name, account }) => {
		const { number, vatRateCode: code } = account;
		if (account.function !== OSS_FUNCTION) return [];
		const named = `${place}, ${name}: ledger account ${number}`;
		if (code === '') return [`${named} has no OSS rate code; choose one that has.`];
		if (!facts.ossRates || wanted.includes(code)) return [];
		const rate = rates.get(code);
		const is = rate === undefined ? `no rate of ${country}` : `${rate} % in ${country}`;
		return [
			`${named} has the OSS rate code ${code}, which is ${is} in SnelStart; choose an account with the code ${wanted.join(' or ')}.`,
		];
	});
}

/** The rate of each code of a country on a day. */
export function ossRatesInForce(
	rates: readonly OssRate[],
	country: string,
	day: string,
): ReadonlyMap<string, number> {
	const started = rates
		.filter((rate) => rate.country === country && rate.validFrom <= day)
		.sort((a, b) => a.validFrom.localeCompare(b.validFrom));
	return new Map(started.map(({ rateCode, percentage }) => [rateCode, percentage]));
}

/** Where OSS is on, SnelStart takes no Dutch VAT on a consumer's card in another member state. */
export function checkDutchVatAbroad(
	{ country, vatKind, percentage }: VatMappingRow,
	place: string,
	{ foreignVatAccountId }: OssFacts,
): string[] {
	const isDutch = vatKind === 'high' || vatKind === 'low' || vatKind === 'other';
	if (!foreignVatAccountId || !isDutch || !isOtherMemberState(country)) return [];
	return [
		`${place}: OSS (foreign VAT on invoices) is switched on in SnelStart, which then takes no Dutch VAT of consumers in ${country}; let the shop charge ${percentage} % as VAT of ${country} and choose OSS as 'VAT Rate', or switch OSS off in SnelStart.`,
	];
}
