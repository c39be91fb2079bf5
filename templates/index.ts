import type { Flow } from './build/flow';
import { alerts } from './flows/alerts';
import { answerQuestions } from './flows/answerQuestions';
import { articlesFromWooCommerce } from './flows/articlesFromWooCommerce';
import { bookAndRecord } from './flows/bookAndRecord';
import { cleanUpTables } from './flows/cleanUpTables';
import { clientSettings } from './flows/clientSettings';
import { compareSkus } from './flows/compareSkus';
import { dailyDigest } from './flows/dailyDigest';
import { dailyPaymentMatchingJouwWeb } from './flows/dailyPaymentMatchingJouwWeb';
import { dailyPaymentMatchingWooCommerce } from './flows/dailyPaymentMatchingWooCommerce';
import { dashboard } from './flows/dashboard';
import { hourlyOrderSyncJouwWeb } from './flows/hourlyOrderSyncJouwWeb';
import { hourlyOrderSyncWooCommerce } from './flows/hourlyOrderSyncWooCommerce';
import { hourlyRefundSyncWooCommerce } from './flows/hourlyRefundSyncWooCommerce';
import { matchAndBookPayout } from './flows/matchAndBookPayout';
import { migrateBatchJouwWeb } from './flows/migrateBatchJouwWeb';
import { migrateBatchWooCommerce } from './flows/migrateBatchWooCommerce';
import { migrateOrdersJouwWeb } from './flows/migrateOrdersJouwWeb';
import { migrateOrdersWooCommerce } from './flows/migrateOrdersWooCommerce';
import { nightlyStatusReviewJouwWeb } from './flows/nightlyStatusReviewJouwWeb';
import { nightlyStatusReviewWooCommerce } from './flows/nightlyStatusReviewWooCommerce';
import { payoutMatchingKlarna } from './flows/payoutMatchingKlarna';
import { payoutMatchingMollie } from './flows/payoutMatchingMollie';
import { payoutMatchingPaypal } from './flows/payoutMatchingPaypal';
import { payoutMatchingStripe } from './flows/payoutMatchingStripe';
import { payoutUploadCsv } from './flows/payoutUploadCsv';
import { previewOrdersJouwWeb } from './flows/previewOrdersJouwWeb';
import { previewOrdersWooCommerce } from './flows/previewOrdersWooCommerce';
import { processOrders } from './flows/processOrders';
import { processRefundsWooCommerce } from './flows/processRefundsWooCommerce';
import { realtimeOrderSyncWooCommerce } from './flows/realtimeOrderSyncWooCommerce';
import { reconcilePeriodJouwWeb } from './flows/reconcilePeriodJouwWeb';
import { reconcilePeriodWooCommerce } from './flows/reconcilePeriodWooCommerce';
import { setUpCheckJouwWeb } from './flows/setUpCheckJouwWeb';
import { setUpCheckWooCommerce } from './flows/setUpCheckWooCommerce';
import { setUpTables } from './flows/setUpTables';
import { stockFromSnelStart } from './flows/stockFromSnelStart';

/** Name of the file in workflows/ → the flow it is made of. */
export const flows: Record<string, () => Flow> = {
	alerts: alerts,
	'answer-questions': answerQuestions,
	'articles-from-woocommerce': articlesFromWooCommerce,
	'book-and-record': bookAndRecord,
	'clean-up-tables': cleanUpTables,
	'client-settings': clientSettings,
	'compare-skus': compareSkus,
	'daily-digest': dailyDigest,
	'daily-payment-matching-jouwweb': dailyPaymentMatchingJouwWeb,
	'daily-payment-matching-woocommerce': dailyPaymentMatchingWooCommerce,
	dashboard: dashboard,
	'hourly-order-sync-jouwweb': hourlyOrderSyncJouwWeb,
	'hourly-order-sync-woocommerce': hourlyOrderSyncWooCommerce,
	'hourly-refund-sync-woocommerce': hourlyRefundSyncWooCommerce,
	'match-and-book-payout': matchAndBookPayout,
	'migrate-batch-jouwweb': migrateBatchJouwWeb,
	'migrate-batch-woocommerce': migrateBatchWooCommerce,
	'migrate-orders-jouwweb': migrateOrdersJouwWeb,
	'migrate-orders-woocommerce': migrateOrdersWooCommerce,
	'nightly-status-review-jouwweb': nightlyStatusReviewJouwWeb,
	'nightly-status-review-woocommerce': nightlyStatusReviewWooCommerce,
	'payout-matching-klarna': payoutMatchingKlarna,
	'payout-matching-mollie': payoutMatchingMollie,
	'payout-matching-paypal': payoutMatchingPaypal,
	'payout-matching-stripe': payoutMatchingStripe,
	'payout-upload-csv': payoutUploadCsv,
	'preview-orders-jouwweb': previewOrdersJouwWeb,
	'preview-orders-woocommerce': previewOrdersWooCommerce,
	'process-orders': processOrders,
	'process-refunds-woocommerce': processRefundsWooCommerce,
	'realtime-order-sync-woocommerce': realtimeOrderSyncWooCommerce,
	'reconcile-period-jouwweb': reconcilePeriodJouwWeb,
	'reconcile-period-woocommerce': reconcilePeriodWooCommerce,
	'set-up-check-jouwweb': setUpCheckJouwWeb,
	'set-up-check-woocommerce': setUpCheckWooCommerce,
	'set-up-tables': setUpTables,
	'stock-from-snelstart': stockFromSnelStart,
};
