import { createHmac, timingSafeEqual } from 'crypto';

/**
 * The secret of a shop's webhooks to one trigger. It follows from the consumer secret, so that
 * nothing has to be remembered and a webhook of another shop or workflow does not pass.
 */
export function webhookSecret(consumerSecret: string, trigger: string): string {
	return createHmac('sha256', consumerSecret).update(`webhook ${trigger}`).digest('hex');
}

/** Whether WooCommerce signed these very bytes (WC-701). Takes the same time for every wrong one. */
export function isSigned(body: Buffer, signature: unknown, secret: string): boolean {
	if (typeof signature !== 'string') return false;
	const right = createHmac('sha256', secret).update(body).digest();
	const given = Buffer.from(signature, 'base64');
	return given.length === right.length && timingSafeEqual(given, right);
}
