import { Flow, type Node } from '../build/flow';
import { codeName, note, noNote } from '../build/note';
import { text } from '../build/text';
import { byTheClock, transformer } from '../fragments/basics';
import { equals, whether } from '../fragments/conditions';
import { onlyFields } from '../fragments/fields';
import { attachPaper, claimPapers, planned, recordPaper } from '../fragments/papers';
import { kindIs, ofShop, stateIs } from '../fragments/rowConditions';
import { readSettings } from '../fragments/settings';
import type { Shop } from '../fragments/shops';
import { getRows, is, isAtLeast, updateRows } from '../fragments/table';
import { restWhilePaused } from '../fragments/paused';
import { refuseUnknownClient } from '../fragments/knownClient';

export function attachPapers(shop: Shop): Flow {
	const what = shop.getInvoice ? "the shop's invoice or an order sheet" : 'an order sheet';
	const flow = new Flow({
		name: `Attach papers ${shop.name}`,
		description: `Every hour, attaches ${what} to the sales entry in SnelStart of each order of the ${shop.name} shop that was booked in the last week, as the client settings say. Once per entry, also when two runs look at the same time.`,
	});
	flow.note(
		'Overview',
		[-480, -300],
		[420, 660],
		text`
			## Attach papers ${shop.name}

			### How it works
			Where *Paper at the Entry* of the shop in *Client settings* says so, every hour
			1. looks for orders that were booked in the last week and have no document in their booking record. Those in a day total have its list instead.
			2. claims each of them: only the run with the claim goes on.
			3. ${shop.getInvoice ? "fetches the shop's invoice, without any key and from the shop's own host only, or writes an order sheet." : 'reads the order and writes an order sheet.'}
			4. attaches it, unless the entry has a document of that name, and notes the id of the document.

			Nothing waits for it: the order is booked already. What fails stands in the row of the order with a code, and is tried again every two hours for a week.

			### Setup
			1. *Client settings*: choose *Paper at the Entry* of the shop.
			2. **Your values**: the names of client and shop.
			3. **Attach paper**: choose the SnelStart credential. Its key needs *documenten*.
			4. **Get order**${shop.getInvoice ? ' and **Get invoice**' : ''}: choose the ${shop.name} credential${shop.alsoToChoose}.
			5. Publish this workflow.
		`,
	);
	flow.note(
		'Section find',
		[0, -300],
		[900, 660],
		text`
			### Which entries lack their paper?
			Booked in the last week, and no run has it.
		`,
		7,
	);
	flow.note(
		'Section claim',
		[940, -300],
		[760, 660],
		text`
			### Claim
			Reading the documents of an entry is not enough: two runs would both find none.
		`,
		7,
	);
	flow.note(
		'Section attach',
		[1740, -300],
		[1180, 660],
		text`
			### Make and attach
			What fails is noted in the row of the order.
		`,
		7,
	);
	const everyHour = flow.add(
		'Every hour',
		[40, 0],
		byTheClock({ field: 'hours', hoursInterval: 1, triggerAtMinute: 37 }),
	);
	const yourValues = flow.add(
		'Your values',
		[220, 0],
		onlyFields({ client: 'my-client', shop: shop.usualName }),
	);
	const loadSettings = flow.add(
		'Load settings',
		[420, -80],
		readSettings(yourValues.first('client')),
		'once',
	);
	const findBooked = flow.add(
		'Find booked orders',
		[420, 100],
		getRows('BookingRecords', {
			where: [
				...ofShop(yourValues, 'order'),
				isAtLeast('bookedAt', '={{ $now.minus({ days: 7 }).toUTC().toISO() }}'),
			],
		}),
		'once',
	);
	const planPapers = flow.add(
		'Plan papers',
		[660, 0],
		transformer({
			resource: 'orderTable',
			operation: 'planPapers',
			claimId: '={{ $execution.id }}',
		}),
	);
	const { claim, claimed } = claimPapers(flow, [980, 0]);
	const takeNoteOff = flow.add(
		'Take note off',
		[1540, -160],
		updateRows(
			'WebshopOrders',
			[is('orderKey', planned('documentKey')), is('code', codeName('PAPER_NOT_ATTACHED'))],
			noNote,
		),
	);
	const getOrder = flow.add(
		'Get order',
		[1960, 140],
		shop.getOrder(planned('orderId')),
		'withErrorOutput',
	);
	const writeSheet = flow.add(
		'Write order sheet',
		[2220, 140],
		transformer({
			resource: 'order',
			operation: 'writeOrderSheets',
			shop: planned('shop'),
			orderField: '',
			invoiceNumber: planned('number'),
		}),
	);
	const attach = flow.add('Attach paper', [2480, 0], attachPaper(), 'retried', 'withErrorOutput');
	const record = flow.add('Record paper', [2700, -60], recordPaper('order'));
	const noteFailure = flow.add(
		'Note failure',
		[2700, 200],
		updateRows(
			'WebshopOrders',
			[is('orderKey', planned('documentKey')), kindIs('order'), stateIs('booked'), is('code', '')],
			{ ...note('PAPER_NOT_ATTACHED', { answer: WHY }) },
		),
	);

	flow.wire(everyHour, yourValues, [loadSettings, findBooked]);
	flow.wire(findBooked, planPapers);
	flow.wire(loadSettings, [planPapers.in(1), writeSheet.in(1)]);
	flow.wire(planPapers, claim);
	flow.wire(claimed, takeNoteOff);
	flow.wire(getOrder, writeSheet, attach, record);
	flow.wire(getOrder.error, noteFailure);
	flow.wire(writeSheet.out(1), noteFailure);
	flow.wire(attach.error, noteFailure);
	wirePaper(flow, shop, { claimed, getOrder, attach, noteFailure });
	refuseUnknownClient(flow, yourValues);
	restWhilePaused(flow, yourValues);

	return flow;
}

/** The code of what failed: of a request, or of an order that cannot be read. */
const WHY = `{{ $json.details?.code ?? $json.code ?? '${codeName('SHOP_NOT_REACHED')}' }}`;

function wirePaper(
	flow: Flow,
	shop: Shop,
	{
		claimed,
		getOrder,
		attach,
		noteFailure,
	}: Record<'claimed' | 'getOrder' | 'attach' | 'noteFailure', Node>,
): void {
	if (!shop.getInvoice) {
		flow.wire(claimed, getOrder);
		return;
	}
	const isInvoice = flow.add(
		'Invoice of the shop?',
		[1780, 0],
		whether(equals(planned('paper'), 'invoice')),
	);
	const getInvoice = flow.add(
		'Get invoice',
		[1960, -60],
		shop.getInvoice(planned('orderId'), planned('invoiceAddress')),
		'withErrorOutput',
	);
	flow.wire(claimed, isInvoice);
	flow.wire(isInvoice.yes, getInvoice, attach);
	flow.wire(getInvoice.error, noteFailure);
	flow.wire(isInvoice.no, getOrder);
}
