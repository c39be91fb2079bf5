import type { Sandbox } from '../../sandbox';
import type { DemoStage } from '../../scripts/demoStage';
import { FileTrade, switchOnFiles } from './fileTrade';
import { PAPERS, switchOnPapers } from './papers';
import { switchOnTotals, TOTALS } from './totals';
import { Trade, type TradeKinds } from './trade';

const HOURLY = 'Every hour';
const DAILY = 'Every day';
const SYNC: Flow = ['Hourly order sync WooCommerce', HOURLY];
const REFUNDS: Flow = ['Hourly refund sync WooCommerce', HOURLY];
/** Of a shop without day totals and papers, which have campaigns of their own. */
const PLAIN: Flow[] = [
	['Hourly order sync JouwWeb', HOURLY],
	REFUNDS,
	['Daily payment matching WooCommerce', DAILY],
	['Daily payment matching JouwWeb', DAILY],
];

/** A workflow of a campaign, and the node that the clock starts it at. */
export type Flow = [name: string, trigger: string];

/** What the client of a campaign has switched on. */
export interface Kinds {
	/** The shop books in day totals. */
	inTotals?: boolean;
	/** The orders come from a file, which is uploaded again with what was ordered since. */
	inFiles?: boolean;
	/** Each entry gets a paper. */
	withPapers?: boolean;
}

/** The demo's client with that switched on. */
export async function switchOn(
	begun: DemoStage,
	{ inTotals, inFiles, withPapers }: Kinds,
): Promise<DemoStage> {
	let stage = begun;
	if (inTotals) stage = await switchOnTotals(stage);
	if (withPapers) stage = await switchOnPapers(stage);
	return inFiles ? await switchOnFiles(stage) : stage;
}

/**
 * What customers do, and the roads on which it comes into the books: the name of each, first to last.
 * @param whose the client, and the id of its first order; left out: the demo's client and usual ids
 */
export function tradeOf(
	sandbox: Sandbox,
	{ inTotals, inFiles, withPapers }: Kinds,
	whose: Pick<TradeKinds, 'client' | 'firstId'> = {},
): { trade: Trade; flows: Flow[]; files: FileTrade | undefined; atJouwWeb: boolean } {
	const files = inFiles ? new FileTrade(sandbox, whose) : undefined;
	const isPlain = !inTotals && !inFiles && !withPapers;
	const trade = files ?? new Trade(sandbox, { ...whose, inTotals, withPapers, isPaid: isPlain });
	const flows: Flow[] = [
		SYNC,
		...(inTotals ? [[TOTALS, HOURLY] as Flow, REFUNDS] : []),
		...(withPapers ? [[PAPERS, HOURLY] as Flow] : []),
		...(isPlain ? PLAIN : []),
	];
	return { trade, flows, files, atJouwWeb: isPlain };
}
