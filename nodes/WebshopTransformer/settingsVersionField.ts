import type { INodeProperties } from 'n8n-workflow';

/** Which version of the client settings decided, for what is recorded. */
export const settingsVersionField = (
	displayOptions: NonNullable<INodeProperties['displayOptions']>,
): INodeProperties => ({
	displayName: 'Settings Version',
	name: 'settingsVersion',
	type: 'number',
	default: 0,
	description: 'The version of the client settings that decided',
	displayOptions,
});
