import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import type { Sandbox } from '../../../../sandbox';
import { demoClientFile, demoSecrets } from '../../../../scripts/demoClient';
import type { N8nServer } from '../../../../scripts/n8nServer';
import { ROOT } from '../../../../scripts/setUp.js';
import { followGuide, type Step } from '../../../support/guide';
import type { Hand } from '../byHand';
import { openPanel } from '../panel';
import { until } from '../until';

const GUIDE = 'snelstart-access.md';
const HOST = 'https://n8n.example.com';
const COMMAND = path.join(ROOT, 'cli', 'dist', 'main.js');

export interface Invited {
	/** What the integrator was told of the client. */
	told: string[];
	/** What the owner saw at the end. */
	thanks: string;
	/** The same of the owner of the shop, who agreed on WooCommerce's own page. */
	thanksOfShop: string;
	/** What the import of the client would do. */
	plan: string;
}

/** A chat that hears what it is told. */
async function openChat() {
	const told: string[] = [];
	const chat = createServer((request, response) => {
		let body = '';
		request.on('data', (text) => (body += text));
		request.on('end', () => {
			told.push((JSON.parse(body) as { text: string }).text);
			response.end('ok');
		});
	}).listen(0, '127.0.0.1');
	await once(chat, 'listening');
	const { port } = chat.address() as AddressInfo;
	return { told, url: `http://127.0.0.1:${port}/hook`, close: () => chat.close() };
}

/** Sets invitations up and invites the owner of a client, as docs/snelstart-access.md says. */
export async function walkInvitation(
	hand: Hand,
	sandbox: Sandbox,
	server: N8nServer,
	client: string,
): Promise<Invited> {
	const chat = await openChat();
	const folder = await mkdtemp(path.join(tmpdir(), 'webshop-snelstart-invite-'));
	try {
		await setUp(hand, sandbox, server, chat.url);
		const own = demoClientFile(sandbox);
		const { woocommerce } = own.shops;
		const [shop] = own.settings.shops;
		const clientFile = {
			settings: { ...own.settings, client, shops: [shop!], payoutProviders: [] },
			snelStart: { ...own.snelStart, activationUrl: sandbox.snelStart.activationUrl },
			shops: { woocommerce },
		};
		await writeFile(path.join(folder, 'client.json'), JSON.stringify(clientFile));
		const { SNELSTART_CLIENT_KEY: _, ...secrets } = demoSecrets(sandbox);
		void _;
		/** Runs a command as the step says it, with this n8n for the one of the guide. */
		const run = async ({ text }: Step, which: number, ...more: string[]): Promise<string> => {
			const all = [...text.matchAll(/^ *webshop-snelstart (.*)$/gm)];
			const said = all[which]![1]!;
			const words = said.replace(HOST, server.baseUrl).split(' ');
			const env = { PATH: process.env.PATH, ...secrets, N8N_API_KEY: server.apiKey };
			const options = { cwd: folder, env };
			return (await promisify(execFile)(process.execPath, [COMMAND, ...words, ...more], options))
				.stdout;
		};
		let [link, ofShop, thanks, thanksOfShop, plan] = ['', '', '', '', ''];
		await followGuide(GUIDE, 'For each client', [
			async (step) => {
				[link = ''] = /https?:\/\/\S+\/activate\/\S+/.exec(await run(step, 0)) ?? [];
				[ofShop = ''] = /https?:\/\/\S+\/wc-auth\/\S+/.exec(await run(step, 1)) ?? [];
			},
			async () => {
				const owner = await hand.page.context().browser()!.newPage();
				await owner.goto(link);
				thanks = await owner.locator('body').innerText();
				await owner.goto(ofShop);
				await owner.getByText('Approve').click();
				await owner.waitForURL(/success=1/);
				thanksOfShop = await owner.locator('body').innerText();
				await owner.close();
			},
			async () => {
				// The chat was heard before, when its credential was tried.
				await until(
					() => chat.told,
					(told) => told.filter((text) => text.includes(client)).length === 2,
				);
			},
			async (step) => {
				plan = await run(step, 0, '--dry-run');
			},
		]);
		const told = chat.told.filter((text) => text.includes(client));
		return { told, thanks, thanksOfShop, plan };
	} finally {
		chat.close();
		await rm(folder, { recursive: true });
	}
}

/** "Set it up once". */
async function setUp(
	hand: Hand,
	sandbox: Sandbox,
	server: N8nServer,
	chatUrl: string,
): Promise<void> {
	let n8nApiKey = '';
	let url = '';
	await followGuide(GUIDE, 'Set it up once', [
		async ({ says }) => {
			says('Settings');
			says('n8n API');
			const scopes = [
				...['credential:update', 'dataTable:list', 'dataTableRow:read', 'dataTableRow:update'],
				...['workflow:list', 'workflow:deactivate'],
			].map(says);
			const key = { label: 'Invitations', expiresAt: null, scopes };
			({ rawApiKey: n8nApiKey } = await server.rest<{ rawApiKey: string }>(
				'POST',
				'/api-keys',
				key,
			));
		},
		async ({ says }) => {
			await hand.importFile(path.join(ROOT, says('workflows/invite-clients.json')));
			const trigger = await openPanel(hand.page, says('When an owner answers'));
			const { subscriptionKey, baseUrl, tokenUrl } = sandbox.snelStart;
			await trigger.makeCredential(says('Webshop Invitation API'), {
				...{ n8nUrl: server.baseUrl, n8nApiKey, subscriptionKey },
				// Where the stand-in is, which nobody fills in for SnelStart itself.
				...{ baseUrl, tokenUrl },
			});
			url = await trigger.productionUrl();
			await trigger.close();
		},
		async ({ says }) => {
			says('Your values');
			await hand.fillValue('channel', 'chat');
			const chat = await openPanel(hand.page, 'Send to chat');
			await chat.makeCredential('Chat Webhook API', { url: chatUrl });
			await chat.close();
			await hand.publish();
		},
		async ({ says }) => {
			const said = says(`${HOST}/webhook/webshop-invitations`).replace(HOST, server.baseUrl);
			if (said !== url) throw new Error(`The webhook is at ${url}, not at ${said}`);
			sandbox.snelStart.activation.webhookUrl = said;
		},
	]);
}
