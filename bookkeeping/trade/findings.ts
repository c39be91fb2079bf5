import { faultOf } from '../codes/fault';
import { reason, textOf, type Code, type FactsArgument, type Reason } from '../codes/register';

/**
 * Why an order cannot go on by itself. Thrown by the rules, caught once by the transformer. Its
 * facts are references and amounts, never personal data (W071).
 */
export class Finding<C extends Code = Code> extends Error {
	readonly reason: Reason;

	constructor(why: Reason);
	constructor(code: C, ...facts: FactsArgument<C>);
	constructor(code: C | Reason, ...facts: FactsArgument<C>) {
		const why = typeof code === 'string' ? reason(code, ...facts) : code;
		super(textOf(why).message);
		this.name = 'Finding';
		this.reason = why;
	}

	get code(): Code {
		return this.reason.code;
	}
}

/** Why something that was thrown stopped an item: what a rule found, or a fault of the program. */
export function reasonOf(error: unknown): Reason {
	return error instanceof Finding ? error.reason : reason('CONTENT_UNREADABLE', faultOf(error));
}
