/** The workflow templates as they stand in the repository, and what n8n knows of their nodes. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { IConnections, IDataObject, INode, INodeType } from 'n8n-workflow';

import { JouwWeb } from '../../nodes/JouwWeb/JouwWeb.node';
import { SnelStart } from '../../nodes/SnelStart/SnelStart.node';
import { WebshopDashboard } from '../../nodes/WebshopDashboard/WebshopDashboard.node';
import { WebshopDashboardTrigger } from '../../nodes/WebshopDashboard/WebshopDashboardTrigger.node';
import { WebshopInvitationTrigger } from '../../nodes/WebshopInvitation/WebshopInvitationTrigger.node';
import { WebshopSettings } from '../../nodes/WebshopSettings/WebshopSettings.node';
import { WebshopTransformer } from '../../nodes/WebshopTransformer/WebshopTransformer.node';
import { WooCommerce } from '../../nodes/WooCommerce/WooCommerce.node';
import { WooCommerceStoreTrigger } from '../../nodes/WooCommerce/WooCommerceStoreTrigger.node';

export interface Template {
	file: string;
	/** The file as it is shipped. */
	text: string;
	name: string;
	description?: string;
	nodes: INode[];
	connections: IConnections;
	settings: IDataObject;
}

/** The mutation run puts a folder here in which one template has a fault. */
export const FOLDER = process.env.TEMPLATES_FOLDER ?? path.join(__dirname, '..', '..', 'workflows');
const PACKAGE = 'n8n-nodes-webshop-snelstart';

export const templates: Template[] = readdirSync(FOLDER)
	.filter((file) => file.endsWith('.json'))
	.sort()
	.map((file) => {
		const text = readFileSync(path.join(FOLDER, file), 'utf8');
		return { ...(JSON.parse(text) as Omit<Template, 'file' | 'text'>), file, text };
	});

/** For `it.each`: file name and template. */
export const eachTemplate = templates.map((template) => [template.file, template] as const);

export function templateNamed(name: string): Template {
	const found = templates.find((template) => template.name === name);
	if (!found) throw new Error(`There is no template "${name}"`);
	return found;
}

/** This package's nodes by their full type name. */
export const ownNodes: Record<string, INodeType> = Object.fromEntries(
	[
		new JouwWeb(),
		new SnelStart(),
		new WebshopDashboard(),
		new WebshopDashboardTrigger(),
		new WebshopInvitationTrigger(),
		new WebshopSettings(),
		new WebshopTransformer(),
		new WooCommerce(),
		new WooCommerceStoreTrigger(),
	].map((node) => [`${PACKAGE}.${node.description.name}`, node]),
);

/**
 * The nodes of n8n itself that templates may use: the name n8n gives them when nobody renames
 * them, and the newest version that the n8n of the tests (2.41.1) has.
 */
export const coreNodes: Record<string, { defaultName: string; newest: number }> = {
	'@n8n/n8n-nodes-langchain.agent': { defaultName: 'AI Agent', newest: 3.1 },
	'@n8n/n8n-nodes-langchain.chatTrigger': {
		defaultName: 'When chat message received',
		newest: 1.5,
	},
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': { defaultName: 'OpenAI Chat Model', newest: 1.3 },
	'@n8n/n8n-nodes-langchain.memoryBufferWindow': { defaultName: 'Simple Memory', newest: 1.4 },
	// n8n makes the tool of a node itself.
	'n8n-nodes-base.dataTableTool': { defaultName: 'Data table Tool', newest: 1.1 },
	'n8n-nodes-webshop-snelstart.snelStartTool': { defaultName: 'SnelStart Tool', newest: 1 },
	'n8n-nodes-base.aggregate': { defaultName: 'Aggregate', newest: 1 },
	'n8n-nodes-base.convertToFile': { defaultName: 'Convert to File', newest: 1.1 },
	'n8n-nodes-base.dataTable': { defaultName: 'Data table', newest: 1.1 },
	'n8n-nodes-base.emailSend': { defaultName: 'Send Email', newest: 2.1 },
	'n8n-nodes-base.errorTrigger': { defaultName: 'Error Trigger', newest: 1 },
	'n8n-nodes-base.executeWorkflow': { defaultName: 'Execute Workflow', newest: 1.4 },
	'n8n-nodes-base.executeWorkflowTrigger': {
		defaultName: 'When Executed by Another Workflow',
		newest: 1.2,
	},
	'n8n-nodes-base.extractFromFile': { defaultName: 'Extract from File', newest: 1.1 },
	'n8n-nodes-base.filter': { defaultName: 'Filter', newest: 2.3 },
	'n8n-nodes-base.form': { defaultName: 'Form', newest: 2.5 },
	'n8n-nodes-base.formTrigger': { defaultName: 'On form submission', newest: 2.6 },
	'n8n-nodes-base.httpRequest': { defaultName: 'HTTP Request', newest: 4.5 },
	'n8n-nodes-base.if': { defaultName: 'If', newest: 2.3 },
	'n8n-nodes-base.limit': { defaultName: 'Limit', newest: 1 },
	'n8n-nodes-base.manualTrigger': {
		defaultName: 'When clicking ‘Execute workflow’',
		newest: 1,
	},
	'n8n-nodes-base.merge': { defaultName: 'Merge', newest: 3.2 },
	'n8n-nodes-base.noOp': { defaultName: 'No Operation, do nothing', newest: 1 },
	'n8n-nodes-base.removeDuplicates': { defaultName: 'Remove Duplicates', newest: 2 },
	'n8n-nodes-base.respondToWebhook': { defaultName: 'Respond to Webhook', newest: 1.5 },
	'n8n-nodes-base.scheduleTrigger': { defaultName: 'Schedule Trigger', newest: 1.4 },
	'n8n-nodes-base.set': { defaultName: 'Edit Fields', newest: 3.5 },
	'n8n-nodes-base.sort': { defaultName: 'Sort', newest: 1 },
	'n8n-nodes-base.splitInBatches': { defaultName: 'Loop Over Items', newest: 3 },
	'n8n-nodes-base.splitOut': { defaultName: 'Split Out', newest: 1 },
	'n8n-nodes-base.stickyNote': { defaultName: 'Sticky Note', newest: 1 },
	'n8n-nodes-base.stopAndError': { defaultName: 'Stop and Error', newest: 1 },
	'n8n-nodes-base.summarize': { defaultName: 'Summarize', newest: 1.1 },
	'n8n-nodes-base.switch': { defaultName: 'Switch', newest: 3.4 },
};

export const isNote = ({ type }: INode): boolean => type === 'n8n-nodes-base.stickyNote';

/** The outputs of a node that are wired to something, by index. */
export function wiredOutputs({ connections }: Template, node: INode): number[] {
	const outputs = connections[node.name]?.main ?? [];
	return outputs.flatMap((targets, index) => (targets && targets.length > 0 ? [index] : []));
}

/** Every text inside a value, however deep. */
export function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(textsIn);
}
