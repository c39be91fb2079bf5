import type { Kind } from '../build/flow';
import type { Parameters } from '../build/json';

const core = (type: string, version: number, parameters: Parameters): Kind => ({
	type: `n8n-nodes-base.${type}`,
	version,
	parameters,
});
const own = (type: string, parameters: Parameters): Kind => ({
	type: `n8n-nodes-webshop-snelstart.${type}`,
	version: 1,
	parameters,
});

/** Begins when somebody presses the button. */
export const whenClicked = (): Kind => core('manualTrigger', 1, {});

/** Begins by the clock, in the time zone of the workflow. */
export const byTheClock = (interval: Parameters): Kind =>
	core('scheduleTrigger', 1.2, { rule: { interval: [interval] } });

export const everyNight = (hour: number, minute: number): Kind =>
	byTheClock({
		field: 'days',
		daysInterval: 1,
		triggerAtHour: hour,
		triggerAtMinute: minute,
	});

/** Stops the run as failed. */
export const stop = (errorMessage: string): Kind => core('stopAndError', 1, { errorMessage });

/** All items of several inputs, one input after the other. */
export const append = (numberInputs: number): Kind =>
	core('merge', 3.1, { mode: 'append', numberInputs });

/** Waits for both inputs and hands on the items of one (counted from 1). */
export const waitAndHandOn = (useDataOfInput: number): Kind =>
	core('merge', 3.1, { mode: 'chooseBranch', useDataOfInput });

/** An item for each element of a list. */
export const splitOut = (fieldToSplitOut: string): Kind =>
	core('splitOut', 1, { fieldToSplitOut, options: {} });

/** Of items with the same value, only the first. */
export const keepOnce = (field: string): Kind =>
	core('removeDuplicates', 2, {
		operation: 'removeDuplicateInputItems',
		compare: 'selectedFields',
		fieldsToCompare: field,
		options: {},
	});

export const atMost = (maxItems: number | string): Kind => core('limit', 1, { maxItems });

export const sortedBy = (fieldName: string, order: 'ascending' | 'descending'): Kind =>
	core('sort', 1, { sortFieldsUi: { sortField: [{ fieldName, order }] }, options: {} });

export const csvFile = (fileName: string): Kind =>
	core('convertToFile', 1.1, {
		operation: 'csv',
		binaryPropertyName: 'data',
		options: { fileName },
	});

/** A loop: the second output gives so many items at a time, the first comes when all are done. */
export const inBatches = (batchSize: number): Kind =>
	core('splitInBatches', 3, { batchSize, options: {} });

/** The first item as a file. */
export const jsonFile = (fileName: string): Kind =>
	core('convertToFile', 1.1, {
		operation: 'toJson',
		mode: 'each',
		binaryPropertyName: 'data',
		options: { fileName, format: true },
	});

export const httpRequest = (parameters: Parameters): Kind => core('httpRequest', 4.2, parameters);

export const sendMail = (parameters: Parameters): Kind => core('emailSend', 2.1, parameters);

/** The last page of a form; the message may hold HTML. */
export const answerOfForm = (page: { title: string; message: string; width: number }): Kind =>
	core('form', 2.5, {
		operation: 'completion',
		respondWith: 'text',
		completionTitle: page.title,
		completionMessage: page.message,
		// A browser that went away is not waited for.
		limitWaitTime: true,
		limitType: 'afterTimeInterval',
		resumeAmount: 10,
		resumeUnit: 'minutes',
		options: { customCss: styleOfForm(page.width) },
	});

const styleOfForm = (width: number): string =>
	[
		`:root { --container-width: ${width}px; }`,
		'.header p { padding-bottom: 12px; }',
		'table { border-collapse: collapse; margin: 0 auto 16px; width: 100%; font-size: 13px; }',
		'th, td { border-bottom: 1px solid #dbdfe7; padding: 6px 8px; text-align: left; }',
		'td:first-child { white-space: nowrap; }',
		'h4 { margin: 12px 0 6px; text-align: left; font-size: 14px; }',
	].join('\n');

/**
 * Gives the keys of many items some at a time, for a look-up or a write by `isAmong`.
 * @param onlyWithTheSame what all of one write have in common
 */
export const together = (value: string, onlyWithTheSame = ''): Kind =>
	own('webshopTransformer', {
		resource: 'orderTable',
		operation: 'lookUpTogether',
		value,
		onlyWithTheSame,
	});

/** Any other node of n8n itself. */
export const coreNode = core;

/** Any other node, by its full name. */
export const otherNode = (type: string, version: number, parameters: Parameters): Kind => ({
	type,
	version,
	parameters,
});

export const wooCommerce = (parameters: Parameters): Kind => own('wooCommerce', parameters);
export const jouwWeb = (parameters: Parameters): Kind => own('jouwWeb', parameters);
export const snelStart = (parameters: Parameters): Kind => own('snelStart', parameters);
export const transformer = (parameters: Parameters): Kind => own('webshopTransformer', parameters);
export const ownNode = own;
