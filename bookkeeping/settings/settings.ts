import { objectOf } from './kinds';
import { settingsFields } from './declared';
import type { z } from 'zod';

/** The form of a client's settings; `readSettings` also looks for contradictions. */
export const settingsSchema = objectOf(settingsFields);

export type Settings = z.output<typeof settingsSchema>;
/** Settings as a user or a JSON file gives them: what has a default may be left out. */
export type SettingsInput = z.input<typeof settingsSchema>;

export type ShopSettings = Settings['shops'][number];
export type VatMappingRow = Settings['vatMapping'][number];
export type RowAccounts = NonNullable<Settings['icp']>;
export type PaymentMethodSettings = Settings['paymentMethods'][number];
export type PayoutProviderSettings = Settings['payoutProviders'][number];
export type VatNumberCheckSettings = Settings['vatNumberCheck'];
export type ExchangeSettings = Settings['exchangeRates'];
export type SalesOrderSettings = Settings['salesOrders'];
