import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import * as addBatch from './addBatch.operation';
import * as attachCards from './attachCards.operation';
import * as attachDrafts from './attachDrafts.operation';
import * as chooseOrders from './chooseOrders.operation';
import * as claimBadDebts from './claimBadDebts.operation';
import * as claimNew from './claimNew.operation';
import * as checkOrders from './checkOrders.operation';
import * as checkRecorded from './checkRecorded.operation';
import * as checkTables from './checkTables.operation';
import * as compareCodes from './compareCodes.operation';
import * as compareStock from './compareStock.operation';
import * as comparePayments from './comparePayments.operation';
import * as countBatch from './countBatch.operation';
import * as decideChanges from './decideChanges.operation';
import * as decideClaims from './decideClaims.operation';
import * as decideCursor from './decideCursor.operation';
import * as decideCustomers from './decideCustomers.operation';
import * as decidePaidState from './decidePaidState.operation';
import * as decideResults from './decideResults.operation';
import * as decideRows from './decideRows.operation';
import * as draftArticles from './draftArticles.operation';
import * as draftPayments from './draftPayments.operation';
import * as draftPeriod from './draftPeriod.operation';
import * as draftTotals from './draftTotals.operation';
import * as findDoubled from './findDoubled.operation';
import * as findPassedOver from './findPassedOver.operation';
import * as findUnchanged from './findUnchanged.operation';
import * as listMembers from './listMembers.operation';
import * as lookAtFile from './lookAtFile.operation';
import * as lookUpTogether from './lookUpTogether.operation';
import * as matchPayout from './matchPayout.operation';
import * as measureTables from './measureTables.operation';
import * as messages from './messages';
import * as planPapers from './planPapers.operation';
import * as planPeriod from './planPeriod.operation';
import * as planTotals from './planTotals.operation';
import * as previewOrders from './previewOrders.operation';
import * as readOrderFile from './readOrderFile.operation';
import * as reconcilePeriod from './reconcilePeriod.operation';
import * as reverseOrders from './reverseOrders.operation';
import * as settleUndone from './settleUndone.operation';
import * as sortEntries from './sortEntries.operation';
import * as transformOrders from './transformOrders.operation';
import * as transformRefunds from './transformRefunds.operation';
import * as undoBookings from './undoBookings.operation';
import * as writeOrderSheets from './writeOrderSheets.operation';

const { cancelOrders } = reverseOrders;
const operations = {
	addBatch,
	attachCards,
	attachDrafts,
	cancelOrders,
	checkOrders,
	checkRecorded,
	checkTables,
	chooseOrders,
	claimBadDebts,
	claimNew,
	compareCodes,
	comparePayments,
	compareStock,
	countBatch,
	decideChanges,
	decideClaims,
	decideCursor,
	decideCustomers,
	decidePaidState,
	decideResults,
	decideRows,
	draftArticles,
	draftPayments,
	draftPeriod,
	draftTotals,
	findDoubled,
	findPassedOver,
	findUnchanged,
	listMembers,
	lookAtFile,
	lookUpTogether,
	matchPayout,
	measureTables,
	planPapers,
	planPeriod,
	planTotals,
	previewOrders,
	readOrderFile,
	reconcilePeriod,
	settleUndone,
	sortEntries,
	transformOrders,
	transformRefunds,
	undoBookings,
	writeOrderSheets,
	...messages.operations,
};

interface Operation {
	execute(this: IExecuteFunctions): INodeExecutionData[][] | Promise<INodeExecutionData[][]>;
}

const usualInputs = ['Orders', 'Settings'];
const inputNames: Record<string, string[]> = {
	addBatch: ['Counts'],
	attachCards: attachCards.inputNames,
	attachDrafts: attachDrafts.inputNames,
	checkRecorded: checkRecorded.inputNames,
	checkTables: ['Tables'],
	claimBadDebts: claimBadDebts.inputNames,
	claimNew: claimNew.inputNames,
	compareCodes: compareCodes.inputNames,
	comparePayments: comparePayments.inputNames,
	compareStock: compareStock.inputNames,
	countBatch: ['Rows'],
	decideChanges: ['Rows'],
	decideClaims: ['Rows'],
	decideCursor: ['Rows'],
	decideCustomers: decideCustomers.inputNames,
	decidePaidState: ['Payments'],
	decideResults: ['Answers'],
	decideRows: ['Items'],
	draftArticles: draftArticles.inputNames,
	draftTotals: draftTotals.inputNames,
	findDoubled: ['Rows'],
	findPassedOver: ['Rows'],
	findUnchanged: findUnchanged.inputNames,
	listMembers: listMembers.inputNames,
	lookAtFile: lookAtFile.inputNames,
	lookUpTogether: lookUpTogether.inputNames,
	matchPayout: ['Payouts', 'Settings', 'Orders'],
	measureTables: ['Items'],
	planPapers: planPapers.inputNames,
	planPeriod: ['Documents'],
	planTotals: planTotals.inputNames,
	previewOrders: previewOrders.inputNames,
	readOrderFile: readOrderFile.inputNames,
	reconcilePeriod: reconcilePeriod.inputNames,
	settleUndone: settleUndone.inputNames,
	sortEntries: sortEntries.inputNames,
	transformOrders: transformOrders.inputNames,
	transformRefunds: ['Refunds', 'Settings'],
	undoBookings: undoBookings.inputNames,
	...messages.inputNames,
};
const outputNames = Object.fromEntries(
	Object.entries(operations).map(([name, operation]) => [name, operation.outputNames.map(title)]),
);

/** `nothingToBook` as "Nothing to Book"; names that are written out stay as they are. */
function title(name: string): string {
	const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(' To ', ' to ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The inputs or outputs of the chosen operation, with their names. */
function named(names: Record<string, readonly string[]>): `={{${string}}}` {
	const usual = JSON.stringify(usualInputs);
	return `={{ ((${JSON.stringify(names)})[$parameter["operation"]] ?? ${usual}).map((displayName) => ({ type: "${NodeConnectionTypes.Main}", displayName })) }}`;
}

export class WebshopTransformer implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Webshop Transformer',
		name: 'webshopTransformer',
		icon: {
			light: 'file:../../icons/webshopTransformer.svg',
			dark: 'file:../../icons/webshopTransformer.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"].split(/(?=[A-Z])/).join(" ").toLowerCase() + ($parameter["shop"] ? ": " + $parameter["shop"] : "") }}',
		description:
			'Turn webshop orders into sales entry (verkoopboeking) drafts that add up to the cent, or say why not',
		defaults: { name: 'Webshop Transformer' },
		// An agent fills one input only.
		usableAsTool: undefined,
		inputs: named(inputNames),
		outputs: named(outputNames),
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Article', value: 'article' },
					{ name: 'Message', value: 'message' },
					{ name: 'Order', value: 'order' },
					{ name: 'Order File', value: 'orderFile' },
					{ name: 'Order Table', value: 'orderTable' },
					{ name: 'Payment', value: 'payment' },
					{ name: 'Payout', value: 'payout' },
					{ name: 'Period', value: 'period' },
				],
				default: 'order',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['article'] } },
				options: [
					{
						name: 'Compare Codes',
						value: 'compareCodes',
						action: 'Compare codes of products and articles',
						description:
							'Report SKUs that no article (artikel) has, that occur twice or that are too long',
					},
					{
						name: 'Compare Stock',
						value: 'compareStock',
						action: 'Compare the stock of products and articles',
						description:
							'Tell which products must get the stock (voorraad) of SnelStart, and which were changed by hand',
					},
					{
						name: 'Draft Articles',
						value: 'draftArticles',
						action: 'Draft articles',
						description: 'Draft an article (artikel) for each product that has none',
					},
				],
				default: 'compareCodes',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['order'] } },
				options: [
					{
						name: 'Cancel Orders',
						value: 'cancelOrders',
						action: 'Cancel orders',
						description: 'Draft credit notes (creditnota) of booked orders that were cancelled',
					},
					{
						name: 'Check Orders',
						value: 'checkOrders',
						action: 'Check orders',
						description:
							'Say in a few lines what would become of orders, and what the settings lack for them; nothing is booked',
					},
					{
						name: 'Choose Orders',
						value: 'chooseOrders',
						action: 'Choose orders',
						description: 'Take the orders to look at: chosen numbers, or those that differ most',
					},
					{
						name: 'Preview Orders',
						value: 'previewOrders',
						action: 'Preview orders',
						description:
							"Show how orders would be booked beside the shop's own figures; nothing is booked",
					},
					{
						name: 'Transform Orders',
						value: 'transformOrders',
						action: 'Transform orders',
						description: 'Check raw orders of a shop and draft what must stand in the books',
					},
					{
						name: 'Transform Refunds',
						value: 'transformRefunds',
						action: 'Transform refunds',
						description: 'Draft credit notes (creditnota) of the refunds of booked orders',
					},
					{
						name: 'Undo Bookings',
						value: 'undoBookings',
						action: 'Undo bookings',
						description:
							'Draft credit notes (creditnota) of bookings by wrong settings, and name the sales orders (verkooporder) to delete, so that the orders can be booked again',
					},
					{
						name: 'Write Order Sheets',
						value: 'writeOrderSheets',
						action: 'Write order sheets',
						description: 'Make a plain text file of each order, to be attached to its entry',
					},
				],
				default: 'transformOrders',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['orderFile'] } },
				options: [
					{
						name: 'Check Recorded',
						value: 'checkRecorded',
						action: 'Check that the orders of a file are recorded',
						description: 'Fail when an order of the file has no row in the order table',
					},
					{
						name: 'Look At File',
						value: 'lookAtFile',
						action: 'Look at a file with orders',
						description: 'Tell the form of a file, and what separates its columns',
					},
					{
						name: 'Read Order File',
						value: 'readOrderFile',
						action: 'Read the orders of a file',
						description:
							'Make orders of the rows of a file, and say of every row that is not understood why',
					},
				],
				default: 'readOrderFile',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['orderTable'] } },
				options: [
					{
						name: 'Attach Cards',
						value: 'attachCards',
						action: 'Attach customer cards to drafts',
						description: "Say with every draft which card its customer's earlier bookings are on",
					},
					{
						name: 'Attach Drafts',
						value: 'attachDrafts',
						action: 'Attach drafts to claimed rows',
						description:
							'Give the rows that this run may book their drafts, and part them by where they go',
					},
					{
						name: 'Check Tables',
						value: 'checkTables',
						action: 'Check the data tables',
						description: 'Tell which data tables and columns are missing or of another type',
					},
					{
						name: 'Claim New',
						value: 'claimNew',
						action: 'Claim rows that are new',
						description:
							'Part what has no row yet, which is inserted with the claim of this run, from what has one',
					},
					{
						name: 'Decide Changes',
						value: 'decideChanges',
						action: 'Decide which booked orders changed',
						description: 'Tell which booked orders are no longer in the books as the shop has them',
					},
					{
						name: 'Decide Claims',
						value: 'decideClaims',
						action: 'Decide claims',
						description:
							'Tell which claimed orders this run may book, so that two runs never book the same order',
					},
					{
						name: 'Decide Cursor',
						value: 'decideCursor',
						action: 'Decide the cursor of a shop',
						description:
							'Tell from when on the next run has to read a shop, once everything that was read is recorded',
					},
					{
						name: 'Decide Customers',
						value: 'decideCustomers',
						action: 'Decide which customers to look up one by one',
						description:
							'Name the customers whose earlier bookings may be missing in what was found of several at once',
					},
					{
						name: 'Decide Paid State',
						value: 'decidePaidState',
						action: 'Decide which orders are paid',
						description: 'Sum up per order what became of its payments',
					},
					{
						name: 'Decide Results',
						value: 'decideResults',
						action: 'Decide what is recorded of results',
						description: 'Make the rows that say what SnelStart answered',
					},
					{
						name: 'Decide Rows',
						value: 'decideRows',
						action: 'Decide rows of the order table',
						description:
							'Make the rows of what the transformer handed out, and tell what is to be booked',
					},
					{
						name: 'Draft Day Totals',
						value: 'draftTotals',
						action: 'Draft day totals',
						description: 'Draft one entry for all orders that are fixed in the same total',
					},
					{
						name: 'Find Doubled',
						value: 'findDoubled',
						action: 'Find rows that stand there twice',
						description:
							'Tell which rows of the order table are of one thing, and which of them stays',
					},
					{
						name: 'Find Passed Over',
						value: 'findPassedOver',
						action: 'Find orders that were passed over',
						description: 'Tell which orders of a shop no run has recorded',
					},
					{
						name: 'Find Unchanged',
						value: 'findUnchanged',
						action: 'Find orders that stand unchanged',
						description:
							'Tell which orders of a shop stand in the order table as they are, so that nothing is to be done for them',
					},
					{
						name: 'List Members',
						value: 'listMembers',
						action: 'List the orders of day totals',
						description: 'Make a CSV file of the orders that are booked in each total',
					},
					{
						name: 'Look Up Together',
						value: 'lookUpTogether',
						action: 'Look rows up together',
						description:
							'Give the keys of many items some at a time, so that few look-ups find them all',
					},
					{
						name: 'Measure Tables',
						value: 'measureTables',
						action: 'Measure the data tables',
						description: 'Tell about how full the data tables of n8n are, before they are full',
					},
					{
						name: 'Plan Day Totals',
						value: 'planTotals',
						action: 'Plan day totals',
						description: 'Tell which totals are to be closed, booked or recorded now',
					},
					{
						name: 'Plan Papers',
						value: 'planPapers',
						action: 'Plan papers',
						description: 'Tell which entries lack the file that the settings want at them',
					},
				],
				default: 'decideRows',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['payment'] } },
				options: [
					{
						name: 'Claim Bad Debts',
						value: 'claimBadDebts',
						action: 'Claim the VAT of bad debts',
						description: 'Draft what claims the VAT of invoices back that are one year overdue',
					},
					{
						name: 'Draft Payments',
						value: 'draftPayments',
						action: 'Draft payments',
						description: 'Draft the payments of booked orders on their open items',
					},
					{
						name: 'Settle Undone',
						value: 'settleUndone',
						action: 'Settle undone bookings',
						description:
							'Draft the memorials that settle undone bookings with their credit notes once more',
					},
				],
				default: 'draftPayments',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['payout'] } },
				options: [
					{
						name: 'Compare Payments',
						value: 'comparePayments',
						action: 'Compare payments',
						description:
							'Find payments that the shop did not tell of, and money that went back without a credit note',
					},
					{
						name: 'Match Payouts',
						value: 'matchPayout',
						action: 'Match payouts',
						description: 'Explain every cent of a payout of a payment provider and draft its entry',
					},
					{
						name: 'Sort Entries',
						value: 'sortEntries',
						action: 'Sort the entries without an order',
						description: 'Tell new entries without an order from those that are listed already',
					},
				],
				default: 'matchPayout',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['period'] } },
				options: [
					{
						name: 'Add Batch',
						value: 'addBatch',
						action: 'Add a batch to the progress',
						description: 'Tell how far a migration is after one more batch',
					},
					{
						name: 'Count Batch',
						value: 'countBatch',
						action: 'Count a batch',
						description: 'Count what became of the orders and refunds of a batch of a migration',
					},
					{
						name: 'Draft Period',
						value: 'draftPeriod',
						action: 'Draft the orders of a period',
						description:
							'Draft orders as they were sold, whatever has become of them since, to compare them with the books',
					},
					{
						name: 'Plan Period',
						value: 'planPeriod',
						action: 'Plan a period',
						description:
							'Count what would become of orders and refunds, with amounts per month and VAT rate; nothing is booked',
					},
					{
						name: 'Reconcile Period',
						value: 'reconcilePeriod',
						action: 'Reconcile a period',
						description:
							'Compare a period of the shop with the books, per order and per box of the VAT return',
					},
				],
				default: 'reconcilePeriod',
			},
			...transformOrders.description,
			...checkOrders.description,
			...chooseOrders.description,
			...previewOrders.description,
			...addBatch.description,
			...attachCards.description,
			...attachDrafts.description,
			...compareCodes.description,
			...comparePayments.description,
			...compareStock.description,
			...checkRecorded.description,
			...checkTables.description,
			...claimBadDebts.description,
			...claimNew.description,
			...countBatch.description,
			...decideChanges.description,
			...decideClaims.description,
			...decideCursor.description,
			...decideCustomers.description,
			...decidePaidState.description,
			...decideResults.description,
			...decideRows.description,
			...draftArticles.description,
			...draftPayments.description,
			...draftPeriod.description,
			...draftTotals.description,
			...findDoubled.description,
			...findPassedOver.description,
			...findUnchanged.description,
			...listMembers.description,
			...lookAtFile.description,
			...lookUpTogether.description,
			...matchPayout.description,
			...measureTables.description,
			...messages.description,
			...planPapers.description,
			...planPeriod.description,
			...planTotals.description,
			...readOrderFile.description,
			...reconcilePeriod.description,
			...settleUndone.description,
			...sortEntries.description,
			...transformRefunds.description,
			...undoBookings.description,
			...writeOrderSheets.description,
			...reverseOrders.description,
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as keyof typeof operations;
		try {
			const { execute }: Operation = operations[operation];
			return await execute.call(this);
		} catch (error) {
			if (!this.continueOnFail()) {
				throw error instanceof NodeOperationError
					? error
					: new NodeOperationError(this.getNode(), error as Error, { itemIndex: 0 });
			}
			const message = (error as Error).message;
			const last = this.getInputData().map((_, item) => ({
				json: { error: message },
				pairedItem: { item },
			}));
			return operations[operation].outputNames.map((_, index, all) =>
				index === all.length - 1 ? last : [],
			);
		}
	}
}
