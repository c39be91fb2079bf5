import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/kit/resource';
import { orFilters, textLiteral } from '../../../shared/snelStart/odata';
import { getAll } from '../../../shared/snelStart/paging';
import { simplifyField } from '../../fields';
import { simplifyRelation } from '../../simplify';

/** Finds the relations with an e-mail address, the lowest relation code first; none gives no item. */
export const findByEmail: Operation = {
	name: 'Find by E-Mail',
	action: 'Find relation by address',
	description: 'Look up the customers with an e-mail address',
	fields: [
		{
			displayName: 'E-Mail',
			name: 'email',
			type: 'string',
			placeholder: 'e.g. name@example.com',
			default: '',
			required: true,
			description: 'Capitals make no difference',
		},
		{
			displayName: 'Only Active Customers',
			name: 'activeCustomersOnly',
			type: 'boolean',
			default: true,
			description: 'Whether to leave out suppliers and relations that are inactive',
		},
		simplifyField,
	],
	async execute(itemIndex) {
		const email = (this.getNodeParameter('email', itemIndex) as string).trim();
		if (email === '') {
			throw new NodeOperationError(this.getNode(), "'E-Mail' is empty", {
				itemIndex,
				description: 'Fill the e-mail address to look for',
			});
		}
		const [filter] = orFilters('Email', [textLiteral(email), textLiteral(email.toLowerCase())]);
		const relations = await getAll.call(this, '/relaties', { filter });
		const activeCustomersOnly = this.getNodeParameter('activeCustomersOnly', itemIndex) as boolean;
		const found = relations
			.filter((relation) => !activeCustomersOnly || isActiveCustomer(relation))
			.sort((a, b) => Number(a.relatiecode) - Number(b.relatiecode));
		const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
		return simplify ? found.map(simplifyRelation) : found;
	},
};

function isActiveCustomer({ relatiesoort, nonactief }: IDataObject): boolean {
	const kinds: unknown[] = Array.isArray(relatiesoort) ? relatiesoort : [];
	return kinds.includes('Klant') && nonactief !== true;
}
