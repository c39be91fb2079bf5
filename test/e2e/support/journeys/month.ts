import { importClient } from '../../../../cli/importClient';
import type { Sandbox } from '../../../../sandbox/index';
import { guidFor } from '../../../../sandbox/snelstart/identity';
import type { DemoStage } from '../../../../scripts/demoStage';
import { noonOfThe15th } from '../../../support/months';

/** Orders that somebody has to look at, and that the journeys do not tell of: they are of today. */
const OF_TODAY = { wooCommerce: [41], jouwWeb: [440010, 440013, 440014] };

/** Every order was placed last month; OSS is switched on in SnelStart. */
export function giveLastMonth({ wooCommerce, jouwWeb, snelStart }: Sandbox): void {
	const middle = noonOfThe15th(new Date(), 1);
	const now = new Date().toISOString().slice(0, 19);
	for (const order of [...wooCommerce.orders]) {
		const moment = OF_TODAY.wooCommerce.includes(Number(order.id)) ? now : middle;
		wooCommerce.putOrder({ ...order, date_created: moment, date_created_gmt: moment });
	}
	for (const order of [...jouwWeb.orders]) {
		const moment = OF_TODAY.jouwWeb.includes(Number(order.id)) ? now : middle;
		jouwWeb.putOrder({ ...order, createdAt: `${moment}+00:00` });
	}
	snelStart.switches.foreignVat = true;
}

/** Imports the client again with other settings, and publishes what runs by itself. */
async function withSettings(
	stage: DemoStage,
	change: (settings: DemoStage['request']['file']['settings']) => object,
): Promise<DemoStage> {
	const { file } = stage.request;
	const settings = { ...file.settings, ...change(file.settings) };
	const request = { ...stage.request, file: { ...file, settings } };
	return { ...stage, request, ids: await importClient(request) };
}

/** The client as it begins: orders wait until somebody approves them. */
export const approvingFirst = async (stage: DemoStage): Promise<DemoStage> =>
	await withSettings(stage, ({ shops }) => ({
		shops: shops.map((shop) => ({ ...shop, approveFirst: true })),
	}));

/** The client after its first days: nobody approves any more, and German VAT has its rows. */
export const withGermanVat = async (stage: DemoStage): Promise<DemoStage> =>
	await withSettings(stage, ({ shops, vatMapping }) => ({
		shops: shops.map((shop) => ({ ...shop, approveFirst: false })),
		vatMapping: [...vatMapping, ossRow(19, 8180), ossRow(7, 8181)],
	}));

function ossRow(percentage: number, account: number): object {
	const id = guidFor('grootboek', String(account));
	return {
		...{ country: 'DE', percentage, vatKind: 'oss', productsAccountId: id },
		...{ shippingAccountId: id, discountAccountId: id, feesAccountId: id },
	};
}

/** The shop rounds a line of an order of last month another way, after it was booked. */
export function differByACent({ wooCommerce }: Sandbox): void {
	const order = structuredClone(wooCommerce.orders.find(({ id }) => id === 29)!);
	const [line] = (order as unknown as { line_items: Array<Record<string, unknown>> }).line_items;
	const [rate] = (order as unknown as { tax_lines: Array<Record<string, unknown>> }).tax_lines;
	const vat = '2.25';
	const taxes = [{ id: rate!.rate_id, total: vat, subtotal: vat }];
	const lineItems = [{ ...line, total: '10.71', subtotal: '10.71', total_tax: vat, taxes }];
	const changed = { line_items: lineItems, tax_lines: [{ ...rate, tax_total: vat }] };
	wooCommerce.putOrder({ ...order, ...changed, total: '12.96', total_tax: vat } as typeof order);
}
