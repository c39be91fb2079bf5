import { startJouwWeb, type JouwWebSandbox } from './jouwweb/server';
import { startSnelStart, type SnelStartSandbox } from './snelstart/server';
import { startVies, type ViesSandbox } from './vies/server';
import { startWooCommerce, type WooCommerceSandbox } from './woocommerce/server';

export interface SandboxOptions {
	/** Port 0 or none takes a free one. */
	ports?: { snelStart?: number; wooCommerce?: number; jouwWeb?: number; vies?: number };
	/** The clock of all services; default the machine's. */
	now?: () => Date;
}

export interface Sandbox {
	snelStart: SnelStartSandbox;
	wooCommerce: WooCommerceSandbox;
	jouwWeb: JouwWebSandbox;
	vies: ViesSandbox;
	stop(): Promise<void>;
}

/** Starts stand-ins of SnelStart, both shops and VIES on 127.0.0.1, each on a port of its own. */
export async function startSandbox({
	ports,
	now = () => new Date(),
}: SandboxOptions = {}): Promise<Sandbox> {
	const snelStart = await startSnelStart(ports?.snelStart ?? 0, now);
	const wooCommerce = await startWooCommerce(ports?.wooCommerce ?? 0, now);
	const jouwWeb = await startJouwWeb(ports?.jouwWeb ?? 0, now);
	const vies = await startVies(ports?.vies ?? 0, now);
	return {
		snelStart,
		wooCommerce,
		jouwWeb,
		vies,
		stop: async () => {
			await Promise.all([snelStart, wooCommerce, jouwWeb, vies].map((service) => service.stop()));
		},
	};
}
