import { moment, number, owner, text, type DataTable } from './column';

export const migrations = {
	meaning: 'How far the orders of [past periods](migration.md) are',
	madeBy: 'Set up tables',
	personalData: 'never',
	columns: {
		...owner,
		periodFrom: text('The first day of the period', 'yyyy-MM-dd'),
		periodUntil: text('The last day of the period', 'yyyy-MM-dd'),
		state: text('Empty (only a dry run was made), `running`, `stopped` or `done`'),
		runId: text('The run that works on it now'),
		readUntil: text('The first day of the next batch', 'yyyy-MM-dd'),
		batchDays: number('How many days the next batch will take', 'days'),
		found: number('Orders in the dry run', 'documents'),
		read: number('Orders read so far', 'documents'),
		booked: number('Orders that we booked', 'documents'),
		alreadyThere: number(
			'Orders that were in the books and were taken over. What a killed run booked unrecorded counts as taken over',
			'documents',
		),
		refundsBooked: number('Refunds that were credited', 'documents'),
		waiting: number('Orders and refunds that wait', 'documents'),
		nothingToBook: number('Orders and refunds with nothing to book', 'documents'),
		needsAttention: number('Orders and refunds that need attention', 'documents'),
		left: number('Orders and refunds that a batch could not finish', 'documents'),
		total: number('The orders in the books, refunds taken off', 'EUR'),
		plan: text('The last dry run', 'JSON'),
		startedAt: moment('When the first batch started'),
		finishedAt: moment('When nothing was left'),
	},
} as const satisfies DataTable;
