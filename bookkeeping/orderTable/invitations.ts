import { reason, type Reason } from '../codes/register';
import type { RowOf } from './columns';

/** The reference of a link: 32 random bytes as base64url. What looks otherwise is not looked up. */
export const REFERENCE = /^[A-Za-z0-9_-]{43}$/;

/** A call takes seconds; a claim that is older is that of a call whose n8n died. */
const CLAIM_MS = 10 * 60_000;

export type Invitation = RowOf<'ClientInvitations'>;
export type InvitationKind = 'snelStart' | 'wooCommerce';

/** What a service says of a key: SnelStart's ActionType, of which WooCommerce knows the first. */
export interface KeyCall {
	kind: InvitationKind;
	action: 'create' | 'regenerate' | 'delete';
	/** A hash of the key, made with the reference; empty when the call has no key. */
	mark: string;
}

/** What to do: to connect for the first time, with another key, or to stop. */
export type Decision =
	| { step: 'connect' | 'renew' | 'disconnect' }
	/** Nothing; somebody is told why when it can be of use to the integrator. */
	| { refused: Reason | undefined };

const nothing: Decision = { refused: undefined };

/**
 * Decides on a call, from what was invited and what came before (SnelStart's calls are not signed:
 * who calls is known by the reference alone, which stands in no other place than the link).
 *
 * @param row the invitation of the reference; undefined when there is none
 */
export function decideKeyCall(
	row: Invitation | undefined,
	{ kind, action, mark }: KeyCall,
	now: Date,
): Decision {
	if (row?.kind !== kind || isClaimed(row, now)) return nothing;
	const { client, state } = row;
	const refuse = (why: 'expired' | 'used' | 'withdrawn'): Decision => ({
		refused: reason('INVITATION_REFUSED', { case: why, client }),
	});
	const isSameKey = mark !== '' && mark === row.keyMark;
	if (action === 'delete') {
		// Late: the key was replaced meanwhile, or nothing was ever connected.
		const isOfOurs = state === 'connected' && (mark === '' || isSameKey);
		return isOfOurs ? { step: 'disconnect' } : nothing;
	}
	if (mark === '' || (isSameKey && state !== 'open')) return nothing;
	if (state === 'open') {
		const isOver = new Date(row.expiresAt ?? 0).getTime() <= now.getTime();
		return isOver ? refuse('expired') : { step: 'connect' };
	}
	if (state !== 'connected') return refuse('withdrawn');
	return action === 'regenerate' ? { step: 'renew' } : refuse('used');
}

function isClaimed({ claimId }: Invitation, now: Date): boolean {
	const made = Date.parse((claimId ?? '').split('/')[0] ?? '');
	return !Number.isNaN(made) && now.getTime() - made < CLAIM_MS;
}
