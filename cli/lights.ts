import type { Language } from '../bookkeeping';
import { CHECK, LIGHTS } from './checkShops';
import { commandText } from './commandTexts';
import { itemsFrom, type ItemJson } from './executionData';
import type { StoredWorkflow } from './importWorkflows';
import type { N8nApi } from './n8nApi';
import { runOnce } from './runOnce';

/**
 * Runs the set-up checks of a client and gives their lights, one line each, red ones first.
 *
 * @param workflows template (and shop) → id, as an import gives them
 * @param webhooks where n8n's webhooks answer
 * @throws Trouble when a check cannot be run
 */
export async function lightsOf(
	api: N8nApi,
	workflows: Readonly<Record<string, string>>,
	webhooks: string,
	language: Language,
): Promise<string[]> {
	const lines: string[] = [];
	for (const [key, id] of Object.entries(workflows)) {
		if (!key.startsWith(CHECK)) continue;
		const stored = await api.request<StoredWorkflow>('GET', `/workflows/${id}`);
		lines.push(
			...itemsFrom(await runOnce(api, stored, webhooks), LIGHTS).map((light) =>
				lineOf(light, language),
			),
		);
	}
	return lines;
}

function lineOf({ ok, check, found, tip }: ItemJson, language: Language): string {
	const red = commandText('red')[language];
	const after = typeof tip === 'string' && tip !== '' ? ` → ${tip}` : '';
	return `${ok === true ? 'ok'.padEnd(red.length) : red}  ${String(check)}: ${String(found)}${after}`;
}
