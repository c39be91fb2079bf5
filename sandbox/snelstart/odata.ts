import type { Answer } from '../http';
import { badQuery } from './errors';
import { applyTo } from './odataApply';
import { compileFilter, type FilterOptions, type Shape } from './odataFilter';
import { ODataError } from './odataTokens';

const models = 'SnelStart.B2B.Api.V2.Models';
const reference = { Id: 'Guid' } as const;
const address = {
	Contactpersoon: 'String',
	Straat: 'String',
	Postcode: 'String',
	Plaats: 'String',
	Land: reference,
} as const;

export interface Entity {
	typeName: string;
	shape: Shape;
	/** Whether $apply is understood. */
	aggregates?: true;
	/** Most rows per page; 500 unless told. */
	pageSize?: number;
}

/** What each list can be filtered on. */
export const entities = {
	relaties: {
		typeName: `${models}.Relaties.RelatieModel`,
		shape: {
			Id: 'Guid',
			ModifiedOn: 'DateTime',
			Relatiesoort: ['String'],
			Relatiecode: 'Number',
			Naam: 'String',
			VestigingsAdres: address,
			CorrespondentieAdres: address,
			Telefoon: 'String',
			MobieleTelefoon: 'String',
			Email: 'String',
			BtwNummer: 'String',
			Factuurkorting: 'Number',
			Krediettermijn: 'Number',
			Bankieren: 'Boolean',
			Nonactief: 'Boolean',
			KredietLimiet: 'Number',
			Memo: 'String',
			KvkNummer: 'String',
			Oin: 'String',
			WebsiteUrl: 'String',
			Aanmaningsoort: 'String',
			UblBestandAlsBijlage: 'Boolean',
			Iban: 'String',
			Bic: 'String',
			IncassoSoort: 'String',
			FactuurRelatie: reference,
			ExtraVeldenKlant: [{ Naam: 'String', Waarde: 'String' }],
		},
	},
	grootboeken: {
		typeName: `${models}.Grootboeken.GrootboekModel`,
		shape: {
			Id: 'Guid',
			ModifiedOn: 'DateTime',
			Omschrijving: 'String',
			KostenplaatsVerplicht: 'Boolean',
			RekeningCode: 'String',
			Nonactief: 'Boolean',
			Nummer: 'Number',
			Grootboekfunctie: 'String',
			GrootboekRubriek: 'String',
			BtwSoort: ['String'],
			VatRateCode: 'String',
		},
	},
	verkoopfacturen: {
		typeName: `${models}.Verkoopfacturen.VerkoopfactuurModel`,
		shape: {
			Id: 'Guid',
			ModifiedOn: 'DateTime',
			OpenstaandSaldo: 'Number',
			Factuurnummer: 'String',
			VervalDatum: 'DateTime',
			Relatie: reference,
			FactuurDatum: 'DateTime',
			FactuurBedrag: 'Number',
			VerkoopBoeking: reference,
		},
	},
	artikelen: {
		typeName: `${models}.Artikelen.ArtikelQueryModel`,
		pageSize: 25,
		shape: {
			Id: 'Guid',
			ModifiedOn: 'DateTime',
			Artikelcode: 'String',
			Omschrijving: 'String',
			ArtikelOmzetgroep: reference,
			Verkoopprijs: 'Number',
			IsNonActief: 'Boolean',
			VoorraadControle: 'Boolean',
			TechnischeVoorraad: 'Number',
			VrijeVoorraad: 'Number',
			ExtraVelden: [{ Naam: 'String', Waarde: 'String' }],
		},
	},
	verkooporders: {
		typeName: `${models}.VerkoopOrders.VerkoopOrderModel`,
		shape: {
			Id: 'Guid',
			ModifiedOn: 'DateTime',
			Nummer: 'Number',
			Relatie: reference,
			ProcesStatus: 'String',
			Datum: 'DateTime',
			Omschrijving: 'String',
			Betalingskenmerk: 'String',
			Orderreferentie: 'String',
			TotaalExclusiefBtw: 'Number',
			TotaalInclusiefBtw: 'Number',
		},
	},
} as const satisfies Record<string, Entity>;

const usualPageSize = 500;

function count(query: URLSearchParams, option: string): number | undefined {
	const text = query.get(option);
	if (text === null) return undefined;
	if (/^\d+$/.test(text)) return Number(text);
	throw new ODataError(`Invalid value '${text}' for ${option} query option found.`);
}

export interface ListOptions
	extends Pick<FilterOptions, 'ignoreCase' | 'maxNodes' | 'startsWith' | 'substringOf'> {
	/** What `$top` above the page size does; SnelStart's own answer is not known. */
	topAboveMaximum: 'clip' | 'refuse';
	/** The most rows on a page, even where more are documented and asked for. */
	pageClip: number | null;
}

/** Answers a list with $filter, $top, $skip and $select (SS-301, SS-310). */
export function answerList(
	rows: readonly object[],
	query: URLSearchParams,
	entity: Entity,
	options: ListOptions,
): Answer {
	try {
		const { pageSize = usualPageSize } = entity;
		const top = count(query, '$top') ?? pageSize;
		if (top > pageSize && options.topAboveMaximum === 'refuse') {
			throw new ODataError(`The limit of '${pageSize}' for Top query has been exceeded.`);
		}
		const skip = count(query, '$skip') ?? 0;
		const filter = query.get('$filter');
		const fits = filter === null ? () => true : compileFilter(filter, { ...entity, ...options });
		const apply = query.get('$apply');
		const found = rows.filter(fits);
		if (apply !== null && entity.aggregates) return { status: 200, json: applyTo(found, apply) };
		const page = found.slice(skip, skip + Math.min(top, pageSize, options.pageClip ?? pageSize));
		const select = query.get('$select');
		return { status: 200, json: select === null ? page : page.map(selector(select, entity)) };
	} catch (error) {
		if (error instanceof ODataError) return badQuery(error.message);
		throw error;
	}
}

/** Leaves only the selected properties; names as in $filter. */
function selector(select: string, { shape, typeName }: Entity): (row: object) => object {
	const wanted = select.split(',').map((name) => name.trim());
	const unknown = wanted.find((name) => !Object.hasOwn(shape, name));
	if (unknown !== undefined) {
		throw new ODataError(`Could not find a property named '${unknown}' on type '${typeName}'.`);
	}
	const kept = new Set(wanted.map((name) => name.charAt(0).toLowerCase() + name.slice(1)));
	return (row) => Object.fromEntries(Object.entries(row).filter(([name]) => kept.has(name)));
}
