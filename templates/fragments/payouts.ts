import { heldBack } from '../../bookkeeping';
import { because } from '../build/because';
import type { Kind, Node } from '../build/flow';
import { httpRequest } from './basics';
import { asNumber, onlyFields } from './fields';
import { kindIs, listOf } from './rowConditions';
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
					nextURL: asOneExpression(request.nextPage),
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
		where: [is('client', '={{ $json.client }}'), kindIs('payout'), is('shop', provider)],
	});

/** What became of the payouts, counted. */
export const payoutCounts = (matchAndBookPayout: Node): Kind => {
	const payouts = `$('${matchAndBookPayout.node}').all().map((item) => item.json)`;
	const count = (which: string) =>
		asNumber(`={{ ${payouts}.filter((payout) => ${which}).length }}`);
	return onlyFields({
		booked: count('payout.bookedNow'),
		needsAttention: count("payout.state === 'needsAttention'"),
		tryAgain: count(`${listOf(heldBack)}.includes(payout.state)`),
		unmatched: asNumber(
			`={{ ${payouts}.reduce((sum, payout) => sum + payout.unmatched.length, 0) }}`,
		),
	});
};

/**
 * A text with several expressions as one. n8n works the address of the next page out after each
 * answer, and only when it is a single expression: with several, `$response` is empty.
 */
function asOneExpression(address: string): string {
	const parts = address.replace(/^=/, '').split(/\{\{(.*?)\}\}/);
	if (parts.length === 3 && parts[0] === '' && parts[2] === '') return address;
	const terms = parts.map((part, index) => (index % 2 === 0 ? `'${part}'` : `(${part.trim()})`));
	return because(
		'an address with its parts: n8n takes one expression, not several',
		`={{ ${terms.filter((term) => term !== "''").join(' + ')} }}`,
	);
}
