import type { Flow, Kind, Node } from '../build/flow';
import { snelStart, keepOnce } from './basics';
import { kindIs } from './rowConditions';
import { getRows, is, updateRows } from './table';

/** A field of what *Plan papers* said of the entry that an item is about. */
export const planned = (field: string): string => `={{ $('Plan papers').item.json.${field} }}`;

/** Writes the claim of this run into the records that say what they said when it was planned. */
const claimPaper = (): Kind =>
	updateRows(
		'BookingRecords',
		[
			is('documentKey', '={{ $json.documentKey }}'),
			{
				column: 'documentClaim',
				condition: "={{ $json.claimBefore ? 'eq' : 'isEmpty' }}",
				value: "={{ $json.claimBefore ?? '' }}",
			},
		],
		{ documentClaim: '={{ $json.documentClaim }}' },
	);

/**
 * From *Plan papers* to the entries that this run alone gives a paper: reading the documents of an
 * entry is not enough, since two runs at once would both find none.
 *
 * @returns the node that takes the plan, and the one that gives what is this run's own
 */
export function claimPapers(
	flow: Flow,
	[x, y]: [x: number, y: number],
): { claim: Node; claimed: Node } {
	const claim = flow.add('Claim paper', [x, y], claimPaper());
	const readClaim = flow.add(
		'Read claim',
		[x + 180, y],
		getRows('BookingRecords', {
			where: [
				is('documentKey', planned('documentKey')),
				is('documentClaim', planned('documentClaim')),
			],
		}),
	);
	// A record may have two rows.
	const claimed = flow.add('Keep once', [x + 360, y], keepOnce('documentKey'));
	flow.wire(claim, readClaim, claimed);
	return { claim, claimed };
}

/** Attaches the file of an item to its entry, under the name by which it is found again. */
export const attachPaper = (entryId = planned('entryId'), fileName = planned('fileName')): Kind =>
	snelStart({
		resource: 'document',
		operation: 'upload',
		ownerKind: 'Verkoopboekingen',
		ownerId: entryId,
		fileName,
		readOnly: true,
		// A run may have died between attaching and recording it.
		once: true,
	});

/** Says in the record of the entry which document it has. */
export const recordPaper = (kind: 'order' | 'total'): Kind =>
	updateRows('BookingRecords', [kindIs(kind), is('entryId', '={{ $json.ownerId }}')], {
		documentId: '={{ $json.id }}',
	});
