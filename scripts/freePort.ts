import { createServer } from 'node:net';

const HOST = '127.0.0.1';

/** Listens for a moment on a port of this machine (0: any free one) and tells which it was. */
function tryPort(port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, HOST, () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
		});
	});
}

/** A port of this machine that nobody uses at the moment. */
export function freePort(): Promise<number> {
	return tryPort(0);
}

/**
 * @throws Error with one sentence when a port is taken or may not be used
 * @param option the command-line option that chooses another port
 */
export async function requireFreePort(port: number, option: string): Promise<void> {
	await tryPort(port).catch((error: NodeJS.ErrnoException) => {
		const reason =
			error.code === 'EADDRINUSE' ? 'is already in use by another program' : 'cannot be used';
		throw new Error(`Port ${port} ${reason}; choose another one with ${option}.`);
	});
}
