import { moment, owner, text, type DataTable } from './column';

export const clientInvitations = {
	meaning:
		'The links by which owners [connect](snelstart-access.md#invite-a-client) their administration or shop. It holds no key, and no link can be made from it',
	madeBy: 'import command',
	personalData: 'never',
	columns: {
		referenceHash: text('A hash (SHA-256) of the reference in the link'),
		...owner,
		kind: text('`snelStart` or `wooCommerce`: what is connected'),
		shopUrl: text('WooCommerce: where the shop is that the keys must open'),
		credentialId: text('The credential in n8n that gets the key'),
		state: text(
			'`open` until the owner has answered; `connected`; `deleted` when the owner has deleted the key in SnelStart; `withdrawn` when a newer invitation or its key took its place',
		),
		claimId: text(
			'The call that is being answered, after the moment it came: two calls at once do the work once',
		),
		keyMark: text(
			'Of the key that was handed over last: a hash made with the reference, by which a repeated or late call is known',
		),
		administrationId: text('SnelStart: the id of the administration that the key opened'),
		expiresAt: moment('An `open` link is worth nothing after it'),
		answeredAt: moment('When a key was handed over or deleted last'),
	},
} as const satisfies DataTable;
