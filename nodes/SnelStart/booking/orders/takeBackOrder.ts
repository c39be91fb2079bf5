import type { IDataObject } from 'n8n-workflow';

import {
	ENTRY_GONE,
	reason,
	told,
	whyKept,
	type StandingSalesOrder,
	type ToldCode,
} from '../../../../bookkeeping';
import { NO_SUCH_ORDER } from '../../../../probe';
import { idOf } from '../../../shared/snelStart/idOf';
import type { Refusal } from '../../../shared/snelStart/refusal';
import { request } from '../../../shared/snelStart/transport';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import { reasonOf } from '../outcome';

type ReadOrder = { standing: StandingSalesOrder } | { notRead: string; refusal: ToldCode };

const pathOf = (id: string): string => `/verkooporders/${encodeURIComponent(id)}`;

const isGone = ({ status, codes }: Refusal): boolean =>
	status === 404 || codes.includes(NO_SUCH_ORDER);

/** How a sales order stands in SnelStart; `notRead` is `ENTRY_GONE` for one that is not there. */
export async function readSalesOrder(this: SnelStartContext, id: string): Promise<ReadOrder> {
	const answer = await request.call(this, { method: 'GET', path: pathOf(id) });
	if (answer.outcome === 'ok') return { standing: toStanding(answer.data as IDataObject) };
	const { refusal } = answer;
	return { notRead: isGone(refusal) ? ENTRY_GONE : refusal.code, refusal: reasonOf(refusal) };
}

function toStanding(row: IDataObject): StandingSalesOrder {
	const text = (value: unknown): string => (typeof value === 'string' ? value : '');
	return {
		number: Number(row.nummer ?? 0),
		processStatus: text(row.procesStatus),
		status: text(row.verkoopOrderStatus) || 'InBehandeling',
		invoiceId: idOf(row.verkoopfactuur) ?? '',
		total: typeof row.totaalInclusiefBtw === 'number' ? row.totaalInclusiefBtw : null,
		lineCount: Array.isArray(row.regels) ? row.regels.length : 0,
	};
}

/**
 * What became of a sales order that was to be taken back. `kept`: nothing was sent, and why.
 * `unknown`: it may be there or not, and why it is not known to be gone.
 */
export type TakenBack = { state: 'deleted' } | ({ state: 'kept' | 'unknown' } & ToldCode);

/**
 * Deletes a sales order that stands as it was made. It is looked at right before, since somebody may
 * have invoiced it after the preview, and right after: only one that SnelStart does not have any more
 * is gone, whatever was answered. One that was gone already counts as deleted.
 */
export async function takeBackOrder(this: SnelStartContext, id: string): Promise<TakenBack> {
	const before = await readSalesOrder.call(this, id);
	if ('notRead' in before) return becameOf(before);
	const why = whyKept(before.standing);
	if (why) return { state: 'kept', ...told(why) };
	const answer = await request.call(this, { method: 'DELETE', path: pathOf(id) });
	const after = await readSalesOrder.call(this, id);
	if ('notRead' in after) return becameOf(after);
	if (answer.outcome !== 'ok') return { state: 'unknown', ...reasonOf(answer.refusal) };
	return { state: 'unknown', ...told(reason('UNDO_SALES_ORDER', { case: 'stillThere' })) };
}

function becameOf({ notRead, refusal }: Extract<ReadOrder, { notRead: string }>): TakenBack {
	return notRead === ENTRY_GONE ? { state: 'deleted' } : { state: 'unknown', ...refusal };
}
