/** One line of the table of `npm run bench`: ours beside something else, taken in the same run. */
export interface Row {
	/** What was done, with how much. */
	what: string;
	/** What ours is held against. */
	against: string;
	unit: 'calls' | 'calls per order' | 's' | 'µs per order' | 'MB' | 'kB';
	ours: Sample;
	theirs: Sample;
	/** The most that ours may be of theirs. */
	aim?: number;
	/** What nature or SnelStart would not let anybody go below, in the same unit. */
	limit?: number;
}

/** Of several rounds: the median, and the lowest and highest. */
export interface Sample {
	median: number;
	lowest: number;
	highest: number;
}

/** @throws Error without values */
export function sampleOf(values: readonly number[]): Sample {
	const sorted = [...values].sort((a, b) => a - b);
	const median = sorted[Math.floor(sorted.length / 2)];
	if (median === undefined) throw new Error('Nothing was measured.');
	return { median, lowest: sorted[0]!, highest: sorted.at(-1)! };
}

/** What does not vary: a count, or what somebody allows. */
export const exactly = (value: number): Sample => sampleOf([value]);

export const ratioOf = ({ ours, theirs }: Row): number => ours.median / theirs.median;

/** The rounds of all contenders, in turn, so that what else the machine does meets them alike. */
export async function inTurn<Name extends string, Measured>(
	names: readonly Name[],
	rounds: number,
	measure: (name: Name) => Promise<Measured>,
): Promise<Record<Name, Measured[]>> {
	const results = Object.fromEntries(names.map((name) => [name, [] as Measured[]])) as Record<
		Name,
		Measured[]
	>;
	for (let round = 0; round < rounds; round += 1) {
		for (const name of names) results[name].push(await measure(name));
	}
	return results;
}

const written = (value: number): string =>
	value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);

function sampleText({ median, lowest, highest }: Sample): string {
	const spread = lowest === highest ? '' : ` (${written(lowest)} to ${written(highest)})`;
	return `${written(median)}${spread}`;
}

/** The rows as a Markdown table. */
export function tableOf(rows: readonly Row[]): string {
	const cells = rows.map((row) => [
		row.what,
		row.against,
		row.unit,
		sampleText(row.ours),
		sampleText(row.theirs),
		ratioOf(row).toFixed(2),
		row.aim === undefined ? '' : `at most ${row.aim.toFixed(2)}`,
		row.limit === undefined ? '' : written(row.limit),
	]);
	const titles = ['what', 'against', 'in', 'ours', 'theirs', 'ratio', 'aim', 'limit'];
	const line = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;
	return [line(titles), line(titles.map(() => '---')), ...cells.map(line)].join('\n');
}
