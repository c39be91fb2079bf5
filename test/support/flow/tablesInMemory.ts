import { columnsOf, dataTables, type TableName } from '../../../bookkeeping';
import { TableInMemory } from './tableInMemory';

/** A table as the Data Table node lists it, and answers when it makes one. */
interface Listed {
	name: string;
	columns: ReadonlyArray<{ name: string; type: string }>;
}

const listed = (name: string, { columns }: TableInMemory): Listed => ({ name, columns });

/** All data tables of an n8n; those of the product are there from the start. */
export class TablesInMemory {
	private readonly tables = new Map<string, TableInMemory>();
	/** As when N8N_DATA_TABLES_MAX_SIZE_BYTES is reached. */
	isFull = () => false;

	constructor(private readonly now: () => Date) {
		for (const name of Object.keys(dataTables) as TableName[]) this.make(name, columnsOf(name));
	}

	/** @throws Error in n8n's words when there is no such table */
	named(name: string): TableInMemory {
		const found = this.tables.get(name);
		if (!found) throw new Error(`Data table with name "${name}" not found`);
		return found;
	}

	list(): Listed[] {
		return [...this.tables].map(([name, table]) => listed(name, table));
	}

	/** One that is there stays as it is, and gets no column (NN-206). */
	make(name: string, columns: ReadonlyArray<{ name: string; type: string }>): Listed {
		const table =
			this.tables.get(name) ?? new TableInMemory(name, [...columns], this.now, () => this.isFull());
		this.tables.set(name, table);
		return listed(name, table);
	}

	remove(name: string): void {
		this.tables.delete(name);
	}

	removeAll(): void {
		this.tables.clear();
	}
}
