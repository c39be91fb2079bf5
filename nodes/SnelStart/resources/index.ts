import * as article from './article';
import * as company from './company';
import { costCentre } from './costCentre';
import { country } from './country';
import * as creditNote from './creditNote';
import * as journal from './journal';
import * as ledgerAccount from './ledgerAccount';
import { payment } from './payment';
import * as relation from './relation';
import { revenueGroup } from './revenueGroup';
import * as salesEntry from './salesEntry';
import * as salesInvoice from './salesInvoice';
import * as salesOrder from './salesOrder';

/** Everything the node can do, by the resource's value in the panel. */
export const resources = {
	article,
	company,
	costCentre,
	country,
	creditNote,
	journal,
	ledgerAccount,
	payment,
	relation,
	revenueGroup,
	salesEntry,
	salesInvoice,
	salesOrder,
};
