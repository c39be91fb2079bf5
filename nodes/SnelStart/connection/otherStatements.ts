import type { DateTime } from 'luxon';

import type { Settings } from '../../../bookkeeping';
import { idOf, isSameId } from '../../shared/snelStart/idOf';
import { dateTimeLiteral, guidLiteral } from '../../shared/snelStart/odata';
import { getAllWith } from '../../shared/snelStart/paging';
import { journals } from '../../shared/snelStart/referenceData';
import type { SnelStartContext } from '../../shared/snelStart/transport';
import { green, red, type Check } from './check';

const NAME = 'Statements of payment providers';
const DAYS = 60;
const TIP =
	"Let one way book the payouts of a provider. Do not import its statements (such as MT940 of Mollie) from the day that the payout workflow books them, or take the provider out of 'Payout Providers'. A bank line of the payout itself belongs on the transfer account (kruisposten), not on the clearing account";

/**
 * Whether something else books on the clearing accounts of payment providers: SnelStart tells web
 * shops to import the statements of Mollie into a bank journal, and each payout would then stand in
 * the books twice.
 *
 * @throws NodeApiError when SnelStart refuses
 */
export async function checkOtherStatements(
	this: SnelStartContext,
	{ payoutProviders, paymentMethods }: Settings,
	today: DateTime,
): Promise<Check[]> {
	if (payoutProviders.length === 0) return [];
	const own = [...payoutProviders, ...paymentMethods].map(({ journalId }) => journalId);
	const others = (await journals.call(this)).filter(
		({ id, kind }) => kind === 'Bank' && !own.some((journalId) => isSameId(journalId, id)),
	);
	const accounts = [...new Set(payoutProviders.map(({ clearingAccountId }) => clearingAccountId))];
	const since = today.minus({ days: DAYS }).toFormat('yyyy-MM-dd');
	const period = `Datum ge ${dateTimeLiteral(`${since}T00:00:00`)}`;
	const rows = await getAllWith.call(
		this,
		'/grootboekmutaties',
		'Grootboek/Id',
		accounts.map(guidLiteral),
		period,
	);
	const lines = rows.map((row) => ({
		accountId: idOf(row.grootboek) ?? '',
		journalId: idOf(row.dagboek) ?? '',
	}));
	const found = payoutProviders.flatMap(({ provider, clearingAccountId }) =>
		others
			.map((bank) => ({
				provider,
				journal: bank.name,
				count: lines.filter(
					(line) =>
						isSameId(line.accountId, clearingAccountId) && isSameId(line.journalId, bank.id),
				).length,
			}))
			.filter(({ count }) => count > 0),
	);
	if (found.length === 0) {
		return [green(NAME, `No other bank journal booked on their accounts in ${DAYS} days`)];
	}
	return found.map(({ provider, journal, count }) =>
		red(NAME, `${provider}: ${count} lines in ${DAYS} days in the bank journal ${journal}`, TIP),
	);
}
