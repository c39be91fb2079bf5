import { payoutKey } from '../../orderTable/keys';
import { reason, textOf, told, type Reason, type Told } from '../../codes/register';
import { Finding, reasonOf } from '../../trade/findings';
import { toEuro } from '../../money/money';
import type { Settings, PayoutProviderSettings } from '../../settings/settings';
import { withCreditNotes } from './creditNotes';
import { draftPayout, type PayoutLayout } from './draftPayout';
import { withBookedAmounts } from './exchange';
import { explainPayout, type ExplainedPayout } from './explain';
import { matchEntries, type Match } from './match';
import type { PayoutDraft } from './payoutDraft';
import type { PayoutOrder } from './payoutOrders';
import { identifyPayout, readPayout, type PayoutForm, type PayoutHead } from './readPayout';

/** A line of a payout that no order could be found for, or a refund without a credit note; no personal data. */
export interface UnmatchedEntry {
	payoutKey: string;
	provider: string;
	payoutId: string;
	entryId: string;
	type: string;
	paymentIds: string[];
	/** Euro; negative for money that went back. */
	gross: number;
	date: string;
	/** Why no order was found, or what is wrong with it. */
	why: string;
	/** The same as a code with its facts. */
	reason: Reason;
}

/** What becomes of one payout. */
export interface TransformedPayout extends Told {
	outcome: 'book' | 'attention';
	/** Client, provider and the provider's id. */
	payoutKey: string;
	provider: string;
	payoutId: string;
	reference: string;
	/** Euro; `null` when it cannot be read. */
	net: number | null;
	date: string;
	/** How each line found its order: order key and what tied them. */
	matched: Array<{ entryId: string; orderKey: string; by: string; gross: number }>;
	unmatched: UnmatchedEntry[];
	draft?: PayoutDraft;
}

export interface PayoutOptions extends PayoutLayout {
	form: PayoutForm;
	/** What becomes of a payout with lines that no order was found for. */
	unmatched: 'book' | 'hold';
	/** See `matchEntries`. */
	windowDays: number;
}

/**
 * Turns a payout into a draft of its bank or memorial entry, or says why not. Never throws; the same
 * payout always gives the same draft.
 *
 * @param raw the payout in the form that the options name.
 * @param orders the orders and open items that its lines may belong to.
 */
export function transformPayout(
	raw: unknown,
	orders: readonly PayoutOrder[],
	settings: Settings,
	options: PayoutOptions,
): TransformedPayout {
	const head = identifyPayout(raw, options.form);
	const known: Known = { client: settings.client, head, matches: [] };
	try {
		const zone = settings.shops[0]?.zone ?? 'Europe/Amsterdam';
		const general = readPayout(raw, options.form, zone);
		known.head = identifyPayout(general, 'general');
		const payout = explainPayout(general);
		known.payout = payout;
		const row = providerRow(payout.provider, settings);
		if (payout.entries.length === 0) {
			throw new Finding('PAYOUT_ONLY_FOREIGN', { lines: payout.kept.length });
		}
		known.matches = withCreditNotes(
			withBookedAmounts(
				matchEntries(payout.entries, orders, options.windowDays, row.clearingAccountId),
			),
		);
		const open = known.matches.filter(({ order }) => !order).length;
		if (open > 0 && options.unmatched === 'hold') {
			throw new Finding('PAYOUT_UNMATCHED_HELD', { lines: open });
		}
		const draft = draftPayout(payout, known.matches, row, options, keyOf(known), settings);
		return { ...described(known, 'book'), draft };
	} catch (error) {
		return described(known, 'attention', reasonOf(error));
	}
}

interface Known {
	client: string;
	head: PayoutHead;
	payout?: ExplainedPayout;
	matches: Match[];
}

function providerRow(provider: string, settings: Settings): PayoutProviderSettings {
	const row = settings.payoutProviders.find(
		(entry) => entry.provider.toLowerCase() === provider.toLowerCase(),
	);
	if (row) return row;
	throw new Finding('PAYOUT_PROVIDER_NOT_CONFIGURED', { provider });
}

function described(
	known: Known,
	outcome: TransformedPayout['outcome'],
	why?: Reason,
): TransformedPayout {
	const { head, payout, matches } = known;
	const key = keyOf(known);
	return {
		outcome,
		payoutKey: key,
		provider: head.provider,
		payoutId: head.id,
		reference: head.reference,
		net: payout ? toEuro(payout.net) : null,
		date: payout?.date ?? '',
		matched: matches.flatMap((match) =>
			match.order
				? [
						{
							entryId: match.entry.id,
							orderKey: match.order.orderKey,
							by: match.by,
							gross: toEuro(match.entry.gross),
						},
					]
				: [],
		),
		unmatched: [
			...matches.flatMap((match) =>
				match.why ? [{ ...match.entry, gross: toEuro(match.entry.gross), reason: match.why }] : [],
			),
			...(payout?.kept ?? []).map((line) => ({
				...{ ...line, type: 'kept', gross: 0 },
				reason: reason('PAYOUT_LINE_KEPT', {
					...{ currency: line.currency, amount: line.amount, date: line.date },
					order: line.orderId || line.paymentIds[0] || line.id,
				}),
			})),
		].map(({ id: entryId, type, paymentIds, gross, date, reason: why }) => ({
			...{ payoutKey: key, provider: head.provider, payoutId: head.id },
			...{ entryId, type, paymentIds, gross, date },
			...{ why: textOf(why).message, reason: why },
		})),
		...told(why),
	};
}

function keyOf({ client, head: { provider, id } }: Known): string {
	return payoutKey(client, provider, id);
}
