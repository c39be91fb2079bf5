import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { languages, toEuro, totalNumberIn, type Language } from '../../bookkeeping';
import { readNamed } from './signOffs';
import { narrowings, PROCESSED_AGAIN, tabs, type Narrowing, type Tab } from './rows';

/** What a browser asks of the dashboard, checked and complete. */
export interface DashboardRequest extends Narrowing {
	client: string;
	tab: Tab;
	language: Language;
	/** First and last day of the period, yyyy-MM-dd. */
	from: string;
	until: string;
	/** Part of an order number or a number in SnelStart. */
	search: string;
	/** Which page of the rows, from 1. */
	page: number;
	/** The key of the one row to show in full; left out: the tab. */
	order?: string;
	/** An amount as typed: differences up to it are to be set aside when a month is signed off. */
	upTo?: string;
	/** The tab as a file for a spreadsheet, not as a page. */
	format?: FileFormat;
	/** The number of a day total: the file lists its orders, not the tab. */
	membersOf?: string;
}

/** Files that a spreadsheet opens. */
export const fileFormats = ['csv', 'xlsx'] as const;
export type FileFormat = (typeof fileFormats)[number];

const formatOf = (asked: string): { format?: FileFormat } => {
	const format = fileFormats.find((one) => one === asked);
	return format === undefined ? {} : { format };
};

const DAY = 'yyyy-MM-dd';
const LONGEST_SEARCH = 60;

const one = (value: unknown): string =>
	typeof value === 'string' ? value : Array.isArray(value) ? one(value[0]) : '';

function oneOf<T extends string>(value: unknown, allowed: readonly T[], other: T): T {
	return allowed.find((entry) => entry === one(value)) ?? other;
}

/** The language a browser asks for, else the one of the dashboard. */
export const languageOf = (query: IDataObject, other: Language): Language =>
	oneOf(query.language, languages, other);

/** Reads the query of a page. Whatever does not fit gets its default: a page is always shown. */
export function readRequest(
	query: IDataObject,
	defaults: Pick<DashboardRequest, 'client' | 'language' | 'from' | 'until'>,
): DashboardRequest {
	const day = (value: unknown, other: string) =>
		DateTime.fromFormat(one(value), DAY).isValid ? one(value) : other;
	// Two days the wrong way round mean the period between them, as they stand in a calendar.
	const [from = '', until = ''] = [
		day(query.from, defaults.from),
		day(query.until, defaults.until),
	].toSorted();
	return {
		client: defaults.client,
		tab: oneOf(query.tab, tabs, 'report'),
		language: languageOf(query, defaults.language),
		...{ from, until },
		search: one(query.search).slice(0, LONGEST_SEARCH),
		page: Math.max(1, Number.parseInt(one(query.page), 10) || 1),
		...narrowed(query),
		// A dashboard serves one client: the keys of others are none of its business.
		...(one(query.order).startsWith(`${defaults.client}/`) && { order: one(query.order) }),
		...(one(query.upTo) !== '' && { upTo: one(query.upTo).slice(0, LONGEST_SEARCH) }),
		...formatOf(one(query.format)),
		...membersOf(query, defaults.client),
	};
}

function membersOf({ format, order }: IDataObject, client: string): { membersOf?: string } {
	const number = one(order).startsWith(`${client}/`) ? totalNumberIn(one(order)) : undefined;
	return number === undefined || formatOf(one(format)).format === undefined
		? {}
		: { membersOf: number };
}

const narrowed = (query: IDataObject): Narrowing =>
	Object.fromEntries(
		narrowings
			.map((name) => [name, one(query[name]).slice(0, LONGEST_SEARCH)] as const)
			.filter(([, value]) => value !== ''),
	);

/** What the rows are narrowed to. */
const chosen = (request: Narrowing): Array<[string, string]> =>
	narrowings.flatMap((name): Array<[string, string]> => {
		const value = request[name];
		return value === undefined ? [] : [[name, value]];
	});

/** The query that leads to a page. */
export function toQuery(request: DashboardRequest): string {
	const { tab, language, from, until, search, page, order } = request;
	const entries = Object.entries({
		tab,
		language,
		from,
		until,
		...(search !== '' && { search }),
		...(page > 1 && { page: String(page) }),
		...Object.fromEntries(chosen(request)),
		...(order !== undefined && { order }),
	});
	return entries.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
}

/** What a posted form wants: process one order or all that need attention again, or a report. */
export type Action =
	| { action: 'process'; orderKey: string; state: string }
	| { action: 'processAll' }
	/** Signs a month (yyyy-MM) off, with what the page showed as set aside, or takes that back. */
	| { action: 'signOff'; month: string; upTo: number; setAside: string }
	| { action: 'takeBack'; month: string }
	/** Holds what runs by itself for the client, or everything, or lets it go on. */
	| { action: StandStill }
	/** Approves what waits for it: all, or all of which nothing is to be looked at. */
	| { action: 'approve'; approves: 'all' | 'withoutNotes' }
	/** Approves one order, as the page showed it. */
	| { action: 'approve'; approves: 'all'; orderKey: string; fingerprint: string; seal: string }
	/** Marks what is told of a booked row as seen, as the page showed it; empty: as not seen. */
	| { action: 'check'; orderKey: string; checkedAs: string }
	| { action: 'reportProblem'; orderKey: string };

const standStills = ['pause', 'stop', 'goOn'] as const;
type StandStill = (typeof standStills)[number];
/** Whether an action holds a client or lets it go on. */
export const isStandStill = (action: string): action is StandStill =>
	standStills.some((one) => one === action);

/** Nothing else can be part of a pattern that a table is asked with. */
const sealOf = (posted: string): string => (/^[\da-z]{1,7}$/.test(posted) ? posted : '');

/** Reads a posted form; `undefined` when it is none of the dashboard. */
export function readAction(body: IDataObject, client: string): Action | undefined {
	const action = one(body.action);
	const orderKey = one(body.orderKey);
	const state = one(body.state);
	if (action === 'processAll' || isStandStill(action)) return { action };
	const month = one(body.month);
	if (/^\d{4}-\d\d$/.test(month)) {
		if (action === 'takeBack') return { action, month };
		const cents = Number(one(body.upTo));
		if (action === 'signOff' && Number.isSafeInteger(cents)) {
			const setAside = JSON.stringify(readNamed(one(body.setAside)));
			return { action, month, upTo: toEuro(cents), setAside };
		}
	}
	if (action === 'approveAll') return { action: 'approve', approves: 'all' };
	if (action === 'approveWithoutNotes') return { action: 'approve', approves: 'withoutNotes' };
	// A dashboard serves one client: the keys of others are none of its business.
	if (!orderKey.startsWith(`${client}/`)) return undefined;
	if (action === 'check') return { action, orderKey, checkedAs: one(body.checkedAs) };
	if (action === 'reportProblem') return { action, orderKey };
	if (action === 'approve') {
		const shown = { fingerprint: one(body.fingerprint), seal: sealOf(one(body.seal)) };
		return { action, approves: 'all', orderKey, ...shown };
	}
	if (action === 'process' && PROCESSED_AGAIN.includes(state)) return { action, orderKey, state };
	return undefined;
}
