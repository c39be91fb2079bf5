import type { WantedWorkflow } from './templates';

/** A form of a client on the web. */
export interface FormAddress {
	title: string;
	/** The last part of its address. */
	path: string;
	/** Whether one signs in with the account of n8n, or with a name and password of the form. */
	signIn: 'n8n' | 'password';
}

const FORM = '.formTrigger';

interface FormParameters {
	formTitle?: string;
	path?: string;
	options?: { path?: string };
	authentication?: string;
}

/** The forms among the workflows of a client, as they were filled in for it. */
export const formsIn = (workflows: readonly WantedWorkflow[]): FormAddress[] =>
	workflows
		.flatMap(({ workflow: { nodes } }) => nodes.filter(({ type }) => type.endsWith(FORM)))
		.map(({ parameters }) => {
			const { formTitle = '', path, options, authentication } = parameters as FormParameters;
			return {
				title: formTitle,
				path: path ?? options?.path ?? '',
				signIn: authentication === 'basicAuth' ? 'password' : 'n8n',
			};
		});

/** Where forms answer: beside webhooks. @param webhooks such as `https://n8n.example.com/webhook` */
export const formsAt = (webhooks: string): string => webhooks.replace(/\/[^/]*$/, '/form');
