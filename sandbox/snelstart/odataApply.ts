import { ODataError } from './odataTokens';

/** What can be worked out, and from which amounts (SS-303). */
const amounts: Record<string, string> = { Saldo: 'saldo', Debet: 'debet', Credit: 'credit' };
const groups: Record<string, string> = {
	Grootboek: 'grootboek',
	Kostenplaats: 'kostenplaats',
	Dagboek: 'dagboek',
};
const calculations: Record<string, (cents: number[]) => number> = {
	sum: (cents) => cents.reduce((total, one) => total + one, 0),
	min: (cents) => Math.min(...cents),
	max: (cents) => Math.max(...cents),
	average: (cents) => cents.reduce((total, one) => total + one, 0) / cents.length,
};

const aggregatePattern = /^aggregate\((\w+) with (\w+) as (\w+)\)$/;
const groupPattern = /^groupby\(\((\w+)\),(aggregate\(.*\))\)$/;

/**
 * `aggregate(Saldo with sum as T)` and `groupby((Grootboek),aggregate(Debet with sum as T))`, which
 * SnelStart knows for ledger mutations only.
 */
export function applyTo(rows: readonly object[], apply: string): object[] {
	const [, group, inner] = groupPattern.exec(apply) ?? [];
	const [, amount = '', calculation = '', alias = ''] = aggregatePattern.exec(inner ?? apply) ?? [];
	const field = amounts[amount];
	const calculate = calculations[calculation];
	const by = group === undefined ? '' : groups[group];
	if (field === undefined || calculate === undefined || by === undefined) {
		throw new ODataError(`Invalid value '${apply}' for $apply query option found.`);
	}
	const records = rows as Array<Record<string, unknown>>;
	const result = (part: Array<Record<string, unknown>>): number =>
		part.length === 0
			? 0
			: calculate(part.map((row) => Math.round(Number(row[field]) * 100))) / 100;
	if (by === '') return [{ [alias]: result(records) }];
	const idOf = (row: Record<string, unknown>): string =>
		(row[by] as { id?: string } | null)?.id ?? '';
	return [...new Set(records.map(idOf))].map((id) => {
		const part = records.filter((row) => idOf(row) === id);
		return { [by]: part[0]![by] ?? null, [alias]: result(part) };
	});
}
