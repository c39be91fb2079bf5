import type { Operation } from '../../shared/kit/resource';
import { checkedId, words } from '../blocks/fields';
import { listAll, listByIds } from '../transport';
import { shopRefunds } from './refund';

/**
 * Says which known refunds the shop no longer has. Deleting a refund changes nothing on the order
 * and sends no webhook (WC-604), so only comparing finds it.
 */
export const findDeleted: Operation = {
	name: 'Find Deleted',
	action: 'Find deleted refunds',
	description: 'Compare known refunds with the shop and return those that were deleted there',
	fields: [
		{
			displayName: 'Known Refund IDs',
			name: 'knownIds',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 66, 67',
			description:
				'The IDs of refunds that were seen before, separated by commas. An expression may give a list.',
		},
	],
	async execute(itemIndex) {
		const known = words(this.getNodeParameter('knownIds', itemIndex, '')).map((id) =>
			checkedId.call(this, 'Known Refund IDs', id, itemIndex),
		);
		if (known.length === 0) return [];
		const query = { _fields: 'id' };
		const asked = await listByIds.call(this, shopRefunds, known, query);
		// A shop that takes no notice of `include` gives others, and would make all look deleted.
		const present = asked.every(({ id }) => known.includes(String(id)))
			? asked
			: await listAll.call(this, shopRefunds, query);
		const ids = new Set(present.map(({ id }) => String(id)));
		return [...new Set(known)]
			.filter((id) => !ids.has(id))
			.map((id) => ({ id: Number(id), deleted: true }));
	},
};
