import type { Kind } from '../build/flow';
import type { Json, Parameters } from '../build/json';

/** A question about an item, as the nodes If, Filter and Switch ask it. */
export interface Question {
	left: string;
	right: string;
	operator: Parameters;
}

const alone = { singleValue: true };
const about = (type: string, operation: string, more: Parameters = {}): Parameters => ({
	type,
	operation,
	...more,
});

export const isTrue = (left: string): Question => ({
	left,
	right: '',
	operator: about('boolean', 'true', alone),
});
export const isFalse = (left: string): Question => ({
	left,
	right: '',
	operator: about('boolean', 'false', alone),
});
export const exists = (left: string): Question => ({
	left,
	right: '',
	operator: about('string', 'exists', alone),
});
export const isFilled = (left: string): Question => ({
	left,
	right: '',
	operator: about('string', 'notEmpty', alone),
});
export const equals = (left: string, right: string): Question => ({
	left,
	right,
	operator: about('string', 'equals'),
});
export const startsWith = (left: string, right: string): Question => ({
	left,
	right,
	operator: about('string', 'startsWith'),
});

const asked = ({ left, right, operator }: Question, id: string): Json => ({
	options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
	conditions: [{ id, leftValue: left, rightValue: right, operator }],
	combinator: 'and',
});

const deciding =
	(type: string) =>
	(question: Question): Kind => ({
		type: `n8n-nodes-base.${type}`,
		version: 2.2,
		parameters: (id) => ({
			conditions: asked(question, id('condition')),
			looseTypeValidation: true,
			options: {},
		}),
	});

/** Two ways: `yes` and `no`. */
export const whether = deciding('if');

/** Only what meets the condition goes on. */
export const keepIf = deciding('filter');

/** As many ways as there are answers, in their order, and one more for everything else. */
export const byAnswer = (answers: Record<string, Question>, otherwise: string): Kind => ({
	type: 'n8n-nodes-base.switch',
	version: 3.2,
	parameters: (id) => ({
		rules: {
			values: Object.entries(answers).map(([outputKey, question]) => ({
				conditions: asked(question, id(outputKey)),
				renameOutput: true,
				outputKey,
			})),
		},
		looseTypeValidation: true,
		options: { fallbackOutput: 'extra', renameFallbackOutput: otherwise },
	}),
});
