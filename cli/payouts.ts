import { SHORTEST_PASSWORD } from '../bookkeeping';
import type { ClientFile } from './clientFile';
import { providers } from './clientFileSchema';
import type { ProviderConnection } from './clientFileSchema';
import type { WantedCredential } from './wantedCredential';

export type Provider = (typeof providers)[number];

const templates: Record<Provider, string> = {
	mollie: 'Payout matching Mollie',
	stripe: 'Payout matching Stripe',
	payPal: 'Payout matching PayPal',
	klarna: 'Payout matching Klarna',
};
/** Whose payments and refunds can be listed. */
const lists: readonly Provider[] = ['mollie', 'stripe'];
const MATCH_TEMPLATE = 'Match and book payout';
const UPLOAD_TEMPLATE = 'Payout upload CSV';
const TOTALS_TEMPLATE = 'Book day totals';
const PAPERS_TEMPLATE = 'Attach papers ';

const titles: Record<Provider, string> = {
	mollie: 'Mollie',
	stripe: 'Stripe',
	payPal: 'PayPal',
	klarna: 'Klarna',
};
const addresses: Record<Provider, string> = {
	mollie: 'https://api.mollie.com',
	stripe: 'https://api.stripe.com',
	payPal: 'https://api-m.paypal.com',
	klarna: 'https://api.klarna.com',
};

/** Whether a template is for this client: those of providers, uploads, papers and day totals only where the file has them. */
export function isForClient(template: string, { payouts = {}, settings }: ClientFile): boolean {
	if (template.startsWith(PAPERS_TEMPLATE)) {
		return settings.shops.some(({ paper }) => paper !== undefined && paper !== 'none');
	}
	if (template === TOTALS_TEMPLATE) return (settings.dayTotals ?? []).length > 0;
	if (template === MATCH_TEMPLATE) return Object.keys(payouts).length > 0;
	if (template === UPLOAD_TEMPLATE) return payouts.upload !== undefined;
	const provider = providerOf(template);
	return provider === undefined || payouts[provider] !== undefined;
}

/** What stands in "Your values" of the template of a provider. */
export function payoutValues(template: string, { payouts }: ClientFile): Record<string, unknown> {
	const provider = providerOf(template);
	if (provider === undefined) return {};
	const { payoutsFrom, address, paymentsFrom = '', profileId = '' } = payouts?.[provider] ?? {};
	return {
		...{ payoutsFrom, apiAddress: address ?? addresses[provider] },
		...(lists.includes(provider) && { paymentsFrom }),
		...(provider === 'mollie' && { profileId }),
	};
}

/** The key of the credential that the nodes of a template sign in with; undefined for others. */
export function payoutCredentialKey(template: string): string | undefined {
	return template === UPLOAD_TEMPLATE ? UPLOAD_KEY : providerOf(template);
}

const UPLOAD_KEY = 'payout upload';

/** Where the form for uploads is: the last part of its address. */
export const uploadPath = (client: string): string => `${client}-payout-upload`;

const providerOf = (template: string): Provider | undefined =>
	providers.find((provider) => templates[provider] === template);

const credentialTypes: Record<Provider, string> = {
	mollie: 'httpBearerAuth',
	stripe: 'stripeApi',
	payPal: 'oAuth2Api',
	klarna: 'httpBasicAuth',
};

/** Credentials that the file names, as n8n's own types: key, type and name. */
export function namedPayoutCredentials({
	payouts = {},
}: ClientFile): Array<{ key: string; type: string; name: string }> {
	const upload = payouts.upload?.credential;
	return [
		...providers.flatMap((provider) => {
			const name = payouts[provider]?.credential;
			return name ? [{ key: provider as string, type: credentialTypes[provider], name }] : [];
		}),
		...(upload ? [{ key: UPLOAD_KEY, type: 'httpBasicAuth', name: upload }] : []),
	];
}

/** The credentials that the command makes for payouts: those that the file does not name. */
export function wantedPayoutCredentials({
	settings,
	payouts = {},
}: ClientFile): WantedCredential[] {
	const wanted = providers.flatMap((provider) => {
		const connection = payouts[provider];
		if (!connection || connection.credential) return [];
		return [
			{
				key: provider,
				type: credentialTypes[provider],
				name: `${settings.client}: ${titles[provider]}`,
				...fields[provider](connection),
			},
		];
	});
	const { upload } = payouts;
	if (!upload || upload.credential) return wanted;
	return [
		...wanted,
		{
			key: UPLOAD_KEY,
			type: 'httpBasicAuth',
			name: `${settings.client}: payout upload`,
			data: { user: upload.user ?? settings.client },
			secrets: { password: 'PAYOUT_UPLOAD_PASSWORD' },
			shortest: SHORTEST_PASSWORD,
		},
	];
}

type Fields = Pick<WantedCredential, 'data' | 'secrets'>;

const fields: Record<Provider, (connection: ProviderConnection) => Fields> = {
	mollie: () => ({ data: {}, secrets: { token: 'MOLLIE_TOKEN' } }),
	stripe: () => ({ data: {}, secrets: { secretKey: 'STRIPE_SECRET_KEY' } }),
	payPal: ({ address = addresses.payPal }) => ({
		data: {
			grantType: 'clientCredentials',
			accessTokenUrl: `${address}/v1/oauth2/token`,
			authentication: 'header',
			scope: '',
		},
		secrets: { clientId: 'PAYPAL_CLIENT_ID', clientSecret: 'PAYPAL_CLIENT_SECRET' },
	}),
	klarna: () => ({ data: {}, secrets: { user: 'KLARNA_USER', password: 'KLARNA_PASSWORD' } }),
};
