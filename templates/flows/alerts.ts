import { Flow } from '../build/flow';
import { codeName, toldInItem } from '../build/note';
import { text } from '../build/text';
import { stop, sendMail, coreNode, transformer } from '../fragments/basics';
import { equals, byAnswer, isTrue, keepIf } from '../fragments/conditions';
import { sendToChat } from '../fragments/chat';
import { withFields } from '../fragments/fields';
import { is, keepIfNoRow, updateRows, upsertRow } from '../fragments/table';

export function alerts(): Flow {
	const flow = new Flow({
		name: 'Alerts',
		description:
			'Tells by chat or mail that a run of another workflow failed: which workflow, which node, and why by its code. Choose it as the error workflow of the other workflows.',
		keepsRuns: true,
	});

	flow.note(
		'Overview',
		[-440, -200],
		[400, 740],
		text`
			## Alerts

			### How it works
			n8n starts this workflow when a run of another workflow fails that was not started by hand. The message says which workflow and node failed, and why by its code. It holds nothing of what the run worked on, because that could be personal data; for the same reason n8n keeps no run of a workflow that may hold orders. To see where one stops, open it and run it by hand.

			A workflow that fails is told once. It stands in the table **ShopTroubles** from then on: *Daily digest* names it every morning, and tells when it did not fail for a day. So publish that too.

			One crash is one message: when a workflow fails that another one called, the other one fails too and tells it. A shop that cannot be read is told by *Daily digest*, once, and once more when it is over.

			Orders that cannot be booked do not make a run fail: those stand in the order table, and in *Daily digest*.

			### Setup
			1. Run *Set up tables* first.
			2. In **Your values** write \`chat\` or \`mail\` at *channel*.
			3. Chat: in **Send to chat** choose a credential *Chat Webhook API* with the address of an incoming webhook, as Slack, Mattermost and Google Chat give one; that of Discord with \`/slack\` behind it.
			4. Mail: fill in *mailFrom* and *mailTo*, choose a credential in **Send mail** and switch that node on: it is off as long as it has none.
			5. Publish this workflow, and choose it as *Error workflow* in the settings of the others. The import command does that by itself.
		`,
	);
	flow.note(
		'Section send',
		[860, -280],
		[820, 860],
		text`
			### Tell somebody
			By the channel that stands in *Your values*, and once: who was told stands in the table.
		`,
		7,
	);
	const whenARunFails = flow.add('When a run fails', [0, 0], coreNode('errorTrigger', 1, {}));
	const notToldElsewhere = flow.add(
		'Not told elsewhere?',
		[200, 0],
		keepIf(
			isTrue(
				`={{ $json.execution?.mode !== 'integrated' && !($json.execution?.error?.message ?? '').startsWith('${codeName('SHOP_OUTAGE')}') }}`,
			),
		),
	);
	const yourValues = flow.add(
		'Your values',
		[400, 0],
		withFields({
			client: 'my-client',
			language: 'nl',
			channel: '',
			mailFrom: '',
			mailTo: '',
		}),
	);
	const writeMessage = flow.add(
		'Write message',
		[580, 0],
		transformer({
			resource: 'message',
			operation: 'writeAlert',
			client: '={{ $json.client }}',
			language: '={{ $json.language }}',
		}),
	);
	const ofFailure = [
		is('client', yourValues.first('client')),
		is('subject', writeMessage.first('trouble')),
	];
	// Where the table cannot be read somebody is told all the same.
	const notToldYet = flow.add(
		'Not told yet?',
		[760, 0],
		keepIfNoRow('ShopTroubles', ofFailure),
		'withErrorOutput',
	);
	const noteAgain = flow.add(
		'Note that it fails again',
		[960, 420],
		updateRows('ShopTroubles', ofFailure, toldInItem),
	);
	const byWhichChannel = flow.add(
		'By which channel',
		[960, 0],
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
		[1160, -180],
		sendToChat("={{ JSON.stringify({ text: $('Write message').first().json.text }) }}"),
		'retried',
	);
	const sendMailNode = flow.add(
		'Send mail',
		[1160, 0],
		sendMail({
			fromEmail: yourValues.first('mailFrom'),
			toEmail: yourValues.first('mailTo'),
			subject: writeMessage.first('subject'),
			emailFormat: 'text',
			text: writeMessage.first('text'),
			options: { appendAttribution: false },
		}),
		'retried',
		'switchedOff',
	);
	const noChannelChosen = flow.add(
		'No channel chosen',
		[1160, 180],
		stop("Nobody was told: write chat or mail at 'channel' in the node 'Your values'"),
	);
	// Only of what somebody was told.
	const noteFailure = flow.add(
		'Note that it fails',
		[1400, -80],
		upsertRow('ShopTroubles', ofFailure, {
			client: yourValues.first('client'),
			shop: 'n8n',
			subject: writeMessage.first('trouble'),
			code: writeMessage.first('code'),
			message: writeMessage.first('message'),
			tip: writeMessage.first('tip'),
			facts: writeMessage.first('facts'),
		}),
	);

	flow.wire(whenARunFails, notToldElsewhere, yourValues, writeMessage, [notToldYet, noteAgain]);
	flow.runsFirst(notToldYet, noteAgain);
	flow.wire(notToldYet, byWhichChannel);
	flow.wire(notToldYet.out(1), byWhichChannel);
	flow.wire(byWhichChannel, toChat, noteFailure);
	flow.wire(byWhichChannel.out(1), sendMailNode, noteFailure);
	flow.wire(byWhichChannel.out(2), noChannelChosen);

	return flow;
}
