import { sleep } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { reason } from '../../../bookkeeping';
import { ProbeRefused, runProbe, textOfReport } from '../../../probe';
import type { ProbeOptions, Send } from '../../../probe';
import { serviceError } from '../../shared/codedError';
import { readThrown } from '../../shared/snelStart/networkTrouble';
import { refusalOf } from '../../shared/snelStart/refusal';
import { exchange } from '../../shared/snelStart/transport';

/**
 * Tries on a test administration what is taken for granted of SnelStart: the report, and the same
 * as a text. Keeps to no limits of the credential: what SnelStart allows is one of the things it measures.
 *
 * @throws NodeApiError with the code PROBE_REFUSED when the administration is in use
 */
export async function probe(
	this: IExecuteFunctions,
	options: Pick<ProbeOptions, 'administration' | 'despiteBookings' | 'only'>,
): Promise<IDataObject> {
	const send: Send = async ({ method, path, query, body }) => {
		const request = {
			method,
			path,
			...(query && { query }),
			...(body !== undefined && { body: body as IDataObject }),
		};
		return await exchange.call(this, request).then(
			(response) => ({
				status: response.statusCode,
				headers: textsOf(response.headers),
				body: response.body as unknown,
			}),
			(thrown: unknown) => {
				const { status } = readThrown(thrown, '').refusal;
				return status === undefined
					? Promise.reject(thrown)
					: { status, headers: {}, body: undefined };
			},
		);
	};
	const report = await runProbe({ ...options, send, now: () => new Date(), wait: sleep }).catch(
		(error: unknown) =>
			Promise.reject(
				error instanceof ProbeRefused
					? serviceError(this.getNode(), refusalOf(reason('PROBE_REFUSED', error.why)))
					: error,
			),
	);
	return { ...report, text: textOfReport(report) } as unknown as IDataObject;
}

const textsOf = (headers: IDataObject): Record<string, string> =>
	Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);
