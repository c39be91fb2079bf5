import type { INodeExecutionData } from 'n8n-workflow';

import { groupBy, type LookUp } from '../../bookkeeping';

/** What an input item is looked up by. */
interface Asked {
	item: number;
	values: readonly string[];
}

/** Look-ups as items, each of the items that it looks something up for. */
export function lookUpItems(
	lookUps: readonly LookUp[],
	asked: readonly Asked[],
): INodeExecutionData[] {
	const each = asked.flatMap(({ item, values }) => values.map((value) => ({ item, value })));
	const byValue = groupBy(each, ({ value }) => value);
	return lookUps.map(({ values }) => {
		const found = values.flatMap((value) => byValue.get(value) ?? []);
		const items = new Set(found.map(({ item }) => item));
		return { json: { values }, pairedItem: [...items].map((item) => ({ item })) };
	});
}
