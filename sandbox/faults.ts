/**
 * What can be made to go wrong. "After commit" means the service did the work and only the answer
 * is lost: the case in which a blind retry books twice. After a timeout no answer comes at all, until
 * the client hangs up. "Late commit" means the gateway gave up while the service goes on: the work is
 * done after the answer. `cut` is the service's own answer after it did the work, status and all, with
 * a body that ends in the middle.
 */
export const faultKinds = [
	'401',
	'429',
	'500',
	'500-after-commit',
	'504',
	'504-after-commit',
	'504-late-commit',
	'reset-before-commit',
	'reset-after-commit',
	'timeout-before-commit',
	'timeout-after-commit',
	'html',
	'html-200',
	'cut',
	'slow',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
	kind: FaultKind;
	/** For how many answers; default 1. */
	times?: number;
	/** How many matching answers pass first; default 0. */
	skip?: number;
	/** Only for this shape, e.g. "POST verkoopboekingen"; default every call. */
	shape?: string;
	/**
	 * Waits before answering, in milliseconds; for `slow` default 1,000. For a late commit: how long
	 * after the answer the work is done, default 5,000.
	 */
	delayMs?: number;
	/** Seconds in the Retry-After header of a 429; default 1. */
	retryAfter?: number;
}

export interface Faults {
	add(...faults: Fault[]): void;
	clear(): void;
	/** What is still to come. */
	pending(): Fault[];
	/** Uses up and returns the first fault that fits this call. */
	take(shape: string): Fault | undefined;
}

export function createFaults(): Faults {
	let queue: Array<Fault & { times: number; skip: number }> = [];
	return {
		add(...faults) {
			queue.push(
				...faults.map((fault) => ({ ...fault, times: fault.times ?? 1, skip: fault.skip ?? 0 })),
			);
		},
		clear() {
			queue = [];
		},
		pending: () => queue.map((fault) => ({ ...fault })),
		take(shape) {
			const fault = queue.find((one) => one.shape === undefined || one.shape === shape);
			if (!fault) return undefined;
			if (fault.skip > 0) {
				fault.skip -= 1;
				return undefined;
			}
			fault.times -= 1;
			queue = queue.filter((one) => one.times > 0);
			return fault;
		},
	};
}

/** Reads what PUT /_sandbox/faults was sent; undefined when it is not a list of known faults. */
export function readFaults(value: unknown): Fault[] | undefined {
	const list: unknown[] = Array.isArray(value) ? value : [value];
	const known = (fault: unknown): fault is Fault =>
		typeof fault === 'object' &&
		fault !== null &&
		'kind' in fault &&
		faultKinds.some((kind) => kind === fault.kind);
	return list.every(known) ? list : undefined;
}
