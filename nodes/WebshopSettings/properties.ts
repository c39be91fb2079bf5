import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import {
	placesOf,
	settingsFields,
	type Drawer,
	type Fields,
	type PickList,
	type Setting,
} from '../../bookkeeping';

const CHOOSE =
	'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';

const whatToDo: INodeProperties = {
	displayName: 'What to Do',
	name: 'whatToDo',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Check Settings',
			value: 'check',
			description: 'Check all settings, also against SnelStart, and give them to be saved',
		},
		{
			name: 'Propose Settings',
			value: 'propose',
			description:
				'Look at recent orders of the first shop, which come in as raw items, and at the administration, and propose all settings with a reason for each: nothing is made or saved',
		},
		{
			name: 'Remove VAT Settings',
			value: 'removeVatSettings',
			description:
				'Give the settings without VAT mapping and ledger accounts per product, to start over: once saved, nothing is booked until checked settings are saved again',
		},
	],
	default: 'check',
};

/** The panel of the node follows from the settings that `bookkeeping/settings/declared` has. */
export const properties: INodeProperties[] = panel();

function panel(): INodeProperties[] {
	const shown: INodeProperties[] = [];
	const drawers = new Map<Drawer, INodeProperties[]>();
	for (const { parameter, setting } of placesOf(settingsFields)) {
		const { drawer } = setting;
		const property = propertyOf(parameter, setting);
		if (!drawer) {
			shown.push(property);
			continue;
		}
		const inside = drawers.get(drawer) ?? [];
		if (inside.length === 0) {
			drawers.set(drawer, inside);
			shown.push(drawerOf(drawer, inside));
		}
		inside.push(property);
	}
	const [client, ...others] = shown;
	return client ? [client, whatToDo, ...others] : [];
}

function drawerOf(
	{ title, parameter, add, onlyFor }: Drawer,
	options: INodeProperties[],
): INodeProperties {
	return {
		displayName: title,
		name: parameter,
		type: 'collection',
		placeholder: add,
		default: {},
		...onlyWhen(onlyFor),
		options,
	};
}

function propertyOf(name: string, setting: Setting): INodeProperties {
	const { title, description, hint, placeholder, onlyFor } = setting;
	return {
		displayName: title,
		name,
		...(placeholder !== undefined && { placeholder }),
		...(description !== undefined && { description }),
		...(hint !== undefined && { hint }),
		...onlyWhen(onlyFor),
		...typeOf(setting),
	};
}

/** The type of a property, and what goes with it. */
function typeOf({ title, description, shown }: Setting) {
	switch (shown.as) {
		case 'text':
			return {
				type: 'string' as const,
				default: shown.proposed,
				...(shown.required && { required: true }),
			};
		case 'list':
			return { type: 'string' as const, default: shown.proposed.join(', ') };
		case 'number': {
			const precision = shown.decimals && { numberPrecision: shown.decimals };
			const typeOptions = { minValue: shown.min, ...precision };
			return { type: 'number' as const, typeOptions, default: shown.proposed };
		}
		case 'switch':
			return { type: 'boolean' as const, default: shown.proposed };
		case 'choice':
			return { type: 'options' as const, options: [...shown.choices], default: shown.proposed };
		case 'pick':
			return {
				displayName: `${title} Name or ID`,
				description: description ? `${description.replace(/\.$/, '')}. ${CHOOSE}.` : CHOOSE,
				type: 'options' as const,
				typeOptions: { loadOptionsMethod: methodOf(shown.from) },
				default: shown.proposed,
			};
		case 'rows':
			return {
				...fixedCollection(shown.add, {
					displayName: shown.item,
					name: 'rows',
					values: propertiesOf(shown.fields),
				}),
				typeOptions: { multipleValues: true },
			};
		case 'accounts':
			return fixedCollection(shown.add, {
				displayName: 'Accounts',
				name: 'accounts',
				values: propertiesOf(shown.fields),
			});
		case 'collection':
			return {
				type: 'collection' as const,
				placeholder: shown.add,
				default: {},
				options: propertiesOf(shown.fields),
			};
		default:
			throw new Error(`A setting that is shown as "${shown.as}" has no property of its own.`);
	}
}

function fixedCollection(placeholder: string, inside: INodePropertyCollection) {
	return { type: 'fixedCollection' as const, placeholder, default: {}, options: [inside] };
}

function propertiesOf(fields: Fields): INodeProperties[] {
	return Object.entries(fields).map(([name, setting]) => propertyOf(name, setting));
}

function onlyWhen(document: string | undefined) {
	return document === undefined ? {} : { displayOptions: { show: { document: [document] } } };
}

/** Name of the method in `loadOptions.ts` that gives a list. */
export function methodOf(list: PickList): string {
	return `get${list.charAt(0).toUpperCase()}${list.slice(1)}`;
}
