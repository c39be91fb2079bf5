/** A credential that the command makes itself. */
export interface WantedCredential {
	/** `snelStart`, `dashboard`, a payment provider, or "shop " and the short name of the shop. */
	key: string;
	type: string;
	name: string;
	/** What may be read by everybody; from the file. */
	data: Record<string, unknown>;
	/** Field → environment variable that holds the secret. */
	secrets: Record<string, string>;
	/** Whether the key must be allowed to write in the shop: realtime makes webhooks there. */
	writes?: true;
	/** The fewest characters of each secret, where there is a limit. */
	shortest?: number;
}
