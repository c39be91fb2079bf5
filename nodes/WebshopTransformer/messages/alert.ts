import {
	noteIn,
	reason,
	told,
	textOf as sayReason,
	type Language,
	type Note,
} from '../../../bookkeeping';
import { textOf, type Row } from './read';
import { texts } from './texts';

const inside = (row: Row, ...path: string[]): Row =>
	path.reduce<Row>((part, name) => (part[name] ?? {}) as Row, row);

/** How n8n refuses a row when its data tables hold what they may (n8n 2.41). */
const TABLES_FULL = /Data table size limit exceeded/;

/** A message to somebody: the subject is for mail. */
export interface Message {
	subject: string;
	text: string;
}

/** How the table of shop troubles names a workflow that fails at one of its nodes. */
export const FAILING = /^failed /;
const failingAt = (workflow: string, node: string) => `failed ${workflow} / ${node}`;

/** An alert, and the row by which it is told once. */
export interface Alert extends Message, Note {
	/** What has the trouble. */
	trouble: string;
}

/**
 * What is said of a run that failed: which workflow and which node, and where to look. Nothing of
 * the error itself: a shop's own words could name a customer. Only that n8n's data tables are full is
 * told, since then no next run goes on.
 *
 * @param failure the item of n8n's Error Trigger.
 */
export function alert(client: string, failure: Row, language: Language): Alert {
	const words = texts[language];
	const workflow = textOf(inside(failure, 'workflow'), 'name');
	const node =
		textOf(inside(failure, 'execution'), 'lastNodeExecuted') ||
		textOf(inside(failure, 'trigger', 'error', 'node'), 'name');
	const url = textOf(inside(failure, 'execution'), 'url');
	const subject = `${words.title}, ${client}: ${words.runFailed}`;
	const isFull = [inside(failure, 'execution'), inside(failure, 'trigger')].some((part) =>
		TABLES_FULL.test(JSON.stringify(inside(part, 'error'))),
	);
	const full = sayReason(reason('TABLES_FULL'), language);
	const named = { workflow: workflow || words.unknown, node: node || words.unknown };
	const text = [
		`${subject}.`,
		`Workflow: ${named.workflow}`,
		`Node: ${named.node}`,
		url ? `${words.lookAt}: ${url}` : words.notStarted,
		isFull ? `${full.message} ${full.tip}` : words.nothingLost,
		words.toldOnce,
	].join('\n');
	const trouble = failingAt(named.workflow, named.node);
	return { subject, text, trouble, ...noteIn({ ...told(reason('WORKFLOW_FAILS', named)) }) };
}
