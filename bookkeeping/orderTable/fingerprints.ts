import { BETWEEN, figureWords } from '../codes/figures';

/** A fingerprint in its parts; see `fingerprintOf`. */
interface Parts {
	amounts: string;
	/** Where it is delivered; empty in rows of version 0.1.0, which do not say it. */
	delivery: string;
	/** What was added later. Empty in rows of before, which say nothing of it. */
	area: string;
	vatNumber: string;
	paidByCard: string;
	/** By which rules of the settings articles are posted, and what of the order goes by which. */
	rules: string;
	articles: string;
}

/** No rule is there, or nothing of the order goes by one. */
export const NO_ARTICLES = '0';
/** A rule goes by categories, and the order was read without them. */
export const UNKNOWN_ARTICLES = '?';

const en = (word: keyof typeof figureWords): string => figureWords[word].en;
const isDelivery = (part: string): boolean =>
	part === en('pickedUp') || part.startsWith(`${en('to')} `);
const isArea = (part: string): boolean =>
	part === en('outsideVatArea') || part === en('northernIreland');
const isVatNumber = (part: string): boolean =>
	part === en('noVatNumber') || part.startsWith(en('vatNumber'));
const isCard = (part: string): boolean => part.startsWith(`${en('paidByCard')} `);
const isArticles = (part: string): boolean => part.startsWith(`${en('articles')} `);
const later = [isArea, isVatNumber, isCard, isArticles];

function partsOf(fingerprint: string): Parts {
	const all = fingerprint.split(BETWEEN);
	const of = (is: (part: string) => boolean): string => all.find(is) ?? '';
	const own = all.filter((part) => !later.some((is) => is(part)));
	const [, rules = NO_ARTICLES, articles = NO_ARTICLES] = of(isArticles).split(/[ -]/);
	return {
		amounts: own.filter((part) => !isDelivery(part)).join(BETWEEN),
		delivery: of(isDelivery),
		...{ area: of(isArea), vatNumber: of(isVatNumber), paidByCard: of(isCard) },
		...{ rules, articles },
	};
}

const isOfBefore = ({ vatNumber }: Parts): boolean => vatNumber === '';

/**
 * Whether both are of the same order, as far as both say it. Rows of version 0.1.0 do not say where it
 * went, those of before have no VAT number, area, part paid by card and accounts of articles; the
 * record with the VAT number cannot always be read; and under other settings articles are posted by
 * other rules, which is no change of the order.
 */
export function isSameFingerprint(one: string, other: string): boolean {
	if (one === other) return true;
	if (one === '' || other === '') return false;
	const [a, b] = [partsOf(one), partsOf(other)];
	const isBefore = isOfBefore(a) || isOfBefore(b);
	if (a.amounts !== b.amounts) return false;
	const saysNoDelivery = (parts: Parts) => isOfBefore(parts) && parts.delivery === '';
	if (a.delivery !== b.delivery && !saysNoDelivery(a) && !saysNoDelivery(b)) return false;
	return isBefore || isSameLater(a, b);
}

function isSameLater(a: Parts, b: Parts): boolean {
	const notRead = en('vatNumberNotRead');
	const isSameNumber =
		a.vatNumber === b.vatNumber || a.vatNumber === notRead || b.vatNumber === notRead;
	const areUnknown = [a.articles, b.articles].includes(UNKNOWN_ARTICLES);
	const isSamePosting = a.rules !== b.rules || areUnknown || a.articles === b.articles;
	return isSameNumber && isSamePosting && a.area === b.area && a.paidByCard === b.paidByCard;
}

/**
 * Whether what somebody approved is what would be booked now: to the letter, but for what was approved
 * before the fingerprint said as much as it does now.
 */
export function isApproved(approved: string, now: string): boolean {
	const isOld = approved !== '' && isOfBefore(partsOf(approved));
	return approved === now || (isOld && isSameFingerprint(approved, now));
}

/**
 * What the fingerprint of a row is like (`%` stands for anything) that is of the same order as this one,
 * whatever the rules of the settings that articles are posted by: in full, and as it was said before.
 */
export function likeFingerprints(now: string): string[] {
	const parts = now.split(BETWEEN);
	const whole = parts.filter((part) => !isArticles(part));
	const before = parts.filter((part) => !later.some((is) => is(part)));
	const byOtherRules = [...whole, `${en('articles')} %`];
	return [...new Set([whole, byOtherRules, before].map((form) => form.join(BETWEEN)))];
}
