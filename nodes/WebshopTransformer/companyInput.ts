import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { CodeRules, PriceRules } from '../../bookkeeping';

/** What the administration allows as an article code. @throws NodeOperationError without company */
export function codeRulesOf(this: IExecuteFunctions, input: number): CodeRules {
	const { itemCodeKind, itemCodeMaxLength } = companyOf.call(this, input);
	return {
		itemCodeKind: String(itemCodeKind ?? ''),
		itemCodeMaxLength: Number(itemCodeMaxLength ?? 0),
	};
}

/** How the administration keeps prices. @throws NodeOperationError without company */
export function articlePricesOf(
	this: IExecuteFunctions,
	input: number,
): Omit<PriceRules, 'shopPricesIncludeVat'> {
	const { itemPricesExcludeVat, itemPriceDecimals } = companyOf.call(this, input);
	return {
		articlePricesExcludeVat: itemPricesExcludeVat === true,
		decimals: Number(itemPriceDecimals ?? 2),
	};
}

function companyOf(this: IExecuteFunctions, input: number): IDataObject {
	const company = this.getInputData(input)[0]?.json;
	if (company?.itemCodeMaxLength !== undefined) return company;
	throw new NodeOperationError(this.getNode(), "The input 'Company' has no company", {
		description: 'Connect SnelStart: Company, Get, with Simplify',
	});
}
