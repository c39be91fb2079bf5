import type { ICredentialTestFunction } from 'n8n-workflow';

import { askForTest, resultOf } from '../shared/credentialTest';
import { withShopKeys } from '../shared/wooCommerce/authenticate';
import { shopFailure } from './failures';
import { mistypedKeys } from './mistypedKeys';

/** WooCommerce's word for keys that it does not know. */
const KEYS_REFUSED = 'woocommerce_rest_authentication_error';

/** Reads the ID of one order: proves the address, the keys and the right to read orders. */
export const testShop: ICredentialTestFunction = async function ({ data = {} }) {
	return await resultOf(async () => {
		const query = { per_page: 1, _fields: 'id' };
		const request = withShopKeys(data, { url: '/wp-json/wc/v3/orders', qs: query });
		const answer = await askForTest.call(this, request);
		const isList =
			!('unreachable' in answer) && answer.status === 200 && Array.isArray(answer.body);
		if (isList) return undefined;
		const failure = shopFailure(answer, { what: 'order' });
		return (failure.code === KEYS_REFUSED ? mistypedKeys(data) : undefined) ?? failure;
	});
};
