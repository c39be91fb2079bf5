const FRAME = /^\s*at (?:async )?(?:new )?(?:([\w.$<>]+) (?:\[as [^\]]*\] )?\()?([^()]+):\d+\)?$/;
const THIS_FILE = /bookkeeping[\\/]codes[\\/]fault\.[jt]s:\d+$/;

interface Frame {
	caller: string;
	/** File and line, from the root of the package on. */
	place: string;
}

function framesOf({ stack = '' }: Error): Frame[] {
	return stack.split('\n').flatMap((line) => {
		const [, caller = '', place = ''] = FRAME.exec(line) ?? [];
		return place === '' ? [] : [{ caller, place }];
	});
}

/** Where this package lies: the folder that holds `bookkeeping/` and `nodes/`. */
const ROOT = framesOf(new Error('here'))
	.find(({ place }) => THIS_FILE.test(place))
	?.place.replace(THIS_FILE, '');

function ownFrame(error: Error): Frame | undefined {
	if (ROOT === undefined) return undefined;
	return framesOf(error)
		.filter(({ place }) => place.startsWith(ROOT))
		.map(({ caller, place }) => ({
			caller,
			place: place.slice(ROOT.length).replaceAll('\\', '/'),
		}))
		.find(({ place }) => /^(bookkeeping|nodes)\//.test(place));
}

/**
 * The kind of a program error and the place in our code where it arose. Its own message is left out:
 * that may quote what an order holds.
 */
export function faultOf(error: unknown): { error: string; place: string } {
	if (!(error instanceof Error)) return { error: 'Error', place: 'an unknown place' };
	const { name } = error;
	const frame = ownFrame(error);
	const place = frame?.caller ? `${frame.caller} (${frame.place})` : frame?.place;
	return {
		error: /^[A-Z]\w{0,40}$/.test(name) ? name : 'Error',
		place: place ?? 'an unknown place',
	};
}
