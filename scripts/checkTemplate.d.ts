export function checkTemplate(text: string): string[];
