import type { IDataObject } from 'n8n-workflow';

import { simplifyField } from '../blocks/fields';
import type { Resource } from '../../shared/kit/resource';
import { readList, readPlace } from '../transport';

/** What decides how the shop calculates: read once when a shop is set up. */
export const settings: Resource = {
	name: 'Shop Settings',
	start: 'get',
	operations: {
		get: {
			name: 'Get',
			action: 'Get the settings of the shop',
			description: 'Read currency, time zone, prices with VAT, rounding and how orders are stored',
			fields: [simplifyField],
			async execute(itemIndex) {
				const [general, tax, status] = await Promise.all([
					readList.call(this, { path: '/settings/general', what: 'setting' }),
					readList.call(this, { path: '/settings/tax', what: 'setting' }),
					readPlace.call(this, { path: '/system_status', what: 'system status' }),
				]);
				if (!(this.getNodeParameter('simplify', itemIndex) as boolean)) {
					return [{ general, tax, systemStatus: status }];
				}
				const valueOf = (id: string): unknown =>
					[...general, ...tax].find((setting) => setting.id === id)?.value ?? null;
				const environment = (status.environment ?? {}) as IDataObject;
				const { HPOS_enabled: tables } = (status.settings ?? {}) as IDataObject;
				return [
					{
						wooCommerce: environment.version ?? null,
						wordPress: environment.wp_version ?? null,
						siteAddress: environment.home_url ?? null,
						country: valueOf('woocommerce_default_country'),
						currency: valueOf('woocommerce_currency'),
						decimals: valueOf('woocommerce_price_num_decimals'),
						pricesIncludeVat: valueOf('woocommerce_prices_include_tax') === 'yes',
						vatBasedOn: valueOf('woocommerce_tax_based_on'),
						roundsAtSubtotal: valueOf('woocommerce_tax_round_at_subtotal') === 'yes',
						ordersInOwnTables: tables ?? null,
					} as IDataObject,
				];
			},
		},
	},
};
