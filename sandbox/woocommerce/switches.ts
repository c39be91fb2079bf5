import { isRecord } from '../http';

/** How the shop behaves, and how slow it is. */
export interface WooCommerceSwitches {
	/** How long every answer takes at least, in milliseconds. */
	latencyMs: number;
	/** How much longer a list takes for every hundred records asked for, in milliseconds. */
	pageLatencyMs: number;
	/** Statuses of plugins, such as wc-shipped. */
	customStatuses: readonly string[];
}

export const usualSwitches: WooCommerceSwitches = {
	latencyMs: 0,
	pageLatencyMs: 0,
	customStatuses: [],
};

/** The switches in a request; undefined when one is unknown or has another type. */
export function readSwitches(body: unknown): Partial<WooCommerceSwitches> | undefined {
	if (!isRecord(body)) return undefined;
	const fits = Object.entries(body).every(([name, value]) =>
		name === 'customStatuses'
			? Array.isArray(value) && value.every((status) => typeof status === 'string')
			: name in usualSwitches && typeof value === 'number' && value >= 0,
	);
	return fits ? body : undefined;
}
