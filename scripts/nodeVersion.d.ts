export function isAtLeast(version: string, minimum: [number, number]): boolean;
export function nodeTooOld(version: string): string | undefined;
