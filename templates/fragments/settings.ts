import type { Kind } from '../build/flow';
import { getRows, is } from './table';

/** The newest settings of a client. */
export const readSettings = (client: string): Kind =>
	getRows('ClientSettings', { where: [is('client', client)], limit: 1, highest: 'version' });
