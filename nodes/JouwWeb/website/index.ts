import { listFields, readLimit } from '../../shared/listFields';
import type { Resource } from '../../shared/kit/resource';
import { connectionIn } from '../connection';
import { readUpTo } from '../readUpTo';
import { pathTo } from '../transport';

/** The websites that a login opens. */
export const website: Resource = {
	name: 'Website',
	start: 'getMany',
	operations: {
		getMany: {
			name: 'Get Many',
			action: 'Get many websites',
			description: 'Read the websites this login opens',
			fields: listFields,
			async execute(itemIndex) {
				const connection = await connectionIn.call(this, itemIndex);
				const list = { path: pathTo(connection.layout.websitesPath, {}), repeatIsEnd: true };
				return await readUpTo.call(this, connection, list, readLimit.call(this, itemIndex));
			},
		},
	},
};
