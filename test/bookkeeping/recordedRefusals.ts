/** The recorded orders that `completeSettings` of the tests do not book, and why. */
export const recordedRefusals: Record<string, string> = {
	after_partial_refund: 'ORDER_HAS_REFUNDS',
	fully_refunded_items: 'ORDER_HAS_REFUNDS',
	refunded_by_status: 'ORDER_HAS_REFUNDS',
	rest_mixed_dp6: 'ORDER_HAS_REFUNDS',
	rest_currency_usd: 'CURRENCY_NOT_EUR',
	rest_free_100pct: 'FREE_ORDER',
	rest_giftcard_sale: 'UNTAXED_DOMESTIC_LINE',
	rest_oss_de_consumer: 'NO_VAT_MAPPING',
	store_negative_fee: 'UNTAXED_NEGATIVE_FEE',
	store_oss_de: 'NO_VAT_MAPPING',
	rest_status_cancelled: 'STATUS_SKIPPED',
	rest_status_failed: 'STATUS_SKIPPED',
	rest_status_pending: 'STATUS_NOT_YET',
};
