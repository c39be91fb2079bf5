import type { SettingsInput } from '../../bookkeeping';

/**
 * The settings as a client starts over with them (J065, "Remove VAT settings"): without the link
 * between VAT rates and SnelStart, all else as it is. They are no valid settings, so that nothing is
 * booked by half of them: every workflow that reads them says what is missing.
 */
export function withoutVatSettings(settings: SettingsInput): SettingsInput {
	return {
		...settings,
		vatMapping: [],
		icp: undefined,
		international: undefined,
		margin: undefined,
		reverseCharge: undefined,
		productAccounts: [],
		salesOrders: { ...settings.salesOrders, revenueGroups: [] },
	};
}
