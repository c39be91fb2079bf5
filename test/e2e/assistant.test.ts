import type { Sandbox } from '../../sandbox/index';
import { runHourly } from '../../scripts/demoStage';
import type { DemoStage } from '../../scripts/demoStage';
import type { N8nServer } from '../../scripts/n8nServer';
import { startScriptedModel } from './support/scriptedModel';
import type { ModelRequest, ScriptedModel, Turn } from './support/scriptedModel';
import { startStage, startStandIns } from './support/stage';

const TEMPLATE = 'Answer questions about orders';

let sandbox: Sandbox;
let server: N8nServer;
let stage: DemoStage;
let model: ScriptedModel;
let id: string;

const toolAnswers = ({ messages }: ModelRequest): string[] =>
	messages.filter(({ role }) => role === 'tool').map(({ content }) => JSON.stringify(content));
const question = ({ messages }: ModelRequest): string =>
	String(messages.findLast(({ role }) => role === 'user')?.content);

/** A model that looks up what it was asked for and repeats what the tools said. */
function script(request: ModelRequest): Turn {
	const found = toolAnswers(request);
	const names = request.tools!.map((tool) => tool.function.name);
	const tool = (words: RegExp) => names.find((name) => words.test(name))!;
	if (question(request).includes('attention')) {
		if (found.length === 0) {
			return { tool: tool(/state/i), input: { state: 'needsAttention' } };
		}
		const codes = found.join().match(/NO_VAT_MAPPING|TOTAL_MISMATCH|CURRENCY_NOT_EUR/g) ?? [];
		return { answer: `Codes: ${[...new Set(codes)].sort().join(', ')}` };
	}
	if (found.length === 0) return { tool: tool(/one.*order/i), input: { orderNumber: '28' } };
	if (found.length === 1) return { tool: tool(/invoice/i), input: { invoiceNumber: 'W28' } };
	return { answer: `In SnelStart: ${found[1]}` };
}

async function ask(chatInput: string): Promise<string> {
	model.requests.length = 0;
	const execution = await server.client.waitForExecution(
		await server.client.runWorkflow(id, 'When asked', [
			{ action: 'sendMessage', chatInput, sessionId: chatInput },
		]),
	);
	expect([execution.status, execution.error]).toEqual(['success', undefined]);
	return String(execution.outputs['Look up and answer']![0]![0]!.output);
}

beforeAll(async () => {
	sandbox = await startStandIns();
	stage = await startStage(sandbox);
	server = stage.server;
	await runHourly(stage);
	model = await startScriptedModel(script);
	const { client } = server;
	const { clientKey, subscriptionKey, baseUrl, tokenUrl } = sandbox.snelStart;
	const credentials: Record<string, object> = {
		lmChatOpenAi: {
			openAiApi: await client.createCredential('openAiApi', 'Scripted model', {
				apiKey: 'none',
				url: model.url,
			}),
		},
		snelStartTool: {
			snelStartB2bApi: await client.createCredential('snelStartB2bApi', 'SnelStart for questions', {
				clientKey,
				subscriptionKey,
				baseUrl,
				tokenUrl,
			}),
		},
	};
	const template = stage.templates.find(({ name }) => name === TEMPLATE)!;
	const nodes = template.nodes.map((node) => {
		const own = credentials[node.type.split('.').at(-1)!];
		return own ? { ...node, credentials: own } : node;
	});
	id = await client.importWorkflow({ ...template, nodes: nodes as typeof template.nodes });
});

afterAll(async () => {
	await model?.stop();
	await server?.stop();
	await sandbox?.stop();
});

test('answers which orders need attention, from the table, without a name or an address', async () => {
	expect(await ask('Which orders need attention, and why?')).toBe(
		'Codes: CURRENCY_NOT_EUR, NO_VAT_MAPPING, TOTAL_MISMATCH',
	);
	const sent = JSON.stringify(model.requests);
	expect(sent).toContain('ICP_VAT_NUMBER_MISSING');
	expect(sent).not.toMatch(/@|Jansen|de Vries|Schmidt/);
});

test('looks an order up in the table and its invoice in SnelStart', async () => {
	expect(await ask('What became of order 28?')).toMatch(/62\.3/);
});

test('is offered tools that read, and writes nothing', async () => {
	const since = sandbox.snelStart.journal.entries.length;
	const before = await server.client.rows('WebshopOrders');
	await ask('Which orders need attention, and why?');
	expect(model.requests[0]!.tools).toHaveLength(3);
	const calls = Object.keys(sandbox.snelStart.journal.calls({ since }));
	expect(calls.filter((call) => !call.startsWith('GET '))).toEqual([]);
	expect(await server.client.rows('WebshopOrders')).toEqual(before);
});
