import { cardText, type ReasonFact } from '../../../../bookkeeping';
import type { SnelStartContext } from '../../../shared/snelStart/transport';
import type { NotBooked } from '../outcome';
import { createCustomer } from './createCustomer';
import type { CreatedCard } from './createCustomer';
import { onCard } from './customerOutcome';
import type { CustomerOutcome } from './customerOutcome';
import { inWaves } from './inWaves';
import type { InWave } from './inWaves';
import { matchCustomer } from './matchCustomer';
import type { MatchBy, RelationCard } from './matchCustomer';
import { removeDouble, watchCards } from './olderCards';
import type { CountryIds, CustomerCard } from './toRelation';

/** A customer of whom no card was found. */
export interface Missing {
	customer: CustomerCard;
	/** A number that SnelStart refuses may be left off. */
	mayLackVatNumber: boolean;
	/** What was told of him already. */
	warnings: readonly string[];
}

interface Cards {
	/** All that are known; what is added or seen meanwhile is added here. */
	known: RelationCard[];
	countryIds: CountryIds;
	/** When they were looked for. */
	lookedAt: number;
	keyOf: (customer: CustomerCard) => string;
	orderOf: (customer: CustomerCard) => readonly MatchBy[];
	/** Looks for the cards of one more customer. @throws NodeApiError */
	look: (customer: CustomerCard) => Promise<RelationCard[]>;
	canBeFound: (customer: CustomerCard) => boolean;
}

/**
 * Adds the cards that are missing, many at a time. Orders of one customer, however each spells him,
 * never add him twice: who would be found on a card that is being added waits until it is there. One
 * look per wave shows whether somebody else added the same customer meanwhile; the older card wins.
 */
export function addMissing(
	this: SnelStartContext,
	{ known, countryIds, lookedAt, keyOf, orderOf, look, canBeFound }: Cards,
): (missing: Missing) => Promise<CustomerOutcome> {
	const failures = new Map<string, NotBooked>();
	const lookedFor = new Set<string>();
	const watch = watchCards.call(this, countryIds);
	const cardIn = (customer: CustomerCard, cards: readonly RelationCard[]) =>
		matchCustomer(customer, cards, orderOf(customer));

	const withoutNumber = async (
		{ customer, mayLackVatNumber, warnings }: Missing,
		failure: NotBooked,
	): Promise<InWave<Missing, CustomerOutcome>> => {
		const bare = { ...customer, vatNumber: '' };
		if (!mayLackVatNumber || !isVatNumberRefused(failure) || !canBeFound(bare)) {
			return { answer: failure };
		}
		// An order before this one may have left a card without it.
		const key = keyOf(bare);
		if (!lookedFor.has(key)) known.push(...(await look(bare)));
		lookedFor.add(key);
		return {
			again: {
				customer: bare,
				mayLackVatNumber: false,
				warnings: [...warnings, VAT_NUMBER_LEFT_OFF],
			},
		};
	};

	const added = async (
		{ customer, warnings: before }: Missing,
		{ id, code, made, warnings: own }: CreatedCard,
		unseen: (code: number) => string[],
	): Promise<CustomerOutcome> => {
		const warnings = [...before, ...own];
		if (made === 'now' && code !== undefined) {
			const earlier = known.filter((card) => card.code < code);
			const older = cardIn(customer, earlier);
			if (older) {
				return onCard(older, [...before, ...(await removeDouble.call(this, id, code))]);
			}
			warnings.push(...unseen(code));
		}
		// The next order of this customer, in whatever spelling, is on the card that was just made.
		known.push(cardOf(customer, id, code));
		return {
			relationId: id,
			created: made !== 'earlier',
			warnings,
		};
	};

	const create = async ({ customer }: Missing) =>
		await createCustomer.call(this, customer, countryIds, {
			key: keyOf(customer),
			order: orderOf(customer),
			lookedAt,
		});

	return inWaves(async (wave) => {
		const outcomes: Array<InWave<Missing, CustomerOutcome>> = [];
		const turns: Array<{ index: number; missing: Missing }> = [];
		const awaited: RelationCard[] = [];
		for (const [index, missing] of wave.entries()) {
			const { customer, warnings } = missing;
			const card = cardIn(customer, known);
			const failure = failures.get(keyOf(customer));
			if (card) outcomes[index] = { answer: onCard(card, warnings) };
			else if (failure) outcomes[index] = await withoutNumber(missing, failure);
			else if (cardIn(customer, awaited)) outcomes[index] = { again: missing };
			else {
				awaited.push(cardOf(customer, ''));
				turns.push({ index, missing });
			}
		}
		const made = await Promise.all(turns.map(async ({ missing }) => await create(missing)));
		const codes = made.flatMap((one) =>
			'made' in one && one.made === 'now' ? (one.code ?? []) : [],
		);
		const others = await watch(codes);
		known.push(...others.cards);
		for (const [turn, { index, missing }] of turns.entries()) {
			const one = made[turn]!;
			if ('state' in one) {
				failures.set(keyOf(missing.customer), one);
				outcomes[index] = await withoutNumber(missing, one);
			} else outcomes[index] = { answer: await added(missing, one, others.unseen) };
		}
		return outcomes;
	});
}

const VAT_NUMBER_LEFT_OFF = cardText('withoutVatNumber');

/** SnelStart's codes for what is no VAT number, or not one of the country of the address (SS-442). */
const VAT_NUMBER_REFUSED = ['REL-0057', 'REL-0058', 'REL-0059', 'REL-0087', 'REL-0088'];

function isVatNumberRefused({ reason: { code, facts = {} } }: NotBooked): boolean {
	const also = 'also' in facts && Array.isArray(facts.also) ? (facts.also as ReasonFact[]) : [];
	return [code, ...also.map((one) => one.code)].some((one) => VAT_NUMBER_REFUSED.includes(one));
}

/** The card that a customer has once it is added. */
function cardOf(customer: CustomerCard, id: string, code = Number.MAX_SAFE_INTEGER): RelationCard {
	const { name, email, vatNumber, chamberOfCommerceNumber, address } = customer;
	return {
		...{ id, name, email, vatNumber, chamberOfCommerceNumber },
		...{ postcode: address.postcode, country: address.country },
		code,
		isCustomer: true,
		inactive: false,
	};
}
