/** A row as n8n's Data Table node gives it: dates are ISO texts. */
export type TableRow = Record<string, unknown> & {
	id: number;
	createdAt: string;
	updatedAt: string;
};

export interface RowFilter {
	keyName: string;
	condition?: string;
	keyValue?: unknown;
}

const GIVEN: Record<string, string> = { id: 'number', createdAt: 'date', updatedAt: 'date' };
/** What n8n refuses to compare with nothing, whatever the rows are. */
const COMPARES = ['like', 'lt', 'lte', 'gt', 'gte'];
const isNothing = (value: unknown): boolean => value === undefined || value === null;
const isDate = (value: unknown): value is { toISO(): string } =>
	typeof value === 'object' && value !== null && 'toISO' in value;

/** What SQL's LIKE makes of a pattern: % stands for anything; letters' case counts. */
function isLike(value: string, pattern: string): boolean {
	const asked = pattern.includes('%') ? pattern : `%${pattern}%`;
	const parts = asked.split('%').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`^${parts.join('.*')}$`, 's').test(value);
}

function holds(cell: unknown, condition: string, value: unknown): boolean {
	if (condition === 'eq') return (cell ?? null) === (value ?? null);
	// An empty cell is unlike everything else, and neither before nor after anything.
	if (condition === 'neq') return (cell ?? null) !== (value ?? null);
	if (condition === 'isNotEmpty') return !isNothing(cell) && cell !== '';
	if (condition === 'isEmpty') return isNothing(cell) || cell === '';
	if (isNothing(cell)) return false;
	if (condition === 'like') return isLike(String(cell), String(value));
	const [one, other] = [cell as number, value as number];
	if (condition === 'lt') return one < other;
	if (condition === 'lte') return one <= other;
	if (condition === 'gt') return one > other;
	if (condition === 'gte') return one >= other;
	throw new Error(`Unknown condition ${condition}`);
}

/**
 * One data table, as n8n's Data Table node works on it: it refuses columns and types that the table
 * does not have, and knows no unique keys (NN-201).
 */
export class TableInMemory {
	rows: TableRow[] = [];
	private readonly types: Record<string, string>;
	private lastId = 0;

	constructor(
		private readonly name: string,
		readonly columns: ReadonlyArray<{ name: string; type: string }>,
		private readonly now: () => Date,
		/** Whether n8n's data tables hold as much as they may: removing is still allowed. */
		private readonly isFull: () => boolean = () => false,
	) {
		const own = Object.fromEntries(columns.map((column) => [column.name, column.type]));
		this.types = { ...GIVEN, ...own };
	}

	get(filters: readonly RowFilter[], matchType: string): TableRow[] {
		return this.hits(filters, matchType).map((row) => ({ ...row }));
	}

	sorted(rows: TableRow[], column: string, direction: string): TableRow[] {
		this.typeOf(column);
		const sign = direction === 'DESC' ? -1 : 1;
		// What holds nothing is lowest.
		const before = (a: unknown, b: unknown) =>
			isNothing(a) || (!isNothing(b) && (a as number) < (b as number)) ? -1 : 1;
		return rows.toSorted((a, b) =>
			a[column] === b[column] ? a.id - b.id : sign * before(a[column], b[column]),
		);
	}

	update(filters: readonly RowFilter[], matchType: string, values: object): TableRow[] {
		this.refuseWhenFull();
		if (filters.length === 0) throw new Error('At least one condition is required');
		const cells = this.cellsOf(values);
		const hits = this.hits(filters, matchType);
		for (const row of hits) Object.assign(row, cells, { updatedAt: this.now().toISOString() });
		return hits.map((row) => ({ ...row }));
	}

	insert(values: object): TableRow {
		this.refuseWhenFull();
		this.lastId += 1;
		const moment = this.now().toISOString();
		const empty = Object.fromEntries(Object.keys(this.types).map((column) => [column, null]));
		const given = { id: this.lastId, createdAt: moment, updatedAt: moment };
		const row: TableRow = { ...empty, ...this.cellsOf(values), ...given };
		this.rows.push(row);
		return { ...row };
	}

	upsert(filters: readonly RowFilter[], matchType: string, values: object): TableRow[] {
		const updated = this.update(filters, matchType, values);
		return updated.length > 0 ? updated : [this.insert(values)];
	}

	delete(filters: readonly RowFilter[], matchType: string): TableRow[] {
		const hits = this.hits(filters, matchType);
		this.rows = this.rows.filter((row) => !hits.includes(row));
		return hits;
	}

	/** In n8n's words; it looks at rows that are changed too, whatever they grow by. */
	private refuseWhenFull(): void {
		if (!this.isFull()) return;
		throw new Error('Data table size limit exceeded: 200MB used, limit is 200MB');
	}

	private hits(filters: readonly RowFilter[], matchType: string): TableRow[] {
		const asked = filters.map(({ keyName, condition = 'eq', keyValue }) => {
			const value = this.cellOf(keyName, keyValue);
			if (isNothing(value) && COMPARES.includes(condition)) {
				throw new Error(`${condition.toUpperCase()} filter value cannot be null`);
			}
			return (row: TableRow) => holds(row[keyName], condition, value);
		});
		if (asked.length === 0) return [...this.rows];
		return this.rows.filter((row) =>
			matchType === 'allConditions' ? asked.every((is) => is(row)) : asked.some((is) => is(row)),
		);
	}

	private typeOf(column: string): string {
		const type = this.types[column];
		if (!type) throw new Error(`unknown column name '${column}' in ${this.name}`);
		return type;
	}

	private cellsOf(values: object): Record<string, unknown> {
		return Object.fromEntries(
			Object.entries(values).map(([column, value]) => [column, this.cellOf(column, value)]),
		);
	}

	private cellOf(column: string, value: unknown): unknown {
		const type = this.typeOf(column);
		if (isNothing(value)) return null;
		if (type === 'date') {
			const moment = new Date(isDate(value) ? value.toISO() : String(value));
			if (Number.isNaN(moment.getTime()))
				throw new Error(`'${column}' is not a date: ${String(value)}`);
			return moment.toISOString();
		}
		if (typeof value === 'object') throw new Error(`unexpected object in '${column}'`);
		if (type === 'string') return String(value);
		if (type === 'boolean') return value === true || value === 'true';
		const number = Number(value);
		if (value === '' || Number.isNaN(number))
			throw new Error(`'${column}' is not a number: ${String(value)}`);
		return number;
	}
}
