import { NodeApiError } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

/** One line of a set-up check: green or red, what was found, and what to do when it is red. */
export interface Check extends IDataObject {
	check: string;
	ok: boolean;
	found: string;
	tip: string;
}

export const green = (check: string, found: string, tip = ''): Check => ({
	check,
	ok: true,
	found,
	tip,
});

export const red = (check: string, found: string, tip: string): Check => ({
	check,
	ok: false,
	found,
	tip,
});

/** Runs a check; what SnelStart or the network refuses becomes a red line instead of an error. */
export async function checking(
	name: string,
	work: () => Promise<Check | Check[]>,
): Promise<Check[]> {
	try {
		const result = await work();
		return Array.isArray(result) ? result : [result];
	} catch (cause) {
		const tip = cause instanceof NodeApiError ? (cause.description ?? '') : '';
		return [red(name, cause instanceof Error ? cause.message : String(cause), tip)];
	}
}
