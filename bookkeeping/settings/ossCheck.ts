import { complaint } from '../codes/complaintTexts';
import type { Spoken } from '../codes/facts';
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
): Spoken[] {
	return [
		...(facts.foreignVatAccountId ? [] : [complaint('ossOff', { place })]),
		...checkRateCodes(row, place, accounts, facts, day),
	];
}

function checkRateCodes(
	row: VatMappingRow,
	place: string,
	accounts: readonly NamedAccount[],
	facts: OssFacts,
	day: string,
): Spoken[] {
	const { country, percentage } = row;
	const rates = ossRatesInForce(facts.ossRates ?? [], country, day);
	const wanted = [...rates].filter(([, rate]) => rate === percentage).map(([code]) => code);
	if (facts.ossRates && wanted.length === 0) {
		const row = { place, percentage, country, day };
		const known = [...rates].map(([code, rate]) => `${code} ${rate} %`).join(', ');
		return [
			known === '' ? complaint('ossNoRates', row) : complaint('ossRateUnknown', { ...row, known }),
		];
	}
	return accounts.flatMap(({ name, account }) => {
		const { number, vatRateCode: code } = account;
		if (account.function !== OSS_FUNCTION) return [];
		const named = { place: `${place}, ${name}`, number: String(number) };
		if (code === '') return [complaint('ossCodeMissing', named)];
		if (!facts.ossRates || wanted.includes(code)) return [];
		const rate = rates.get(code);
		const coded = { ...named, code, country, wanted };
		return [
			rate === undefined
				? complaint('ossCodeOfNoRate', coded)
				: complaint('ossCodeOfOtherRate', { ...coded, rate }),
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
): Spoken[] {
	const isDutch = vatKind === 'high' || vatKind === 'low' || vatKind === 'other';
	if (!foreignVatAccountId || !isDutch || !isOtherMemberState(country)) return [];
	return [complaint('dutchVatAbroad', { place, country, percentage })];
}
