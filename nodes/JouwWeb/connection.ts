import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

import { layoutOf } from './apiLayout';
import type { ApiLayout } from './apiLayout';
import { credentialTypeOf } from './transport';
import type { Connection } from './transport';

/** The connection as one input item asks for it. */
export function connectionOf(this: IExecuteFunctions, itemIndex: number): Connection {
	const authentication = this.getNodeParameter('authentication', itemIndex) as string;
	const layout = this.getNodeParameter('apiLayout', itemIndex, {}) as Partial<ApiLayout>;
	return { credentialType: credentialTypeOf(authentication), layout: layoutOf(layout) };
}

/** The connection as it stands in the editor. */
export function connectionInEditor(this: ILoadOptionsFunctions): Connection {
	const authentication = this.getCurrentNodeParameter('authentication') as string;
	const layout = this.getCurrentNodeParameter('apiLayout') as Partial<ApiLayout> | undefined;
	return { credentialType: credentialTypeOf(authentication), layout: layoutOf(layout) };
}
