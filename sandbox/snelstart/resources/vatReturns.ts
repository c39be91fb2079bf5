import { answerOne } from '../answers';
import { createBinder } from '../binding';
import { collection, rowsOf } from '../collection';
import { invalidModel, notFound, refused } from '../errors';
import { guidFor } from '../identity';
import type { Row } from '../ledger';
import type { Resource } from '../routing';

const path = 'btwaangiftes';
const boxes = [
	...['1A', '1B', '1C', '1D', '1E', '2A', '3A', '3B', '3C'],
	...['4A', '4B', '5A', '5B', '5C', '5D', '5E', '5F', '5G'],
];

const vatReturn = (start: string, payBefore: string, status: string): Row => {
	const id = guidFor(path, start);
	return {
		id,
		uri: `/${path}/${id}`,
		boekjaar: {
			startDate: `${start.slice(0, 4)}-01-01T00:00:00`,
			endDate: `${start.slice(0, 4)}-12-31T00:00:00`,
		},
		betalenVoor: `${payBefore}T00:00:00`,
		aangiftePeriodeBeginDatum: `${start}T00:00:00`,
		btwAangiftePeriode: 'Kwartaal',
		datumTijdBerekening: `${payBefore}T09:00:00`,
		datumTijdVerzending: status === 'NietVerzonden' ? null : `${payBefore}T09:30:00`,
		isSuppletie: false,
		isAangifteGeschat: false,
		btwPercentageHoog: 21,
		btwPercentageLaag: 9,
		btwPercentageOverig: 0,
		betalingskenmerk: '',
		foutBericht: '',
		btwAangifteStatus: status,
		btwNummer: '810755610B01',
		...Object.fromEntries(
			boxes.map((box) => [
				`rubriek${box}`,
				{
					btw: box === '1A' || box === '5A' ? 210 : 0,
					omzet: box === '1A' ? 1000 : 0,
					btwSchatting: 0,
					omzetSchatting: 0,
				},
			]),
		),
	};
};

const returns = collection({
	path,
	entity: 'BtwAangifteModel',
	parameter: 'btwAangifte',
	scopes: { read: ['btwaangiftes:read'] },
	operations: ['list'],
	pageSize: 500,
	rows: () => [
		vatReturn('2024-04-01', '2024-07-31', 'Geaccepteerd'),
		vatReturn('2026-04-01', '2026-07-31', 'NietVerzonden'),
	],
});

/** VAT returns (btw-aangiftes): one that was accepted, one that was not sent. */
export const vatReturns: Resource = {
	...returns,
	routes: [
		...returns.routes,
		{
			method: 'GET',
			path: `${path}/:id`,
			scopes: ['btwaangiftes:read'],
			answer: (request, books) => answerOne(rowsOf(books, path), request),
		},
		{
			method: 'PUT',
			path: `${path}/:id/externAangeven`,
			scopes: ['btwaangiftes:write'],
			answer: ({ id, body }, books) => {
				const found = rowsOf(books, path).find((one) => one.id === id);
				if (!found) return notFound();
				if (!body) return refused(['ALG-0106']);
				const binder = createBinder('btwAangifteStatus');
				const isFiled = binder.flag(body, 'IsExternAangegeven');
				if (Object.keys(binder.problems).length > 0) return invalidModel(binder.problems);
				if (!body.has('isexternaangegeven')) return refused(['BTW-0002']);
				if (/^Geaccepteerd(EnHerberekend)?$/.test(String(found.btwAangifteStatus))) {
					return refused(['BTW-0001']);
				}
				found.btwAangifteStatus = isFiled ? 'GeaccepteerdExtern' : 'NietVerzonden';
				return { status: 204 };
			},
		},
	],
};
