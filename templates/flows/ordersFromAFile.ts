import { formTexts, languages, ORDER_FILE, type Spoken } from '../../bookkeeping';
import { because } from '../build/because';
import { Flow } from '../build/flow';
import { note } from '../build/note';
import { text } from '../build/text';
import { coreNode, inBatches, transformer } from '../fragments/basics';
import { call } from '../fragments/call';
import { letClaimsExpire } from '../fragments/claims';
import { byAnswer, isTrue, keepIf, whether } from '../fragments/conditions';
import * as contracts from '../fragments/contracts';
import { withFields } from '../fragments/fields';
import { restWhileStopped } from '../fragments/paused';
import { readSettings } from '../fragments/settings';
import { answer } from '../fragments/spoken';
import { deleteRows, getRows, is, upsertRow } from '../fragments/table';
import { ofShop } from '../fragments/rowConditions';
import { refuseUnknownClient } from '../fragments/knownClient';

const { orderFile: words } = formTexts;

/** The file bears the label of its field. */
const FILE = '={{ Object.keys($binary)[0] }}';

/** Orders that one run of Process orders claims. */
const BATCH = 250;

/** What an answer of the form means, in whatever language it is. */
const says = (text: Spoken, value: string): string =>
	languages.map((language) => `'${text[language]}': '${value}'`).join(', ');

export function ordersFromAFile(): Flow {
	const flow = new Flow({
		name: 'Orders from a file',
		description:
			'A form behind a password on which somebody uploads the order export of any shop as a CSV, Excel or JSON file. First it shows what is understood and what would be booked; then it books, never twice.',
	});

	flow.note(
		'Overview',
		[-480, -380],
		[420, 960],
		text`
			## Orders from a file

			### How it works
			For shops without an API, such as JouwWeb without access, or any shop that can export its orders.
			1. A form takes the export: CSV, Excel or JSON, one row per order or one per line.
			2. The columns are found by their headings, or as the settings of the shop name them under *Order File Columns*. Every amount is proved: the lines must make the total and the VAT of the order. A row that is not understood is told with its number.
			3. *Preview* (Voorbeeld) shows each order as it would be booked. *Book all* (Alles boeken) hands all of them to *Process orders*, which books them in SnelStart or records why not. The same file again books nothing twice, and passes by what stands in **WebshopOrders** as the file has it; of a run that broke off, it books the rest after two hours.
			4. Of a large file the page comes first, and booking goes on behind it. While it does, a row in **ShopTroubles** says so: a preview and *Daily digest* tell of a file that was not booked to its end.

			### Setup
			1. In *Client settings*, add the shop with the kind *Other Shop* and its statuses. A file without a column of statuses gives \`exported\`.
			2. **On upload**: choose a credential with the name and password for the form.
			3. **Your values**: the client, the shop, and the language of the page, \`nl\` or \`en\`. The texts of **On upload** are Dutch; the import command writes them in English for a client that reads English.
			4. **Process orders**: choose the workflow *Process orders*.
			5. Publish this workflow; **On upload** shows the address of the form.
		`,
	);
	flow.note(
		'Section read',
		[0, -380],
		[1260, 960],
		text`
			### Read the file
			n8n reads it; what it is, is seen from its first bytes.
		`,
		7,
	);
	flow.note(
		'Section book',
		[1300, -380],
		[1100, 960],
		text`
			### Show or book
			Above the page of a large file, which comes before its booking; then the preview; below booking.
		`,
		7,
	);
	const onUpload = flow.add(
		'On upload',
		[60, 0],
		coreNode('formTrigger', 2.1, {
			authentication: 'basicAuth',
			path: 'orders-from-a-file',
			formTitle: words.title.nl,
			formDescription: words.description.nl,
			formFields: {
				values: [
					{
						fieldLabel: words.action.nl,
						fieldType: 'dropdown',
						defaultValue: words.preview.nl,
						fieldOptions: {
							values: [
								{ option: words.preview.nl },
								{ option: words.book.nl },
								{ option: words.bookUnderstood.nl },
							],
						},
						requiredField: true,
					},
					{
						fieldLabel: words.file.nl,
						fieldType: 'file',
						multipleFiles: false,
						acceptFileTypes: '.csv, .txt, .xlsx, .xls, .json',
						requiredField: true,
					},
				],
			},
			responseMode: 'responseNode',
			options: { appendAttribution: false, buttonLabel: words.button.nl },
		}),
	);
	const yourValues = flow.add(
		'Your values',
		[240, 0],
		withFields({ client: 'my-client', shop: 'webshop', language: 'nl' }),
	);
	const ofFile = [
		is('client', yourValues.first('client')),
		is('shop', yourValues.first('shop')),
		is('subject', ORDER_FILE),
	];
	const lookAtFile = flow.add(
		'Look at file',
		[360, 0],
		transformer({
			resource: 'orderFile',
			operation: 'lookAtFile',
			binaryPropertyName: FILE,
		}),
	);
	const formOfFile = flow.add(
		'Form of the file',
		[600, 0],
		byAnswer(
			Object.fromEntries(
				['csv', 'xlsx', 'xls', 'json'].map((form) => [
					form,
					isTrue(`={{ $json.form === '${form}' }}`),
				]),
			),
			'unknown',
		),
	);
	const cells = { headerRow: false, includeEmptyCells: true };
	const readCsv = flow.add(
		'Read CSV',
		[840, -220],
		coreNode('extractFromFile', 1, {
			operation: 'csv',
			binaryPropertyName: FILE,
			options: { ...cells, delimiter: '={{ $json.separator }}', enableBOM: true },
		}),
		'withErrorOutput',
	);
	const readXlsx = flow.add(
		'Read Excel',
		[840, -60],
		coreNode('extractFromFile', 1, {
			operation: 'xlsx',
			binaryPropertyName: FILE,
			options: cells,
		}),
		'withErrorOutput',
	);
	const readXls = flow.add(
		'Read old Excel',
		[840, 100],
		coreNode('extractFromFile', 1, {
			operation: 'xls',
			binaryPropertyName: FILE,
			options: cells,
		}),
		'withErrorOutput',
	);
	const readJson = flow.add(
		'Read JSON',
		[840, 260],
		coreNode('extractFromFile', 1, {
			operation: 'fromJson',
			binaryPropertyName: FILE,
			destinationKey: 'data',
			options: {},
		}),
		'withErrorOutput',
	);
	const letOldClaimsExpire = flow.add(
		'Let old claims expire',
		[600, 420],
		letClaimsExpire(is('shop', '={{ $json.shop }}')),
		'once',
		'evenWhenEmpty',
	);
	const loadSettings = flow.add(
		'Load settings',
		[840, 420],
		readSettings(yourValues.first('client')),
		'once',
	);
	const readOrders = flow.add(
		'Read orders',
		[1080, 0],
		transformer({
			resource: 'orderFile',
			operation: 'readOrderFile',
			shop: yourValues.first('shop'),
			whatToDo: because(
				'each answer in both languages, once',
				`={{ ({ ${says(words.book, 'book')}, ${says(words.bookUnderstood, 'bookUnderstood')} })[${answer("$('On upload').first().json", words.action)}] ?? 'preview' }}`,
			),
		}),
	);
	const previewOrders = flow.add(
		'Preview orders',
		[1340, -60],
		transformer({
			resource: 'order',
			operation: 'previewOrders',
			shop: yourValues.first('shop'),
		}),
	);
	const rowsOfShop = getRows('WebshopOrders', {
		where: [...ofShop(yourValues, 'order')],
	});
	const findKnownOrders = flow.add(
		'Find known orders',
		[1560, -60],
		rowsOfShop,
		'once',
		'evenWhenEmpty',
	);
	// When n8n cannot read the table, since other runs add rows meanwhile, all orders go on.
	const findKnownRows = flow.add(
		'Find known rows',
		[1080, 200],
		rowsOfShop,
		'once',
		'evenWhenEmpty',
		'evenWhenFailing',
	);
	const findUnchanged = flow.add(
		'Find unchanged',
		[1080, 380],
		transformer({
			resource: 'orderTable',
			operation: 'findUnchanged',
			shop: yourValues.first('shop'),
			settingsVersion: loadSettings.first('version'),
		}),
	);
	const ifNothingElse = flow.add(
		'If there is nothing else',
		[1340, 380],
		keepIf(isTrue("={{ $('Find unchanged').all(0).length === 0 }}")),
		'once',
	);
	const inParts = flow.add('In parts', [1340, 140], inBatches(BATCH));
	const processOrders = flow.add(
		'Process orders',
		[1540, 300],
		call(contracts.processOrders, {
			client: yourValues.first('client'),
			shop: yourValues.first('shop'),
			order: '={{ $json }}',
		}),
		// What is booked already gives no result, and a loop ends where nothing comes back.
		'evenWhenEmpty',
	);
	const findRecordedOrders = flow.add(
		'Find recorded orders',
		[1540, 100],
		rowsOfShop,
		'once',
		'evenWhenEmpty',
	);
	const isWaitedFor = flow.add(
		'Is it waited for?',
		[1740, 100],
		whether(isTrue("={{ !$('Read orders').first(2).json.answersFirst }}")),
	);
	const allRecorded = flow.add(
		'All recorded?',
		[1940, 240],
		transformer({
			resource: 'orderFile',
			operation: 'checkRecorded',
			numbers: "={{ $('Read orders').all(1).map((item) => item.json.number) }}",
		}),
	);
	// Stands there as long as a file is at work: of a run that died nothing else would tell.
	const findUnfinished = flow.add(
		'Find unfinished file',
		[1560, -200],
		getRows('ShopTroubles', { where: ofFile }),
		'once',
		'evenWhenEmpty',
	);
	const noteFile = flow.add(
		'Note that it is at work',
		[1540, 220],
		upsertRow('ShopTroubles', ofFile, {
			client: yourValues.first('client'),
			shop: yourValues.first('shop'),
			subject: ORDER_FILE,
			...note('ORDER_FILE_UNFINISHED', {
				orders: "{{ $('Read orders').all(1).length }}",
				since: "{{ $('Read orders').first(2).json.readAt }}",
			}),
		}),
		'once',
	);
	const fileIsDone = flow.add(
		'Note that it is done',
		[2160, 240],
		deleteRows('ShopTroubles', ofFile),
		'once',
		'evenWhenEmpty',
	);
	const answersFirst = flow.add(
		'Answer first?',
		[1340, -240],
		whether(isTrue('={{ $json.answersFirst }}')),
	);
	const sayItIsAtWork = flow.add(
		'Say that it is at work',
		[1820, -260],
		transformer({
			resource: 'message',
			operation: 'writeOrderFilePage',
			language: yourValues.first('language'),
		}),
	);
	const page = {
		respondWith: 'text',
		responseBody: '={{ $json.html }}',
		options: {
			responseHeaders: { entries: [{ name: 'Content-Type', value: 'text/html; charset=utf-8' }] },
		},
	};
	const showAtOnce = flow.add(
		'Show at once',
		[2060, -260],
		coreNode('respondToWebhook', 1.1, page),
	);
	const writeAnswer = flow.add(
		'Write answer',
		[1900, 0],
		transformer({
			resource: 'message',
			operation: 'writeOrderFilePage',
			language: yourValues.first('language'),
		}),
	);
	const showAnswer = flow.add('Show answer', [2100, 0], coreNode('respondToWebhook', 1.1, page));

	flow.wire(onUpload, yourValues, [lookAtFile, letOldClaimsExpire]);
	flow.wire(letOldClaimsExpire, loadSettings);
	flow.wire(lookAtFile, formOfFile);
	flow.wire(loadSettings, readOrders.in(1));
	for (const [output, reader] of [readCsv, readXlsx, readXls, readJson].entries()) {
		flow.wire(formOfFile.out(output), reader, readOrders);
		flow.wire(reader.error, readOrders);
	}
	flow.wire(formOfFile.out(4), readOrders);
	flow.wire(readOrders, previewOrders, writeAnswer.in(1));
	flow.wire(loadSettings, previewOrders.in(1));
	// Nothing may come to the answer where the page was shown at once: it would be written again.
	flow.wire(previewOrders, [findKnownOrders, findUnfinished]);
	flow.wire(findKnownOrders, writeAnswer.in(2));
	flow.wire(findUnfinished, writeAnswer.in(3));
	flow.wire(readOrders.out(1), [findUnchanged, findKnownRows]);
	flow.wire(findKnownRows, findUnchanged.in(2));
	flow.wire(loadSettings, findUnchanged.in(1));
	flow.wire(findUnchanged, inParts);
	flow.wire(findUnchanged.out(1), ifNothingElse, findRecordedOrders);
	flow.wire(inParts.out(1), [noteFile, processOrders]);
	flow.wire(processOrders, inParts);
	flow.runsFirst(noteFile, processOrders);
	flow.wire(inParts, findRecordedOrders, isWaitedFor);
	flow.wire(isWaitedFor.yes, [writeAnswer.in(2), fileIsDone]);
	flow.wire(isWaitedFor.no, allRecorded, fileIsDone);
	flow.wire(readOrders.out(2), answersFirst);
	flow.wire(answersFirst.yes, sayItIsAtWork, showAtOnce);
	flow.wire(answersFirst.no, writeAnswer, showAnswer);
	refuseUnknownClient(flow, yourValues);
	flow.wire(restWhileStopped(flow, yourValues), sayItIsAtWork);

	return flow;
}
