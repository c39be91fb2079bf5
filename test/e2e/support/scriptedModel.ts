import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Message {
	role: string;
	content?: unknown;
}
export interface ModelRequest {
	messages: Message[];
	tools?: Array<{ function: { name: string; description?: string; parameters: unknown } }>;
}

/** What the model says next: an answer, or a tool it wants with the arguments for it. */
export type Turn = { answer: string } | { tool: string; input: object };

export interface ScriptedModel {
	/** Base URL for an OpenAI credential. */
	url: string;
	/** What was sent to the model. */
	requests: ModelRequest[];
	stop(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<ModelRequest> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return JSON.parse(Buffer.concat(chunks).toString('utf8')) as ModelRequest;
}

/**
 * Stands in for a language model, in the layout of OpenAI's chat completions: a script decides each
 * turn from what was sent, so that a test says the same every time.
 */
export async function startScriptedModel(
	script: (request: ModelRequest) => Turn,
): Promise<ScriptedModel> {
	const requests: ModelRequest[] = [];
	const server = createServer((request, response) => {
		void bodyOf(request).then((body) => {
			requests.push(body);
			const turn = script(body);
			const message =
				'answer' in turn
					? { role: 'assistant', content: turn.answer }
					: {
							role: 'assistant',
							content: null,
							tool_calls: [
								{
									id: `call_${requests.length}`,
									type: 'function',
									function: { name: turn.tool, arguments: JSON.stringify(turn.input) },
								},
							],
						};
			response.setHeader('Content-Type', 'application/json');
			response.end(
				JSON.stringify({
					id: `chatcmpl-${requests.length}`,
					object: 'chat.completion',
					created: 0,
					model: 'scripted',
					choices: [{ index: 0, message, finish_reason: 'answer' in turn ? 'stop' : 'tool_calls' }],
					usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
				}),
			);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/v1`,
		requests,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
