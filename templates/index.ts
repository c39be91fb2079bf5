import type { Flow } from './build/flow';
import { alerts } from './flows/alerts';
import { answerQuestions } from './flows/answerQuestions';
import { articlesFromWooCommerce } from './flows/articlesFromWooCommerce';
import { attachPapers } from './flows/attachPapers';
import { badDebts } from './flows/badDebts';
import { bookAndRecord } from './flows/bookAndRecord';
import { bookDayTotals } from './flows/bookDayTotals';
import { cleanUpTables } from './flows/cleanUpTables';
import { clientSettings } from './flows/clientSettings';
import { compareSkus } from './flows/compareSkus';
import { dailyDigest } from './flows/dailyDigest';
import { dailyPaymentMatching } from './flows/dailyPaymentMatching';
import { dashboard } from './flows/dashboard';
import { hourlyOrderSync } from './flows/hourlyOrderSync';
import { hourlyRefundSyncWooCommerce } from './flows/hourlyRefundSyncWooCommerce';
import { inviteClients } from './flows/inviteClients';
import { matchAndBookPayout } from './flows/matchAndBookPayout';
import { migrateBatch } from './flows/migrateBatch';
import { migrateOrders } from './flows/migrateOrders';
import { nightlyStatusReview } from './flows/nightlyStatusReview';
import { officeDashboard } from './flows/officeDashboard';
import { ordersFromAFile } from './flows/ordersFromAFile';
import { payoutMatchingKlarna } from './flows/payoutMatchingKlarna';
import { payoutMatchingMollie } from './flows/payoutMatchingMollie';
import { payoutMatchingPaypal } from './flows/payoutMatchingPaypal';
import { payoutMatchingStripe } from './flows/payoutMatchingStripe';
import { payoutUploadCsv } from './flows/payoutUploadCsv';
import { previewOrders } from './flows/previewOrders';
import { probe } from './flows/probe';
import { processOrders } from './flows/processOrders';
import { processRefundsWooCommerce } from './flows/processRefundsWooCommerce';
import { realtimeOrderSyncWooCommerce } from './flows/realtimeOrderSyncWooCommerce';
import { reconcilePeriod } from './flows/reconcilePeriod';
import { setUpCheck } from './flows/setUpCheck';
import { setUpTables } from './flows/setUpTables';
import { stockFromSnelStart } from './flows/stockFromSnelStart';
import { tellTheShop } from './flows/tellTheShop';
import { undoBookings } from './flows/undoBookings';
import { jouwWebShop, wooCommerceShop } from './fragments/shops';

/** Name of the file in workflows/ → the flow it is made of. */
export const flows: Record<string, () => Flow> = {
	alerts: alerts,
	'answer-questions': answerQuestions,
	'articles-from-woocommerce': articlesFromWooCommerce,
	'attach-papers-jouwweb': () => attachPapers(jouwWebShop),
	'attach-papers-woocommerce': () => attachPapers(wooCommerceShop),
	'bad-debts': badDebts,
	'book-and-record': bookAndRecord,
	'book-day-totals': bookDayTotals,
	'clean-up-tables': cleanUpTables,
	'client-settings': clientSettings,
	'compare-skus': compareSkus,
	'daily-digest': dailyDigest,
	'daily-payment-matching-jouwweb': () => dailyPaymentMatching(jouwWebShop),
	'daily-payment-matching-woocommerce': () => dailyPaymentMatching(wooCommerceShop),
	dashboard: dashboard,
	'hourly-order-sync-jouwweb': () => hourlyOrderSync(jouwWebShop),
	'hourly-order-sync-woocommerce': () => hourlyOrderSync(wooCommerceShop),
	'hourly-refund-sync-woocommerce': hourlyRefundSyncWooCommerce,
	'invite-clients': inviteClients,
	'match-and-book-payout': matchAndBookPayout,
	'migrate-batch-jouwweb': () => migrateBatch(jouwWebShop),
	'migrate-batch-woocommerce': () => migrateBatch(wooCommerceShop),
	'migrate-orders-jouwweb': () => migrateOrders(jouwWebShop),
	'migrate-orders-woocommerce': () => migrateOrders(wooCommerceShop),
	'nightly-status-review-jouwweb': () => nightlyStatusReview(jouwWebShop),
	'nightly-status-review-woocommerce': () => nightlyStatusReview(wooCommerceShop),
	'office-dashboard': officeDashboard,
	'orders-from-a-file': ordersFromAFile,
	'payout-matching-klarna': payoutMatchingKlarna,
	'payout-matching-mollie': payoutMatchingMollie,
	'payout-matching-paypal': payoutMatchingPaypal,
	'payout-matching-stripe': payoutMatchingStripe,
	'payout-upload-csv': payoutUploadCsv,
	'preview-orders-jouwweb': () => previewOrders(jouwWebShop),
	'preview-orders-woocommerce': () => previewOrders(wooCommerceShop),
	probe,
	'process-orders': processOrders,
	'process-refunds-woocommerce': processRefundsWooCommerce,
	'realtime-order-sync-woocommerce': realtimeOrderSyncWooCommerce,
	'reconcile-period-jouwweb': () => reconcilePeriod(jouwWebShop),
	'reconcile-period-woocommerce': () => reconcilePeriod(wooCommerceShop),
	'set-up-check-jouwweb': () => setUpCheck(jouwWebShop),
	'set-up-check-woocommerce': () => setUpCheck(wooCommerceShop),
	'set-up-tables': setUpTables,
	'stock-from-snelstart': stockFromSnelStart,
	'tell-the-shop-woocommerce': tellTheShop,
	'undo-bookings': undoBookings,
};
