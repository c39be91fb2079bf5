import { lightTexts } from '../bookkeeping';
import { commandText } from './commandTexts';
import { itemsFrom } from './executionData';
import type { ImportedWorkflow, WorkflowOptions } from './importWorkflows';
import { runOnce } from './runOnce';
import { reason, Trouble } from './trouble';

export const CHECK = 'Set-up check';
/** The node that puts out one item per light. */
export const LIGHTS = 'Lights';
/** The name of the shop's light, in the client's language. */
const { en, nl } = lightTexts.shop;
export const SHOP: readonly unknown[] = [en, nl];

/**
 * Runs the set-up check of every shop, so that a key that does not work is told before anything
 * starts by itself: a shop that refuses its key gives no webhooks and no orders, and no run is there
 * to say so.
 *
 * @param webhooks where n8n's webhooks answer
 * @throws Trouble when a shop does not give its orders
 */
export async function checkShops(
	workflows: readonly ImportedWorkflow[],
	webhooks: string,
	{ api, report, dryRun }: Pick<WorkflowOptions, 'api' | 'report' | 'dryRun'>,
): Promise<void> {
	for (const { wanted, stored } of workflows) {
		if (!wanted.key.startsWith(CHECK)) continue;
		report.add('run', 'workflow', stored.name, commandText('looksAtShop'));
		if (dryRun) continue;
		const lights = itemsFrom(await runOnce(api, stored, webhooks), LIGHTS);
		const shop = lights.find(({ check }) => SHOP.includes(check));
		if (shop?.ok === true) continue;
		const { name: workflow } = stored;
		throw new Trouble(
			shop
				? reason('SHOP_NOT_READ', { case: 'light', workflow, words: String(shop.found) })
				: reason('SHOP_NOT_READ', { case: 'noEnd', workflow }),
		);
	}
}
