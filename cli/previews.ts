import {
	euroIn,
	fromEuro,
	groupBy,
	outcomeNames,
	regimeNames,
	type Language,
	type Outcome,
} from '../bookkeeping';
import { itemsFrom, type ItemJson } from './executionData';
import type { StoredWorkflow } from './importWorkflows';
import type { N8nApi } from './n8nApi';
import { runOnce } from './runOnce';
import { shown as sayTrouble, Trouble } from './trouble';

const PREVIEW = 'Preview orders';
/** The node that gives a row per order and refund. */
const ROWS = 'Preview orders';

const texts = {
	en: {
		none: 'the shop has no order of the last three months',
		failed: 'the preview did not come to an end; run it in n8n',
		differs: 'differs from the shop by',
	},
	nl: {
		none: 'de winkel heeft geen bestelling van de afgelopen drie maanden',
		failed: 'het voorbeeld kwam niet tot een einde; voer het uit in n8n',
		differs: 'verschilt van de winkel met',
	},
} satisfies Record<Language, object>;

/**
 * Runs the previews of a client, which book nothing, and says what would become of the last orders: a
 * heading per shop with how many of each, then one line per order. A preview that fails is told, and
 * stops nothing.
 *
 * @param workflows template (and shop) → id, as an import gives them
 * @param webhooks where n8n's webhooks answer
 */
export async function previewsOf(
	api: N8nApi,
	workflows: Readonly<Record<string, string>>,
	webhooks: string,
	language: Language,
): Promise<string[]> {
	const words = texts[language];
	const lines: string[] = [];
	for (const [key, id] of Object.entries(workflows)) {
		if (!key.startsWith(PREVIEW)) continue;
		const stored = await api.request<StoredWorkflow>('GET', `/workflows/${id}`);
		const ran = await runOnce(api, stored, webhooks).catch((error: unknown) => {
			if (error instanceof Trouble) return error;
			throw error;
		});
		if (ran instanceof Trouble || ran.status !== 'success') {
			const why =
				ran instanceof Trouble ? sayTrouble(ran, language) : (ran.error?.message ?? ran.status);
			lines.push(`${stored.name}: ${words.failed} (${why})`);
			continue;
		}
		const rows = itemsFrom(ran, ROWS);
		const counts = [...groupBy(rows, ({ outcome }) => shown(outcome))].map(
			([outcome, same]) => `${same.length} ${nameOf(outcome, language)}`,
		);
		lines.push(`${stored.name}: ${counts.join(', ') || words.none}`);
		lines.push(...rows.map((row) => lineOf(row, language)));
	}
	return lines;
}

const NEEDS: Outcome = 'attention';

/** What needs somebody stands out. */
function nameOf(outcome: string, language: Language): string {
	const name = outcome in outcomeNames ? outcomeNames[outcome as Outcome][language] : outcome;
	return outcome === NEEDS ? name.toUpperCase() : name;
}

const shown = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** What would become of one order, and of what is not booked why and what to do. */
function lineOf(row: ItemJson, language: Language): string {
	const { differs } = texts[language];
	const outcome = shown(row.outcome);
	const money = (euro: number) => euroIn(language, fromEuro(euro));
	const total = typeof row.shopTotal === 'number' ? money(row.shopTotal) : '';
	const gap = typeof row.totalDifference === 'number' ? row.totalDifference : 0;
	const regimes: Record<string, string> = regimeNames(language);
	const regime = shown(row.regime);
	const number = [shown(row.orderNumber), shown(row.refund)].filter(Boolean).join(' / ');
	const what = [number, total, nameOf(outcome, language), regimes[regime] ?? regime];
	const why =
		outcome === 'book' ? '' : [row.code, row.message].map(shown).filter(Boolean).join(': ');
	const tip = outcome === NEEDS && shown(row.tip) !== '' ? ` → ${shown(row.tip)}` : '';
	const difference = gap === 0 ? '' : ` ${differs} ${money(gap)}`;
	return `  ${what.filter(Boolean).join('  ')}${difference}${why && `  ${why}`}${tip}`;
}
