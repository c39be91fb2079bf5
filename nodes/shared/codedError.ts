import { NodeApiError, NodeOperationError, UserError } from 'n8n-workflow';
import type { INode, JsonObject, NodeError } from 'n8n-workflow';

import { reason, told, toldOther, type Reason, type ToldCode } from '../../bookkeeping';

/** The register, for nodes that know nothing else of bookkeeping. */
export { reason, told, toldOther, type Reason, type ToldCode };

interface About {
	/** The input item it is about. */
	itemIndex?: number;
	/** HTTP status of the answer. */
	status?: number | undefined;
}

const textOf = (why: Reason | ToldCode): ToldCode => ('message' in why ? why : told(why));

/** Code and facts travel in the context, so that a workflow can act on them and tell them again. */
function withContext<E extends NodeError>(error: E, { code, facts }: ToldCode): E {
	error.context.code = code;
	error.context.facts = facts;
	return error;
}

/** The node error of what a service answered, or of a service that did not. */
export function serviceError(
	node: INode,
	why: Reason | ToldCode,
	{ itemIndex, status }: About = {},
): NodeApiError {
	const text = textOf(why);
	const { message, tip: description } = text;
	const response: JsonObject = { message };
	const error = new NodeApiError(node, response, {
		message,
		description,
		...(itemIndex !== undefined && { itemIndex }),
		...(status !== undefined && { httpCode: String(status) }),
	});
	return withContext(error, text);
}

/** The node error of what was entered. */
export function inputError(
	node: INode,
	why: Reason | ToldCode,
	{ itemIndex }: About = {},
): NodeOperationError {
	const text = textOf(why);
	const { message, tip: description } = text;
	const error = new NodeOperationError(node, message, {
		description,
		...(itemIndex !== undefined && { itemIndex }),
	});
	return withContext(error, text);
}

/** What an error of ours tells; the text of any other one, without a code. */
export function toldIn({ message, description, context }: NodeError): ToldCode {
	const { code, facts } = context as { code?: unknown; facts?: ToldCode['facts'] };
	return {
		code: typeof code === 'string' ? code : '',
		message,
		tip: description ?? '',
		facts: facts ?? {},
	};
}

/** What a credential throws before a request leaves; n8n hands it on with what it says besides. */
export function credentialError(why: Reason | ToldCode): UserError {
	const { code, message, tip, facts } = textOf(why);
	return new UserError(message, { description: tip, extra: { code, facts } });
}
