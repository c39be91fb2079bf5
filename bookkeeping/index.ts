/**
 * The door of the bookkeeping core: what nodes, the command and the templates may use of it. Inside,
 * each room imports only from the rooms below it (`.dependency-cruiser.js`).
 */

// money
export { oldInvoiceEntry, oldInvoicesOf } from './settings/oldInvoices';
export { type Cents, formatCents, fromEuro, roundingTolerance, sum, toEuro } from './money/money';

// codes
export { type CodeEntry } from './codes/code';
export { columnInWords } from './codes/fileColumns';
export {
	euroIn,
	languages,
	sayFact,
	type Facts,
	type Language,
	type ReasonFact,
	type Spoken,
	LEFT_OUT,
} from './codes/facts';
export { formText, formTextIn, formTexts } from './codes/formTexts';
export { OLDEST_N8N, TESTED_N8N } from './codes/commandCodes';
export { clientFileText } from './codes/clientFileTexts';
export { sayInBoth, sayText, type FactsIn, type SpokenEntry } from './codes/sayText';
export { keptFacts } from './codes/kept';
export { spokenValue, valueText } from './codes/valueTexts';
export {
	type Code,
	codeGroups,
	entryOf,
	outlineOf,
	type Reason,
	reason,
	retell,
	textOf,
	type Told,
	told,
	type ToldCode,
	toldOther,
	withRemark,
} from './codes/register';
export { snelStartRefusals } from './codes/snelStart';

// trade
export { csvCell, FORMULA, SIGNED_NUMBER } from './trade/csvCell';
export { reasonOf } from './trade/findings';
export { type EntryKind } from './trade/entryKinds';
export { groupBy } from './trade/groupBy';
export { inParts } from './trade/inParts';
export { lightText, lightTexts, type LightTextName } from './codes/lightTexts';
export { regimeNames } from './trade/regimeNames';
export { cardText, cardTexts, retellCard } from './codes/cardTexts';
export { fromJson } from './trade/json';
export { type ShopOrder } from './trade/order';
export { cutText } from './trade/text';
export { type Regime, type VatKind } from './trade/vatKinds';

// orderTable
export {
	type BatchCounts,
	type BatchMode,
	batchModes,
	countBatch,
	progressAfter,
} from './orderTable/batch';
export { bookingRecordOf } from './orderTable/bookingRecord';
export { cellVersion } from './orderTable/cell';
export { checkTables, type ListedTable } from './orderTable/checkTables';
export {
	claim,
	CLAIM_HOURS,
	ORDER_FILE,
	CLAIMS_PER_RUN,
	decideClaims,
	expiredClaim,
	rowGivenBack,
	rowToGoBy,
} from './orderTable/claims';
export {
	type Column,
	type ColumnOf,
	type ColumnType,
	columnsOf,
	type DataTable,
	dataTables,
	givenColumns,
	type RowOf,
	type TableName,
	type TableToSetUp,
	tablesToSetUp,
} from './orderTable/columns';
export { isSameFingerprint, likeFingerprints } from './orderTable/fingerprints';
export {
	type CustomerKeys,
	customerKeysOf,
	earlierRelation,
	latestFirst,
} from './orderTable/customerKeys';
export { nextCursor, unrecorded } from './orderTable/cursor';
export {
	type Found,
	type FoundToBook,
	readFound,
	type Refused,
	type RowKind,
	rowKinds,
} from './orderTable/found';
export {
	decideKeyCall,
	type Invitation,
	type InvitationKind,
	type KeyCall,
	REFERENCE,
} from './orderTable/invitations';
export { findDoubled, mergedColumns } from './orderTable/doubled';
export {
	creditedVersion,
	creditKeys,
	orderKey,
	refundIdIn,
	refundKey,
	refundKeys,
	totalKey,
	totalNumberIn,
} from './orderTable/keys';
export {
	customerLookUps,
	customersLeft,
	type LookUp,
	lookUpsOf,
	MOST_EARLIER_BOOKINGS,
	NOBODY,
	VALUES_PER_LOOK_UP,
} from './orderTable/lookUps';
export { partNew } from './orderTable/newRows';
export { isChecked, toCheck } from './orderTable/checked';
export { nextOrderSync, ORDER_SYNC_MINUTE } from './orderTable/nextOrderSync';
export { standsStill } from './orderTable/tables/oversight';
export { changedAfterBooking, noteColumns, noteIn, type Note } from './orderTable/notes';
export { bookedInTotal, isToComeInTotal } from './orderTable/inTotal';
export { offer, offeredTo } from './orderTable/offered';
export { outlinePattern, sealIn } from './orderTable/outline';
export { paidForNow, paidStateOf } from './orderTable/paidState';
export { passedOver, readListed, readListedRefund } from './orderTable/passedOver';
export { sortEntries } from './orderTable/payoutEntries';
export { resultColumns, resultRow, type ResultState } from './orderTable/result';
export {
	claimable,
	finished,
	fixedInTotal,
	heldBack,
	offeredAgain,
	ofTotals,
	outsideTotals,
	open,
	reviewed,
	type State,
	stateNames,
	states,
	toCome,
	triedAgain,
	unfinished,
	whereState,
} from './orderTable/states';
export { rowKeys, type RowKeys } from './orderTable/rowKeys';
export { tableSize, USUAL_LIMIT_MB } from './orderTable/tableSize';
export { isUnchanged } from './orderTable/unchanged';
export { isWhole, lacksSecond, SECOND_MISSING } from './orderTable/whole';

// shops
export { customerToRead, withCustomerRecord } from './shops/wooCommerce/customerRecord';
export { type ShopKind, shopKinds, shops } from './shops';

// orderFile
export { fileForm } from './orderFile/fileForm';
export { namedColumns } from './orderFile/namedColumns';
export {
	MOST_FILE_ROWS,
	type OrderFile,
	readOrderJson,
	readOrderTable,
} from './orderFile/readOrderFile';

// settings
export {
	type AdministrationFacts,
	type OssRate,
	administrationOf,
	checkAgainstAdministration,
} from './settings/administrationCheck';
export {
	type Drawer,
	type Fields,
	type PickList,
	type Setting,
	placesOf,
} from './settings/declaration';
export { SHORTEST_PASSWORD } from './settings/dashboardPassword';
export { dutchNameOf, explainedIn, withDutchNames } from './settings/dutchNames';
export { settingsFields } from './settings/declared';
export { parametersFromSettings, settingsFromParameters } from './settings/parameters';
export {
	type ListedRecord,
	type NamedPick,
	namedPicks,
	type RecordList,
	replacePicks,
	resolvePicks,
	type SettingPath,
	withNumbersAsText,
} from './settings/namedPicks';
export { namesJournals } from './settings/paymentAdministrationCheck';
export { pickedFrom } from './settings/pickedFrom';
export { readSettings } from './settings/readSettings';
export {
	type Settings,
	type SettingsInput,
	type VatNumberCheckSettings,
	settingsSchema,
} from './settings/settings';
export { shopOf } from './settings/shopOf';
export { USUAL_INVOICE_ADDRESS } from './settings/usualInvoiceAddress';
export {
	type Company,
	type Country,
	type Journal,
	type LedgerAccount,
	lineVatKinds,
	type Pickable,
	readVatKind,
	type RevenueGroup,
	type SalesOrderTemplate,
	toCompany,
	toCountry,
	toJournal,
	toLedgerAccount,
	toOssRates,
	toPickable,
	toRevenueGroup,
	toSalesOrderTemplate,
	toVatRates,
	type VatRate,
} from './settings/snelStartRecords';
export { usualPaidStatuses } from './settings/usualStatuses';
export { unknownSettings } from './settings/unknownSettings';
export { withoutVatSettings } from './settings/withoutVatSettings';

// vat
export { countryCode, euCountryNames, isOtherMemberState } from './trade/countries';
export { ossThreshold } from './vat/ossThreshold';
export {
	type HttpAnswer,
	type VatAnswer,
	nextStep,
	readViesAnswer,
	unknownAnswer,
} from './vat/vatNumberCheck';
export { ratesInForce } from './trade/vatRates';
export { vatNumberIn } from './trade/vatNumber';

// documents
export { imbalanceOf } from './documents/balance';
export {
	type Address,
	type BookableDraft,
	type CustomerDraft,
	type EntryDraft,
	type SalesEntryDraft,
	type SalesOrderDraft,
	type SalesOrderLine,
	bookableDraftSchema,
	entryDraftSchema,
} from './documents/draft';
export { MOST_LINES } from './documents/mostLines';
export { besideEntry } from './documents/beside';
export { asVersion } from './documents/entryVersion';
export { type FiledPeriod, openDayOf } from './documents/openDay';
export { orderSheet } from './documents/orderSheet';
export { planPapers } from './documents/papers';
export { brokenSum } from './documents/salesOrderTotal';

// totals
export { type Member, readMember } from './totals/member';
export {
	belowOrders,
	type LineBelow,
	memberList,
	memberTable,
	type MemberColumn,
} from './totals/memberList';
export { type PlannedTotal, planTotals } from './totals/planTotals';
export { payoutOfTotal, type PayoutOfTotal } from './totals/payoutOfTotal';
export { isOfPayout, totalsOfWaiting } from './totals/series';
export { transformTotal } from './totals/transformTotal';

// orders
export { type PlannedDocument, planOf } from './orders/plan';
export { orderLights } from './orders/orderLights';
export { outcomeNames } from './orders/outcomeNames';
export { previewOf, type PreviewRow } from './orders/preview';
export {
	BETWEEN_NUMBERS,
	type Choice,
	chooseOrders,
	notFoundRows,
	orderNumbersIn,
} from './orders/chosenOrders';
export { previewSummary, type PreviewSum } from './reconciliation/previewSummary';
export { type VatBox } from './reconciliation/vatBox';
export { previewTotals } from './orders/previewTotals';
export {
	type Outcome,
	type TransformedOrder,
	transformOrder,
	toLookUp,
	transformUnchecked,
} from './orders/transform';

export { type AccountToMake } from './orders/accountPicker';
export { type Proposal, proposeSettings } from './orders/proposeSettings';
export { seenOrders } from './orders/seenOrders';

// stock
export { readArticles } from './stock/article';
export { type CodeRules } from './stock/codeRules';
export { compareCodes } from './stock/compareCodes';
export { type StockInput, type StockMemory, compareStock } from './stock/compareStock';
export { type PriceRules, draftArticles } from './stock/draftArticles';
export { readHeldStock } from './stock/heldStock';
export { type StockProblem } from './stock/problems';
export { type ShopItem, keyOf, readShopItems } from './stock/shopItem';
export { readTaxRates } from './stock/shopTaxRate';

// refunds
export { besideEntryIdIn, type BookedDocument, ENTRY_GONE } from './refunds/booked';
export { besideItsSale, previewRefund } from './refunds/previewRefund';
export { cancelOrder } from './refunds/reverseOrder';
export {
	type SaleState,
	statedRefund,
	type TransformedRefund,
	transformRefund,
	unreadRefunds,
} from './refunds/transformRefund';

export { type UndoneBooking, undoBooking } from './refunds/undo';
export { type StandingSalesOrder, whyKept } from './refunds/undoSalesOrder';

// payments
export { type LedgerLine, type SalesLine, proveEntry } from './payments/bookedEntry';
export { paymentDraftSchema } from './payments/paymentDraft';
export { judgePayments } from './payments/atProvider/judgePayments';
export {
	listingProviders,
	type ListingProvider,
	readProviderPayments,
} from './payments/atProvider/providerPayment';
export { movesVat } from './payments/movesVat';
export { namedOrders } from './payments/payouts/namedOrders';
export { readKnownPayments } from './payments/payouts/knownPayments';
export { readKnownRefunds } from './payments/payouts/knownRefunds';
export { readBesideParts } from './payments/payouts/knownParts';
export { DAYS_APART, otherEntry, type Movement } from './payments/payouts/otherEntry';
export { payoutDraftSchema } from './payments/payouts/payoutDraft';
export { type PayoutOrder, readPayoutOrder } from './payments/payouts/payoutOrders';
export {
	type PayoutOptions,
	type TransformedPayout,
	transformPayout,
} from './payments/payouts/transformPayout';
export { claimBadDebt } from './payments/badDebt';
export { transformPayments } from './payments/transformPayments';
export { setOffOfCredit, setOffOfUndo } from './payments/undoSetOff';

// reconciliation
export { earlierSales } from './reconciliation/customerCards';
export { type Mutation } from './reconciliation/books';
export { clearingAccounts, clearingDifferences, clearingLine } from './reconciliation/clearing';
export { payoutsTwice } from './reconciliation/payoutsTwice';
export { cardBalanceLine, type CardsBefore } from './reconciliation/cardBalance';
export { type FiledReturn, lateBookings } from './reconciliation/lateBookings';
export { type DifferenceKind, textsOf, withdrawals } from './reconciliation/differences';
export { documentNumbers } from './reconciliation/numbers';
export { orderMoneySchema } from './reconciliation/orderMoney';
export { periodOrder } from './reconciliation/periodOrder';
export { type ShopDocument, reconcile } from './reconciliation/reconcile';
export { readRecords } from './reconciliation/records';
export { onDayOfTotal, splitTotals } from './reconciliation/splitTotals';
export { type StatementLine } from './reconciliation/statements';
export { type AccountRole } from './reconciliation/vatBox';
