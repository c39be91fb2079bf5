import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as ask } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A web server with TLS in front of a stand-in that speaks plain HTTP, as shops have one. */
export interface TlsFront {
	url: string;
	/** The certificate, for NODE_EXTRA_CA_CERTS of whoever is to trust it. */
	certificateFile: string;
	stop(): Promise<void>;
}

/** @throws Error when openssl is not there to make the certificate */
function makeCertificate(folder: string): { key: Buffer; cert: Buffer } {
	const [keyFile, certFile] = ['key.pem', 'cert.pem'].map((name) => path.join(folder, name));
	const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1'];
	const named = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
	execFileSync('openssl', [...made, ...named, '-keyout', keyFile!, '-out', certFile!], {
		stdio: 'ignore',
	});
	return { key: readFileSync(keyFile!), cert: readFileSync(certFile!) };
}

/** The shop's own address in what it answers becomes that of the front, as WordPress' home URL would be. */
export async function startTlsFront(origin: string): Promise<TlsFront> {
	const folder = mkdtempSync(path.join(tmpdir(), 'webshop-snelstart-tls-'));
	let url = '';
	const server = createServer(makeCertificate(folder), (incoming, outgoing) => {
		const headers = { ...incoming.headers, 'x-forwarded-proto': 'https' };
		const onward = ask(origin + incoming.url!, { method: incoming.method, headers }, (answer) => {
			const { link } = answer.headers;
			const known = origin.replace('http:', 'https:');
			const changed = link && { link: String(link).replaceAll(known, url) };
			outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...changed });
			answer.pipe(outgoing);
		});
		onward.on('error', () => outgoing.destroy());
		incoming.pipe(onward);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		url,
		certificateFile: path.join(folder, 'cert.pem'),
		stop: () =>
			new Promise((resolve) => {
				server.close(() => {
					rmSync(folder, { recursive: true, force: true });
					resolve();
				});
				server.closeAllConnections();
			}),
	};
}
