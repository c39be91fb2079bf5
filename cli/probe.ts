import { ProbeRefused, runProbe, type ProbeOptions, type Report } from '../probe';
import type { CommandLine } from './commandLine';
import type { SecretSource } from './credentials';
import { openSnelStart, readKeys } from './openSnelStart';
import { reason, Trouble } from './trouble';
import type { Ask } from './tryKeys';

export interface ProbeRequest
	extends Pick<CommandLine, 'administration' | 'despiteBookings' | 'only' | 'snelStart'>,
		Pick<ProbeOptions, 'now' | 'say' | 'wait'> {
	secrets: SecretSource;
	ask: Ask;
}

/**
 * Tries what is taken for granted of SnelStart on the administration of the client key.
 *
 * @throws Trouble when a key is missing or refused, or the administration has bookings
 */
export async function probeSnelStart(request: ProbeRequest): Promise<Report> {
	const { snelStart, secrets, ask, only, ...options } = request;
	const keys = await readKeys(secrets);
	const call = await openSnelStart(ask, { ...snelStart, ...keys }).catch((error: unknown) => {
		if (!(error instanceof Trouble) || error.code !== 'SNELSTART_UNREAD') throw error;
		throw new Trouble(reason('PROBE_REFUSED', { case: 'noAnswer', words: error.message }));
	});
	return await runProbe({ ...options, send: call, ...(only.length > 0 && { only }) }).catch(
		(error: unknown) =>
			Promise.reject(
				error instanceof ProbeRefused ? new Trouble(reason('PROBE_REFUSED', error.why)) : error,
			),
	);
}
