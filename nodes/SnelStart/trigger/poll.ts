import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { SnelStartContext } from '../../shared/snelStart/transport';

/** What one look at SnelStart gives: the events since the state, and the state for the next look. */
export interface Polled<State> {
	events: IDataObject[];
	state: State;
}

/**
 * Looks for events. Without a state it only notes how things are: what happened before the workflow
 * was published is not an event. Throws before anything of the state is changed.
 *
 * @param now in SnelStart's zone
 */
export type Poll<State> = (
	this: SnelStartContext,
	state: State | undefined,
	now: DateTime,
) => Promise<Polled<State>>;

/** SnelStart's times have no zone; by appearance they are Dutch ones (SS-204). */
export const SNELSTART_ZONE = 'Europe/Amsterdam';

/** How far back each look goes again, for records whose change was not visible at once. */
export const OVERLAP_MS = 15 * 60_000;

/** A moment as SnelStart writes it, which sorts like text. */
export const written = (moment: DateTime): string => moment.toFormat("yyyy-MM-dd'T'HH:mm:ss");
