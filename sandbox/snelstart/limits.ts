/** Calls per minute and hour, and how many may be under way at once, per administration. */
export interface Limits {
	perMinute: number;
	perHour: number;
	concurrent: number;
}

/** SS-122: Maatwerk and Productie. */
export const productionLimits: Limits = { perMinute: 500, perHour: 5000, concurrent: 50 };
/** SS-122: Ontwikkeling & Test. */
export const developmentLimits: Limits = { perMinute: 100, perHour: 1000, concurrent: 5 };

export interface Gate {
	/** Seconds to wait, or 0 when the call may pass; a call that passes must `leave`. */
	enter(limits: Limits | null): number;
	leave(): void;
	clear(): void;
}

const minute = 60_000;
const hour = 60 * minute;

export function createGate(now: () => Date): Gate {
	let passed: number[] = [];
	let underWay = 0;
	/** Seconds until fewer than `most` calls lie within the window. */
	const secondsToWait = (moment: number, window: number, most: number): number => {
		const recent = passed.filter((time) => time > moment - window);
		if (recent.length < most) return 0;
		const mustLeave = recent[recent.length - most] ?? moment;
		return Math.max(1, Math.ceil((mustLeave + window - moment) / 1000));
	};
	return {
		enter(limits) {
			const moment = now().getTime();
			passed = passed.filter((time) => time > moment - hour);
			if (limits) {
				const seconds = Math.max(
					secondsToWait(moment, minute, limits.perMinute),
					secondsToWait(moment, hour, limits.perHour),
					underWay >= limits.concurrent ? 1 : 0,
				);
				if (seconds > 0) return seconds;
			}
			passed.push(moment);
			underWay += 1;
			return 0;
		},
		leave() {
			underWay -= 1;
		},
		clear() {
			passed = [];
		},
	};
}
