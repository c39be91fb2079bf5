import { collection, list } from '../kinds';

/** Where plugins of a shop put what the books need, as far as it is not found by itself. */
export const orderFields = collection({
	title: 'Fields of Orders',
	description:
		'Where plugins put what the books need. The usual fields of WooCommerce and its plugins are known; only others are named here, by the key of their metadata or by their name at the top of the order or of its customer.',
	fields: {
		ignored: list({
			title: 'Ignored Fields',
			placeholder: 'e.g. total_weight',
			description:
				'Fields that hold neither money nor a VAT number although they look like it, with commas between; no note tells of them',
		}),
		chamberOfCommerce: list({
			title: 'KvK Number Fields',
			placeholder: 'e.g. my_kvk_field',
			description:
				'Fields that hold the Chamber of Commerce number (KvK), with commas between; tried before the usual ones',
		}),
		payments: list({
			title: 'Payment Fields',
			placeholder: 'e.g. my_store_credit',
			description:
				'Fields that hold what a gift card, store credit or earlier payment covered, with commas between; counted where the total of the order is less by it',
			page: 'What it covered is a payment on the _Gift Card Account_. Of WooCommerce only: other shops say what a card paid in one place.',
		}),
		pickUpMethods: list({
			title: 'Pick-Up Methods',
			usual: [
				...['local_pickup', 'pickup_location', 'local_pickup_plus', 'legacy_local_pickup'],
				...['blocks_local_pickup', 'wc_pickup_store', 'ds_local_pickup'],
			],
			description:
				'Shipping methods by which the customer collects the goods at the shop, with commas between: such an order is delivered in the country of the shop',
		}),
		vatNumber: list({
			title: 'VAT Number Fields',
			placeholder: 'e.g. my_vat_field',
			description:
				'Fields that hold the VAT number (btw-nummer) of a business, with commas between; tried before the usual ones',
			page: 'A field that is not named and holds what looks like a VAT number needs attention (`VAT_NUMBER_ELSEWHERE`) where it would make a difference.',
		}),
	},
});
