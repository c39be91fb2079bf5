import type { Answer, Call } from '../http';

/** The activation page of SnelStart Web, and the webhook that follows (SS-101, section "activation"). */
export interface Activation {
	/** The one address that the partner registered; nothing is sent while it is empty. */
	webhookUrl: string;
	/** What was sent, and the status it was answered with; 0 when nobody answered. */
	readonly deliveries: ReadonlyArray<{ action: string; status: number }>;
	/** The owner makes a new key of a coupling; the old one stops working at once. */
	regenerate(referenceKey: string): Promise<void>;
	/** The owner deletes the key of a coupling. */
	disconnect(referenceKey: string): Promise<void>;
}

const LONGEST_REFERENCE = 500;
const page = /^\/couplings\/activate\/([A-Za-z0-9-]+)$/;

/** Couplings by the reference that the partner gave; `keys` are those that open the administration. */
export function createActivation(keys: Set<string>, makeKey: () => string) {
	const ofReference = new Map<string, string>();
	const deliveries: Array<{ action: string; status: number }> = [];

	/** Sent once, without a signature; whatever the answer, it is not sent again. */
	async function tell(action: string, referenceKey: string, koppelSleutel: string): Promise<void> {
		if (activation.webhookUrl === '') return;
		const status = await fetch(activation.webhookUrl, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({
				KoppelSleutel: koppelSleutel,
				ActionType: action,
				ReferenceKey: referenceKey,
			}),
		}).then(
			(answer) => answer.status,
			() => 0,
		);
		deliveries.push({ action, status });
	}

	async function give(action: string, referenceKey: string): Promise<void> {
		keys.delete(ofReference.get(referenceKey) ?? '');
		const key = makeKey();
		keys.add(key);
		ofReference.set(referenceKey, key);
		await tell(action, referenceKey, key);
	}

	const activation: Activation = {
		webhookUrl: '',
		deliveries,
		regenerate: (referenceKey) => give('Regenerate', referenceKey),
		async disconnect(referenceKey) {
			const key = ofReference.get(referenceKey) ?? '';
			keys.delete(key);
			ofReference.delete(referenceKey);
			await tell('Delete', referenceKey, key);
		},
	};

	return {
		activation,
		/** An owner who is signed in and agrees; undefined for another path. */
		async answer({ path, query }: Call): Promise<Answer | undefined> {
			if (!page.test(path)) return undefined;
			const [reference, success] = [query.get('referenceKey') ?? '', query.get('successUrl') ?? ''];
			const isFit = reference !== '' && reference.length <= LONGEST_REFERENCE;
			if (!isFit || !URL.canParse(success)) return { status: 400, text: 'Onjuiste aanvraag' };
			await give('Create', reference);
			return { status: 302, headers: { location: success } };
		},
		reset(): void {
			ofReference.clear();
			deliveries.length = 0;
			activation.webhookUrl = '';
		},
	};
}
