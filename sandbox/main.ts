import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { faultKinds } from './faults';
import { portsFrom, startSandbox } from './index';
import { accounts } from './snelstart/accounts';
import { switchesLike } from './snelstart/like';
import { switchTexts } from './snelstart/switches';

const today = new Date().toISOString().slice(0, 10);
const options = {
	orders: { type: 'string', default: '0' },
	seed: { type: 'string', default: '1' },
	from: { type: 'string', default: today },
	days: { type: 'string', default: '1' },
	refunds: { type: 'string', default: '0' },
	abroad: { type: 'string', default: '0' },
	status: { type: 'string', multiple: true, default: [] as string[] },
	latency: { type: 'string', default: '0' },
	'page-latency': { type: 'string', default: '0' },
	like: { type: 'string' },
} as const;

/** A whole number of zero or more from the command line. */
function whole(name: string, text: string): number {
	if (!/^\d+$/.test(text)) throw new Error(`--${name} is a whole number, found "${text}".`);
	return Number(text);
}

/** What both shops start with, from the command line. */
function shopsFromArguments() {
	const { values } = parseArgs({ options });
	const [count, seed, days] = [
		whole('orders', values.orders),
		whole('seed', values.seed),
		whole('days', values.days),
	];
	const [refunds, abroad] = [whole('refunds', values.refunds), whole('abroad', values.abroad)];
	const { from, status: customStatuses } = values;
	const latencyMs = whole('latency', values.latency);
	const pageLatencyMs = whole('page-latency', values['page-latency']);
	return {
		wooCommerce: {
			switches: { latencyMs, pageLatencyMs, customStatuses },
			...(count > 0 && { seed: { seed, count, from, days, refunds, abroad, customStatuses } }),
		},
		...(count > 0 && { jouwWeb: { seed: { seed, count, from } } }),
	};
}

/** How SnelStart behaves from the start: as the probe saw it. */
function snelStartFromArguments() {
	const { like } = parseArgs({ options }).values;
	return like === undefined ? {} : switchesLike(readFileSync(like, 'utf8'));
}

/** `npm run sandbox`: the stand-ins on fixed ports, with keys made for this run. */
async function main(): Promise<void> {
	const { snelStart, wooCommerce, jouwWeb, vies, mollie, stripe, payPal, klarna, stop } =
		await startSandbox({ ...shopsFromArguments(), ports: portsFrom(4601) });
	Object.assign(snelStart.switches, snelStartFromArguments());
	const account = accounts.find(({ nummer }) => nummer === 8000);
	console.log(`SnelStart
  base URL          ${snelStart.baseUrl}
  token URL         ${snelStart.tokenUrl}
  client key        ${snelStart.clientKey}
  subscription key  ${snelStart.subscriptionKey}
  books             GET  ${snelStart.origin}/_sandbox/books
  behaviour         GET, PUT ${snelStart.origin}/_sandbox/switches
                    e.g. {"limits":"development","blockedUntil":"2026-09-30"}; the switches:
${Object.entries(switchTexts)
	.map(([name, text]) => `                    ${name.padEnd(20)}${text}`)
	.join('\n')}
  revoke tokens     POST ${snelStart.origin}/_sandbox/revoke-tokens
  pay an invoice    POST ${snelStart.origin}/_sandbox/pay  {"invoiceNumber":"…","cents":1250}
  Account ids follow from account numbers and never change; ${account?.nummer} is ${account?.id}.

WooCommerce
  URL               ${wooCommerce.url}
  consumer key      ${wooCommerce.consumerKey}
  consumer secret   ${wooCommerce.consumerSecret}
  read-only key     ${wooCommerce.readOnly.consumerKey} ${wooCommerce.readOnly.consumerSecret}
  refunds           POST ${wooCommerce.origin}/_sandbox/refunds/recorded, PUT, DELETE ${wooCommerce.origin}/_sandbox/refunds/<id>
  more orders       POST ${wooCommerce.origin}/_sandbox/seed  {"count":5000,"seed":7,"from":"2026-01-01","days":60,"refunds":5}
  behaviour         PUT ${wooCommerce.origin}/_sandbox/switches  {"latencyMs":50,"pageLatencyMs":1500,"customStatuses":["wc-shipped"]}
  ${wooCommerce.orders.length} orders; change one with PUT ${wooCommerce.origin}/_sandbox/orders/<id>

JouwWeb
  base URL          ${jouwWeb.baseUrl}
  token             ${jouwWeb.token}
  website           ${jouwWeb.websiteId}
  OAuth2            ${jouwWeb.origin}/oauth/authorize and /oauth/token
                    client ID ${jouwWeb.oauth.clientId}, secret ${jouwWeb.oauth.clientSecret}
  ${jouwWeb.orders.length} orders; change one with PUT ${jouwWeb.origin}/_sandbox/orders/<id>
  behaviour         PUT ${jouwWeb.origin}/_sandbox/switches  {"layout":"links"}, {"layout":"other"}, {"filters":"ignored"}
  more orders       POST ${jouwWeb.origin}/_sandbox/seed  {"count":5000,"seed":7,"from":"2026-01-01"}
  tokens            POST ${jouwWeb.origin}/_sandbox/expire-tokens, /_sandbox/revoke-tokens

VIES
  URL               ${vies.url}
  answers           GET, PUT ${vies.origin}/_sandbox/answers  e.g. {"DE123456789":"invalid","FR40303265045":"MS_UNAVAILABLE"}
  requests          GET ${vies.origin}/_sandbox/checks
  Other numbers are valid when they have the form of their country.

Mollie
  URL               ${mollie.url}
  organisation token ${mollie.token}
Stripe
  URL               ${stripe.url}
  secret key        ${stripe.secretKey}
PayPal
  URL               ${payPal.url}
  token URL         ${payPal.tokenUrl}
  client ID         ${payPal.clientId}
  secret            ${payPal.clientSecret}
Klarna
  URL               ${klarna.url}
  user              ${klarna.username}
  password          ${klarna.password}
  What they hold    GET, PUT <URL>/_sandbox/records
  behaviour         PUT <URL>/_sandbox/switches  {"pageSize":2}; PayPal {"transactionSearch":false}

Every service also has
  GET    /_sandbox/journal?since=<index>   what was called
  POST   /_sandbox/reset                   back to the start
  PUT    /_sandbox/faults                  e.g. [{"kind":"504-after-commit","shape":"POST verkoopboekingen"}]
  DELETE /_sandbox/faults
  Fault kinds: ${faultKinds.join(', ')}; with times, skip, shape, delayMs, retryAfter.

Stop with Ctrl+C.`);
	process.once('SIGINT', () => void stop());
	process.once('SIGTERM', () => void stop());
}

void main();
