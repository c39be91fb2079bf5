import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Operation } from '../../../shared/kit/resource';
import { findOrCreateCustomers } from '../../booking/customers/findOrCreateCustomers';
import type { MatchBy } from '../../booking/customers/matchCustomer';
import type { CustomerCard } from '../../booking/customers/toRelation';
import { stopOf } from '../../booking/outcome';

const usualOrder: MatchBy[] = ['email', 'vatNumber', 'chamberOfCommerceNumber', 'name'];

const text = (displayName: string, name: string, description?: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	...(description && { description }),
});

/**
 * Finds the card of a customer, or adds it when there is none; all items together, so that the same
 * new customer twice makes one card. Business and consumer cards are kept apart (W062), and an
 * existing card is never changed (J054).
 */
export const findOrCreate: Operation = {
	name: 'Find or Create',
	action: 'Find or create relations',
	description: 'Retrieve the card of a customer, or add it when there is none; never changed',
	fields: [
		{
			displayName: 'Kind of Customer',
			name: 'customerKind',
			type: 'options',
			options: [
				{ name: 'Business', value: 'business' },
				{ name: 'Consumer', value: 'consumer' },
			],
			default: 'consumer',
			description: 'A business never lands on the card of a consumer, nor the other way round',
		},
		{ ...text('Name', 'name', 'Company or person'), required: true },
		{ ...text('E-Mail', 'email'), placeholder: 'e.g. name@example.com' },
		{
			displayName: 'Find By',
			name: 'findBy',
			type: 'multiOptions',
			options: [
				{ name: 'Chamber of Commerce Number (KvK)', value: 'chamberOfCommerceNumber' },
				{ name: 'E-Mail', value: 'email' },
				{ name: 'Name', value: 'name' },
				{ name: 'VAT Number', value: 'vatNumber' },
			],
			default: ['email', 'vatNumber', 'chamberOfCommerceNumber', 'name'],
			description:
				'The first that finds a card decides, in the order they are chosen. With a postcode, a card found by name must have the same one.',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				text('Chamber of Commerce Number (KvK)', 'chamberOfCommerceNumber'),
				text('City', 'city'),
				text('Contact Person', 'contact'),
				text('Country Code', 'country', 'Two letters, such as NL'),
				text('Phone', 'phone'),
				text('Postcode', 'postcode'),
				text('Street', 'street', 'With the house number'),
				text('VAT Number', 'vatNumber'),
			],
		},
	],
	async batch(items) {
		const customers = items.map((_item, itemIndex) => readCustomer.call(this, itemIndex));
		const orders = new Map(
			customers.map((customer, itemIndex) => [
				customer,
				this.getNodeParameter('findBy', itemIndex, usualOrder) as MatchBy[],
			]),
		);
		const find = await findOrCreateCustomers.call(
			this,
			customers.map((customer) => ({ customer })),
			(customer) => orders.get(customer) ?? usualOrder,
		);
		const results: IDataObject[] = [];
		let stopped: IDataObject | undefined;
		for (const customer of customers) {
			if (stopped) {
				results.push(stopped);
				continue;
			}
			const outcome = await find({ customer });
			if ('relationId' in outcome) {
				const { relationId, created, warnings } = outcome;
				results.push({
					state: created ? 'created' : 'found',
					relationId,
					...(warnings.length > 0 && { warnings }),
				});
				continue;
			}
			const { state, reason } = outcome;
			results.push({ state, ...reason });
			const stop = stopOf(outcome);
			if (stop) stopped = { state: 'ready', ...stop };
		}
		return results.map((json, item) => ({ json, pairedItem: { item } }));
	},
};

function readCustomer(this: IExecuteFunctions, itemIndex: number): CustomerCard {
	const read = (name: string) => String(this.getNodeParameter(name, itemIndex, '') ?? '').trim();
	const more = this.getNodeParameter('additionalFields', itemIndex, {}) as IDataObject;
	const extra = (name: string) => String(more[name] ?? '').trim();
	return {
		kind: read('customerKind') === 'business' ? 'business' : 'consumer',
		name: read('name'),
		email: read('email'),
		phone: extra('phone'),
		vatNumber: extra('vatNumber'),
		chamberOfCommerceNumber: extra('chamberOfCommerceNumber'),
		address: {
			contact: extra('contact'),
			street: extra('street'),
			postcode: extra('postcode'),
			city: extra('city'),
			country: extra('country').toUpperCase(),
		},
	};
}
