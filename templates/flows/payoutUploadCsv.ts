import { formTexts, type Spoken } from '../../bookkeeping';
import { because } from '../build/because';
import { Flow } from '../build/flow';
import { note } from '../build/note';
import { text } from '../build/text';
import { coreNode, transformer } from '../fragments/basics';
import { call } from '../fragments/call';
import * as contracts from '../fragments/contracts';
import { isTrue, whether } from '../fragments/conditions';
import { restWhileStopped } from '../fragments/paused';
import { kindIs } from '../fragments/rowConditions';
import { getRows, is } from '../fragments/table';
import { asNumber, onlyFields, withFields, asObject } from '../fragments/fields';
import { answer } from '../fragments/spoken';

const { payout: words } = formTexts;
const asked = (label: Spoken): string => answer('$json', label);

/** Measured: so many lines without an order are listed within a minute, and n8n goes on with other work. */
const MOST_LINES = 10_000;

/** Nobody waits for more: the page comes first, and booking goes on behind it. */
const MOST_TO_WAIT_FOR = 500;

export function payoutUploadCsv(): Flow {
	const flow = new Flow({
		name: 'Payout upload CSV',
		description:
			'A form behind a password on which somebody uploads the report of any payment provider as a CSV file. The payout is matched with the orders and booked in SnelStart at once, never twice, and the page shows what became of it.',
	});

	flow.note(
		'Overview',
		[-480, -340],
		[420, 700],
		text`
			## Payout upload CSV

			### How it works
			For providers without a workflow of their own. A form takes the report of one payout as a CSV file, with the provider, the number of the payout, the day and the amount that arrived.
			1. A file above 5 MB or ${String(MOST_LINES)} lines is refused before anything is done. Else it is read: semicolons, commas or tabs, decimal comma or point, Dutch or English headings.
			2. *Match and book payout* proves that the lines make the amount that arrived, matches them with the orders and books the payout in SnelStart. The same number is never booked twice.
			3. Of more than ${String(MOST_TO_WAIT_FOR)} lines a page comes at once, and booking goes on behind it. Else the page shows what was matched, what was booked, and what has no order.

			### Setup
			1. In *Client settings*, add the provider to *Payout Providers*.
			2. **On upload**: choose a credential with the name and password for the form.
			3. **Your values**: the client, and the language of the answer, \`nl\` or \`en\`. The texts of **On upload** are Dutch; the import command writes them in English for a client that reads English. When the report has other headings, write them at *column…*; leave empty what it has not, or what is found by itself.
			4. **Match and book payout**: choose the workflow *Match and book payout*.
			5. Publish this workflow; **On upload** shows the address of the form.
		`,
	);
	flow.note('Section read', [0, -340], [1240, 700], '### Read the file', 7);
	flow.note('Section book', [1280, -400], [1340, 760], '### Match, book and answer', 7);
	const onUpload = flow.add(
		'On upload',
		[60, -60],
		coreNode('formTrigger', 2.1, {
			authentication: 'basicAuth',
			path: 'payout-upload',
			formTitle: words.title.nl,
			formDescription: words.description.nl,
			formFields: {
				values: [
					{
						fieldLabel: words.provider.nl,
						placeholder: words.providerHint.nl,
						requiredField: true,
					},
					{
						fieldLabel: words.number.nl,
						placeholder: words.numberHint.nl,
						requiredField: true,
					},
					{ fieldLabel: words.date.nl, fieldType: 'date', requiredField: true },
					{ fieldLabel: words.amount.nl, placeholder: '98,79', requiredField: true },
					{
						fieldLabel: words.file.nl,
						fieldType: 'file',
						multipleFiles: false,
						acceptFileTypes: '.csv, .txt',
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
		[240, -60],
		withFields({
			client: 'my-client',
			language: 'nl',
			columnId: '',
			columnType: '',
			columnPayment: '',
			columnOrder: '',
			columnDescription: '',
			columnGross: '',
			columnFee: '',
			columnNet: '',
			columnCredit: '',
			columnDebit: '',
			columnSign: '',
			columnStatus: '',
			columnDate: '',
			columnCurrency: '',
		}),
	);
	const smallEnough = flow.add(
		'Below 5 MB?',
		[440, -60],
		whether(
			isTrue(
				"={{ /^[0-9.,]+ (B|kB)$|^[0-4]([.,][0-9]+)? MB$/.test(Object.values($binary)[0]?.fileSize ?? '') }}",
			),
		),
	);
	const readFile = flow.add(
		'Read file',
		[640, -80],
		coreNode('extractFromFile', 1, {
			operation: 'text',
			// The file bears the label of its field.
			binaryPropertyName: '={{ Object.keys($binary)[0] }}',
			destinationKey: 'file',
			options: { keepSource: 'json' },
		}),
	);
	const fewEnoughLines = flow.add(
		'Few enough lines?',
		[860, -80],
		whether(isTrue(`={{ $json.file.trim().split('\\n').length <= ${MOST_LINES + 1} }}`)),
	);
	const refusal = flow.add(
		'Refusal',
		[1080, 140],
		onlyFields({
			reference: `={{ ${answer("$('On upload').first().json", words.number)}.trim() }}`,
			state: '',
			...note('UPLOAD_TOO_LARGE', { most: MOST_LINES }),
		}),
		'once',
	);
	const joinPayout = flow.add(
		'Join payout',
		[1080, -80],
		onlyFields({
			form: 'csv',
			payout: asObject(
				because(
					'every field of the form and every column of the file, once',
					`={{ { provider: ${asked(words.provider)}.trim(), id: ${asked(words.number)}.trim(), date: ${asked(words.date)}, net: ${asked(words.amount)}, file: $json.file, columns: { id: $json.columnId, type: $json.columnType, payment: $json.columnPayment, order: $json.columnOrder, description: $json.columnDescription, gross: $json.columnGross, fee: $json.columnFee, net: $json.columnNet, credit: $json.columnCredit, debit: $json.columnDebit, sign: $json.columnSign, status: $json.columnStatus, date: $json.columnDate, currency: $json.columnCurrency } } }}`,
				),
			),
		}),
	);
	const linesOfFile = "$('Read file').first().json.file.trim().split('\\n').length - 1";
	const manyLines = flow.add(
		'Many lines?',
		[1320, -180],
		whether(isTrue(`={{ ${linesOfFile} > ${MOST_TO_WAIT_FOR} }}`)),
	);
	const findPayout = flow.add(
		'Find payout',
		[1540, -300],
		getRows('WebshopOrders', {
			where: [
				is('client', yourValues.first('client')),
				kindIs('payout'),
				is('shop', `={{ ${answer("$('On upload').first().json", words.provider)}.trim() }}`),
				is('orderId', `={{ ${answer("$('On upload').first().json", words.number)}.trim() }}`),
			],
			limit: 1,
		}),
		'once',
		'evenWhenEmpty',
	);
	const findItsLines = flow.add(
		'Find its lines',
		[1760, -300],
		getRows('WebshopOrders', {
			where: [is('parentKey', "={{ $json.orderKey || 'none' }}"), kindIs('payoutEntry')],
		}),
		'once',
		'evenWhenEmpty',
	);
	const countLines = flow.add(
		'Count lines',
		[1980, -300],
		onlyFields({
			reference: `={{ ${answer("$('On upload').first().json", words.number)}.trim() }}`,
			linesAtWork: asNumber(`={{ ${linesOfFile} }}`),
			linesListed: asNumber(
				"={{ $('Find its lines').all().filter((item) => item.json.orderKey).length }}",
			),
			state: "={{ $('Find payout').first().json.state ?? '' }}",
		}),
		'once',
	);
	const page = {
		respondWith: 'text',
		responseBody: '={{ $json.html }}',
		options: {
			responseHeaders: { entries: [{ name: 'Content-Type', value: 'text/html; charset=utf-8' }] },
		},
	};
	const sayItIsAtWork = flow.add(
		'Say that it is at work',
		[2200, -300],
		transformer({
			resource: 'message',
			operation: 'writePayoutPage',
			language: yourValues.first('language'),
		}),
	);
	const showAtOnce = flow.add(
		'Show at once',
		[2420, -300],
		coreNode('respondToWebhook', 1.1, page),
	);
	const isWaitedFor = flow.add(
		'Is it waited for?',
		[1540, -60],
		whether(isTrue("={{ !$('Show at once').isExecuted }}")),
	);
	const matchAndBookPayout = flow.add(
		'Match and book payout',
		[1320, -80],
		call(contracts.matchAndBookPayout, {
			client: yourValues.first('client'),
			form: '={{ $json.form }}',
			payout: '={{ $json.payout }}',
		}),
	);
	const writeAnswer = flow.add(
		'Write answer',
		[1760, -60],
		transformer({
			resource: 'message',
			operation: 'writePayoutPage',
			language: yourValues.first('language'),
		}),
		'once',
	);
	const showAnswer = flow.add('Show answer', [1980, -60], coreNode('respondToWebhook', 1.1, page));

	flow.wire(onUpload, yourValues, smallEnough);
	flow.wire(smallEnough.yes, readFile, fewEnoughLines);
	flow.wire(fewEnoughLines.yes, joinPayout, [manyLines, matchAndBookPayout]);
	flow.runsFirst(manyLines, matchAndBookPayout);
	flow.wire(manyLines.yes, findPayout, findItsLines, countLines, sayItIsAtWork, showAtOnce);
	flow.wire(matchAndBookPayout, isWaitedFor);
	flow.wire(isWaitedFor.yes, writeAnswer, showAnswer);

	flow.wire(smallEnough.no, refusal, writeAnswer);
	flow.wire(fewEnoughLines.no, refusal);
	flow.wire(restWhileStopped(flow, yourValues), writeAnswer);

	return flow;
}
