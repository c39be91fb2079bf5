import {
	decideKeyCall,
	REFERENCE,
	type Invitation,
	type KeyCall,
} from '../../../bookkeeping/orderTable/invitations';

const now = new Date('2026-11-28T12:00:00.000Z');
const row = (changes: Partial<Invitation> = {}): Invitation => ({
	referenceHash: 'hash',
	client: 'my-client',
	shop: '',
	kind: 'snelStart',
	shopUrl: '',
	credentialId: 'credential',
	state: 'open',
	claimId: '',
	keyMark: '',
	administrationId: '',
	expiresAt: '2026-11-28T12:00:00.001Z',
	answeredAt: null,
	...changes,
});
const decide = (changes: Partial<Invitation>, call: Partial<KeyCall> = {}) =>
	decideKeyCall(row(changes), { kind: 'snelStart', action: 'create', mark: 'a', ...call }, now);
const told = (why: string) => ({
	refused: { code: 'INVITATION_REFUSED', facts: { case: why, client: 'my-client' } },
});
const nothing = { refused: undefined };

test.each([
	['an open link', {}, {}, { step: 'connect' }],
	['an open link whose first call was lost', {}, { action: 'regenerate' }, { step: 'connect' }],
	['a link in its last moment', { expiresAt: now.toISOString() }, {}, told('expired')],
	['a link without an end', { expiresAt: null }, {}, told('expired')],
	['a call without a key', {}, { mark: '' }, nothing],
	['a link for something else', {}, { kind: 'wooCommerce' }, nothing],
	['the same key again', { state: 'connected', keyMark: 'a' }, {}, nothing],
	['another key by the same link', { state: 'connected', keyMark: 'b' }, {}, told('used')],
	[
		'a key that was made again, long after',
		{ state: 'connected', keyMark: 'b', expiresAt: '2025-01-01T00:00:00.000Z' },
		{ action: 'regenerate' },
		{ step: 'renew' },
	],
	['a key for a link that was withdrawn', { state: 'withdrawn' }, {}, told('withdrawn')],
	['a key after the deletion', { state: 'deleted', keyMark: 'b' }, {}, told('withdrawn')],
	[
		'a deletion',
		{ state: 'connected', keyMark: 'a' },
		{ action: 'delete' },
		{ step: 'disconnect' },
	],
	[
		'a deletion that names no key',
		{ state: 'connected', keyMark: 'a' },
		{ action: 'delete', mark: '' },
		{ step: 'disconnect' },
	],
	[
		'a deletion of an older key',
		{ state: 'connected', keyMark: 'b' },
		{ action: 'delete' },
		nothing,
	],
	['a deletion of what was never connected', {}, { action: 'delete' }, nothing],
	['what another call answers', { claimId: '2026-11-28T11:50:00.001Z/x' }, {}, nothing],
	['what a dead call answered', { claimId: '2026-11-28T11:50:00.000Z/x' }, {}, { step: 'connect' }],
] as Array<[string, Partial<Invitation>, Partial<KeyCall>, unknown]>)(
	'%s',
	(_, changes, call, decision) => {
		expect(decide(changes, call)).toEqual(decision);
	},
);

test('a reference that nobody was given opens nothing', () => {
	expect(decideKeyCall(undefined, { kind: 'snelStart', action: 'create', mark: 'a' }, now)).toEqual(
		nothing,
	);
});

test('a reference is 32 bytes, and nothing else is looked up', () => {
	expect(REFERENCE.test(Buffer.alloc(32, 7).toString('base64url'))).toBe(true);
	for (const other of [
		'',
		'a'.repeat(42),
		'a'.repeat(44),
		`${'a'.repeat(42)}/`,
		`${'a'.repeat(43)}\n`,
	]) {
		expect(REFERENCE.test(other)).toBe(false);
	}
});
