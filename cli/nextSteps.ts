import type { Language } from '../bookkeeping';
import type { ClientFile } from './clientFile';
import { formsAt, formsIn, type FormAddress } from './formAddresses';
import { uploadPath } from './payouts';
import type { WantedWorkflow } from './templates';

const texts = {
	en: {
		next: 'What to do next:',
		check: 'Run "{client}: Set-up check …" in n8n: every light should be green.',
		preview: 'Run "{client}: Preview orders …" and compare some orders with the shop.',
		dashboard: 'Open the dashboard: {address} (sign in as {user}).',
		office: 'The page of all clients: {address} (sign in as {user}).',
		inactive: 'Publish the workflows when all is right: what starts by itself is still off.',
		forms: 'Forms:',
		n8n: 'sign in to n8n, with a right to run the workflow',
		password: 'sign in as {user}',
		credential: 'sign in as the credential "{credential}" says',
	},
	nl: {
		next: 'Wat u nu doet:',
		check: 'Voer "{client}: Set-up check …" uit in n8n: elk lampje hoort groen te zijn.',
		preview:
			'Voer "{client}: Preview orders …" uit en vergelijk een paar bestellingen met de winkel.',
		dashboard: 'Open het dashboard: {address} (aanmelden als {user}).',
		office: 'De pagina van alle klanten: {address} (aanmelden als {user}).',
		inactive: 'Publiceer de workflows als alles klopt: wat vanzelf start, staat nog uit.',
		forms: 'Formulieren:',
		n8n: 'aanmelden bij n8n, met het recht om de workflow uit te voeren',
		password: 'aanmelden als {user}',
		credential: 'aanmelden zoals in de credential "{credential}" staat',
	},
} satisfies Record<Language, object>;

/** What a person does after an import, for the terminal. */
export function nextSteps(
	file: ClientFile,
	{ webhooks, inactive }: { webhooks: string; inactive: boolean },
	language: Language,
	workflows: readonly WantedWorkflow[],
): string {
	const { dashboard, settings } = file;
	const { client } = settings;
	const words = texts[language];
	const steps = [
		words.check.replace('{client}', client),
		words.preview.replace('{client}', client),
		...(inactive ? [words.inactive] : []),
		...(dashboard
			? [
					words.dashboard
						.replace('{address}', `${webhooks}/${dashboard.path ?? client}`)
						.replace('{user}', dashboard.user ?? client),
				]
			: []),
	];
	const forms = formsIn(workflows).map(
		(form) =>
			`  ${form.title}: ${formsAt(webhooks)}/${form.path} (${signIn(form, file, language)})`,
	);
	return [
		words.next,
		...steps.map((step, index) => `  ${index + 1}. ${step}`),
		...(forms.length > 0 ? [words.forms, ...forms] : []),
	].join('\n');
}

/** How one signs in on a form. */
function signIn(
	{ path, signIn: how }: FormAddress,
	{ settings: { client }, payouts, orderFiles }: ClientFile,
	language: Language,
): string {
	const words = texts[language];
	if (how === 'n8n') return words.n8n;
	const { credential, user = client } =
		(path === uploadPath(client) ? payouts?.upload : orderFiles) ?? {};
	return credential
		? words.credential.replace('{credential}', credential)
		: words.password.replace('{user}', user);
}

/** Where the page of all clients is, for the terminal. */
export const officeSteps = (
	path: string,
	{ webhooks }: { webhooks: string },
	language: Language,
): string =>
	texts[language].office.replace('{address}', `${webhooks}/${path}`).replace('{user}', path);
