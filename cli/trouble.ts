/** Every reason why the command stops, with what to do about it. */
const tips = {
	USAGE: 'Run it with --help to see how it is used.',
	FILE_UNREADABLE: 'Give the path of a JSON file, made with "export" or after docs/import.md.',
	FILE_INVALID:
		'Correct the named fields. With "$schema" in the file, an editor shows them while you type.',
	SECRET_MISSING:
		'Set the environment variable, or run the command in a terminal: it then asks for it.',
	SECRET_TOO_SHORT: 'Choose a longer one; a password manager makes and keeps it.',
	CREDENTIAL_MISSING: 'Make it in n8n under Credentials, with exactly this name.',
	N8N_UNREACHABLE: 'Check the address given with --n8n, and whether n8n runs there.',
	NOT_N8N:
		'Give the address of the editor, without /api or /home, and check that the public API is not switched off there (N8N_PUBLIC_API_DISABLED).',
	N8N_KEY_REFUSED: 'Make a new key in n8n under Settings, n8n API.',
	N8N_KEY_RIGHTS:
		'Make a key in n8n under Settings, n8n API, with all scopes for workflows, credentials, tags, executions and data tables.',
	N8N_REDIRECTS:
		'Nothing was sent there. Check that the address named is your n8n (mind https and www) before you use it.',
	KEY_OVER_HTTP: 'Put n8n behind https: docs.n8n.io tells how.',
	N8N_TOO_OLD: 'Update n8n: the templates are tested with 2.41.1.',
	PACKAGE_MISSING:
		'Install it in n8n under Settings, Community nodes, or in the nodes folder of n8n, and start n8n again.',
	N8N_REFUSED: 'Read what n8n says; nothing after it was done. Running the command again is safe.',
	WEBHOOK_UNREACHABLE:
		"The settings are saved by a workflow that is started over n8n's webhook address. Give that address with --webhooks, for example https://n8n.example.com/webhook.",
	SETTINGS_REFUSED: 'Correct the settings in the file and run the command again.',
	SHOP_NOT_READ:
		'Nothing was switched on. Correct the address of the shop in the file or its key, and run the command again with --renew-secrets.',
	CLIENT_UNKNOWN: 'Check the name; it is the one that stands in the settings under "client".',
} as const;

export type TroubleCode = keyof typeof tips;

/** Why the command stopped: a code for programs, a sentence and a tip for people. */
export class Trouble extends Error {
	readonly tip: string;

	/** @param status the HTTP status of n8n's answer, where there was one */
	constructor(
		readonly code: TroubleCode,
		message: string,
		readonly status?: number,
	) {
		super(message);
		this.tip = tips[code];
	}
}
