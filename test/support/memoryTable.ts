/**
 * A data table in memory with the semantics measured of n8n's (NN-201, NN-202): no unique keys; an
 * update with conditions is one statement; an upsert is "update, and insert when nothing was hit",
 * with room for another run in between. Each `yield` is a moment at which another run may go on.
 */
export type MemoryRow = Record<string, unknown> & { id: number; updatedAt: number };

export interface Condition {
	column: string;
	condition: 'eq' | 'neq' | 'lt' | 'gte' | 'lte';
	value: unknown;
}

export class MemoryTable {
	readonly rows: MemoryRow[] = [];
	private lastId = 0;

	constructor(
		private readonly now: () => number,
		private readonly onWrite: (before: MemoryRow | undefined, after: MemoryRow) => void = () => {},
	) {}

	get(where: readonly Condition[]): MemoryRow[] {
		return this.rows
			.filter((row) => where.every((one) => holds(row, one)))
			.map((row) => ({ ...row }));
	}

	/** One statement: no other run comes in between. */
	update(where: readonly Condition[], values: object): number {
		const hit = this.rows.filter((row) => where.every((one) => holds(row, one)));
		for (const row of hit) {
			const before = { ...row };
			Object.assign(row, values, { updatedAt: this.now() });
			this.onWrite(before, row);
		}
		return hit.length;
	}

	insert(values: object): void {
		this.lastId += 1;
		const row = { ...values, id: this.lastId, updatedAt: this.now() };
		this.rows.push(row);
		this.onWrite(undefined, row);
	}

	*upsert(where: readonly Condition[], values: object): Generator<void> {
		if (this.update(where, values) > 0) return;
		yield;
		this.insert(values);
	}
}

/** A column that was never written is null: not equal to anything, and unlike everything. */
function holds(row: MemoryRow, { column, condition, value }: Condition): boolean {
	const cell = row[column] ?? null;
	if (condition === 'eq') return cell === value;
	if (condition === 'neq') return cell !== value;
	if (cell === null) return false;
	const [one, other] = [cell as number, value as number];
	if (condition === 'lt') return one < other;
	return condition === 'gte' ? one >= other : one <= other;
}
