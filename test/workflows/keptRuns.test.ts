import { calledWorkflows } from '../../cli/linkTemplates';
import type { WorkflowJson } from '../../cli/workflowJson';
import { templateNamed, templates, type Template } from './templates';

/**
 * What tells of no customer, whatever the shop or the books hold: accounts, rates, articles, tables,
 * settings, messages of codes and numbers. Everything else may hold an order, an address or a key.
 */
const TELLS_OF_NOBODY = [
	/^(manual|schedule|error)Trigger$/,
	/^(dataTable|filter|if|switch|set|merge|aggregate|convertToFile|stopAndError|noOp|stickyNote)$/,
	/^(removeDuplicates|summarize|splitOut|sort|limit)$/,
	/^emailSend$/,
	/^(executeWorkflow|executeWorkflowTrigger <client)$/,
	/^webshopSettings$/,
	/^snelStart (article|company|connection|ledgerAccount)\./,
	/^wooCommerce (product|settings|taxRate|variation)\./,
	/^webshopTransformer (article\.(compareCodes|draftArticles)|message\.write(Alert|Digest))$/,
	/^webshopTransformer orderTable\.(checkTables|findDoubled|measureTables)$/,
	/^httpRequest chatWebhookApi$/,
];

function kindsIn({ nodes }: Template): string[] {
	return nodes.map(({ type, parameters }) => {
		const { resource, operation, nodeCredentialType, workflowInputs } = parameters as Record<
			string,
			unknown
		>;
		const inputs = (workflowInputs as { values?: Array<{ name: string }> })?.values ?? [];
		return [
			type.split('.').at(-1),
			...(type.includes('webshop-snelstart') && resource
				? [`${String(resource)}.${String(operation)}`]
				: []),
			...(type.endsWith('httpRequest') ? [String(nodeCredentialType)] : []),
			...inputs.map(({ name }) => `<${name}`),
		].join(' ');
	});
}

/** Whether a run of it may hold what tells of a customer, in what it calls too. */
function tellsOfCustomers(template: Template): boolean {
	return (
		kindsIn(template).some((kind) => !TELLS_OF_NOBODY.some((known) => known.test(kind))) ||
		calledWorkflows(template as unknown as WorkflowJson).some((name) =>
			tellsOfCustomers(templateNamed(name)),
		)
	);
}

const [telling, others] = [true, false].map((tells) =>
	templates.filter((template) => tellsOfCustomers(template) === tells),
) as [Template[], Template[]];

it.each(telling.map((template) => [template.name, template] as const))(
	'W071: n8n keeps no run of %s, however it was started and however it ends',
	(_, { settings }) => {
		expect(settings).toMatchObject({
			saveDataErrorExecution: 'none',
			saveDataSuccessExecution: 'none',
			saveManualExecutions: false,
			saveExecutionProgress: false,
		});
	},
);

it('keeps failed runs of those that tell of nobody: there they can be looked at', () => {
	const kept = others.filter(({ settings }) => settings.saveDataErrorExecution === 'all');
	expect(kept.map(({ name }) => name)).toEqual(others.map(({ name }) => name));
	expect(kept.map(({ name }) => name)).toEqual([
		'Alerts',
		'Articles from WooCommerce to SnelStart',
		'Clean up tables',
		'Client settings',
		'Compare SKUs of WooCommerce with article codes',
		'Daily digest',
		'Probe',
		'Set up tables',
	]);
});
