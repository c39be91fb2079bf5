import { optionalCountry } from '../formats';
import { choice, formatted, optionalText, pick, rows } from '../kinds';

/** Customers that share one card instead of having one each. */
export const sharedCards = rows({
	title: 'Shared Cards',
	item: 'Card',
	add: 'Add card',
	description:
		'Customers that share one card (debiteur) instead of having one each, such as all consumers, or those of a country or payment method. Never used for ICP; for OSS only a row with the country.',
	page: 'Payments are booked on the shared card as on any other.',
	fields: {
		customers: choice({
			title: 'Customers',
			usual: 'consumers',
			choices: [
				{ name: 'Consumers', value: 'consumers' },
				{
					name: 'Businesses',
					value: 'businesses',
					description: 'Who states a company, VAT number or KvK number',
				},
				{ name: 'All', value: 'all' },
			],
			description: 'Whose orders go to the card',
		}),
		country: formatted(optionalCountry, {
			title: 'Country',
			proposed: '',
			placeholder: 'e.g. DE',
			description: 'Two-letter code of the country of delivery; empty for every country',
		}),
		paymentMethod: optionalText({
			title: 'Payment Method',
			placeholder: 'e.g. ideal',
			description:
				'Code or title of the payment method, as the order states it; empty for every method',
		}),
		relationId: pick({
			title: 'Card',
			from: 'debtors',
			description:
				'The customer (debiteur) that the orders go to; for OSS one with an address in the country and no VAT number',
		}),
	},
});
