import { NodeHelpers } from 'n8n-workflow';
import type { INode, INodeParameters, INodeProperties } from 'n8n-workflow';

import {
	parametersFromSettings,
	placesOf,
	settingsFields,
	settingsFromParameters,
	withoutVatSettings,
} from '../../../bookkeeping';
import type { Fields, Setting, SettingsInput } from '../../../bookkeeping';
import * as loadOptions from '../../../nodes/WebshopSettings/loadOptions';
import { methodOf, properties } from '../../../nodes/WebshopSettings/properties';
import { WebshopSettings } from '../../../nodes/WebshopSettings/WebshopSettings.node';
import layoutBefore from '../../fixtures/settingsNode-0.1.0.json';

type Values = Record<string, unknown>;

/** A value that no setting has by itself. */
function sample(name: string, { shown }: Setting): unknown {
	switch (shown.as) {
		case 'list':
			return [`${name} one`, `${name} two`];
		case 'number':
			return shown.proposed + 3;
		case 'switch':
			return !shown.proposed;
		case 'choice':
			return shown.choices.find(({ value }) => value !== shown.proposed)!.value;
		case 'rows':
			return [samples(shown.fields, `${name} 1`), samples(shown.fields, `${name} 2`)];
		case 'accounts':
		case 'collection':
		case 'spread':
			return samples(shown.fields, name);
		default:
			return `a ${name}`;
	}
}

function samples(fields: Fields, within = ''): Values {
	return Object.fromEntries(
		Object.entries(fields)
			.filter(([, { shown }]) => shown.as !== 'hidden')
			.map(([name, setting]) => [name, sample(`${within} ${name}`.trim(), setting)]),
	);
}

/** What the node has of parameters, after n8n dropped those that it does not know. */
function inNode(parameters: Values): Values {
	const { description } = new WebshopSettings();
	const node = { type: 'webshopSettings', typeVersion: 1, parameters } as unknown as INode;
	const kept = NodeHelpers.getNodeParameters(
		description.properties,
		parameters as INodeParameters,
		true,
		false,
		node,
		description,
	);
	return kept as Values;
}

const readBack = (parameters: Values): SettingsInput => {
	const kept = inNode(parameters);
	return settingsFromParameters((name, whenAbsent) => kept[name] ?? whenAbsent);
};

const every = samples(settingsFields);
const places = placesOf(settingsFields);

it('brings every declared setting into the node and out again', () => {
	expect(readBack(parametersFromSettings(every))).toEqual(every);
});

it.each(places.map(({ path, setting }) => [path.join('.'), path, setting] as const))(
	'%s: a client that leaves it out has what the node proposes, or nothing',
	(_, path, { shown, drawer }) => {
		const value = path.reduce<unknown>((part, name) => (part as Values)?.[name], readBack({}));
		if (drawer || shown.as === 'accounts') expect(value).toBeUndefined();
		else if (shown.as === 'rows') expect(value).toEqual([]);
		else if (shown.as === 'collection') expect(value).toEqual({});
		else expect(value).toBe((shown as { proposed: unknown }).proposed);
	},
);

it('takes exactly the VAT settings away to start over (J065)', () => {
	const left = withoutVatSettings(every as SettingsInput) as Values;
	const names = [
		...['vatMapping', 'icp', 'international', 'margin', 'reverseCharge', 'smallBusiness', 'exempt'],
		...['productAccounts', 'salesOrders.revenueGroups'],
	];
	const changed = places
		.filter(({ path }) => {
			const at = (values: Values) =>
				path.reduce<unknown>((part, name) => (part as Values)[name], values);
			return JSON.stringify(at(left)) !== JSON.stringify(at(every));
		})
		.map(({ path }) => path.join('.'));
	expect(changed.sort()).toEqual(names.sort());
	expect(left).toMatchObject({ vatMapping: [], productAccounts: [] });
});

/** Every property with the path of its parameter. */
function walk(inside: readonly INodeProperties[], path: readonly string[] = []) {
	const found = new Map<string, INodeProperties>();
	for (const property of inside) {
		const here = [...path, property.name];
		found.set(here.join('.'), property);
		for (const option of property.options ?? []) {
			if ('values' in option) {
				for (const one of walk(option.values, [...here, option.name])) found.set(...one);
			}
		}
		if (property.type === 'collection') {
			for (const one of walk(property.options as INodeProperties[], here)) found.set(...one);
		}
	}
	return found;
}

describe('the panel', () => {
	const shown = walk(properties);

	it.each(layoutBefore.map((before) => [before.parameter, before] as const))(
		'still has %s as workflows of 0.1.0 saved it',
		(parameter, { type, default: proposed, values, multiple }) => {
			const property = shown.get(parameter);
			expect(property).toMatchObject({ type, default: proposed });
			if (multiple !== undefined) {
				expect(property!.typeOptions?.multipleValues ?? false).toBe(multiple);
			}
			const known = (property!.options ?? []).map((one) => 'value' in one && one.value);
			for (const value of values ?? []) expect(known).toContain(value);
		},
	);

	it('fills every list from SnelStart by a method that there is', () => {
		const methods = [...shown.values()].flatMap((one) => one.typeOptions?.loadOptionsMethod ?? []);
		expect(methods.length).toBeGreaterThan(20);
		expect(Object.keys(loadOptions)).toEqual(expect.arrayContaining(methods));
		expect(Object.keys(loadOptions)).toContain(methodOf('vatRates'));
	});

	it('keeps to the words that n8n asks for', () => {
		for (const { displayName, description = '', type, typeOptions, options } of shown.values()) {
			const isPicked = typeOptions?.loadOptionsMethod !== undefined;
			expect(displayName.endsWith(' Name or ID')).toBe(isPicked);
			if (isPicked) expect(description).toContain('Choose from the list, or specify an ID using');
			else expect(description).not.toMatch(/^[^.]*\.$/);
			if (type === 'boolean') expect(description).toMatch(/^Whether /);
			const names = (options ?? []).map((one) => ('name' in one ? one.name : ''));
			if (type === 'options' && names.length > 4) expect(names).toEqual([...names].sort());
		}
	});

	it('has the fields of a collection in the order of their titles', () => {
		for (const { type, options } of shown.values()) {
			if (type !== 'collection') continue;
			const titles = (options as INodeProperties[]).map(({ displayName }) => displayName);
			expect(titles).toEqual([...titles].sort((a, b) => a.localeCompare(b)));
		}
	});
});
