import type { INodeProperties } from 'n8n-workflow';

/** The choice of a language; Dutch unless chosen otherwise, because shop owners read it. */
export const languageField = (
	description: string,
	displayOptions?: INodeProperties['displayOptions'],
): INodeProperties => ({
	displayName: 'Language',
	name: 'language',
	type: 'options',
	options: [
		{ name: 'Dutch', value: 'nl' },
		{ name: 'English', value: 'en' },
	],
	default: 'nl',
	description,
	...(displayOptions && { displayOptions }),
});
