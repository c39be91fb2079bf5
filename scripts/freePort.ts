import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

const HOST = '127.0.0.1';
/**
 * Below what a system gives to whoever asks for any port (Linux from 32768, others from 49152): n8n
 * takes its port half a minute after it was told which, and nobody may be given it meanwhile.
 */
const [LOWEST, HIGHEST] = [12_000, 32_768];
const TRIES = 100;

/** Listens for a moment on a port of this machine (0: any) and tells which it was. */
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

/**
 * A port of this machine that nobody uses at the moment, and that is given to nobody who asks for
 * any.
 */
export async function freePort(): Promise<number> {
	for (let tries = 1; tries < TRIES; tries += 1) {
		const port = await tryPort(randomInt(LOWEST, HIGHEST)).catch(() => undefined);
		if (port !== undefined) return port;
	}
	return await tryPort(0);
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
