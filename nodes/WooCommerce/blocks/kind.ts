import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { listAll, readList, readPlace, type Place } from '../transport';
import {
	chosenId,
	listOptions,
	listOptionsField,
	locator,
	pagingFields,
	simplifyField,
	view,
} from './fields';
import type { Operation } from '../../shared/kit/resource';
import type { Simplified } from './simplify';

/** A kind of record that is read in the same way as all others. */
export interface Kind {
	/** For messages, for example `tax rate`. */
	what: string;
	/** With an article, for example `a tax rate`. */
	one: string;
	many: string;
	/** Its parent's chooser comes first, when it lives below another record. */
	parent?: { name: string; displayName: string; search: string; lowest?: number };
	/** The list's path; `parent` is the ID of the parent. */
	path: (parent: string) => string;
	simplified: Simplified;
	/** WooCommerce gives some lists whole, without pages. */
	paged: boolean;
	/** Always asked along with the list. */
	query?: Record<string, string>;
	/** How one is chosen; a kind with text for an ID has `textId`. */
	chooser?: { name: string; displayName: string; search?: string };
	/** Further filters of the list: the parameter's field and WooCommerce's own name. */
	filters?: INodeProperties[];
}

const parentField = ({ parent }: Kind): INodeProperties[] =>
	parent === undefined ? [] : [locator(parent.name, parent.displayName, parent.search)];

/** The place of the kind's list for one item. */
export function placeOf(this: IExecuteFunctions, kind: Kind, itemIndex: number): Place {
	const { parent, what } = kind;
	const id =
		parent === undefined
			? ''
			: chosenId.call(this, parent.name, parent.displayName, itemIndex, parent.lowest);
	return { path: kind.path(id), what };
}

/** Get: one record. */
export const getOne = (kind: Kind): Operation => {
	const { name, displayName, search } = kind.chooser ?? { name: 'id', displayName: 'ID' };
	return {
		name: 'Get',
		action: `Get ${kind.one}`,
		description: `Read ${kind.one} by its ID`,
		fields: [
			...parentField(kind),
			search === undefined
				? { displayName, name, type: 'string', default: '', required: true }
				: locator(name, displayName, search),
			simplifyField,
		],
		async execute(itemIndex) {
			const { path, what } = placeOf.call(this, kind, itemIndex);
			const id =
				search === undefined
					? encodeURIComponent(String(this.getNodeParameter(name, itemIndex)).trim())
					: chosenId.call(this, name, displayName, itemIndex);
			const { query, show } = view.call(this, kind.simplified, itemIndex);
			return [show(await readPlace.call(this, { path: `${path}/${id}`, what }, query))];
		},
	};
};

/** Get Many: the list, by ID. */
export const getMany = (kind: Kind): Operation => ({
	name: 'Get Many',
	action: `Get many ${kind.many}`,
	description: `Read ${kind.many}`,
	fields: [
		...parentField(kind),
		...pagingFields,
		...(kind.filters ?? []),
		simplifyField,
		listOptionsField,
	],
	async execute(itemIndex) {
		const place = placeOf.call(this, kind, itemIndex);
		const options = listOptions.call(this, itemIndex);
		const { query: fields, show } = view.call(this, kind.simplified, itemIndex);
		const filters = Object.fromEntries(
			(kind.filters ?? [])
				.map(({ name }) => [name, String(this.getNodeParameter(name, itemIndex, '')).trim()])
				.filter(([, value]) => value !== ''),
		);
		const query = { ...kind.query, ...filters, ...fields };
		const rows = kind.paged
			? await listAll.call(this, place, { ...query, orderby: 'id', order: 'asc' }, options)
			: (await readList.call(this, place, query)).slice(0, options.limit);
		return rows.map(show);
	},
});
