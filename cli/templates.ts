import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import {
	clientFileText,
	formTextIn,
	parametersFromSettings,
	type Language,
	type SettingsInput,
} from '../bookkeeping';
import type { ClientFile } from './clientFile';
import { importOrder, withCalls } from './linkTemplates';
import { ORDER_FILE_TEMPLATE, orderFilePath, orderFileShops } from './orderFiles';
import { isForClient, payoutValues, uploadPath } from './payouts';
import { complaintAt, refusedFile } from './trouble';
import type { WorkflowJson, WorkflowNode } from './workflowJson';

/** Its tables are shared by all clients and made by the command itself. */
export const TABLE_TEMPLATE = 'Set up tables';
/** Serves every client of an n8n, so it is imported once and by hand. */
const INVITATION_TEMPLATE = 'Invite clients';
/** Belongs to no client: it works on a test administration. */
const PROBE_TEMPLATE = 'Probe';
const CHECK_TEMPLATE = 'Set-up check';
/** Writes into the shop, which the shop's key must allow: only where the file gives it values. */
const TELL_TEMPLATE = 'Tell the shop WooCommerce';
/** Shows every client of an n8n: a command of its own makes it. */
export const OFFICE_TEMPLATE = 'Office dashboard';
export const SETTINGS_TEMPLATE = 'Client settings';
export const ALERT_TEMPLATE = 'Alerts';
export const DIGEST_TEMPLATE = 'Daily digest';

const OF_NO_CLIENT = [TABLE_TEMPLATE, INVITATION_TEMPLATE, OFFICE_TEMPLATE, PROBE_TEMPLATE];

/** The kind of shop whose refunds a template reads. */
const REFUNDS_ARE_READ = 'wooCommerce';
const SETTINGS_NODE = '.webshopSettings';
const VALUES_NODE = 'Your values';
const FORM_NODE = '.formTrigger';
/** Makes webhooks in the shop, so only where the file asks for it. */
const REALTIME_NODE = '.wooCommerceStoreTrigger';
const DASHBOARD_NODE = '.webshopDashboardTrigger';
const PAGE_NODE = '.webshopDashboard';
const KIND_NAMES: Record<string, string> = { wooCommerce: 'WooCommerce', jouwWeb: 'JouwWeb' };
const KIND_IN_NAME = /WooCommerce|JouwWeb/;
const CLOCK_NODE = '.scheduleTrigger';
/** The limit is that of n8n's data tables; PostgreSQL takes what its disk takes. */
const NO_LIMIT_MB = 10_000_000;
const SHOP_NODE = /\.(wooCommerce|jouwWeb)$/;

/** The templates that were built into a folder, in order of their file names. */
export async function readTemplates(built: string): Promise<WorkflowJson[]> {
	const folder = path.join(built, 'workflows');
	const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
	return await Promise.all(
		files.map(
			async (file) => JSON.parse(await readFile(path.join(folder, file), 'utf8')) as WorkflowJson,
		),
	);
}

/** A workflow that a client is to have. */
export interface WantedWorkflow {
	/** What it is known by from one import to the next: template, and shop when it is of one shop. */
	key: string;
	/** The short name of its shop; left out when it serves the whole client. */
	shop?: string;
	/**
	 * The template with the client's name and values filled in; credentials and ids not yet. Its
	 * calls name the keys of what they call.
	 */
	workflow: WorkflowJson;
}

/** The kinds of shop whose nodes a template uses; of one that uses none, the kind its name says. */
function kindsIn({ name, nodes }: WorkflowJson): string[] {
	const used = new Set(nodes.flatMap(({ type }) => SHOP_NODE.exec(type)?.[1] ?? []));
	if (used.size > 0) return [...used];
	const said = KIND_IN_NAME.exec(name)?.[0];
	return Object.keys(KIND_NAMES).filter((kind) => KIND_NAMES[kind] === said);
}

/** The shops that a template is imported for; `undefined` stands for "once for the client". */
function shopsFor(template: WorkflowJson, file: ClientFile): Array<string | undefined> {
	const { settings, shops } = file;
	if (template.name === ORDER_FILE_TEMPLATE) return orderFileShops(file);
	const kinds = kindsIn(template);
	if (kinds.length === 0) return [undefined];
	const hasAll = kinds.every((kind) => settings.shops.some((shop) => shop.kind === kind));
	if (kinds.length > 1) return hasAll ? [undefined] : [];
	const isRealtime = template.nodes.some(({ type }) => type.endsWith(REALTIME_NODE));
	return settings.shops
		.filter(({ kind }) => kind === kinds[0])
		.map(({ shop }) => shop)
		.filter((shop) => !isRealtime || shops[shop]?.realtime === true);
}

/** A shop that bears the name of its kind needs no mention: the template's name says it. */
function keyOf(template: WorkflowJson, shop?: string): string {
	const saysItself = shop === undefined || kindsIn(template)[0]?.toLowerCase() === shop;
	return `${template.name}${saysItself ? '' : ` (${shop})`}`;
}

/**
 * The workflows of a client: what is called comes before what calls it.
 * @throws Trouble when `values` in the file names what no template has
 */
export function wantedWorkflows(all: WorkflowJson[], file: ClientFile): WantedWorkflow[] {
	checkValues(all, file);
	const templates = importOrder(all).filter(
		(template) =>
			!OF_NO_CLIENT.includes(template.name) &&
			(template.name !== TELL_TEMPLATE || file.values?.[TELL_TEMPLATE] !== undefined) &&
			(file.dashboard !== undefined || !isDashboard(template)) &&
			isForClient(template.name, file),
	);
	const wanted = templates.flatMap((template) =>
		shopsFor(template, file).map((shop) => {
			const key = keyOf(template, shop);
			const called = (name: string) => calledKeys(name, templates, file, shop);
			const { nodes, connections } = withCalls(template, called);
			const workflow: WorkflowJson = {
				...template,
				name: `${file.settings.client}: ${key}`,
				nodes: nodes.map((node) => fillNode(node, template.name, file, shop)),
				connections,
			};
			return { key, ...(shop !== undefined && { shop }), workflow };
		}),
	);
	const byKey = wanted.map(({ key, workflow }) => ({ ...workflow, name: key }));
	const order = importOrder(byKey).map(({ name }) => name);
	return wanted.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
}

const isDashboard = ({ nodes }: WorkflowJson): boolean =>
	nodes.some(({ type }) => type.endsWith(DASHBOARD_NODE));

/**
 * What a call of a template means for this client: the workflow made of it; for a template of one
 * kind of shop that of the same shop or, called on behalf of the whole client, those of all shops.
 */
function calledKeys(
	name: string,
	templates: WorkflowJson[],
	file: ClientFile,
	shop?: string,
): string[] {
	const find = (wanted: string) => templates.find((template) => template.name === wanted);
	const called = find(name);
	if (!called) return [];
	if (kindsIn(called).length !== 1) return [keyOf(called)];
	return file.settings.shops
		.filter((one) => shop === undefined || one.shop === shop)
		.flatMap((one) => {
			const kindName = KIND_NAMES[one.kind];
			const own = kindName === undefined ? undefined : find(name.replace(KIND_IN_NAME, kindName));
			return own ? [keyOf(own, one.shop)] : [];
		});
}

/**
 * The settings; what the file leaves open follows from the client: lines are in its language, and an
 * order with refunds is booked where every shop gets a refund sync, which credits them.
 */
const settingsOf = ({ settings, language }: ClientFile): SettingsInput => ({
	...(language && { lineLanguage: language }),
	...(settings.shops.every(({ kind }) => kind === REFUNDS_ARE_READ) && {
		ordersWithRefunds: 'book',
	}),
	...settings,
});

function fillNode(
	node: WorkflowNode,
	template: string,
	file: ClientFile,
	shop?: string,
): WorkflowNode {
	const parameters = { ...node.parameters };
	if (node.type.endsWith(SETTINGS_NODE)) {
		return { ...node, parameters: parametersFromSettings(settingsOf(file)) };
	}
	const website = shop === undefined ? undefined : file.shops[shop]?.website;
	if (node.type.endsWith('.jouwWeb') && website !== undefined) {
		parameters.website = { __rl: true, mode: 'id', value: website };
	}
	if (node.type.endsWith(DASHBOARD_NODE)) {
		const { client } = file.settings;
		const language = file.language && { language: file.language };
		Object.assign(parameters, { client, path: file.dashboard?.path ?? client, ...language });
	}
	if (node.type.endsWith(PAGE_NODE) && parameters.operation === 'showPage') {
		parameters.orderPages = { shop: orderPages(file) };
	}
	if (node.type.endsWith(FORM_NODE)) {
		const { language } = file;
		const kind = file.settings.shops.find((one) => one.shop === shop)?.kind ?? '';
		if (language) Object.assign(parameters, inLanguage(parameters, language, KIND_NAMES[kind]));
		// The address of a form must be one of a kind in the whole n8n.
		const { path, options } = parameters as { path?: string; options: { path?: string } };
		const { client } = file.settings;
		const isOrders = template === ORDER_FILE_TEMPLATE && shop !== undefined;
		if (isOrders) parameters.path = orderFilePath(client, shop);
		else if (path !== undefined) parameters.path = uploadPath(client);
		else
			parameters.options = {
				...options,
				path: [options.path, client, shop].filter(Boolean).join('-'),
			};
	}
	if (node.name === VALUES_NODE) {
		const own = payoutValues(template, file);
		const told = template.startsWith(CHECK_TEMPLATE) ? toldAt(file) : {};
		const values = { ...valuesOfShop(file, shop), ...own, ...told, ...file.values?.[template] };
		parameters.assignments = { assignments: withValues(assignmentsOf(node), values) };
	}
	const { disabled, ...own } = node;
	// A clock that is off in a template waits until the client says that it is meant.
	const isMeant = node.type.endsWith(CLOCK_NODE) && file.values?.[template]?.dryRun === 'no';
	return { ...own, ...(disabled === true && !isMeant && { disabled }), parameters };
}

/** Who gets alerts and the digest, for the set-up check: an address, or the chat. */
function toldAt(file: ClientFile): Record<string, unknown> {
	const to = (template: string): unknown => {
		const { channel = '', mailTo = '' } = { ...valuesOfShop(file), ...file.values?.[template] };
		return channel === 'mail' ? mailTo : channel;
	};
	return { alertsTo: to(ALERT_TEMPLATE), digestTo: to(DIGEST_TEMPLATE) };
}

/** Where each WooCommerce shop shows an order to who runs it, old and new storage of orders alike. */
const orderPages = ({ shops }: ClientFile): Array<{ shop: string; address: string }> =>
	Object.entries(shops).flatMap(([shop, { url }]) =>
		url === undefined
			? []
			: [
					{
						shop,
						address: `${url.replace(/\/+$/, '')}/wp-admin/post.php?post={order}&action=edit`,
					},
				],
	);

/** The parameters of a form, with its texts in this language. */
function inLanguage(value: unknown, language: Language, kindName?: string): unknown {
	if (typeof value === 'string') return formTextIn(language, value, kindName);
	if (Array.isArray(value)) return value.map((part) => inLanguage(part, language, kindName));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, part]) => [name, inLanguage(part, language, kindName)]),
	);
}

interface Assignment {
	name: string;
	value: unknown;
}

const assignmentsOf = ({ parameters }: WorkflowNode): Assignment[] =>
	(parameters.assignments as { assignments?: Assignment[] } | undefined)?.assignments ?? [];

const withValues = (assignments: Assignment[], values: Record<string, unknown>): Assignment[] =>
	assignments.map((one) => ({ ...one, value: values[one.name] ?? one.value }));

function valuesOfShop(
	{ settings, shops, language, chat, postgres }: ClientFile,
	shop?: string,
): Record<string, unknown> {
	const name = shop ?? (settings.shops.length === 1 ? settings.shops[0]?.shop : undefined);
	const { ordersFrom, realtime } = (name === undefined ? undefined : shops[name]) ?? {};
	return {
		client: settings.client,
		language,
		shop: name,
		ordersFrom,
		refundsFrom: ordersFrom,
		...(realtime && { realtime: 'yes' }),
		...(chat && { channel: 'chat' }),
		...(postgres && { limitMb: NO_LIMIT_MB }),
	};
}

function checkValues(templates: WorkflowJson[], { values = {} }: ClientFile): void {
	const complaints = Object.entries(values).flatMap(([name, wanted]) => {
		const template = templates.find((one) => one.name === name);
		if (!template)
			return [complaintAt('values', clientFileText('unknownTemplate', { template: name }))];
		const known = template.nodes
			.filter((node) => node.name === VALUES_NODE)
			.flatMap(assignmentsOf)
			.map((one) => one.name);
		return Object.keys(wanted)
			.filter((value) => !known.includes(value))
			.map((value) => {
				const said =
					known.length > 0
						? clientFileText('unknownValue', { template: name, known })
						: clientFileText('noValues', { template: name });
				return complaintAt(`values.${name}.${value}`, said);
			});
	});
	if (complaints.length === 0) return;
	throw refusedFile(complaints);
}
