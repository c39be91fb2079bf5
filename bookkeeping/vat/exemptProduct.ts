import type { Settings } from '../settings/settings';
import { fitsSku } from './fitsSku';

/** Whether a line is a product that the settings call exempt from VAT (vrijgesteld). */
export function isExemptProduct(
	{ role, sku }: { role: string; sku: string },
	{ exempt }: Settings,
): boolean {
	return role === 'product' && Boolean(exempt?.skus.some((pattern) => fitsSku(sku, pattern)));
}
