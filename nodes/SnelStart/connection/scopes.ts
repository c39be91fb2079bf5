import { lightText, type Language, type Settings } from '../../../bookkeeping';
import { green, red, type Check } from './check';

/** What every client needs: customers, sales entries and their open amounts. */
const always = [
	'boekhouden:read',
	'boekhouden:write',
	'orders:read',
	'relaties:read',
	'relaties:write',
	'settings:read',
];
/** Nothing may be booked into a VAT return that was filed. */
const forSalesEntries = ['btwaangiftes:read'];
const forSalesOrders = ['artikelen:read', 'artikelen:write', 'orders:write'];
const forEntries = {
	bank: ['bankieren:read', 'bankieren:write'],
	cash: ['kas:read', 'kas:write'],
	memorial: ['memoriaal:read', 'memoriaal:write'],
};

/** The rights that the settings need (SS-220). */
export function neededScopes(settings: Settings | undefined): string[] {
	const kinds = [...(settings?.paymentMethods ?? []), ...(settings?.payoutProviders ?? [])].map(
		({ entryKind }) => entryKind,
	);
	return [
		...new Set([
			...always,
			...(settings?.document === 'salesOrder' ? forSalesOrders : forSalesEntries),
			...kinds.flatMap((kind) => forEntries[kind]),
		]),
	];
}

/** Compares the rights in a token with those that are needed. */
export function checkScopes(
	token: string,
	settings: Settings | undefined,
	language: Language,
): Check {
	const name = lightText(language, 'scopes');
	const scopes = scopesIn(token);
	if (scopes === undefined) {
		return green(name, lightText(language, 'scopesUntold'));
	}
	const missing = neededScopes(settings).filter((scope) => !scopes.includes(scope));
	return missing.length === 0
		? green(name, lightText(language, 'scopesAll', { count: scopes.length }))
		: red(
				name,
				lightText(language, 'scopesMissing', { scopes: missing.join(', ') }),
				lightText(language, 'scopesTip'),
			);
}

/**
 * The claim `scopes` of a token (JWT), text or list (SS-111); `undefined` when the
 * token cannot be read. Nothing is verified: SnelStart itself does that.
 */
function scopesIn(token: string): string[] | undefined {
	try {
		const claims: unknown = JSON.parse(
			Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'),
		);
		const { scopes } = claims as { scopes?: unknown };
		if (typeof scopes === 'string') return scopes.split(' ').filter(Boolean);
		return Array.isArray(scopes) ? scopes.map(String) : undefined;
	} catch {
		return undefined;
	}
}
