/** What can become of a row. The empty state is that of a row which was just recorded. */
export const stateNames = [
	'',
	'waiting',
	'booking',
	'booked',
	'nothingToBook',
	'needsAttention',
	'ready',
	'unknown',
	'gathered',
	'gatheredRefund',
	'inTotal',
] as const;
export type State = (typeof stateNames)[number];

/** What a run does with a row of a state, and what people may make of it. */
interface StateEntry {
	/** For the manual. */
	meaning: string;
	/** What the reader of the table has to do. */
	todo: string;
	/** The states that a run may write over it, each with the event that does so. */
	to: Partial<Record<State, string>>;
	/** The states that a person may set. */
	byHand: readonly State[];
	/** Whether the next run tries it again, whatever the shop says of it. */
	triedAgain: boolean;
	/** Whether nothing more will come of it by itself; such rows are cleaned up one day. */
	finished: boolean;
}

/** What a run makes of a row that nobody holds and nothing was sent of, when the shop is read. */
const asTheShopSays = {
	booking: 'to be booked, claimed by a run',
	waiting: 'the status is not one that starts a booking',
	nothingToBook: 'free, or never booked',
	needsAttention: 'it cannot be booked as it is',
	ready: 'VIES did not answer',
} as const;

/** The order table's states and which may follow which: everything else is refused by test. */
export const states = {
	'': {
		meaning: 'The run broke off right after it recorded the order',
		todo: 'Nothing: the next run books it',
		to: asTheShopSays,
		byHand: [],
		triedAgain: true,
		finished: false,
	},
	waiting: {
		meaning: 'The status in the shop is not one that starts a booking',
		todo: 'Nothing: it is booked when its status changes',
		to: asTheShopSays,
		byHand: ['ready', 'nothingToBook'],
		triedAgain: false,
		finished: false,
	},
	booking: {
		meaning: 'A run is booking it now',
		todo: 'Nothing. Never change a row in this state',
		to: {
			booked: 'SnelStart has it',
			gathered: 'it belongs to a total that is not closed yet',
			gatheredRefund: 'it is a refund that belongs to a negative total',
			needsAttention: 'SnelStart refused it',
			ready: 'nothing was sent',
			unknown: 'the answer was lost, or the run died',
			waiting: 'the shop took it back, and SnelStart does not have it',
			nothingToBook: 'the shop took it back, and SnelStart does not have it',
		},
		byHand: [],
		triedAgain: false,
		finished: false,
	},
	booked: {
		meaning: 'It is in SnelStart',
		todo: 'Nothing. Never change the state of such a row; *Undo bookings* takes it back',
		to: {
			ready: 'an undo took it back',
			unknown: 'its second entry, which SnelStart refused, is tried again',
		},
		byHand: ['ready'],
		triedAgain: false,
		finished: true,
	},
	nothingToBook: {
		meaning: 'A free order, or a status that is never booked',
		todo: 'Nothing',
		to: asTheShopSays,
		byHand: ['ready'],
		triedAgain: false,
		finished: true,
	},
	needsAttention: {
		meaning: 'It cannot be booked as it is; `code`, `message` and `tip` say why',
		todo: 'Follow the tip',
		to: asTheShopSays,
		byHand: ['ready', 'nothingToBook'],
		triedAgain: false,
		finished: false,
	},
	ready: {
		meaning:
			'It is to be tried again; nothing of it was sent (SnelStart or VIES did not answer, or you set it)',
		todo: 'Nothing: the next run books it',
		to: asTheShopSays,
		byHand: ['nothingToBook'],
		triedAgain: true,
		finished: false,
	},
	unknown: {
		meaning: 'It was sent, or may have been sent, and no answer came',
		todo: 'Nothing: the next run looks the number up in SnelStart before it sends anything',
		to: { booking: 'the next run, which looks it up first' },
		byHand: ['ready', 'nothingToBook'],
		triedAgain: true,
		finished: false,
	},
	gathered: {
		meaning:
			'It will be booked in a total of its day, or of its payout; `originalInvoiceNumber` says in which. Nothing of it was sent',
		todo: 'Nothing: _Book day totals_ books it when the day is over, or a payout has named it',
		to: { ...asTheShopSays, inTotal: 'its total is closed' },
		byHand: ['nothingToBook'],
		triedAgain: false,
		finished: false,
	},
	// Its amounts are fixed at once: later refunds of the order go by them.
	gatheredRefund: {
		meaning:
			'It is a refund, or a credit of a cancelled order, that will be booked in a negative total of its day; `originalInvoiceNumber` says in which. Nothing of it was sent, and nothing of it changes any more',
		todo: 'Nothing: _Book day totals_ books it when the day is over. Never change a row in this state',
		to: { inTotal: 'its total is closed' },
		byHand: [],
		triedAgain: false,
		finished: false,
	},
	inTotal: {
		meaning:
			'It is one of the orders or refunds of the total in `originalInvoiceNumber`, which is closed and not recorded as booked yet',
		todo: 'Nothing. Never change a row in this state',
		to: { booked: 'SnelStart has the total' },
		byHand: [],
		triedAgain: false,
		finished: false,
	},
} as const satisfies Record<State, StateEntry>;

/** The states of which something holds, in the order of the table above. */
const statesThat = (holds: (entry: StateEntry) => boolean): State[] =>
	stateNames.filter((name) => holds(states[name]));

/** A run may write its claim on them. */
export const claimable = statesThat(({ to }) => to.booking !== undefined);
/** What the shop says is written on them: nobody holds them, and nothing was sent. */
export const open = statesThat(({ to }) => to.booking !== undefined && to.waiting !== undefined);
/** Read from the shop again by every run. */
export const triedAgain = statesThat((entry) => entry.triedAgain);
/** Read again every night: whatever is not booked and may be one day. */
export const reviewed = statesThat((entry) => !entry.finished && entry.to.booking !== undefined);
/** Nothing more comes of them by itself. */
export const finished = statesThat((entry) => entry.finished);
/** Something is still to come, by itself or by a person. */
export const unfinished = statesThat((entry) => !entry.finished);
/** Kept back by something other than the order: SnelStart, VIES, a run that died. */
export const heldBack = stateNames.filter(
	(name) => name === 'booking' || (name !== '' && states[name].triedAgain),
);
/** Booked later, together with others of their day. */
export const ofTotals: State[] = ['gathered', 'gatheredRefund', 'inTotal'];
/** In which state what is in a total waits for its closing, by the kind of its row. */
export const waitsForTotal = {
	order: 'gathered',
	refund: 'gatheredRefund',
} as const satisfies Record<string, State>;
/** A total that has orders in one of these keeps them: it may have been sent. */
export const fixedInTotal: State[] = ['inTotal', 'booked'];
/** What may still come into a total, or into another one. */
export const outsideTotals: State[] = stateNames.filter((name) => !fixedInTotal.includes(name));
/** What the summaries count as waiting: the next run, or a change in the shop, goes on with it. */
export const toCome: State[] = [
	'waiting',
	...heldBack.filter((name) => name !== 'booking'),
	...ofTotals,
];
/** A person may have a row of these tried again. */
export const offeredAgain = statesThat(
	({ byHand, finished: isDone }) => byHand.includes('ready') && !isDone,
);

/** A condition of a data table on the column `state`. */
export interface StateCondition {
	column: 'state';
	condition: 'eq' | 'neq';
	value: State;
}

/**
 * The conditions, all of which must hold, that let through rows of these states and no others. Rows
 * that were just recorded have no state at all, so they are let through by what they are not.
 */
export function whereState(allowed: readonly State[]): StateCondition[] {
	const [only] = allowed;
	if (allowed.length === 1 && only) return [{ column: 'state', condition: 'eq', value: only }];
	return stateNames
		.filter((name) => name !== '' && !allowed.includes(name))
		.map((value) => ({ column: 'state', condition: 'neq', value }));
}

/** The state that stands in a row; a row that was just recorded has none. */
export function stateOf(value: unknown): State {
	return stateNames.find((name) => name === value) ?? '';
}
