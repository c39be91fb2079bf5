import type { Answer } from '../../http';
import { accountsIn } from '../accountLookup';
import type { Account } from '../accounts';
import { isDay } from '../clock';
import { badQuery } from '../errors';
import { ledgerMutations } from '../ledgerMutations';
import { amount, sum } from '../money';
import { centsOf, idIn } from '../moneyEntryLines';
import type { Books, Resource, RouteCall } from '../routing';

interface Movement {
	day: string;
	/** Debit less credit. */
	cents: number;
}

const dayIn = ({ call }: RouteCall, name: string): string | undefined => {
	const day = (call.query.get(name) ?? '').slice(0, 10);
	return isDay(day) ? day : undefined;
};

/** One row per account that moved before the end of the period. */
function report(
	request: RouteCall,
	books: Books,
	rowOf: (account: Account, movements: Movement[], start: string) => object,
): Answer {
	const start = dayIn(request, 'start');
	const end = dayIn(request, 'end');
	if (!start || !end) return badQuery('The parameters start and end are required.');
	const mutations = ledgerMutations(books);
	return {
		status: 200,
		json: accountsIn(books.ledger).flatMap((account) => {
			const movements = mutations
				.filter(({ grootboek }) => idIn(grootboek) === account.id)
				.map(({ datum, saldo }) => ({ day: String(datum).slice(0, 10), cents: centsOf(saldo) }))
				.filter(({ day }) => day <= end);
			if (movements.length === 0) return [];
			return [
				{
					grootboekIdentifier: { id: account.id, uri: account.uri },
					grootboekOmschrijving: account.omschrijving,
					grootboekNummer: account.nummer,
					...rowOf(account, movements, start),
					rgsCode: account.rgsCode,
				},
			];
		}),
	};
}

const total = (movements: Movement[], fits: (movement: Movement) => boolean = () => true): number =>
	sum(movements.filter(fits).map(({ cents }) => cents));

/** Balances per account (rapportages), worked out from the ledger mutations. */
export const reports: Resource = {
	routes: [
		{
			method: 'GET',
			path: 'rapportages/periodebalans',
			scopes: ['rapportage'],
			answer: (request, books) =>
				report(request, books, (_account, movements, start) => {
					const inPeriod = ({ day }: Movement): boolean => day >= start;
					const before = total(movements, ({ day }) => day < start);
					return {
						debet: amount(total(movements, (one) => inPeriod(one) && one.cents > 0)),
						credit: amount(-total(movements, (one) => inPeriod(one) && one.cents < 0)),
						startSaldoPeriode: amount(before),
						eindSaldoPeriode: amount(total(movements)),
						startSaldoBoekjaar: amount(
							total(movements, ({ day }) => day < `${start.slice(0, 4)}-01-01`),
						),
					};
				}),
		},
		{
			method: 'GET',
			path: 'rapportages/kolommenbalans',
			scopes: ['rapportage'],
			answer: (request, books) =>
				report(request, books, ({ rekeningCode }, movements, start) => {
					const cents = total(movements, ({ day }) => day >= start);
					const debit = amount(Math.max(cents, 0));
					const credit = amount(Math.max(-cents, 0));
					const isBalance = rekeningCode === 'Balans';
					return {
						verliesEnWinstDebet: isBalance ? 0 : debit,
						verliesEnWinstCredit: isBalance ? 0 : credit,
						balansDebet: isBalance ? debit : 0,
						balansCredit: isBalance ? credit : 0,
					};
				}),
		},
	],
};
