import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { JouwWeb } from '../nodes/JouwWeb/JouwWeb.node';
import { JouwWebTrigger } from '../nodes/JouwWeb/JouwWebTrigger.node';
import { SnelStart } from '../nodes/SnelStart/SnelStart.node';
import { SnelStartTrigger } from '../nodes/SnelStart/SnelStartTrigger.node';
import { WebshopDashboard } from '../nodes/WebshopDashboard/WebshopDashboard.node';
import { WebshopDashboardTrigger } from '../nodes/WebshopDashboard/WebshopDashboardTrigger.node';
import { WebshopInvitationTrigger } from '../nodes/WebshopInvitation/WebshopInvitationTrigger.node';
import { WebshopTransformer } from '../nodes/WebshopTransformer/WebshopTransformer.node';
import { WooCommerce } from '../nodes/WooCommerce/WooCommerce.node';
import { WooCommerceStoreTrigger } from '../nodes/WooCommerce/WooCommerceStoreTrigger.node';
import { ROOT } from './setUp.js';

export const PAGE = path.join(ROOT, 'docs', 'nodes', 'parameters.md');

/** Those of Webshop Settings stand on docs/settings.md. */
const nodes = [
	...[SnelStart, SnelStartTrigger, WooCommerce, WooCommerceStoreTrigger, JouwWeb, JouwWebTrigger],
	...[WebshopTransformer, WebshopDashboard, WebshopDashboardTrigger, WebshopInvitationTrigger],
];

interface Row {
	/** Names from the outermost to that of the parameter. */
	titles: string[];
	meaning: string;
	usual: string;
	/** The operations that have it; none where all have. */
	operations: string[];
}

const CHOOSERS = ['resource', 'operation'];

const isCollection = (option: object): option is INodePropertyCollection => 'values' in option;
const isChoice = (option: object): option is INodePropertyOptions => 'value' in option;

/** What a parameter holds as long as nobody changes it; empty where that is nothing. */
function usualOf({ type, default: usual, options = [] }: INodeProperties): string {
	const known = options.filter(isChoice).find(({ value }) => value === usual);
	if (known) return known.name;
	if (type === 'boolean') return usual ? 'on' : 'off';
	return ['string', 'number'].includes(typeof usual) && usual !== '' ? `\`${String(usual)}\`` : '';
}

/** What a parameter is for, and what each of its choices means where that is said. */
function meaningOf({ description = '', options = [], type }: INodeProperties): string {
	const choices = type.toLowerCase().includes('options') ? options.filter(isChoice) : [];
	const told = choices.map((one) =>
		one.description ? `${one.name}: ${one.description}` : one.name,
	);
	return [description, ...told.map((one) => `• ${one}`)].filter(Boolean).join('<br>');
}

function rowsOf(property: INodeProperties, operations: string[], before: string[] = []): Row[] {
	if (property.type === 'notice') return [];
	const titles = [...before, property.displayName];
	const within = (property.options ?? []).flatMap((option): Row[] => {
		if (isChoice(option)) return [];
		if (!isCollection(option)) return rowsOf(option, operations, titles);
		return option.values.flatMap((value) =>
			rowsOf(value, operations, [...titles, option.displayName]),
		);
	});
	const own = { titles, meaning: meaningOf(property), usual: usualOf(property), operations };
	return [own, ...within];
}

/** Operations that have the same parameter share its row. */
function merged(rows: readonly Row[]): Row[] {
	const byText = new Map<string, Row>();
	for (const { operations, ...row } of rows) {
		const text = JSON.stringify(row);
		const known = byText.get(text);
		if (known) known.operations.push(...operations);
		else byText.set(text, { ...row, operations: [...operations] });
	}
	return [...byText.values()];
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const tableOf = (rows: readonly Row[], operations: number): string[] => [
	'| Parameter | Of | Usual | Meaning |',
	'| --- | --- | --- | --- |',
	...merged(rows).map(({ titles, operations: of, usual, meaning }) => {
		const named = of.length === operations ? 'all' : [...new Set(of)].join(', ');
		return `| ${[titles.join(' → '), named, usual, meaning].map(cell).join(' | ')} |`;
	}),
];

/** Which values of a parameter show another one; none where it is always shown. */
const shownFor = ({ displayOptions }: INodeProperties, name: string): unknown[] =>
	(displayOptions?.show?.[name] as unknown[] | undefined) ?? [];

function partsOf(properties: readonly INodeProperties[]): string[] {
	const fields = properties.filter(({ name }) => !CHOOSERS.includes(name));
	const choicesOf = (property: INodeProperties | undefined): INodePropertyOptions[] =>
		(property?.options ?? []).filter(isChoice);
	const resource = properties.find(({ name }) => name === 'resource');
	const resources = choicesOf(resource);
	const operationsOf = (of?: INodePropertyOptions): INodePropertyOptions[] =>
		properties
			.filter(
				(one) => one.name === 'operation' && (!of || shownFor(one, 'resource').includes(of.value)),
			)
			.flatMap(choicesOf);
	const rowsFor = (of?: INodePropertyOptions): Row[] =>
		fields
			.filter((field) => !of || shownFor(field, 'resource').includes(of.value))
			.flatMap((field) => {
				const shown = shownFor(field, 'operation');
				const operations = operationsOf(of).filter(
					({ value }) => shown.length === 0 || shown.includes(value),
				);
				return rowsOf(
					field,
					operations.map(({ name }) => name),
				);
			});
	const list = (of?: INodePropertyOptions): string[] =>
		operationsOf(of).map(({ name, description }) => `- **${name}**: ${description ?? ''}`);
	const part = (of?: INodePropertyOptions): string[] => {
		const rows = rowsFor(of);
		const table = rows.length > 0 ? tableOf(rows, operationsOf(of).length) : [];
		return [...list(of), '', ...table, ''];
	};
	if (resources.length === 0) return part();
	const ofAll = fields.filter((field) => shownFor(field, 'resource').length === 0);
	const common = ofAll.flatMap((field) => rowsOf(field, []));
	return [
		...(common.length > 0 ? [...tableOf(common, 0), ''] : []),
		...resources.flatMap((one) => [`### ${one.name}`, '', ...part(one)]),
	];
}

/** The manual's page of every parameter of every node but Webshop Settings, as their panels have them. */
export function parametersPage(): string {
	return [
		'# Every parameter of every node',
		'',
		'<!-- Made by npm run docs:parameters from the nodes. -->',
		'',
		'What the panels say, node by node. _Of_ names the operations that have a parameter. Those of **Webshop Settings** stand on the page of [the settings](../settings.md); what the operations do is told on the pages of [SnelStart](../snelstart.md), [WooCommerce Store](woocommerce.md), [JouwWeb](jouwweb.md) and [Webshop Transformer](../transformer.md).',
		'',
		...nodes.flatMap((Node) => {
			const { displayName, description, properties } = new Node().description;
			return [`## ${displayName}`, '', description, '', ...partsOf(properties)];
		}),
	].join('\n');
}

if (require.main === module) {
	void writeFile(PAGE, parametersPage()).then(() => console.log(`Wrote ${PAGE}`));
}
