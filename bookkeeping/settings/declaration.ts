import type { z } from 'zod';

/** Lists of the client's administration that a setting is picked from. */
export type PickList =
	| 'ledgerAccounts'
	| 'optionalLedgerAccounts'
	| 'deliveryCountries'
	| 'vatRates'
	| 'salesJournals'
	| 'paymentJournals'
	| 'costCentres'
	| 'salesOrderTemplates'
	| 'revenueGroups'
	| 'debtors';

/** One of the values of a choice. */
export interface Choice<V extends string = string> {
	value: V;
	name: string;
	description?: string;
}

/** How a setting is shown in the settings node, and so in which form its parameter stands there. */
export type Shown =
	| { as: 'text'; proposed: string; required?: boolean }
	/** A list of texts, shown as one text with commas between. */
	| { as: 'list'; proposed: readonly string[]; of?: 'statuses' }
	| { as: 'number'; proposed: number; min: number; decimals?: number }
	| { as: 'switch'; proposed: boolean }
	| { as: 'choice'; proposed: string; choices: readonly Choice[] }
	| { as: 'pick'; proposed: string; from: PickList }
	/** Any number of rows with the same fields. */
	| { as: 'rows'; item: string; add: string; fields: Fields }
	/** Fields that are filled in together or not at all. */
	| { as: 'accounts'; add: string; fields: Fields }
	/** Fields of which only those that differ from the usual are added. */
	| { as: 'collection'; add: string; fields: Fields }
	/** Fields that are shown each for itself, wherever they say. */
	| { as: 'spread'; fields: Fields }
	/** Not for a person to fill in. */
	| { as: 'hidden' };

/** A collection of the node that holds settings which do not belong together otherwise. */
export interface Drawer {
	title: string;
	/** Name of the node's parameter. */
	parameter: string;
	add: string;
	onlyFor?: 'salesOrder';
}

/** What a setting is called and what it means. */
export interface About {
	/** As the node shows it and as complaints name it. */
	title: string;
	description?: string;
	/** What only docs/settings.md adds, in Markdown. */
	page?: string;
	hint?: string;
	placeholder?: string;
	/** The node's collection it stands in; left out: it stands by itself. */
	drawer?: Drawer;
	/** Name of the node's parameter, when it is not the name of the setting. */
	parameter?: string;
	/** Shown only when orders become sales orders. */
	onlyFor?: 'salesOrder';
	/** Removed when a client starts over with VAT (J065). */
	isVatSetting?: boolean;
}

/**
 * A setting, declared once: the settings node, the reading of its parameters, the client file of the
 * command, and what is removed to start over follow from it.
 */
export interface Setting<S extends z.ZodTypeAny = z.ZodTypeAny> extends About {
	schema: S;
	shown: Shown;
}

/** Settings by name, in the order in which they are shown. */
export type Fields = Readonly<Record<string, Setting>>;
export type Shape<F extends Fields> = { [K in keyof F]: F[K]['schema'] };

/** The zod schemas of settings, each with its description, for `z.object`. */
export function shapeOf<F extends Fields>(fields: F): Shape<F> {
	const described = Object.entries(fields).map(([name, { schema, description }]) => [
		name,
		description === undefined ? schema : schema.describe(description),
	]);
	return Object.fromEntries(described) as Shape<F>;
}

/** A setting that stands somewhere in the node by itself. */
export interface Place {
	/** Where it stands in the settings: `['salesOrders', 'pieces']`. */
	path: string[];
	/** Name of its parameter, in the node or in its drawer. */
	parameter: string;
	setting: Setting;
}

/** Every setting that the node shows by itself; rows and collections are one each. */
export function placesOf(fields: Fields, path: readonly string[] = []): Place[] {
	return Object.entries(fields).flatMap(([name, setting]) => {
		const { shown } = setting;
		if (shown.as === 'hidden') return [];
		if (shown.as === 'spread') return placesOf(shown.fields, [...path, name]);
		return [{ path: [...path, name], parameter: setting.parameter ?? name, setting }];
	});
}

/** The fields within a setting, if it has any. */
export function fieldsWithin({ shown }: Setting): Fields | undefined {
	return 'fields' in shown ? shown.fields : undefined;
}
