import type {
	CredentialReference,
	NodeTypeReference,
	WorkflowJson,
	WorkflowNode,
} from './workflowJson';

const CALL = 'n8n-nodes-base.executeWorkflow';
const DATA_TABLE = /^n8n-nodes-base\.dataTable(Tool)?$/;
const COPY_DISTANCE = 180;
const AUTHENTICATION = 'authentication';

interface WorkflowLocator {
	value?: string;
	cachedResultName?: string;
}

/** Names of the workflows a template calls, as its Execute Workflow nodes give them. */
export function calledWorkflows(template: WorkflowJson): string[] {
	const calls = template.nodes.filter((node) => node.type === CALL);
	return [...new Set(calls.map((node) => calledName(template, node)))];
}

function calledName(template: WorkflowJson, node: WorkflowNode): string {
	const name = (node.parameters.workflowId as WorkflowLocator | undefined)?.cachedResultName;
	if (name) return name;
	throw new Error(
		`Node "${node.name}" in "${template.name}" does not say which workflow it calls (workflowId.cachedResultName is empty).`,
	);
}

/**
 * Puts templates in the order in which they can be imported: what is called comes before what
 * calls it, otherwise the order is kept.
 * @throws Error when a called workflow is not among the templates, or when they call in a circle
 */
export function importOrder(templates: WorkflowJson[]): WorkflowJson[] {
	const byName = new Map(templates.map((template) => [template.name, template]));
	const ordered = new Set<WorkflowJson>();
	const place = (template: WorkflowJson, callers: string[]): void => {
		if (ordered.has(template)) return;
		const path = [...callers, template.name];
		if (callers.includes(template.name)) {
			throw new Error(`Templates call each other in a circle: ${path.join(' → ')}.`);
		}
		for (const name of calledWorkflows(template)) {
			const called = byName.get(name);
			if (!called) {
				throw new Error(`"${template.name}" calls "${name}", which is not among the templates.`);
			}
			place(called, path);
		}
		ordered.add(template);
	};
	for (const template of templates) place(template, []);
	return [...ordered];
}

interface Target {
	node: string;
	[more: string]: unknown;
}
type Connections = Record<string, Record<string, Array<Target[] | null>>>;

/**
 * Points every call of a template at the workflows it stands for. A call of several becomes as many
 * nodes beside each other; a call of none is left out.
 * @param called name of the called template → names of what is to be called
 */
export function withCalls(
	template: WorkflowJson,
	called: (name: string) => string[],
): Pick<WorkflowJson, 'nodes' | 'connections'> {
	/** Name of a calling node → the nodes that take its place. */
	const places = new Map<string, WorkflowNode[]>();
	for (const node of template.nodes.filter(({ type }) => type === CALL)) {
		const copies = called(calledName(template, node)).map((name, index) => {
			const [x = 0, y = 0] = node.position as number[];
			return {
				...node,
				id: index === 0 ? node.id : `${node.id}-${index + 1}`,
				name: index === 0 ? node.name : `${node.name}: ${name}`,
				position: [x, y + index * COPY_DISTANCE],
				parameters: { ...node.parameters, workflowId: { cachedResultName: name } },
			};
		});
		places.set(node.name, copies);
	}
	const namesFor = (name: string): string[] => places.get(name)?.map((node) => node.name) ?? [name];
	const connections = Object.entries(template.connections as Connections).flatMap(
		([source, outputs]) => {
			const moved = Object.entries(outputs).map(([kind, lists]) => [
				kind,
				lists.map((targets) =>
					(targets ?? []).flatMap((target) =>
						namesFor(target.node).map((node) => ({ ...target, node })),
					),
				),
			]);
			return namesFor(source).map((name) => [name, Object.fromEntries(moved)] as const);
		},
	);
	return {
		nodes: template.nodes.flatMap((node) => places.get(node.name) ?? [node]),
		connections: Object.fromEntries(connections),
	};
}

/** Whether a node's parameters meet a `displayOptions.show`. */
const isShown = (parameters: Record<string, unknown>, show: Record<string, unknown[]>): boolean =>
	Object.entries(show).every(([name, values]) => values.includes(parameters[name]));

/**
 * Gives a node the credentials its type asks for, as far as there are any. A node that can sign in
 * in several ways is switched to the first way for which there is a credential.
 */
function withCredentials(
	node: WorkflowNode,
	type: NodeTypeReference | undefined,
	credentials: Record<string, CredentialReference>,
): WorkflowNode {
	const parameters = { ...node.parameters };
	const chosen: Record<string, CredentialReference> = {};
	const take = (name: unknown): boolean => {
		const credential = typeof name === 'string' ? credentials[name] : undefined;
		if (credential) chosen[name as string] = { id: credential.id, name: credential.name };
		return credential !== undefined;
	};
	// A way to sign in that needs no credential, such as n8n's own, stays.
	const known = (type?.credentials ?? []).flatMap(
		({ displayOptions }) => displayOptions?.show?.[AUTHENTICATION] ?? [],
	);
	const own = parameters[AUTHENTICATION];
	const isOther = own !== undefined && !known.includes(own);
	let signInChosen = false;
	for (const { name, displayOptions } of type?.credentials ?? []) {
		const { [AUTHENTICATION]: ways, ...others } = displayOptions?.show ?? {};
		if (!isShown(parameters, others) || (ways && (signInChosen || isOther))) continue;
		if (take(name) && ways) {
			parameters[AUTHENTICATION] = ways[0];
			signInChosen = true;
		}
	}
	// The HTTP Request node names the type of its credential in a parameter.
	take(parameters.nodeCredentialType);
	take(parameters.genericAuthType);
	if (Object.keys(chosen).length === 0) return node;
	const { disabled, ...enabled } = node;
	// A node that is off in a template waits for a credential.
	const rest = disabled === true ? enabled : node;
	return { ...rest, parameters, credentials: { ...node.credentials, ...chosen } };
}

export interface Links {
	/** Credential type → the credential to use. */
	credentials: Record<string, CredentialReference>;
	/** Name of a template → the workflow in this n8n that was made of it. */
	workflows: Record<string, { id: string; name: string }>;
	/** Name of a data table → its id; by its name n8n looks a table up again for every item. */
	tables?: ReadonlyMap<string, string>;
	nodeTypes: NodeTypeReference[];
}

function withTable(node: WorkflowNode, tables: ReadonlyMap<string, string>): WorkflowNode {
	if (!DATA_TABLE.test(node.type)) return node;
	const { mode, value: name } = (node.parameters.dataTableId ?? {}) as Record<string, unknown>;
	const value = mode === 'name' && typeof name === 'string' ? tables.get(name) : undefined;
	if (value === undefined) return node;
	const locator = { __rl: true, mode: 'list', value, cachedResultName: name };
	return { ...node, parameters: { ...node.parameters, dataTableId: locator } };
}

const NONE: ReadonlyMap<string, string> = new Map();

/**
 * Makes a template fit for one n8n: credentials filled in, calls of other workflows and data tables
 * pointed at their ids. The template itself is left as it is.
 * @throws Error when a called workflow has no id yet
 */
export function linkTemplate(template: WorkflowJson, links: Links): WorkflowJson {
	const nodes = template.nodes.map((node) => {
		// As a tool of an agent, a node bears the same name with "Tool" behind it.
		const type = links.nodeTypes.find(({ name }) => [name, `${name}Tool`].includes(node.type));
		const filled = withTable(withCredentials(node, type, links.credentials), links.tables ?? NONE);
		if (node.type !== CALL) return filled;
		const name = calledName(template, node);
		const called = links.workflows[name];
		if (!called) throw new Error(`"${template.name}" calls "${name}", which is not imported yet.`);
		const locator = {
			__rl: true,
			mode: 'list',
			value: called.id,
			cachedResultName: called.name,
		};
		return { ...filled, parameters: { ...filled.parameters, workflowId: locator } };
	});
	return { ...template, nodes };
}
