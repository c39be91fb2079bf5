import { randomUUID } from 'node:crypto';
import type { Answer } from '../http';
import { createBinder, toFields, type Binder, type Fields } from './binding';
import { countries } from './countries';
import { invalidModel, notFound, refused, type ErrorCode } from './errors';
import type { Address, Ledger, OrderLine, SalesOrder } from './ledger';
import { amount } from './money';
import { lineCents, orderTotals } from './salesOrderTotals';
import { salesOrderTemplates } from './seed';
import type { Switches } from './switches';

const statuses = [
	...['Order', 'Offerte', 'Bevestiging', 'Werkbon', 'Pakbon', 'Afhaalbon'],
	...['Contantbon', 'Factuur'],
];
/** Seen when reading, never taken: an order is invoiced by a person (SS-224). */
const notForInput = ['Contantbon', 'Factuur'];

function readChoice(
	binder: Binder,
	body: Fields,
	name: string,
	known: readonly string[],
): string | undefined {
	const given = binder.text(body, name);
	if (given === undefined) return undefined;
	const found = known.find((one) => one.toLowerCase() === given.toLowerCase());
	return found ?? binder.note(name, `Error converting value "${given}" to type '${name}'.`);
}

function readStatus(binder: Binder, body: Fields): string {
	const status = readChoice(binder, body, 'ProcesStatus', statuses) ?? 'Order';
	if (notForInput.includes(status)) {
		binder.note('ProcesStatus', `ProcesStatus ${status} kan niet worden gezet.`);
	}
	return status;
}

function readAddress(
	binder: Binder,
	body: Fields,
	name: string,
	codes: Set<ErrorCode>,
): Address | null {
	const from = binder.object(body, name);
	if (!from) return null;
	const text = (field: string, most: number, code: ErrorCode): string => {
		const value = binder.text(from, `${name}.${field}`) ?? '';
		if (value.length > most) codes.add(code);
		return value;
	};
	const landId = binder.reference(from, `${name}.Land`);
	const country = countries.find((one) => one.id === landId);
	if (landId !== undefined && !country) codes.add('VOR-0010');
	return {
		contactpersoon: text('Contactpersoon', 50, 'VOR-0009'),
		straat: text('Straat', 50, 'VOR-0006'),
		postcode: text('Postcode', 25, 'VOR-0007'),
		plaats: text('Plaats', 50, 'VOR-0008'),
		land: country ? { id: country.id, uri: country.uri } : null,
	};
}

function readLine(binder: Binder, value: unknown, path: string, { articles }: Ledger): OrderLine {
	const from: Fields = toFields(value) ?? new Map();
	const articleId = binder.requiredReference(from, `${path}.Artikel`) ?? '';
	const description = binder.text(from, `${path}.Omschrijving`) ?? '';
	if (description.length > 250) {
		binder.note(`${path}.Omschrijving`, 'The field Omschrijving must have at most 250 characters.');
	}
	const unitCents = binder.money(from, `${path}.Stuksprijs`) ?? 0;
	const hundredths = binder.money(from, `${path}.Aantal`) ?? 0;
	const discount = binder.money(from, `${path}.KortingsPercentage`) ?? 0;
	binder.money(from, `${path}.Totaal`);
	return {
		articleId,
		// Empty means the article's own description (SS-232).
		description: description || (articles.find((one) => one.id === articleId)?.description ?? ''),
		unitCents,
		hundredths,
		discount,
		cents: lineCents(unitCents, hundredths, discount),
	};
}

/** VOR and other codes of what a sales order points at. */
function orderProblems(order: SalesOrder, ledger: Ledger): ErrorCode[] {
	const { relations, articles, records } = ledger;
	const customer = relations.find((one) => one.id === order.relationId);
	const centre = records.kostenplaatsen?.find((one) => one.id === order.costCentreId);
	const template = salesOrderTemplates.some((one) => one.id === order.templateId);
	const codes: ErrorCode[] = [];
	if (!customer) codes.push('REL-0005');
	else if (!customer.relatiesoort.includes('Klant')) codes.push('VOR-0002');
	if ((order.reference ?? '').length > 50) codes.push('VOR-0011');
	if (order.costCentreId !== null && !centre) codes.push('KPL-0001');
	if (order.templateId !== null && !template) codes.push('ALG-0103');
	if (order.lines.some((line) => !articles.some((one) => one.id === line.articleId))) {
		codes.push('ART-0001');
	}
	return codes;
}

/** Sales orders and quotes differ in where they are kept only. */
export type OrderShelf = 'quotes' | 'salesOrders';

/** The order a body describes, or every rule it breaks. */
function readOrder(
	body: Fields | undefined,
	ledger: Ledger,
	modifiedOn: string,
	shelf: OrderShelf,
	current?: SalesOrder,
): { order: SalesOrder } | { refusal: Answer } {
	if (!body) return { refusal: refused(['ALG-0106']) };
	const binder = createBinder(shelf === 'quotes' ? 'offerte' : 'verkoopOrder');
	const codes = new Set<ErrorCode>();
	const id = binder.guid(body, 'Id');
	if (!current && id !== undefined) codes.add('ALG-0100');
	if (current && id !== current.id) codes.add('ALG-0101');
	const number = binder.integer(body, 'Nummer', 0, Infinity);
	if (!current && number) codes.add('VOR-0005');
	const relationId = binder.requiredReference(body, 'Relatie');
	const date = binder.day(body, 'Datum');
	if (!body.has('datum')) binder.note('Datum', 'The Datum field is required.');
	const entry = readChoice(binder, body, 'VerkooporderBtwIngaveModel', ['Inclusief', 'Exclusief']);
	const status = readStatus(binder, body);
	if (shelf === 'quotes' && body.has('processtatus') && status !== 'Offerte') {
		codes.add('VOR-0015');
	}
	const order: SalesOrder = {
		id: current?.id ?? randomUUID(),
		modifiedOn,
		number: current?.number ?? ledger.nextSalesOrderNumber,
		relationId: relationId ?? '',
		status: shelf === 'quotes' ? 'Offerte' : status,
		date: date ?? '0001-01-01',
		termDays: binder.integer(body, 'Krediettermijn', 0, 100) ?? null,
		description: binder.text(body, 'Omschrijving') ?? null,
		paymentReference: binder.text(body, 'Betalingskenmerk') ?? null,
		reference: binder.text(body, 'Orderreferentie') ?? null,
		memo: binder.text(body, 'Memo') ?? null,
		deliveryAddress: readAddress(binder, body, 'Afleveradres', codes),
		invoiceAddress: readAddress(binder, body, 'Factuuradres', codes),
		pricesIncludeVat: entry === 'Inclusief',
		costCentreId: binder.reference(body, 'Kostenplaats') ?? null,
		templateId: binder.reference(body, 'Verkoopordersjabloon') ?? null,
		lines: binder
			.list(body, 'Regels')
			.map((line, index) => readLine(binder, line, `Regels[${index}]`, ledger)),
	};
	if (Object.keys(binder.problems).length > 0) return { refusal: invalidModel(binder.problems) };
	for (const code of orderProblems(order, ledger)) codes.add(code);
	return codes.size > 0 ? { refusal: refused(codes) } : { order };
}

/** POST /verkooporders and /offertes: one more, with the next number. */
export function createSalesOrder(
	body: Fields | undefined,
	ledger: Ledger,
	switches: Switches,
	modifiedOn: string,
	shelf: OrderShelf = 'salesOrders',
): Answer {
	const read = readOrder(body, ledger, modifiedOn, shelf);
	if ('refusal' in read) return read.refusal;
	ledger.nextSalesOrderNumber += 1;
	ledger[shelf].push(read.order);
	return { status: 201, json: renderSalesOrder(read.order, ledger, switches) };
}

/** PUT /verkooporders/{id} and /offertes/{id}: what is not sent is cleared, the number stays. */
export function replaceSalesOrder(
	id: string,
	body: Fields | undefined,
	ledger: Ledger,
	switches: Switches,
	modifiedOn: string,
	shelf: OrderShelf = 'salesOrders',
): Answer {
	const index = ledger[shelf].findIndex((one) => one.id === id);
	const current = ledger[shelf][index];
	if (!current) return notFound();
	const read = readOrder(body, ledger, modifiedOn, shelf, current);
	if ('refusal' in read) return read.refusal;
	ledger[shelf][index] = read.order;
	return { status: 200, json: renderSalesOrder(read.order, ledger, switches) };
}

/**
 * DELETE of an order or quote; documented with status 201 (SS-202). Whether one that is invoiced
 * goes too is not known: as harsh as can be, it does (SS-228).
 */
export function deleteSalesOrder(
	id: string,
	ledger: Ledger,
	shelf: OrderShelf = 'salesOrders',
	orderDelete: Switches['orderDelete'] = 'accept',
): Answer {
	const index = ledger[shelf].findIndex((one) => one.id === id);
	if (index < 0) return refused(['VOR-0001']);
	if (orderDelete === 'refuse') return refused(['VOR-0014']);
	ledger[shelf].splice(index, 1);
	return { status: 201, json: {} };
}

/** PUT /verkooporders/{id}/ProcesStatus. */
export function setStatus(
	id: string,
	body: Fields | undefined,
	ledger: Ledger,
	modifiedOn: string,
): Answer {
	const order = ledger.salesOrders.find((one) => one.id === id);
	if (!order) return notFound();
	if (!body) return refused(['ALG-0106']);
	const binder = createBinder('verkooporder');
	const bodyId = binder.guid(body, 'Id');
	const status = readStatus(binder, body);
	if (!body.has('processtatus')) {
		binder.note('ProcesStatus', 'The ProcesStatus field is required.');
	}
	if (Object.keys(binder.problems).length > 0) return invalidModel(binder.problems);
	if (bodyId !== id) return refused(['ALG-0101']);
	Object.assign(order, { status, modifiedOn });
	return { status: 200, json: {} };
}

const reference = (resource: string, id: string | null) =>
	id === null ? null : { id, uri: `/${resource}/${id}` };

/** As GET /verkooporders returns it, with the totals that SnelStart works out. */
export const renderSalesOrder = (order: SalesOrder, ledger: Ledger, switches: Switches) => {
	const { netCents, grossCents } = orderTotals(order, ledger, switches);
	return {
		id: order.id,
		uri: `/verkooporders/${order.id}`,
		modifiedOn: order.modifiedOn,
		nummer: order.number,
		relatie: { id: order.relationId, uri: `/relaties/${order.relationId}` },
		procesStatus: order.status,
		datum: `${order.date}T00:00:00`,
		krediettermijn: order.termDays,
		geblokkeerd: false,
		omschrijving: order.description,
		betalingskenmerk: order.paymentReference,
		afleveradres: order.deliveryAddress,
		factuuradres: order.invoiceAddress,
		verkooporderBtwIngaveModel: order.pricesIncludeVat ? 'Inclusief' : 'Exclusief',
		kostenplaats: reference('kostenplaatsen', order.costCentreId),
		regels: order.lines.map((line) => ({
			artikel: { id: line.articleId, uri: `/artikelen/${line.articleId}` },
			omschrijving: line.description,
			stuksprijs: amount(line.unitCents),
			aantal: amount(line.hundredths),
			kortingsPercentage: amount(line.discount),
			totaal: amount(line.cents),
			extraRegelVelden: [],
		})),
		memo: order.memo,
		orderreferentie: order.reference,
		factuurkorting: 0,
		verkoopfactuur: order.status === 'Factuur' ? reference('verkoopfacturen', order.id) : null,
		verkoopordersjabloon: reference('verkoopordersjablonen', order.templateId),
		verkoopOrderStatus: 'InBehandeling',
		totaalExclusiefBtw: amount(netCents),
		totaalInclusiefBtw: amount(grossCents),
		extraHoofdVelden: [],
	};
};
