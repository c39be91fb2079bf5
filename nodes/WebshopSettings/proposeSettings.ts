import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { DateTime } from 'luxon';

import {
	parametersFromSettings,
	proposeSettings,
	resolvePicks,
	seenOrders,
	usualPaidStatuses,
	type AdministrationFacts,
	type SettingsInput,
} from '../../bookkeeping';
import {
	company,
	costCentres,
	journals,
	ledgerAccounts,
	ossRates,
	vatRates,
} from '../shared/snelStart/referenceData';
import { SETTINGS_NODE } from './settingsNode';

/**
 * Proposes settings from raw orders of the first shop of the panel and the administration; makes and
 * saves nothing. The proposal comes as settings, and as a node to be pasted on the canvas.
 *
 * @throws NodeApiError when SnelStart does not answer
 */
export async function proposeFromOrders(
	this: IExecuteFunctions,
	{ client, shops: [shop], lineLanguage = 'nl' }: SettingsInput,
	orders: readonly unknown[],
): Promise<IDataObject> {
	const { name, vatNumber, foreignVatEnabled, foreignVatLedgerAccountId } =
		await company.call(this);
	const facts: AdministrationFacts = {
		name,
		foreignVatAccountId: foreignVatEnabled ? foreignVatLedgerAccountId : '',
		accounts: await ledgerAccounts.call(this),
		vatRates: await vatRates.call(this),
		...(foreignVatEnabled && { ossRates: await ossRates.call(this) }),
		journals: await journals.call(this),
		costCentres: await costCentres.call(this),
		salesOrderTemplates: [],
		relationIds: [],
	};
	const { shop: shopName = 'woocommerce', kind = 'wooCommerce' } = shop ?? {};
	const { country = 'NL', zone = 'Europe/Amsterdam' } = shop ?? {};
	const seen = seenOrders(kind, orders, { country, zone, paidStatuses: usualPaidStatuses });
	const proposed = (mayMake: boolean) =>
		proposeSettings({
			...{ client, seen, facts, mayMake, language: lineLanguage, ownVatNumber: vatNumber },
			shop: { shop: shopName, kind, country, zone },
			today: DateTime.now().setZone('Europe/Amsterdam').toFormat('yyyy-MM-dd'),
		});
	const { settings, reasons, questions } = proposed(false);
	const { settings: withIds } = resolvePicks(settings, {
		ledgerAccounts: facts.accounts,
		journals: facts.journals,
		costCentres: facts.costCentres,
	});
	const node = this.getNode();
	return {
		// No client, and not under the name by which settings are saved: it is looked at first.
		proposal: withIds as unknown as IDataObject,
		reasons,
		questions,
		// What would serve better, and the function each has to have in SnelStart.
		accountsToMake: proposed(true).toMake as unknown as IDataObject[],
		pasteOnCanvas: {
			nodes: [
				{
					...{
						name: SETTINGS_NODE,
						type: node.type,
						typeVersion: node.typeVersion,
						position: [0, 0],
					},
					parameters: parametersFromSettings(withIds) as IDataObject,
				},
			],
			connections: {},
		},
	};
}
