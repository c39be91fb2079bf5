import { textOf, type Row } from './read';

const inside = (row: Row, ...path: string[]): Row =>
	path.reduce<Row>((part, name) => (part[name] ?? {}) as Row, row);

/**
 * What is said of a run that failed: which workflow and which node, and where to look. Nothing of
 * the error itself: a shop's own words could name a customer.
 *
 * @param failure the item of n8n's Error Trigger.
 */
export function alert(client: string, failure: Row): string {
	const workflow = textOf(inside(failure, 'workflow'), 'name');
	const node =
		textOf(inside(failure, 'execution'), 'lastNodeExecuted') ||
		textOf(inside(failure, 'trigger', 'error', 'node'), 'name');
	const url = textOf(inside(failure, 'execution'), 'url');
	return [
		`Webshop orders in SnelStart, ${client}: a run failed.`,
		`Workflow: ${workflow || 'unknown'}`,
		`Node: ${node || 'unknown'}`,
		url ? `Look at it: ${url}` : 'It did not start, so there is no run to look at.',
		'Nothing is lost: the next run goes on where this one stopped.',
	].join('\n');
}
