import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { reason, told } from '../../bookkeeping';
import type { ToldCode } from '../../bookkeeping';

/** As WooCommerce makes them (`wc_rand_hash`): `ck_` or `cs_` and forty hexadecimal digits. */
const LENGTH = 43;
const PARTS = [
	{ name: 'consumerKey', field: 'Consumer Key', start: 'ck_' },
	{ name: 'consumerSecret', field: 'Consumer Secret', start: 'cs_' },
] as const;

/**
 * What is wrong with the form of keys that the shop refused: each in the field of the other, or a part
 * of one only. Never names a key.
 *
 * @returns undefined when both look as WooCommerce makes them
 */
export function mistypedKeys(credential: ICredentialDataDecryptedObject): ToldCode | undefined {
	const parts = PARTS.map((part) => ({
		...part,
		entered: String(credential[part.name] ?? '').trim(),
	}));
	const [key, secret] = parts;
	if (key?.entered.startsWith('cs_') && secret?.entered.startsWith('ck_')) {
		return told(reason('SHOP_KEY_MISTYPED', { case: 'swapped' }));
	}
	const cut = parts.find(
		({ entered, start }) => entered.length !== LENGTH || !entered.startsWith(start),
	);
	if (cut === undefined) return undefined;
	const { field, start, entered } = cut;
	return told(
		reason('SHOP_KEY_MISTYPED', { case: 'notWhole', field, length: entered.length, start }),
	);
}
