import type { Sandbox } from '../../sandbox/index';

const DAY_MS = 86_400_000;
const dayBefore = (days: number): string =>
	new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

/** A day of last month, the same for the same place in a list. */
function lastMonth(index: number): string {
	const now = new Date();
	const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1 + (index % 28), 12));
	return day.toISOString().slice(0, 19);
}

/**
 * Gives the shops a past, so that pictures show what a user sees: the recorded orders in last month,
 * ordinary ones of the last weeks, and the year that the pictures of the migration bring over.
 */
export function liveForAWhile({ wooCommerce, jouwWeb }: Sandbox): void {
	for (const [index, order] of [...wooCommerce.orders].entries()) {
		const moment = lastMonth(index);
		const dated = { date_created: moment, date_created_gmt: moment };
		wooCommerce.putOrder({ ...structuredClone(order), ...dated });
	}
	for (const [index, order] of [...jouwWeb.orders].entries()) {
		jouwWeb.putOrder({ ...order, createdAt: `${lastMonth(index)}+00:00` });
	}
	const ordinary = { seed: 7, count: 60, from: dayBefore(40), days: 40, abroad: 0 };
	wooCommerce.seedOrders({ ...ordinary, firstId: 3_001 });
	const past = { seed: 2025, count: 120, from: '2025-01-01', days: 365, refunds: 4, abroad: 8 };
	wooCommerce.seedOrders({ ...past, firstId: 5_001 });
}
