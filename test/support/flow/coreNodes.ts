/**
 * Stand-ins for the nodes of n8n itself that the templates use, as far as they use them. The
 * end-to-end tests run the real ones.
 */
import { isDeepStrictEqual } from 'node:util';

import { NodeOperationError, validateFieldType } from 'n8n-workflow';
import type {
	FieldType,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

export type Execute = (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

const FILTER = {
	displayName: 'Conditions',
	name: 'conditions',
	type: 'filter',
	default: {},
	typeOptions: { filter: { caseSensitive: true, typeValidation: 'loose', version: 2 } },
};

export function standIn(execute: Execute, more: Partial<INodeTypeDescription> = {}): INodeType {
	return {
		description: {
			displayName: 'Stand-in',
			name: 'standIn',
			group: ['transform'],
			version: [1, 1.1, 1.2, 2, 2.1, 2.2, 2.5, 2.6, 3, 3.1, 3.2, 3.4, 4.2],
			description: '',
			defaults: { name: 'Stand-in' },
			inputs: ['main'],
			outputs: ['main'],
			properties: [],
			...more,
		},
		async execute(this: IExecuteFunctions) {
			return await execute(this);
		},
	};
}

const parameter = <T>(context: IExecuteFunctions, name: string, index: number, usual?: T): T =>
	context.getNodeParameter(name, index, usual as never) as T;

export const eachItem =
	(to: (context: IExecuteFunctions, item: INodeExecutionData, index: number) => object[]) =>
	(context: IExecuteFunctions): INodeExecutionData[] =>
		context.getInputData().flatMap((item, index) =>
			to(context, item, index).map((json) => ({
				json: json as IDataObject,
				pairedItem: { item: index },
			})),
		);

/** Items to the first output where the condition holds, to the second one where not. */
const deciding: Execute = async (context) => {
	const outputs: INodeExecutionData[][] = [[], []];
	context.getInputData().forEach((item, index) => {
		const holds = context.getNodeParameter('conditions', index, false, { extractValue: true });
		outputs[holds ? 0 : 1]!.push({ ...item, pairedItem: { item: index } });
	});
	return outputs;
};

const deciders: Record<string, Execute> = {
	if: deciding,
	filter: async (context) => [(await deciding(context))[0]!],
};

interface Assignment {
	name: string;
	type: FieldType;
	value: unknown;
}

function assigned(context: IExecuteFunctions, { name, type, value }: Assignment): unknown {
	if (value === undefined || value === null) return null;
	const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
	const result = validateFieldType(name, type === 'string' ? text : value, type);
	if (!result.valid) throw new NodeOperationError(context.getNode(), result.errorMessage);
	return result.newValue ?? null;
}

const fieldsSet = eachItem((context, { json }, index) => {
	if (parameter<string>(context, 'mode', index, 'manual') === 'raw') {
		const raw = parameter<unknown>(context, 'jsonOutput', index);
		return [typeof raw === 'string' ? (JSON.parse(raw) as object) : (raw as object)];
	}
	const made = parameter(context, 'includeOtherFields', index, false) ? structuredClone(json) : {};
	const assignments = parameter<Assignment[]>(context, 'assignments.assignments', index, []);
	for (const one of assignments) {
		if (one.name.includes('.')) throw new Error(`Stand-in: no path as name, ${one.name}`);
		made[one.name] = assigned(context, one) as IDataObject;
	}
	return [made];
});

/** Beside the fields of an item its files stay, too. */
const setFields = (context: IExecuteFunctions): INodeExecutionData[] => {
	const input = context.getInputData();
	const keepsFiles = (index: number) => parameter(context, 'includeOtherFields', index, false);
	return fieldsSet(context).map((made, index) => {
		const binary = keepsFiles(index) ? input[index]?.binary : undefined;
		return { ...made, ...(binary && { binary }) };
	});
};

const removeDuplicates: Execute = async (context) => {
	const field = parameter<string>(context, 'fieldsToCompare', 0);
	const kept: INodeExecutionData[] = [];
	for (const item of context.getInputData()) {
		if (!(field in item.json)) {
			throw new NodeOperationError(
				context.getNode(),
				`'${field}' field is missing from some items`,
			);
		}
		if (!kept.some((one) => isDeepStrictEqual(one.json[field], item.json[field]))) kept.push(item);
	}
	return [kept];
};

const splitOut = eachItem((context, { json }, index) => {
	const field = parameter<string>(context, 'fieldToSplitOut', index);
	const found = field.split('.').reduce<unknown>((at, key) => (at as IDataObject)?.[key], json);
	if (found === undefined) return [];
	const list = Array.isArray(found) ? found : [found];
	return list.map((one: unknown) =>
		typeof one === 'object' && one !== null ? one : { [field]: one },
	);
});

const merge: Execute = async (context) => {
	const inputs = parameter<number>(context, 'numberInputs', 0, 2);
	const choose = parameter<string>(context, 'mode', 0) === 'chooseBranch';
	const wanted = choose
		? [parameter<number>(context, 'useDataOfInput', 0, 1) - 1]
		: Array.from({ length: inputs }, (_, input) => input);
	return [
		wanted.flatMap((input) =>
			context
				.getInputData(input)
				.map((item, index) => ({ ...item, pairedItem: { item: index, input } })),
		),
	];
};

const sort: Execute = async (context) => {
	const [field] = parameter<Array<{ fieldName: string; order: string }>>(
		context,
		'sortFieldsUi.sortField',
		0,
	);
	const sign = field!.order === 'ascending' ? 1 : -1;
	const items = context
		.getInputData()
		.map((item, index) => ({ ...item, pairedItem: { item: index } }));
	const value = ({ json }: INodeExecutionData) => json[field!.fieldName] as number;
	if (items.every((item) => value(item) === undefined)) {
		throw new NodeOperationError(
			context.getNode(),
			`Couldn't find the field '${field!.fieldName}'`,
		);
	}
	return [
		items.sort((a, b) => (value(a) === value(b) ? 0 : sign * (value(a) < value(b) ? -1 : 1))),
	];
};

const limit: Execute = async (context) => [
	context.getInputData().slice(0, parameter<number>(context, 'maxItems', 0)),
];

const stop: Execute = async (context) => {
	throw new NodeOperationError(context.getNode(), parameter<string>(context, 'errorMessage', 0));
};

/** Hands out a batch of items at a time, and at the end everything that came back. */
const splitInBatches: Execute = async (context) => {
	const memory = context.getContext('node') as {
		items?: INodeExecutionData[];
		processed?: INodeExecutionData[];
	};
	const input = context.getInputData();
	if (memory.items === undefined) {
		memory.items = input.map((item, index) => ({ ...item, pairedItem: { item: index } }));
		memory.processed = [];
	} else {
		memory.processed!.push(...input);
	}
	const next = memory.items.splice(0, parameter<number>(context, 'batchSize', 0));
	return next.length === 0 ? [memory.processed!, []] : [[], next];
};

const passThrough: Execute = async (context) => [
	context.getInputData().map((item, index) => ({ ...item, pairedItem: { item: index } })),
];

/** Answers on as many outputs as there are rules, and one for everything else. */
const switchByRules: Execute = async (context) => {
	const rules = parameter<unknown[]>(context, 'rules.values', 0, []);
	const outputs: INodeExecutionData[][] = Array.from({ length: rules.length + 1 }, () => []);
	context.getInputData().forEach((item, index) => {
		const found = rules.findIndex((_, rule) =>
			context.getNodeParameter(`rules.values[${rule}].conditions`, index, false, {
				extractValue: true,
			}),
		);
		outputs[found < 0 ? rules.length : found]!.push({ ...item, pairedItem: { item: index } });
	});
	return outputs;
};

/** Rows of cells; a quote may hold separators and line ends. */
function cellsOf(text: string, separator: string): string[][] {
	const rows: string[][] = [[]];
	const cell = new RegExp(
		`(?:"((?:[^"]|"")*)"|([^"\\r\\n${separator}]*))(${separator}|\\r?\\n|$)`,
		'y',
	);
	while (cell.lastIndex < text.length) {
		const [, quoted, bare = '', end] = cell.exec(text) ?? [];
		if (end === undefined) throw new Error('Quote Not Closed at line 1');
		rows.at(-1)!.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
		if (end !== separator && cell.lastIndex < text.length) rows.push([]);
	}
	const [{ length }] = rows as [string[]];
	const other = rows.findIndex((row) => row.length !== length);
	if (other >= 0) {
		const got = rows[other]!.length;
		throw new Error(`Invalid Record Length: expect ${length}, got ${got} on line ${other + 1}`);
	}
	return rows;
}

/** As n8n's own nodes do where the error goes on: an item that says it. */
const orError = (
	context: IExecuteFunctions,
	make: (item: INodeExecutionData, index: number) => INodeExecutionData[],
): INodeExecutionData[] =>
	context.getInputData().flatMap((item, index) => {
		try {
			return make(item, index);
		} catch (error) {
			if (!context.continueOnFail()) throw error;
			return [{ json: { error: (error as Error).message }, pairedItem: { item: index } }];
		}
	});

/** A file's text as a field, its JSON as one, or its rows as items. */
const extractFromFile: Execute = async (context) => {
	const { operation, options } = context.getNode().parameters as {
		operation: string;
		options: { keepSource?: string };
	};
	return [
		orError(context, ({ json, binary }, index) => {
			const name = parameter<string>(context, 'binaryPropertyName', index);
			const text = Buffer.from(binary![name]!.data, 'base64').toString('utf8');
			const pairedItem = { item: index };
			if (operation === 'csv') {
				const { delimiter } = parameter<{ delimiter: string }>(context, 'options', index);
				return cellsOf(text, delimiter).map((row) => ({ json: { row }, pairedItem }));
			}
			const key = parameter<string>(context, 'destinationKey', index);
			if (operation === 'fromJson') {
				return [{ json: { [key]: JSON.parse(text) as IDataObject }, pairedItem }];
			}
			if (operation !== 'text' || options.keepSource !== 'json') {
				throw new Error(`Stand-in: no ${operation} of a file, and only beside its fields`);
			}
			return [{ json: { ...json, [key]: text }, pairedItem }];
		}),
	];
};

const asExecute =
	(run: (context: IExecuteFunctions) => INodeExecutionData[]): Execute =>
	async (context) => [run(context)];

const FILTERING = { properties: [FILTER] } as unknown as Partial<INodeTypeDescription>;
const TWO_WAYS = { ...FILTERING, outputs: ['main', 'main'] } as Partial<INodeTypeDescription>;
const RULES = {
	outputs: '={{ [...$parameter.rules.values.map(() => "main"), "main"] }}',
	properties: [
		{
			displayName: 'Rules',
			name: 'rules',
			type: 'fixedCollection',
			default: {},
			typeOptions: { multipleValues: true },
			options: [{ displayName: 'Rules', name: 'values', values: [FILTER] }],
		},
	],
} as unknown as Partial<INodeTypeDescription>;
const MERGING = {
	inputs: '={{ Array.from({ length: $parameter.numberInputs ?? 2 }, () => "main") }}',
	requiredInputs: '={{ $parameter.mode === "chooseBranch" ? [0, 1] : 1 }}',
} as unknown as Partial<INodeTypeDescription>;

/** The nodes that depend on nothing but their input, by their full names. */
export const coreStandIns: Record<string, INodeType> = Object.fromEntries(
	Object.entries({
		if: standIn(deciders.if!, TWO_WAYS),
		filter: standIn(deciders.filter!, FILTERING),
		switch: standIn(switchByRules, RULES),
		set: standIn(asExecute(setFields)),
		splitOut: standIn(asExecute(splitOut)),
		removeDuplicates: standIn(removeDuplicates),
		merge: standIn(merge, MERGING),
		sort: standIn(sort),
		limit: standIn(limit),
		stopAndError: standIn(stop),
		splitInBatches: standIn(splitInBatches, { outputs: ['main', 'main'] }),
		noOp: standIn(passThrough),
		extractFromFile: standIn(extractFromFile),
	}).map(([name, type]) => [`n8n-nodes-base.${name}`, type]),
);
