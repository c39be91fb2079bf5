import type { Code, reason } from '../../bookkeeping';
import type { Kind } from '../build/flow';
import { failure } from '../build/note';
import { stop } from './basics';

/** Stops the run as failed, with a code, its text and what to do; facts may be expressions. */
export const refuse = <C extends Code>(...why: Parameters<typeof reason<C>>): Kind =>
	stop(failure(...why));
