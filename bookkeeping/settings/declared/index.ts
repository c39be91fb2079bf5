import { shortName } from '../formats';
import { formatted, hidden } from '../kinds';
import { administrationSchema } from '../administration';
import { dayTotalCountries, dayTotals } from './dayTotals';
import { options } from './options';
import { orderFields } from './orderFields';
import { exchangeRates } from './otherCurrencies';
import { fixedDebtors, paymentMethods, paymentTerms, payoutProviders } from './payments';
import { productAccounts } from './products';
import { document, salesOrders } from './salesOrders';
import { sharedCards } from './sharedCards';
import { shops } from './shops';
import { regimes, vatMapping } from './vatMapping';
import { vatNumberCheck } from './vatNumberCheck';

/** Every setting of a client, from what every client fills in to what few change. */
export const settingsFields = {
	client: formatted(shortName, {
		title: 'Client',
		proposed: 'my-client',
		required: true,
		placeholder: 'e.g. my-client',
		description:
			'Short name of the client, as the workflows use it: small letters, digits, dashes. Every client has settings of its own.',
	}),
	shops,
	vatMapping,
	...regimes,
	productAccounts,
	fixedDebtors,
	sharedCards,
	paymentMethods,
	payoutProviders,
	paymentTerms,
	dayTotals,
	dayTotalCountries,
	vatNumberCheck,
	exchangeRates,
	orderFields,
	document,
	salesOrders,
	...options,
	administration: hidden(administrationSchema.optional(), {
		title: 'Administration',
		description: 'What the settings need of the SnelStart administration, as it was last checked',
	}),
};
