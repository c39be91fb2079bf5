import { sum, toEuro } from '../../money/money';
import type { ExplainedPayout } from './explain';
import type { PayoutEntryType } from './payout';
import type { PayoutDraft } from './payoutDraft';

/** What a payout is made of, in euro: payments, less what went back and what it cost, and the rest. */
export function payoutParts({ net, entries }: ExplainedPayout): NonNullable<PayoutDraft['parts']> {
	const gross = (wanted: PayoutEntryType) =>
		sum(entries.filter(({ type }) => type === wanted).map((entry) => entry.gross));
	const fees = -sum(entries.map(({ fee }) => fee));
	const [payments, refunds, chargebacks] = [gross('payment'), gross('refund'), gross('chargeback')];
	return {
		payments: toEuro(payments),
		refunds: toEuro(refunds),
		chargebacks: toEuro(chargebacks),
		fees: toEuro(fees),
		other: toEuro(net - payments - refunds - chargebacks - fees),
	};
}
