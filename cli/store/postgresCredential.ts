import type { ClientFile } from '../clientFile';
import type { WantedCredential } from '../wantedCredential';

export const POSTGRES_TYPE = 'postgres';

/** How many connections one n8n process opens for a client at most. */
const CONNECTIONS = 10;

/** n8n's own credential for the PostgreSQL that the file names. */
export function forPostgres({ settings, postgres }: ClientFile): WantedCredential[] {
	if (!postgres || postgres.credential) return [];
	const { host = '', port = 5432, database = '', user = '', ssl = 'disable' } = postgres;
	return [
		{
			key: POSTGRES_TYPE,
			type: POSTGRES_TYPE,
			name: `${settings.client}: PostgreSQL`,
			data: {
				...{ host, port, database, user, ssl },
				maxConnections: CONNECTIONS,
				allowUnauthorizedCerts: false,
				sshTunnel: false,
			},
			secrets: { password: 'POSTGRES_PASSWORD' },
		},
	];
}
