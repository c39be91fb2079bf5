import type { IDataObject } from 'n8n-workflow';

import { decideKeyCall, reason, type Invitation, type Reason } from '../../bookkeeping';
import { N8nRefused, openN8n, type Ask, type N8n } from './n8n';
import type { HandedOver } from './readCall';
import { openAdministration, openShop, type Opened } from './tryKeys';

/** What became of a call: whether it was taken, and what the integrator is told; never a key. */
export interface Answer {
	taken: boolean;
	client: string;
	shop: string;
	tell?: Reason;
}

/** When a call comes, and by what it is told from others. */
export interface CallMoment {
	now: Date;
	callId: string;
}

const nothing: Answer = { taken: false, client: '', shop: '' };

/**
 * Answers a call with a key: looks its invitation up, tries the key, puts it into the credential of
 * the client. Nothing is done for a reference that is not known, is over or was used, and for a key
 * that opens nothing or something else.
 *
 * @returns what was done; it throws nothing, because an error could name a key
 */
export async function answerCall(
	ask: Ask,
	call: HandedOver,
	credential: IDataObject,
	{ now, callId }: CallMoment,
): Promise<Answer> {
	const n8n = openN8n(ask, credential);
	let row: Invitation | undefined;
	const claimId = `${now.toISOString()}/${callId}`;
	let isClaimed = false;
	try {
		row = await n8n.find(call.referenceHash);
		const decision = decideKeyCall(row, call, now);
		if (row === undefined) return nothing;
		const refuse = (tell: Reason | undefined): Answer => ({ ...ofRow(row), ...(tell && { tell }) });
		if ('refused' in decision) return refuse(decision.refused);
		isClaimed = await n8n.claim(row, claimId);
		if (!isClaimed) return refuse(undefined);
		const done = await steps[decision.step]({ ask, call, credential, row, n8n, now });
		await n8n.write(row, claimId, done.values);
		return { ...ofRow(row), taken: done.taken, tell: done.tell };
	} catch (error) {
		const status = error instanceof N8nRefused ? error.status : 0;
		if (row && isClaimed) await n8n.write(row, claimId, {}).catch(() => undefined);
		const { client } = ofRow(row);
		return { ...ofRow(row), tell: reason('INVITATION_REFUSED', { case: 'n8n', client, status }) };
	}
}

const ofRow = (row: Invitation | undefined): Answer =>
	row ? { taken: false, client: row.client, shop: row.shop } : nothing;

interface Work {
	ask: Ask;
	call: HandedOver;
	credential: IDataObject;
	row: Invitation;
	n8n: N8n;
	now: Date;
}

interface Done {
	taken: boolean;
	tell: Reason;
	values: Partial<Invitation>;
}

const steps = { connect: takeKey, renew: takeKey, disconnect };

const opens = ({ ask, call, credential, row }: Work): Promise<Opened> =>
	call.kind === 'snelStart'
		? openAdministration(ask, call.keys, credential)
		: openShop(ask, call.keys, row.shopUrl);

async function takeKey(work: Work): Promise<Done> {
	const { call, row, n8n, now } = work;
	const { client, shop } = row;
	const opened = await opens(work);
	if (!('administrationId' in opened)) return refused(closedWhy(opened, client));
	const { administrationId, administration } = opened;
	if (row.administrationId && row.administrationId !== administrationId) {
		const why = { case: 'otherAdministration', client, administration } as const;
		return refused(reason('INVITATION_REFUSED', why));
	}
	const before = row.state === 'open' ? await n8n.otherAdministration(row, administrationId) : '';
	if (before !== '') {
		const why = { case: 'movesAdministration', client, administration, before } as const;
		return refused(reason('INVITATION_REFUSED', why));
	}
	await n8n.putKeys(row.credentialId, call.keys);
	// This row is not yet connected itself.
	if (row.state === 'open') await n8n.endEarlier(row);
	const answeredAt = now.toISOString();
	const tell =
		call.kind === 'wooCommerce'
			? reason('CLIENT_CONNECTED', { case: 'shop', client, shop })
			: reason('CLIENT_CONNECTED', {
					case: row.state === 'open' ? 'administration' : 'renewed',
					client,
					administration,
				});
	const { mark: keyMark } = call;
	return {
		taken: true,
		tell,
		values: { state: 'connected', keyMark, administrationId, answeredAt },
	};
}

/** A key that was deleted opens nothing any more: one that does was not. */
async function disconnect(work: Work): Promise<Done> {
	const { call, row, n8n, now } = work;
	const { client } = row;
	if (call.mark !== '') {
		const opened = await opens(work);
		if ('administrationId' in opened) {
			return refused(reason('INVITATION_REFUSED', { case: 'keyStillWorks', client }));
		}
		if ('notReached' in opened) return refused(closedWhy(opened, client));
		if (!opened.isKey) {
			const why = { case: 'deletionUnclear', client, status: opened.refusedWith } as const;
			return refused(reason('INVITATION_REFUSED', why));
		}
	}
	const count = await n8n.switchOff(client);
	return {
		taken: true,
		tell: reason('CLIENT_DISCONNECTED', { client, count }),
		values: { state: 'deleted', answeredAt: now.toISOString() },
	};
}

const refused = (tell: Reason): Done => ({ taken: false, tell, values: {} });

function closedWhy(opened: Exclude<Opened, { administrationId: string }>, client: string): Reason {
	return 'refusedWith' in opened
		? reason('INVITATION_REFUSED', { case: 'keyRefused', client, status: opened.refusedWith })
		: reason('INVITATION_REFUSED', { case: 'notReached', client, error: opened.notReached });
}
