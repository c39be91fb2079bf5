import type { Flow, Node, Position } from '../build/flow';
import { codeName, note } from '../build/note';
import { stop } from './basics';
import { answerCode } from './refunds';
import { deleteRows, is, upsertRow } from './table';

interface Silence {
	/** What of the shop could not be read. */
	what: 'orders' | 'refunds';
	/** Where client and shop stand. */
	values: Node;
	/** Where the first node stands: above all that follows the reading, so that it comes first. */
	at: Position;
}

const ofShop = ({ what, values }: Silence) => [
	is('client', values.first('client')),
	is('shop', values.first('shop')),
	is('subject', `unread ${what}`),
];

/**
 * Notes that a shop cannot be read, and ends the run. *Daily digest* tells it once, and once more
 * when it is over; *Alerts* leaves it to that.
 * @returns the first node
 */
export function shopIsSilent(flow: Flow, silence: Silence): Node {
	const { what, values, at } = silence;
	const noteSilence = flow.add(
		'Note that the shop is silent',
		at,
		upsertRow('ShopTroubles', ofShop(silence), {
			client: values.first('client'),
			shop: values.first('shop'),
			subject: `unread ${what}`,
			...note('SHOP_OUTAGE', { cause: answerCode.slice(1) }),
		}),
		'once',
	);
	const shopIsSilent = flow.add(
		'Shop is silent',
		[at[0] + 180, at[1]],
		// Not the cause: n8n puts words of its own in the place of a message that names ECONNRESET.
		stop(
			`${codeName('SHOP_OUTAGE')}: the shop could not be read, see the table ShopTroubles. Daily digest tells it once, and once more when it is over.`,
		),
	);
	flow.wire(noteSilence, shopIsSilent);
	return noteSilence;
}

/** Notes that a shop can be read again. */
export const shopAnswers = (flow: Flow, silence: Silence): Node =>
	flow.add(
		'Note that the shop answers',
		silence.at,
		deleteRows('ShopTroubles', ofShop(silence)),
		'once',
		'evenWhenEmpty',
	);
