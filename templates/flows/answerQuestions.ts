import { Flow } from '../build/flow';
import { text } from '../build/text';
import { ownNode, otherNode } from '../fragments/basics';
import { withFields } from '../fragments/fields';
import { rowsTool, is } from '../fragments/table';

export function answerQuestions(): Flow {
	const flow = new Flow({
		name: 'Answer questions about orders',
		description:
			'An AI agent that answers which orders need attention and why, from the order table and SnelStart. It can only read.',
	});

	flow.note(
		'Overview',
		[-480, -240],
		[440, 560],
		text`
			## Answer questions about orders

			### How it works
			Ask in the chat which orders need attention and why, what became of an order, or what its invoice looks like in SnelStart. An AI agent looks it up in the order table and in SnelStart and answers in your language, with the code and what to do.

			It can only read. No node that writes is given to it, and the order table holds no names or addresses. What it reads goes to the AI model that you choose, so think of your agreement with that provider. **Find invoice** gives amounts, dates and the open balance.

			### Setup
			1. **Your values**: the client as in the settings.
			2. Choose a model credential in **Chat model**, or put another model in its place.
			3. Choose the SnelStart credential in **Find invoice**, or delete that node.
			4. Open the chat at the bottom of the canvas and ask: *Which orders need attention, and why?*

			Check what it says before you act on it: a language model can be wrong.
		`,
	);
	flow.note(
		'Note on the tools',
		[300, 140],
		[860, 320],
		text`
			### What it may use
			Only these. Each reads; none can write.
		`,
		7,
	);
	const whenAsked = flow.add(
		'When asked',
		[0, 0],
		otherNode('@n8n/n8n-nodes-langchain.chatTrigger', 1.1, { public: false, options: {} }),
	);
	const yourValues = flow.add('Your values', [200, 0], withFields({ client: 'my-client' }));
	const lookUpAndAnswer = flow.add(
		'Look up and answer',
		[460, 0],
		otherNode('@n8n/n8n-nodes-langchain.agent', 2, {
			promptType: 'define',
			text: '={{ $json.chatInput }}',
			options: {
				systemMessage:
					'You help the owner of a webshop and their bookkeeper. Orders of the shop are booked in SnelStart by workflows; the order table says what became of each. Look every fact up with a tool before you answer; never guess an amount, a number or a reason. Name orders by their order number. For an order that needs attention give its code, what was found and what to do, as the table says. You can only read: say so when somebody asks you to change or book something, and point to the button Process in the dashboard. Answer briefly, in the language of the question.',
				maxIterations: 6,
			},
		}),
	);
	const chatModel = flow.add(
		'Chat model',
		[340, 240],
		otherNode('@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.1, { model: 'gpt-4.1-mini', options: {} }),
	);
	const memory = flow.add(
		'Memory',
		[500, 240],
		otherNode('@n8n/n8n-nodes-langchain.memoryBufferWindow', 1.3, {}),
	);
	const findOrdersInAState = flow.add(
		'Find orders in a state',
		[660, 240],
		rowsTool('WebshopOrders', {
			where: [
				is('client', yourValues.first('client')),
				is('state', "={{ $fromAI('state', 'One state, for example needsAttention', 'string') }}"),
			],
			limit: 100,
			says: 'Orders, refunds and payments in one state, each with its order number, amounts in euros, code, message and tip. States: needsAttention, waiting, ready, unknown, booking, booked, nothingToBook.',
		}),
	);
	const findOneOrder = flow.add(
		'Find one order',
		[820, 240],
		rowsTool('WebshopOrders', {
			where: [
				is('client', yourValues.first('client')),
				is('orderNumber', "={{ $fromAI('orderNumber', 'The order number', 'string') }}"),
			],
			limit: 20,
			says: 'What became of one order, by the order number that the customer sees.',
		}),
	);
	const findInvoice = flow.add(
		'Find invoice',
		[980, 240],
		ownNode('snelStartTool', {
			descriptionType: 'manual',
			toolDescription:
				'Invoices in SnelStart with this invoice number: date, amount and what is still open. The order table gives the invoice number as snelStartNumber.',
			resource: 'salesInvoice',
			operation: 'getMany',
			returnAll: false,
			limit: 5,
			simplify: true,
			filters: {
				invoiceNumber:
					"={{ $fromAI('invoiceNumber', 'The invoice number in SnelStart', 'string') }}",
			},
		}),
	);

	flow.wire(whenAsked, yourValues, lookUpAndAnswer);
	flow.attach(lookUpAndAnswer, 'ai_languageModel', chatModel);
	flow.attach(lookUpAndAnswer, 'ai_memory', memory);
	flow.attach(lookUpAndAnswer, 'ai_tool', findOrdersInAState);
	flow.attach(lookUpAndAnswer, 'ai_tool', findOneOrder);
	flow.attach(lookUpAndAnswer, 'ai_tool', findInvoice);

	return flow;
}
