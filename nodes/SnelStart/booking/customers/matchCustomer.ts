import { isOtherMemberState } from '../../../../bookkeeping';
import type { CustomerCard } from './toRelation';

/** The part of a SnelStart relation that decides whether it is this customer's card. */
export interface RelationCard {
	id: string;
	code: number;
	name: string;
	email: string;
	vatNumber: string;
	chamberOfCommerceNumber: string;
	/** Of the address it is established at. */
	postcode: string;
	/** Of the same address, two letters; empty when it has none, or when nobody asked for it. */
	country: string;
	isCustomer: boolean;
	inactive: boolean;
	/** Days (krediettermijn); left out where the card names none: 0 counts as none (SS-447). */
	creditTerm?: number | undefined;
}

/** By what a customer's card can be found; the first that finds one decides. */
export type MatchBy = 'email' | 'vatNumber' | 'chamberOfCommerceNumber' | 'name';

/** E-mail address, VAT number, then KvK (J050, W046); the name only where there is no e-mail. */
export function defaultOrder(customer: CustomerCard): MatchBy[] {
	const numbers: MatchBy[] = ['email', 'vatNumber', 'chamberOfCommerceNumber'];
	return customer.email.trim() === '' ? [...numbers, 'name'] : numbers;
}

/**
 * The card of a customer, the lowest relation code of several. A business never lands on a
 * consumer's card and a consumer never on a business card (W062); inactive cards, cards that are no
 * customer (Klant) and cards of another VAT country are skipped.
 */
export function matchCustomer<Card extends RelationCard>(
	customer: CustomerCard,
	cards: readonly Card[],
	order: readonly MatchBy[] = defaultOrder(customer),
): Card | undefined {
	const usable = cards
		.filter((card) => card.isCustomer && !card.inactive && isInCountry(customer, card))
		.sort((a, b) => a.code - b.code);
	for (const by of order) {
		const found = usable.find((card) => matchers[by](customer, card));
		if (found) return found;
	}
	return undefined;
}

const matchers: Record<MatchBy, (customer: CustomerCard, card: RelationCard) => boolean> = {
	email: (customer, card) => hasEmail(card, customer.email) && isSameKind(customer, card),
	vatNumber: ({ kind, vatNumber }, card) =>
		kind === 'business' && vatKey(vatNumber) !== '' && vatKey(vatNumber) === vatKey(card.vatNumber),
	chamberOfCommerceNumber: (customer, card) => {
		const number = digits(customer.chamberOfCommerceNumber);
		if (customer.kind !== 'business' || number === '') return false;
		return number === digits(card.chamberOfCommerceNumber) && mayLackVatNumber(customer, card);
	},
	name: (customer, card) =>
		nameKey(customer.name) === nameKey(card.name) &&
		isAtAddress(customer, card) &&
		isSameKind(customer, card),
};

/** Sales without VAT inside the EU need the VAT number on the card (BOE-0080); Dutch ones do not. */
function mayLackVatNumber(customer: CustomerCard, card: RelationCard): boolean {
	const wanted = vatKey(customer.vatNumber);
	const found = vatKey(card.vatNumber);
	if (wanted === '' || wanted === found) return true;
	return found === '' && /^\d{9}B\d{2}$/.test(wanted);
}

/**
 * Whether a card of a customer's earlier orders still takes this one: in use, of a customer, of the
 * same kind (W062), in the country and with the VAT number that the sale needs.
 */
export function maySellTo(customer: CustomerCard, card: RelationCard): boolean {
	if (!card.isCustomer || card.inactive || !isInCountry(customer, card)) return false;
	const isBusinessCard = card.vatNumber !== '' || card.chamberOfCommerceNumber !== '';
	if (customer.kind === 'consumer') return !isBusinessCard;
	return mayLackVatNumber(customer, card) && isOneCompany(customer, card);
}

/** Two KvK numbers are two companies, though one person orders for both. */
function isOneCompany(customer: CustomerCard, card: RelationCard): boolean {
	const wanted = digits(customer.chamberOfCommerceNumber);
	const found = digits(card.chamberOfCommerceNumber);
	return wanted === '' || found === '' || wanted === found;
}

/**
 * Where OSS is switched on, a card in another member state without a VAT number takes distance sales to
 * that country and nothing else, and no other card takes them (SS-420).
 */
function isInCountry({ cardCountry }: CustomerCard, card: RelationCard): boolean {
	if (cardCountry === undefined) return true;
	return distanceSalesOn(card) === (isOtherMemberState(cardCountry) ? cardCountry : '');
}

/** The member state whose distance sales a card takes; empty when it takes none. */
const distanceSalesOn = ({ country, vatNumber }: RelationCard): string =>
	vatNumber === '' && isOtherMemberState(country) ? country : '';

/** A name alone is shared by many people; where a postcode is known it must be the same. */
function isAtAddress({ address }: CustomerCard, card: RelationCard): boolean {
	const postcode = postcodeKey(address.postcode);
	return postcode === '' || postcode === postcodeKey(card.postcode);
}

/**
 * Whether the card an existing entry stands on is this customer's: by e-mail address, VAT number or
 * name. Wider than a match, for the card may have been mended by hand since.
 */
export function isCardOf(customer: CustomerCard, card: RelationCard): boolean {
	const vat = vatKey(customer.vatNumber);
	return (
		hasEmail(card, customer.email) ||
		(vat !== '' && vat === vatKey(card.vatNumber)) ||
		nameKey(customer.name) === nameKey(card.name)
	);
}

/**
 * What tells a card apart: two cards with one of these are of one customer. A business and a consumer
 * may share an e-mail address (W062), two branches a VAT number, and where OSS is on a customer has a card
 * in each country; there the countries of the cards have to be read.
 */
export function keysOfCard(card: RelationCard): string[] {
	const isBusinessCard = card.vatNumber !== '' || card.chamberOfCommerceNumber !== '';
	const vat = vatKey(card.vatNumber);
	return [
		...(isBusinessCard ? [] : emailsOf(card.email).filter(Boolean)).map(
			(one) => `email ${one} ${distanceSalesOn(card)}`,
		),
		...(vat === '' ? [] : [`vat ${vat} ${emailKey(card.email)}`]),
	];
}

/** One key for all drafts that need the same new card. */
export function customerKey(customer: CustomerCard): string {
	const { kind, email, vatNumber, chamberOfCommerceNumber, name, cardCountry = '' } = customer;
	const vat = vatKey(vatNumber);
	if (kind === 'consumer') {
		const at = email.trim() === '' ? [nameKey(name), postcodeKey(customer.address.postcode)] : [];
		return JSON.stringify([kind, cardCountry, emailKey(email), ...at]);
	}
	const rest = vat === '' ? [digits(chamberOfCommerceNumber), nameKey(name)] : [];
	return JSON.stringify([kind, cardCountry, emailKey(email), vat, ...rest]);
}

/**
 * A card with a VAT or Chamber of Commerce number is a business card. A business with a VAT number
 * needs that number on the card. Without one, a card that carries no number at all is the business
 * only when it bears its name: such a card is what a business without numbers leaves behind.
 */
function isSameKind(customer: CustomerCard, card: RelationCard): boolean {
	const isBusinessCard = card.vatNumber !== '' || card.chamberOfCommerceNumber !== '';
	if (customer.kind === 'consumer') return !isBusinessCard;
	const vat = vatKey(customer.vatNumber);
	if (vat !== '') return vat === vatKey(card.vatNumber);
	if (!isBusinessCard) return nameKey(customer.name) === nameKey(card.name);
	return isOneCompany(customer, card);
}

/** SnelStart returns Dutch VAT numbers without the NL prefix (SS-444). */
export function vatKey(vatNumber: string): string {
	const bare = vatNumber.toUpperCase().replace(/[^A-Z0-9]/g, '');
	if (bare.startsWith('GR')) return `EL${bare.slice(2)}`;
	return bare.replace(/^NL(?=\d{9}B\d{2}$)/, '');
}

/** Whether one of the card's addresses is this one; capitals make no difference. */
export function hasEmail(card: Pick<RelationCard, 'email'>, email: string): boolean {
	return emailKey(email) !== '' && emailsOf(card.email).includes(emailKey(email));
}

/** A card may hold several addresses, separated by semicolons. */
function emailsOf(field: string): string[] {
	return field.split(';').map(emailKey);
}

function emailKey(email: string): string {
	return email.trim().toLowerCase();
}

/** Capitals, accents and signs make no other name: `Café Zon B.V.` and `CAFE ZON BV`. */
function nameKey(name: string): string {
	const bare = name.normalize('NFKD').toLowerCase();
	return bare.replace(/[^\p{L}\p{N}]/gu, '') || bare.trim();
}

function postcodeKey(postcode: string): string {
	return postcode.replace(/\s/g, '').toUpperCase();
}

function digits(number: string): string {
	return number.replace(/\D/g, '');
}
