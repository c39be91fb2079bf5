import { isRecord } from '../http';

/** How the shop behaves, and how slow it is. */
export interface WooCommerceSwitches {
	/** How long every answer takes at least, in milliseconds. */
	latencyMs: number;
	/** How much longer a list takes for every hundred records asked for, in milliseconds. */
	pageLatencyMs: number;
	/** Statuses of plugins, such as wc-shipped. */
	customStatuses: readonly string[];
	/** The most rows a page ever has: some hosts and plugins give fewer than asked for, without a word. */
	largestPage: number;
	/** Whether lists say how many rows there are; some proxies take the headers out. */
	saysTotals: boolean;
	/** Orders whose refunds the shop fails to give: a plugin breaks on them. */
	brokenRefundsOf: readonly number[];
	/** Whether the user of the key may see customers: an editor may not. */
	customersSeen: boolean;
	/** Whom the plugin for PDF invoices shows one: who is signed in, its default, or who has the key of the order. */
	invoicesFor: string;
}

export const usualSwitches: WooCommerceSwitches = {
	latencyMs: 0,
	pageLatencyMs: 0,
	customStatuses: [],
	largestPage: 100,
	saysTotals: true,
	brokenRefundsOf: [],
	customersSeen: true,
	invoicesFor: 'signedIn',
};

/** The switches in a request; undefined when one is unknown or has another type. */
export function readSwitches(body: unknown): Partial<WooCommerceSwitches> | undefined {
	if (!isRecord(body)) return undefined;
	const fits = Object.entries(body).every(([name, value]) => {
		const usual: unknown = (usualSwitches as unknown as Record<string, unknown>)[name];
		if (!Array.isArray(usual)) {
			return typeof value === typeof usual && (typeof value !== 'number' || value >= 0);
		}
		const inner = name === 'brokenRefundsOf' ? 'number' : 'string';
		return Array.isArray(value) && value.every((one) => typeof one === inner);
	});
	return fits ? body : undefined;
}
