import type { Assumption } from './assumption';
import { latency, limits, retryAfter, rights } from './assumptions/access';
import { bodyNames, modelStateNames, unknownNames } from './assumptions/bodies';
import {
	partialAddresses,
	relationCodes,
	supplierToCustomer,
	termOfNewCard,
} from './assumptions/cards';
import { entryLength, exactSum, vatTolerance, zeroLines } from './assumptions/entryAmounts';
import { blockedPeriod, clock, dateZones, filedReturns } from './assumptions/entryDates';
import { numberCase, numberScope } from './assumptions/entryNumbers';
import { beginnings, filterSize, middles, pageClip, pageCut, urlLength } from './assumptions/lists';
import {
	memorialSign,
	memorialSingleLine,
	mutationTexts,
	setOff,
	turnoverInMemorial,
} from './assumptions/memorials';
import { articleCodes, orderDelete, orderRounding } from './assumptions/orders';
import { ossCardCountry, ossOn } from './assumptions/oss';
import { overpayment, paidUpdate, paymentMoves, ubl } from './assumptions/payments';

/**
 * What this project takes for granted of SnelStart without having seen it, in the order of trying:
 * rights first, since everything else needs some.
 */
export const assumptions: readonly Assumption[] = [
	rights,
	...[pageClip, pageCut, filterSize, urlLength, beginnings, middles, numberCase],
	...[bodyNames, unknownNames, modelStateNames, dateZones, clock, ubl],
	...[partialAddresses, supplierToCustomer, relationCodes, termOfNewCard],
	...[exactSum, vatTolerance, zeroLines, entryLength, numberScope, paidUpdate],
	...[filedReturns, blockedPeriod, ossOn, ossCardCountry],
	...[
		memorialSign,
		memorialSingleLine,
		mutationTexts,
		setOff,
		turnoverInMemorial,
		overpayment,
		paymentMoves,
	],
	...[articleCodes, orderRounding, orderDelete],
	latency,
	...[limits, retryAfter],
];
