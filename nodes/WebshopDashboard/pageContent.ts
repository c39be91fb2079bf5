import type { Member, PayoutOfTotal } from '../../bookkeeping';
import type { SavedSettings } from './configuration';
import type { PeriodCheck } from './periodChecks';
import type { ChargedDocument, DocumentRecord } from './record';
import type { DashboardRequest } from './request';
import type { Row } from './rows';
import type { DatedBooking, SignOff } from './signOffs';
import type { Kept } from './told';

/** What a page of the dashboard is made of. */
export interface PageContent {
	request: DashboardRequest;
	/** All rows of the period. */
	rows: readonly Row[];
	/** The days of the period, yyyy-MM-dd. */
	days: readonly string[];
	/** Reconciliations that touch the period, latest first. */
	checks: readonly PeriodCheck[];
	settings?: SavedSettings;
	/** What was charged per rate, of what is booked and dated in the period: on the tab Report. */
	charged?: readonly ChargedDocument[];
	/** By key, what is kept of the notes of what is booked in the period: on the tab Report. */
	noted?: ReadonlyMap<string, unknown>;
	/** By key, the day (yyyy-MM-dd) on the document: on the tab Report. */
	dated?: ReadonlyMap<string, string>;
	/** What is kept of the booking of the one order asked for. */
	record?: DocumentRecord;
	/** The orders of the one total asked for, for its file. */
	members?: readonly Member[];
	/** The payout that this total explains, where it is one of a payout. */
	payoutOfTotal?: PayoutOfTotal;
	/** By shop, where its own administration shows an order: `{order}` stands for the order's id. */
	shopAddresses?: Readonly<Record<string, string>>;
	/** Why nothing runs for the client, while somebody has paused or stopped it. */
	pause?: Kept;
	/** The time of day at which orders are read next, in the readers' zone: `15:07`. */
	nextSync?: string;
	/** Who let it go on last. */
	wentOn?: Kept;
	/** Months that were signed off, the latest first. */
	signOffs?: readonly SignOff[];
	/** What is booked and dated in the period: on the tab Reconciliation. */
	bookings?: readonly DatedBooking[];
	/** The day (yyyy-MM-dd) of a moment, in the readers' zone. */
	dayOf?: (moment: string) => string;
	token: string;
	/** Rows were offered again just before this page. */
	processed: boolean;
}
