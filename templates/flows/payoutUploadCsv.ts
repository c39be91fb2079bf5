import { because } from '../build/because';
import { Flow } from '../build/flow';
import { note } from '../build/note';
import { text } from '../build/text';
import { coreNode, transformer } from '../fragments/basics';
import { call } from '../fragments/call';
import * as contracts from '../fragments/contracts';
import { isTrue, whether } from '../fragments/conditions';
import { onlyFields, withFields, asObject } from '../fragments/fields';

/** A payout of so many lines without an order takes four minutes; more would make n8n stall. */
const MOST_LINES = 2_000;

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
			1. A file above 1 MB or ${String(MOST_LINES)} lines is refused before anything is done. Else it is read: semicolons, commas or tabs, decimal comma or point, Dutch or English headings.
			2. *Match and book payout* proves that the lines make the amount that arrived, matches them with the orders and books the payout in SnelStart. The same number is never booked twice.
			3. The page shows what was matched, what was booked, and what has no order.

			### Setup
			1. In *Client settings*, add the provider to *Payout Providers*.
			2. **On upload**: choose a credential with the name and password for the form.
			3. **Your values**: the client. When the report has other headings, write them at *column…*; leave empty what it has not, or what is found by itself.
			4. **Match and book payout**: choose the workflow *Match and book payout*.
			5. Publish this workflow; **On upload** shows the address of the form.
		`,
	);
	flow.note('Section read', [0, -340], [1240, 700], '### Read the file', 7);
	flow.note('Section book', [1280, -340], [680, 700], '### Match, book and answer', 7);
	const onUpload = flow.add(
		'On upload',
		[60, -60],
		coreNode('formTrigger', 2.1, {
			authentication: 'basicAuth',
			path: 'payout-upload',
			formTitle: 'Book a payout',
			formDescription: 'The report of one payout of a payment provider, as a CSV file.',
			formFields: {
				values: [
					{
						fieldLabel: 'Provider',
						placeholder: 'as in Payout Providers, for example multisafepay',
						requiredField: true,
					},
					{
						fieldLabel: 'Payout number',
						placeholder: 'as on the bank statement',
						requiredField: true,
					},
					{ fieldLabel: 'Paid out on', fieldType: 'date', requiredField: true },
					{ fieldLabel: 'Amount paid out', placeholder: '98,79', requiredField: true },
					{
						fieldLabel: 'File',
						fieldType: 'file',
						multipleFiles: false,
						acceptFileTypes: '.csv, .txt',
						requiredField: true,
					},
				],
			},
			responseMode: 'responseNode',
			options: { appendAttribution: false },
		}),
	);
	const smallEnough = flow.add(
		'Below 1 MB?',
		[240, -60],
		whether(isTrue("={{ /[0-9] (B|kB)$/.test($binary.File?.fileSize ?? '') }}")),
	);
	const readFile = flow.add(
		'Read file',
		[440, -80],
		coreNode('extractFromFile', 1, {
			operation: 'text',
			binaryPropertyName: 'File',
			destinationKey: 'file',
			options: { keepSource: 'json' },
		}),
	);
	const fewEnoughLines = flow.add(
		'Few enough lines?',
		[640, -80],
		whether(isTrue(`={{ $json.file.trim().split('\\n').length <= ${MOST_LINES + 1} }}`)),
	);
	const refusal = flow.add(
		'Refusal',
		[860, 140],
		onlyFields({
			reference: "={{ $('On upload').first().json['Payout number'].trim() }}",
			state: '',
			...note('UPLOAD_TOO_LARGE', { most: MOST_LINES }),
		}),
		'once',
	);
	const yourValues = flow.add(
		'Your values',
		[860, -80],
		withFields({
			client: 'my-client',
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
	const joinPayout = flow.add(
		'Join payout',
		[1080, -80],
		onlyFields({
			form: 'csv',
			payout: asObject(
				because(
					'every field of the form and every column of the file, once',
					"={{ { provider: $json.Provider.trim(), id: $json['Payout number'].trim(), date: $json['Paid out on'], net: $json['Amount paid out'], file: $json.file, columns: { id: $json.columnId, type: $json.columnType, payment: $json.columnPayment, order: $json.columnOrder, description: $json.columnDescription, gross: $json.columnGross, fee: $json.columnFee, net: $json.columnNet, credit: $json.columnCredit, debit: $json.columnDebit, sign: $json.columnSign, status: $json.columnStatus, date: $json.columnDate, currency: $json.columnCurrency } } }}",
				),
			),
		}),
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
		[1540, -60],
		transformer({ resource: 'message', operation: 'writePayoutPage' }),
		'once',
	);
	const showAnswer = flow.add(
		'Show answer',
		[1760, -60],
		coreNode('respondToWebhook', 1.1, {
			respondWith: 'text',
			responseBody: '={{ $json.html }}',
			options: {
				responseHeaders: { entries: [{ name: 'Content-Type', value: 'text/html; charset=utf-8' }] },
			},
		}),
	);

	flow.wire(onUpload, smallEnough);
	flow.wire(smallEnough.yes, readFile, fewEnoughLines);
	flow.wire(
		fewEnoughLines.yes,
		yourValues,
		joinPayout,
		matchAndBookPayout,
		writeAnswer,
		showAnswer,
	);

	flow.wire(smallEnough.no, refusal, writeAnswer);
	flow.wire(fewEnoughLines.no, refusal);

	return flow;
}
