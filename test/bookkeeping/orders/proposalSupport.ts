import { accounts, foreignVatAccountId } from '../../../sandbox/snelstart/accounts';
import { costCentres, journals } from '../../../sandbox/snelstart/seed';
import type { AdministrationFacts } from '../../../bookkeeping/settings/administrationCheck';
import {
	toJournal,
	toLedgerAccount,
	toPickable,
} from '../../../bookkeeping/settings/snelStartRecords';

const until = '9999-12-31';
const vatRates: AdministrationFacts['vatRates'] = [
	{ vatKind: 'high', percentage: 21, validFrom: '2012-10-01', validTo: until },
	{ vatKind: 'low', percentage: 6, validFrom: '2001-01-01', validTo: '2018-12-31' },
	{ vatKind: 'low', percentage: 9, validFrom: '2019-01-01', validTo: until },
	{ vatKind: 'none', percentage: 0, validFrom: '1990-01-01', validTo: until },
];

/** The administration of the sandbox, with what SnelStart says of OSS. */
export const facts = (changes: Partial<AdministrationFacts> = {}): AdministrationFacts => ({
	name: 'Voorbeeld Webwinkel',
	accounts: accounts.map((account) => toLedgerAccount({ ...account })),
	vatRates,
	journals: journals.map(toJournal),
	costCentres: costCentres.map(toPickable),
	salesOrderTemplates: [],
	relationIds: [],
	foreignVatAccountId: '',
	...changes,
});

/** The same administration where OSS is switched on. */
export const factsWithOss = (changes: Partial<AdministrationFacts> = {}): AdministrationFacts =>
	facts({
		foreignVatAccountId,
		ossRates: [
			{ country: 'DE', rateCode: 'SR', percentage: 19, validFrom: '2021-01-01' },
			{ country: 'DE', rateCode: 'RRL', percentage: 7, validFrom: '2021-01-01' },
			{ country: 'BE', rateCode: 'SR', percentage: 21, validFrom: '2021-01-01' },
		],
		...changes,
	});

/** An administration with nothing but what every one has. */
export const bareFacts = (): AdministrationFacts =>
	facts({
		accounts: facts().accounts.filter(({ number }) => [1300, 1900, 8000, 8010].includes(number)),
		costCentres: [],
	});
