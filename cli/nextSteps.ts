import type { Language } from '../bookkeeping';
import type { ClientFile } from './clientFile';

const texts = {
	en: {
		next: 'What to do next:',
		check: 'Run "{client}: Set-up check …" in n8n: every light should be green.',
		preview: 'Run "{client}: Preview orders …" and compare some orders with the shop.',
		dashboard: 'Open the dashboard: {address} (sign in as {user}).',
		office: 'The page of all clients: {address} (sign in as {user}).',
		inactive: 'Publish the workflows when all is right: what starts by itself is still off.',
	},
	nl: {
		next: 'Wat u nu doet:',
		check: 'Voer "{client}: Set-up check …" uit in n8n: elk lampje hoort groen te zijn.',
		preview:
			'Voer "{client}: Preview orders …" uit en vergelijk een paar bestellingen met de winkel.',
		dashboard: 'Open het dashboard: {address} (aanmelden als {user}).',
		office: 'De pagina van alle klanten: {address} (aanmelden als {user}).',
		inactive: 'Publiceer de workflows als alles klopt: wat vanzelf start, staat nog uit.',
	},
} satisfies Record<Language, object>;

/** What a person does after an import, for the terminal. */
export function nextSteps(
	{ settings: { client }, dashboard }: ClientFile,
	{ webhooks, inactive }: { webhooks: string; inactive: boolean },
	language: Language,
): string {
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
	return [words.next, ...steps.map((step, index) => `  ${index + 1}. ${step}`)].join('\n');
}

/** Where the page of all clients is, for the terminal. */
export const officeSteps = (
	path: string,
	{ webhooks }: { webhooks: string },
	language: Language,
): string =>
	texts[language].office.replace('{address}', `${webhooks}/${path}`).replace('{user}', path);
