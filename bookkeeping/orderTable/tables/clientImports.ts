import { flag, owner, text, type DataTable } from './column';

export const clientImports = {
	meaning: 'What the [import command](import.md) made for each client',
	madeBy: 'import command',
	personalData: 'never',
	columns: {
		client: owner.client,
		kind: text('`credential`, `workflow`, `settings` or `file`'),
		key: text('Its name in the client file'),
		n8nId: text('Its id in n8n'),
		sent: text(
			'A hash of what was sent; of a `file` what it says beside the settings, for `export`',
		),
		stored: text('A hash of what n8n made of it: differs when somebody changed it in n8n'),
		activated: flag('It was switched on once; what somebody switched off later stays off'),
	},
} as const satisfies DataTable;
