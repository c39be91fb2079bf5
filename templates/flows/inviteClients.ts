import { Flow } from '../build/flow';
import { text } from '../build/text';
import { ownNode, sendMail, stop } from '../fragments/basics';
import { sendToChat } from '../fragments/chat';
import { byAnswer, equals } from '../fragments/conditions';
import { withFields } from '../fragments/fields';

export function inviteClients(): Flow {
	const flow = new Flow({
		name: 'Invite clients',
		description:
			'Takes the key that an owner hands over after an invitation, puts it into the credential of the client and tells you. Once per n8n, for all clients; no key ever stands in a run.',
	});
	flow.note(
		'Overview',
		[-480, -260],
		[420, 640],
		text`
			## Invite clients

			### How it works
			1. \`webshop-snelstart invite\` makes a link for the owner of a client. It works once, for as long as you choose.
			2. The owner opens it, signs in at SnelStart or at the shop, and agrees. SnelStart or the shop calls this workflow with the key.
			3. **When an owner answers** looks the invitation up, tries the key and puts it into the credential of the client. Nothing of the key leaves it. A call that was not invited, that comes twice or too late does nothing.
			4. You are told by chat or mail what was connected, what was refused and why.
			5. When the owner deletes the key in SnelStart, the workflows of the client are switched off, and you are told.

			### Setup
			1. **When an owner answers**: choose a credential *Webshop Invitation API*.
			2. Publish this workflow, and give its Production URL to SnelStart as the webhook of your app.
			3. **Your values**: write \`chat\` or \`mail\` at *channel*. In **Send to chat** choose the credential, or fill in the addresses for mail, choose a credential in **Send mail** and switch that node on.
		`,
	);
	flow.note(
		'Section tell',
		[540, -260],
		[580, 640],
		text`
			### Tell the integrator
			Who, what, and what to do. No key.
		`,
		7,
	);
	const whenAnswered = flow.add(
		'When an owner answers',
		[40, 0],
		ownNode('webshopInvitationTrigger', { path: 'webshop-invitations', language: 'nl' }),
	);
	const yourValues = flow.add(
		'Your values',
		[260, 0],
		withFields({ channel: '', mailFrom: '', mailTo: '' }),
	);
	const byWhichChannel = flow.add(
		'By which channel',
		[600, 0],
		byAnswer(
			{
				chat: equals(yourValues.first('channel'), 'chat'),
				mail: equals(yourValues.first('channel'), 'mail'),
			},
			'none',
		),
	);
	const toChat = flow.add(
		'Send to chat',
		[860, -160],
		sendToChat('={{ JSON.stringify({ text: $json.text }) }}'),
		'retried',
	);
	const mail = flow.add(
		'Send mail',
		[860, 20],
		sendMail({
			fromEmail: yourValues.first('mailFrom'),
			toEmail: yourValues.first('mailTo'),
			subject: '={{ $json.subject }}',
			emailFormat: 'text',
			text: '={{ $json.text }}',
			options: { appendAttribution: false },
		}),
		'retried',
		'switchedOff',
	);
	const nobody = flow.add(
		'No channel chosen',
		[860, 200],
		stop(
			"={{ $json.text + \" Nobody was told: write chat or mail at 'channel' in the node 'Your values'\" }}",
		),
	);
	flow.wire(whenAnswered, yourValues, byWhichChannel);
	flow.wire(byWhichChannel, toChat);
	flow.wire(byWhichChannel.out(1), mail);
	flow.wire(byWhichChannel.out(2), nobody);
	return flow;
}
