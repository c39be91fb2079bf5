/**
 * How a name may stand on a card. Whether SnelStart minds capitals is not known, so the usual ways to
 * write them are asked: as it is, in capitals, in small letters, and with a capital for each word or
 * for each but those that Dutch names join with (`Jan van der Berg`).
 */
export function spellingsOfName(name: string): string[] {
	const bare = name.trim();
	const words = bare.toLowerCase().split(/\s+/);
	const inCapitals = (one: string) =>
		one.replace(/^\p{L}|(?<=[-'’])\p{L}/gu, (first) => first.toUpperCase());
	const each = words.map(inCapitals).join(' ');
	const joined = words.map((one) => (JOINING.has(one) ? one : inCapitals(one))).join(' ');
	return [...new Set([bare, each, joined, bare.toUpperCase(), bare.toLowerCase()])];
}

const JOINING = new Set([
	'van',
	'de',
	'den',
	'der',
	'het',
	'ten',
	'ter',
	'te',
	'in',
	"'t",
	'op',
	'von',
	'en',
]);
