import {
	noteIn,
	outlineOf,
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

/** n8n names the run, which it may not keep. */
const workflowOf = (url: string): string => url.replace(/\/executions\/[^/]*$/, '');

/** Why it failed, as far as that names nobody: a code of the register without its facts, or a status. */
function whyOf(errors: Row[], language: Language): string[] {
	for (const error of errors) {
		const { code, facts } = inside(error, 'context');
		const said = typeof code === 'string' && outlineOf(code, facts, language);
		if (said) {
			return [
				`${texts[language].why}: ${[`${code}.`, said.message, said.tip].filter(Boolean).join(' ')}`,
			];
		}
		const status = textOf(error, 'httpCode');
		if (/^\d{3}$/.test(status)) return [`${texts[language].why}: HTTP ${status}`];
	}
	return [];
}

/**
 * What is said of a run that failed: which workflow and which node, why by its code, and where to
 * look. Nothing of the error's own words: those of a shop could name a customer. That n8n's data
 * tables are full is told, since then no next run goes on.
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
	const errors = ['execution', 'trigger'].map((part) => inside(failure, part, 'error'));
	const isFull = errors.some((error) => TABLES_FULL.test(JSON.stringify(error)));
	const full = sayReason(reason('TABLES_FULL'), language);
	const named = { workflow: workflow || words.unknown, node: node || words.unknown };
	const text = [
		`${subject}.`,
		`Workflow: ${named.workflow}`,
		`Node: ${named.node}`,
		...whyOf(errors, language),
		...(url ? [`${words.openIt}: ${workflowOf(url)}`, words.runByHand] : [words.notStarted]),
		isFull ? `${full.message} ${full.tip}` : words.nothingLost,
		words.toldOnce,
	].join('\n');
	const trouble = failingAt(named.workflow, named.node);
	return { subject, text, trouble, ...noteIn({ ...told(reason('WORKFLOW_FAILS', named)) }) };
}
