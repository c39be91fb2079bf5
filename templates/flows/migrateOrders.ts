import { formText, formTexts } from '../../bookkeeping';
import { because } from '../build/because';
import { Flow } from '../build/flow';
import { text } from '../build/text';
import { byTheClock, answerOfForm, coreNode, transformer } from '../fragments/basics';
import { call } from '../fragments/call';
import { isTrue, whether } from '../fragments/conditions';
import * as contracts from '../fragments/contracts';
import { onlyFields, withFields, asNumber } from '../fragments/fields';
import { getRows, updateRows, upsertRow, is, isNot, isBelow } from '../fragments/table';
import { isAnswer, spoken } from '../fragments/spoken';
import { type Shop } from '../fragments/shops';
import { restWhilePaused } from '../fragments/paused';
import { refuseUnknownClient } from '../fragments/knownClient';

const { migration: words } = formTexts;

export function migrateOrders(shop: Shop): Flow {
	const flow = new Flow({
		name: `Migrate orders ${shop.name}`,
		description: `Brings the orders of a past period of the ${shop.name} shop into SnelStart, from a form: first a dry run that only counts, then batch by batch, with progress, and going on by itself after a restart. What is in SnelStart already is taken over, not booked again.`,
	});

	flow.note(
		'Overview',
		[-480, -620],
		[420, 720],
		text`
			## Migrate orders ${shop.name}

			### How it works
			1. **Form**: a first and a last day, and what to do. *${words.dryRun.nl}* (dry run) shows what would be booked, per month and VAT rate, and changes nothing in SnelStart. *${words.migrate.nl}* (migrate) needs a dry run of the same days.
			2. Every five minutes a run takes a period that is to be migrated and works through it in batches of some days, for at most twenty minutes. After each batch it writes down how far it is, in the table **Migrations**.
			3. A run that was killed is recognised after fifteen minutes; the next one goes on with its batch. What the killed one booked is found by its number.
			4. At the end come the orders that a batch could not finish. Only when none is left the period is done.

			### Setup
			1. Set up the order sync of this shop first.
			2. **Your values**: the names of client and shop, as in *Client settings*, and the language of the pages, \`nl\` or \`en\`. The texts of **Form** are Dutch; the import command writes them in English for a client that reads English.
			3. **Count without booking** and **Migrate a batch**: choose the workflow *Migrate a batch ${shop.name}*.
			4. Publish this workflow. The address of the form stands in **Form**; who opens it must be signed in to n8n.
		`,
	);
	flow.note(
		'Section form',
		[0, -620],
		[1880, 820],
		text`
			### Ask
			The form and its answers.
		`,
		7,
	);
	flow.note(
		'Section work',
		[0, 240],
		[1880, 580],
		text`
			### Work
			One run per shop at a time. Two would do no harm: an order is claimed before it is booked.
		`,
		7,
	);
	const form = flow.add(
		'Form',
		[40, -200],
		coreNode('formTrigger', 2.6, {
			authentication: 'n8nUserAuth',
			requireExecuteAccess: true,
			formTitle: formText(words.title, 'nl', shop.name),
			formDescription: words.description.nl,
			formFields: {
				values: [
					{ fieldLabel: words.from.nl, fieldType: 'date', fieldName: 'from' },
					{ fieldLabel: words.until.nl, fieldType: 'date', fieldName: 'until' },
					{
						fieldLabel: words.action.nl,
						fieldType: 'dropdown',
						fieldName: 'action',
						defaultValue: words.dryRun.nl,
						fieldOptions: {
							values: [
								{ option: words.dryRun.nl },
								{ option: words.migrate.nl },
								{ option: words.showProgress.nl },
								{ option: words.stop.nl },
							],
						},
						requiredField: true,
					},
				],
			},
			options: { appendAttribution: false, buttonLabel: words.button.nl, path: 'migrate-orders' },
		}),
	);
	const everyFiveMinutes = flow.add(
		'Every five minutes',
		[40, 440],
		byTheClock({ field: 'minutes', minutesInterval: 5 }),
	);
	const yourValues = flow.add(
		'Your values',
		[220, -20],
		withFields({ client: 'my-client', shop: shop.usualName, language: 'nl' }),
	);
	const askedByForm = flow.add(
		'Asked by form?',
		[400, -20],
		whether(isTrue('={{ Boolean($json.action) }}')),
	);
	const needsAPeriod = flow.add(
		'Needs a period?',
		[580, -200],
		whether(isTrue(isAnswer('action', words.dryRun, words.migrate))),
	);
	const rightPeriod = flow.add(
		'Right period?',
		[760, -360],
		whether(
			isTrue(
				'={{ Boolean($json.from) && Boolean($json.until) && $json.from <= $json.until && $json.until <= $today.toISODate() }}',
			),
		),
	);
	const dryRun = flow.add(
		'Dry run?',
		[940, -440],
		whether(isTrue(isAnswer('action', words.dryRun))),
	);
	const countWithoutBooking = flow.add(
		'Count without booking',
		[1120, -540],
		call(contracts.migrateABatch(shop), {
			client: '={{ $json.client }}',
			shop: '={{ $json.shop }}',
			from: '={{ $json.from }}',
			until: '={{ $json.until.toDateTime().plus({ days: 1 }).toISODate() }}',
			mode: 'dryRun',
		}),
	);
	const keepThePlan = flow.add(
		'Keep the plan',
		[1300, -540],
		upsertRow(
			'Migrations',
			[
				is('client', yourValues.first('client')),
				is('shop', yourValues.first('shop')),
				is('periodFrom', yourValues.first('from')),
				is('periodUntil', yourValues.first('until')),
			],
			{
				client: yourValues.first('client'),
				shop: yourValues.first('shop'),
				periodFrom: yourValues.first('from'),
				periodUntil: yourValues.first('until'),
				found:
					"={{ $json.fates.filter((row) => row.kind === 'order').reduce((sum, row) => sum + row.documents, 0) }}",
				plan: '={{ JSON.stringify({ fates: $json.fates, months: $json.months }) }}',
			},
		),
		'once',
	);
	const writeThePlan = flow.add(
		'Write the plan',
		[1480, -540],
		transformer({
			resource: 'message',
			operation: 'writePlanPage',
			language: yourValues.first('language'),
		}),
	);
	const showThePlan = flow.add(
		'Show the plan',
		[1660, -540],
		answerOfForm({ title: '={{ $json.title }}', message: '={{ $json.html }}', width: 1100 }),
	);
	const findThePlan = flow.add(
		'Find the plan',
		[1120, -360],
		getRows('Migrations', {
			where: [
				is('client', yourValues.first('client')),
				is('shop', yourValues.first('shop')),
				is('periodFrom', yourValues.first('from')),
				is('periodUntil', yourValues.first('until')),
			],
			limit: 1,
		}),
		'once',
		'evenWhenEmpty',
	);
	const planned = flow.add('Planned?', [1300, -360], whether(isTrue('={{ Boolean($json.id) }}')));
	const start = flow.add(
		'Start',
		[1480, -360],
		updateRows('Migrations', [is('id', '={{ $json.id }}'), isNot('state', 'running')], {
			state: 'running',
			runId: '',
			readUntil: '={{ $json.periodFrom }}',
			batchDays: 1,
			read: 0,
			booked: 0,
			alreadyThere: 0,
			refundsBooked: 0,
			waiting: 0,
			nothingToBook: 0,
			needsAttention: 0,
			left: 0,
			total: 0,
			startedAt: '={{ $now.toISO() }}',
			finishedAt: '={{ null }}',
		}),
		'evenWhenEmpty',
	);
	const sayWhatIsMissing = flow.add(
		'Say what is missing',
		[1300, -180],
		answerOfForm({
			title: spoken(words.notYet),
			message: because(
				'two sentences to choose from, in two languages',
				spoken(
					words.dryRunFirst,
					"$('Right period?').isExecuted && $('Planned?').isExecuted",
					words.wrongPeriod,
				),
			),
			width: 720,
		}),
	);
	const stopNode = flow.add('Stop?', [760, -80], whether(isTrue(isAnswer('action', words.stop))));
	const stopAll = flow.add(
		'Stop all',
		[940, -160],
		updateRows(
			'Migrations',
			[
				is('client', '={{ $json.client }}'),
				is('shop', '={{ $json.shop }}'),
				is('state', 'running'),
			],
			{ state: 'stopped', runId: '' },
		),
		'once',
		'evenWhenEmpty',
	);
	const findAllPeriods = flow.add(
		'Find all periods',
		[1120, 20],
		getRows('Migrations', {
			where: [is('client', yourValues.first('client')), is('shop', yourValues.first('shop'))],
			lowest: 'periodFrom',
		}),
		'once',
		'evenWhenEmpty',
	);
	const writeProgress = flow.add(
		'Write progress',
		[1300, 20],
		transformer({
			resource: 'message',
			operation: 'writeProgressPage',
			language: yourValues.first('language'),
		}),
	);
	const showProgress = flow.add(
		'Show progress',
		[1480, 20],
		answerOfForm({ title: '={{ $json.title }}', message: '={{ $json.html }}', width: 1100 }),
	);
	const letADeadRunGo = flow.add(
		'Let a dead run go',
		[220, 440],
		updateRows(
			'Migrations',
			[
				is('client', yourValues.first('client')),
				is('shop', yourValues.first('shop')),
				is('state', 'running'),
				isBelow('updatedAt', '={{ $now.minus({ minutes: 15 }).toISO() }}'),
			],
			{ runId: '' },
		),
		'once',
		'evenWhenEmpty',
	);
	const findAPeriod = flow.add(
		'Find a period',
		[400, 440],
		getRows('Migrations', {
			where: [
				is('client', yourValues.first('client')),
				is('shop', yourValues.first('shop')),
				is('state', 'running'),
				is('runId', ''),
			],
			limit: 1,
			lowest: 'periodFrom',
		}),
		'once',
	);
	const takeIt = flow.add(
		'Take it',
		[560, 440],
		updateRows(
			'Migrations',
			[is('id', '={{ $json.id }}'), is('state', 'running'), is('runId', '')],
			{ runId: '={{ $execution.id }}' },
		),
	);
	const workUntil = flow.add(
		'Work until',
		[720, 440],
		onlyFields({
			id: asNumber('={{ $json.id }}'),
			workUntil: '={{ $now.plus({ minutes: 20 }).toUTC().toISO() }}',
		}),
	);
	const loadProgress = flow.add(
		'Load progress',
		[880, 440],
		getRows('Migrations', {
			where: [
				is('id', workUntil.first('id')),
				is('state', 'running'),
				is('runId', '={{ $execution.id }}'),
			],
			limit: 1,
		}),
		'once',
	);
	const nextBatch = flow.add(
		'Next batch',
		[1040, 440],
		onlyFields({
			client: '={{ $json.client }}',
			shop: '={{ $json.shop }}',
			mode: "={{ $json.readUntil > $json.periodUntil ? 'leftovers' : 'book' }}",
			from: '={{ $json.readUntil > $json.periodUntil ? $json.periodFrom : $json.readUntil }}',
			until: because(
				'the earlier of two days',
				"={{ [$json.readUntil > $json.periodUntil ? '' : $json.readUntil.toDateTime().plus({ days: $json.batchDays }).toISODate(), $json.periodUntil.toDateTime().plus({ days: 1 }).toISODate()].filter(Boolean).sort()[0] }}",
			),
		}),
	);
	const migrateABatch = flow.add(
		'Migrate a batch',
		[1200, 440],
		call(contracts.migrateABatch(shop), {
			client: '={{ $json.client }}',
			shop: '={{ $json.shop }}',
			from: '={{ $json.from }}',
			until: '={{ $json.until }}',
			mode: '={{ $json.mode }}',
		}),
	);
	const addBatch = flow.add(
		'Add the batch',
		[1360, 440],
		transformer({
			resource: 'period',
			operation: 'addBatch',
			mode: nextBatch.first('mode'),
			progress: "={{ $('Load progress').first().json }}",
			until: nextBatch.first('until'),
		}),
	);
	const saveProgress = flow.add(
		'Save progress',
		[1540, 440],
		updateRows(
			'Migrations',
			[
				is('id', loadProgress.first('id')),
				is('state', 'running'),
				is('runId', '={{ $execution.id }}'),
			],
			{
				readUntil: '={{ $json.readUntil }}',
				batchDays: '={{ $json.batchDays }}',
				read: '={{ $json.read }}',
				booked: '={{ $json.booked }}',
				alreadyThere: '={{ $json.alreadyThere }}',
				refundsBooked: '={{ $json.refundsBooked }}',
				waiting: '={{ $json.waiting }}',
				nothingToBook: '={{ $json.nothingToBook }}',
				needsAttention: '={{ $json.needsAttention }}',
				left: '={{ $json.left }}',
				total: '={{ $json.total }}',
				state: '={{ $json.state }}',
				finishedAt: '={{ $json.finishedAt }}',
			},
		),
		'once',
	);
	const goOn = flow.add(
		'Go on?',
		[1720, 440],
		whether(
			isTrue(
				because(
					'four plain conditions of four nodes',
					"={{ $json.state === 'running' && $('Next batch').first().json.mode === 'book' && $('Migrate a batch').first().json.notReached === 0 && $now.toUTC().toISO() < $('Work until').first().json.workUntil }}",
				),
			),
		),
	);
	const letItGo = flow.add(
		'Let it go',
		[1720, 600],
		updateRows('Migrations', [is('id', '={{ $json.id }}'), is('runId', '={{ $execution.id }}')], {
			runId: '',
		}),
	);

	flow.wire(form, yourValues, askedByForm);
	flow.wire(everyFiveMinutes, yourValues);
	flow.wire(askedByForm.yes, needsAPeriod);
	flow.wire(
		askedByForm.no,
		letADeadRunGo,
		findAPeriod,
		takeIt,
		workUntil,
		loadProgress,
		nextBatch,
		migrateABatch,
		addBatch,
		saveProgress,
		goOn,
	);
	flow.wire(needsAPeriod.yes, rightPeriod);
	flow.wire(needsAPeriod.no, stopNode);
	flow.wire(rightPeriod.yes, dryRun);
	flow.wire(rightPeriod.no, sayWhatIsMissing);
	flow.wire(stopNode.yes, stopAll, findAllPeriods, writeProgress, showProgress);
	flow.wire(stopNode.no, findAllPeriods);
	flow.wire(dryRun.yes, countWithoutBooking, keepThePlan, writeThePlan, showThePlan);
	flow.wire(dryRun.no, findThePlan, planned);
	flow.wire(planned.yes, start, findAllPeriods);
	flow.wire(planned.no, sayWhatIsMissing);
	flow.wire(goOn.yes, loadProgress);
	flow.wire(goOn.no, letItGo);
	refuseUnknownClient(flow, yourValues);
	// Not what a form asks for: that is answered, and begins nothing before the next five minutes.
	restWhilePaused(flow, letADeadRunGo, yourValues.first('client'));

	return flow;
}
