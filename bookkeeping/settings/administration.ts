import { z } from 'zod';

import { vatKinds } from '../trade/vatKinds';

export const administrationSchema = z.object({
	name: z.string(),
	accounts: z.array(
		z.object({
			id: z.string(),
			number: z.number(),
			name: z.string(),
			vatKinds: z.array(z.enum(vatKinds)),
		}),
	),
	/** Names of the journals, cost centres, templates and revenue groups that the settings name, by id. */
	named: z.record(z.string(), z.string()).optional(),
	/** Where OSS VAT is booked; only when the administration has OSS switched on. */
	foreignVatAccountId: z.string().optional(),
	vatRates: z.array(
		z.object({
			vatKind: z.enum(vatKinds),
			percentage: z.number(),
			validFrom: z.string(),
			validTo: z.string(),
		}),
	),
});
/** What the settings need of the client's SnelStart administration, copied when they were checked. */
export type Administration = z.infer<typeof administrationSchema>;
