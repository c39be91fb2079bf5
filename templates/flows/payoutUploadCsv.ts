import { formTexts, type Spoken } from '../../bookkeeping';
import { because } from '../build/because';
import { Flow } from '../build/flow';
import { codeName, note } from '../build/note';
import { text } from '../build/text';
import { coreNode, transformer } from '../fragments/basics';
import { call } from '../fragments/call';
import * as contracts from '../fragments/contracts';
import { isTrue, whether } from '../fragments/conditions';
import { restWhileStopped } from '../fragments/paused';
import { kindIs } from '../fragments/rowConditions';
import { getRows, is } from '../fragments/table';
import { asArray, asNumber, onlyFields, withFields, asObject } from '../fragments/fields';
import { readSettings } from '../fragments/settings';
import { answer } from '../fragments/spoken';
import { refuseUnknownClient } from '../fragments/knownClient';

const { payout: words } = formTexts;
const READ = "$('Read file').first().json";
const asked = (label: Spoken): string => answer(READ, label);
const theNumber = `={{ ${answer("$('On upload').first().json", words.number)}.trim() }}`;
const sameName = (one: string, other: string): string =>
	`${one}.toLowerCase() === ${other}.toLowerCase()`;
/** One provider has one key, however somebody types its capitals. */
const asTheSettingsWrite = `$('Find provider').first().json.known.find((name) => ${sameName('name', "$('Find provider').first().json.named")})`;
/** The column of the file for each field of a line. */
const columns = [
	...['Id', 'Type', 'Payment', 'Order', 'Description', 'Gross', 'Fee', 'Net', 'Credit', 'Debit'],
	...['Sign', 'Status', 'Date', 'Currency'],
]
	.map((name) => `${name.toLowerCase()}: ${READ}.column${name}`)
	.join(', ');

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
			1. A file above 5 MB or ${String(MOST_LINES)} lines, or of a provider that the settings do not know, is refused before anything is done, with the providers that they know. Else it is read: semicolons, commas or tabs, decimal comma or point, Dutch or English headings.
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
	flow.note('Section read', [0, -340], [1900, 700], '### Read the file', 7);
	flow.note('Section book', [1940, -400], [1340, 760], '### Match, book and answer', 7);
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
		[1740, 140],
		onlyFields({
			reference: theNumber,
			state: '',
			...note('UPLOAD_TOO_LARGE', { most: MOST_LINES }),
		}),
		'once',
	);
	const readProviders = flow.add(
		'Read settings',
		[1060, -80],
		readSettings(yourValues.first('client')),
		'once',
		'evenWhenEmpty',
	);
	const theProvider = flow.add(
		'Find provider',
		[1280, -80],
		onlyFields({
			known: asArray(
				"={{ (JSON.parse($json.settings ?? '{}').payoutProviders ?? []).map((row) => row.provider) }}",
			),
			named: `={{ ${answer("$('On upload').first().json", words.provider)}.trim() }}`,
		}),
		'once',
	);
	const isKnown = flow.add(
		'Is it known?',
		[1500, -80],
		whether(isTrue(`={{ $json.known.some((name) => ${sameName('name', '$json.named')}) }}`)),
	);
	const nameTheKnown = flow.add(
		'Name the known',
		[1500, 140],
		onlyFields({
			reference: theNumber,
			state: '',
			code: codeName('UPLOAD_PROVIDER_UNKNOWN'),
			facts:
				"={{ JSON.stringify({ case: $json.known.length > 0 ? 'known' : 'none', provider: $json.named, known: $json.known }) }}",
		}),
		'once',
	);
	const joinPayout = flow.add(
		'Join payout',
		[1740, -80],
		onlyFields({
			form: 'csv',
			payout: asObject(
				because(
					'every field of the form and every column of the file, once',
					`={{ { provider: ${asTheSettingsWrite}, id: ${asked(words.number)}.trim(), date: ${asked(words.date)}, net: ${asked(words.amount)}, file: ${READ}.file, columns: { ${columns} } } }}`,
				),
			),
		}),
	);
	const linesOfFile = "$('Read file').first().json.file.trim().split('\\n').length - 1";
	const manyLines = flow.add(
		'Many lines?',
		[1980, -230],
		whether(isTrue(`={{ ${linesOfFile} > ${MOST_TO_WAIT_FOR} }}`)),
	);
	const findPayout = flow.add(
		'Find payout',
		[2200, -300],
		getRows('WebshopOrders', {
			where: [
				is('client', yourValues.first('client')),
				kindIs('payout'),
				is('shop', `={{ ${asTheSettingsWrite} }}`),
				is('orderId', theNumber),
			],
			limit: 1,
		}),
		'once',
		'evenWhenEmpty',
	);
	const findItsLines = flow.add(
		'Find its lines',
		[2420, -300],
		getRows('WebshopOrders', {
			where: [is('parentKey', "={{ $json.orderKey || 'none' }}"), kindIs('payoutEntry')],
		}),
		'once',
		'evenWhenEmpty',
	);
	const countLines = flow.add(
		'Count lines',
		[2640, -300],
		onlyFields({
			reference: theNumber,
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
		[2860, -300],
		transformer({
			resource: 'message',
			operation: 'writePayoutPage',
			language: yourValues.first('language'),
		}),
	);
	const showAtOnce = flow.add(
		'Show at once',
		[3080, -300],
		coreNode('respondToWebhook', 1.1, page),
	);
	const isWaitedFor = flow.add(
		'Is it waited for?',
		[2200, -60],
		whether(isTrue("={{ !$('Show at once').isExecuted }}")),
	);
	const matchAndBookPayout = flow.add(
		'Match and book payout',
		[1980, -80],
		call(contracts.matchAndBookPayout, {
			client: yourValues.first('client'),
			form: '={{ $json.form }}',
			payout: '={{ $json.payout }}',
		}),
	);
	const writeAnswer = flow.add(
		'Write answer',
		[2420, -60],
		transformer({
			resource: 'message',
			operation: 'writePayoutPage',
			language: yourValues.first('language'),
		}),
		'once',
	);
	const showAnswer = flow.add('Show answer', [2640, -60], coreNode('respondToWebhook', 1.1, page));

	flow.wire(onUpload, yourValues, smallEnough);
	flow.wire(smallEnough.yes, readFile, fewEnoughLines);
	flow.wire(fewEnoughLines.yes, readProviders, theProvider, isKnown);
	flow.wire(isKnown.no, nameTheKnown, writeAnswer);
	flow.wire(isKnown.yes, joinPayout, [manyLines, matchAndBookPayout]);
	flow.runsFirst(manyLines, matchAndBookPayout);
	flow.wire(manyLines.yes, findPayout, findItsLines, countLines, sayItIsAtWork, showAtOnce);
	flow.wire(matchAndBookPayout, isWaitedFor);
	flow.wire(isWaitedFor.yes, writeAnswer, showAnswer);

	flow.wire(smallEnough.no, refusal, writeAnswer);
	flow.wire(fewEnoughLines.no, refusal);
	refuseUnknownClient(flow, yourValues);
	flow.wire(restWhileStopped(flow, yourValues), writeAnswer);

	return flow;
}
