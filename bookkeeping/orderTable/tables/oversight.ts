import { moment, number, owner, text, type DataTable } from './column';

export const periodChecks = {
	meaning: 'What the last [comparison with the books](reconciliation.md) found, per period',
	madeBy: 'Set up tables',
	personalData: 'never',
	columns: {
		...owner,
		periodFrom: text('The first day of the period', 'yyyy-MM-dd'),
		periodUntil: text('The last day of the period', 'yyyy-MM-dd'),
		kind: text(
			'A [kind of difference](reconciliation.md), `box`, a line of a statement (`icp`, `oss`), a clearing account with what it holds (`clearing`), or `summary`',
		),
		box: text('The box of the VAT return (btw-aangifte)'),
		orderNumber: text('The number that the customer sees'),
		invoiceNumber: text('The number in SnelStart'),
		shopTotal: number('What the shop says; of a box its turnover without VAT', 'EUR'),
		booksTotal: number('What the books say', 'EUR'),
		shopVat: number('The VAT that the shop says', 'EUR'),
		booksVat: number('The VAT that the books say', 'EUR'),
		difference: number('Books less shop', 'EUR'),
		code: text('What was found, as a [code](codes.md)'),
		found: text('What was found'),
		likelyCause: text('Where it probably comes from'),
		tip: text('What to do'),
		facts: text('What `code` is told with', 'JSON'),
	},
} as const satisfies DataTable;

/** Subjects of rows about a client as a whole: somebody paused or stopped it, or let it go on last. */
export const standsStill = { paused: 'paused', wentOn: 'went on' } as const;

export const shopTroubles = {
	meaning:
		'What is wrong with a shop itself, such as a webhook that is off, with SnelStart, or with the tables of n8n: the nightly review, the clean-up, the alerts and the dashboard write it, the [daily digest](oversight.md#daily-digest) tells it; that an outage was told the digest writes itself',
	madeBy: 'Set up tables',
	personalData: 'never',
	columns: {
		...owner,
		subject: text(
			`What has the trouble: \`webhook 12\`, \`webhooks\` when they could not be read, \`orders\` that were passed over or not counted, \`payments\` of orders that the shop did not give, \`unread orders\` and \`unread refunds\` as long as the shop cannot be read, \`outage\` once it was told (_shop_ may be \`SnelStart\`), \`failed\` with a workflow and its node as long as it fails (\`n8n\`), \`${standsStill.paused}\` as long as somebody paused or stopped the client on the [dashboard](dashboard.md#pause-or-stop-a-client), and \`${standsStill.wentOn}\` for who ended that last (_shop_ is the client), \`order file\` as long as a file of orders is being booked, \`tables\` that are filling up (\`n8n\`), or \`doubled rows\` that were merged or contradict each other (\`n8n\`)`,
		),
		code: text('What is wrong, as a code'),
		message: text('What was found'),
		tip: text('What to do'),
		facts: text('What `code` is told with', 'JSON'),
	},
} as const satisfies DataTable;

export const monthSignOffs = {
	meaning:
		'Which months somebody [signed off](reconciliation.md#sign-a-month-off) on the dashboard, one row per client and month',
	madeBy: 'Set up tables',
	personalData: 'never',
	columns: {
		client: owner.client,
		month: text('The month, as 2026-10'),
		signedBy: text('The user of the dashboard'),
		signedAt: moment('When'),
		upTo: number('Differences up to this amount were set aside', 'EUR'),
		setAside: text(
			'Which they were: of each the shop, the number and the difference in cents',
			'JSON',
		),
	},
} as const satisfies DataTable;
