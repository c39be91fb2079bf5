import type { SeedOptions as JouwWebSeed } from './jouwweb/seed';
import { startJouwWeb, type JouwWebSandbox } from './jouwweb/server';
import { startKlarna, type KlarnaSandbox } from './payments/klarna';
import { startMollie, type MollieSandbox } from './payments/mollie';
import { startPayPal, type PayPalSandbox } from './payments/payPal';
import { startStripe, type StripeSandbox } from './payments/stripe';
import { startSnelStart, type SnelStartSandbox } from './snelstart/server';
import { startVies, type ViesSandbox } from './vies/server';
import {
	startWooCommerce,
	type WooCommerceSandbox,
	type WooCommerceStart,
} from './woocommerce/server';

export interface SandboxOptions {
	/** Port 0 or none takes a free one. */
	ports?: Partial<Record<ServiceName, number>>;
	/** Orders that the shops have from the start, and how they behave. */
	wooCommerce?: WooCommerceStart;
	jouwWeb?: { seed?: JouwWebSeed };
	/** The clock of all services; default the machine's. */
	now?: () => Date;
}

/** In the order of their ports, where a first one is given. */
export const serviceNames = [
	...(['snelStart', 'wooCommerce', 'jouwWeb', 'vies'] as const),
	...(['mollie', 'stripe', 'payPal', 'klarna'] as const),
] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Each service on a port of its own, from this one on. */
export const portsFrom = (first: number): Record<ServiceName, number> =>
	Object.fromEntries(serviceNames.map((name, index) => [name, first + index])) as Record<
		ServiceName,
		number
	>;

export interface Sandbox {
	snelStart: SnelStartSandbox;
	wooCommerce: WooCommerceSandbox;
	jouwWeb: JouwWebSandbox;
	vies: ViesSandbox;
	mollie: MollieSandbox;
	stripe: StripeSandbox;
	payPal: PayPalSandbox;
	klarna: KlarnaSandbox;
	stop(): Promise<void>;
}

/** Starts stand-ins of SnelStart, both shops, VIES and the payment providers on 127.0.0.1, each on a port of its own. */
export async function startSandbox({
	ports,
	wooCommerce: wooCommerceStart,
	jouwWeb: jouwWebStart,
	now = () => new Date(),
}: SandboxOptions = {}): Promise<Sandbox> {
	const services = {
		snelStart: await startSnelStart(ports?.snelStart ?? 0, now),
		wooCommerce: await startWooCommerce(ports?.wooCommerce ?? 0, now, wooCommerceStart),
		jouwWeb: await startJouwWeb(ports?.jouwWeb ?? 0, now, jouwWebStart),
		vies: await startVies(ports?.vies ?? 0, now),
		mollie: await startMollie(ports?.mollie ?? 0, now),
		stripe: await startStripe(ports?.stripe ?? 0, now),
		payPal: await startPayPal(ports?.payPal ?? 0, now),
		klarna: await startKlarna(ports?.klarna ?? 0, now),
	};
	return {
		...services,
		stop: async () => {
			await Promise.all(serviceNames.map((name) => services[name].stop()));
		},
	};
}
