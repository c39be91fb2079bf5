import type { AdministrationFacts, LedgerAccountFacts } from '../settings/administrationCheck';

/** A ledger account that the administration lacks, as SnelStart takes it (POST /grootboeken). */
export interface AccountToMake {
	number: number;
	/** At most 50 characters. */
	name: string;
	/** SnelStart's function (grootboekfunctie), which decides the box of the VAT return. */
	function: string;
	/** On which statement it stands. */
	statement: 'Balans' | 'WinstEnVerlies';
	/** Only of accounts for OSS. */
	vatRateCode?: string;
}

/** Which account is wanted, and what to make where there is none. */
export interface Wanted {
	function: string;
	/** Words of its name; left out: an account for nothing in particular. */
	words?: RegExp;
	/** The name and number of a new one; left out: none is made. */
	make?: { name: string; number: number };
	vatRateCode?: string;
	/** Other functions that will do. */
	orFunctions?: readonly string[];
}

export interface Picked {
	/** As a client file names it: `8000 Omzet hoog`. */
	account: string;
	isNew: boolean;
}

/** Words of accounts that are for something in particular, so never the products account. */
const PARTICULAR = /verzend|porto|vracht|bezorg|korting|toeslag|retour|oude|cadeau|bon\b|filiaal/i;
/** The first number of the profit and loss account. */
const FIRST_OF_RESULT = 4_000;

/** Picks accounts by function and name, and keeps what has to be made; each new one once. */
export function accountPicker(
	{ accounts }: Pick<AdministrationFacts, 'accounts'>,
	mayMake: boolean,
) {
	const made: AccountToMake[] = [];
	const taken = new Set(accounts.map(({ number }) => number));
	const usable = accounts.filter((one) => !one.inactive && !one.costCentreRequired);
	const named = ({ number, name }: { number: number; name: string }) => `${number} ${name}`;

	function existing({ function: purpose, words, vatRateCode, orFunctions = [] }: Wanted) {
		const fitting = usable.filter(
			(one: LedgerAccountFacts) =>
				[purpose, ...orFunctions].includes(one.function) &&
				(vatRateCode === undefined || one.vatRateCode === vatRateCode) &&
				(words ? words.test(one.name) : !PARTICULAR.test(one.name)),
		);
		return fitting.sort((a, b) => a.number - b.number)[0];
	}

	function free(from: number): number {
		let number = from;
		while (taken.has(number)) number += 1;
		taken.add(number);
		return number;
	}

	return {
		made,
		pick(wanted: Wanted): Picked | undefined {
			const found = existing(wanted);
			if (found) return { account: named(found), isNew: false };
			const { make, vatRateCode } = wanted;
			if (!make || !mayMake) return undefined;
			const before = made.find(({ name }) => name === make.name);
			if (before) return { account: named(before), isNew: true };
			const number = free(make.number);
			const account: AccountToMake = {
				number,
				name: make.name.slice(0, 50),
				function: wanted.function,
				statement: number < FIRST_OF_RESULT ? 'Balans' : 'WinstEnVerlies',
				...(vatRateCode && { vatRateCode }),
			};
			made.push(account);
			return { account: named(account), isNew: true };
		},
	};
}
