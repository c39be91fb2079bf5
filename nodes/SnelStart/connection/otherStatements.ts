import type { DateTime } from 'luxon';

import { lightText, type Settings } from '../../../bookkeeping';
import { idOf, isSameId } from '../../shared/snelStart/idOf';
import { dateTimeLiteral, guidLiteral } from '../../shared/snelStart/odata';
import { getAllWith } from '../../shared/snelStart/paging';
import { journals } from '../../shared/snelStart/referenceData';
import type { SnelStartContext } from '../../shared/snelStart/transport';
import { green, red, type Check } from './check';

const DAYS = 60;

/**
 * Whether something else books on the clearing accounts of payment providers: SnelStart tells web
 * shops to import the statements of Mollie into a bank journal, and each payout would then stand in
 * the books twice.
 *
 * @throws NodeApiError when SnelStart refuses
 */
export async function checkOtherStatements(
	this: SnelStartContext,
	{ payoutProviders, paymentMethods, lineLanguage: language }: Settings,
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
	const name = lightText(language, 'statements');
	if (found.length === 0) {
		return [green(name, lightText(language, 'noStatements', { days: DAYS }))];
	}
	return found.map(({ provider, journal, count }) =>
		red(
			name,
			lightText(language, 'statementLines', { provider, journal, count, days: DAYS }),
			lightText(language, 'statementsTip'),
		),
	);
}
