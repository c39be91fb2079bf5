import type { Kind, Node } from '../build/flow';
import { httpRequest } from './basics';
import { asNumber, onlyFields } from './fields';
import { getRows, is } from './table';

/** A list of a payment provider, all pages of it. */
export const readPages = (request: {
	url: string;
	/** How to sign in: a kind of credential of the HTTP Request node itself, or Stripe's. */
	signIn: 'httpBasicAuth' | 'httpBearerAuth' | 'oAuth2Api' | 'stripeApi';
	nextPage: string;
	isLastPage: string;
}): Kind =>
	httpRequest({
		url: request.url,
		...(request.signIn === 'stripeApi'
			? { authentication: 'predefinedCredentialType', nodeCredentialType: request.signIn }
			: { authentication: 'genericCredentialType', genericAuthType: request.signIn }),
		options: {
			response: { response: { responseFormat: 'json' } },
			timeout: 60_000,
			pagination: {
				pagination: {
					paginationMode: 'responseContainsNextURL',
					nextURL: request.nextPage,
					paginationCompleteWhen: 'other',
					completeExpression: request.isLastPage,
					limitPagesFetched: false,
				},
			},
		},
	});

/** The payouts of a provider that the order table knows. */
export const findPayoutRows = (provider: string): Kind =>
	getRows('WebshopOrders', {
		where: [is('client', '={{ $json.client }}'), is('kind', 'payout'), is('shop', provider)],
	});

/** What became of the payouts, counted. */
export const payoutCounts = (matchAndBookPayout: Node): Kind => {
	const payouts = `$('${matchAndBookPayout.node}').all().map((item) => item.json)`;
	const count = (which: string) =>
		asNumber(`={{ ${payouts}.filter((payout) => ${which}).length }}`);
	return onlyFields({
		booked: count('payout.bookedNow'),
		needsAttention: count("payout.state === 'needsAttention'"),
		tryAgain: count("['ready', 'unknown', 'booking'].includes(payout.state)"),
		unmatched: asNumber(
			`={{ ${payouts}.reduce((sum, payout) => sum + payout.unmatched.length, 0) }}`,
		),
	});
};
