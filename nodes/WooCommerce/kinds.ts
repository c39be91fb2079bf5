import { getMany, getOne, type Kind } from './blocks/kind';
import type { Resource, Resources } from '../shared/kit/resource';

const searchField = {
	displayName: 'Search',
	name: 'search',
	type: 'string',
	default: '',
	description: 'Only records that hold this text',
} as const;

export const product: Kind = {
	what: 'product',
	one: 'a product',
	many: 'products',
	path: () => '/products',
	paged: true,
	chooser: { name: 'productId', displayName: 'Product', search: 'searchProducts' },
	filters: [searchField],
	simplified: {
		id: 'id',
		parentId: 'parent_id',
		name: 'name',
		type: 'type',
		sku: 'sku',
		status: 'status',
		price: 'price',
		taxClass: 'tax_class',
		stock: 'stock_quantity',
		modifiedAt: 'date_modified_gmt',
	},
};

export const variation: Kind = {
	what: 'variation',
	one: 'a variation',
	many: 'variations',
	path: (parent) => `/products/${parent}/variations`,
	parent: { name: 'productId', displayName: 'Product', search: 'searchProducts' },
	paged: true,
	chooser: { name: 'variationId', displayName: 'Variation', search: 'searchVariations' },
	simplified: product.simplified,
};

const customer: Kind = {
	what: 'customer',
	one: 'a customer',
	many: 'customers',
	path: () => '/customers',
	paged: true,
	query: { role: 'all' },
	chooser: { name: 'customerId', displayName: 'Customer', search: 'searchCustomers' },
	filters: [
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			placeholder: 'name@email.com',
			default: '',
			description: 'Only the customer with this e-mail address',
		},
		searchField,
	],
	simplified: {
		id: 'id',
		email: 'email',
		firstName: 'first_name',
		lastName: 'last_name',
		role: 'role',
		hasPaid: 'is_paying_customer',
		modifiedAt: 'date_modified_gmt',
	},
};

const coupon: Kind = {
	what: 'coupon',
	one: 'a coupon',
	many: 'coupons',
	path: () => '/coupons',
	paged: true,
	chooser: { name: 'couponId', displayName: 'Coupon', search: 'searchCoupons' },
	filters: [{ displayName: 'Code', name: 'code', type: 'string', default: '' }],
	simplified: {
		id: 'id',
		code: 'code',
		amount: 'amount',
		discountType: 'discount_type',
		freeShipping: 'free_shipping',
		used: 'usage_count',
		expiresAt: 'date_expires_gmt',
	},
};

const taxRate: Kind = {
	what: 'tax rate',
	one: 'a tax rate',
	many: 'tax rates',
	path: () => '/taxes',
	paged: true,
	chooser: { name: 'taxRateId', displayName: 'Tax Rate', search: 'searchTaxRates' },
	simplified: {
		id: 'id',
		country: 'country',
		percentage: 'rate',
		name: 'name',
		taxClass: 'class',
		onShipping: 'shipping',
		compound: 'compound',
	},
};

const taxClass: Kind = {
	what: 'tax class',
	one: 'a tax class',
	many: 'tax classes',
	path: () => '/taxes/classes',
	paged: false,
	simplified: { slug: 'slug', name: 'name' },
};

const shippingZone: Kind = {
	what: 'shipping zone',
	one: 'a shipping zone',
	many: 'shipping zones',
	path: () => '/shipping/zones',
	paged: false,
	simplified: { id: 'id', name: 'name', order: 'order' },
};

const shippingMethod: Kind = {
	what: 'shipping method',
	one: 'a shipping method',
	many: 'shipping methods',
	path: (parent) => `/shipping/zones/${parent}/methods`,
	parent: {
		name: 'zoneId',
		displayName: 'Shipping Zone',
		search: 'searchShippingZones',
		lowest: 0,
	},
	paged: false,
	simplified: {
		id: 'instance_id',
		title: 'title',
		enabled: 'enabled',
		method: 'method_id',
		methodTitle: 'method_title',
	},
};

const paymentGateway: Kind = {
	what: 'payment gateway',
	one: 'a payment gateway',
	many: 'payment gateways',
	path: () => '/payment_gateways',
	paged: false,
	chooser: { name: 'gatewayId', displayName: 'Gateway ID' },
	simplified: { id: 'id', title: 'title', enabled: 'enabled', methodTitle: 'method_title' },
};

const readOnly = (name: string, kind: Kind): Resource => ({
	name,
	operations: { ...(kind.chooser && { get: getOne(kind) }), getMany: getMany(kind) },
	start: 'getMany',
});

/** What is only read, all in the same way. */
export const readOnlyResources: Resources = {
	coupon: readOnly('Coupon', coupon),
	customer: readOnly('Customer', customer),
	paymentGateway: readOnly('Payment Gateway', paymentGateway),
	shippingMethod: readOnly('Shipping Method', shippingMethod),
	shippingZone: readOnly('Shipping Zone', shippingZone),
	taxClass: readOnly('Tax Class', taxClass),
	taxRate: readOnly('Tax Rate', taxRate),
	variation: readOnly('Product Variation', variation),
};
