import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { toCompany } from '../../../shared/snelStart/referenceData';
import { read } from '../../../shared/snelStart/transport';
import { shownFor, simplifyField } from '../../fields';

export const description = shownFor({ resource: 'company', operations: ['get'] }, [simplifyField]);

/** Reads the administration (administratie) that the keys open. */
export async function execute(this: IExecuteFunctions, itemIndex: number): Promise<IDataObject[]> {
	const company = (await read.call(this, '/companyInfo')) as IDataObject;
	const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
	return [simplify ? { ...toCompany(company) } : company];
}
