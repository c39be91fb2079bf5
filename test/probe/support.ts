import { startSnelStart, type SnelStartSandbox } from '../../sandbox/snelstart/server';
import { runProbe, type ProbeOptions, type Report, type Send } from '../../probe';
import { guidFor } from '../../sandbox/snelstart/identity';
import { openSnelStart, requestToken } from '../sandbox/client';

/** A stand-in whose clock moves only when somebody waits. */
export async function startTrial(): Promise<{
	snelStart: SnelStartSandbox;
	/** Runs the probe with fresh books and these switches. */
	probe: (switches: Record<string, unknown>, options?: Partial<ProbeOptions>) => Promise<Report>;
	/** Runs it on the books as they are. */
	again: (options?: Partial<ProbeOptions>) => Promise<Report>;
	sender: () => Promise<Send>;
	waited: () => number;
}> {
	let moment = Date.parse('2026-11-20T12:00:00Z');
	let waited = 0;
	const now = () => new Date(moment);
	const snelStart = await startSnelStart(0, now);
	const sender = async (): Promise<Send> => {
		const token = (await requestToken(snelStart)).json.access_token as string;
		return sendWith(snelStart, token);
	};
	const again = async (options?: Partial<ProbeOptions>): Promise<Report> => {
		waited = 0;
		moment += 1_000;
		return await runProbe({
			send: await sender(),
			now,
			wait: async (milliseconds) => {
				waited += milliseconds;
				moment += milliseconds;
			},
			...options,
		});
	};
	return {
		snelStart,
		sender,
		again,
		waited: () => waited,
		probe: async (switches, options) => {
			snelStart.reset();
			Object.assign(snelStart.switches, switches);
			return await again(options);
		},
	};
}

/** An entry that the probe did not make. */
export async function bookRealEntry(snelStart: SnelStartSandbox): Promise<void> {
	const { send } = await openSnelStart(snelStart);
	await send('POST', '/verkoopboekingen', {
		factuurnummer: '2026-0001',
		klant: { id: guidFor('relatie', 1000) },
		factuurdatum: '2026-11-14',
		factuurbedrag: 121,
		boekingsregels: [
			{ grootboek: { id: guidFor('grootboek', 8000) }, bedrag: 100, btwSoort: 'Hoog' },
		],
		btw: [{ btwSoort: 'VerkopenHoog', btwBedrag: 21 }],
	});
}

export const sendWith =
	({ baseUrl, subscriptionKey }: SnelStartSandbox, token: string): Send =>
	async ({ method, path, query, body }) => {
		const pairs = Object.entries(query ?? {}).map(
			([name, value]) => `${name}=${encodeURIComponent(value)}`,
		);
		const search = pairs.length > 0 ? `?${pairs.join('&')}` : '';
		const response = await fetch(`${baseUrl}${path}${search}`, {
			method,
			headers: {
				Authorization: `Bearer ${token}`,
				'Ocp-Apim-Subscription-Key': subscriptionKey,
				'Content-Type': 'application/json',
			},
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		const text = await response.text();
		let parsed: unknown = text;
		try {
			parsed = JSON.parse(text);
		} catch {
			// A text, such as XML.
		}
		return { status: response.status, headers: Object.fromEntries(response.headers), body: parsed };
	};
