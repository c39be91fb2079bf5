import type { IDataObject } from 'n8n-workflow';

import { fromEuro } from '../../../bookkeeping';
import { idOf, isSameId } from '../../shared/snelStart/idOf';
import { guidLiteral, textLiteral } from '../../shared/snelStart/odata';
import { getAllWith } from '../../shared/snelStart/paging';
import { read } from '../../shared/snelStart/transport';
import type { SnelStartContext } from '../../shared/snelStart/transport';
import { findCardsByEmail } from '../booking/customers/findCards';
import { numberKey } from '../booking/takeOver';
import { hasEmail } from '../booking/customers/matchCustomer';
import { mentions } from './mentions';

/** How an open item can be found (J162); what is empty does not take part. */
export interface OpenItemWanted {
	/** The sales entry itself, when it is known. */
	salesEntryId: string;
	invoiceNumber: string;
	orderNumber: string;
	/** Cents with VAT; negative for money that goes back. */
	cents: number;
	email: string;
}

/** An open item: a sales invoice (verkoopfactuur) with the entry behind it. */
export interface OpenItem {
	salesEntryId: string;
	invoiceId: string;
	invoiceNumber: string;
	relationId: string;
	totalCents: number;
	openCents: number;
	row: IDataObject;
}

/** By what an item was found; the first that finds something decides. */
export type FoundBy = 'entryId' | 'invoiceNumber' | 'emailAndAmount';

export interface OpenItemsFound {
	/** Empty: not found. Several: nothing tells which one is meant. */
	items: OpenItem[];
	foundBy?: FoundBy;
}

/**
 * Finds open items, many per call (J162): by the sales entry's own id, else by the invoice number;
 * else among the open items of the customer with the e-mail address the one with this amount whose
 * number or description holds the order number. Amount and e-mail address choose between several.
 *
 * @returns one answer per item wanted, in the same order
 * @throws NodeApiError when SnelStart refuses a look-up
 */
export async function findOpenItems(
	this: SnelStartContext,
	wanted: readonly OpenItemWanted[],
): Promise<OpenItemsFound[]> {
	// Payments of one day total name one entry, so this is a call for all of them.
	const named = new Set(wanted.map(({ salesEntryId }) => salesEntryId.toLowerCase()));
	const byId = await invoicesBy.call(
		this,
		'VerkoopBoeking/Id',
		[...named].filter(Boolean).map(guidLiteral),
	);
	const isMissing = ({ salesEntryId }: OpenItemWanted) =>
		salesEntryId === '' || !byId.some((item) => isSameId(item.salesEntryId, salesEntryId));
	const byNumber = await invoicesBy.call(
		this,
		'Factuurnummer',
		wanted
			.filter(isMissing)
			.map(({ invoiceNumber }) => invoiceNumber.trim())
			.filter(Boolean)
			.map(textLiteral),
	);
	const known = [...byNumber, ...byId];
	const found = wanted.map((one) => choose(one, known));
	const unknown = wanted.filter((one, index) => found[index]!.items.length === 0 && one.email);
	if (unknown.length === 0) return found;
	const search = await customerSearch.call(this, unknown);
	return await Promise.all(
		wanted.map(async (one, index) => (unknown.includes(one) ? await search(one) : found[index]!)),
	);
}

function choose(wanted: OpenItemWanted, items: readonly OpenItem[]): OpenItemsFound {
	const { salesEntryId, invoiceNumber, cents } = wanted;
	const itself = items.filter((item) => salesEntryId && isSameId(item.salesEntryId, salesEntryId));
	if (itself.length > 0) return { items: itself.slice(0, 1), foundBy: 'entryId' };
	const key = numberKey(invoiceNumber);
	const numbered = items.filter((item) => key !== '' && numberKey(item.invoiceNumber) === key);
	if (numbered.length === 0) return { items: [] };
	const fitting = numbered.filter(({ openCents }) => openCents === cents);
	return { items: fitting.length === 1 ? fitting : numbered, foundBy: 'invoiceNumber' };
}

/** The search by customer and amount: reads the open items of all customers it is asked for at once. */
async function customerSearch(
	this: SnelStartContext,
	wanted: readonly OpenItemWanted[],
): Promise<(one: OpenItemWanted) => Promise<OpenItemsFound>> {
	const cards = await findCardsByEmail.call(
		this,
		wanted.map(({ email }) => email),
	);
	const items = await invoicesBy.call(
		this,
		'Relatie/Id',
		cards.map(({ id }) => guidLiteral(id)),
		'OpenstaandSaldo ne 0',
	);
	const entries = new Map<string, Promise<unknown>>();
	const describes = async (item: OpenItem, orderNumber: string): Promise<boolean> => {
		if (mentions(item.invoiceNumber, orderNumber)) return true;
		const entry =
			entries.get(item.salesEntryId) ?? read.call(this, `/verkoopboekingen/${item.salesEntryId}`);
		entries.set(item.salesEntryId, entry);
		return mentions(String(((await entry) as IDataObject).omschrijving ?? ''), orderNumber);
	};
	return async ({ email, cents, orderNumber }) => {
		const own = cards.filter((card) => hasEmail(card, email)).map(({ id }) => id);
		const fitting = items.filter(
			({ relationId, openCents }) =>
				openCents === cents && own.some((id) => isSameId(id, relationId)),
		);
		const described: OpenItem[] = [];
		for (const item of fitting) {
			if (orderNumber === '' || (await describes(item, orderNumber))) described.push(item);
		}
		return described.length > 0 ? { items: described, foundBy: 'emailAndAmount' } : { items: [] };
	};
}

async function invoicesBy(
	this: SnelStartContext,
	property: string,
	literals: readonly string[],
	also?: string,
): Promise<OpenItem[]> {
	const rows = await getAllWith.call(this, '/verkoopfacturen', property, literals, also);
	return rows.map(toOpenItem).filter(({ salesEntryId }) => salesEntryId !== '');
}

/** An invoice without a sales entry behind it cannot be settled through the API. */
function toOpenItem(row: IDataObject): OpenItem {
	return {
		salesEntryId: idOf(row.verkoopBoeking) ?? '',
		invoiceId: idOf(row) ?? '',
		invoiceNumber: String(row.factuurnummer ?? ''),
		relationId: idOf(row.relatie) ?? '',
		totalCents: fromEuro(Number(row.factuurBedrag ?? 0)),
		openCents: fromEuro(Number(row.openstaandSaldo ?? 0)),
		row,
	};
}
