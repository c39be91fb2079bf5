import { readMicros } from '../../money/money';
import { deliveryArea } from '../../trade/countries';
import { isObject, object, objects, text, type RawObject } from '../../trade/fields';

/** The field of an order that holds what was read of its customer's record; WooCommerce has none. */
const FIELD = 'customer_record';

/** What the shop keeps of the customer of an order, as far as it may hold a VAT number. */
export type CustomerRecord = { kept: RawObject } | { notRead: string } | { gone: true };

/** Longer texts hold no VAT number, however it is written; every VAT number has digits. */
const LONGEST = 24;
const mayBeNumber = (value: unknown): boolean =>
	typeof value === 'string' && value.length <= LONGEST && /\d/.test(value);

/**
 * The customer whose record may change how an order is treated for VAT: one with an account, who may
 * be a business (a company is named, or no VAT was charged), of an order that went to another member
 * state than the shop is in. Plugins that ask for the VAT number once keep it with the account only
 * (D-VAT-NUMBER).
 *
 * @param homes the countries of the shops, two letters each.
 * @returns the customer's id; `undefined` where the record makes no difference.
 */
export function customerToRead(order: RawObject, homes: readonly string[]): string | undefined {
	const id = text(order, 'customer_id');
	if (!/^[1-9]\d*$/.test(id)) return undefined;
	const [billing, shipping] = [object(order, 'billing'), object(order, 'shipping')];
	const delivered = text(shipping, 'country') === '' ? billing : shipping;
	const { area, country } = deliveryArea(
		text(delivered, 'country'),
		text(delivered, 'postcode'),
		text(delivered, 'city'),
	);
	if (area === 'outsideEu' || homes.every((home) => home === country)) return undefined;
	const isBusiness = [billing, shipping].some((address) => text(address, 'company') !== '');
	return isBusiness || !readMicros(order.total_tax) ? id : undefined;
}

/** An order with what was read of its customer, and of that nothing but what may be a VAT number. */
export function withCustomerRecord<Order extends RawObject>(
	order: Order,
	answer: { record: RawObject } | { notRead: string } | { gone: true },
): Order {
	if (!('record' in answer)) return { ...order, [FIELD]: answer };
	const { record } = answer;
	const numbersIn = (fields: RawObject): RawObject =>
		Object.fromEntries(Object.entries(fields).filter(([, value]) => mayBeNumber(value)));
	const { vat_number, vat_id } = numbersIn(object(record, 'billing'));
	return {
		...order,
		[FIELD]: {
			...(mayBeNumber(record.vat_number) && { vat_number: record.vat_number }),
			billing: {
				...(vat_number !== undefined && { vat_number }),
				...(vat_id !== undefined && { vat_id }),
			},
			meta_data: objects(record, 'meta_data')
				.filter(({ value }) => mayBeNumber(value))
				.map(({ key, value }) => ({ key, value })),
		},
	};
}

/**
 * What was read of the customer of an order. Plugins call a field of an account as that of an order,
 * without the line before it: it is found under both names.
 */
export function customerRecordOf(order: RawObject): CustomerRecord | undefined {
	const field = order[FIELD];
	if (!isObject(field)) return undefined;
	const notRead = text(field, 'notRead');
	if (notRead !== '') return { notRead };
	if (field.gone === true) return { gone: true };
	const metaData = objects(field, 'meta_data').flatMap((entry) => {
		const key = text(entry, 'key');
		return key.startsWith('_') ? [entry] : [entry, { ...entry, key: `_${key}` }];
	});
	return { kept: { ...field, meta_data: metaData } };
}
