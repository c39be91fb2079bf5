/** A workflow that others call, and what it asks for. */
export interface Contract<Names extends string = string> {
	workflow: string;
	inputs: Record<Names, 'string' | 'number' | 'object'>;
}

const contract = <Names extends string>(
	workflow: string,
	inputs: Contract<Names>['inputs'],
): Contract<Names> => ({ workflow, inputs });

export const bookAndRecord = contract('Book and record', {
	kind: 'string',
	settingsVersion: 'number',
	salesEntryId: 'string',
	item: 'object',
});

export const dailyPaymentMatchingJouwWeb = contract('Daily payment matching JouwWeb', {
	client: 'string',
});

export const dailyPaymentMatchingWooCommerce = contract('Daily payment matching WooCommerce', {
	client: 'string',
});

export const hourlyOrderSyncJouwWeb = contract('Hourly order sync JouwWeb', { client: 'string' });

export const hourlyOrderSyncWooCommerce = contract('Hourly order sync WooCommerce', {
	client: 'string',
});

export const hourlyRefundSyncWooCommerce = contract('Hourly refund sync WooCommerce', {
	client: 'string',
});

export const matchAndBookPayout = contract('Match and book payout', {
	client: 'string',
	form: 'string',
	payout: 'object',
});

export const migrateABatchJouwWeb = contract('Migrate a batch JouwWeb', {
	client: 'string',
	shop: 'string',
	from: 'string',
	until: 'string',
	mode: 'string',
});

export const migrateABatchWooCommerce = contract('Migrate a batch WooCommerce', {
	client: 'string',
	shop: 'string',
	from: 'string',
	until: 'string',
	mode: 'string',
});

export const processOrders = contract('Process orders', {
	client: 'string',
	shop: 'string',
	order: 'object',
});

export const processRefundsWooCommerce = contract('Process refunds WooCommerce', {
	client: 'string',
	shop: 'string',
	order: 'object',
});
