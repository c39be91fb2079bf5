export const GIGABYTE: number;
export function diskTooSmall(
	folder: string,
	neededBytes: number,
	availableBytes?: number,
): string | undefined;
