import type { Shop } from './shops';

/** A workflow that others call, and what it asks for. */
export interface Contract<Names extends string = string> {
	workflow: string;
	/** Name and type of each input; with `?` behind it one that may be empty. */
	inputs: Record<Names, 'string' | 'number' | 'object' | 'string?' | 'number?'>;
}

const contract = <Names extends string>(
	workflow: string,
	inputs: Contract<Names>['inputs'],
): Contract<Names> => ({ workflow, inputs });

export const bookAndRecord = contract('Book and record', {
	kind: 'string',
	settingsVersion: 'number?',
	salesEntryId: 'string?',
	item: 'object',
});

/** Gives the settings that stand in it, saved or not. */
export const clientSettings = contract('Client settings', { client: 'string' });

export const dailyPaymentMatching = ({ name }: Shop) =>
	contract(`Daily payment matching ${name}`, {
		client: 'string',
	});

export const hourlyOrderSync = ({ name }: Shop) =>
	contract(`Hourly order sync ${name}`, { client: 'string' });

export const hourlyRefundSyncWooCommerce = contract('Hourly refund sync WooCommerce', {
	client: 'string',
});

export const matchAndBookPayout = contract('Match and book payout', {
	client: 'string',
	form: 'string',
	payout: 'object',
});

export const migrateABatch = ({ name }: Shop) =>
	contract(`Migrate a batch ${name}`, {
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
