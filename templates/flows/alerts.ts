import { Flow } from '../build/flow';
import { codeName } from '../build/note';
import { text } from '../build/text';
import { stop, sendMail, coreNode, transformer } from '../fragments/basics';
import { equals, byAnswer, isTrue, keepIf } from '../fragments/conditions';
import { sendToChat } from '../fragments/chat';
import { withFields } from '../fragments/fields';

export function alerts(): Flow {
	const flow = new Flow({
		name: 'Alerts',
		description:
			'Tells by chat or mail that a run of another workflow failed: which workflow, which node, and where to look. Choose it as the error workflow of the other workflows.',
	});

	flow.note(
		'Overview',
		[-440, -200],
		[400, 560],
		text`
			## Alerts

			### How it works
			n8n starts this workflow when a run of another workflow fails that was not started by hand. The message says which workflow and node failed and where the run can be looked at. It holds nothing of what the run worked on, because that could be personal data.

			One crash is one message: when a workflow fails that another one called, the other one fails too and tells it. A shop that cannot be read is told by *Daily digest*, once, and once more when it is over; so publish that too.

			Orders that cannot be booked do not make a run fail: those stand in the order table, and in *Daily digest*.

			### Setup
			1. In **Your values** write \`chat\` or \`mail\` at *channel*.
			2. Chat: in **Send to chat** choose a credential *Chat Webhook API* with the address of an incoming webhook, as Slack, Mattermost and Google Chat give one; that of Discord with \`/slack\` behind it.
			3. Mail: fill in *mailFrom* and *mailTo*, choose a credential in **Send mail** and switch that node on: it is off as long as it has none.
			4. Publish this workflow, and choose it as *Error workflow* in the settings of the others. The import command does that by itself.
		`,
	);
	flow.note(
		'Section send',
		[680, -280],
		[560, 640],
		text`
			### Tell somebody
			By the channel that stands in *Your values*.
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
	const byWhichChannel = flow.add(
		'By which channel',
		[760, 0],
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
		[960, -180],
		sendToChat('={{ JSON.stringify({ text: $json.text }) }}'),
		'retried',
	);
	const sendMailNode = flow.add(
		'Send mail',
		[960, 0],
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
	const noChannelChosen = flow.add(
		'No channel chosen',
		[960, 180],
		stop("Nobody was told: write chat or mail at 'channel' in the node 'Your values'"),
	);

	flow.wire(whenARunFails, notToldElsewhere, yourValues, writeMessage, byWhichChannel);
	flow.wire(byWhichChannel, toChat);
	flow.wire(byWhichChannel.out(1), sendMailNode);
	flow.wire(byWhichChannel.out(2), noChannelChosen);

	return flow;
}
