import type { FaultKind } from '../../sandbox/faults';
import { shopChanges, type ShopChange } from './shopChanges';

/** Services at whose calls faults are put. */
export const faultyServices = ['snelStart', 'wooCommerce', 'jouwWeb'] as const;
export type FaultyService = (typeof faultyServices)[number];

/** A call that a run makes: which one of its shape, counted from 0. */
export interface Place {
	service: FaultyService;
	shape: string;
	skip: number;
}

/** A fault at a call, or what happens in the shop right after it. */
export interface Put extends Place {
	kind: FaultKind | ShopChange;
}

/** Lists of orders change while they are read. */
const isList = ({ service, shape }: Place): boolean =>
	service === 'wooCommerce' && shape === 'GET orders';

/** Of three placements two are single ones, as long as any of these is left. */
const SINGLE = 2 / 3;
/** A place that no call of these runs came to is one that only the first run had. */
const TRIES = 3;

/** How a fault is named in figures and files: `cut at snelStart GET relaties 2`. */
export const nameOf = ({ service, shape, skip, kind }: Put): string =>
	`${kind} at ${service} ${shape} ${skip + 1}`;

/** What is still to be put at the calls of the runs of one kind of trade. */
export interface FaultPlan {
	/** How many single placements of a step are left. */
	left(step: string): number;
	/** One fault at a call of this step that has not met it yet, or two anywhere in it. */
	next(step: string): Put[];
	/** A single one that no call came to is tried again, up to three times in all. */
	notMet(step: string, put: Put): void;
	/** How many single placements there are, those that were made earlier too. */
	singles: number;
}

/**
 * Every kind of fault at every call, and every change at every list of orders, in random order, between random pairs.
 *
 * @param places the calls of a run of each step
 * @param isDone whether a single placement was made in an earlier sitting
 */
export function planFaults(
	places: ReadonlyMap<string, readonly Place[]>,
	kinds: readonly FaultKind[],
	random: () => number,
	isDone: (step: string, put: Put) => boolean,
): FaultPlan {
	const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
	const kindsAt = (place: Place): ReadonlyArray<Put['kind']> =>
		isList(place) ? [...kinds, ...shopChanges] : kinds;
	const open = new Map<string, Put[]>();
	const tries = new Map<Put, number>();
	let singles = 0;
	for (const [step, calls] of places) {
		const all = calls.flatMap((place) => kindsAt(place).map((kind) => ({ ...place, kind })));
		singles += all.length;
		open.set(
			step,
			shuffled(
				all.filter((put) => !isDone(step, put)),
				random,
			),
		);
	}
	return {
		singles,
		left: (step) => open.get(step)?.length ?? 0,
		next(step) {
			const single = random() < SINGLE ? open.get(step)?.pop() : undefined;
			if (single) return [single];
			const calls = places.get(step) ?? [];
			if (calls.length === 0) return [];
			return [pick(calls), pick(calls)].map((place) => ({ ...place, kind: pick(kindsAt(place)) }));
		},
		notMet(step, put) {
			const tried = (tries.get(put) ?? 0) + 1;
			tries.set(put, tried);
			if (tried < TRIES) open.get(step)?.unshift(put);
		},
	};
}

function shuffled<T>(all: readonly T[], random: () => number): T[] {
	return all
		.map((one) => ({ one, at: random() }))
		.sort((a, b) => a.at - b.at)
		.map(({ one }) => one);
}
